import KeikakuText

/// Gives a head to the column of 目標 and 実績 where the header has none, so that the figures stand below their own heads.
///
/// ```
/// 指標名 | 基準値 | R4  | R5              指標名 |      | 基準値 | R4  | R5
/// 参加者 | 目標   |     | 200 | 220   →   参加者 | 目標 |        | 200 | 220
///        | 実績   | 152 | 188              　　　 | 実績 | 152    | 188
/// ```
/// Only where the rows are one cell wider than the header and each has such a word in the same column.
enum UnheadedLabels {
  private static let labels: Set<String> = ["目標", "目標値", "実績", "実績値", "計画", "計画値"]

  /// The table with the empty head; nil where the header lacks none.
  static func headed(_ table: Table) -> Table? {
    guard let header = table.rows.first, table.rows.count > 1 else { return nil }
    let body = table.rows.dropFirst()
    let width = width(header)
    guard width > 2, body.lazy.map({ self.width($0) }).max() == width + 1,
      let column = header.indices.prefix(width).dropFirst().first(where: { column in
        body.allSatisfy { column < $0.count && labels.contains($0[column].text.folded) }
      }), !labels.contains(header[column].text.folded)
    else { return nil }
    var result = table
    let end = header[column - 1].source.end
    let place = SourceRange(start: end, end: end)
    result.rows[0].insert(Table.Cell(text: "", source: place), at: column)
    return result
  }

  /// How many cells there are up to the last that is filled.
  private static func width(_ row: [Table.Cell]) -> Int {
    row.lastIndex { !$0.isEmpty || $0.isCovered }.map { $0 + 1 } ?? 0
  }
}
