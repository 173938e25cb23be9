/// The rows of an overview whose columns wide gaps hold apart: goals beside their measures.
///
///     基本目標                    施策
///                              （１）農業の振興
///     基本目標1 しごとをつくる         （２）観光の振興
///                              （３）創業の支援
///
/// A goal is set in the middle of its measures; it comes to the first of them, which counts anew or which the goals'
/// places leave.
struct OverviewRows {
  let columns: Int
  let rows: TextLines
  let headings: HeadingReader

  private struct Item {
    var column: Int
    /// The line it begins in, then those that it was wrapped into.
    var line: Int
    var pieces: [Range<Int>]
    var number: String?
  }

  /// Nil where nothing tells which measures are a goal's.
  func rows(_ lines: [WordColumns.Line]) -> [[Table.Cell]]? {
    var items = items(lines)
    for column in (0..<columns - 1).reversed() {
      guard let settled = settled(items, column) else { return nil }
      items = settled
    }
    let byLine = Dictionary(grouping: items, by: \.line)
    return byLine.keys.sorted().map { line in
      let cells = (0..<columns).map { column in byLine[line]?.first { $0.column == column }?.pieces ?? [] }
      return CellsOfPieces(rows: rows).row(cells)
    }
  }

  /// What is numbered or labelled begins an item; what is not goes on with the one above it in its column.
  private func items(_ lines: [WordColumns.Line]) -> [Item] {
    var items: [Item] = []
    for (index, line) in lines.enumerated() {
      for piece in line.pieces {
        let number = headings.read(piece.segment.source).number
        if number == nil, let last = items.lastIndex(where: { $0.column == piece.column }), items[last].number != nil {
          items[last].pieces.append(piece.segment.source)
        } else {
          items.append(Item(column: piece.column, line: index, pieces: [piece.segment.source], number: number))
        }
      }
    }
    return items
  }

  /// Moves the items of a column up to the first of those in the next column that are theirs.
  private func settled(_ items: [Item], _ column: Int) -> [Item]? {
    let parents = items.indices.filter { items[$0].column == column }
    let children = items.filter { $0.column == column + 1 }
    guard let firstParent = parents.first, let firstChild = children.first else { return items }
    let lines = parents.map { items[$0].line }
    if items[firstParent].line <= firstChild.line, isTop(lines, children) { return items }
    let firsts =
      numbered(parents.map { items[$0].number }, children) ?? counted(children, parents.count)
      ?? balanced(lines, children)
    guard let firsts else { return nil }
    var items = items
    for (parent, line) in zip(parents, firsts) { items[parent].line = line }
    return items
  }

  /// Each goal stands beside a measure that counts anew, or beside any where none counts.
  private func isTop(_ parents: [Int], _ children: [Item]) -> Bool {
    parents.allSatisfy { line in
      children.contains { $0.line == line && $0.number.map { $0 == "1" || $0.hasSuffix("-1") } ?? true }
    }
  }

  /// The lines of 1-1, 2-1 and so on beside the goals 1, 2.
  private func numbered(_ parents: [String?], _ children: [Item]) -> [Int]? {
    let firsts = parents.compactMap { parent in
      parent.flatMap { parent in children.first { $0.number?.hasPrefix(parent + "-") == true } }
    }
    return firsts.count == parents.count && firsts.first?.line == children.first?.line ? firsts.map(\.line) : nil
  }

  /// The lines of the children that count anew, where there are as many as parents.
  private func counted(_ children: [Item], _ parents: Int) -> [Int]? {
    let firsts = children.filter { $0.number == "1" || $0.number?.hasSuffix("-1") == true }
    return firsts.count == parents ? firsts.map(\.line) : nil
  }

  /// The lines at which the parents' shares begin where each stands in the middle of its own, if there is one way alone. Of
  /// an even number the middle is the line above or the one below it.
  private func balanced(_ parents: [Int], _ children: [Item]) -> [Int]? {
    var ways: [[Int]] = [[]]
    var ends = [0]
    for parent in parents {
      var next: [(way: [Int], end: Int)] = []
      for (way, end) in zip(ways, ends) where end < children.count {
        let above = children[end...].count { $0.line < parent }
        let isBeside = children[end...].contains { $0.line == parent }
        for size in isBeside ? [2 * above, 2 * above + 1, 2 * above + 2] : [2 * above]
        where size > 0 && end + size <= children.count {
          next.append((way + [children[end].line], end + size))
        }
      }
      guard next.count <= Self.mostWays else { return nil }
      ways = next.map(\.way)
      ends = next.map(\.end)
    }
    let whole = zip(ways, ends).filter { $0.1 == children.count }
    return whole.count == 1 ? whole[0].0 : nil
  }

  private static let mostWays = 200
}
