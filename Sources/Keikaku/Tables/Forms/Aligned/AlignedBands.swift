/// Lines of an aligned table that stand over its whole width and head the rows below them.
///
///     指標                 基準値(R1)    目標値(R6)
///     基本目標１　しごと
///     農業産出額           12億円        13億円
struct AlignedBands {
  let rows: TextLines
  let labels: NodeLabels

  /// A label with its number, and no wide gap behind it.
  func holds(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard !content.isEmpty, content.count <= Self.longest else { return false }
    let text = rows.string(content).folded
    return labels.head(text) && !text.contains("  ")
      && !text.split(separator: " ").contains { ValueLook.isValue(String($0)) }
  }

  /// In bytes.
  private static let longest = 150

  /// The table with a row for each band, before the first row that stands below it.
  func inserted(_ bands: [Int], into table: Table) -> Table {
    var table = table
    let width = table.rows.first?.count ?? 1
    for band in bands.reversed() {
      let source = SourceRange(rows.content(band))
      let place =
        table.rows.firstIndex { row in row.contains { !$0.isEmpty && $0.source.start > source.start } }
        ?? table.rows.count
      let empty = Table.Cell(text: "", source: SourceRange(start: source.end, end: source.end))
      let cells = [Table.Cell(text: rows.string(rows.content(band)), source: source)]
      table.rows.insert(cells + Array(repeating: empty, count: max(0, width - 1)), at: place)
    }
    return table
  }
}
