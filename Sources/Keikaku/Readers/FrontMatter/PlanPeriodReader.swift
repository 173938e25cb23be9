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
      if let match = ranges(in: line.text).first, isAlone(match, in: line) { return match.temporal }
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
    for number in 1..<min(Self.linesOfBeginning, text.lineStarts.count) + 1 {
      guard Sentences.contains(text.bytes, lineSource(number, text).indices, Self.year) else { continue }
      for sentence in Sentences.parts(of: lineText(number, text)) where sentence.contains("年") {
        let bytes = Array(sentence.utf8)
        for match in ranges(in: sentence) {
          let before = String(decoding: bytes[..<match.range.lowerBound].suffix(Self.longestSubject), as: UTF8.self)
          let behind = String(decoding: bytes[match.range.upperBound...].prefix(60), as: UTF8.self)
          if PeriodSubject.isOfAnotherPlan(behind, title: title) { continue }
          if PeriodSubject.standsBeside(before, title: title) || LengthOfPlan.stands(in: behind)
            || LengthOfPlan.opens(before)
          {
            return match.temporal
          }
        }
      }
    }
    return nil
  }

  private static let year = Array("年".utf8)

  private func isAlone(_ match: TemporalReader.Match, in line: FrontLine) -> Bool {
    line.has(.period) || match.range.count * 5 >= line.text.utf8.count * 3
      || line.has(where: TitleReader.isPlanOfItsKind)
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
    let bytes = Array(sentence.utf8)
    var end = 0
    return ranges(in: sentence).map { match in
      var before = String(decoding: bytes[min(end, match.range.lowerBound)..<match.range.lowerBound], as: UTF8.self)
      if end > 0, let comma = before.firstIndex(where: { "、,，；".contains($0) }) {
        before = String(before[before.index(after: comma)...])
      }
      // What stands before the arrow is said of the years that it replaces.
      if let arrow = before.lastIndex(where: Arrows.characters.contains) {
        before = String(before[before.index(after: arrow)...])
      }
      end = match.range.upperBound
      return Candidate(
        period: match.temporal, score: PeriodSubject(before, heading: String(subject)).score(for: title), source: source
      )
    }
  }

  /// Ranges of at least a year, complete on both sides.
  private func ranges(in text: String) -> [TemporalReader.Match] {
    guard text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) || text.contains("年") else { return [] }
    let matches = reader.matches(in: text, context: text.contains("期間") ? .yearColumn : .text)
    let whole = matches.filter { match in
      let temporal = match.temporal
      guard temporal.kind == .range, let start = temporal.start, let end = temporal.end else { return false }
      return end.year > start.year && !temporal.flags.contains(.invalid)
    }
    return whole.isEmpty ? FirstAndLastYear.ranges(of: matches, in: text) : withoutReplaced(whole, in: text)
  }

  /// 令和3年度～令和6年度 ⇒ 令和3年度～令和7年度: an arrow replaces what stands before it.
  private func withoutReplaced(_ matches: [TemporalReader.Match], in text: String) -> [TemporalReader.Match] {
    let bytes = Array(text.utf8)
    return matches.indices.filter { index in
      guard index + 1 < matches.count else { return true }
      let between =
        matches[index].range.upperBound..<max(matches[index].range.upperBound, matches[index + 1].range.lowerBound)
      return !String(decoding: bytes[between], as: UTF8.self).contains(where: Arrows.characters.contains)
    }.map { matches[$0] }
  }

  /// The line with those of its sentence that a printed page has broken off: …令和6年度までの5年 / 間を計画期間とする….
  private func unwrapped(_ number: Int, _ text: SourceText) -> String {
    var first = number
    while first > 1, number - first < Self.mostWraps, goesOn(first - 1, text) { first -= 1 }
    var last = number
    while last < text.lineStarts.count, last - number < Self.mostWraps, goesOn(last, text) { last += 1 }
    return (first...last).map { String(lineText($0, text).trimmed) }.joined()
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

/// 令和2年度を初年度とし、令和6年度を目標年度とする: a range told as two years.
enum FirstAndLastYear {
  private static let firsts = ["を初年度", "を始期", "をはじめ", "を開始", "を初年", "(初年度", "からの", "から"]
  private static let lasts = ["を目標", "を最終", "を終期", "を終了", "(目標年", "までの", "まで"]

  static func ranges(of matches: [TemporalReader.Match], in text: String) -> [TemporalReader.Match] {
    let bytes = Array(text.utf8)
    func behind(_ match: TemporalReader.Match) -> String {
      String(decoding: bytes[match.range.upperBound...].prefix(30), as: UTF8.self).folded
    }
    let years = matches.filter { $0.temporal.start != nil && $0.temporal.end != nil && $0.temporal.kind != .range }
    guard let first = years.first(where: { match in firsts.contains { behind(match).hasPrefix($0) } }) else {
      return []
    }
    let rest = years.filter { $0.range.lowerBound > first.range.lowerBound }
    guard let last = rest.first(where: { match in lasts.contains { behind(match).hasPrefix($0) } }),
      let start = first.temporal.start, let end = last.temporal.end, end.year > start.year
    else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    let temporal = Temporal(
      raw: String(decoding: bytes[range], as: UTF8.self), kind: .range, start: start, end: end,
      startYear: first.temporal.startYear, endYear: last.temporal.endYear)
    return [TemporalReader.Match(temporal: temporal, range: range)]
  }
}

/// The plan of which a clause gives the years.
struct PeriodSubject: Sendable {
  /// Names of plans that a clause can be about, the parts of a plan before the whole.
  private static let plans = [
    "人口ビジョン", "前期基本計画", "中期基本計画", "後期基本計画", "前期実施計画", "後期実施計画", "実施計画", "基本構想", "基本計画", "総合戦略", "総合計画",
    "総合振興計画", "過疎", "行政改革",
  ]
  private static let own = ["本計画", "本戦略", "この計画", "この戦略", "本総合戦略", "本プラン", "当計画", "本ビジョン"]
  private static let others = [
    "第1期", "第一期", "第I期", "第Ⅰ期", "前計画", "旧", "前戦略", "前回", "従前", "変更前", "改定前", "改訂前", "国の", "県の", "国は", "将来", "推計",
  ]

  private let subject: String

  /// `before` is the text between the last range and this one; the subject is what stands before its first は or を.
  init(_ before: String, heading: String) {
    let folded = before.folded.filter { $0 != " " }
    let end = folded.firstIndex { "はをが,、\t".contains($0) && $0 != folded.first } ?? folded.endIndex
    let clause = String(folded[..<end])
    subject = clause.isEmpty || !Self.plans.contains(where: { clause.contains($0) }) ? heading.folded + clause : clause
  }

  /// Above zero where the title names the subject, below where the subject is another plan.
  func score(for title: FrontLine?) -> Int {
    let title = title?.keyText ?? ""
    var score = subject.contains("期間") ? 2 : 0
    // 基本計画 ends as 本計画 does.
    if Self.own.contains(where: { subject.contains($0) && !subject.contains("基" + $0) }) { score += 3 }
    if Self.others.contains(where: { subject.contains($0) && !title.contains($0) }) { score -= 6 }
    guard let plan = Self.plans.first(where: { subject.contains($0) }) else { return score }
    if title.contains(plan) { return score + (plan == "基本構想" ? 5 : 4) }
    if title.isEmpty { return score }
    return score + (Self.isWhole(plan, of: title) ? 1 : -6)
  }

  /// Whether what stands before a range names the document's own plan as that which runs for it.
  static func standsBeside(_ before: String, title: FrontLine?) -> Bool {
    let folded = before.folded.filter { $0 != " " }
    let titleText = title?.keyText ?? ""
    if others.contains(where: { folded.contains($0) && !titleText.contains($0) }) { return false }
    if folded.hasSuffix("(") {
      let name = folded.dropLast().filter { $0 != "」" }
      return plans.contains { name.hasSuffix($0) && titleText.contains($0) }
    }
    return own.contains { name in
      ["は", "は、"].contains { folded.hasSuffix(name + $0) && !folded.hasSuffix("基" + name + $0) }
    }
  }

  /// 総合戦略（令和2年度～令和6年度）（以下「第2期戦略」）in a text of the third: the bracket behind the years tells whose they are.
  static func isOfAnotherPlan(_ behind: String, title: FrontLine?) -> Bool {
    let folded = behind.folded.filter { $0 != " " }
    guard folded.hasPrefix(")(以下"), let start = folded.firstIndex(of: "第"),
      let end = folded[start...].firstIndex(where: { "期次".contains($0) }), let title = title?.keyText,
      title.contains("第")
    else { return false }
    return !title.contains(folded[start...end])
  }

  /// A 総合計画 consists of 基本構想 and 基本計画; the 基本構想 runs for the whole of it.
  private static func isWhole(_ plan: String, of title: String) -> Bool {
    (plan == "基本構想" || plan == "総合計画") && (title.contains("総合計画") || title.contains("総合振興計画"))
  }
}

/// 令和2年度から令和6年度までの5年間を計画…: a length behind the range and what the plan does with it.
enum LengthOfPlan {
  private static let lengths = ["年間", "か年", "カ年", "ヵ年", "ヶ年", "箇年"]
  private static let uses = ["とします", "とする", "とし、", "を計画", "の計画", "の取組", "を対象", "の戦略", "を期"]

  /// 今後5年間（令和7～11年度）: the length before the range.
  static func opens(_ before: String) -> Bool {
    let folded = before.folded.filter { $0 != " " }
    guard folded.hasSuffix("("), let start = folded.ranges(of: "今後").last?.upperBound else { return false }
    let digits = folded[start...].prefix { $0.isNumber }
    return (1...2).contains(digits.count) && lengths.contains { folded[start...].dropFirst(digits.count) == $0 + "(" }
  }

  static func stands(in behind: String) -> Bool {
    var rest = behind.folded[...]
    if rest.hasPrefix("までの") { rest = rest.dropFirst(3) }
    if rest.hasPrefix("の") { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isNumber }
    guard (1...2).contains(digits.count) else { return false }
    rest = rest.dropFirst(digits.count)
    guard let length = lengths.first(where: { rest.hasPrefix($0) }) else { return false }
    rest = rest.dropFirst(length.count)
    return uses.contains { rest.hasPrefix($0) }
  }
}

/// Finds the lines that speak of a 期間, in one pass over the bytes.
enum PeriodMentions {
  private static let word = Array("期間".utf8)

  /// Line numbers, from 1, in order, each once.
  static func lines(in text: SourceText, limit: Int) -> [Int] {
    let bytes = text.bytes.span
    var numbers: [Int] = []
    var index = bytes.first(word[3], from: 0, to: bytes.count)
    while index < bytes.count, numbers.count < limit {
      if isWord(in: bytes, endingAt: index) {
        let number = text.line(at: UInt32(index))
        if numbers.last != number { numbers.append(number) }
      }
      index = bytes.first(word[3], from: index + 1, to: bytes.count)
    }
    return numbers
  }

  /// Whether 期 stands before 間, whose lead byte is at `lead`.
  private static func isWord(in bytes: borrowing Span<UInt8>, endingAt lead: Int) -> Bool {
    guard lead >= 3, lead + 2 < bytes.count else { return false }
    return bytes[lead - 3] == word[0] && bytes[lead - 2] == word[1] && bytes[lead - 1] == word[2]
      && bytes[lead + 1] == word[4] && bytes[lead + 2] == word[5]
  }
}
