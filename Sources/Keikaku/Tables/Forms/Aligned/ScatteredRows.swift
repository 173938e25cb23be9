/// Tells of rows that their cells have come to several, since the lines of a row hold parts of different cells.
struct ScatteredRows {
  let rows: [[Table.Cell]]
  let valueColumns: Set<Int>
  /// The column of the names.
  let named: Int

  var areScattered: Bool {
    rows.contains { holdsYearForValue($0) || holdsTwoYears($0) }
      || zip(rows, rows.dropFirst()).contains { isNameTorn($0, $1) || haveSharedValues($0, $1) }
  }

  /// （令和3年） in place of a value: that has come to another row. A row of years alone dates the one above.
  private func holdsYearForValue(_ row: [Table.Cell]) -> Bool {
    guard named < row.count else { return false }
    return (!row[named].isEmpty || !filled(row).isEmpty)
      && valueColumns.contains { $0 < row.count && beginsWithYear(row[$0].text) }
  }

  /// （令和3年）, or （令和3年） ㎥, where （令和3年）5人 is a value.
  private func beginsWithYear(_ text: String) -> Bool {
    guard let end = text.firstIndex(where: { $0 == "）" || $0 == ")" }) else { return false }
    return ValueLook.isYearInBrackets(String(text[...end]))
      && !text[text.index(after: end)...].contains(where: \.isNumber)
  }

  /// 1.44（令和2年度）（令和元年）: the date of another row's value too.
  private func holdsTwoYears(_ row: [Table.Cell]) -> Bool {
    valueColumns.contains { column in
      guard column < row.count, row[column].text.utf8.count > Self.shortestOfTwo else { return false }
      let brackets = row[column].text.folded.split(separator: ")").count { part in
        part.lastIndex(of: "(").map { ValueLook.isYearInBrackets(part[$0...] + ")") } ?? false
      }
      return brackets > 1 && row[column].text.folded.contains(")(")
    }
  }

  /// In bytes: shorter texts hold no two years.
  private static let shortestOfTwo = 16

  /// 総人口（年度末の住民 in a row, and 基本台帳）転出者数 in the next.
  private func isNameTorn(_ row: [Table.Cell], _ next: [Table.Cell]) -> Bool {
    guard named < row.count, named < next.count else { return false }
    return NameContinuation.isOpenInBracket(row[named].text) && NameContinuation.closesUnopened(next[named].text)
  }

  /// Two rows hold values in other columns each, and one of them has no name.
  private func haveSharedValues(_ row: [Table.Cell], _ next: [Table.Cell]) -> Bool {
    guard named < row.count, named < next.count, row[named].isEmpty != next[named].isEmpty else { return false }
    let (above, below) = (filled(row), filled(next))
    return !above.isEmpty && !below.isEmpty && above.isDisjoint(with: below)
  }

  private func filled(_ row: [Table.Cell]) -> Set<Int> {
    valueColumns.filter { $0 < row.count && ValueLook.isValue(row[$0].text) }
  }
}
