/// Years that head the columns of a table behind a column of names over which no year stands.
///
/// ```
/// 令和2年度     令和3年度     令和4年度              指標名       現状値       目標値
/// 担い手支援      検討        実施        実施          令和元年度     令和3年度     令和6年度
///                                              相談件数      12件         20件        30件
/// ```
/// The alignment of such a line, or a lost cell at its beginning, puts the first year over the names and each year over the
/// values of the year before. As many years as there are columns behind the names tell where each belongs.
enum YearHeads {
  private static let fewestYears = 2

  /// The table with its years over their values; unchanged where they do not stand over the names.
  static func aligned(_ table: Table) -> Table {
    guard table.rows.prefix(2).contains(where: { $0.first.map { ValueLook.isYear($0.text) } ?? false }) else {
      return table
    }
    let width = table.columnCount
    let row = table.rows.first.map(isHeadOfNames) == true ? 1 : 0
    guard row < table.rows.count, let years = years(of: table.rows[row]), years.count == width - 1,
      row + 1 < table.rows.count, table.rows[(row + 1)...].allSatisfy({ beginsWithName($0) }),
      table.rows.contains(where: { $0.count { !$0.isEmpty } == width })
    else { return table }
    var aligned = table
    aligned.rows[row] =
      [Table.Cell(text: "", source: SourceRange(start: years[0].source.start, end: years[0].source.start))] + years
    return aligned
  }

  /// Words alone, the first of them over the names.
  private static func isHeadOfNames(_ row: [Table.Cell]) -> Bool {
    row.first?.isEmpty == false
      && row.allSatisfy { !ValueLook.isYear($0.text) && !ValueLook.isValue($0.text) && $0.columnSpan == 1 }
  }

  /// The filled cells of a row of years alone, the first of which stands in the first column.
  private static func years(of row: [Table.Cell]) -> [Table.Cell]? {
    let filled = row.filter { !$0.isEmpty }
    guard filled.count >= fewestYears, row.first?.isEmpty == false,
      filled.allSatisfy({ ValueLook.isYear($0.text) && $0.columnSpan == 1 && !$0.isCovered })
    else { return nil }
    return filled
  }

  /// A name, or a further line of the cells above.
  private static func beginsWithName(_ row: [Table.Cell]) -> Bool {
    guard let first = row.first, !first.isEmpty else { return row.contains { !$0.isEmpty } }
    return !ValueLook.isYear(first.text) && !ValueLook.isValue(first.text)
  }
}
