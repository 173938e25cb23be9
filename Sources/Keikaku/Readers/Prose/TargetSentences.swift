import KeikakuText

/// Reads sentences that set a target, with the baseline in a bracket behind them.
///
/// ```
/// 数値目標…労働者数（雇用保険適用者数）を89,000人にする（H30：82,687人）
/// 年間観光客数625万人にするとともに年間観光消費額を129億円にする（H30の年間観光客数：600万人、…）
/// 滞在人口を維持する（H30：平日237,673人／日、休日237,672人／日）
/// ```
/// Without a lead word or heading only a bracket with a dated figure makes such a sentence an indicator.
struct TargetSentences {
  let text: ProseText
  let context: ProseContext

  /// How far beyond a figure it is to go: 85％を超えることを目指す.
  private static let beyond = ProseWords("を超え を上回 を下回")
  private static let wordVerbs = ProseWords("維持する 維持 維持します 維持していく")
  private static let changes = ProseWords("半減 倍増")
  private static let changeVerbs = ProseWords("する させ します を目指 をめざ")
  private static let leads = ProseWords("数値目標 成果目標 重要業績評価指標 KPI 目標指標 目標値 成果指標 目標数値")

  private struct Clause {
    var name: Range<Int>
    var target: Range<Int>
    var end: Int
    /// 8,500件から12,000件に増やす: the figure that it starts from.
    var start: Range<Int>?
    /// 平成29年の98億円から令和10年には110億円に増やす: the years of both.
    var startDate: Range<Int>?
    var targetDate: Range<Int>?
    /// 250組（平成26年：232組）とする: the bracket between the figure and its verb.
    var bracket: Range<Int>?
    /// Both figures bear their year, and the verb says that the one is to become the other.
    var leadsOn = false
    /// 令和元年度より10％以上削減する: the target holds the year that it is measured against.
    var isCompared = false
    /// 耐震化率の目標を93％とします: the words before the figure say that it is a target.
    var saysTarget = false
  }

  func readings() -> [IndicatorReading] {
    let clauses = clauses()
    guard let last = clauses.last else { return [] }
    let bracket = baselineBracket(after: last.end) ?? last.bracket
    let isNamed =
      context.isUnderIndicatorHeading || hasLead(before: clauses[0].target.upperBound)
      || !context.tellsSituation && clauses.allSatisfy { $0.leadsOn || $0.saysTarget }
    guard bracket != nil || isNamed else { return [] }
    let baselines = bracket.map { BaselineBracket(text: text, range: $0, context: context).entries() } ?? []
    guard isNamed || baselines.contains(where: \.isDated) else { return [] }
    let end = bracket.map { $0.upperBound + 1 } ?? last.end
    return clauses.enumerated().map { ordinal, clause in
      let own = clause.bracket.flatMap { BaselineBracket(text: text, range: $0, context: context).entries().first }
      return reading(clause, own ?? entry(for: clause, ordinal, of: clauses.count, baselines), end: end)
    }
  }

  /// The sentence begins with a lead word, or says of what follows that it is a target: 成果目標として.
  private func hasLead(before limit: Int) -> Bool {
    let start = (0..<limit).last { text.scalars[$0] == "。" }.map { $0 + 1 } ?? 0
    if ProseName.hasLead(in: text, start..<limit) { return true }
    return (start..<limit).contains { index in
      guard let length = text.match(Self.leads, at: index, limit: limit) else { return false }
      return text.match(Self.introductions, at: index + length, limit: limit) != nil
    }
  }

  private static let introductions = ProseWords("として は、 を は 」として")

  // MARK: - Clauses

  private func clauses() -> [Clause] {
    var result: [Clause] = []
    var start = 0
    /// Where the words of the clause begin that begins at `start`.
    var first = firstWord(from: start)
    var index = 0
    while index < text.scalars.count {
      if text.scalars[index] == "。" {
        start = index + 1
        first = firstWord(from: start)
      }
      if var clause = (index == first ? countedClause(at: index) : nil) ?? clause(at: index, from: start) {
        start = skipConjunction(clause.end)
        if clause.bracket == nil, let own = ownBracket(of: clause) {
          clause.bracket = own
          start = own.upperBound + 1
        }
        first = firstWord(from: start)
        result.append(clause)
        index = start
      } else {
        index += 1
      }
    }
    return result
  }

