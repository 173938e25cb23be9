/// Rows of years in brackets below the figures that they date.
///
/// ```
/// 会員数   215人          1,000人
///          （令和元年度） （令和6年度）
/// ```
/// A line break in the cells, which came out as a row of its own.
enum YearsBelow {
  /// The table with each such row in the cells above.
  static func joined(_ table: Table) -> Table {
    guard table.rows.dropFirst().contains(where: isYears) else { return table }
    var joined = table
    joined.rows = []
    for row in table.rows {
      guard isYears(row), let above = joined.rows.last, datesAll(row, above) else {
        joined.rows.append(row)
        continue
      }
      for column in row.indices where !row[column].isEmpty {
        let cell = above[column]
        joined.rows[joined.rows.count - 1][column] = Table.Cell(
          lines: [cell.text, row[column].text], source: cell.source.joined(with: row[column].source))
      }
    }
    return joined
  }

  private static func isYears(_ row: [Table.Cell]) -> Bool {
    guard let first = row.first, first.isEmpty, !first.isCovered else { return false }
    let filled = row.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { ValueLook.isYearInBrackets($0.text) }
  }

  /// Every year stands below a figure of a named row.
  private static func datesAll(_ row: [Table.Cell], _ above: [Table.Cell]) -> Bool {
    guard let name = above.first, !name.isEmpty else { return false }
    return row.indices.allSatisfy { column in
      row[column].isEmpty || column < above.count && ValueLook.isValue(above[column].text)
    }
  }
}
