import KeikakuText

/// Finds the document's title: the line of the cover that names a document, with the lines that belong to it.
///
///     〇〇市                  the municipality alone, directly before
///     第2期まち・ひと・しごと    a beginning that the next line ends
///     創生総合戦略（案）
///     令和2年3月              ends the title
///
/// Where the cover has none, the first heading that names a document with its municipality, the colophon's title, or the
/// name under which the text says that the document was made (「…総合戦略（以下「総合戦略」という。）」を策定).
struct TitleReader: Sendable {
  struct Title: Sendable {
    var text: String
    var source: SourceRange
  }

  private let finder = PlaceNameFinder.standard

  func title(of lines: FrontMatterLines, head: String) -> Title? {
    var cover: [FrontLine] = []
    var kinds: [CoverLineKind] = []
    for line in lines.cover {
      guard let trimmed = line.trimmedAsTitle else { continue }
      cover.append(trimmed)
      kinds.append(TitleTrim.isLink(line.text) ? .link : CoverLineKind(trimmed, finder: finder))
    }
    let best = best(among: cover, kinds)
    if let best, isCertain(cover[best]) { return title(around: best, in: cover, kinds) }
    if let declared = DeclaredName.find(in: head) { return declared }
    if let best { return title(around: best, in: cover, kinds) }
    if let link = kinds.firstIndex(of: .link), Self.namesDocument(cover[link]) {
      return Title(text: TitleText.part(cover[link].text), source: cover[link].source)
    }
    return named(among: lines.headings) ?? named(among: lines.colophon.filter { !$0.has(.contact) })
      ?? NamedPlan().find(in: head)
  }

  /// A report, or a plan with its municipality or count: what a label below names is another document.
  private func isCertain(_ line: FrontLine) -> Bool {
    line.has(.progress) || line.has(where: Self.isPlanOfItsKind) && TitleStart.isSure(line.text)
  }

  private static func namesDocument(_ line: FrontLine) -> Bool {
    line.has(where: namesDocument) && !TitleRefusal.refuses(line)
  }

  /// The line that most looks like a title. Ties go to the earlier.
  private func best(among lines: [FrontLine], _ kinds: [CoverLineKind]) -> Int? {
    let titles = lines.indices.filter {
      kinds[$0] == .title && !isOfMeeting(lines[$0]) && !headsNode(lines[$0]) && namesWhole(lines[$0])
    }
    let scores = titles.map { index in
      let recurs = isRunningHead(index, among: lines)
      let isInside = lines[index].page > lines[titles[0]].page
      return score(lines[index], at: index) - (recurs || isInside ? Self.costOfRunningHead : 0)
    }
    return titles.indices.max { scores[$0] < scores[$1] }.map { titles[$0] }
  }

  /// Of a line that recurs, or stands behind the page of another title.
  private static let costOfRunningHead = 25

  /// The same line stands on the cover again: the head of each page. Right below itself it is only written twice.
  private func isRunningHead(_ index: Int, among lines: [FrontLine]) -> Bool {
    lines.indices.contains { abs($0 - index) > 1 && lines[$0].key == lines[index].key }
  }

  private func score(_ line: FrontLine, at index: Int) -> Int {
    var score = -3 * index
    if line.has(where: Self.isPlanOfItsKind) { score += 20 }
    if endsWhole(line) { score += 20 }
    if namesPlace(line) { score += 15 }
    if line.keyText.hasPrefix("第") { score += 5 }
    if line.markdownLevel == 1 { score += 10 }
    return score
  }

  static func isPlanOfItsKind(_ word: PlanWord) -> Bool {
    switch word {
    case .upperPlan, .partialPlan, .strategy, .populationVision, .priorityProjects, .progress: true
    default: false
    }
  }

  /// A plan or report of any kind, or a word such as 計画書 that says no kind.
  static func namesDocument(_ word: PlanWord) -> Bool { word == .document || isPlanOfItsKind(word) }

  /// A label of a form names nothing. A word like 計画 or 状況 names a document at the end, or where its count, year or
  /// municipality stands before it: 更新状況の確認回数 is none.
  private func namesWhole(_ line: FrontLine) -> Bool {
    guard !FieldLine.isLabel(line) else { return false }
    return endsWhole(line) || line.has { $0 != .progress && Self.isPlanOfItsKind($0) } || TitleStart.isSure(line.text)
  }

  /// …シート（令和4年度の振り返り、総括）: the name may end before the bracket.
  private func endsWhole(_ line: FrontLine) -> Bool {
    if endsAsTitle(line) { return true }
    guard line.key.last == UInt8(ascii: ")"), let open = line.key.lastIndex(of: UInt8(ascii: "(")) else { return false }
    return endsAsTitle(line, in: open)
  }

  private func endsAsTitle(_ line: FrontLine) -> Bool { endsAsTitle(line, in: line.key.count) }

