import KeikakuText

/// Labels with their value beside them instead of above: 指標 | 出生数 | 現状値 | 100人 | 目標値 | 120人, in one row or several,
/// and whole tables turned on their side.
extension RowClassifier {
  private func cells(_ row: Int) -> [(column: Int, cell: TableScan.Cell)] {
    scan.rows[row].enumerated().filter { $0.element.shape != .empty }.map { ($0.offset, $0.element) }
  }

  private func label(_ cell: TableScan.Cell) -> ColumnRole? {
    guard cell.shape != .figure, let header = cell.header, header.isComplete else { return nil }
    return header.role
  }

  /// Labels and values in turn.
  func isPairs(_ row: Int) -> Bool {
    let cells = cells(row)
    guard cells.count >= 2, cells.count % 2 == 0 else { return false }
    return cells.indices.allSatisfy { index in
      let role = label(cells[index].cell)
      return index % 2 == 0 ? role != nil && role != .group : role == nil || cells[index].cell.shape.isYear
    }
  }

  /// The pairs name an indicator and give it a target.
  func pairsHoldTarget(_ rows: Range<Int>) -> Bool {
    var opensWithName = false
    var hasTarget = false
    for row in rows {
      let cells = cells(row)
      for index in stride(from: 0, to: cells.count, by: 2) {
        let value = cells[index + 1].cell.shape
        switch label(cells[index].cell) {
        case .name where value.isText: opensWithName = true
        case .target where value.isFigure || value == .mark: hasTarget = hasTarget || opensWithName
        default: break
        }
      }
    }
    return opensWithName && hasTarget
  }

  /// Each indicator's labels and values, as places of cells: a new name begins a new one.
  func pairGroups(_ rows: Range<Int>) -> [[(label: (row: Int, column: Int), value: (row: Int, column: Int))]] {
    var groups: [[(label: (row: Int, column: Int), value: (row: Int, column: Int))]] = []
    for row in rows {
      let cells = cells(row)
      for index in stride(from: 0, to: cells.count - 1, by: 2) {
        let pair = ((row, cells[index].column), (row, cells[index + 1].column))
        if groups.isEmpty
          || (label(cells[index].cell) == .name && !groups[groups.count - 1].isEmpty && holdsName(groups))
        {
          groups.append([])
        }
        groups[groups.count - 1].append((label: pair.0, value: pair.1))
      }
    }
    return groups
  }

  private func holdsName(_ groups: [[(label: (row: Int, column: Int), value: (row: Int, column: Int))]]) -> Bool {
    groups[groups.count - 1].contains { scan.rows[$0.label.row][$0.label.column].header?.role == .name }
  }

  /// Where a table on its side ends that begins here: names across, a row for each baseline, target and result.
  func endOfTransposed(at row: Int) -> Int? {
    guard row + 2 < count, isRowOfNames(row) else { return nil }
    var end = row + 1
    var roles: Set<ColumnRole> = []
    while end < count, let role = rowRole(end) {
      if role.isValue, scan.rows[end].contains(where: { $0.shape.isFigure }) { roles.insert(role) }
      end += 1
    }
    return roles.contains(.target) && roles.count >= 2 ? end : nil
  }

  private func isRowOfNames(_ row: Int) -> Bool {
    let cells = cells(row)
    let hasLabel =
      scan.rows[row].first.map { $0.shape == .empty || $0.header?.role == .name || $0.header?.role == .group } ?? false
    let names = cells.filter { $0.column > 0 }
    return hasLabel && names.count >= 2 && names.allSatisfy { $0.cell.shape == .words && $0.cell.header == nil }
  }

  private func rowRole(_ row: Int) -> ColumnRole? {
    guard let first = scan.rows[row].first, let role = label(first), role != .name, role != .group else { return nil }
    return cells(row).dropFirst().allSatisfy { label($0.cell) == nil || $0.cell.shape.isYear } ? role : nil
  }
}

extension Table {
  /// The rows with columns and rows exchanged.
  func transposed(_ range: Range<Int>) -> Table {
    let width = rows[range].reduce(0) { max($0, $1.count) }
    var turned = self
    turned.rows = (0..<width).map { column in
      range.map { row in
        column < rows[row].count ? rows[row][column] : Cell(text: "", source: rows[row].last?.source ?? source)
      }
    }
    return turned
  }
}
