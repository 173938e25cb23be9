import KeikakuText

/// One look at every cell of a table: its text folded without blanks, in one buffer, with its shape and header word.
struct TableScan: Sendable {
  struct Cell: Sendable {
    /// The folded text without blanks, as a range of `TableScan.bytes`.
    var range: Range<Int>
    var shape: CellShape
    var header: HeaderWord?
    /// A merged cell to the left or above stands here.
    var isCovered = false
  }

  private(set) var bytes: [UInt8] = []
  private(set) var rows: [[Cell]] = []

  /// Longer cells hold no header word.
  static let longestHeader = 120

  init(_ table: Table, words: HeaderLexicon) {
    rows.reserveCapacity(table.rows.count)
    bytes.reserveCapacity(table.source.indices.count)
    for row in table.rows {
      var cells: [Cell] = []
      cells.reserveCapacity(row.count)
      for cell in row {
        let start = bytes.count
        FoldedText.appendCompact(cell.text, to: &bytes)
        cells.append(Cell(range: start..<bytes.count, shape: .empty, isCovered: cell.isCovered))
      }
      rows.append(cells)
    }
    Self.classify(&rows, in: bytes, words)
    for row in rows.indices {
      for column in rows[row].indices
      where rows[row][column].header?.role.isValue == true && ValueLook.isLabelledFigure(table.rows[row][column].text) {
        rows[row][column].header = nil
      }
      for column in rows[row].indices where rows[row][column].shape == .figure {
        if beginsWithItemNumber(rows[row][column].range), ValueLook.isNumberedName(table.rows[row][column].text.folded)
        {
          rows[row][column].shape = .words
        }
      }
    }
  }

  /// One or two digits and more letters than most units have: worth a look at the text with its blanks.
  private func beginsWithItemNumber(_ range: Range<Int>) -> Bool {
    guard range.count >= 16 else { return false }
    let digits = range.prefix(3).prefix { (0x30...0x39).contains(bytes[$0]) }.count
    return digits == 1 || digits == 2
  }

  private static func classify(_ rows: inout [[Cell]], in bytes: [UInt8], _ words: HeaderLexicon) {
    let span = bytes.span
    for row in rows.indices {
      for column in rows[row].indices {
        let range = rows[row][column].range
        guard !range.isEmpty else { continue }
        rows[row][column].shape = CellShape(span, range)
        guard range.count <= longestHeader else { continue }
        rows[row][column].header = words.header(in: span, range: range)
      }
    }
  }

  /// The compact text of a cell, for look-ups.
  func text(_ cell: Cell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }

  /// A figure, a mark for none, or 維持.
  func holdsValue(_ cell: Cell) -> Bool {
    cell.shape.isFigure || cell.shape == .mark || ValueLook.isValue(text(cell))
  }

  subscript(row: Int, column: Int) -> Cell? {
    row < rows.count && column < rows[row].count && column >= 0 ? rows[row][column] : nil
  }
}
