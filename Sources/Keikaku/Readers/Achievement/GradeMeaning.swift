import KeikakuText

/// What a grade says of an indicator, whatever letters a municipality uses for it.
enum GradeMeaning: String, Sendable {
  case exceeded, met, improved, flat, worse, unknown
  /// Short of the target; whether better or worse than before, the figures say.
  case unmet

  /// Words of grades and legends, folded and without blanks. The first row that a text holds decides: what is said of the
  /// baseline before what is said of the target, and 未達成 before 達成.
  private static let words: [(GradeMeaning, [String])] = [
    (
      .unknown,
      [
        "評価不能", "評価でき", "評価しない", "判定不能", "判定でき", "判断でき", "未調査", "未集計", "未公表", "把握でき", "対象外", "データなし", "評価不可", "算定不能",
        "未確定", "比較でき",
      ]
    ),
    (.worse, ["基準値を下回", "基準値より下", "基準値未満", "現状値を下回", "現況値を下回", "当初値を下回", "策定時を下回", "策定時より下回", "悪化", "後退", "低下"]),
    (.flat, ["横ばい", "変化なし", "変わらない", "変化がない", "基準値と同", "現状値と同", "現状維持", "停滞", "進捗なし", "進展なし", "進んでいない"]),
    (
      .improved,
      [
        "基準値を上回", "基準値より上", "基準値以上", "現状値を上回", "現況値を上回", "当初値を上回", "策定時を上回", "策定時より上回", "改善", "概ね", "おおむね", "ほぼ",
        "一部達成", "やや下回", "やや未達", "目標に近", "一定の成果", "一定程度",
      ]
    ),
    (
      .unmet,
      [
        "未達成", "達成していない", "達成できな", "達成できず", "未達", "目標を下回", "目標値を下回", "達していない", "達しなかった", "届か", "遅れ", "遅延", "不十分", "未着手",
        "要改善", "困難",
      ]
    ),
    (
      .exceeded,
      [
        "上回って達成", "目標を上回", "目標値を上回", "目標を大きく上回", "目標値を大きく上回", "大きく上回", "超過達成", "超えて達成", "目標を超え", "目標値を超え", "大幅に達成",
        "想定以上", "計画以上", "期待以上", "予定以上",
      ]
    ),
    (
      .met,
      ["達成", "目標どおり", "目標通り", "計画どおり", "計画通り", "予定どおり", "予定通り", "目標値以上", "目標以上", "目標値と同", "目標と同", "順調", "完了"]
    ),
  ]

  private static let baselines = ["基準値", "現状値", "現況値", "当初値", "策定時"]

  /// What a text says in words, or else as a band of rates; nil where it says nothing of the kind.
  init?(_ text: String) {
    let key = Self.rates.reduce(text.folded.filter { $0 != " " && $0 != "\t" }) { $0.replacing($1, with: "") }
    if key.contains("以内"), Self.baselines.contains(where: { key.contains($0) }) {
      self = .flat
    } else if let found = Self.words.first(where: { row in row.1.contains { key.contains($0) } }) {
      self = found.0
    } else if let band = Self.band(key) {
      self = band
    } else {
      return nil
    }
  }

  /// Names of rates, which hold 達成 and say nothing of it.
  private static let rates = ["達成率", "達成度", "達成割合", "達成状況"]

  /// 達成率100％以上, 80%以上100%未満, 50％未満: the lower end of the band decides. A band around the baseline (△10%以内) is none.
  private static func band(_ key: String) -> GradeMeaning? {
    guard let sign = key.firstIndex(of: "%") else { return nil }
    let digits = key[..<sign].reversed().prefix { $0.isASCII && $0.isNumber }
    let bound = key[key.index(after: sign)...]
    guard let percent = Int(String(digits.reversed())) else { return nil }
    if bound.hasPrefix("未満") || bound.hasPrefix("以下") { return .unmet }
    if bound.hasPrefix("超") || bound.hasPrefix("を超") || bound.hasPrefix("より") {
      return percent >= 100 ? .exceeded : .unmet
    }
    guard bound.hasPrefix("以上") || bound.hasPrefix("~") || bound.isEmpty else { return nil }
    return percent > 100 ? .exceeded : percent == 100 ? .met : .unmet
  }
}
