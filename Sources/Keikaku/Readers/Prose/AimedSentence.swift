import KeikakuText

/// Tells sentences that set a target in figures, so that one which no rule reads is not passed over in silence.
///
/// ```
/// 令和12年度末までに、入所者を402人とすることを目標とします。
/// 延床面積の約2割を縮減することを目標にしています。
/// ```
/// The figure stands close before the words for the aim. What the state or the prefecture aims at is not the plan's, and what
/// explains a target repeats it.
enum AimedSentence {
  private static let aimWords = [
    "を目標", "ことを目標", "を目指し", "を目指す", "をめざし", "をめざす", "目標とし", "目標として", "が目標", "削減目標", "抑制目標", "に増加させ", "に減少させ", "に引き上げ",
    "を超えることを", "へ増加させ", "へ減少させ", "へ引き上げ", "に増やします", "に減らします", "へ増やします", "へ減らします",
    "に高めます", "へ高めます", "に半減させます",
  ]
  private static let aims = WordTrie(aimWords.map { ($0, true) })
  private static let others = [
    "国の", "国は", "国で", "国が", "県の", "県は", "県で", "府の", "都の", "道の", "政府", "我が国", "わが国", "世界", "日本", "前計画", "前回", "これまで",
    "旧計画",
  ]
  /// What is counted in these measures no indicator: 3つの柱, 5年間, 100年先.
  private static let counters: Set<String> = [
    "つ", "年", "歳", "次", "期", "期間", "本", "度", "番", "月", "日", "時間", "世紀", "世代", "本柱", "年間", "か年",
  ]
  /// What a figure is reduced by, and what it is measured against: 2030年度時点で基準年度に対して40％以上削減する.
  private static let reductions = WordTrie(["%削減", "%以上削減", "%以上の削減", "%縮減", "%以上縮減", "%低減"].map { ($0, true) })
  private static let comparisonWords = ["比で", "比較して", "に対して", "に比べ", "年度比", "年比", "に対し、"]
  private static let comparisons = WordTrie(comparisonWords.map { ($0, true) })
  /// 令和9年度までに、…死者数を20人以下とする: with a year by which it is to be.
  private static let boundWords = ["以上とする", "以上とします", "以下とする", "以下とします", "未満とする", "未満とします", "以内とする", "以内とします"]
  private static let bounds = WordTrie(boundWords.map { ($0, true) })
  /// One look at the text that nearly all texts end with.
  private static let signs = WordTrie((aimWords + comparisonWords + boundWords).map { ($0, true) })
  private static let past = ["ました", "した", "されて", "しており", "結果"]
  /// In bytes, between the figure and the words for the aim.
  private static let widestGap = 60

  /// What the state aims at, or an earlier plan did.
  static func isOfOthers(_ sentence: String) -> Bool { others.contains(where: sentence.contains) }

  static func stands(in text: String, quantities: (String) -> [(range: Range<Int>, unit: String?)]) -> Bool {
    guard signs.occurs(in: text),
      aims.occurs(in: text) || bounds.occurs(in: text) || comparisons.occurs(in: text) && text.contains("減")
    else { return false }
    return Sentences.parts(of: text).contains { sentence in
      if reduces(sentence) || setsBound(sentence) { return true }
      guard aims.occurs(in: sentence), !isOfOthers(sentence) else { return false }
      let bytes = Array(sentence.utf8)
      return quantities(sentence).contains { quantity in
        guard let unit = quantity.unit, !counters.contains(unit) else { return false }
        let end = min(bytes.count, quantity.range.upperBound + widestGap)
        return (quantity.range.upperBound..<max(quantity.range.upperBound, end)).contains {
          aims.longestMatch(in: bytes.span, at: $0, limit: bytes.count) != nil
        }
      }
    }
  }

  private static func setsBound(_ sentence: String) -> Bool {
    bounds.occurs(in: sentence) && ["年度までに", "年度末までに", "年までに"].contains(where: sentence.contains)
      && !isOfOthers(sentence)
  }

  private static func reduces(_ sentence: String) -> Bool {
    comparisons.occurs(in: sentence) && reductions.occurs(in: sentence.folded)
      && !isOfOthers(sentence) && !past.contains(where: sentence.contains)
  }
}
