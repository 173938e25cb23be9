/// Parts the rows of a drawn grid that hold several rows of values with no rule between them.
///
/// Office programs often leave the rules between the rows of a body out, so that the grid has one tall row. It holds rows of
/// its own where the lines of its cells are level and as many in each, a column has a quantity on every line, and no line of
/// the others is so full that it would go on in the next.
struct UnruledRows {
  private let em: Double

  init(em: Double) { self.em = em }

  func parted(_ table: PageTable) -> PageTable {
    var result = table
    result.rows = []
    for row in table.rows {
      let count = lineCount(of: row)
      if count > 1 { stretch(&result.rows, by: count - 1) }
      result.rows += count > 1 ? parted(row, count) : [row]
    }
    return result
  }

  /// Cells above that stand beside the row stand beside all of its parts.
  private func stretch(_ rows: inout [[PageTable.Cell]], by count: Int) {
    for row in rows.indices {
      for column in rows[row].indices where row + rows[row][column].rowSpan > rows.count {
        rows[row][column].rowSpan += count
      }
    }
  }

  private func parted(_ row: [PageTable.Cell], _ count: Int) -> [[PageTable.Cell]] {
    (0..<count).map { part in row.map { self.part(part, of: $0, count) } }
  }

  private func part(_ part: Int, of cell: PageTable.Cell, _ count: Int) -> PageTable.Cell {
    var result = cell
    if cell.lines.count == count, cell.rowSpan == 1 {
      result.lines = [cell.lines[part]]
    } else if part > 0 {
      result.lines = []
      result.isCovered = true
      result.rowSpan = 1
    } else if !cell.isCovered {
      result.rowSpan += count - 1
    }
    return result
  }

  /// How many rows the row holds; 1 where nothing shows that there are more.
  private func lineCount(of row: [PageTable.Cell]) -> Int {
    let cells = row.filter { !$0.isEmpty && $0.rowSpan == 1 && $0.lines.count > 1 }
    guard cells.count >= 2, let count = cells.first?.lines.count,
      cells.allSatisfy({ $0.lines.count == count && !$0.lines.contains(where: \.isDownward) })
    else { return 1 }
    let areLevel = cells.allSatisfy { cell in
      zip(cell.lines, cells[0].lines).allSatisfy { abs($0.center - $1.center) < 0.4 * em }
    }
    let values = cells.filter { $0.lines.allSatisfy(isQuantity) }
    let names = cells.filter { !$0.lines.allSatisfy(isQuantity) }
    guard areLevel, !values.isEmpty, !names.isEmpty else { return 1 }
    return names.allSatisfy { $0.lines.allSatisfy { isWhole($0, in: row) } } ? count : 1
  }

  /// A figure with what it counts, and no year or remark beside another figure.
  private func isQuantity(_ line: PrintedLine) -> Bool {
    let text = line.text.folded
    guard let first = text.unicodeScalars.first, first.isDecimal else { return false }
    return !text.hasSuffix("年") && !text.hasSuffix("年度")
  }

  /// A line that does not fill its cell, and is no remark in brackets on the line above.
  private func isWhole(_ line: PrintedLine, in row: [PageTable.Cell]) -> Bool {
    guard let cell = row.first(where: { $0.lines.contains { $0.box == line.box } }) else { return false }
    let opensRemark = line.words[0].text.folded.hasPrefix("(")
    return !opensRemark && line.box.width < cell.width - 2.6 * em
  }
}
