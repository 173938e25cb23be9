/// Columns whose head names two values and whose cells hold both, parted by a stroke:
///
/// ```
/// 指標     | 目標/実績 | 達成率        指標     | 目標 | 実績 | 達成率
/// 移住者数 | 50人/48人 | 96%   becomes 移住者数 | 50人 | 48人 | 96%
/// ```
enum PairedHeads {
  private static let heads: Set<String> = ["目標", "実績", "現状", "基準", "計画"]

  /// The table with two columns for each such one; nil where there is none, or where a cell holds anything else.
  static func parted(_ table: Table) -> Table? {
    guard let header = table.rows.first, header.contains(where: { parts(of: $0) != nil }) else { return nil }
    var parted = table
    var isParted = false
    for column in header.indices.reversed() {
      guard let heads = parts(of: header[column]), namesTwo(heads),
        let cells = pairs(in: table.rows.dropFirst(), column)
      else { continue }
      for (row, pair) in zip(parted.rows.indices, [heads] + cells) where column < parted.rows[row].count {
        let source = parted.rows[row][column].source
        parted.rows[row].replaceSubrange(
          column...column, with: pair.map { Table.Cell(text: $0, source: source) })
      }
      isParted = true
    }
    return isParted ? parted : nil
  }

  private static func namesTwo(_ words: [String]) -> Bool {
    let words = words.map { $0.hasSuffix("値") ? String($0.dropLast()) : $0 }
    return words[0] != words[1] && words.allSatisfy(heads.contains)
  }

  private static func pairs(in rows: ArraySlice<[Table.Cell]>, _ column: Int) -> [[String]]? {
    let pairs = rows.map { row -> [String]? in
      guard column < row.count, !row[column].isEmpty else { return ["", ""] }
      guard let parts = parts(of: row[column]), parts.allSatisfy(ValueLook.isValue) else { return nil }
      return parts
    }
    return pairs.contains { $0 == nil } ? nil : pairs.compactMap { $0 }
  }

  private static func parts(of cell: Table.Cell) -> [String]? {
    guard cell.columnSpan == 1, cell.text.contains(where: { "/／".contains($0) }) else { return nil }
    let parts = cell.text.split { "/／".contains($0) }.map { UnitBracket.trimmed($0) }
    return parts.count == 2 ? parts : nil
  }
}
