import KeikakuText

/// What stands where the name of an indicator is looked for and is none:
///
///     受講料を2,000円とし、対象者を18歳以上とします        what is asked for or who may come
///     R5年度実績値　24件                              the label of a value
///     救急搬送の受入率を、現在の82.5％から90％に高めます    words of the sentence behind the name
enum NoName {
  /// Prices, terms and conditions, which are set and not aimed at.
  private static let conditions = WordEndings([
    "受講料", "参加費", "参加料", "会費", "料金", "運賃", "手数料", "使用料", "利用料", "保育料", "授業料", "入館料", "罰金", "過料", "任期", "対象者", "対象年齢",
    "募集人員", "募集人数", "受付期間", "募集期間",
  ])
  private static let valueLabels: Set<String> = ["実績値", "実績", "現状値", "現状", "基準値", "見込", "見込値", "目標値", "累計"]

  static func `is`(_ name: String) -> Bool {
    conditions.end(name) || isValueLabel(name) || breaksOff(name)
  }

  /// R5年度実績値, 令和5年度の実績.
  private static func isValueLabel(_ name: String) -> Bool {
    let folded = name.folded.filter { $0 != " " }
    guard let word = valueLabels.filter(folded.hasSuffix).max(by: { $0.count < $1.count }) else { return false }
    let rest = folded.dropLast(word.count)
    return ValueLook.isYear(String(rest.last == "の" ? rest.dropLast() : rest))
  }

  /// …の1.28倍の, …率を、現在の, …目標を2013年度比: the sentence goes on behind the name. 悩みを相談できる人の割合 is a name.
  private static func breaksOff(_ name: String) -> Bool {
    if name.hasSuffix("の") { return true }
    guard let particle = name.lastIndex(of: "を") else { return false }
    let behind = name[name.index(after: particle)...]
    return behind.count <= 2 || behind.first == "、" || behind.first?.isNumber == true
      || behind.hasPrefix("令和") || behind.hasPrefix("平成")
  }
}
