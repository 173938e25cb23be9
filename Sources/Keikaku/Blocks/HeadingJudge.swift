import KeikakuText

/// Decides whether a line of text heads, lists or runs on.
struct HeadingJudge {
  enum Verdict {
    case heading(HeadingCandidate)
    /// An item: its mark or number lists.
    case item(HeadingCandidate)
    /// It names related nodes.
    case references(ReferenceList)
    case text
  }

  let lines: LineTable
  let reader: HeadingReader
  private let groups: GroupHeadReader
  private let leads: IndicatorLead
  private let references: ReferenceReader
  private let hints: PageHints
  private let marks: HeadingMarks
  private let legend: MarkLegend
  let figures: FigureInLine
  let bytes: [UInt8]

  init(_ lines: LineTable, reader: HeadingReader, lexicon: Lexicon, hints: PageHints, legend: MarkLegend) {
    self.lines = lines
    self.reader = reader
    groups = GroupHeadReader(lexicon: lexicon)
    leads = IndicatorLead(lines.text.bytes, lexicon: lexicon)
    references = ReferenceReader(lines.text.bytes, lexicon: lexicon)
    self.hints = hints
    marks = lexicon.headingMarks
    self.legend = legend
    bytes = lines.text.bytes
    figures = FigureInLine(bytes: bytes, lexicon: lexicon)
  }

  /// The last line judged: each is asked for twice, as what goes on from the line before and as what begins a block.
  private var last: (index: Int, verdict: Verdict)?

  /// What a line of shape `text` is.
  mutating func judge(_ index: Int) -> Verdict {
    if let last, last.index == index { return last.verdict }
    let verdict = verdict(index)
    last = (index, verdict)
    return verdict
  }

  private func verdict(_ index: Int) -> Verdict {
    let line = lines[index]
    guard mayHead(line), !hints.look(ofLine: index).joinsFrames else { return .text }
    if let list = references.line(line.body) { return .references(list) }
    if let content = PipedLine.content(of: line.body, in: bytes) { return piped(content) }
    let candidate = reader.read(line.body)
    if let heading = withoutPart(candidate) { return holdsValue(heading.title) ? .text : .heading(heading) }
    if leads.states(candidate) { return candidate.bracketText == nil ? .item(candidate) : .text }
    if candidate.markdownLevel > 0 {
      return candidate.title.isEmpty && candidate.label == nil ? .text : .heading(candidate)
    }
    if pointsOn(candidate.title) { return .text }
    if candidate.label != nil { return labelled(candidate, line.body) }
    if let numbering = candidate.numbering { return numbered(candidate, numbering, at: index) }
    if let mark = candidate.mark { return marked(candidate, mark, at: index) }
    return unmarked(candidate, at: index)
  }

  /// A cell in a frame of its own heads where its chapter or its label says so.
  private func piped(_ content: PipedLine.Content) -> Verdict {
    guard case .cell(let cell) = content else { return .text }
    let candidate = reader.read(cell)
    guard let numbering = candidate.numbering, !candidate.title.isEmpty else { return .text }
    if candidate.label != nil { return labelled(candidate, cell) }
    return numbering.style.isChapter ? .heading(candidate) : .text
  }

  /// The heading without the part that stands behind its title in the line; nil where none does.
  private func withoutPart(_ candidate: HeadingCandidate) -> HeadingCandidate? {
    guard candidate.numbering != nil,
      let part = PartBehindTitle(bytes: bytes, groups: groups, leads: leads).part(in: candidate.title)
    else { return nil }
    var heading = candidate
    heading.title = WhiteSpace.trimmedEnd(candidate.title.lowerBound..<part.lowerBound, in: bytes)
    heading.part = part
    return heading
  }

  /// 合計特殊出生率　現状値　1.38（H30） before 目標値: a figure between blanks, so that the line states an indicator.
  func holdsValue(_ title: Range<Int>) -> Bool {
    let pieces = lines.text.string(SourceRange(title)).split(whereSeparator: \.isWhitespace).map(String.init)
    return pieces.dropFirst().contains(where: ValueLook.isFigure)
  }

