import KeikakuText

/// Reads a schedule by year: what is done in H27, what in H28, → where it goes on.
///
/// ```
/// 具体的な取組            スケジュール
///                         H27      H28      H29
/// 応援隊の創設            準備     活動の実施  →
/// ```
/// Each row is an action. Its text is the row's name, else its first entry; a label of a group of rows (目標) is no name.
struct ScheduleReader {
  let table: Table
  let scan: TableScan
  let words: TableWords
  private static let temporals = TemporalReader()

  func actions(header: Range<Int>, body: Range<Int>) -> [TableAction] {
    let yearRow = header.upperBound - 1
    let years = scan.rows[yearRow].enumerated().compactMap { column, cell -> (column: Int, period: Temporal)? in
      guard cell.shape.isYear, let period = Self.temporals.whole(table.rows[yearRow][column].text) else { return nil }
      return (column, period)
    }
    guard let first = years.first?.column, let last = years.last?.column else { return [] }
    let columns = Columns(first: first, last: last, name: named(header, before: first), department: department(header))
    let groups = RowGroups(
      table: table, scan: scan, words: words, header: header,
      taken: [columns.name ?? nameColumn(body, columns) ?? first])
    return zip(body, groups.groups(body)).compactMap { row, groups in
      action(row, years, columns).map { TableAction(action: $0, groups: groups) }
    }
  }

  private struct Columns {
    var first: Int
    var last: Int
    /// The column that its header calls 事業名 or 取組.
    var name: Int?
    var department: Int?
  }

  private func named(_ header: Range<Int>, before years: Int) -> Int? {
    header.lazy.compactMap { ActionColumns($0, of: scan, words: words).name }.first { $0 < years }
  }

  private func department(_ header: Range<Int>) -> Int? {
    for row in header {
      if let column = scan.rows[row].firstIndex(where: { $0.header?.role == .department }) { return column }
    }
    return nil
  }

  private func action(_ row: Int, _ years: [(column: Int, period: Temporal)], _ columns: Columns) -> Action? {
    let cells = table.rows[row]
    guard let first = cells.first(where: { !$0.isEmpty }), !NoteMarks.isNote(first.text) else { return nil }
    let schedule = entries(row, years)
    let name = name(row, columns)
    guard let label = name ?? schedule.first.flatMap({ entry in firstEntry(row, years, entry) }) else { return nil }
    let source = cells.filter { !$0.isEmpty }.reduce(label.source) { $0.joined(with: $1.source) }
    var action = Action(text: ItemNumber.uncounted(label.text), status: .planned, source: source)
    action.schedule = schedule
    if let column = columns.department, let cell = scan[row, column], cell.shape == .words {
      action.department = UnitBracket.trimmed(Substring(cells[column].text))
    }
    return action
  }

  /// The column left of the years that names most rows.
  private func nameColumn(_ body: Range<Int>, _ columns: Columns) -> Int? {
    (0..<columns.first).last { column in body.contains { scan[$0, column]?.shape.isText == true } }
  }

  /// The nearest words left of the years that are no label of a group of rows.
  private func name(_ row: Int, _ columns: Columns) -> MappedLabel? {
    let named = columns.name.map { [$0] } ?? []
    for column in named + (0..<columns.first).reversed() where column != columns.department {
      guard let cell = scan[row, column], cell.shape.isText || cell.shape == .figure, !isGroupLabel(cell) else {
        continue
      }
      let place = table.rows[row][column]
      return MappedLabel(text: UnitBracket.trimmed(Substring(place.text)), source: place.source)
    }
    return nil
  }

  private func isGroupLabel(_ cell: TableScan.Cell) -> Bool {
    if let header = cell.header, header.isComplete { return true }
    let span = scan.bytes.span
    return words.forms.whole(span, cell.range) != nil || words.labels.whole(span, cell.range) != nil
  }

  private func firstEntry(
    _ row: Int, _ years: [(column: Int, period: Temporal)], _ entry: Action.ScheduleEntry
  ) -> MappedLabel? {
    guard let year = years.first(where: { scan[row, $0.column]?.shape.isText == true }) else { return nil }
    let cell = table.rows[row][year.column]
    return MappedLabel(text: UnitBracket.trimmed(Substring(cell.text)), source: cell.source)
  }

  private func entries(_ row: Int, _ years: [(column: Int, period: Temporal)]) -> [Action.ScheduleEntry] {
    years.compactMap { column, period in
      guard let cell = scan[row, column] else { return nil }
      if cell.shape == .empty {
        return coversYear(row, column) ? Action.ScheduleEntry(period: period, text: "", continues: true) : nil
      }
      if cell.shape == .mark { return nil }
      let text = UnitBracket.trimmed(Substring(table.rows[row][column].text))
      guard cell.shape == .arrow else { return Action.ScheduleEntry(period: period, text: text, continues: false) }
      return Action.ScheduleEntry(period: period, text: "", continues: true)
    }
  }

  /// A merged cell to the left reaches over this year.
  private func coversYear(_ row: Int, _ column: Int) -> Bool {
    guard scan.rows[row][column].isCovered else { return false }
    let owner = (0..<column).last { !scan.rows[row][$0].isCovered }
    return owner.map { $0 + table.rows[row][$0].columnSpan > column && scan.rows[row][$0].shape != .empty } ?? false
  }
}
