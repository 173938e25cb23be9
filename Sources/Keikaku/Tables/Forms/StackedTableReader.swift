import KeikakuText

/// Tables with one cell a line, as plain `pdftotext` leaves them.
///
///     指標名
///     基準値
///     目標値
///     出生数
///     480人
///     500人
///
/// Read only where header and order tell which value is whose: the header's words stand one a line, and each row has as
/// many values as the header has columns for them. A row with fewer is left as text.
struct StackedTableReader {
  let rows: TextLines
  let headers: HeaderWords
  private static let longestCell = 240

  init(_ text: SourceText, lexicon: Lexicon) {
    rows = TextLines(text: text)
    headers = HeaderWords(lexicon)
  }

  /// A filled line as a cell.
  private struct Item {
    var line: Int
    var source: Range<Int>
    var text: String
  }

  /// The tables that begin with a header at a line; each but the first repeats the header, after a row that cannot be
  /// read. Empty where there is none.
  func regions(at first: Int) -> [PageHints.TableRegion] {
    guard headers.role(of: rows.string(rows.content(first))) != nil, let head = header(at: first),
      head.cells.count >= 3,
      let columns = WordValueColumns(head.cells.map { headers.role(of: $0.text) })
    else { return [] }
    return regions(header: head.cells, columns: columns, from: head.next)
  }

  /// Header words, one a line; a bracketed year or unit below one belongs to it.
  private func header(at first: Int) -> (cells: [Table.Cell], next: Int)? {
    var cells: [Table.Cell] = []
    var brackets: [Item] = []
    var line = first
    while cells.count <= 24, let item = item(at: line) {
      if !cells.isEmpty, item.text.folded.hasPrefix("("), item.text.folded.hasSuffix(")") {
        brackets.append(item)
      } else if headers.isHeader(item.text), !ValueLook.isValue(item.text) {
        give(&brackets, to: &cells)
        cells.append(Table.Cell(text: item.text, source: SourceRange(item.source)))
      } else {
        break
      }
      line = item.line + 1
    }
    give(&brackets, to: &cells)
    // A lead word such as 数値目標 above the header is none of it: the last word for names begins the header.
    let names = cells.prefix(3).lastIndex { headers.role(of: $0.text) == .name } ?? 0
    return cells.count <= 24 ? (Array(cells[names...]), line) : nil
  }

  /// Brackets in as many lines as there are values are one for each, in order: 基準値 | 目標値 | (R1) | (R6). Else they
  /// belong to the last cell.
  private func give(_ brackets: inout [Item], to cells: inout [Table.Cell]) {
    let others = cells.lastIndex { ![.baseline, .target, .actual].contains(headers.role(of: $0.text)) } ?? -1
    let values = Array(cells.indices[(others + 1)...])
    for (order, bracket) in brackets.enumerated() {
      let place = brackets.count == values.count ? values[order] : cells.count - 1
      cells[place].text += bracket.text
      cells[place].source = cells[place].source.joined(with: SourceRange(bracket.source))
    }
    brackets = []
  }

  /// The first filled line at or after one, past at most one blank line and no end of page.
  private func item(at line: Int) -> Item? {
    var next = line
    while next < rows.count, next - line < 2, rows.isBlank(next), !rows.beginsPage(next) { next += 1 }
    guard next < rows.count, !rows.beginsPage(next) else { return nil }
    let content = rows.content(next)
    guard !content.isEmpty, content.count <= Self.longestCell, !rows.holdsSeparator(content) else { return nil }
    return Item(line: next, source: content, text: rows.string(content))
  }

  private func regions(header: [Table.Cell], columns: WordValueColumns, from start: Int) -> [PageHints.TableRegion] {
    var found: [PageHints.TableRegion] = []
    var body: [[Table.Cell]] = []
    var first = start
    var line = start
    while let (items, values) = row(at: line, columns: columns) {
      let next = (items + values).last!.line + 1
      // Behind words after the values nothing tells a wrapped name from the rest of the row before.
      let isCertain = columns.trailing == 0 || items.count == columns.leading
      if isCertain, let cells = columns.cells(texts: items.map(cell), values: values.map(cell)) {
        body.append(cells)
      } else {
        found += region(header: header, body: body, lines: first..<line, isFirst: found.isEmpty)
        body = []
        first = next
      }
      line = next
    }
    return found + region(header: header, body: body, lines: first..<line, isFirst: found.isEmpty)
  }

  /// Lines of words, then lines of values: one row, be it complete or not.
  private func row(at start: Int, columns: WordValueColumns) -> (texts: [Item], values: [Item])? {
    var texts: [Item] = []
    var values: [Item] = []
    var line = start
    while let item = item(at: line) {
      if ValueLook.isValue(item.text) {
        guard !texts.isEmpty else { return nil }
        values.append(item)
      } else if values.isEmpty {
        if texts.count > columns.leading + 3 { return nil }
        texts.append(item)
      } else {
        break
      }
      line = item.line + 1
      if values.count == columns.values { break }
    }
    guard !values.isEmpty else { return nil }
    for _ in 0..<(values.count == columns.values ? columns.trailing : 0) {
      guard let item = item(at: line), !ValueLook.isValue(item.text) else { return nil }
      values.append(item)
      line = item.line + 1
    }
    return (texts, values)
  }

  private func cell(_ item: Item) -> Table.Cell { Table.Cell(text: item.text, source: SourceRange(item.source)) }

  private func region(
    header: [Table.Cell], body: [[Table.Cell]], lines: Range<Int>, isFirst: Bool
  ) -> [PageHints.TableRegion] {
    guard !body.isEmpty else { return [] }
    let start = isFirst ? rows.text.line(at: header[0].source.start) - 1 : lines.lowerBound
    let source = rows.content(start).lowerBound..<rows.content(lines.upperBound - 1).upperBound
    let table = Table(rows: [header] + body, form: .stacked, source: SourceRange(source))
    return [PageHints.TableRegion(lines: start..<lines.upperBound, table: table)]
  }
}
