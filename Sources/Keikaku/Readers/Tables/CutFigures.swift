/// Joins figures that a narrow cell cut within a number: 12,345,6 above 78 is 12,345,678.
///
/// Only where every figure of a row without a name completes the number above it, so that its commas part groups of three.
enum CutFigures {
  /// The table with whole figures and their rests taken away; nil where none is cut.
  static func joined(_ table: Table) -> Table? {
    var result = table
    var isJoined = false
    for row in table.rows.indices.dropFirst() where completes(table.rows[row], table.rows[row - 1]) {
      for column in table.rows[row].indices where !table.rows[row][column].isEmpty {
        // The place stays that of the first piece: between the two stand the cells of other columns.
        result.rows[row - 1][column].text += table.rows[row][column].text
        result.rows[row][column].text = ""
      }
      isJoined = true
    }
    return isJoined ? result : nil
  }

  private static func completes(_ row: [Table.Cell], _ above: [Table.Cell]) -> Bool {
    let filled = row.indices.filter { !row[$0].isEmpty }
    return !filled.isEmpty && row.first?.isEmpty == true
      && filled.allSatisfy { column in
        column < above.count && isCut(above[column].text) && isGrouped(above[column].text + row[column].text)
      }
  }

  /// 12,345,6: a comma with fewer than three digits behind it.
  private static func isCut(_ text: String) -> Bool {
    guard let comma = text.lastIndex(where: { ",，".contains($0) }) else { return false }
    let rest = text[text.index(after: comma)...]
    return rest.count < 3 && rest.allSatisfy(\.isWholeNumber)
  }

  /// Groups of three digits behind the first, up to a unit.
  private static func isGrouped(_ text: String) -> Bool {
    let number = text.prefix { $0.isWholeNumber || ",，".contains($0) }
    let groups = number.split(omittingEmptySubsequences: false) { ",，".contains($0) }
    return groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && !text.dropFirst(number.count).contains(where: \.isWholeNumber)
  }
}