  /// Only a short line, or one that begins with a mark, is worth taking apart.
  private func mayHead(_ line: Line) -> Bool {
    line.body.count <= 420
  }

  /// A label with its number heads, unless a whole paragraph follows it.
  private func labelled(_ candidate: HeadingCandidate, _ line: Range<Int>) -> Verdict {
    if candidate.labelKind == .section, !namesAnnex(candidate.title) { return .text }
    if candidate.numbering == nil {
      // 主な取組：研修、交流会 lists what 取組：… would name.
      if InlineList.read(bytes, line, groups: groups) != nil { return .item(HeadingCandidate(title: line)) }
      if endsWithFigure(candidate.title) || saysDirection(candidate) { return .text }
    }
    if speaksOfNode(candidate) { return .text }
    if let numbering = candidate.numbering,
      figures.counts(numbering, candidate.title) || isRowOfFigures(numbering.end..<line.upperBound)
    {
      return .text
    }
    return holdsFigures(candidate.title) || candidate.title.count > 360 ? .text : .heading(candidate)
  }

  /// 取組方針：担い手を確保します。: a particular of the measure above, told in a sentence.
  private func saysDirection(_ candidate: HeadingCandidate) -> Bool {
    candidate.labelKind == .basicDirection && Sentences.ends(bytes, candidate.title)
  }

  /// 4 4 5 of 観光分野 3 4 4 5: a row of a table, whose first cell ends as a label does.
  private func isRowOfFigures(_ behind: Range<Int>) -> Bool {
    guard !behind.isEmpty, !bytes[behind].contains(where: { $0 >= 0xE4 && $0 <= 0xE9 }) else { return false }
    let cells = lines.text.string(SourceRange(behind)).split(whereSeparator: \.isWhitespace).map(String.init)
    return cells.count > 1 && cells.allSatisfy(ValueLook.isFigure)
  }

  private static let particles = Set("のにはがをとでも".unicodeScalars.map(\.value))

  /// 基本目標２については、転入者が減りました。: a sentence about a node, whose particle stands right behind the number.
  private func speaksOfNode(_ candidate: HeadingCandidate) -> Bool {
    guard let numbering = candidate.numbering, candidate.title.lowerBound == numbering.end,
      let first = ScalarCursor(bytes, candidate.title).peek()?.scalar
    else { return false }
    guard Sentences.ends(bytes, candidate.title) else { return false }
    return Self.particles.contains(first) || first == Self.quote.open && quotesSubject(candidate.title)
  }

  private static let quote = (open: UInt32(0x300C), close: UInt32(0x300D))

  /// 基本目標１「しごと」では、雇用が増えました。: a particle behind the quoted title.
  private func quotesSubject(_ title: Range<Int>) -> Bool {
    var cursor = ScalarCursor(bytes, title)
    while let (scalar, width) = cursor.peek(), scalar != Self.quote.close { cursor.skip(width) }
    guard let (_, width) = cursor.peek() else { return false }
    cursor.skip(width)
    return cursor.peek().map { Self.particles.contains($0.scalar) } ?? false
  }

  /// 目標：延床面積 ▲5％: a blank, and from there a figure with its unit.
  private func endsWithFigure(_ title: Range<Int>) -> Bool {
    let text = lines.text.string(SourceRange(title)).folded
    guard let blank = text.lastIndex(of: " ") else { return false }
    return ValueLook.isValue(String(text[text.index(after: blank)...])) && text.last?.isNumber == false
  }

  /// 資料1 策定の経過; but 資料3 第2期〇〇市総合戦略 is a paper of a meeting, and 資料：国勢調査 a source.
  private func namesAnnex(_ title: Range<Int>) -> Bool {
    GroupHeads.annexEndings.end(lines.text.string(SourceRange(title)))
  }

