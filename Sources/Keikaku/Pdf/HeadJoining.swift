/// Joins columns that blank space parts though they are one: a head may be centred over cells that are set to the left or
/// right, and a narrow figure does not reach below it.
///
///     指標                      現状値（R5）                 目標値（R10）
///     防犯灯のLED化率      60.0％                      100％
extension PageTable {
  /// No header has more rows.
  private static let headLimit = 4

  /// With each column whose only text is its head joined to the one beside it that lacks a head.
  func joiningHeads() -> PageTable {
    guard form != .ruled, rows.count > 1 else { return self }
    var result = self
    for heads in Set([1, headCount]).sorted() { result.joinHeads(rows: heads) }
    return result
  }

  /// How many rows stand above the first one that has a figure beyond its first cell.
  private var headCount: Int {
    let body = rows.firstIndex { $0.dropFirst().contains { $0.lines.contains(where: TableJudge.isFigure) } }
    return body.map { max(1, min($0, Self.headLimit)) } ?? 1
  }

  /// A head between two columns that lack one goes to the one that its neighbours leave it.
  private mutating func joinHeads(rows heads: Int) {
    while columnCount > 2, heads < rows.count, let pair = headAndValues(heads) {
      join(pair.head, pair.values, rows: heads)
    }
  }

  private func headAndValues(_ heads: Int) -> (head: Int, values: Int)? {
    for column in 0..<columnCount where isHeadAlone(column, heads) {
      let beside = [column - 1, column + 1].filter { lacksHead($0, heads) && mayJoin(column, $0) }
      if beside.count == 1 { return (column, beside[0]) }
    }
    return nil
  }

  private mutating func join(_ head: Int, _ values: Int, rows heads: Int) {
    let (left, right) = (min(head, values), max(head, values))
    for row in rows.indices where !isSpanned(row, left) {
      let width = rows[row][left].width + rows[row][right].width
      rows[row][left] = rows[row][row < heads ? head : values]
      rows[row][left].width = width
    }
    removeColumn(right)
  }

  private func isHeadAlone(_ column: Int, _ heads: Int) -> Bool {
    rows[..<heads].contains { !$0[column].isEmpty && $0[column].columnSpan == 1 }
      && rows[heads...].indices.allSatisfy { rows[$0][column].isEmpty || isSpanned($0, column) }
  }

  private func lacksHead(_ column: Int, _ heads: Int) -> Bool {
    guard column >= 0, column < columnCount else { return false }
    return rows[..<heads].indices.allSatisfy { rows[$0][column].isEmpty || isSpanned($0, column) }
      && rows[heads...].indices.contains { !rows[$0][column].isEmpty && !isSpanned($0, column) }
  }

  /// Every wide cell covers both columns or none of them.
  private func mayJoin(_ column: Int, _ other: Int) -> Bool {
    rows.indices.allSatisfy { spanning($0, column) == spanning($0, other) }
  }

  /// The columns of the wide cell that covers a place of a row; nil where its cell is one column wide.
  private func spanning(_ row: Int, _ column: Int) -> Range<Int>? {
    let start = rows[row][...column].lastIndex { $0.columnSpan > 1 }
    return start.map { $0..<$0 + rows[row][$0].columnSpan }.flatMap { $0.contains(column) ? $0 : nil }
  }

  private func isSpanned(_ row: Int, _ column: Int) -> Bool { spanning(row, column) != nil }
}
