import KeikakuText

/// Reads items of a list of indicators whose target is told in words.
///
/// ```
/// 町民満足度の割合　全国平均を上回る（R5：77.2％）
/// 町民幸福度　県平均以上
/// 要介護認定率：現状維持（R5：17.2％）
/// ```
/// A blank or a colon parts the name from the words, and nothing but a bracket with the baseline stands behind them.
struct WordTargets {
  let text: ProseText
  let context: ProseContext

  private static let words = ProseWords(
    ["以上", "以下", "を上回る", "を下回る", "並み"].flatMap { end in
      ["全国平均", "県平均", "府平均", "道平均", "都平均", "国平均", "前年度", "前年", "現状", "現状値", "基準値"].map { $0 + end }
    }.joined(separator: " ")
      + " 維持 現状維持 現状を維持 維持・向上 増加 減少 向上 上昇 低下 増加傾向 減少傾向 毎年増加 毎年減少 毎年度増加 毎年度減少 ゼロ 解消 半減 倍増")

  /// One look at the text that nearly all texts end with.
  static let signs = ["維持", "増加", "減少", "向上", "上昇", "低下", "ゼロ", "解消", "以上", "以下", "上回る", "下回る", "半減", "倍増"]

  func readings() -> [IndicatorReading] {
    let whole = text.trimmed(text.range)
    guard
      context.isUnderIndicatorHeading && context.isItem && !context.givesAccount || ProseName.hasLead(in: text, whole),
      let (name, word, bracket) = split(whole), let nameRange = ProseName.range(in: text, name),
      !LabelledValues.isLabel(nameRange, in: text)
    else { return [] }
    var parts = ProseIndicator.Parts(
      name: nameRange, targets: [word], whole: nameRange.lowerBound..<whole.upperBound)
    if let bracket {
      guard let entry = BaselineBracket(text: text, range: bracket, context: context).entries().first else { return [] }
      parts.baseline = entry.value
      parts.baselinePeriod = entry.period
      parts.baselineIsAverage = entry.isAverage
    }
    return [ProseIndicator(text: text, context: context).reading(parts)]
  }

  private func split(_ whole: Range<Int>) -> (name: Range<Int>, word: Range<Int>, bracket: Range<Int>?)? {
    for start in whole.dropFirst(2)
    where text.isBlank(start - 1) || ":：".unicodeScalars.contains(text.scalars[start - 1]) {
      guard let length = text.match(Self.words, at: start, limit: whole.upperBound) else { continue }
      let end = text.skipBlanks(start + length, whole.upperBound)
      if end == whole.upperBound { return (whole.lowerBound..<start, start..<start + length, nil) }
      if let close = text.endOfBracket(at: end, limit: whole.upperBound), close == whole.upperBound {
        return (whole.lowerBound..<start, start..<start + length, end + 1..<close - 1)
      }
    }
    return nil
  }
}
