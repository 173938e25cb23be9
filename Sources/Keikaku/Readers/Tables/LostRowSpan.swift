import KeikakuText

/// Moves the second row of a header below the heads that it parts, where a converter lost that the first head reaches down to
/// the rows.
///
/// ```
/// 指標     | 現状値 |           | 目標値        指標     | 現状値 |     | 目標値
/// 年度     | 値     | 令和6年度 |          →             | 年度   | 値  | 令和6年度
/// 創業件数 | R1     | 12件      | 20件          創業件数 | R1     | 12件 | 20件
/// ```
enum LostRowSpan {
  /// The table with the row in its place; nil where it stands there already.
  static func restored(_ table: Table) -> Table? {
    guard table.rows.count > 2 else { return nil }
    let (heads, parts) = (table.rows[0], table.rows[1])
    guard heads.count > 2, parts.count == heads.count, let first = parts.first, parts[parts.count - 1].isEmpty,
      parts.dropLast().allSatisfy({ !$0.isEmpty && partsValue($0.text) }), !heads[0].isEmpty,
      !partsValue(heads[0].text),
      !heads.contains(where: \.isCovered), heads.dropFirst().contains(where: \.isEmpty),
      let body = table.rows.dropFirst(2).first(where: { !$0.allSatisfy(\.isEmpty) }), !ValueLook.isValue(body[0].text),
      !ValueLook.isYear(body[0].text)
    else { return nil }
    var result = table
    let place = SourceRange(start: first.source.start, end: first.source.start)
    result.rows[1] = [Table.Cell(text: "", source: place)] + parts.dropLast()
    return result
  }

  /// 年度, 値, 令和6年度: what stands below a head for values.
  private static func partsValue(_ text: String) -> Bool {
    HeaderWords.partsOfValue[text] != nil || ValueLook.isYear(text)
  }
}
