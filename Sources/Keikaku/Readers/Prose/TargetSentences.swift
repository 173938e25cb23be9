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

  private static let verbs = ProseWords(
    """
    にする にします にし とする とします と設定 に設定 を目指す をめざす を目指します をめざします に増やす に増加 へ増加 まで増加 に減らす に減少 まで減少 に削減 まで削減 \
    に引き上げ に引上げ まで引き上げ まで引上げ に高め まで高め に拡大 に向上 まで向上 に抑え 以上とする を達成 を維持 以上を目指す 以上をめざす 以上にする まで増やす まで減らす まで拡大 \
    に縮減 に上昇 に改善 を確保 を創出 を誘致 を実現 まで引き下げ に引き下げ 確保 創出 増やす 増加 減らす 減少 削減 に低減 に抑制 を目標と を目標に \
    とすることを目標 とすることを目指 とすることをめざ にすることを目標 にすることを目指 にすることをめざ を超えることを目指 を超えることをめざ を上回ることを目指 を上回ることをめざ \
    を下回ることを目指 を下回ることをめざ を超えることを目標 を上回ることを目標 を下回ることを目標
    """)
  /// Verbs behind a dated figure that set a target whatever stands above: …から76％（H26）に増加させる.
  private static let settingVerbs = ProseWords(
    """
    に増加させ まで増加させ に減少させ まで減少させ に向上させ まで向上させ に上昇させ に拡大させ に増やす まで増やす に減らす まで減らす に引き上げ まで引き上げ に引上げ まで引上げ に高め まで高め に引き下げ \
    まで引き下げ に縮減 に低減 に抑え
    """)
  /// What was done, or is foreseen, is no target.
  private static let pastEndings = ProseWords(
    "した しました させた させました た。 た、 ました られた られました されました された する見込 すると見込 する見通 すると推計 すると予測 すると予想 となる見込")
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
  }

  func readings() -> [IndicatorReading] {
    let clauses = clauses()
    guard let last = clauses.last else { return [] }
    let bracket = baselineBracket(after: last.end) ?? last.bracket
    let isNamed =
      context.isUnderIndicatorHeading || hasLead(before: clauses[0].target.upperBound)
      || !context.tellsSituation && clauses.allSatisfy(\.leadsOn)
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
    let verbs = changes(value) ? Self.changeVerbs : Self.verbs
    guard
      let length = text.match(verbs, at: verb, limit: text.scalars.count) ?? elided(at: verb, before: index)
        ?? unspoken(at: verb, before: index) ?? Reduction.length(of: text, at: verb, behind: value),
      text.match(Self.pastEndings, at: verb + length, limit: text.scalars.count) == nil
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
    if let comparison { clause.target = comparison.lowerBound..<value.range.upperBound }
    if let beyond = text.match(Self.beyond, at: value.range.upperBound, limit: text.scalars.count) {
      clause.target = clause.target.lowerBound..<min(value.range.upperBound + beyond + 1, text.scalars.count)
    }
    let isDated = clause.startDate != nil || from.map(holdsDate) ?? false
    clause.leadsOn =
      isDated && (value.hasYear || until.date != nil)
      && text.match(Self.settingVerbs, at: verb, limit: text.scalars.count) != nil
    if let bracket = value.bracket, !BaselineBracket(text: text, range: bracket, context: context).entries().isEmpty {
      clause.target = value.range.lowerBound..<value.core.upperBound
      clause.bracket = bracket
    }
    return clause
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

  private func mayBeginValue(_ index: Int, in limit: Int) -> Bool {
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
    let piece = text.trimmed(piece)
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
      case "0"..."9", ",", ".", "H", "R", "S": false
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

  private static let endings = ProseWords("ます します する していく し させる させます る す こと ことを目指す します。")

  private func skipConjunction(_ index: Int) -> Int {
    text.match(Self.conjunctions, at: index, limit: text.scalars.count).map { index + $0 } ?? index
  }

  private static let conjunctions = ProseWords("とともに 、 、また、 、また ほか 、さらに")

  /// Behind a lead word the whole piece is the name; else what stands behind the last comma.
  private func name(_ piece: Range<Int>) -> Range<Int>? {
    var piece = text.trimmed(piece)
    if let last = piece.last, text.scalars[last] == "、" { piece = piece.lowerBound..<last }
    if ProseName.start(in: text, piece) == piece.lowerBound || !startsWithLead(piece) {
      let commas = piece.filter { text.scalars[$0] == "、" && !isInBracket($0, piece) }
      if let comma = commas.last { piece = comma + 1..<piece.upperBound }
    }
    return ProseName.range(in: text, piece).flatMap { isDateOrValue($0) || isClause($0) ? nil : $0 }
  }

  private static let clauseEndings = [
    "に対して", "に比べて", "に比べ", "と比較して", "として", "により", "によって", "において", "を通じて", "減らして", "増やして", "とし", "から",
  ]
  .map { Array($0.unicodeScalars) }

  /// 入所する人を9人減らして, 基準年度に対して: the beginning of a sentence names nothing.
  private func isClause(_ name: Range<Int>) -> Bool {
    let scalars = text.scalars[name]
    if Self.clauseEndings.contains(where: { scalars.suffix($0.count).elementsEqual($0) }) {
      return true
    }
    return name.dropLast().contains { text.scalars[$0] == "を" && mayBeginValue($0 + 1, in: name.upperBound) }
  }

  /// 2030年に 5,800人を維持する: what is kept stands elsewhere.
  private func isDateOrValue(_ name: Range<Int>) -> Bool {
    if let value = ValueSpan(in: text, at: name.lowerBound, limit: name.upperBound), value.isNumber,
      value.range.upperBound == name.upperBound
    {
      return true
    }
    guard let end = ValueSpan.date(in: text, at: name.lowerBound, limit: name.upperBound) else { return false }
    let particles = text.match(Self.untils, at: end, limit: name.upperBound) ?? 0
    return end + particles == name.upperBound
  }

  private static let untils = ProseWords("までには までに には に まで")

  private func startsWithLead(_ piece: Range<Int>) -> Bool {
    let start = text.skipBlanks(piece.lowerBound, piece.upperBound)
    return ProseName.lead(in: text, at: start, piece.upperBound) != nil
  }

  private func isInBracket(_ index: Int, _ piece: Range<Int>) -> Bool {
    var depth = 0
    for place in piece.lowerBound..<index {
      if ProseText.isOpening(text.scalars[place]) { depth += 1 }
      if ProseText.isClosing(text.scalars[place]) { depth -= 1 }
    }
    return depth > 0
  }

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
    return assembly.reading(parts)
  }
}
