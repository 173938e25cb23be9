/// The rows of a table of words whose cells stand one after the other, with one blank between those of a line: their order
/// alone tells the columns.
///
///     創業セミナーの
///     開催 町内の全地区で順次実施します。 学校教育
///     課
///
/// A blank within a line ends a cell; the end of a line does so where the cell ends a sentence, or where it is the last of
/// the row and does not fill its column.
struct OrderedWordRows {
  let columns: Int
  let rows: TextLines

  /// Nil where a line cannot be dealt.
  func rows(_ lines: [WordTableLine]) -> [[Table.Cell]]? {
    let last = lines.filter { $0.segments.count > 1 }.compactMap(\.segments.last).map(width).max() ?? 0
    var result: [[[LineSegment]]] = []
    for line in lines {
      var segments = line.segments[...]
      if let row = result.indices.last, goesOn(result[row], line.segments.count, widestOfLast: last) {
        if !beginsNext(result[row], line.segments.count) {
          result[row][result[row].count - 1].append(segments.removeFirst())
        }
        result[row] += segments.map { [$0] }
      } else {
        if let row = result.last, row.count < columns { return nil }
        result.append(segments.map { [$0] })
      }
      if result[result.count - 1].count > columns { return nil }
    }
    guard result.last?.count == columns, keepToColumns(result, lines) else { return nil }
    return result.map { CellsOfPieces(rows: rows).row($0.map { $0.map(\.source) }) }
  }

  /// No piece is wider than its column is in the lines that hold all cells, which have no place for doubt.
  private func keepToColumns(_ cells: [[[LineSegment]]], _ lines: [WordTableLine]) -> Bool {
    let full = lines.filter { $0.segments.count == columns }
    guard !full.isEmpty else { return false }
    return (0..<columns).allSatisfy { column in
      let widest = full.map { width($0.segments[column]) }.max() ?? 0
      return cells.allSatisfy { row in row[column].allSatisfy { width($0) <= widest + Self.tolerance } }
    }
  }

  private static let tolerance = 4

  /// Whether a line with so many pieces goes on with a row.
  private func goesOn(_ row: [[LineSegment]], _ count: Int, widestOfLast: Int) -> Bool {
    if row.count < columns { return true }
    guard count == 1, let last = row.last?.last else { return false }
    return !endsSentence(last) && width(last) + 2 >= widestOfLast
  }

  /// Whether the first piece of a line begins the next cell of a row.
  private func beginsNext(_ row: [[LineSegment]], _ count: Int) -> Bool {
    guard row.count + count <= columns, let last = row.last?.last else { return false }
    return endsSentence(last)
  }

  private func endsSentence(_ segment: LineSegment) -> Bool { rows.string(segment.source).hasSuffix("。") }

  private func width(_ segment: LineSegment) -> Int { rows.width(segment.source) }
}
