/// Tables drawn with characters, as word processors and converters without other means write them:
///
///     ┌──────┬────┬────┐      +----------+--------+--------+
///     │指標        │現状値  │目標値  │      | 指標     | 現状値 | 目標値 |
///     ├──────┼────┼────┤      +==========+========+========+
///     │新規就農者数│12人    │20人    │      | 出生数   | 480人  | 500人  |
///     └──────┴────┴────┘      +----------+--------+--------+
///
/// Rules part the rows; a cell beside which the rule is broken goes on below. Cells that cover several columns are told by
/// the places of their strokes.
struct DrawnTableReader {
  let rows: TextLines

  init(_ text: SourceText) { rows = TextLines(text: text) }

  /// Whether a text holds what such tables are drawn with: the cheap question.
  static func mayHold(_ bytes: borrowing Span<UInt8>) -> Bool {
    let end = bytes.count
    var index = bytes.first(0xE2, from: 0, to: end)
    while index + 2 < end {
      if bytes[index + 1] == 0x94 || bytes[index + 1] == 0x95 { return true }
      index = bytes.first(0xE2, from: index + 1, to: end)
    }
    index = bytes.first(UInt8(ascii: "+"), from: 0, to: end)
    while index + 2 < end {
      if bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == UInt8(ascii: "-") { return true }
      index = bytes.first(UInt8(ascii: "+"), from: index + 1, to: end)
    }
    return false
  }

  /// The lines from here that are drawn; nil where none begins a table.
  func run(at first: Int) -> Range<Int>? {
    guard let line = drawn(first), line.hasCrossing || isHeadOfRule(first) else { return nil }
    var end = first + 1
    while end < rows.count, drawn(end) != nil { end += 1 }
    return first..<end
  }

  /// The table of a run; nil where the lines draw something else.
  func table(_ run: Range<Int>) -> Table? {
    let lines = run.compactMap(drawn)
    guard let columns = DrawnColumns(lines, in: rows.text.bytes) else { return nil }
    let cells = DrawnRows(lines, columns, rows).grid
    let source = SourceRange(rows.content(run.lowerBound).lowerBound..<rows.content(run.upperBound - 1).upperBound)
    return cells.count > 1 ? Table(rows: cells, form: .drawn, source: source) : nil
  }

  private func drawn(_ line: Int) -> DrawnLine? { DrawnLine(rows.content(line), in: rows.text.bytes) }

  /// A row above a rule: the table has no upper edge.
  private func isHeadOfRule(_ line: Int) -> Bool {
    guard line + 1 < rows.count, let next = drawn(line + 1) else { return false }
    return next.isRule && next.hasCrossing
  }
}

/// The columns of a drawn table, and which of them each piece of a line covers.
private struct DrawnColumns {
  private(set) var count = 0
  /// For each line and bound the edge of a column that it stands on.
  private(set) var edges: [[Int]] = []

  /// Nil where the lines show no table of at least two columns or their strokes stand in no columns.
  init?(_ lines: [DrawnLine], in bytes: [UInt8]) {
    let most = lines.map(\.bounds.count).max() ?? 0
    guard most > 2, lines.contains(where: { $0.isRule && $0.bounds.count > 2 }) else { return nil }
    count = most - 1
    // Drawn characters are as wide as a letter or half as wide, as the font has them.
    for width in [2, 1] {
      if let edges = Self.edges(lines, most, strokeWidth: width, bytes) {
        self.edges = edges
        return
      }
    }
    return nil
  }

  private static func edges(_ lines: [DrawnLine], _ most: Int, strokeWidth: Int, _ bytes: [UInt8]) -> [[Int]]? {
    guard let full = lines.first(where: { $0.bounds.count == most }) else { return nil }
    let places = self.places(full, strokeWidth, bytes)
    var result: [[Int]] = []
    for line in lines {
      if line.bounds.count == most {
        result.append(Array(0..<most))
        continue
      }
      var edges: [Int] = []
      for place in self.places(line, strokeWidth, bytes) {
        guard let edge = places.firstIndex(where: { abs($0 - place) <= 1 }), edge > edges.last ?? -1 else { return nil }
        edges.append(edge)
      }
      guard edges.first == 0, edges.last == most - 1 else { return nil }
      result.append(edges)
    }
    return result
  }

