import KeikakuText

/// Whether a name and the unit beside it can belong together: a rate is told in percent, a number of people in people.
///
/// A second opinion on tables whose order alone tells which value is whose; it only ever refuses.
enum NameUnits {
  private static let percent: Set<String> = ["%", "‰", "ポイント"]
  private static let people: Set<String> = ["人", "名", "千人", "万人"]
  private static let others: Set<String> = ["件", "回", "か所", "円", "千円", "百万円", "億円", "世帯", "団体", "社"]

  private static let rates = ["率", "割合", "比率", "シェア"]
  /// Rates that are told in people or cases of so many, 17.2人 of 100,000, and ratios that are told in times.
  private static let otherRates = ["死亡率", "出生率", "罹患率", "発生率", "受療率", "有病率", "婚姻率", "離婚率", "千人率", "倍率"]
  private static let heads = ["人数", "者数", "人口", "児童数", "生徒数", "客数", "会員数", "出生数", "人の数", "者の数"]
  private static let counts = ["件数", "回数", "か所数", "箇所数", "団体数", "世帯数", "企業数", "社数", "店舗数"]

  static func agree(_ row: StackedRow, _ columns: StackedColumns) -> Bool {
    guard let cells = row.cells, let name = columns.first(.name).flatMap({ cells[$0] })?.text else { return true }
    let units = columns.valueLike.filter { !columns.columns[$0].isRate }.compactMap {
      cells[$0].flatMap { StackedValues.unit(of: $0.text) }
    }.filter {
      !$0.isEmpty
    }
    let unit = columns.first(.unit).flatMap { cells[$0]?.text.folded }
    return (units + [unit].compactMap { $0 }).allSatisfy { agree(name: name.folded, unit: $0) }
  }

  static func agree(name: String, unit: String) -> Bool {
    let bare = name.hasSuffix(")") ? name.lastIndex(of: "(").map { String(name[..<$0]) } ?? name : name
    if otherRates.contains(where: bare.hasSuffix) { return true }
    if rates.contains(where: bare.hasSuffix) { return !people.contains(unit) && !others.contains(unit) }
    if heads.contains(where: bare.hasSuffix) { return !percent.contains(unit) && !others.contains(unit) }
    if counts.contains(where: bare.hasSuffix) { return !percent.contains(unit) && !people.contains(unit) }
    return true
  }
}
