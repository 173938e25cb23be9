import KeikakuText

/// What the first sentences of a report say of the year that it tells: 令和5年度分の効果検証, 令和6年3月末現在の進捗状況.
struct FirstSentences: Sendable {
  private static let phrases = [
    "の達成状況", "の進捗状況", "の評価結果", "の実施状況", "の取組状況", "の取組結果", "の実績", "分の", "分効果検証", "の効果検証", "の施策評価", "の行政評価",
    "の実施結果", "における進捗状況", "における達成状況", "における実績",
  ]
  private static let reference = ["末現在の", "現在の", "末時点の", "時点の"]
  /// Behind the end of a year at which a report looks: 令和5年度末時点における指標の達成状況.
  private static let points = ["時点における", "末時点における", "現在における", "末現在における", "時点での", "末時点での"]
  private static let states = ["進捗", "達成", "実施", "取組"]
  /// What stands before a year that is not the reported one.
  private static let others = ["参考(", "前回", "から", "~", "-"]

  /// Folded, without blanks and line ends.
  private let text: String
  private let matches: [TemporalReader.Match]

  init(_ head: String) {
    text = head.folded.filter { !$0.isWhitespace }
    matches = TemporalReader().matches(in: text)
  }

  /// The one year of which such a phrase speaks.
  var reportedYear: Temporal? {
    let found = matches.compactMap { match -> Temporal? in
      guard !Self.others.contains(where: before(match).hasSuffix) else { return nil }
      let behind = behind(match)
      if match.isFiscalYear {
        return Self.phrases.contains(where: behind.hasPrefix) || looksFromPoint(behind) ? match.temporal : nil
      }
      guard let word = Self.reference.first(where: behind.hasPrefix),
        Self.states.contains(where: behind.dropFirst(word.count).hasPrefix)
      else { return nil }
      return match.temporal.fiscalYear
    }
    return Set(found.map(\.start)).count == 1 ? found[0] : nil
  }

  private func looksFromPoint(_ behind: String) -> Bool {
    let clause = behind.prefix { !"。、".contains($0) }
    return Self.points.contains(where: behind.hasPrefix) && Self.states.contains(where: clause.contains)
  }

  /// The year of which a page without a title says that its results follow: 令和4年度の達成状況は、次のとおりです。
  var announcedYear: Temporal? {
    matches.first { match in
      guard match.isFiscalYear else { return false }
      let behind = behind(match)
      return Self.phrases.contains { phrase in
        behind.hasPrefix(phrase)
          && ["は次のとおり", "は、次のとおり", "は以下のとおり", "は、以下のとおり"].contains { behind.dropFirst(phrase.count).hasPrefix($0) }
      }
    }?.temporal
  }

  /// The year of the results that the text of a sheet of this year tells: its own or the one before.
  func resultYear(ofSheet year: Temporal) -> Temporal? {
    guard let own = year.start?.year else { return nil }
    let found = matches.filter { match in
      match.isFiscalYear && !Self.others.contains(where: before(match).hasSuffix)
        && (ReportingYearReader.results.contains(where: String(behind(match).drop { ")」".contains($0) }).hasPrefix)
          || before(match).hasSuffix("実施年度") || before(match).hasSuffix("対象年度"))
    }.map(\.temporal)
    let years = Set(found.compactMap { $0.start?.year })
    guard years.contains(own) != years.contains(own - 1) else { return nil }
    return found.first { $0.start?.year == own || $0.start?.year == own - 1 }
  }

  private func behind(_ match: TemporalReader.Match) -> String {
    text.slice(utf8: match.range.upperBound..<min(match.range.upperBound + 60, text.utf8.count))
  }

  private func before(_ match: TemporalReader.Match) -> String {
    text.slice(utf8: max(0, match.range.lowerBound - 24)..<match.range.lowerBound)
  }
}

extension Temporal {
  /// The fiscal year in which a day or month lies.
  fileprivate var fiscalYear: Temporal? {
    guard kind == .day || kind == .month, start != nil, let year = fiscalYearOfDay,
      let first = CalendarDay(year: year, month: 4, day: 1),
      let last = CalendarDay(year: year + 1, month: 3, day: 31)
    else {
      return nil
    }
    return Temporal(raw: raw, kind: .fiscalYear, start: first, end: last, startYear: year, endYear: year)
  }
}
