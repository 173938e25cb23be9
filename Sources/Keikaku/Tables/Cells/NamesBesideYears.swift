/// Rows of years that begin with the name of what the row below them counts.
///
/// ```
/// 新規就業者数   H26    H31                     H26    H31
///              35人   50人     becomes  新規就業者数   35人   50人
/// ```
/// The name's cell reaches over both rows, of which a text shows the first alone.
enum NamesBesideYears {
  /// The table with each such name beside its figures; unchanged where a row of another kind is among its rows.
  static func moved(_ table: Table) -> Table {
    guard !table.rows.isEmpty, table.rows.count % 2 == 0 else { return table }
    var moved = table
    for row in stride(from: 0, to: table.rows.count, by: 2) {
      let (years, figures) = (table.rows[row], table.rows[row + 1])
      guard isNamedYears(years), isUnnamed(figures, years.count) else { return table }
      moved.rows[row][0] = Table.Cell(text: "", source: figures[0].source)
      moved.rows[row + 1][0] = years[0]
    }
    return moved
  }

  private static func isNamedYears(_ row: [Table.Cell]) -> Bool {
    guard let name = row.first, row.count > 2, !name.isEmpty else { return false }
    return !ValueLook.isYear(name.text) && !ValueLook.isValue(name.text)
      && row.dropFirst().allSatisfy { ValueLook.isYear($0.text) }
  }

  private static func isUnnamed(_ row: [Table.Cell], _ count: Int) -> Bool {
    row.count == count && row[0].isEmpty && !row[0].isCovered
      && row.dropFirst().allSatisfy { ValueLook.isValue($0.text) && !ValueLook.isYear($0.text) }
  }
}
