/// Lines of text that were copied out of a spreadsheet or a word processor's table, with the tabs of the empty cells beside
/// them: 施策3　防災⇥⇥ above rows of three cells.
///
/// A line whose only filled cell stands in the first column is a line of text, unless it belongs to the table around it: among
/// rows it may head a group of them or go on in a name. Tabs that every line of the text begins with are an empty column.
enum LoneCells {
  static func find(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    guard bytes.span.first(Ascii.tab, from: 0, to: bytes.count) < bytes.count else { return }
    var reader = LoneCellReader(findings.text)
    reader.readAll()
    findings.add(reader.edits)
  }
}

/// Walks through the paragraphs of a text for lone cells.
private struct LoneCellReader {
  /// A line by its cells; places are those of the whole text.
  private struct Row {
    enum Kind { case blank, plain, lone, cells }

    var kind: Kind
    /// How many tabs stand before the first filled cell.
    var column = 0
    /// From the first filled cell's beginning to the end of the last one's.
    var filled: Range<Int>
    /// The first filled cell.
    var first: Range<Int>
    var line: Range<Int>
  }

  private let bytes: [UInt8]
  private let starts: [UInt32]
  /// Tabs that every line begins with.
  private var margin = 0
  private(set) var edits: [RepairedText.Edit] = []
  /// Where the lines begin that were found to be text.
  private var free: Set<Int> = []
  private lazy var headings = HeadingReader(bytes, lexicon: .standard)
  private static let headers = HeaderWords(.standard)

  init(_ text: SourceText) {
    bytes = text.bytes
    starts = text.lineStarts
    margin = commonColumn()
  }

  mutating func readAll() {
    var paragraph: [Row] = []
    for index in starts.indices {
      let row = row(index)
      if row.kind == .blank {
        readParagraph(paragraph)
        paragraph = []
      } else {
        paragraph.append(row)
      }
    }
    readParagraph(paragraph)
  }

  /// How many tabs every line begins with: hardly ever more than the first line tells.
  private func commonColumn() -> Int {
    var least: Int?
    for row in starts.indices.lazy.map(row) where row.kind != .blank {
      least = min(least ?? row.column, row.column)
      if least == 0 { break }
    }
    return least ?? 0
  }

  private func row(_ index: Int) -> Row {
    let end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
    let line = Int(starts[index])..<end
    let cut = TextLines.trimmed(line, in: bytes)
    var row = Row(kind: cut.isEmpty ? .blank : .plain, filled: cut, first: cut, line: line)
    let span = bytes.span
    guard !cut.isEmpty, span.first(Ascii.tab, from: line.lowerBound, to: line.upperBound) < line.upperBound else {
      return row
    }
    let firstEnd = span.first(Ascii.tab, from: cut.lowerBound, to: cut.upperBound)
    row.column = span.count(of: Ascii.tab, from: line.lowerBound, to: cut.lowerBound)
    row.first = cut.lowerBound..<firstEnd
    row.kind = firstEnd < cut.upperBound ? .cells : .lone
    return row
  }

  private mutating func readParagraph(_ rows: [Row]) {
    guard rows.contains(where: { $0.kind == .lone }) || margin > 0 else { return }
    guard let first = rows.firstIndex(where: { $0.kind == .cells }) else {
      for row in rows where row.kind == .lone { setFree(row, indent: row.column - margin) }
      return cutMargin(rows)
    }
    let column = rows.map(\.column).min() ?? 0
    readAbove(rows[..<first], rows[first], column)
    readBehind(rows[first...], column)
    cutMargin(rows)
  }

  /// Lone cells above a table, unless the first row is the lower part of a header that begins with the cell.
  private mutating func readAbove(_ rows: ArraySlice<Row>, _ header: Row, _ column: Int) {
    guard header.column == column else { return }
    for row in rows where row.kind == .lone && row.column == column { setFree(row) }
  }

  /// Lone cells behind rows: those before another header, and from a heading on those that no row follows.
  private mutating func readBehind(_ rows: ArraySlice<Row>, _ column: Int) {
    var waiting: [Row] = []
    for row in rows.dropFirst() {
      switch row.kind {
      case .lone where row.column == column: waiting.append(row)
      case .cells where row.column == column && isHeader(row, like: rows[rows.startIndex]):
        for row in waiting { setFree(row) }
        waiting = []
      default: waiting = []
      }
    }
    for row in waiting.drop(while: { !isHeading($0.first) }) { setFree(row) }
  }

  /// The header of the table above again, or another that begins with a word for names.
  private func isHeader(_ row: Row, like header: Row) -> Bool {
    bytes[row.filled] == bytes[header.filled] || Self.headers.role(of: bytes[row.first]) == .name
  }

  /// A heading's word with its number: 施策4.
  private mutating func isHeading(_ cell: Range<Int>) -> Bool {
    let candidate = headings.read(cell)
    return candidate.label != nil && candidate.numbering != nil
  }

  /// A lone cell as a line of text.
  private mutating func setFree(_ row: Row, indent: Int = 0) {
    free.insert(row.line.lowerBound)
    let blanks = Array(repeatElement(Self.wideBlank, count: indent).joined())
    // A page's form feed stays.
    let start = row.filled.lowerBound - row.column
    let isPlain = start >= row.line.lowerBound && bytes[start..<row.filled.lowerBound].allSatisfy { $0 == Ascii.tab }
    if row.column > 0, isPlain {
      edits.append(RepairedText.Edit(range: start..<row.filled.lowerBound, replacement: blanks))
    }
    var end = row.line.upperBound
    while end > row.filled.upperBound, bytes[end - 1] == Ascii.lineFeed || bytes[end - 1] == Ascii.carriageReturn {
      end -= 1
    }
    if row.filled.upperBound < end { edits.append(RepairedText.Edit(range: row.filled.upperBound..<end)) }
  }

  private static let wideBlank = Array("\u{3000}".utf8)

  /// Rows without the columns that are empty throughout.
  private mutating func cutMargin(_ rows: [Row]) {
    guard margin > 0 else { return }
    for row in rows where !free.contains(row.line.lowerBound) {
      let start = row.line.lowerBound
      if bytes[start..<start + margin].allSatisfy({ $0 == Ascii.tab }) {
        edits.append(RepairedText.Edit(range: start..<start + margin))
      }
    }
  }
}
