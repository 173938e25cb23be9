import KeikakuText

/// Gives a head to the column of 目標 and 実績, or of the numbers before the names, where the header has none, so that the
/// figures stand below their own heads.
///
/// ```
/// 指標名 | 基準値 | R4  | R5              指標名 |      | 基準値 | R4  | R5
/// 参加者 | 目標   |     | 200 | 220   →   参加者 | 目標 |        | 200 | 220
///        | 実績   | 152 | 188              　　　 | 実績 | 152    | 188
/// ```
/// Only where the rows are one cell wider than the header and each has such a word in the same column, or is counted in its
/// first cell: a head over both, 指標, has come out as one cell.
enum UnheadedLabels {
  private static let labels: Set<String> = ["目標", "目標値", "実績", "実績値", "計画", "計画値"]

  /// The table with the empty head; nil where the header lacks none.
  static func headed(_ table: Table) -> Table? {
    guard let header = table.rows.first, table.rows.count > 1 else { return nil }
    let body = table.rows.dropFirst()
    if let moved = cornerRestored(table, header) { return moved }
    let width = width(header)
    guard width > 2, body.lazy.map({ self.width($0) }).max() == width + 1 else { return nil }
    if areCounted(Array(body)), !header[0].text.contains(where: \.isNumber), header[0].text.count > 1 {
      return inserted(at: 0, in: table)
    }
    guard
      let column = header.indices.prefix(width).dropFirst().first(where: { column in
        body.allSatisfy { column < $0.count && labels.contains($0[column].text.folded) }
      }), !labels.contains(header[column].text.folded)
    else { return nil }
    return inserted(at: column, in: table)
  }

  /// The header whose empty first cell a converter moved to its end: 2018(実績) | 現状(2019) | 2021(目標) | over 法人経営体数 | 620 | 645 | 715.
  private static func cornerRestored(_ table: Table, _ header: [Table.Cell]) -> Table? {
    guard header.count > 2, let last = header.last, last.isEmpty, !last.isCovered,
      header.dropLast().allSatisfy({ $0.columnSpan == 1 && headsValue($0.text) }),
      table.rows.dropFirst().allSatisfy({ row in
        row.count == header.count && !row[0].isEmpty && !ValueLook.isValue(row[0].text)
          && row.dropFirst().allSatisfy { ValueLook.isValue($0.text) }
      })
    else { return nil }
    var result = table
    result.rows[0] = [last] + header.dropLast()
    return result
  }

  private static func headsValue(_ text: String) -> Bool {
    ValueLook.isYear(text) || valueWords.contains(where: text.contains)
  }

  private static let valueWords = ["目標", "実績", "現状", "現況", "基準", "見込", "計画"]

  private static func inserted(at column: Int, in table: Table) -> Table {
    var result = table
    let place = column > 0 ? table.rows[0][column - 1].source.end : table.rows[0][0].source.start
    result.rows[0].insert(Table.Cell(text: "", source: SourceRange(start: place, end: place)), at: column)
    return result
  }

  /// 1, 2, 3 … in the first cells, each before words. No. and 番号 would head them in a cell of their own.
  private static func areCounted(_ rows: [[Table.Cell]]) -> Bool {
    guard rows.count > 1 else { return false }
    return rows.enumerated().allSatisfy { offset, row in
      row.count > 2 && Int(row[0].text.folded) == offset + 1 && !row[1].isEmpty && !ValueLook.isValue(row[1].text)
    }
  }

  /// How many cells there are up to the last that is filled.
  private static func width(_ row: [Table.Cell]) -> Int {
    row.lastIndex { !$0.isEmpty || $0.isCovered }.map { $0 + 1 } ?? 0
  }
}
