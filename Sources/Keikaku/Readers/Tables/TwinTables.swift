/// Takes apart a table that stands in two halves side by side, each with the same header.
///
/// ```
/// 指標   | 現状値 | 目標値 | 指標   | 現状値 | 目標値        指標   | 現状値 | 目標値
/// 受講者 | 820人  | 1,000人 | 街路灯 | 60%    | 100%     →   受講者 | 820人  | 1,000人
///                                                             街路灯 | 60%    | 100%
/// ```
enum TwinTables {
  /// Further rows of the header that may be the same in each half.
  private static let mostHeaderRows = 3

  /// The table with a row for each half of a row, and the row of the table that each comes from; nil where it has one header.
  static func split(_ table: Table) -> (table: Table, origins: [Int])? {
    guard let top = table.rows.prefix(2).firstIndex(where: { width(ofHalf: $0) != nil }),
      let width = width(ofHalf: table.rows[top]), table.rows.count > top + 1,
      table.rows[..<top].allSatisfy({ headsHalves($0, of: width) })
    else { return nil }
    let first = table.rows[top]
    var result = table
    result.rows = []
    var origins: [Int] = []
    var isHeader = true
    for (index, row) in table.rows.enumerated().dropFirst(top) {
      guard row.count <= first.count, !row.contains(where: { $0.columnSpan > 1 || $0.isCovered }) else { return nil }
      let halves = stride(from: 0, to: row.count, by: width).map { Array(row[$0..<min(row.count, $0 + width)]) }
      isHeader = isHeader && index < top + mostHeaderRows && areSame(halves)
      for half in isHeader ? halves.prefix(1) : halves[...] where half.contains(where: { !$0.isEmpty }) {
        result.rows.append(half)
        origins.append(index)
      }
    }
    return (result, origins)
  }

  /// How many columns the header has before it begins again; nil where it does not. Its first head is that of the names.
  private static func width(ofHalf header: [Table.Cell]) -> Int? {
    guard let name = header.first?.text, !name.isEmpty, !ValueLook.isYear(name), !ValueLook.isValue(name) else {
      return nil
    }
    return (2...max(2, header.count / 2)).first { width in
      header.count > width && header.count.isMultiple(of: width)
        && header.indices.allSatisfy { header[$0].text == header[$0 % width].text }
        && !header[1..<width].contains { $0.text == name }
    }
  }

  /// 産業分野 | | | 福祉分野: what each half is about, above its header.
  private static func headsHalves(_ row: [Table.Cell], of width: Int) -> Bool {
    row.indices.allSatisfy { row[$0].isEmpty || $0.isMultiple(of: width) && !ValueLook.isFigure(row[$0].text) }
  }

  private static func areSame(_ halves: [[Table.Cell]]) -> Bool {
    halves.allSatisfy { half in
      half.map(\.text) == halves[0].map(\.text) && !half.contains { ValueLook.isFigure($0.text) }
    }
  }
}
