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
  private static let quote = UInt8(ascii: "\"")
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
    let source = SourceRange(content.lowerBound..<rows.content(end - 1).upperBound)
    return PageHints.TableRegion(lines: first..<end, table: Table(rows: table, form: .commas, source: source))
  }

  /// Two commas at least: the cheap question.
  private func holdsCommas(_ content: Range<Int>) -> Bool {
    let bytes = rows.text.bytes.span
    let first = bytes.first(Self.comma, from: content.lowerBound, to: content.upperBound)
    return first < content.upperBound
      && bytes.first(Self.comma, from: first + 1, to: content.upperBound) < content.upperBound
  }

  /// The cells of the row that begins on a line, and the line behind it: a cell in quotes may hold line ends.
  private func row(at line: Int) -> (cells: [Table.Cell], end: Int)? {
    let bytes = rows.text.bytes
    var cells: [Table.Cell] = []
    var index = rows.content(line).lowerBound
    var last = line
    guard !rows.isBlank(line) else { return nil }
    while true {
      let start = index
      let isQuoted = index < bytes.count && bytes[index] == Self.quote
      if isQuoted {
        guard let close = endOfQuotes(from: index) else { return nil }
        index = close
        last = max(last, rows.text.line(at: UInt32(close - 1)) - 1)
      }
      let end = rows.content(last).upperBound
      while index < end, bytes[index] != Self.comma { index += 1 }
      cells.append(cell(start..<min(index, end), isQuoted: isQuoted))
      guard index < end else { return (cells, last + 1) }
      index += 1
    }
  }

  /// Behind the quote that ends a cell; two quotes are one within it. No cell has more than so many bytes.
  private func endOfQuotes(from start: Int) -> Int? {
    let bytes = rows.text.bytes
    let limit = min(bytes.count, start + Self.longestCell)
    var index = start + 1
    while index < limit {
      if bytes[index] == Self.quote {
        guard index + 1 < limit, bytes[index + 1] == Self.quote else { return index + 1 }
        index += 1
      }
      index += 1
    }
    return nil
  }

  private static let longestCell = 8192

  private func cell(_ range: Range<Int>, isQuoted: Bool) -> Table.Cell {
    let trimmed = TextLines.trimmed(range, in: rows.text.bytes)
    guard isQuoted, trimmed.count > 1 else {
      return Table.Cell(text: rows.string(trimmed), source: SourceRange(trimmed))
    }
    let inner = trimmed.lowerBound + 1..<trimmed.upperBound - 1
    let lines = rows.string(inner).replacing("\"\"", with: "\"").split(whereSeparator: \.isNewline)
    return Table.Cell(lines: lines.map { String($0) }, source: SourceRange(inner))
  }
}
