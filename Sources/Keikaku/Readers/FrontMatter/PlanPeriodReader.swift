import KeikakuText

/// Finds the years that the plan is for.
///
/// A range alone on the cover; else the sentence, table row or lines below a heading that speak of 計画期間 or 対象期間:
/// 総合戦略の対象期間は、令和2年度から令和6年度までの5年間とします。Where a text gives the years of several plans (基本構想は…、
/// 前期基本計画は…), those of the plan that the title names.
struct PlanPeriodReader: Sendable {
  private struct Candidate {
    var period: Temporal
    var score: Int
    var source: SourceRange
  }

  private let reader = TemporalReader()
  /// Lines below a heading that may still give its years.
  private static let linesBelowHeading = 4
  private static let mostMentions = 30
  /// In bytes, what stands before a range in its sentence and may tell whose it is.
  private static let longestSubject = 300
  /// Where a plan introduces itself.
  private static let linesOfBeginning = 150

  /// `paragraphs` are those of the beginning, joined over their lines; a word may break at a line's end. What `works` hold
  /// tells when each of them is done.
  func period(
    title: FrontLine?, lines: FrontMatterLines, text: SourceText, paragraphs: [MappedText], works: WorkTables
  ) -> Temporal? {
    for line in lines.cover where !line.isSentence && line.mayHoldDate {
      let ranges = ranges(in: line.text)
      // Years of several plans side by side are those of none.
      if let match = ranges.first, Set(ranges.map(\.temporal.start)).count == 1, isAlone(match, in: line),
        !tellsOfOther(match, in: line)
      {
        return match.temporal
      }
    }
    var candidates: [Candidate] = []
    for number in PeriodMentions.lines(in: text, limit: Self.mostMentions)
    where !works.hold(lineSource(number, text)) {
      candidates += self.candidates(atLine: number, title: title, text: text)
    }
    if candidates.isEmpty {
      for paragraph in paragraphs where paragraph.text.contains("期間") {
        for sentence in Sentences.parts(of: paragraph.text) where sentence.contains("期間") {
          candidates += self.candidates(in: sentence, subject: "", title: title, source: paragraph.source)
        }
      }
    }
    let best = candidates.max { $0.score != $1.score ? $0.score < $1.score : $0.source.start > $1.source.start }
    if let best, best.score >= 0 { return best.period }
    return besideName(title: title, text: text)
  }

  /// The years right beside the plan's name where nothing speaks of a 期間: 第2期〇〇町総合戦略（令和2年度～令和7年度）, and
  /// 本計画は、令和4年度から令和8年度まで….
  private func besideName(title: FrontLine?, text: SourceText) -> Temporal? {
    let titleCounts = PlanOrdinals(title?.keyText ?? "")
    var alone: [Temporal] = []
    for number in 1..<min(Self.linesOfBeginning, text.lineStarts.count) + 1 {
      guard Sentences.contains(text.bytes, lineSource(number, text).indices, Self.year) else { continue }
      for sentence in Sentences.parts(of: lineText(number, text)) where sentence.contains("年") {
        let bytes = Array(sentence.utf8)
        for match in ranges(in: sentence) {
          let before = String(decoding: bytes[..<match.range.lowerBound].suffix(Self.longestSubject), as: UTF8.self)
          let behind = String(decoding: bytes[match.range.upperBound...].prefix(60), as: UTF8.self)
          if PeriodSubject.isOfAnotherPlan(behind, title: title) || PeriodSubject.hasEnded(before, behind)
            || PeriodSubject.isOfFigure(behind)
            || PeriodSubject.counts(before, behind).contradict(titleCounts)
          {
            continue
          }
          if LengthOfPlan.isAll(before: before, behind: behind, of: match.temporal) { alone.append(match.temporal) }
          if PeriodSubject.standsBeside(before, title: title) || LengthOfPlan.stands(in: behind)
            || LengthOfPlan.opens(before)
          {
            return match.temporal
          }
        }
      }
    }
    return Set(alone.map { [$0.startYear, $0.endYear] }).count == 1 ? alone[0] : nil
  }

  private static let year = Array("年".utf8)

  private func isAlone(_ match: TemporalReader.Match, in line: FrontLine) -> Bool {
    line.has(.period) || match.range.count * 5 >= line.text.utf8.count * 3
      || line.has(where: TitleReader.isPlanOfItsKind)
  }

  /// 令和5年から令和10年の期間の平均, 意見の募集期間: years of a figure, or of what is asked for.
  private func tellsOfOther(_ match: TemporalReader.Match, in line: FrontLine) -> Bool {
    let before = line.text.slice(utf8: 0..<match.range.lowerBound)
    return PeriodSubject.isOfFigure(line.text.slice(utf8: match.range.upperBound..<line.text.utf8.count))
      || PeriodSubject.isOfProcedure(before, heading: "")
  }

  private func candidates(atLine number: Int, title: FrontLine?, text: SourceText) -> [Candidate] {
    let line = lineText(number, text)
    var found: [Candidate] = []
    for sentence in Sentences.parts(of: unwrapped(number, text)) where sentence.contains("期間") {
      found += self.candidates(in: sentence, subject: "", title: title, source: lineSource(number, text))
    }
    guard found.isEmpty, line.utf8.count <= 90, !String(line).contains("。") else { return found }
    var below = 0
    for next in number + 1..<min(number + 12, text.lineStarts.count + 1) {
      let sentence = lineText(next, text)
      guard !sentence.trimmed.isEmpty else { continue }
      below += 1
      for part in Sentences.parts(of: sentence) {
        found += candidates(in: part, subject: line, title: title, source: lineSource(next, text))
      }
      if !found.isEmpty || below == Self.linesBelowHeading { break }
    }
    return found
  }

