import KeikakuText

/// Tables of Markdown whose columns are told by dashes below the header, as pandoc writes those of word processors.
///
///     指標                 基準値   目標値        ---------------------------------------
///     -------------------- -------- --------      指標                 基準値   目標値
///     新規就農者数         3人      10人            （累計）             （R1）   （R6）
///     観光入込客数         12万人   15万人        -------------------- -------- --------
///                                                 新規就農者数         3人      10人
///                                                 （累計）
///
///                                                 観光入込客数         12万人   15万人
///                                                 ---------------------------------------
///
/// To the left a row is a line. To the right, between rules over the whole width, a row ends with a blank line.
struct DashRuledTableReader {
  private let rows: TextLines
  private static let dash = UInt8(ascii: "-")
  private static let mostHeaderLines = 8
  private static let mostLines = 5000

  init(_ text: SourceText) { rows = TextLines(text: text) }

  /// Whether a text holds two dashes, a blank and two dashes: the cheap question.
  static func mayHold(_ bytes: borrowing Span<UInt8>) -> Bool {
    let end = bytes.count
    var index = bytes.first(dash, from: 0, to: end)
    while index + 4 < end {
      if bytes[index + 1] == dash, bytes[index + 2] == 0x20 || bytes[index + 2] == dash {
        var next = index
        while next < end, bytes[next] == dash { next += 1 }
        if next + 2 < end, bytes[next] == 0x20, bytes[next + 1] == dash || bytes[next + 1] == 0x20 { return true }
        index = next
      }
      index = bytes.first(dash, from: index + 1, to: end)
    }
    return false
  }

  /// The table that begins with its header at a line, or nil.
  func region(at first: Int) -> PageHints.TableRegion? {
    guard !rows.isBlank(first), !isRule(first), let ruler = ruler(below: first) else { return nil }
    let hasEdges = first > 0 && isRule(first - 1)
    guard hasEdges || ruler == first + 1 else { return nil }
    let start = ruler + 1
    guard let body = hasEdges ? rowsBetweenRules(from: start) : rowsOfOneLine(from: start), !body.rows.isEmpty else {
      return nil
    }
    let groups = [first..<ruler] + body.rows
    let columns = columns(ruler)
    let width = ColumnWidth.allCases.first { width in groups.joined().allSatisfy { keepsGaps($0, columns, width) } }
    return width.map { width in
      rows.region(first..<body.end, groups.map { row($0, columns, width) }, form: .drawn)
    }
  }

  // MARK: Lines

  /// Dashes alone, one run of them.
  private func isRule(_ line: Int) -> Bool {
    let content = rows.text.bytes[rows.content(line)]
    return content.count > 2 && content.allSatisfy { $0 == Self.dash }
  }

  /// Two runs of dashes at least, and blanks.
  private func isRuler(_ line: Int) -> Bool {
    let content = rows.text.bytes[rows.content(line)]
    guard content.count > 4, content.first == Self.dash, content.contains(0x20) else { return false }
    return content.allSatisfy { $0 == Self.dash || $0 == 0x20 }
  }

  /// The line of dashes that ends a header.
  private func ruler(below first: Int) -> Int? {
    let limit = min(rows.count, first + Self.mostHeaderLines)
    for line in first + 1..<max(first + 1, limit) {
      if rows.isBlank(line) || isRule(line) { return nil }
      if isRuler(line) { return line }
    }
    return nil
  }

  private func rowsOfOneLine(from start: Int) -> (rows: [Range<Int>], end: Int)? {
    var end = start
    while end < min(rows.count, start + Self.mostLines), !rows.isBlank(end), !isRuler(end), !isRule(end) { end += 1 }
    return ((start..<end).map { $0..<$0 + 1 }, end)
  }

  /// Nil where no rule closes them.
  private func rowsBetweenRules(from start: Int) -> (rows: [Range<Int>], end: Int)? {
    var found: [Range<Int>] = []
    var row = start
    for line in start..<min(rows.count, start + Self.mostLines) {
      guard rows.isBlank(line) || isRule(line) else { continue }
      if row < line { found.append(row..<line) }
      if isRule(line) { return (found, line + 1) }
      row = line + 1
    }
    return nil
  }

  // MARK: Columns

  /// How wide a letter was taken to be by what wrote the table.
  private enum ColumnWidth: CaseIterable {
    /// Letters of Japanese fill two places, marks that other scripts know as well one.
    case eastAsian
    case allWide, allNarrow

    func places(of lead: UInt8) -> Int {
      switch self {
      case _ where lead < 0x80: 1
      case _ where lead & 0xC0 == 0x80: 0
      case .eastAsian: lead >= 0xE3 ? 2 : 1
      case .allWide: lead >= 0xE0 ? 2 : 1
      case .allNarrow: 1
      }
    }
  }

  private func start(of line: Int) -> Int { rows.indented(line).lowerBound }

  /// The place of each run of dashes.
  private func columns(_ ruler: Int) -> [Int] {
    let bytes = rows.text.bytes
    let content = rows.content(ruler)
    let starts = content.filter { bytes[$0] == Self.dash && ($0 == content.lowerBound || bytes[$0 - 1] != Self.dash) }
    return starts.map { $0 - start(of: ruler) }
  }

  /// The blank before each column's first place stands in the line as well.
  private func keepsGaps(_ line: Int, _ columns: [Int], _ width: ColumnWidth) -> Bool {
    let bytes = rows.text.bytes
    var place = 0
    var next = 1
    for index in start(of: line)..<rows.content(line).upperBound {
      let places = width.places(of: bytes[index])
      while next < columns.count, columns[next] <= place { next += 1 }
      guard next < columns.count else { return true }
      if places > 0, place <= columns[next] - 1, columns[next] - 1 < place + places, bytes[index] != 0x20 {
        return false
      }
      place += places
    }
    return true
  }

  private func row(_ lines: Range<Int>, _ columns: [Int], _ width: ColumnWidth) -> [Table.Cell] {
    let pieces = lines.map { cut($0, columns, width) }
    return columns.indices.map { column in rows.markdownCell(pieces.map { $0[column] }) }
  }

  /// The bytes of a line in each column.
  private func cut(_ line: Int, _ columns: [Int], _ width: ColumnWidth) -> [Range<Int>] {
    let bytes = rows.text.bytes
    let end = rows.content(line).upperBound
    var bounds: [Int] = []
    var place = 0
    for index in start(of: line)..<end where bytes[index] & 0xC0 != 0x80 {
      while bounds.count < columns.count, columns[bounds.count] <= place { bounds.append(index) }
      place += width.places(of: bytes[index])
    }
    while bounds.count <= columns.count { bounds.append(end) }
    bounds[0] = start(of: line)
    return columns.indices.map { TextLines.trimmed(bounds[$0]..<bounds[$0 + 1], in: bytes) }
  }
}
