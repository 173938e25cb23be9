/// The columns of values that a table's header names: by them the rows of a second piece without a header are known as rows
/// of the same table. Converters part a table where a page or a picture stood between its rows.
struct HeadedColumns {
  private let width: Int
  private let values: [Int]
  private static let mostHeaderRows = 3

  /// Nil where no row at the table's beginning names values, or where the values have no column beside them for names.
  init?(_ table: Table, headers: HeaderWords) {
    self.init(table.rows, headers: headers)
  }

  /// - Parameter mayBeHeaderAlone: no row of figures need stand below the header yet.
  init?(_ rows: [[Table.Cell]], headers: HeaderWords, mayBeHeaderAlone: Bool = false) {
    width = rows.prefix(Self.mostHeaderRows + 1).reduce(0) { max($0, $1.count) }
    let header = rows.prefix(Self.mostHeaderRows).prefix { row in !row.contains { ValueLook.isFigure($0.text) } }
    values = (0..<width).filter { column in
      header.contains { column < $0.count && Self.headsValues($0[column].text, headers) }
    }
    guard values.count > 1, values.count < width, mayBeHeaderAlone || rows.count > header.count else { return nil }
  }

  /// What stands behind the last digit, up to a bracket with the year.
  private static func unit(of text: String) -> String {
    let bare = text.folded.prefix { $0 != "(" }
    guard let last = bare.lastIndex(where: \.isNumber) else { return "" }
    return bare[bare.index(after: last)...].filter { $0.isLetter || $0 == "%" }
  }

  private static func headsValues(_ text: String, _ headers: HeaderWords) -> Bool {
    ValueLook.isYear(text) || headers.role(of: text)?.isValue == true
  }

  /// Every row has a name and a value in some of the columns for values, and nothing else there.
  func goOn(in rows: some Sequence<[Table.Cell]>) -> Bool { rows.allSatisfy { goOn(in: $0) } }

  func goOn(in row: [Table.Cell]) -> Bool {
    guard row.count == width else { return false }
    let cells = values.map { row[$0] }.filter { !$0.isEmpty }
    guard !cells.isEmpty, cells.allSatisfy({ ValueLook.isValue($0.text) }),
      cells.contains(where: { ValueLook.isFigure($0.text) })
    else { return false }
    // 3,000台 | 9,900千円 are figures of several kinds.
    let units = Set(cells.filter { ValueLook.isFigure($0.text) }.map { Self.unit(of: $0.text) }).subtracting([""])
    guard units.count < 2 else { return false }
    let names = row[..<values[0]].last { !$0.isEmpty }
    return names.map { !ValueLook.isValue($0.text) } ?? false
  }
}
