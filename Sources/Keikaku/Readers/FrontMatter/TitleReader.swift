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

  func title(of lines: FrontMatterLines, head: String, headStart: Int) -> Title? {
    let kinds = lines.cover.map { CoverLineKind($0, finder: finder) }
    if let best = best(among: lines.cover, kinds) {
      return title(around: best, in: lines.cover, kinds)
    }
    return named(among: lines.headings) ?? named(among: lines.colophon.filter { !$0.has(.contact) })
      ?? definedName(in: head, start: headStart)
  }

  /// The line that most looks like a title. Ties go to the earlier.
  private func best(among lines: [FrontLine], _ kinds: [CoverLineKind]) -> Int? {
    let titles = lines.indices.filter { kinds[$0] == .title && !isOfMeeting(lines[$0]) && !headsNode(lines[$0]) }
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
    if endsAsTitle(line) { score += 20 }
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

  private func endsAsTitle(_ line: FrontLine) -> Bool {
    guard let last = line.words.last(where: { $0.word != .edition && $0.word != .summary }) else { return false }
    var rest = line.key[last.range.upperBound...]
    // 「総合戦略」の骨子（案）.
    if rest.starts(with: "」".utf8) || rest.starts(with: "』".utf8) { rest = rest.dropFirst(3) }
    if rest.starts(with: "の".utf8) { rest = rest.dropFirst(3) }
    return rest.count <= 6 || TitleText.draftMarks.contains(String(decoding: rest, as: UTF8.self))
      || rest.first == UInt8(ascii: "(") || rest.starts(with: "【".utf8)
  }

  private func namesPlace(_ line: FrontLine) -> Bool { !finder.mentions(in: PlaceText(line.text)).isEmpty }

  private func title(around best: Int, in lines: [FrontLine], _ kinds: [CoverLineKind]) -> Title {
    var first = best
    while first > 0, lines[first - 1].page == lines[best].page, continuesUpward(kinds[first - 1], lines[first - 1]),
      lines[first].number == lines[first - 1].number + 1 || !isRunningHead(first - 1, among: lines)
    {
      first -= 1
    }
    var last = best
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
      && (!line.has(where: Self.isPlanOfItsKind) || namesPlace(line)):
      false
    // What says that it is a draft is the whole title.
    case .title where previous.keyText.hasSuffix("案)"): false
    case .title where headsNode(line): false
    case .title: endsAsTitle(line) && (line.markdownLevel == 0 || line.markdownLevel >= previous.markdownLevel)
    default: false
    }
  }

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

  /// 「〇〇市総合戦略（以下「総合戦略」という。）」を策定: the quoted name of which the text says that it is made here. Of several
  /// the latest of the series: a second strategy tells of the first.
  private func definedName(in head: String, start: Int) -> Title? {
    definedNames(in: head, start: start).max { Self.series(of: $0.text) < Self.series(of: $1.text) }
  }

  /// The number behind 第; 1 without.
  private static func series(of title: String) -> Int {
    let folded = title.folded
    guard let mark = folded.firstIndex(of: "第") else { return 1 }
    return Int(folded[folded.index(after: mark)...].prefix { $0.isNumber }) ?? 1
  }

  /// In letters, from the closing quote to 策定: 」を令和3年2月に策定.
  private static let longestDate = 16

  private func definedNames(in head: String, start: Int) -> [Title] {
    var found: [Title] = []
    for place in head.ranges(of: "」を") {
      let behind = head[place.upperBound...].prefix(Self.longestDate)
      guard behind.hasPrefix("策定") || behind.contains("に策定") && !behind.contains("「") else { continue }
      let before = head[..<place.lowerBound]
      guard let open = before.range(ofOpeningOf: place.lowerBound, in: head) else { continue }
      var name = head[open..<place.lowerBound]
      if let definition = name.firstIndex(where: { "(（".contains($0) }) { name = name[..<definition] }
      guard let line = FrontLine(name, source: SourceRange(start: 0, end: 0), number: 0),
        line.has(where: Self.isPlanOfItsKind), namesPlace(line)
      else { continue }
      let offset = start + head.utf8.distance(from: head.startIndex, to: open)
      found.append(Title(text: TitleText.part(String(name)), source: SourceRange(offset..<offset + name.utf8.count)))
    }
    return found
  }
}

extension Substring {
  /// The place behind the 「 that a 」 at `close` closes, brackets inside paired off.
  fileprivate func range(ofOpeningOf close: String.Index, in text: String) -> String.Index? {
    var depth = 1
    var index = close
    while index > text.startIndex {
      index = text.index(before: index)
      if text[index] == "」" { depth += 1 }
      if text[index] == "「" { depth -= 1 }
      if text[index] == "\n" { return nil }
      if depth == 0 { return text.index(after: index) }
    }
    return nil
  }
}
