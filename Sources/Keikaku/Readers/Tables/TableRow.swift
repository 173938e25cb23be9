/// A row of a table as its columns see it: a row that slipped sideways is moved back.
struct TableRow {
  let table: Table
  let scan: TableScan
  let index: Int
  let nameColumn: Int
  /// How far right of its column each cell from the name on stands.
  let shift: Int

  init(_ index: Int, of table: Table, scan: TableScan, layout: ColumnLayout) {
    self.table = table
    self.scan = scan
    self.index = index
    nameColumn = layout.nameColumn ?? 0
    shift = Self.shift(of: index, scan: scan, layout: layout, nameColumn: nameColumn)
  }

  func scanned(_ column: Int) -> TableScan.Cell? { scan[index, place(column)] }

  func cell(_ column: Int) -> Table.Cell? {
    let place = place(column)
    return place >= 0 && place < table.rows[index].count ? table.rows[index][place] : nil
  }

  /// The trimmed text of a cell, nil where it is empty.
  func text(_ column: Int?) -> String? {
    guard let column, let cell = cell(column), let shape = scanned(column)?.shape, shape != .empty else { return nil }
    return UnitBracket.trimmed(Substring(cell.text))
  }

  /// Text of a column of words: nil too for a dash.
  func words(_ column: Int?) -> String? {
    guard let column, let shape = scanned(column)?.shape, shape != .mark else { return nil }
    return text(column)
  }

  private func place(_ column: Int) -> Int { column < nameColumn + min(0, shift) ? column : column + shift }

  /// From the name to the last cell that is not empty.
  var source: SourceRange {
    let cells = table.rows[index].dropFirst(max(0, nameColumn + shift)).filter { !$0.isEmpty }
    guard let first = cells.first, let last = cells.last else { return table.rows[index].first?.source ?? table.source }
    return first.source.joined(with: last.source)
  }

  /// A name in a value column with its own column empty means that the row slipped right; a figure in the name's column
  /// after a name in the column before, with the last column empty, that it slipped left.
  private static func shift(of row: Int, scan: TableScan, layout: ColumnLayout, nameColumn: Int) -> Int {
    let cells = scan.rows[row]
    if lacksFirstCells(scan, row, layout, nameColumn) { return -nameColumn }
    guard nameColumn < cells.count else { return 0 }
    let name = cells[nameColumn]
    if name.shape == .empty, !name.isCovered { return shiftRight(cells, layout, nameColumn) }
    guard name.shape.isFigure || name.shape == .mark, nameColumn > 0, cells[nameColumn - 1].shape == .words else {
      return 0
    }
    let lastValue = layout.columns.lastIndex { $0.role?.isValue == true } ?? 0
    return lastValue < cells.count && cells[lastValue].shape != .empty ? 0 : -1
  }

  /// NPO法人の数 | 26団体 | 40団体 at a row's beginning, below 項 | 内容 | 指標 | 現状値 | 目標値: a converter left out the cells that
  /// reach down from the row above, and the others moved up to the edge.
  private static func lacksFirstCells(_ scan: TableScan, _ row: Int, _ layout: ColumnLayout, _ nameColumn: Int) -> Bool
  {
    let cells = scan.rows[row]
    let filled = cells.prefix { $0.shape != .empty }
    guard nameColumn > 0, filled.count > 1, filled.count <= layout.columns.count - nameColumn,
      cells.dropFirst(filled.count).allSatisfy({ $0.shape == .empty && !$0.isCovered }),
      filled[0].shape.isText || isListed(scan.text(filled[0])), !cells[0].isCovered,
      filled.contains(where: { $0.shape.isFigure })
    else { return false }
    return filled.indices.dropFirst().allSatisfy { index in
      scan.holdsValue(cells[index]) == (layout.columns[nameColumn + index].role?.isValue ?? false)
    }
  }

  private static func isListed(_ text: String) -> Bool { ListMark.removed(from: text) != text }

  private static func shiftRight(_ cells: [TableScan.Cell], _ layout: ColumnLayout, _ nameColumn: Int) -> Int {
    guard let found = cells.indices.dropFirst(nameColumn + 1).first(where: { cells[$0].shape != .empty }) else {
      return 0
    }
    let owner = found < layout.columns.count ? layout.columns[found].continues ?? found : found
    guard cells[found].shape.isText, owner < layout.columns.count, layout.columns[owner].role?.isValue == true,
      cells[(found + 1)...].contains(where: { $0.shape.isFigure })
    else { return 0 }
    return found - nameColumn
  }
}
