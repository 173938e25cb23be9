/// Tables of HTML, as converters write them into Markdown: in one line or spread over many.
///
///     <table><tr><td rowspan="2">指標</td><td colspan="2">目標値</td></tr>…</table>
///
/// Reads row and column spans, `<th>`, `<thead>`, paragraphs and breaks in cells, character references, and tags that
/// were never closed. A table within a cell gives its text to the cell.
struct HTMLTableReader {
  let rows: TextLines
  private static let opening = Array("<table".utf8)

  init(_ text: SourceText) { rows = TextLines(text: text) }

  /// The offset of the next `<table` in any case, or nil.
  func nextTable(from start: Int) -> Int? {
    let bytes = rows.text.bytes
    var index = bytes.span.first(UInt8(ascii: "<"), from: start, to: bytes.count)
    while index + 6 < bytes.count {
      if zip(bytes[index..<index + 6], Self.opening).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return index }
      index = bytes.span.first(UInt8(ascii: "<"), from: index + 1, to: bytes.count)
    }
    return nil
  }

  /// The table that begins at an offset, or nil where it holds no cell.
  func region(at start: Int) -> PageHints.TableRegion? {
    var parser = HTMLTableParser(bytes: rows.text.bytes, start: start)
    guard let table = parser.parse() else { return nil }
    let first = rows.text.line(at: table.source.start) - 1
    let last = rows.text.line(at: table.source.end - 1)
    return PageHints.TableRegion(lines: first..<last, table: table)
  }
}

/// Walks through the tags of one table.
private struct HTMLTableParser {
  let bytes: [UInt8]
  let start: Int
  private var grid = TableGrid()
  /// How many tables are open; text of inner ones goes to the cell around them.
  private var depth = 0
  private var cell: (tag: HTMLTag, lines: [[UInt8]], first: Int, last: Int)?
  private var rowIsOpen = false
  /// Behind the last tag that ended a cell or row, for a table that is never closed.
  private var lastEnd = 0
  private static let widest = 1000

  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    self.start = start
  }

  mutating func parse() -> Table? {
    var index = start
    var end: Int?
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let tag = HTMLTag(at: index, in: bytes, to: bytes.count) {
        // A table that begins between the cells of another: the other was never closed.
        if tag.name == "table", !tag.isClosing, depth == 1, cell == nil { break }
        index = tag.range.upperBound
        read(tag)
        if depth == 0 {
          end = index
          break
        }
      } else {
        index = readText(at: index)
      }
    }
    if end == nil, lastEnd == 0 { cutOpenCell() }
    closeRow()
    let rows = grid.rows.filter { !$0.isEmpty }
    guard !rows.isEmpty, let end = end ?? (lastEnd > 0 ? lastEnd : nil) else { return nil }
    return Table(rows: rows, form: .html, source: SourceRange(start..<end))
  }

  /// The last cell of a table in which nothing is closed, as HTML allows for rows and cells, ends with its line; what a table
  /// of one row would swallow is text.
  private mutating func cutOpenCell() {
    guard let open = cell, grid.rows.count > 1, grid.rows[0].count > 1 else { return }
    let end = bytes.span.first(Ascii.lineFeed, from: open.first, to: bytes.count)
    if end < open.last {
      cell!.lines = [Array(open.lines[0].prefix { $0 != Ascii.lineFeed })]
      cell!.last = end
    }
    lastEnd = cell!.last
  }

  private mutating func read(_ tag: HTMLTag) {
    switch (tag.name, tag.isClosing) {
    case ("table", false): depth += 1
    case ("table", true): depth -= 1
    default: break
    }
    guard depth == 1, tag.name != "table" else {
      if depth > 1, tag.breaksLine || tag.name == "table" { breakLine() }
      return
    }
    switch (tag.name, tag.isClosing) {
    case ("td", false), ("th", false): openCell(tag)
    case ("td", true), ("th", true):
      closeCell()
      lastEnd = tag.range.upperBound
    case ("tr", false): openRow()
    case ("tr", true), ("thead", _), ("tbody", _), ("tfoot", _):
      closeRow()
      lastEnd = tag.range.upperBound
    default: if tag.breaksLine { breakLine() }
    }
  }

  /// Adds a run of text, or one character reference; returns where the next thing begins.
  private mutating func readText(at index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "&"), let entity = HTMLEntity(at: index, in: bytes, to: bytes.count) {
      add(Array(entity.text.utf8)[...], from: index, to: index + entity.length)
      return index + entity.length
    }
    var end = index + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "&") { end += 1 }
    add(bytes[index..<end], from: index, to: end)
    return end
  }

  private mutating func add(_ text: ArraySlice<UInt8>, from start: Int, to end: Int) {
    guard cell != nil else { return }
    if cell!.lines[cell!.lines.count - 1].isEmpty, cell!.lines.count == 1 { cell!.first = start }
    cell!.lines[cell!.lines.count - 1].append(contentsOf: text)
    cell!.last = end
  }

  private mutating func breakLine() {
    guard cell != nil, !(cell!.lines.last?.isEmpty ?? true) else { return }
    cell!.lines.append([])
  }

  private mutating func openRow() {
    closeRow()
    grid.beginRow()
    rowIsOpen = true
  }

  private mutating func closeRow() {
    closeCell()
    if rowIsOpen { grid.endRow() }
    rowIsOpen = false
  }

  private mutating func openCell(_ tag: HTMLTag) {
    closeCell()
    if !rowIsOpen { openRow() }
    cell = (tag, [[]], tag.range.upperBound, tag.range.upperBound)
  }

  private mutating func closeCell() {
    guard let open = cell else { return }
    cell = nil
    let range = TextLines.trimmed(open.first..<max(open.first, open.last), in: bytes)
    let lines = open.lines.map { CellText.joined(Self.physicalLines($0)) }
    var made = Table.Cell(lines: lines, source: SourceRange(range))
    made.columnSpan = open.tag.number("colspan", in: bytes, limit: Self.widest)
    made.rowSpan = open.tag.number("rowspan", in: bytes, limit: 65_534)
    grid.append(made)
  }

  /// A line break in the source is white space, which in a wrapped Japanese cell is none at all.
  private static func physicalLines(_ line: [UInt8]) -> [String] {
    line.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { part in
      String(decoding: part[TextLines.trimmed(part.startIndex..<part.endIndex, in: line)], as: UTF8.self)
    }
  }
}