  private func firstWord(from start: Int) -> Int {
    let end = text.scalars.count
    let first = ProseName.start(in: text, min(start, end)..<end)
    return first + (text.match(Self.periods, at: first, limit: end) ?? 0)
  }

  private static let periods = ProseWords("計画期間内に 計画期間中に 期間内に 期間中に 計画期間内で 計画期間中で")

  /// …とする。（令和元年度：20,456人） with another sentence behind it: the bracket is this clause's, not the last one's.
  private func ownBracket(of clause: Clause) -> Range<Int>? {
    guard let bracket = baselineBracket(after: clause.end),
      text.skipBlanks(bracket.upperBound + 1, text.scalars.count) < text.scalars.count
    else { return nil }
    let entries = BaselineBracket(text: text, range: bracket, context: context).entries()
    return entries.count == 1 ? bracket : nil
  }

  private static let counted = ProseWords("を図 を目指 をめざ を実現 を達成 を行 を進め を確保 を見込")

  /// 5年間で100人の雇用の創出を図ります: the figure first, and what it counts behind it.
  private func countedClause(at index: Int) -> Clause? {
    guard let value = ValueSpan(in: text, at: index, limit: text.scalars.count), value.isNumber,
      value.bracket == nil || !value.hasYear
    else { return nil }
    let name = value.range.upperBound + 1
    guard name < text.scalars.count, text.scalars[name - 1] == "の" else { return nil }
    for place in name..<text.scalars.count {
      if let length = text.match(Self.counted, at: place, limit: text.scalars.count) {
        guard let range = ProseName.range(in: text, name..<place) else { return nil }
        let end = (place + length..<text.scalars.count).first { text.scalars[$0] == "。" } ?? text.scalars.count
        return Clause(name: range, target: value.range, end: end)
      }
      if "。、(（".unicodeScalars.contains(text.scalars[place]) { return nil }
    }
    return nil
  }

  private func clause(at index: Int, from start: Int) -> Clause? {
    if let length = text.match(Self.wordVerbs, at: index, limit: text.scalars.count), index > start,
      text.scalars[index - 1] == "を", let name = name(start..<index), endsClause(index + length)
    {
      return Clause(name: name, target: index..<index + 2, end: index + length)
    }
    guard index > start, mayBeginValue(index) || text.match(Self.changes, at: index, limit: text.scalars.count) != nil,
      let value = ValueSpan(in: text, at: index, limit: text.scalars.count),
      value.isNumber || changes(value) || isZero(value)
    else { return nil }
    let verb = text.skipBlanks(value.range.upperBound, text.scalars.count)
    let verbs = changes(value) ? Self.changeVerbs : TargetVerbs.all
    guard
      let length = text.match(verbs, at: verb, limit: text.scalars.count) ?? copula(at: verb, of: start..<index)
        ?? elided(at: verb, before: index)
        ?? unspoken(at: verb, before: index) ?? Reduction.length(of: text, at: verb, behind: value),
      text.match(TargetVerbs.past, at: verb + length, limit: text.scalars.count) == nil
    else { return nil }
    let until = DatedPiece(start..<index, in: text)
    let comparison =
      Reduction.length(of: text, at: verb, behind: value) == nil
      ? nil : Reduction.comparison(in: text, endingAt: until.rest.upperBound, from: start)
    let before = comparison.map { DatedPiece(start..<$0.lowerBound, in: text) } ?? until
    let from = startingFigure(before.rest)
    let since = from.map { DatedPiece(start..<$0.lowerBound, in: text) }
    let piece = since?.rest ?? before.rest
    let dated = DatedName(ProseName.start(in: text, piece)..<piece.upperBound, in: text)
    guard let name = name(dated?.name ?? piece) else { return nil }
    var clause = Clause(
      name: name, target: changes(value) ? value.core : value.range, end: skipEnding(verb + length), start: from)
    clause.startDate = since?.date
    clause.targetDate = before.date ?? (comparison == nil ? until.date : nil) ?? dated?.date
    if let comparison {
      clause.target = comparison.lowerBound..<value.range.upperBound
      clause.isCompared = true
    }
    if let beyond = text.match(Self.beyond, at: value.range.upperBound, limit: text.scalars.count) {
      clause.target = clause.target.lowerBound..<min(value.range.upperBound + beyond + 1, text.scalars.count)
    }
    let isDated = clause.startDate != nil || from.map(holdsDate) ?? false
    clause.leadsOn = isDated && (value.hasYear || until.date != nil) && leadsOn(verb, behind: piece)
    clause.saysTarget = copula(at: verb, of: start..<index) != nil && endsWithTargetWord(piece)
    guard
      clause.saysTarget || text.match(TargetVerbs.copulas, at: verb, limit: text.scalars.count) != length
        || text.match(verbs, at: verb, limit: text.scalars.count) != nil
    else { return nil }
    if let bracket = value.bracket, !BaselineBracket(text: text, range: bracket, context: context).entries().isEmpty {
      clause.target = value.range.lowerBound..<value.core.upperBound
      clause.bracket = bracket
    }
    return clause
  }

