/// Parts the rows of a drawn grid that hold several rows of values with no rule between them.
///
/// Office programs often leave the rules between the rows of a body out, and others those between the rows of a group, so that
/// the grid has one tall row. It holds rows of its own in two cases. The lines of its cells are level and as many in each, a
/// column has a quantity on every line, and no line of the others is so full that it would go on in the next. Or several columns
/// have their quantities on the same lines, and the lines of a wrapped name part into groups each of which stands half-way
/// beside one of these:
///
///     学習   市民の防災意識調査において「備えて     44.6    55.0
///           いる」と回答した人の割合
///           路線バスの１便当たり平均乗車人員      5.8     6.0
struct UnruledRows {
  private let em: Double
  /// Lines no farther apart than this are level, in letters.
  private static let level = 0.4

  init(em: Double) { self.em = em }

  func parted(_ table: PageTable) -> PageTable {
    var result = table
    result.rows = []
    for row in table.rows {
      let parts = levelRows(of: row) ?? rowsBesideNames(of: row) ?? [row]
      if parts.count > 1 { stretch(&result.rows, by: parts.count - 1) }
      result.rows += parts
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

  /// The row's parts, for each cell its lines in each of them; nil for a cell that stands beside all of them.
  private func parted(_ row: [PageTable.Cell], _ count: Int, _ lines: [[[PrintedLine]]?]) -> [[PageTable.Cell]] {
    (0..<count).map { part in
      row.indices.map { column in
        var cell = row[column]
        if let own = lines[column] {
          cell.lines = own[part]
        } else if part > 0 {
          cell.lines = []
          cell.isCovered = true
          cell.rowSpan = 1
        } else if !cell.isCovered {
          cell.rowSpan += count - 1
        }
        return cell
      }
    }
  }

  // MARK: Level lines

  private func levelRows(of row: [PageTable.Cell]) -> [[PageTable.Cell]]? {
    let count = lineCount(of: row)
    guard count > 1 else { return nil }
    return parted(row, count, row.map { $0.lines.count == count && $0.rowSpan == 1 ? $0.lines.map { [$0] } : nil })
  }

  /// How many rows the row holds; 1 where nothing shows that there are more.
  private func lineCount(of row: [PageTable.Cell]) -> Int {
    let cells = row.filter { !$0.isEmpty && $0.rowSpan == 1 && $0.lines.count > 1 }
    guard cells.count >= 2, let count = cells.first?.lines.count,
      cells.allSatisfy({ $0.lines.count == count && !$0.lines.contains(where: \.isDownward) })
    else { return 1 }
    let areLevel = cells.allSatisfy { cell in
      zip(cell.lines, cells[0].lines).allSatisfy { abs($0.center - $1.center) < Self.level * em }
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

  // MARK: Quantities beside wrapped names

  private func rowsBesideNames(of row: [PageTable.Cell]) -> [[PageTable.Cell]]? {
    guard let centers = quantityCenters(of: row) else { return nil }
    let isFigures = row.map { $0.lines.contains(where: isQuantity) }
    let names = row.map { cell in isParted(cell) ? groups(of: cell.lines, beside: centers) : nil }
    let named = row.indices.filter { column in
      !isFigures[column] && names[column] != nil && row[column].lines.count > centers.count
    }
    guard let name = named.first else { return nil }
    let lines = row.indices.map { column in
      isParted(row[column]) ? names[column] ?? (column > name ? level(row[column].lines, with: centers) : nil) : nil
    }
    // A figure that stands beside no line of the others could be anyone's.
    guard row.indices.allSatisfy({ !isFigures[$0] || lines[$0] != nil }) else { return nil }
    return parted(row, centers.count, lines)
  }

  private func isParted(_ cell: PageTable.Cell) -> Bool { !cell.isEmpty && cell.rowSpan == 1 }

  /// Where the lines of quantities stand that several columns have; nil where columns with as many differ.
  private func quantityCenters(of row: [PageTable.Cell]) -> [Double]? {
    let cells = row.filter { isParted($0) && $0.lines.count > 1 && $0.lines.allSatisfy(isQuantity) }
    let count = cells.map(\.lines.count).max() ?? 0
    let whole = cells.filter { $0.lines.count == count }
    guard whole.count >= 2, let centers = whole.first?.lines.map(\.center) else { return nil }
    let areLevel = whole.allSatisfy { cell in
      zip(cell.lines, centers).allSatisfy { abs($0.center - $1) < Self.level * em }
    }
    return areLevel ? centers : nil
  }

  /// The lines in groups that follow each other, each half-way beside its centre.
  private func groups(of lines: [PrintedLine], beside centers: [Double]) -> [[PrintedLine]]? {
    var groups: [[PrintedLine]] = []
    var rest = lines[...]
    for center in centers {
      let end = rest.indices.first {
        abs((rest[rest.startIndex].center + rest[$0].center) / 2 - center) < Self.level * em
      }
      guard let end, !lines.contains(where: \.isDownward) else { return nil }
      groups.append(Array(rest[...end]))
      rest = rest[(end + 1)...]
    }
    return rest.isEmpty ? groups : nil
  }

  /// Each line beside the centre that it is level with; some may have none.
  private func level(_ lines: [PrintedLine], with centers: [Double]) -> [[PrintedLine]]? {
    let rows = centers.map { center in lines.filter { abs($0.center - center) < Self.level * em } }
    return rows.joined().count == lines.count && rows.allSatisfy { $0.count <= 1 } ? rows : nil
  }
}