  private func candidates(
    in sentence: String, subject: Substring, title: FrontLine?, source: SourceRange
  ) -> [Candidate] {
    let ranges = ranges(in: sentence)
    guard !ranges.isEmpty else { return [] }
    let bytes = Array(sentence.utf8)
    let titleCounts = PlanOrdinals(title?.keyText ?? "")
    guard !PeriodCells.stand(side: ranges, in: bytes),
      !PeriodCells.followOneAnother(ranges, in: bytes, title: titleCounts)
    else { return [] }
    var end = 0
    return ranges.compactMap { match in
      let start = match.range.lowerBound
      var before = String(decoding: bytes[min(end, start)..<start], as: UTF8.self)
      let wide = String(decoding: bytes[..<start].suffix(Self.longestSubject), as: UTF8.self)
      let behind = String(decoding: bytes[match.range.upperBound...].prefix(Self.longestBehind), as: UTF8.self)
      if end > 0, let comma = before.firstIndex(where: { "、,，；".contains($0) }) {
        before = String(before[before.index(after: comma)...])
      }
      // What stands before the arrow is said of the years that it replaces.
      if let arrow = before.lastIndex(where: Arrows.characters.contains) {
        before = String(before[before.index(after: arrow)...])
      }
      end = match.range.upperBound
      guard subject.contains("期間") || wide.contains("期間") || PeriodCells.areCalledPeriod(behind) else { return nil }
      guard !PeriodSubject.hasEnded(before, behind), !PeriodSubject.isOfFigure(behind),
        !PeriodSubject.isOfProcedure(wide, heading: subject),
        !PeriodSubject.counts(before, behind).contradict(titleCounts)
      else {
        return nil
      }
      return Candidate(
        period: match.temporal, score: PeriodSubject(before, heading: String(subject)).score(for: title), source: source
      )
    }
  }

  /// In bytes, what stands behind a range and may say that it is the period, or of which plan.
  private static let longestBehind = 120

  /// Ranges of at least a year, complete on both sides.
  private func ranges(in text: String) -> [TemporalReader.Match] {
    guard text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) || text.contains("年") else { return [] }
    let matches = reader.matches(in: text, context: text.contains("期間") ? .yearColumn : .text)
    let whole = matches.filter { match in
      let temporal = match.temporal
      guard temporal.kind == .range, let start = temporal.start, let end = temporal.end else { return false }
      return end.year > start.year && !isShort(temporal) && !temporal.flags.contains(.invalid)
    }
    return whole.isEmpty ? FirstAndLastYear.ranges(of: matches, in: text) : withoutReplaced(whole, in: text)
  }

  /// 令和5年12月1日～令和6年1月5日: days of two years, and no whole year between them.
  private func isShort(_ temporal: Temporal) -> Bool {
    guard let start = temporal.start, let end = temporal.end, end.year == start.year + 1 else { return false }
    return (end.month, end.day) < (start.month, start.day) && 12 - start.month + end.month < Self.fewestMonths
  }

  private static let fewestMonths = 11

  /// 令和3年度～令和6年度 ⇒ 令和3年度～令和7年度: an arrow replaces what stands before it.
  private func withoutReplaced(_ matches: [TemporalReader.Match], in text: String) -> [TemporalReader.Match] {
    let bytes = Array(text.utf8)
    return matches.indices.filter { index in
      guard index + 1 < matches.count else { return true }
      let between =
        matches[index].range.upperBound..<max(matches[index].range.upperBound, matches[index + 1].range.lowerBound)
      return !Arrows.stand(in: String(decoding: bytes[between], as: UTF8.self))
    }.map { matches[$0] }
  }

  /// The line with those of its sentence that a printed page has broken off: …令和6年度までの5年 / 間を計画期間とする….
  private func unwrapped(_ number: Int, _ text: SourceText) -> String {
    var first = number
    while first > 1, number - first < Self.mostWraps, goesOn(first - 1, text) { first -= 1 }
    var last = number
    while last < text.lineStarts.count, last - number < Self.mostWraps, goesOn(last, text) { last += 1 }
    if last == number, let end = endOfPeriod(below: number, text) { return lineText(number, text).trimmed + " " + end }
    return (first...last).map { String(lineText($0, text).trimmed) }.joined()
  }

  /// 至 令和11年3月31日 of the line below 計画期間 自 平成31年4月1日.
  private func endOfPeriod(below number: Int, _ text: SourceText) -> Substring? {
    guard lineText(number, text).contains("自") else { return nil }
    let below = (number + 1..<text.lineStarts.count + 1).prefix(Self.mostWraps).map { lineText($0, text).trimmed }
    return below.first { !$0.isEmpty }.flatMap { $0.hasPrefix("至") ? $0 : nil }
  }

  private static let mostWraps = 2
  /// A line of a page's prose is at least this long, in bytes; a shorter one ends where its text does.
  private static let shortestWrapped = 75

  private func goesOn(_ number: Int, _ text: SourceText) -> Bool {
    let line = lineText(number, text).trimmed
    return line.utf8.count >= Self.shortestWrapped && !line.hasSuffix("。") && !line.utf8.contains(Ascii.tab)
  }

  private func lineText(_ number: Int, _ text: SourceText) -> Substring { text.string(lineSource(number, text))[...] }

  private func lineSource(_ number: Int, _ text: SourceText) -> SourceRange {
    let end = number < text.lineStarts.count ? text.lineStarts[number] : UInt32(text.bytes.count)
    return SourceRange(start: text.lineStarts[number - 1], end: end)
  }
}