  private func leadsOn(_ verb: Int, behind piece: Range<Int>) -> Bool {
    let limit = text.scalars.count
    if text.match(TargetVerbs.setting, at: verb, limit: limit) != nil { return true }
    return text.match(TargetVerbs.growing, at: verb, limit: limit) != nil
      && piece.contains { text.scalars[$0] == "を" }
  }

  static let targetWords = ProseWords("目標値を 目標値は 目標値として 目標を 目標は 目標として")

  /// 93％です behind 耐震化率の目標は: what the state or an earlier plan aims at is not the plan's.
  private func copula(at verb: Int, of piece: Range<Int>) -> Int? {
    guard let length = text.match(TargetVerbs.copulas, at: verb, limit: text.scalars.count),
      piece.dropFirst().contains(where: {
        text.scalars[$0 - 1] == "の" && text.match(Self.targetWords, at: $0, limit: piece.upperBound) != nil
      }), !AimedSentence.isOfOthers(text.text(piece))
    else { return nil }
    return length
  }

  private func holdsDate(_ range: Range<Int>) -> Bool {
    range.contains { ValueSpan.date(in: text, at: $0, limit: range.upperBound) != nil }
  }

  /// 道路整備（累計）を、2027年度に5か所: an item of a list of indicators leaves the verb to the reader.
  private func unspoken(at end: Int, before value: Int) -> Int? {
    guard context.isUnderIndicatorHeading, context.setsTargets,
      text.skipBlanks(end, text.scalars.count) == text.scalars.count
    else { return nil }
    let comma = text.scalars[value - 1] == "、" ? value - 1 : value
    return comma > 0 && text.scalars[comma - 1] == "を" ? 0 : nil
  }

  /// In letters.
  private static let longestClause = 120

  /// 出生数を300人、婚姻件数を200件にする: the verb of the first clause is that of the next one.
  private func elided(at end: Int, before value: Int) -> Int? {
    let particle = end < text.scalars.count && "にへ".unicodeScalars.contains(text.scalars[end]) ? 1 : 0
    let comma = end + particle
    guard comma < text.scalars.count, text.scalars[comma] == "、", text.scalars[value - 1] == "を" else { return nil }
    let rest = text.scalars[comma...].prefix(Self.longestClause).prefix { $0 != "。" }
    return rest.indices.contains { rest[$0] == "を" && mayBeginValue($0 + 1, in: rest.endIndex) } ? particle : nil
  }

  func mayBeginValue(_ index: Int, in limit: Int) -> Bool {
    index < limit && ValueSpan(in: text, at: index, limit: limit)?.isNumber == true
  }

  /// 死者数ゼロを目指す.
  private func isZero(_ value: ValueSpan) -> Bool { text.text(value.core) == "ゼロ" }

  /// 転出超過を5年間で半減させる.
  private func changes(_ value: ValueSpan) -> Bool {
    text.match(Self.changes, at: value.core.lowerBound, limit: value.core.upperBound) == value.core.count
  }

  private static let origins = ProseWords("から より を")