  private func numbered(_ candidate: HeadingCandidate, _ numbering: Numbering, at index: Int) -> Verdict {
    if candidate.title.isEmpty, hasTitleBelow(index, numbering) { return .heading(candidate) }
    if candidate.title.isEmpty || isOnlyFigure(candidate.title) || beginsWithDash(candidate.title) { return .text }
    if numbering.style.isChapter { return .heading(candidate) }
    if isRowOfColumns(candidate.title) { return .text }
    if figures.holds(numbering, candidate.title) || goesOn(numbering, at: index) { return .text }
    if Sentences.ends(bytes, candidate.title) { return .item(candidate) }
    if groupRole(candidate.title) { return .heading(candidate) }
    if holdsFigures(candidate.title) || isRepeated(numbering, candidate.title, at: index) { return .text }
    if candidate.title.count > 270 { return .text }
    guard lists(numbering.style) else { return .heading(candidate) }
    // (2) 広報の業務 220千円: a sum behind what it is spent on.
    let isListed =
      endsWithFigure(candidate.title) || hasSameStyleBeside(index, numbering) && !restarts(numbering, at: index)
    return isListed ? .item(candidate) : .heading(candidate)
  }

  private static let openEnds = ["、", "の", "が", "及び"].map { Array($0.utf8) }

  /// 11 月に少なく below a line that ends with a comma: a number within a sentence. Titles end with へ and に as well.
  private func goesOn(_ numbering: Numbering, at index: Int) -> Bool {
    guard numbering.style == .decimal, index > 0, lines[index - 1].shape == .text else { return false }
    return Self.openEnds.contains { Sentences.hasSuffix(bytes, lines[index - 1].body, $0) }
  }

  /// ① and (1) in lines right below each other list; with text between them they head.
  private func lists(_ style: Heading.NumberStyle) -> Bool {
    [.circled, .parenthesized, .kana, .letter, .decimal, .decimalDot].contains(style)
  }

  private func hasSameStyleBeside(_ index: Int, _ numbering: Numbering) -> Bool {
    [index - 1, index + 1].contains { neighbour in
      guard lines.lines.indices.contains(neighbour), lines[neighbour].shape == .text else { return false }
      let beside = Numbering.read(bytes, lines[neighbour].body)
      return beside?.style == numbering.style && beside?.isFilled == numbering.isFilled
    }
  }

  /// 1-1-1 下水道 and 1-1-2 下水道 one below the other: the cells of two columns.
  private func isRepeated(_ numbering: Numbering, _ title: Range<Int>, at index: Int) -> Bool {
    guard numbering.style == .hyphenated, !title.isEmpty else { return false }
    return [index - 1, index + 1].contains { neighbour in
      guard lines.lines.indices.contains(neighbour), lines[neighbour].shape == .text,
        Sentences.hasSuffix(bytes, lines[neighbour].body, Array(bytes[title]))
      else { return false }
      let beside = reader.read(lines[neighbour].body)
      return beside.numbering?.style == .hyphenated && bytes[beside.title] == bytes[title]
    }
  }

  /// (1) right below (3) and without a (2) below it begins anew: the list above named what is told from here on.
  private func restarts(_ numbering: Numbering, at index: Int) -> Bool {
    guard numbering.number == "1", index > 0, index + 1 < lines.count else { return false }
    let beside = [index - 1, index + 1].map { Numbering.read(bytes, lines[$0].body) }
    return beside[0]?.style == numbering.style && beside[0]?.number != "1" && beside[1]?.style != numbering.style
  }

  private func marked(_ candidate: HeadingCandidate, _ mark: Unicode.Scalar, at index: Int) -> Verdict {
    guard !candidate.title.isEmpty else { return .text }
    if groupRole(candidate.title) || closesPlan(candidate.title) { return .heading(candidate) }
    // ＜主な事業＞ 直売所連携事業: the bracket heads what stands behind it in the line.
    if candidate.bracketText != nil, InlineList.read(bytes, lines[index].body, groups: groups) != nil {
      return .item(HeadingCandidate(title: lines[index].body))
    }
    if legend.explains(mark) || InlineList.read(bytes, candidate.title, groups: groups) != nil {
      return .item(candidate)
    }
    if holdsFigures(candidate.title) { return .text }
    if endsWithFigure(candidate.title), HeadingMarks.brackets[mark.value] == nil { return .item(candidate) }
    if Sentences.ends(bytes, candidate.title) {
      return HeadingMarks.brackets[mark.value] == nil ? .item(candidate) : .text
    }
    if candidate.title.count > 270 { return .item(candidate) }
    if listsInMarkdown(index, mark) { return .item(candidate) }
    if marks.mayList(mark) {
      return headsOthers(index, mark) ? .heading(candidate) : .item(candidate)
    }
    if HeadingMarks.brackets[mark.value] != nil, !candidate.isBracketed, candidate.bracketText == nil { return .text }
    return .heading(candidate)
  }

