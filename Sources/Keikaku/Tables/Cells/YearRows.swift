/// Years below the figures that they date, in brackets, above them, or beside them without a head of their own.
///
/// ```
/// 会員数   215人          1,000人            会員数   R1年度   R6年度
///          （令和元年度） （令和6年度）               215人    1,000人
/// ```
/// Below and above they are a line break in the cells, which came out as a row of its own.
enum YearRows {
  /// The table with each figure and its year in one cell.
  static func joined(_ table: Table) -> Table { joinedBelow(joinedAbove(joinedBeside(table))) }

  /// 指標 | 現状値 | 目標値 over 観光入込客数 | R1 | 72万人 | R6 | 80万人: a head for each figure, and beside each its year.
  private static func joinedBeside(_ table: Table) -> Table {
    guard let heads = table.rows.first, heads.count > 1, table.rows.count > 1,
      heads.allSatisfy({ !$0.isEmpty && $0.columnSpan == 1 })
    else { return table }
    let body = table.rows.dropFirst()
    for yearIsFirst in [true, false]
    where body.allSatisfy({ holdsDatedFigures($0, heads.count - 1, yearIsFirst: yearIsFirst) }) {
      var joined = table
      joined.rows = [heads] + body.map { pairsJoined($0, yearIsFirst: yearIsFirst) }
      return joined
    }
    return table
  }

  private static func pairsJoined(_ row: [Table.Cell], yearIsFirst: Bool) -> [Table.Cell] {
    var joined = [row[0]]
    for column in stride(from: 1, to: row.count, by: 2) {
      let (first, second) = (row[column], row[column + 1])
      joined.append(yearIsFirst ? dated(second, by: first) : dated(first, by: second))
    }
    return joined
  }

  private static func holdsDatedFigures(_ row: [Table.Cell], _ figures: Int, yearIsFirst: Bool) -> Bool {
    guard row.count == 1 + 2 * figures, !row[0].isEmpty else { return false }
    return stride(from: 1, to: row.count, by: 2).allSatisfy { column in
      let (first, second) = (row[column].text, row[column + 1].text)
      return ValueLook.isYear(yearIsFirst ? first : second) && ValueLook.isValue(yearIsFirst ? second : first)
    }
  }

  private static func dated(_ figure: Table.Cell, by year: Table.Cell) -> Table.Cell {
    Table.Cell(
      lines: [figure.text, ValueLook.isYearInBrackets(year.text) ? year.text : "（\(year.text)）"],
      source: figure.source.joined(with: year.source))
  }

  private static func joinedBelow(_ table: Table) -> Table {
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

  /// Only below a header, and where each row of years beside a name has its figures right below.
  private static func joinedAbove(_ table: Table) -> Table {
    let rows = table.rows
    let named = rows.indices.dropFirst().filter { isNamedYears(rows[$0]) }
    guard !named.isEmpty, !isNamedYears(rows[0]),
      named.allSatisfy({ $0 + 1 < rows.count && standBelow(rows[$0 + 1], rows[$0]) })
    else {
      return table
    }
    var joined = table
    joined.rows = []
    for (row, cells) in rows.enumerated() where !named.contains(row - 1) {
      guard named.contains(row) else {
        joined.rows.append(cells)
        continue
      }
      var whole = cells
      for column in cells.indices.dropFirst() where !cells[column].isEmpty {
        whole[column] = dated(rows[row + 1][column], by: cells[column])
      }
      joined.rows.append(whole)
    }
    return joined
  }

  private static func isNamedYears(_ row: [Table.Cell]) -> Bool {
    guard let name = row.first, !name.isEmpty, !ValueLook.isYear(name.text) else { return false }
    let filled = row.dropFirst().filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { ValueLook.isYear($0.text) }
  }

  /// A figure, and nothing else, below every year.
  private static func standBelow(_ figures: [Table.Cell], _ years: [Table.Cell]) -> Bool {
    guard let first = figures.first, first.isEmpty, figures.count == years.count else { return false }
    return years.indices.dropFirst().allSatisfy { column in
      years[column].isEmpty ? figures[column].isEmpty : ValueLook.isValue(figures[column].text)
    }
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
