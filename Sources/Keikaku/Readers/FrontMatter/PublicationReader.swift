import KeikakuText

/// Finds the day or month on which the document was issued.
///
/// 発行 in the colophon comes first, then the latest of 策定 and 改訂, then a date that stands alone on the cover (on a
/// meeting's paper the day of the meeting), then one alone in the colophon. A fiscal year is no date of issue.
struct PublicationReader: Sendable {
  private enum Rank: Int {
    case aloneAtEnd = 1
    case aloneOnCover, decided, issued
  }

  private let reader = TemporalReader()

  /// The date, and whether the document dates its decision or issue as such.
  func published(_ lines: FrontMatterLines) -> (date: Temporal, isDecided: Bool)? {
    var best: (rank: Rank, date: Temporal)?
    var found: [Temporal] = []
    let evidence = lines.cover.map { ($0, true) } + lines.colophon.map { ($0, false) }
    let years = Set(
      evidence.flatMap { dates(in: $0.0) }.map(\.temporal).filter { $0.kind == .calendarYear }.map(\.start))
    for (line, isCover) in evidence {
      // Several years alone on their lines are those of figures.
      for date in dates(in: line) where date.temporal.kind != .calendarYear || years.count == 1 {
        guard let rank = rank(of: line, date: date, isCover: isCover) else { continue }
        found.append(date.temporal)
        let isRevision =
          rank == .decided && best.map { $0.rank == rank && date.temporal.isLater(than: $0.date) } == true
        if isRevision || rank.rawValue > best?.rank.rawValue ?? 0 { best = (rank, date.temporal) }
      }
    }
    return best.map { best in
      let finer = found.first { $0.kind != .calendarYear && $0.lies(in: best.date) }
      return (
        best.date.kind == .calendarYear ? finer ?? best.date : best.date, best.rank.rawValue >= Rank.decided.rawValue
      )
    }
  }

  private func dates(in line: FrontLine) -> [TemporalReader.Match] {
    guard line.mayHoldDate, !line.isSentence, line.key.count < 300 else { return [] }
    return reader.matches(in: line.text).filter { match in
      let kind = match.temporal.kind
      return (kind == .day || kind == .month || kind == .calendarYear) && match.temporal.start != nil
        && !match.temporal.flags.contains(.invalid) && !match.temporal.assumed && !isBorderOfYear(match)
    }
  }

  /// 令和6年度末 is a day, and none of issue.
  private func isBorderOfYear(_ match: TemporalReader.Match) -> Bool {
    match.temporal.raw.contains("度")
  }

  private func rank(of line: FrontLine, date: TemporalReader.Match, isCover: Bool) -> Rank? {
    guard !line.has(.otherDate), !line.has(.period), !DateOfOther.isDated(line, date) else { return nil }
    if line.has(.issued) { return isOther(line) ? nil : .issued }
    if line.has(.decided) { return .decided }
    guard date.temporal.kind != .calendarYear || isWhole(line, date) else { return nil }
    let others = line.text.utf8.count - date.range.count
    guard others <= 75, isCover || others <= 36 else { return nil }
    return isCover ? .aloneOnCover : .aloneAtEnd
  }

  private static let matters = ["結果", "状況", "数値", "データ", "調査", "統計", "情報"]

  /// R4.5 調査結果公表: what was published is something that the document tells of.
  private func isOther(_ line: FrontLine) -> Bool {
    guard let word = line.words.first(where: { $0.word == .issued }) else { return false }
    let before = line.key[..<word.range.lowerBound]
    return Self.matters.contains { before.span.ends(with: $0.utf8.span) }
  }

  /// A year alone. In brackets it dates the figure above it: 30% | （平成32年）.
  private func isWhole(_ line: FrontLine, _ date: TemporalReader.Match) -> Bool {
    line.text.utf8.count - date.range.count <= 6 && !line.keyText.hasPrefix("(")
  }
}

extension Temporal {
  /// 令和2年3月 lies in 2020年.
  fileprivate func lies(in year: Temporal) -> Bool {
    guard let start, let end, let first = year.start, let last = year.end else { return false }
    return first <= start && end <= last
  }

  fileprivate func isLater(than other: Temporal) -> Bool {
    guard let start, let otherStart = other.start else { return false }
    return start > otherStart
  }
}
