import KeikakuText

/// Reads several names in one line, each with the same labels and values behind it.
///
/// ```
/// 現状値(令和2年度)、目標値(令和8年度)の順に記載しています。 成人の実施率 現状値 61.2% 目標値 70%以上 子どもの実施率 現状値 40.1% 目標値 50%以上
/// ```
/// Only where every name has both values, so that none of the figures can belong to another name.
struct RepeatedLabels {
  let text: ProseText
  let context: ProseContext

  private static let baselines = ProseWords("現状値 基準値 現況値 当初値")
  private static let targets = ProseWords("目標値")

  private struct Labelled {
    var label: Int
    var value: ValueSpan
  }

  func readings() -> [IndicatorReading] {
    let baselines = values(behind: Self.baselines)
    let targets = values(behind: Self.targets)
    guard baselines.count > 1, baselines.count == targets.count else { return [] }
    let (first, last) = (year(of: Self.baselines), year(of: Self.targets))
    var result: [IndicatorReading] = []
    var start = 0
    for (baseline, target) in zip(baselines, targets) {
      guard let name = name(start..<max(start, baseline.label)),
        text.skipBlanks(baseline.value.range.upperBound, text.scalars.count) == target.label
      else { return [] }
      var parts = ProseIndicator.Parts(
        name: name, baseline: baseline.value.range, targets: [target.value.range],
        whole: name.lowerBound..<target.value.range.upperBound)
      parts.baselinePeriod = first
      parts.targetPeriod = last
      result.append(ProseIndicator(text: text, context: context).reading(parts))
      start = target.value.range.upperBound
    }
    return result
  }

  /// What stands behind the last sentence.
  private func name(_ range: Range<Int>) -> Range<Int>? {
    let start = range.last { text.scalars[$0] == "。" }.map { $0 + 1 } ?? range.lowerBound
    return ProseName.range(in: text, start..<range.upperBound)
  }

  /// The figures right behind a word between blanks.
  private func values(behind words: ProseWords) -> [Labelled] {
    text.scalars.indices.dropFirst().compactMap { index in
      guard text.isBlank(index - 1), let length = text.match(words, at: index, limit: text.scalars.count),
        let value = ValueSpan(
          in: text, at: text.skipBlanks(index + length, text.scalars.count), limit: text.scalars.count),
        value.isNumber
      else { return nil }
      return Labelled(label: index, value: value)
    }
  }

  /// The year in the bracket behind a word, as a header or the sentence above the values says it.
  private func year(of words: ProseWords) -> Temporal? {
    for index in text.scalars.indices {
      guard let length = text.match(words, at: index, limit: text.scalars.count),
        let end = text.endOfBracket(at: index + length, limit: text.scalars.count)
      else { continue }
      let bracket = index + length + 1..<end - 1
      if ValueLook.isYear(text.text(bracket)) {
        return ProseIndicator(text: text, context: context).period(in: bracket)
      }
    }
    return nil
  }
}
