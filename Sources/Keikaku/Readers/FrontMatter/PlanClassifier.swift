import KeikakuText

/// Tells from title and cover what a document is, which series, and whether it is a draft.
///
/// A report on a plan is a report, its abridgement a summary, whatever the plan. Among plans the highest named gives the
/// kind: a 総合計画 holds its 総合戦略, a 総合戦略 rests on its 人口ビジョン. The projects alone (重点プロジェクト) are named
/// more narrowly than the plan that they are taken from.
struct PlanClassifier: Sendable {
  /// The kind of a document with this title; `cover` holds the cover's lines.
  func kind(title: FrontLine?, cover: [FrontLine]) -> PlanKind {
    let isReport = title?.has(.progress) == true
    if (cover + [title].compactMap { $0 }).contains(where: { isSummary($0, ofReport: isReport) }) { return .summary }
    guard let title, !isOfAnotherSort(title) else { return .other }
    if title.has(.progress) || cover.contains(where: isReportMark) { return .progressReport }
    if title.has(.priorityProjects) { return .priorityProjects }
    let plans = title.words.filter { $0.word != .document && !isOfOneField($0, in: title) }.map(\.word)
    if plans.contains(.upperPlan) { return .comprehensivePlan }
    if plans.contains(.strategy) { return .comprehensiveStrategy }
    if plans.contains(.partialPlan) { return .comprehensivePlan }
    return plans.contains(.populationVision) ? .populationVision : .other
  }

  /// 〇〇市総合計画審議会 会議録, 総合計画策定業務委託 仕様書: papers about the making of a plan, which are none.
  private func isOfAnotherSort(_ title: FrontLine) -> Bool {
    var key = title.keyText
    if key.hasSuffix(")"), let open = key.lastIndex(of: "(") { key = String(key[..<open]) }
    return Self.otherSorts.contains(where: key.hasSuffix)
  }

  private static let otherSorts = [
    "会議録", "議事録", "議事要旨", "議事概要", "会議要旨", "会議概要", "会議次第", "次第", "仕様書", "募集要項", "実施要領", "募集要領", "設置要綱", "設置要領", "委員名簿",
    "諮問書", "答申書", "公募要領", "選定要領",
  ]

  /// 概要版; a report's (概要) and a 決算概要書 with the sheets of a review are the report.
  private func isSummary(_ line: FrontLine, ofReport isReport: Bool) -> Bool {
    line.words.contains { word in
      guard word.word == .summary else { return false }
      let text = String(decoding: line.key[word.range], as: UTF8.self)
      return !(isReport || line.has(.progress)) || !["(概要)", "【概要】", "概要書"].contains(text)
    }
  }

  /// A line of the cover that says report and nothing else: 進捗状況報告書, （令和5年度実績）.
  private func isReportMark(_ line: FrontLine) -> Bool {
    guard let word = line.words.first(where: { $0.word == .progress }) else { return false }
    return !line.isSentence && line.key.count <= word.range.count + 45 && !line.has(.organ)
  }

  /// 環境基本計画, 観光総合戦略: a policy field stands directly before the word.
  private func isOfOneField(_ word: FrontLine.Word, in line: FrontLine) -> Bool {
    guard word.word == .partialPlan || word.word == .strategy || word.word == .upperPlan else { return false }
    let key = line.key.span
    let end = startOfPair(word, in: line)
    return PlanWord.fields.contains { key.holds($0.span, at: end - $0.count) }
  }

  private static let middleDot = Array("・".utf8)

  /// 行政改革大綱・実施計画, 行政改革大綱実施計画: the two are one document, and the field before the first is that of both.
  private func startOfPair(_ word: FrontLine.Word, in line: FrontLine) -> Int {
    let start = word.range.lowerBound
    let hasDot = start > 3 && line.key[start - 3..<start].elementsEqual(Self.middleDot)
    let end = hasDot ? start - 3 : start
    guard let first = line.words.last(where: { $0.range.upperBound == end }), first.word == .document else {
      return start
    }
    return first.range.lowerBound
  }

