import KeikakuText

/// Turns lines into blocks: the one place where a line is judged by its neighbours.
///
/// Each rule either takes lines from where it stands or leaves them to the next; the last takes anything, so no line is lost.
struct BlockReader {
  let lines: LineTable
  private let hints: PageHints
  let bytes: [UInt8]
  let reader: HeadingReader
  private var judge: HeadingJudge
  private let groups: GroupHeadReader
  private let references: ReferenceReader
  private let leads: IndicatorLead
  private let marks: HeadingMarks
  let claims: LineClaims
  let headerWords: HeaderWords
  /// Rows that begin no table with line breaks in its cells.
  var brokenInVain = AttemptsInVain(most: 6)
  private var blocks: [Block] = []

  /// - Parameter hints: what the geometry of pages says; nil for a text, whose tables are then found by their writing.
  static func read(_ lines: LineTable, lexicon: Lexicon, hints: PageHints? = nil) -> [Block] {
    let hints = hints ?? textHints(lines.text, lexicon)
    var reader = BlockReader(lines, lexicon: lexicon, hints: hints)
    reader.readAll()
    return BlockJoiner.join(reader.blocks, pageStarts: lines.text.pageStarts)
  }

  /// What a text without geometry tells of its tables and pages.
  private static func textHints(_ text: SourceText, _ lexicon: Lexicon) -> PageHints {
    let furniture = PageFurniture.lines(in: text, lexicon: lexicon)
    let tables = TableRunDetector.regions(in: text, lexicon: lexicon, furniture: furniture)
    return PageHints(tables: tables, furniture: furniture)
  }

  private init(_ lines: LineTable, lexicon: Lexicon, hints: PageHints) {
    self.lines = lines
    self.hints = hints
    bytes = lines.text.bytes
    let legend = MarkLegend(lines.text, marks: lexicon.headingMarks)
    var lexicon = lexicon
    lexicon.headingMarks = legend.extending(lexicon.headingMarks)
    marks = lexicon.headingMarks
    reader = HeadingReader(bytes, lexicon: lexicon)
    judge = HeadingJudge(lines, reader: reader, lexicon: lexicon, hints: hints, legend: legend)
    groups = GroupHeadReader(lexicon: lexicon)
    references = ReferenceReader(bytes, lexicon: lexicon)
    leads = IndicatorLead(bytes, lexicon: lexicon)
    headerWords = HeaderWords(lexicon)
    claims = LineClaims(lines, hints: hints, contents: ContentsFinder(lines, headings: reader).find())
  }

  private mutating func readAll() {
    var index = 0
    while index < lines.count {
      switch claims[index] {
      case .table(let region):
        index = readTable(region, at: index)
      case .furniture:
        add(.furniture, index..<index + 1)
        index += 1
      case .contents:
        add(.contents(heading(reader.read(ContentsFinder.title(of: titleCell(index), in: bytes)))), index..<index + 1)
        index += 1
      case .free: index = lines[index].isBlank ? index + 1 : readBlock(at: index)
      }
    }
  }

  /// Adds a table, or more of its cells where text stands among them; returns the line behind.
  private mutating func readTable(_ region: Int, at start: Int) -> Int {
    let lines = hints.tables[region].lines
    let end = (start..<lines.upperBound).first { claims[$0] != .table(region) } ?? lines.upperBound
    let isFirst = start == lines.lowerBound
    add(isFirst ? .table(YearHeads.aligned(hints.tables[region].table)) : .cells, start..<end)
    return end
  }

  /// Takes one block and returns the line behind it.
  private mutating func readBlock(at index: Int) -> Int {
    switch lines[index].shape {
    case .row: readTabTable(at: index)
    case .text where quotedRow(at: index) != nil: readTabTable(at: index)
    case .note: readNote(at: index)
    case .bullet: readList(at: index)
    default: readText(at: index)
    }
  }

  mutating func add(_ content: Block.Content, _ range: Range<Int>) {
    let source = SourceRange(start: lines[range.lowerBound].start, end: lines[range.upperBound - 1].end)
    blocks.append(Block(content: content, source: source, lines: range))
  }

  // MARK: Notes and lists

