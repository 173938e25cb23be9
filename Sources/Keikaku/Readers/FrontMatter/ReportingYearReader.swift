import KeikakuText

/// Finds the fiscal year whose results a report tells: 令和6年度（令和5年度実績） reports 2023.
struct ReportingYearReader: Sendable {
  /// Words behind a year, folded: the first rank says results, the second what a report does with them.
  private static let ranks: [[String]] = [
    ["実績", "分", "決算", "事業実績", "の実績", "事業分", "実施分", "末実績"],
    ["進捗", "の進捗", "達成", "の達成", "取組", "の取組", "実施", "の実施", "効果検証", "評価", "検証", "の検証", "の評価", "成果", "の成果", "事業", "末"],
  ]

  private let reader = TemporalReader()

  /// The year, from the title, the cover or, failing both, the first headings.
  func reportingYear(title: FrontLine?, lines: FrontMatterLines) -> Temporal? {
    let front = [title].compactMap { $0 } + lines.cover
    for words in Self.ranks {
      if let year = year(followedBy: words, in: front) ?? year(followedBy: words, in: lines.headings) { return year }
    }
    return front.lazy.compactMap { self.years(in: $0).first?.temporal }.first
  }

  private func year(followedBy words: [String], in lines: [FrontLine]) -> Temporal? {
    for line in lines {
      for match in years(in: line) {
        let rest = String(decoding: Array(line.text.utf8)[match.range.upperBound...], as: UTF8.self).folded
        let behind = rest.drop { " )()」".contains($0) }
        if words.contains(where: { behind.hasPrefix($0) }) { return match.temporal }
      }
    }
    return nil
  }

  private func years(in line: FrontLine) -> [TemporalReader.Match] {
    guard line.mayHoldDate else { return [] }
    return reader.matches(in: line.text).filter { match in
      let temporal = match.temporal
      guard !temporal.flags.contains(.invalid), temporal.startYear != nil else { return false }
      return temporal.kind == .fiscalYear || (temporal.kind == .day && temporal.raw.contains("年度"))
    }
  }
}
