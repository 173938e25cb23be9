import KeikakuText

/// A name, and below it by turns a label and its value, each in a line of its own.
///
///     宿泊者数
///     基準値
///     2.8万人（R5年）
///     目標値
///     4万人（R11年）
extension LabelledLinesReader {
  /// The table whose first label stands alone on a line, or nil.
  func alternateRegion(at line: Int) -> PageHints.TableRegion? {
    var pairs: [Pair] = []
    var next = line
    while let pair = pairOverLines(next), !pairs.contains(where: { $0.role == pair.role }) {
      pairs.append(pair)
      next += 2
    }
    guard pairs.count > 1, pairs.contains(where: { $0.role == .target }), let name = names.name(above: line) else {
      return nil
    }
    let label = Table.Cell(text: "", source: SourceRange(name.range.lowerBound..<name.range.lowerBound))
    pairs.insert(Pair(role: .name, label: label, value: rows.cell(name.range)), at: 0)
    return rows.region(name.line..<next, [pairs.map(\.label), pairs.map(\.value)], form: .labelled)
  }

  /// 基準値, and in the line below it 2.8万人（R5年）.
  private func pairOverLines(_ line: Int) -> Pair? {
    guard line + 1 < rows.count, !rows.beginsPage(line), !rows.beginsPage(line + 1) else { return nil }
    let label = rows.content(line)
    guard !label.isEmpty, label.count <= Self.longestLabel, isRole(label),
      let role = headers.role(of: rows.string(label)), role.isValue
    else { return nil }
    let value = rows.content(line + 1)
    guard !value.isEmpty, value.count <= Self.longestLabel, ValueLook.isFigure(rows.string(value)),
      !ValueLook.isYear(rows.string(value))
    else { return nil }
    return Pair(role: role, label: rows.cell(label), value: rows.cell(value))
  }
}