  private mutating func readNote(at start: Int) -> Int {
    var text = MappedText(text: lines.body(start), source: lines[start].bodySource)
    let end = endsBelowStatement(start) ? start + 1 : appendWrapped(to: &text, after: start)
    add(.note(NoteReader.read(text)), start..<end)
    return end
  }

  /// ※国の統計による among indicators: the next one stands right below, further left than the note or longer.
  private func endsBelowStatement(_ note: Int) -> Bool {
    guard note + 1 < lines.count, lines[note + 1].shape == .text else { return false }
    return statesIndicator(lines[note + 1].body)
      && (lines[note + 1].indent < lines[note].indent || standsAbove(note))
  }

  private mutating func readList(at start: Int) -> Int {
    var items: [ListItem] = []
    var index = start
    let base = lines[start].indent
    while index < lines.count {
      switch lines[index].shape {
      case .bullet where claims.isFree(index):
        index = appendItem(at: index, depth: lines[index].indent >= base + 2 ? 1 : 0, to: &items)
      default:
        add(.list(items), start..<index)
        return index
      }
    }
    add(.list(items), start..<index)
    return index
  }

  private mutating func appendItem(at index: Int, depth: Int, to items: inout [ListItem]) -> Int {
    let numbering = Numbering.read(bytes, lines[index].body)
    let body = lines[index].body
    var cursor = ScalarCursor(bytes, (numbering?.end ?? body.lowerBound)..<body.upperBound)
    cursor.skipBlanks()
    let isNumbered = numbering != nil && !cursor.isAtEnd
    let marks = lines.parts(of: lines[index]).filter { $0.kind == .mark }
    let range = isNumbered ? cursor.offset..<body.upperBound : body
    let mark = marks.last.flatMap { ScalarCursor(bytes, Int($0.start)..<Int($0.end)).peek()?.scalar }
    let sideBySide = SideBySideItems(bytes: bytes).marked(mark.flatMap(Unicode.Scalar.init), in: range)
    for (place, item) in sideBySide.enumerated() {
      let isFirst = place == 0 && isNumbered
      items.append(
        ListItem(
          depth: depth, number: isFirst ? numbering?.number : nil,
          furtherNumbers: isFirst ? numbering?.further ?? [] : [],
          numberStyle: isFirst ? numbering?.style ?? .none : .none, markCount: marks.count, text: mapped(item.range)))
    }
    if let values = valuesLine(below: index) {
      items[items.count - 1].text.append(lines.body(values), source: lines[values].bodySource, separator: " ")
      return values + 1
    }
    return standsAbove(index) ? index + 1 : appendWrapped(to: &items[items.count - 1].text, after: index)
  }

  private func mapped(_ range: Range<Int>) -> MappedText {
    MappedText(text: lines.text.string(SourceRange(range)), source: SourceRange(range))
  }