  private func endsAsTitle(_ line: FrontLine, in end: Int) -> Bool {
    let last = line.words.last { $0.word != .edition && $0.word != .summary && $0.range.upperBound <= end }
    guard let last else { return false }
    var rest = line.key[last.range.upperBound..<end]
    // 「総合戦略」の骨子（案）.
    if rest.starts(with: "」".utf8) || rest.starts(with: "』".utf8) { rest = rest.dropFirst(3) }
    if rest.starts(with: "の".utf8) { rest = rest.dropFirst(3) }
    let tail = String(decoding: rest, as: UTF8.self)
    return tail.isEmpty || Self.tails.contains(tail) || tail.allSatisfy { $0.isNumber || ".-)".contains($0) }
      || TitleText.draftMarks.contains(tail) || rest.starts(with: "【".utf8)
      || rest.first.map { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "~") } ?? false
  }

  /// What may stand behind the word by which a title names its document.
  private static let tails: Set<String> = [
    "版", "編", "書", "表", "集", "案", "等", "号", "冊", "篇", "図", "帳", "誌", "抄", "類", "用", "」", "』", "~", "〉", "》", ">",
    "全文", "本文", "抜粋", "修正", "資料", "年報", "要旨", "骨子", "付属", "要約", "素案", "平成", "令和", "提言", "推進", "編集", "調査", "本体",
  ]

  private func namesPlace(_ line: FrontLine) -> Bool { !finder.mentions(in: PlaceText(line.text)).isEmpty }

  private func title(around best: Int, in lines: [FrontLine], _ kinds: [CoverLineKind]) -> Title {
    var first = best
    while first > 0, lines[first - 1].page == lines[best].page, continuesUpward(kinds[first - 1], lines[first - 1]),
      lines[first].number == lines[first - 1].number + 1 || !isRunningHead(first - 1, among: lines)
    {
      first -= 1
    }
    var last = best
    if let second = endOfPair(after: best, in: lines, kinds) { last = second }
    while last + 1 < lines.count, lines[last + 1].page == lines[best].page,
      continuesDownward(lines[last + 1], kinds[last + 1], after: lines[last])
        || TitleText.isBroken(lines[last].text, before: lines[last + 1].text)
    {
      last += 1
    }
    let written = (first...last).filter { index in
      !(first..<index).contains { holds(lines[$0], lines[index]) }
        && !(kinds[index] == .place && (index + 1..<last + 1).contains { names(lines[$0], placeOf: lines[index]) })
    }
    let parts = written.map { (TitleText.part(lines[$0].text), kinds[$0]) }
    return Title(text: TitleText.joined(parts), source: lines[first].source.joined(with: lines[last].source))
  }

  /// The second of two plans in one document: 〇〇町人口ビジョン, 及び, 第3期〇〇町総合戦略, each in its line.
  private func endOfPair(after first: Int, in lines: [FrontLine], _ kinds: [CoverLineKind]) -> Int? {
    let second = first + 2
    guard second < lines.count, lines[second].page == lines[first].page, Self.joints.contains(lines[first + 1].keyText),
      kinds[second] == .title, endsWhole(lines[second])
    else { return nil }
    return second
  }

  private static let joints: Set<String> = ["及び", "および", "並びに", "ならびに", "・", "と", "&"]

  /// A line that is written again, alone or within a longer one.
  private func holds(_ line: FrontLine, _ other: FrontLine) -> Bool {
    line.key == other.key || line.keyText.contains(other.keyText)
  }

  /// 射水市 above 第３期 射水市まち・未来創造戦略 says who made the plan; the title names the place itself.
  private func names(_ line: FrontLine, placeOf place: FrontLine) -> Bool {
    guard let name = place.text.split(whereSeparator: \.isWhitespace).last else { return false }
    return name.count > 2 && line.keyText.contains(String(name).folded)
  }

  /// 第2回 〇〇市総合計画審議会 資料3: the paper's place among those of a meeting.
  private func isOfMeeting(_ line: FrontLine) -> Bool {
    line.keyText.contains("資料") && ["審議会", "委員会", "会議", "協議会"].contains(where: line.keyText.contains)
  }

  /// プロジェクト１　しごと輝きプロジェクト: a part of the plan.
  private func headsNode(_ line: FrontLine) -> Bool {
    HeadingLabels.words.contains { word, _ in
      // ビジョン2030 is a title.
      line.keyText.hasPrefix(word) && (1...2).contains(line.keyText.dropFirst(word.count).prefix { $0.isNumber }.count)
    }
  }

  private func continuesUpward(_ kind: CoverLineKind, _ line: FrontLine) -> Bool {
    switch kind {
    case .place, .count, .beginning: true
    case .title: (endsAsTitle(line) || kind == .beginning) && !isOfMeeting(line)
    default: false
    }
  }

  private func continuesDownward(_ line: FrontLine, _ kind: CoverLineKind, after previous: FrontLine) -> Bool {
    switch kind {
    case .edition: TitleText.isDraftLine(line.keyText) || countsSeries(line)
    // （地球温暖化対策実行計画） below the title is what the plan counts as besides, （第2次〇〇市総合計画…） its whole.
    case .title
    where line.keyText.hasPrefix("(") && line.keyText.hasSuffix(")")
      && (!line.has(where: Self.isPlanOfItsKind) || namesPlace(line) || line.key.count > Self.longestBracket):
      false
    // What says that it is a draft is the whole title.
    case .title where previous.keyText.hasSuffix("案)"): false
    // …の全体像 and …について end what they name.
    case .title
    where previous.words.last.map { $0.word == .ending && $0.range.upperBound == previous.key.count } == true: false
    case .title where headsNode(line) || FieldLine.isHead(line) || line.keyText.hasPrefix("「"): false
    case .title: endsAsTitle(line) && (line.markdownLevel == 0 || line.markdownLevel >= previous.markdownLevel)
    default: false
    }
  }

  /// In bytes; a longer one explains the title.
  private static let longestBracket = 60

  /// （第2期改訂版）: the edition tells which of the plans it is.
  private func countsSeries(_ line: FrontLine) -> Bool {
    line.keyText.hasPrefix("(第") && line.keyText.hasSuffix(")") && line.holds("期")
  }

  /// A heading or a line of the colophon that names a plan and whose it is.
  private func named(among lines: [FrontLine]) -> Title? {
    let found = lines.first { line in
      line.has(where: Self.isPlanOfItsKind) && endsAsTitle(line) && namesPlace(line) && !line.isSentence
    }
    return found.map { Title(text: TitleText.part($0.text), source: $0.source) }
  }
}
