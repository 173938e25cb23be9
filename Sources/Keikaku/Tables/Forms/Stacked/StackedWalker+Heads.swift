/// Tells which heads belong to the table, be they written out behind its rows.
extension StackedWalker {
  /// Years alone right above the heads of their values: R5 | 実績.
  func areYearsAbove(_ next: Int, _ cells: [StackedHeader.Head]) -> Bool {
    guard cells.allSatisfy({ $0.role == nil && !$0.isPart }), next < rows.count, !rows.isBlank(next) else {
      return false
    }
    return heads.cells(at: next)?.heads.contains { $0.role?.isValue == true } ?? false
  }

  /// Between the cells of the table only words for columns that the header still lacks go on with it.
  func isHeader(_ cells: [StackedHeader.Head], in walk: StackedWalk) -> Bool {
    // Years below 年度 are the cells of its column.
    if walk.heads.contains(where: \.isYearPart), cells.allSatisfy({ ValueLook.isYear($0.cell.text) }) { return false }
    guard walk.items.contains(where: { !$0.isEmpty }) else { return true }
    guard !cells.contains(where: { $0.role == .name }) else { return true }
    if walk.items[walk.items.count - 1].isEmpty { return true }
    if cells.allSatisfy(\.isPart), walk.lacksParts || cells.contains(where: \.isYearPart) { return true }
    let isComplete = walk.heads.filter { $0.run == 0 && $0.role?.isValue == true }.count > 1
    if isComplete {
      return walk.items.count == 1 && cells.allSatisfy { isLateHead($0, walk) } || isLateGroup(cells, walk)
    }
    return cells.contains { cell in
      cell.role.map { $0.isValue || Self.trailing.contains($0) || $0 == .unit || $0 == .definition } == true
    }
  }

  /// 備考 alone, written out behind the names, heads the last column.
  private func isLateHead(_ head: StackedHeader.Head, _ walk: StackedWalk) -> Bool {
    guard let role = head.role, Self.trailing.contains(role), head.cell.text.count <= 5 else { return false }
    return !walk.heads.contains { $0.role == role } && !walk.items[0].contains { $0.sort == .value }
  }

  /// 分野 alone, written out behind all rows, heads the column of their groups.
  func isLateGroup(_ cells: [StackedHeader.Head], _ walk: StackedWalk) -> Bool {
    guard cells.count == 1, cells[0].role == .group, walk.items.count == 1, !cells[0].cell.text.folded.hasPrefix("("),
      walk.items[0].contains(where: { $0.sort == .value }), !walk.heads.contains(where: { $0.role == .group })
    else { return false }
    let next = rows.text.line(at: cells[0].cell.source.end - 1)
    return next >= rows.count || rows.isBlank(next) || endsNames(at: next, walk)
  }

  static let trailing: Set<ColumnRole> = [.remarks, .department, .dataSource, .grade, .achievementRate]

  /// 人口の推移 above 区分, R2 and R7, behind rows and below a blank line: the head of the first column of another table, with
  /// its title or without.
  func beginsOther(_ line: Int, _ walk: StackedWalk) -> Bool {
    guard let items = walk.items.last, items.contains(where: { $0.sort == .value }) else { return false }
    let head = Self.firstHeads.contains(text(line)) ? line : line + 1
    guard head + 1 < rows.count, Self.firstHeads.contains(text(head)), !rows.isBlank(head + 1) else { return false }
    let isKnown = walk.heads.contains { $0.cell.text == text(head) }
    return !isKnown && !ValueLook.isValue(text(head + 1))
  }

  private func text(_ line: Int) -> String { rows.string(rows.content(line)) }

  /// What stands over the first column of tables of population, pay and the like.
  private static let firstHeads: Set<String> = ["区分", "部門", "種別", "年次"]

  /// The words of the same header again, or another header, begin another table.
  func endsTable(_ cells: [StackedHeader.Head], _ walk: StackedWalk) -> Bool {
    guard walk.items.contains(where: { !$0.isEmpty }) else { return false }
    let isBelowYear =
      walk.items[walk.items.count - 1].isEmpty && walk.heads.last.map { $0.role == nil && !$0.isPart } == true
    return cells.contains { cell in
      cell.role == .name && !isTarget(cell, walk) || cell.role != nil && !isBelowYear && isKnown(cell, walk)
    }
  }

  func isKnown(_ cell: StackedHeader.Head, _ walk: StackedWalk) -> Bool {
    walk.heads.contains { $0.role == cell.role && $0.cell.text == cell.cell.text }
  }

  /// The head of the names may be written out behind the whole table.
  func takeLateName(_ cells: [StackedHeader.Head], _ walk: inout StackedWalk) {
    guard cells.count == 1, cells[0].role == .name, !walk.heads.contains(where: { $0.role == .name }) else { return }
    walk.heads.append(cells[0])
    walk.end = rows.text.line(at: cells[0].cell.source.end - 1)
  }

  /// The heads of the words may be written out behind the heading below the table:
  ///
  ///     現状値 目標値
  ///     出生数 480人 500人
  ///     （1）子育て支援の充実
  ///     分野
  ///     指標名
  ///
  ///     【現状と課題】
  func takeNameBelowText(_ walk: inout StackedWalk) {
    guard !walk.heads.contains(where: { $0.role == .name }), walk.items.count == 1,
      walk.items[0].contains(where: { $0.sort == .words })
    else { return }
    var line = walk.end
    var found: [StackedHeader.Head] = []
    var textLines: [Int] = []
    while line < rows.count, line - walk.end <= Self.mostBeforeLateHeads, !found.contains(where: { $0.role == .name }) {
      if rows.isBlank(line) {
        line += 1
      } else if !reader.isText(line), let (cells, next) = heads.cells(at: line), cells.count == 1,
        cells[0].role == .name || cells[0].role == .group
      {
        found += cells
        line = next
      } else if found.isEmpty, textLines.isEmpty, endsNames(at: line, walk) {
        textLines.append(line)
        line += 1
      } else {
        return
      }
    }
    let next = (line..<rows.count).first { !rows.isBlank($0) }
    guard found.contains(where: { $0.role == .name }), next.map({ $0 > line && endsNames(at: $0, walk) }) ?? true else {
      return
    }
    walk.heads = found.filter { $0.role == .group } + walk.heads + found.filter { $0.role == .name }
    walk.textLines += textLines
    walk.end = line
  }

  private static let mostBeforeLateHeads = 8

  /// 数値目標 behind a head for values is the target.
  func isTarget(_ head: StackedHeader.Head, _ walk: StackedWalk) -> Bool {
    let roles = walk.heads.map(\.role)
    return head.mayBeTarget && roles.contains(.baseline) && !roles.contains(.target)
  }
}
