import KeikakuText

/// How years stand to the word 期間 around them.
enum PeriodCells {
  /// 計画の期間 平成18年度～27年度 平成19年度～22年度: the cells of a row that sets several plans side by side.
  static func stand(side matches: [TemporalReader.Match], in bytes: [UInt8]) -> Bool {
    zip(matches, matches.dropFirst()).contains { first, second in
      guard first.range.upperBound <= second.range.lowerBound, first.temporal.start != second.temporal.start else {
        return false
      }
      let between = String(decoding: bytes[first.range.upperBound..<second.range.lowerBound], as: UTF8.self)
      return between.allSatisfy { $0.isWhitespace || "|｜".contains($0) }
    }
  }

  /// 第1期 期間 H17～H20 … 第2期 期間 H21～H23 …: the years of a series run together, none of which is the title's.
  static func followOneAnother(_ matches: [TemporalReader.Match], in bytes: [UInt8], title: PlanOrdinals) -> Bool {
    guard matches.count > 1 else { return false }
    var end = 0
    var counts: Set<Set<String>> = []
    for match in matches {
      let start = match.range.lowerBound
      let before = String(decoding: bytes[max(min(end, start), start - longestCount)..<start], as: UTF8.self)
      end = match.range.upperBound
      counts.insert(PlanOrdinals(before).counts)
    }
    counts.remove([])
    return counts.count > 1 && counts.allSatisfy { $0.isDisjoint(with: title.counts) }
  }

  /// In bytes, from the count to its years.
  private static let longestCount = 40

  private static let words = [
    "まで", "年間", "か年", "カ年", "ヵ年", "ヶ年", "箇年", "計画", "対象", "実施", "推進", "取組", "戦略", "目標", "年次", "年度", "最終", "とした", "として",
    "とする", "を", "が", "の", "本", "間",
  ]

  /// …までの5年間を計画期間とします, …までの期間における: nothing stands between but what a period is called.
  static func areCalledPeriod(_ behind: String) -> Bool {
    let clause = behind.folded.filter { $0 != " " }
    guard let end = clause.ranges(of: "期間").first?.lowerBound else { return false }
    var rest = clause[..<end].drop { $0 == ")" }
    while let first = rest.first {
      if first.isNumber || "()".contains(first) {
        rest = rest.dropFirst()
      } else if let word = words.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(word.count)
      } else {
        return false
      }
    }
    return true
  }
}
