import KeikakuText

/// Deals rows whose values, units and years alternate, where each repeats the shape that the header tells:
///
///     指標名 指標値 単位 目標年月 実績値        評価指標 現状値 目標値 区分
///     教室の参加者                              出生数 310人 325人 ⅱ
///     60                                        婚姻数 98組 105組 ⅰ
///     人
///     H28.3
///     71
///
/// One item for each head, of the sort that the head asks for, in the order of the heads; nil where a single item does not
/// fit. A row alone tells its order only where no two neighbours are of one sort.
struct StackedShape {
  private let columns: StackedColumns
  private let quantities: QuantityReader
  /// Longer words beside the values may as well be the name of the next row, or a line of it.
  private static let longestMark = 8
  private static let longestUnit = 5

  init?(heads: [StackedHeader.Head], quantities: QuantityReader) {
    guard heads.count >= 3, heads.allSatisfy({ $0.run == 0 && ($0.role != nil || $0.isYearPart) }),
      let name = heads.firstIndex(where: { $0.role == .name })
    else { return nil }
    var columns: [StackedColumns.Column] = []
    for (index, head) in heads.enumerated() {
      guard let kind = index == name ? .name : Self.kind(of: head, among: heads) else { return nil }
      var column = StackedColumns.Column(kind: kind, head: head.cell, run: 0)
      column.isRate = head.role == .achievementRate
      columns.append(column)
    }
    let kinds = columns.map(\.kind)
    guard name <= 1, kinds.contains(.value), Self.standApart(kinds) else { return nil }
    self.columns = StackedColumns(columns: columns)
    self.quantities = quantities
  }

  private static func kind(
    of head: StackedHeader.Head, among heads: [StackedHeader.Head]
  ) -> StackedColumns.Kind? {
    if head.isYearPart { return .year }
    return switch head.role {
    case .unit: .unit
    case .year, .targetYear, .baselineYear: .year
    case .name: isFigureOfName(head, heads) ? .value : nil
    case .group, .grade, .direction, .department, .remarks: .words
    case .number, .definition, .dataSource, nil: nil
    default: .value
    }
  }

  /// 指標値 beside 目標年月, where no other head tells the target: the figure that the indicator is to have then.
  private static func isFigureOfName(_ head: StackedHeader.Head, _ heads: [StackedHeader.Head]) -> Bool {
    head.cell.text.hasSuffix("値") && heads.contains { $0.role == .targetYear }
      && !heads.contains { $0.role == .target } && heads.count { $0.role == .name } == 2
  }

  /// Two columns of words side by side, over the end of a row too, need a mark in one of them to be told apart.
  private static func standApart(_ kinds: [StackedColumns.Kind]) -> Bool {
    zip(kinds, kinds.dropFirst()).allSatisfy { !($0 == .words && $1 == .words || $0 == .words && $1 == .name) }
      && !(kinds.first == .words && kinds.last == .words)
  }

  /// The columns in the order of their heads with their rows, or nil.
  func dealt(_ items: [StackedItem]) -> (columns: StackedColumns, rows: [StackedRow])? {
    var rows: [StackedRow] = []
    var next = items.startIndex
    while next < items.endIndex {
      guard let row = row(items[next...]) else { break }
      rows.append(row.row)
      next = row.end
    }
    // What is left may be the text below the table, and no part of a row.
    guard !rows.isEmpty, !items[next...].contains(where: { $0.sort != .words }), next == items.endIndex || !endsOpen,
      rows.count > 1 || isCertainAlone, haveMarks(rows)
    else { return nil }
    return (columns, rows)
  }

  private var endsOpen: Bool { kinds.last == .words }

  private var kinds: [StackedColumns.Kind] { columns.columns.map(\.kind) }

  /// No two neighbours are of one sort.
  private var isCertainAlone: Bool {
    zip(kinds, kinds.dropFirst()).allSatisfy { $0 != $1 } && !endsOpen
  }

  private func row(_ items: ArraySlice<StackedItem>) -> (row: StackedRow, end: Int)? {
    var row = StackedRow(cells: [:], items: [])
    var next = items.startIndex
    for (column, kind) in kinds.enumerated() {
      guard next < items.endIndex else { return nil }
      var end = next + 1
      if kind == .name, columns.first(.words) == nil {
        while end < items.endIndex, items[end].sort == .words { end += 1 }
      }
      let cell = items[next..<end]
      guard fits(cell, kind) else { return nil }
      row.cells?[column] = StackedItem.cell(cell)
      row.items += cell
      next = end
    }
    return (row, next)
  }

  private func fits(_ cell: ArraySlice<StackedItem>, _ kind: StackedColumns.Kind) -> Bool {
    guard let item = cell.first else { return false }
    let isDash = item.sort == .value && ValueLook.isMark(item.text)
    switch kind {
    case .name: return cell.allSatisfy { $0.sort == .words } && isName(cell)
    case .words: return item.sort == .words || isDash
    case .value: return item.sort == .value
    case .year: return item.sort == .year || isDash
    case .unit: return item.sort == .unit || isDash || item.sort == .words && isUnknownUnit(item.text)
    // No head of the shape's is told as one of these.
    case .number, .group: return false
    }
  }

  /// 番組 stands where the header tells a unit.
  private func isUnknownUnit(_ text: String) -> Bool {
    text.count <= Self.longestUnit && !NameContinuation.endsAsName(text) && !text.contains(" ")
  }

  /// One line, or lines that must be one.
  private func isName(_ lines: ArraySlice<StackedItem>) -> Bool {
    let text = StackedItem.cell(lines).text
    return text.count > 1 && !quantities.isUnit(text) && !StackedCells.isMixed(text)
      && zip(lines, lines.dropFirst()).allSatisfy { StackedCells.mustJoin($0, $1) }
  }

  /// The words beside the values are short marks of classes, no names of rows.
  private func haveMarks(_ rows: [StackedRow]) -> Bool {
    let places = columns.columns.indices.filter { columns.columns[$0].kind == .words }
    return rows.allSatisfy { row in
      places.allSatisfy { place in
        guard let text = row.cells?[place]?.text else { return false }
        return text.count <= Self.longestMark && !NameContinuation.endsAsName(text) && !NameContinuation.isOpen(text)
          || DepartmentNames.end(text)
      }
    }
  }
}