  /// Draft where the title or a line of the cover says （案）; final where the document dates its decision or issue.
  func status(title: FrontLine?, cover: [FrontLine], isDecided: Bool) -> PlanStatus? {
    let isDraft = title.map { Self.endsAsDraft($0.key) } ?? false
    if isDraft || cover.contains(where: { TitleText.isDraftLine($0.keyText) || isDraftLine($0) }) {
      return .draft
    }
    return isDecided ? .final : nil
  }

  /// A plan's name that ends so, or 指標修正(案) that says what of the plan is a draft.
  private func isDraftLine(_ line: FrontLine) -> Bool {
    let names =
      line.has(where: TitleReader.isPlanOfItsKind)
      || ["修正(案)", "見直し(案)", "変更(案)", "改定(案)"].contains(where: line.keyText.hasSuffix)
    return names && Self.endsAsDraft(line.key)
  }

  /// （案） anywhere, or 案 at the end of a plan's name; 提案 and 案内 are other words.
  static func endsAsDraft(_ key: [UInt8]) -> Bool {
    let bytes = key.span
    if draftMarks.occurs(in: bytes, from: 0, to: bytes.count) { return true }
    return draftEnds.contains { bytes.ends(with: $0.span) } || endsInDraftBracket(String(decoding: key, as: UTF8.self))
  }

  /// （中間見直し案）: a bracket at the end that ends as 案; 提案 and 議案 are other words.
  private static func endsInDraftBracket(_ key: String) -> Bool {
    guard let last = key.last, ")】]".contains(last) else { return false }
    let inside = key.dropLast().reversed().prefix { !"(【[".contains($0) }
    return inside.first == "案" && inside.dropFirst().first.map { !"提議図起立".contains($0) } ?? false
  }

  private static let draftMarks = WordTrie(
    (TitleText.draftMarks.filter { "([【<≪《〈〔".unicodeScalars.contains($0.unicodeScalars.first!) } + draftPhrases)
      .map { ($0, true) })
  /// 計画の案の概要.
  private static let draftPhrases = ["計画の案の", "戦略の案の", "プランの案の", "ビジョンの案の", "計画の案に", "戦略の案に"]
  private static let draftEnds = [
    "計画案", "戦略案", "ビジョン案", "素案", "原案", "プラン案", "骨子案", "構想案", "中間案", "最終案", "プロジェクト案",
  ].map { Array($0.utf8) }

  /// 2 for 第2期, 第二期, 第Ⅱ期; nil where the title counts no 期.
  func series(title: FrontLine?) -> Int? {
    guard let key = title?.keyText else { return nil }
    for place in key.indices where key[place] == "第" {
      let number = key[key.index(after: place)...].prefix { $0 != "期" }
      guard number.count <= 3, number.endIndex < key.endIndex, let value = SeriesNumber.value(number) else { continue }
      return value
    }
    return nil
  }
}

/// Small numbers as titles write them: 2, 二, 十二, Ⅱ, II.
enum SeriesNumber {
  private static let digits = Array("〇一二三四五六七八九")
  private static let romans: [String: Int] = [
    "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "Ⅶ": 7, "Ⅷ": 8, "Ⅸ": 9, "Ⅹ": 10, "I": 1, "II": 2, "III": 3, "IV": 4,
    "V": 5, "VI": 6, "l": 1,
  ]

  static func value(_ text: some StringProtocol) -> Int? {
    let text = String(text)
    if let number = Int(text) { return number }
    if let roman = romans[text] { return roman }
    let parts = text.split(separator: "十", maxSplits: 1, omittingEmptySubsequences: false)
    let values = parts.map { part in part.isEmpty ? nil : part.count == 1 ? digits.firstIndex(of: part.first!) : nil }
    if parts.count == 1 { return values[0] }
    guard parts[0].isEmpty || values[0] != nil, parts[1].isEmpty || values[1] != nil else { return nil }
    return (values[0] ?? 1) * 10 + (values[1] ?? 0)
  }
}
