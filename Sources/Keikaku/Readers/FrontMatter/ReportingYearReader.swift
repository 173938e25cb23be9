import KeikakuText

/// Finds the fiscal year whose results a report tells: 令和6年度（令和5年度実績） reports 2023.
///
/// The year of a baseline, of a column or of the day of writing is none. A sheet that is called after the year in which it
/// was filled (令和4年度事務事業評価シート) tells mostly of the year before, and is believed only with its text.
struct ReportingYearReader: Sendable {
  /// Words behind a year, folded, that say results.
  static let results = ["実績", "分", "決算", "事業実績", "の実績", "事業分", "実施分", "末実績", "実施事業", "の振り返り", "振り返り"]
  /// What a report does with the results of a year.
  private static let reviews = [
    "進捗", "の進捗", "達成", "の達成", "取組", "の取組", "実施", "の実施", "効果検証", "評価", "検証", "の検証", "の評価", "成果", "の成果", "事業", "末", "時点",
  ]
  /// What such a word is no longer with these behind it: 令和5年度事業費, 令和5年度実績評価時の改善点.
  private static let others = ["事業費", "実績評価時", "実施計画", "末現在", "取組方針", "評価時", "分野", "分析", "分類"]

  private let reader = TemporalReader()

  /// The year, from the title, the cover, the first headings or the first sentences of a text.
  func reportingYear(title: FrontLine?, lines: FrontMatterLines, head: String) -> Temporal? {
    let title = [title].compactMap { $0 }
    let cover = lines.cover.filter(mayTell)
    let headings = lines.headings.filter(mayTell)
    for group in [title, cover, headings] {
      if let year = year(followedBy: Self.results, in: group) { return year }
    }
    if let line = title.first, let sheet = sheetYear(line) {
      return isSubject(sheet, of: line) ? sheet : FirstSentences(head).resultYear(ofSheet: sheet)
    }
    for group in [title, cover, headings] {
      if let year = year(followedBy: Self.reviews, in: group) { return year }
    }
    return FirstSentences(head).reportedYear ?? onlyYear(title + lines.cover.filter { isYearBeside($0, title.first) })
  }

  /// A label or a title; notes, heads of columns and rows of figures tell of their own years.
  private func mayTell(_ line: FrontLine) -> Bool {
    line.mayHoldDate && line.key.count <= Self.longestLine && !line.keyText.hasPrefix("※") && !FieldLine.isRow(line)
      && !Arrows.stand(in: line.text)
  }

  /// In bytes.
  private static let longestLine = 150

  /// The one year of a group of lines behind which such a word stands; of several none is the reported one.
  private func year(followedBy words: [String], in lines: [FrontLine]) -> Temporal? {
    var found: [Temporal] = []
    for line in lines {
      let years = years(in: line)
      for match in years where years.count < 3 {
        let bytes = Array(line.text.utf8)
        let rest = String(decoding: bytes[match.range.upperBound...], as: UTF8.self).folded
        let before = String(decoding: bytes[..<match.range.lowerBound], as: UTF8.self).folded
        let behind = String(rest.drop { " )()」".contains($0) })
        guard words.contains(where: behind.hasPrefix), !Self.others.contains(where: behind.hasPrefix),
          !Self.startingPoints.contains(where: before.contains)
        else { continue }
        found.append(match.temporal)
      }
    }
    return Set(found.map(\.start)).count == 1 ? found[0] : nil
  }

  private static let startingPoints = ["基準", "現状", "策定時", "当初", "参考", "前回"]

  private func years(in line: FrontLine) -> [TemporalReader.Match] {
    guard line.mayHoldDate else { return [] }
    return reader.matches(in: line.text).filter(\.isFiscalYear)
  }

  private static let sheets = [
    "評価シート", "評価調書", "評価表", "行政評価", "施策評価", "事務事業評価", "政策評価", "事業評価", "マネジメントシート",
  ]

  /// The year before the name of a sheet, under which it was filled.
  private func sheetYear(_ title: FrontLine) -> Temporal? {
    guard Self.sheets.contains(where: title.keyText.contains) else { return nil }
    let years = years(in: title)
    guard years.count == 1, let year = years.first, year.range.lowerBound == 0 else { return nil }
    return year.temporal
  }

  /// 平成28年度 評価調書（28年度対象）: the number alone, once more.
  private func isSubject(_ year: Temporal, of title: FrontLine) -> Bool {
    let number = year.raw.folded.filter { $0.isNumber }
    return !number.isEmpty && title.holds("(" + number + "年度対象")
  }

  /// In bytes, between a title and the year in a line of its own above or below it.
  private static let nearestLine = 12

  /// 令和4年度 and nothing else, right above or below the title.
  private func isYearBeside(_ line: FrontLine, _ title: FrontLine?) -> Bool {
    guard let title = title?.source, line.key.count <= Self.longestYear, years(in: line).first?.range.lowerBound == 0,
      line.keyText.hasSuffix("年度")
    else { return false }
    let (first, second) = line.source.start < title.start ? (line.source, title) : (title, line.source)
    return first.end <= second.start && Int(second.start - first.end) <= Self.nearestLine
  }

  /// In bytes: 令和元年度 with its year of the other calendar.
  private static let longestYear = 36

  private func onlyYear(_ title: [FrontLine]) -> Temporal? {
    let years = title.flatMap { self.years(in: $0) }
    return Set(years.map(\.temporal.start)).count == 1 ? years[0].temporal : nil
  }
}

extension TemporalReader.Match {
  /// 令和5年度, or 令和5年度末.
  var isFiscalYear: Bool {
    guard !temporal.flags.contains(.invalid), temporal.startYear != nil else { return false }
    return temporal.kind == .fiscalYear || (temporal.kind == .day && temporal.raw.contains("年度"))
  }
}