  /// ○農地の集積 with a longer line of text below it: no printed line is wrapped before its margin.
  private func standsAbove(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].shape == .text else { return false }
    let slack = 4
    return Sentences.width(bytes, lines[index + 1].body) + Int(lines[index + 1].indent)
      > Sentences.width(bytes, lines[index].body) + Int(lines[index].indent) + 2 + slack
  }

  /// Joins the plain lines right below that a printed line was wrapped into; returns the line behind them.
  private mutating func appendWrapped(to text: inout MappedText, after start: Int) -> Int {
    var index = start + 1
    while index < lines.count, lines[index].shape == .text, !Sentences.ends(text.text), isWrapped(index) {
      text.append(
        lines.body(index), source: lines[index].bodySource, separator: Joining.separator(text.text, lines.body(index)))
      index += 1
    }
    return index
  }

  private mutating func isWrapped(_ index: Int) -> Bool {
    guard claims.isFree(index), !isLoneBullet(index), case .text = judge.judge(index) else { return false }
    return !beginsAnew(lines[index].body) && !leads.begins(lines[index].body)
  }

  private static let openers = ["（参考", "(参考", "【", "《", "≪"].map { Array($0.utf8) }

  /// 【KPI】, ★ and （参考） open what they stand before; no line is wrapped right before them.
  private func beginsAnew(_ range: Range<Int>) -> Bool {
    if let (scalar, _) = ScalarCursor(bytes, range).peek(), marks.contains(scalar) { return true }
    return Self.openers.contains { bytes[range].starts(with: $0) }
  }

  // MARK: Text

  private mutating func readText(at index: Int) -> Int {
    if let end = readUnmarkedItems(at: index) ?? readLoneBullets(at: index) { return end }
    if let values = valuesLine(below: index), values > index + 1 || isCountedName(lines[index].body) {
      return readNamedValues(at: index, values)
    }
    switch judge.judge(index) {
    case .heading(let candidate): return readHeading(candidate, at: index)
    case .item(let candidate): return readItems(first: candidate, at: index)
    case .references(let list): return readReferences(list, at: index)
    case .text: return readParagraph(at: index)
    }
  }

  private mutating func readNamedValues(at index: Int, _ values: Int) -> Int {
    var text = MappedText(text: lines.body(index), source: lines[index].bodySource)
    text.append(lines.body(values), source: lines[values].bodySource, separator: " ")
    add(paragraph(text), index..<values + 1)
    return values + 1
  }

  /// ①観光入込客数, ☆観光入込客数 and ［KPI］観光入込客数, which would head or list without their figures below.
  private func isCountedName(_ body: Range<Int>) -> Bool {
    if leads.behind(body) != nil || Numbering.read(bytes, body)?.style == .circled { return true }
    let mark = ScalarCursor(bytes, body).peek()?.scalar ?? 0
    return marks.contains(mark) && HeadingMarks.brackets[mark] == nil
  }

  private static let loneBullets = ["・", "•"].map { Array($0.utf8) }

  private func isLoneBullet(_ index: Int) -> Bool {
    lines[index].shape == .text && Self.loneBullets.contains { bytes[lines[index].body].elementsEqual($0) }
  }

  /// ・ in a line and its text in the next, as plain text of a PDF has them: a list.
  private mutating func readLoneBullets(at start: Int) -> Int? {
    var items: [ListItem] = []
    var index = start
    while index + 1 < lines.count, claims.isFree(index), claims.isFree(index + 1), isLoneBullet(index),
      lines[index + 1].shape == .text, !isLoneBullet(index + 1)
    {
      var text = mapped(lines[index + 1].body)
      index = appendWrapped(to: &text, after: index + 1)
      items.append(ListItem(depth: 0, text: text))
    }
    guard !items.isEmpty else { return nil }
    add(.list(items), start..<index)
    return index
  }

  /// 基本目標１の進捗状況: its title stands elsewhere, not in the line below.
  private func namesPart(_ candidate: HeadingCandidate) -> Bool {
    candidate.numbering.map { bytes[$0.end..<candidate.title.upperBound].starts(with: Self.of) } ?? false
  }

  private static let of = Array("の".utf8)

  private mutating func readHeading(_ candidate: HeadingCandidate, at index: Int) -> Int {
    var heading = heading(candidate)
    heading.indent = indent(index)
    if heading.title.isEmpty, heading.label != nil, !namesPart(candidate),
      let (title, end) = titleBelow(index, level: heading.markdownLevel)
    {
      heading.title = title.text
      heading.titleSource = title.source
      add(.heading(heading), index..<end)
      return end
    }
    if goesOnBelow(candidate, at: index) {
      var title = mapped(candidate.title)
      let rest = lines.body(index + 1)
      title.append(rest, source: lines[index + 1].bodySource, separator: Joining.separator(title.text, rest))
      heading.title = title.text
      heading.titleSource = title.source
      add(.heading(heading), index..<index + 2)
      return index + 2
    }
    for part in HeadingSplitter.split(heading, bytes: bytes, reader: reader) { add(.heading(part), index..<index + 1) }
    if let part = candidate.part { readPart(part, at: index) }
    return index + 1
  }

  /// What stands behind the title of a heading: another heading, or a statement with its lead.
  private mutating func readPart(_ part: Range<Int>, at index: Int) {
    let candidate = reader.read(part)
    let isHead = groups.read(bytes, candidate.title) != nil
    add(isHead ? .heading(self.heading(candidate)) : paragraph(mapped(part)), index..<index + 1)
  }

  /// In display columns: a title that is not as wide is not wrapped.
  private static let leastWrapped = 32
  private static let longestRest = 60

  /// A title that fills its line and goes on in the next, set in below its first letter.
  ///
  ///     基本目標１　地域に魅力的な仕事をつくり、安心して働
  ///                 けるようにする
  private mutating func goesOnBelow(_ candidate: HeadingCandidate, at index: Int) -> Bool {
    let next = index + 1
    guard !isPrinted, candidate.markdownLevel == 0, candidate.label != nil || candidate.numbering != nil,
      next < lines.count, claims.isFree(next), lines[next].shape == .text,
      next + 1 == lines.count || lines[next + 1].isBlank
    else { return false }
    let width = Sentences.width(bytes, candidate.title)
    let titleColumn = indent(index) + Sentences.width(bytes, lines[index].body.lowerBound..<candidate.title.lowerBound)
    let rest = Sentences.width(bytes, lines[next].body)
    guard width >= Self.leastWrapped, rest <= min(width, Self.longestRest), abs(indent(next) - titleColumn) <= 2,
      !Sentences.ends(bytes, candidate.title), !Sentences.ends(bytes, lines[next].body)
    else { return false }
    return isText(next)
  }

  private mutating func readReferences(_ list: ReferenceList, at index: Int) -> Int {
    add(.references(list), index..<index + 1)
    return index + 1
  }

  /// 重要戦略 1 on a line of its own: the next line of text is its title, also where a page ends between them.
  private mutating func titleBelow(_ index: Int, level: Int) -> (title: MappedText, end: Int)? {
    var next = index + 1
    var blanks = 0
    while next < lines.count, blanks <= 2, lines[next].isBlank || claims[next] == .furniture {
      blanks = lines[next].isBlank ? blanks + 1 : 0
      next += 1
    }
    guard next < lines.count, claims.isFree(next), lines[next].shape == .text, lines[next].body.count <= 420,
      !hints.look(ofLine: next).joinsFrames
    else { return nil }
    if let title = bareTitle(next, level: level) { return (title, next + 1) }
    guard isText(next) else { return nil }
    let first = MappedText(text: lines.body(next), source: lines[next].bodySource)
    // …となりました。 tells of the goal and names it not.
    guard !first.text.hasSuffix("た。") else { return nil }
    var title = first
    let end = appendWrapped(to: &title, after: next)
    // A title is no sentence: what ends one below it is the text of the goal.
    return Sentences.ends(title.text) && !Sentences.ends(first.text) ? (first, next + 1) : (title, end)
  }

  /// ## しごとをつくる below ## 基本目標1: a heading of the same level or size that has nothing but its title.
  private mutating func bareTitle(_ index: Int, level: Int) -> MappedText? {
    guard case .heading(let title) = judge.judge(index), title.label == nil,
      title.numbering == nil, title.mark == nil, groups.read(bytes, title.title) == nil,
      title.markdownLevel == level || level > 0 && title.markdownLevel == level + 1
    else { return nil }
    return mapped(title.title)
  }

  /// Items whose mark or number lists: ○ …します。, ① …, one below the other.
  private mutating func readItems(first: HeadingCandidate, at start: Int) -> Int {
    var items: [ListItem] = []
    var index = start
    // The first is one already, be it a line with pipes that make no table.
    while index < lines.count, index == start || claims.isFree(index) && lines[index].shape == .text,
      case .item(let candidate) = judge.judge(index)
    {
      let title = candidate.title.lowerBound..<(candidate.relisted ? lines[index].body : candidate.title).upperBound
      let style = candidate.numbering?.style ?? .none
      for (number, range) in SideBySideItems(bytes: bytes).numbered(candidate.number, style, in: title) {
        items.append(
          ListItem(
            depth: candidate.numbering?.style == first.numbering?.style ? 0 : 1, number: number,
            furtherNumbers: number == candidate.number ? candidate.numbering?.further ?? [] : [], numberStyle: style,
            mark: candidate.mark, text: mapped(range)))
      }
      index = standsAbove(index) ? index + 1 : appendWrapped(to: &items[items.count - 1].text, after: index)
    }
    add(.list(items), start..<index)
    return index
  }

  private mutating func readParagraph(at start: Int) -> Int {
    var text = MappedText(text: lines.body(start), source: lines[start].bodySource)
    var index = start + 1
    while index < lines.count, continues(from: index - 1, to: index) {
      text.append(
        lines.body(index), source: lines[index].bodySource,
        separator: valuesLine(below: index - 1) == index ? " " : Joining.separator(text.text, lines.body(index)))
      index += 1
    }
    add(paragraph(text), start..<index)
    return index
  }

  /// A line goes on in the next where it is full, or breaks off within a sentence.
  private mutating func continues(from index: Int, to next: Int) -> Bool {
    if lines[next].shape == .text, claims.isFree(next), endsStatement(lines[next].body) { return true }
    if valuesLine(below: index) == next { return true }
    guard lines[next].shape == .text,
      lines[next].indent < lines[index].indent + 2
        || lines[index].indent == 0 && !Sentences.ends(bytes, lines[index].body), isWrapped(next)
    else { return false }
    if partStatements(lines[index].body, lines[next].body) { return false }
    let endsSentence = Sentences.ends(bytes, lines[index].body)
    if endsSentence, !isRunningText(next) { return false }
    if hints.look(ofLine: index).isFull { return true }
    if endsSentence { return Sentences.width(bytes, lines[index].body) >= Self.fullWidth && lines[next].indent == 0 }
    return Sentences.width(bytes, lines[index].body) >= 40 || Joining.breaksOff(bytes, lines[index].body)
  }

  /// Columns from which on a printed line of running text fills its width.
  private static let fullWidth = 60

  /// A line that ends a sentence or fills its width; behind a sentence a short line that does neither heads something.
  private func isRunningText(_ index: Int) -> Bool {
    Sentences.ends(bytes, lines[index].body) || hints.look(ofLine: index).isFull
      || Sentences.width(bytes, lines[index].body) >= Self.fullWidth
  }

  func paragraph(_ text: MappedText) -> Block.Content {
    Sentences.ends(text.text) || text.text.utf8.count >= 120 ? .paragraph(text) : .fragment(text)
  }

  // MARK: What stands around

  /// The last block, where it is a heading.
  var lastHeading: (heading: Heading, lines: Range<Int>)? {
    guard let last = blocks.last, case .heading(let heading) = last.content else { return nil }
    return (heading, last.lines)
  }

  /// The headings among the last blocks before the last one.
  func headings(before count: Int) -> [Heading] {
    blocks.dropLast().suffix(count).compactMap { if case .heading(let heading) = $0.content { heading } else { nil } }
  }

  /// Whether the lines come from printed pages.
  var isPrinted: Bool { !hints.looks.isEmpty }

  /// How far a line is set in, in columns.
  func indent(_ index: Int) -> Int { isPrinted ? Int(hints.look(ofLine: index).indent * 2) : Int(lines[index].indent) }

  /// Whether a line neither heads nor lists.
  mutating func isText(_ index: Int) -> Bool {
    if case .text = judge.judge(index) { return true }
    return false
  }

  // MARK: Small things

  func heading(_ candidate: HeadingCandidate) -> Heading {
    let tail = references.tail(of: candidate.title)
    let title = SourceRange(
      tail.map { WhiteSpace.trimmedEnd(candidate.title.lowerBound..<$0.start, in: bytes) } ?? candidate.title)
    let group = candidate.label == nil ? groups.read(bytes, candidate.title) : nil
    return Heading(
      markdownLevel: candidate.markdownLevel, mark: candidate.mark,
      label: candidate.label.map { lines.text.string(SourceRange($0)) }, labelKind: candidate.labelKind,
      numberStyle: candidate.numbering?.style ?? .none, number: candidate.number,
      furtherNumbers: candidate.numbering?.further ?? [], mayBeOne: candidate.numbering?.mayBeOne ?? false,
      title: lines.text.string(title), group: group, relisted: candidate.relisted, headsPart: candidate.headsPart,
      references: tail?.list, titleSource: title)
  }
}
