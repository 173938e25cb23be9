/// The rows of a table of words whose cells stand one blank apart: their order alone tells the columns.
///
///     移住相談窓口の設置 専任の相談員を置きま
///     す。 企画課
struct OrderedWordRows {
  let columns: Int
  let rows: TextLines

  /// Complete rows; nil where a line cannot be dealt.
  func rows(_ lines: [WordTableReader.Line]) -> [[Table.Cell]]? {
    var result: [[Table.Cell]] = []
    var row: [Table.Cell] = []
    for line in lines {
      var pieces = line.segments.map { Table.Cell(text: rows.string($0.source), source: SourceRange($0.source)) }
      if row.isEmpty {
        row = pieces
      } else if row.count + pieces.count == columns, isEnded(row[row.count - 1]) || pieces.count > 1 {
        row += pieces
      } else if row.count + pieces.count - 1 <= columns {
        row[row.count - 1] = WordValueColumns.joined([row[row.count - 1], pieces.removeFirst()])
        row += pieces
      } else {
        return nil
      }
      if row.count == columns, isComplete(row, before: line, in: lines) {
        result.append(row)
        row = []
      }
    }
    return row.isEmpty ? result : nil
  }

  /// The last cell goes on in the next line where it breaks off and that line holds nothing else.
  private func isComplete(
    _ row: [Table.Cell], before line: WordTableReader.Line, in lines: [WordTableReader.Line]
  ) -> Bool {
    guard let next = lines.first(where: { $0.line > line.line }) else { return true }
    return next.segments.count == columns || isEnded(row[row.count - 1])
  }

  private func isEnded(_ cell: Table.Cell) -> Bool { cell.text.hasSuffix("。") }
}