  /// A mark such as ○ heads where a list of another mark or a table follows it, or what is done for it.
  private func headsOthers(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    if headsActions(index, mark) { return true }
    guard let next = neighbour(of: index, by: 1), next <= index + 3 else { return false }
    let line = lines[next]
    switch line.shape {
    case .bullet: return true
    // The last ○ of a list above a table is an item as the others are.
    case .row, .piped: return neighbour(of: index, by: -1).map { reader.read(lines[$0].body).mark != mark } ?? true
    case .text:
      let candidate = reader.read(line.body)
      // Brackets stand above ○, not below it.
      if candidate.mark == mark || candidate.mark.map({ HeadingMarks.brackets[$0.value] != nil }) ?? false {
        return false
      }
      if candidate.label != nil || candidate.markdownLevel > 0 { return false }
      // ○ below ○ is the last of a list, and ● below it the next heading.
      if candidate.mark != nil, let above = neighbour(of: index, by: -1), reader.read(lines[above].body).mark == mark {
        return false
      }
      return candidate.mark.map(marks.mayList) ?? false || candidate.numbering.map(beginsList) ?? false
    default: return false
    }
  }

  /// How far below a mark's line the head of what is done may stand.
  private static let textBelow = 8

  /// ● 受入環境の整備 alone, with 主な取組 below it or below its text.
  private func headsActions(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    if let above = neighbour(of: index, by: -1), reader.read(lines[above].body).mark == mark { return false }
    if Particular.holds(lines.body(index)) { return false }
    var next = index
    while let below = neighbour(of: next, by: 1), below <= index + Self.textBelow, lines[below].shape == .text {
      let candidate = reader.read(lines[below].body)
      if candidate.label == nil, let status = groups.read(bytes, candidate.title)?.status {
        return status == .planned || status == .direction && !isBelowResults(index)
      }
      guard candidate.mark == nil, candidate.numbering == nil, candidate.markdownLevel == 0 else { return false }
      next = below
    }
    return false
  }

  /// What was done stands above, so that 今後の取組 below tells how that goes on.
  private func isBelowResults(_ index: Int) -> Bool {
    for above in (max(0, index - Self.textAbove)..<index).reversed() where lines[above].shape == .text {
      let candidate = reader.read(lines[above].body)
      if candidate.label == nil, let head = groups.read(bytes, candidate.title) { return head.status == .result }
    }
    return false
  }

  /// A list of what was done has so many lines at most.
  static let textAbove = 40

  /// The next line above or below that is not blank.
  func neighbour(of index: Int, by step: Int) -> Int? {
    var place = index + step
    while lines.lines.indices.contains(place), lines[place].isBlank { place += step }
    return lines.lines.indices.contains(place) ? place : nil
  }

  /// （1） begins what stands below; （2） goes on with what the mark's lines stand in.
  private func beginsList(_ numbering: Numbering) -> Bool {
    [.circled, .parenthesized].contains(numbering.style) && numbering.number == "1"
  }

  /// Without mark or number a line heads where the lexicon knows it, or where its letters are large.
  private func unmarked(_ candidate: HeadingCandidate, at index: Int) -> Verdict {
    if groupRole(candidate.title) || standsAlone(index) && closesPlan(candidate.title) { return .heading(candidate) }
    if let inner = insideRoundBrackets(candidate.title), groupRole(inner) {
      var bracketed = candidate
      bracketed.title = inner
      bracketed.isBracketed = true
      return .heading(bracketed)
    }
    if mayListInline(lines[index].body), InlineList.read(bytes, lines[index].body, groups: groups) != nil {
      return .item(HeadingCandidate(title: lines[index].body))
    }
    let look = hints.look(ofLine: index)
    if look.scale >= 1.15, candidate.title.count <= 150, !Sentences.ends(bytes, candidate.title),
      candidate.title.count >= 6
    {
      return .heading(candidate)
    }
    return .text
  }