  /// The columns of the screen at which the bounds stand.
  private static func places(_ line: DrawnLine, _ strokeWidth: Int, _ bytes: [UInt8]) -> [Int] {
    var place = 0
    var result: [Int] = []
    for (index, bound) in line.bounds.enumerated() {
      result.append(place)
      guard index + 1 < line.bounds.count else { break }
      let between = bound.upperBound..<line.bounds[index + 1].lowerBound
      let width = Sentences.width(bytes, between)
      let isDrawn = line.pieces[index].isRule && bytes[between.lowerBound] >= 0x80
      let boundWidth = bound.count == 3 ? strokeWidth : bound.count
      place += boundWidth + (isDrawn ? width / 2 * strokeWidth : width)
    }
    return result
  }
}

/// Gathers the text between the rules into cells.
private struct DrawnRows {
  private(set) var grid: [[Table.Cell]] = []
  private let rows: TextLines
  private let isOneRowALine: Bool

  private struct Cell {
    var columns: Range<Int>
    var lines: [String] = []
    var source: SourceRange?
    var rowSpan = 1
  }

  private var cells: [[Cell]] = []

  init(_ lines: [DrawnLine], _ columns: DrawnColumns, _ rows: TextLines) {
    self.rows = rows
    isOneRowALine = Self.isOneRowALine(lines)
    var isOpen = false
    for (line, edges) in zip(lines, columns.edges) {
      let ruled = line.pieces.indices.filter { line.pieces[$0].isRule }
      if ruled.isEmpty {
        if !isOpen || isOneRowALine { beginRow() }
        isOpen = true
      } else if ruled.count < line.pieces.count, isOpen {
        let kept = line.pieces.indices.filter { !line.pieces[$0].isRule }.map { edges[$0]..<edges[$0 + 1] }
        beginRow(keeping: kept)
      } else {
        isOpen = false
      }
      for (piece, columns) in zip(line.pieces, zip(edges, edges.dropFirst())) where !piece.isRule {
        take(piece.range, columns.0..<columns.1)
      }
    }
    write()
  }

  /// Only the header is ruled off, and its lines are rows as the body's are: some have all their cells filled.
  private static func isOneRowALine(_ lines: [DrawnLine]) -> Bool {
    let stretches = lines.split { $0.pieces.contains(where: \.isRule) }
    guard stretches.count <= 2, let body = stretches.last else { return false }
    return body.count(where: { line in line.pieces.allSatisfy { !$0.range.isEmpty } }) > 1
  }

  /// A new row; cells beside which the rule is broken reach into it.
  private mutating func beginRow(keeping kept: [Range<Int>] = []) {
    if !cells.isEmpty {
      let last = cells.count - 1
      for columns in kept {
        if let place = place(of: columns) { cells[place.row][place.index].rowSpan = last + 2 - place.row }
      }
    }
    cells.append([])
  }

  /// The cell of these columns in the last row, or one of an earlier row that reaches into it.
  private func place(of columns: Range<Int>) -> (row: Int, index: Int)? {
    for row in cells.indices.reversed() {
      if let index = cells[row].firstIndex(where: { $0.columns == columns }) {
        return row + cells[row][index].rowSpan >= cells.count ? (row, index) : nil
      }
    }
    return nil
  }

  private mutating func take(_ range: Range<Int>, _ columns: Range<Int>) {
    guard !cells.isEmpty else { return }
    var place = place(of: columns)
    if place == nil {
      cells[cells.count - 1].append(Cell(columns: columns))
      place = (cells.count - 1, cells[cells.count - 1].count - 1)
    }
    guard let place, !range.isEmpty else { return }
    let source = SourceRange(range)
    cells[place.row][place.index].lines += CellText.linesWithoutInlineMarks(rows.string(range))
    cells[place.row][place.index].source =
      cells[place.row][place.index].source.map { $0.joined(with: source) } ?? source
  }

  private mutating func write() {
    var grid = TableGrid()
    var end = SourceRange(0..<0)
    for row in cells where !row.isEmpty {
      grid.beginRow()
      for cell in row.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
        let source = cell.source ?? SourceRange(start: end.start, end: end.start)
        var written = Table.Cell(lines: cell.lines, source: source)
        written.columnSpan = cell.columns.count
        written.rowSpan = cell.rowSpan
        grid.append(written)
        end = source
      }
      grid.endRow()
    }
    self.grid = grid.rows
  }
}
