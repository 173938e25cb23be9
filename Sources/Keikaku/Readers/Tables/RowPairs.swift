import KeikakuText

/// Labels with their value beside them instead of above: 指標 | 出生数 | 現状値 | 100人 | 目標値 | 120人, in one row or several,
/// and whole tables turned on their side.
extension RowClassifier {
  private func cells(_ row: Int) -> [(column: Int, cell: TableScan.Cell)] {
    var cells: [(column: Int, cell: TableScan.Cell)] = []
    cells.reserveCapacity(filled(row).count)
    for (column, cell) in scan.rows[row].enumerated() where cell.shape != .empty { cells.append((column, cell)) }
    return cells
  }

  /// R2実績 looks like a figure with its unit, and is a label all the same.
  private func label(_ cell: TableScan.Cell) -> ColumnRole? {
    guard let header = cell.header, header.isComplete, cell.shape != .figure || header.role.isValue else { return nil }
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

  /// 年度別目標 | R2 | R3 over a row of figures without a label: a value for each year. Further rows with a label of their own,
  /// 実績, may follow.
  ///
  /// - Returns: the row behind them; nil where none begins.
  private func endOfYears(at row: Int) -> Int? {
    let cells = cells(row)
    guard cells.count > 1, row + 1 < count, label(cells[0].cell)?.isValue == true,
      cells.dropFirst().allSatisfy({ $0.cell.shape.isYear }),
      areFigures(self.cells(row + 1)[...], below: cells)
    else { return nil }
    var end = row + 2
    while end < count, let first = self.cells(end).first, label(first.cell)?.isValue == true,
      areFigures(self.cells(end).dropFirst(), below: cells)
    {
      end += 1
    }
    return end
  }

  /// R2 | 1組 among the labels of a sheet: the result of a year.
  private func isYearWithResult(_ row: Int) -> Bool {
    let cells = cells(row)
    return cells.count == 2 && cells[0].cell.shape == .year && cells[1].cell.shape.isFigure
  }

  private func areFigures(
    _ figures: ArraySlice<(column: Int, cell: TableScan.Cell)>, below years: [(column: Int, cell: TableScan.Cell)]
  ) -> Bool {
    let columns = Set(years.dropFirst().map(\.column))
    return figures.contains { $0.cell.shape.isFigure }
      && figures.allSatisfy { columns.contains($0.column) && ($0.cell.shape.isFigure || $0.cell.shape == .mark) }
  }

  /// 宿泊者数 | 現状値 | 5万人 | 目標値 | 7万人 with an empty cell before it: the label of the name stands in a row above.
  private func isPairsBelowLabel(_ row: Int) -> Bool {
    let cells = cells(row)
    guard cells.count > 2, cells.count % 2 == 1, scan.rows[row].first?.shape == .empty,
      cells[0].cell.shape == .words, label(cells[0].cell) == nil
    else { return false }
    return cells.indices.dropFirst().allSatisfy { index in
      let role = label(cells[index].cell)
      guard index % 2 == 1 else { return role == nil || cells[index].cell.shape.isYear }
      return role != nil && role != .group && role != .name
    }
  }

  /// The place of a label for the name with which a row of pairs begins.
  private func nameLabel(_ row: Int) -> Pair.Place? {
    cells(row).first.flatMap { label($0.cell) == .name ? (row, $0.column) : nil }
  }

  /// Where a run of pairs ends that begins here, a row of figures by year with its label counted as one of them.
  func endOfPairs(at row: Int) -> Int? {
    var end = row
    var hasLabel = false
    while end < count {
      if let next = endOfYears(at: end) {
        end = next
      } else if isPairs(end) && (end == row || indicatorHeader(at: end) == nil) {
        hasLabel = nameLabel(end) != nil
        end += 1
      } else if end > row && isYearWithResult(end) || hasLabel && isPairsBelowLabel(end) {
        end += 1
      } else {
        break
      }
    }
    return end > row ? end : nil
  }

  /// 指標名 | 観光入込客数 alone in a row, or with 単位 | 人 behind it: an indicator of a sheet of labels begins.
  func namesIndicator(_ row: Int) -> Bool {
    guard filled(row).count == 2 || filled(row).count == 4 else { return false }
    let cells = cells(row)
    guard cells.count == 2 || cells.count == 4 && label(cells[2].cell) == .unit else { return false }
    return isPairs(row) && label(cells[0].cell) == .name && cells[0].cell.header?.saysIndicator == true
      && cells[1].cell.shape == .words
  }

  /// Such a row with pairs below it that give the indicator a target.
  func beginsSheet(at row: Int) -> Bool {
    namesIndicator(row) && endOfPairs(at: row).map { pairsHoldTarget(row..<$0) } ?? false
  }

  /// The place of the name in the nearest such row above.
  func nameAbove(_ row: Int) -> Pair.Place? {
    guard let place = namingRow(above: row) else { return nil }
    return (place, cells(place)[1].column)
  }

  /// The place of the unit beside that name.
  func unitAbove(_ row: Int) -> Pair.Place? {
    guard let place = namingRow(above: row) else { return nil }
    if cells(place).count == 4 { return (place, cells(place)[3].column) }
    // 単位 | 人 in a row of its own.
    return (place + 1..<row).first { cells($0).count == 2 && label(cells($0)[0].cell) == .unit }
      .map { ($0, cells($0)[1].column) }
  }

  private func namingRow(above row: Int) -> Int? {
    (max(0, row - Self.farthestName)..<row).last(where: namesIndicator)
  }

  /// A sheet for one indicator has no more rows.
  private static let farthestName = 40

  /// The pairs name an indicator and give it a target.
  func pairsHoldTarget(_ rows: Range<Int>) -> Bool {
    var opensWithName = false
    var hasTarget = false
    for row in rows {
      let cells = cells(row)
      if endOfYears(at: row) != nil, label(cells[0].cell) == .target { hasTarget = hasTarget || opensWithName }
      guard isPairs(row) else { continue }
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

  /// A label and the value that it stands for, as places of cells.
  struct Pair {
    typealias Place = (row: Int, column: Int)
    var label: Place
    /// The year of the value, where one label stands before several.
    var year: Place?
    var value: Place
  }

  /// Each indicator's labels and values: a new name begins a new one.
  func pairGroups(_ rows: Range<Int>) -> [[Pair]] {
    var groups: [[Pair]] = []
    var lastLabel: Pair.Place?
    for row in rows {
      if let end = endOfYears(at: row) {
        if groups.isEmpty { groups.append([]) }
        groups[groups.count - 1] += yearedPairs(row..<end)
      } else if isPairs(row) || isYearWithResult(row) {
        lastLabel = nameLabel(row) ?? lastLabel
        take(row, into: &groups)
      } else if let lastLabel, isPairsBelowLabel(row) {
        groups.append(pairs(row, below: lastLabel))
      }
    }
    return groups
  }

  private func take(_ row: Int, into groups: inout [[Pair]]) {
    let cells = cells(row)
    for index in stride(from: 0, to: cells.count - 1, by: 2) {
      if groups.isEmpty
        || (label(cells[index].cell) == .name && !groups[groups.count - 1].isEmpty && holdsName(groups))
      {
        groups.append([])
      }
      groups[groups.count - 1].append(Pair(label: (row, cells[index].column), value: (row, cells[index + 1].column)))
    }
  }

  private func pairs(_ row: Int, below label: Pair.Place) -> [Pair] {
    let cells = cells(row)
    let values = stride(from: 1, to: cells.count - 1, by: 2).map {
      Pair(label: (row, cells[$0].column), value: (row, cells[$0 + 1].column))
    }
    return [Pair(label: label, value: (row, cells[0].column))] + values
  }

  private func yearedPairs(_ rows: Range<Int>) -> [Pair] {
    let head = rows.lowerBound
    let label = cells(head)[0].column
    let unlabelled = cells(head + 1).map {
      Pair(label: (head, label), year: (head, $0.column), value: (head + 1, $0.column))
    }
    return unlabelled
      + rows.dropFirst(2).flatMap { row in
        cells(row).dropFirst().map {
          Pair(label: (row, cells(row)[0].column), year: (head, $0.column), value: (row, $0.column))
        }
      }
  }

  private func holdsName(_ groups: [[Pair]]) -> Bool {
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

  /// 現状値（R5） | 820人 | 34人 above 目標値（R10） | 1,000人 | 50人: rows of baselines and of targets, whatever stands across.
  func liesOnItsSide(_ rows: Range<Int>) -> Bool {
    let roles = rows.compactMap { row -> ColumnRole? in
      guard let role = rowRole(row), role.isValue, scan.rows[row].count(where: { $0.shape.isFigure }) > 1 else {
        return nil
      }
      return role
    }
    return roles.contains(.target) && Set(roles).count > 1
  }

  /// Where a table of one indicator ends that begins here: 年度 | 目標 | 実績 | 達成率 above a row for each year.
  func endOfYearRows(at row: Int) -> Int? {
    guard row + 2 < count, let first = scan.rows[row].first, first.shape == .empty || first.header?.role == .year else {
      return nil
    }
    let roles = cells(row).filter { $0.column > 0 }.map { $0.cell.header?.role }
    guard roles.contains(.target), roles.contains(.actual), !roles.contains(.name), Set(roles).count == roles.count,
      !roles.contains(nil)
    else { return nil }
    var end = row + 1
    while end < count, let year = scan.rows[end].first, year.shape.isYear,
      scan.rows[end].dropFirst().contains(where: \.shape.isFigure)
    {
      end += 1
    }
    return end > row + 2 ? end : nil
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
