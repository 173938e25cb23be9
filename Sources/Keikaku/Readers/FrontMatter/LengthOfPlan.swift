import KeikakuText

/// 令和2年度から令和6年度までの5年間を計画…: a length behind the range and what the plan does with it.
enum LengthOfPlan {
  private static let lengths = ["年間", "か年", "カ年", "ヵ年", "ヶ年", "箇年"]
  private static let uses = ["とします", "とする", "とし、", "を計画", "の計画", "の取組", "を対象", "の戦略", "を期", "の政策", "の施策", "の目標", "の方向"]

  /// 今後5年間（令和7～11年度）: the length before the range.
  static func opens(_ before: String) -> Bool {
    let folded = before.folded.filter { $0 != " " }
    guard folded.hasSuffix("("), let start = folded.ranges(of: "今後").last?.upperBound else { return false }
    let digits = folded[start...].prefix { $0.isNumber }
    return (1...2).contains(digits.count) && lengths.contains { folded[start...].dropFirst(digits.count) == $0 + "(" }
  }

  /// 令和3年度から令和12年度までの10年間: a line that is nothing but the years and how many they are.
  static func isAll(before: String, behind: String, of range: Temporal) -> Bool {
    guard before.allSatisfy({ $0.isWhitespace || "・○●■◆-（(".contains($0) }), let start = range.startYear,
      let end = range.endYear
    else { return false }
    guard let length = length(behind.folded.filter { !$0.isWhitespace && !"()".contains($0) }[...]) else {
      return false
    }
    return Int(length.count) == end - start + 1
      && ["", "。", "とします。", "とする。", "です。"].contains(String(length.rest))
  }

  static func stands(in behind: String) -> Bool {
    guard let length = length(behind.folded[...]) else { return false }
    return (1...2).contains(length.count.count) && uses.contains { length.rest.hasPrefix($0) }
  }

  /// The count of までの5年間とします and what stands behind its 年間.
  private static func length(_ behind: Substring) -> (count: Substring, rest: Substring)? {
    var rest = behind
    for word in ["までの", "の"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    let count = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(count.count)
    return lengths.first { rest.hasPrefix($0) }.map { (count, rest.dropFirst($0.count)) }
  }
}
