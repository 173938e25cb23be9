/// A table on a page, before it is written into the linear text.
struct PageTable: Sendable {
  struct Cell: Sendable {
    /// Its words, line by line.
    var lines: [PrintedLine] = []
    /// The inner width of the cell, by which a line is full.
    var width = 0.0
    var rowSpan = 1
    var columnSpan = 1
    /// A merged cell to its left or above covers it.
    var isCovered = false

    var isEmpty: Bool { lines.isEmpty }
    var text: String { lines.map { $0.text }.joined() }
    var letters: Int { lines.reduce(0) { $0 + $1.letters } }
  }

  var form: Table.Form
  var box: PageBox
  /// The columns' borders, from left to right; one more than there are columns.
  var borders: [Double]
  var rows: [[Cell]]

  var columnCount: Int { borders.count - 1 }
  var filledCells: Int { rows.reduce(0) { $0 + $1.count { !$0.isEmpty } } }

  /// Some of its rows, in the box that their words fill.
  func part(_ range: Range<Int>) -> PageTable {
    var part = self
    part.rows = Array(rows[range])
    let boxes = part.rows.joined().flatMap(\.lines).map(\.box)
    if let first = boxes.first, range.count < rows.count { part.box = boxes.reduce(first) { $0.joined(with: $1) } }
    return part
  }

  /// The column of the cell of a row below or above which a box stands; nil where it stands below several or beside them.
  func column(of box: PageBox, in row: Int) -> Int? {
    rows[row].indices.first { column in
      let end = column + rows[row][column].columnSpan
      return !rows[row][column].isCovered && borders[column] <= box.x0 && box.x1 <= borders[end]
    }
  }

  /// Takes out rows without any text, and columns without text that are too narrow for a letter.
  mutating func dropEmpty(em: Double) {
    for row in rows.indices.reversed() where rows[row].allSatisfy(\.isEmpty) { removeRow(row) }
    for column in (0..<columnCount).reversed() where columnCount > 1 {
      let isNarrow = borders[column + 1] - borders[column] < 0.9 * em
      if isNarrow, rows.allSatisfy({ $0[column].isEmpty }) { removeColumn(column) }
    }
  }

  private mutating func removeRow(_ row: Int) {
    for above in 0..<row {
      for column in rows[above].indices where above + rows[above][column].rowSpan > row {
        rows[above][column].rowSpan -= 1
      }
    }
    for column in rows[row].indices where rows[row][column].rowSpan > 1 && row + 1 < rows.count {
      rows[row + 1][column].isCovered = false
    }
    rows.remove(at: row)
  }

  mutating func removeColumn(_ column: Int) {
    for row in rows.indices {
      for left in 0..<column where left + rows[row][left].columnSpan > column { rows[row][left].columnSpan -= 1 }
      if rows[row][column].columnSpan > 1, column + 1 < rows[row].count { rows[row][column + 1].isCovered = false }
      rows[row].remove(at: column)
    }
    borders.remove(at: column == 0 ? 0 : column)
  }

  /// The same table on borders among which its own are, give or take a few points.
  func spread(to target: [Double]) -> PageTable {
    guard target.count != borders.count else { return self }
    let places = borders.map { border in target.indices.min { abs(target[$0] - border) < abs(target[$1] - border) } ?? 0
    }
    var result = self
    result.borders = target
    result.rows = rows.map { row in
      var cells = (1..<target.count).map { _ in PageTable.Cell(isCovered: true) }
      for column in row.indices {
        var cell = row[column]
        let end = places[min(column + cell.columnSpan, places.count - 1)]
        cell.columnSpan = max(1, end - places[column])
        cells[places[column]] = cell
      }
      return cells
    }
    return result
  }
}