  private static let wideBracket = Array("（".utf8)

  /// A round bracket, or a kanji with which a head can begin: few lines of prose are looked at any further.
  private func mayListInline(_ line: Range<Int>) -> Bool {
    guard let first = line.first.map({ bytes[$0] }) else { return false }
    if (0xE4...0xE9).contains(first) { return groups.mayBegin(bytes, line) }
    return first == UInt8(ascii: "(") || first == Self.wideBracket[0] && bytes[line].starts(with: Self.wideBracket)
  }

  private func closesPlan(_ title: Range<Int>) -> Bool {
    title.count <= 90 && GroupHeads.closesPlan(lines.text.string(SourceRange(title)))
  }

  /// Blank lines above and below.
  private func standsAlone(_ index: Int) -> Bool {
    (index == 0 || lines[index - 1].shape == .blank) && index + 1 < lines.count && lines[index + 1].shape == .blank
  }

  /// （令和6年度の実施状況）: what the brackets around the whole line hold.
  private func insideRoundBrackets(_ range: Range<Int>) -> Range<Int>? {
    for (open, close) in Self.roundBrackets
    where range.count > open.count + close.count && bytes[range].starts(with: open)
      && bytes[range].suffix(close.count).elementsEqual(close)
    {
      return range.lowerBound + open.count..<range.upperBound - close.count
    }
    return nil
  }

  static let roundBrackets = [("（", "）"), ("(", ")")].map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) }

  func groupRole(_ range: Range<Int>) -> Bool {
    guard range.count <= 90 else { return false }
    return groups.read(bytes, range) != nil
  }

  /// 基本目標１ しごとづくり →: a box of a diagram with the arrow to the next one.
  private func pointsOn(_ title: Range<Int>) -> Bool {
    title.count > 3 && Arrows.bytes.contains { bytes[title].suffix($0.count).elementsEqual($0) }
  }

  /// A line of figures states an indicator or a value; it heads nothing: 転入者数:690人 → 900人.
  private func holdsFigures(_ range: Range<Int>) -> Bool {
    guard Arrows.bytes.contains(where: { Sentences.contains(bytes, range, $0) }) || leadsOn(range) else { return false }
    var digits = 0
    for index in range
    where (0x30...0x39).contains(bytes[index])
      || bytes[index] == 0xEF && index + 2 < range.upperBound && bytes[index + 1] == 0xBC
        && (0x90...0x99).contains(bytes[index + 2])
    { digits += 1 }
    return digits >= 2 || digits == 1 && figureStandsBehindArrow(range)
  }

  /// 279.8万円［2019年度］　▶　290万円［2024年度］: a ▶ within the line, with figures on both sides.
  private func leadsOn(_ range: Range<Int>) -> Bool {
    guard Sentences.contains(bytes, range, Self.pointer) else { return false }
    let sides = lines.text.string(SourceRange(range)).folded.split(separator: "▶", omittingEmptySubsequences: false)
    return sides.count == 2 && sides.allSatisfy { $0.contains(where: \.isNumber) }
  }

  private static let pointer = Array("▶".utf8)

  /// ― 件/年 → 8件/年: one digit is enough right behind the arrow.
  private func figureStandsBehindArrow(_ range: Range<Int>) -> Bool {
    let text = lines.text.string(SourceRange(range)).folded
    guard let arrow = text.lastIndex(where: Arrows.characters.contains) else { return false }
    return text[text.index(after: arrow)...].first { $0 != " " }.map { $0.isASCII && $0.isNumber } ?? false
  }

  /// 8 - - 12 プロジェクト: cells of a row, of which some are empty.
  private func beginsWithDash(_ title: Range<Int>) -> Bool {
    var cursor = ScalarCursor(bytes, title)
    guard cursor.next() == 0x2D else { return false }
    return cursor.skipBlanks()
  }

  /// 5 人, 3.2 %: a figure with its unit, as cells of plain text are.
  private func isOnlyFigure(_ range: Range<Int>) -> Bool {
    range.count <= 3 || !bytes[range].contains { $0 >= 0xE3 }
  }
}
