import KeikakuText

/// What is told of an indicator beside its values: 説明：…, 算出方法：…, 出典：….
extension LabelledLinesReader {
  /// The pairs of a line below the first; 説明：… and 算出方法：… tell of the indicator where 指標名： led it.
  func further(_ line: Int, below first: Pair) -> [Pair] {
    let content = rows.withoutBullet(rows.content(line))
    guard first.role == .name, !first.label.isEmpty, content.count <= Self.longestValue, !rows.holdsSeparator(content),
      let colon = content.prefix(Self.longestLabel).first(where: { colonWidth(at: $0, to: content.upperBound) != nil }),
      let role = Self.particulars[rows.string(content.lowerBound..<colon)]
    else { return pairs(line) }
    let value = withoutColon(colon..<content.upperBound)
    return value.isEmpty
      ? [] : [Pair(role: role, label: rows.cell(content.lowerBound..<colon), value: rows.cell(value))]
  }

  private static let particulars = WordTrie(
    HeaderSideWords.words.filter { [.definition, .dataSource, .department].contains($0.1) })
}
