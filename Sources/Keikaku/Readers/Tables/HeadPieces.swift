import KeikakuText

/// Joins the rows of a header whose heads a reader of PDFs cut line by line.
///
/// ```
///          |           | 2022年 | 2023年 |
///          | 現状値    |        |        | 目標
/// 数値目標 |           | 度     | 度     |              →  数値目標 | 現状値（2021年度） | 2022年度実績 | …
///          |（2021年度）|        |        |（2025年度）
///          |           | 実績   | 実績   |
/// ```
/// Only where a piece goes on with the one above it, as 度 does with 2022年; rows of whole heads are read as they stand.
enum HeadPieces {
  private static let mostRows = 8
  private static let ends: Set<String> = ["度", "度）", "度)", "年度）", "年度)", "）", ")", "績", "標"]

  /// The table with one row for the header; nil where nothing is cut.
  static func joined(_ table: Table) -> Table? {
    guard let first = table.rows.prefix(mostRows + 1).firstIndex(where: holdsFigure), first > 1 else { return nil }
    let heads = Array(table.rows[..<first])
    let width = table.columnCount
    guard heads.allSatisfy({ row in row.allSatisfy { $0.columnSpan == 1 && !$0.isCovered } }),
      (0..<width).contains(where: { goesOn(heads, in: $0) })
    else { return nil }
    var result = table
    let body = table.rows[first...]
    let header = (0..<width).map { joined(heads, in: $0) }
    result.rows = [moved(header, above: body)] + body
    return result
  }

  /// A head set in the middle of its column came out beside the names that stand at the edge.
  private static func moved(_ header: [Table.Cell], above body: ArraySlice<[Table.Cell]>) -> [Table.Cell] {
    let isFilled = header.indices.map { column in body.contains { column < $0.count && !$0[column].isEmpty } }
    var header = header
    for column in header.indices.dropFirst()
    where !header[column].isEmpty && !isFilled[column] && header[column - 1].isEmpty && isFilled[column - 1] {
      header.swapAt(column - 1, column)
    }
    return header
  }

  private static func holdsFigure(_ row: [Table.Cell]) -> Bool {
    row.contains { ValueLook.isFigure($0.text) && !ValueLook.isYear($0.text) }
  }

  private static func pieces(_ rows: [[Table.Cell]], in column: Int) -> [Table.Cell] {
    rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
  }

  /// A piece below another that is none by itself.
  private static func goesOn(_ rows: [[Table.Cell]], in column: Int) -> Bool {
    let pieces = pieces(rows, in: column)
    return pieces.dropFirst().contains { ends.contains($0.text) }
  }

  private static func joined(_ rows: [[Table.Cell]], in column: Int) -> Table.Cell {
    let pieces = pieces(rows, in: column)
    guard let first = pieces.first, let last = pieces.last else {
      return rows[0].count > column ? rows[0][column] : Table.Cell(text: "", source: rows[0][0].source)
    }
    return Table.Cell(text: pieces.map(\.text).joined(), source: first.source.joined(with: last.source))
  }
}
