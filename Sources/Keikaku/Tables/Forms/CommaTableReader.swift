/// Tables as spreadsheets and open data portals write them, their cells parted by commas (RFC 4180):
///
///     No.,指標,現状値(R1),目標値(R6)
///     1,防災訓練の参加者数,"1,200人","1,500人"
///
/// Commas stand in running text too, so that only a header of known words begins such a table, and each of its rows has as
/// many cells as the header.
struct CommaTableReader {
  let rows: TextLines
  private let headers: HeaderWords
  private static let comma = UInt8(ascii: ",")
  private static let leastColumns = 3

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
  }

  /// The table whose header stands on a line, or nil.
  func region(at first: Int) -> PageHints.TableRegion? {
    let content = rows.content(first)
    guard holdsCommas(content), let header = row(at: first) else { return nil }
    let roles = header.cells.compactMap { headers.role(of: $0.text) }
    guard header.cells.count >= Self.leastColumns, roles.count > 1, roles.contains(where: \.isValue) else { return nil }
    var table = [header.cells]
    var end = header.end
    while end < rows.count, let next = row(at: end), next.cells.count == header.cells.count {
      table.append(next.cells)
      end = next.end
    }
    guard table.count > 1 else { return nil }
    return rows.region(first..<end, table, form: .commas)
  }

  /// Two commas at least: the cheap question.
  private func holdsCommas(_ content: Range<Int>) -> Bool {
    let bytes = rows.text.bytes.span
    let first = bytes.first(Self.comma, from: content.lowerBound, to: content.upperBound)
    return first < content.upperBound
      && bytes.first(Self.comma, from: first + 1, to: content.upperBound) < content.upperBound
  }

  /// The cells of the row that begins on a line, and the line behind it.
  private func row(at line: Int) -> (cells: [Table.Cell], end: Int)? {
    guard !rows.isBlank(line),
      let row = SeparatedRow(rows.text, from: rows.content(line).lowerBound, separator: Self.comma)
    else { return nil }
    return (row.cells, rows.text.line(at: UInt32(row.end - 1)))
  }
}