  /// The figure before から, or before を in 2,210億円（H29）を2,300億円（R6）に増加させる, at the end of a piece: the first place from
  /// which a value reaches it.
  private func startingFigure(_ piece: Range<Int>) -> Range<Int>? {
    var piece = text.trimmed(piece)
    if let last = piece.last, text.scalars[last] == "、" { piece = piece.lowerBound..<last }
    let ends = [2, 1].lazy.map { piece.upperBound - $0 }
    guard piece.count > 3,
      let end = ends.first(where: { text.match(Self.origins, at: $0, limit: piece.upperBound) == piece.upperBound - $0 }
      )
    else { return nil }
    for place in piece.lowerBound + 1..<end where mayBeginValue(place) {
      if let value = ValueSpan(in: text, at: place, limit: end), value.isNumber,
        text.skipBlanks(value.range.upperBound, end) == end
      {
        return value.range
      }
    }
    return nil
  }

  private func mayBeginValue(_ index: Int) -> Bool {
    switch text.scalars[index] {
    case "0"..."9", "約", "△", "▲", "年", "累", "延":
      switch text.scalars[index - 1] {
      case "0"..."9", ",", ".", "H", "R", "S", "元": false
      default: true
      }
    case "ゼ": !(0x30A1...0x30FC).contains(text.scalars[index - 1].value)
    default: false
    }
  }

  private func endsClause(_ index: Int) -> Bool {
    let next = text.skipBlanks(index, text.scalars.count)
    return next == text.scalars.count || "。(、とし".unicodeScalars.contains(text.scalars[next])
  }

  private func skipEnding(_ index: Int) -> Int {
    text.match(Self.endings, at: index, limit: text.scalars.count).map { index + $0 } ?? index
  }

  private static let endings = ProseWords("ます します しま す る する していく し させる させます る す こと ことを目指す します。")

  private func skipConjunction(_ index: Int) -> Int {
    text.match(Self.conjunctions, at: index, limit: text.scalars.count).map { index + $0 } ?? index
  }

  private static let conjunctions = ProseWords("とともに 、 、また、 、また ほか 、さらに")

  // MARK: - Baselines

  private func baselineBracket(after index: Int) -> Range<Int>? {
    var open = text.skipBlanks(index, text.scalars.count)
    if open < text.scalars.count, text.scalars[open] == "。" { open = text.skipBlanks(open + 1, text.scalars.count) }
    return text.endOfBracket(at: open, limit: text.scalars.count).map { open + 1..<$0 - 1 }
  }

  /// The entry that bears the clause's name, else the one in its order.
  private func entry(
    for clause: Clause, _ ordinal: Int, of count: Int, _ entries: [BaselineBracket.Entry]
  ) -> BaselineBracket.Entry? {
    if count == 1 { return entries.first }
    let name = text.text(clause.name)
    return entries.first { $0.label.contains(name) } ?? (entries.count == count ? entries[ordinal] : nil)
  }

  private func reading(_ clause: Clause, _ entry: BaselineBracket.Entry?, end: Int) -> IndicatorReading {
    var parts = ProseIndicator.Parts(name: clause.name, targets: [clause.target], whole: clause.name.lowerBound..<end)
    let assembly = ProseIndicator(text: text, context: context)
    if let dated = DatedName(clause.name, in: text) {
      parts.name = dated.name
      parts.targetPeriod = assembly.period(in: dated.date)
    }
    // （H27～H31） behind the verb is the time in which it is done.
    if entry == nil, let bracket = baselineBracket(after: clause.end) {
      parts.targetPeriod = assembly.period(in: bracket) ?? parts.targetPeriod
    }
    if let date = clause.targetDate { parts.targetPeriod = assembly.period(in: date) }
    parts.baseline = entry?.value ?? clause.start
    parts.baselinePeriod = entry?.period ?? (entry == nil ? clause.startDate.flatMap(assembly.period) : nil)
    parts.baselineIsAverage = entry?.isAverage ?? false
    var reading = assembly.reading(parts)
    if clause.isCompared {
      var change = reading.indicator.targets[0].quantity
      change.period = clause.targetDate.flatMap(assembly.period)
      if !change.qualifiers.contains(.relative) { change.qualifiers.append(.relative) }
      reading.indicator.targets[0].quantity = change
    }
    return reading
  }
}
