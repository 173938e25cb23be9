import KeikakuText

/// Reads a table of measures, one action a row.
///
/// ```
/// 取組名               内容                          担当課    事業費（千円）
/// 新規就農者支援事業   就農相談会を開き、研修費を補助する   農林課    12,000
/// ```
/// The action's text is the name; where a row has none, the name above goes on and its text is what is done.
struct ActionTableReader {
  let table: Table
  let scan: TableScan
  let words: TableWords
  private static let temporals = TemporalReader()

  func actions(header: Range<Int>, body: Range<Int>) -> [TableAction] {
    var columns = ActionColumns(header.lowerBound, of: scan, words: words)
    if holdsDivisions(columns.name, body) { columns.nameByText() }
    let budgetUnit = columns.budget.flatMap {
      UnitBracket.unit(inHeader: table.rows[header.lowerBound][$0].text, words.units)
    }
    let groups = RowGroups(
      table: table, scan: scan, words: words, header: header, taken: [columns.name, columns.text].compactMap { $0 })
    return zip(body, groups.groups(body)).flatMap { row, groups in
      actions(row, columns, budgetUnit: budgetUnit).map { TableAction(action: $0, groups: groups) }
    }
  }

  /// （1）基盤整備, （4）地場産業の振興 under 事業名（施設名）: divisions of programmes whose names stand in the next column.
  private func holdsDivisions(_ column: Int?, _ body: Range<Int>) -> Bool {
    let names = body.compactMap { cell($0, column) }
    return !names.isEmpty
      && names.allSatisfy { cell in
        let bytes = Array(cell.text.utf8)
        return Numbering.read(bytes, 0..<bytes.count)?.style == .parenthesized
      }
  }

  private static let none: Set<String> = ["なし", "無し", "特になし", "該当なし", "未定"]

  /// The row's action, or one for each ・ of its cell.
  private func actions(_ row: Int, _ columns: ActionColumns, budgetUnit: String?) -> [Action] {
    guard let whole = action(row, columns, budgetUnit: budgetUnit), !Self.none.contains(whole.text) else { return [] }
    let parts = whole.text.split(separator: "・").map(UnitBracket.trimmed)
    guard whole.text.hasPrefix("・"), parts.count > 1 else { return [whole] }
    return parts.map { part in
      var action = whole
      action.text = part
      return action
    }
  }

  private func action(_ row: Int, _ columns: ActionColumns, budgetUnit: String?) -> Action? {
    guard let label = cell(row, columns.name) ?? cell(row, columns.text), !NoteMarks.isNote(label.text) else {
      return nil
    }
    let source = table.rows[row].filter { !$0.isEmpty }.reduce(label.source) { $0.joined(with: $1.source) }
    var action = Action(text: ItemNumber.uncounted(trimmed(label)), status: .planned, source: source)
    action.department = cell(row, columns.department).map(trimmed)
    action.period = cell(row, columns.period).flatMap {
      Self.temporals.first(in: $0.text, context: .yearColumn)?.temporal
    }
    action.budget = cell(row, columns.budget).flatMap { budget($0, unit: budgetUnit) }
    return action
  }

  private func cell(_ row: Int, _ column: Int?) -> Table.Cell? {
    guard let column, let cell = scan[row, column], cell.shape != .empty, cell.shape != .mark else { return nil }
    return table.rows[row][column]
  }

  private func trimmed(_ cell: Table.Cell) -> String { UnitBracket.trimmed(Substring(cell.text)) }

  private func budget(_ cell: Table.Cell, unit: String?) -> Measurement? {
    let surroundings = MeasurementReader.Surroundings(name: "", unit: unit)
    let measurement = MeasurementReader(words.units).measurement(trimmed(cell), at: cell.source, surroundings)
    return measurement.quantity.isNumber ? measurement : nil
  }
}
