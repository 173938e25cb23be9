import KeikakuText

/// Turns lines into blocks: the one place where a line is judged by its neighbours.
///
/// Each rule either takes lines from where it stands or leaves them to the next; the last takes anything, so no line is lost.
struct BlockReader {
  let lines: LineTable
  let hints: PageHints
  let bytes: [UInt8]
  let reader: HeadingReader
  var judge: HeadingJudge
  let groups: GroupHeadReader
  let references: ReferenceReader
  let leads: IndicatorLead
  let marks: HeadingMarks
  let claims: LineClaims
  let headerWords: HeaderWords
  let formWords: FormWords
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
    formWords = FormWords(lexicon)
    claims = LineClaims(lines, hints: hints, contents: ContentsFinder(lines, headings: reader).find())
  }

  private mutating func readAll() {
    var index = 0
    while index < lines.count {
      switch claims[index] {
      case .table(let region):
        index = readTable(region, at: index)
      case .furniture:
        if let end = readCountedTitles(at: index) {
          index = end
          continue
        }
        add(.furniture, index..<index + 1)
        index += 1
      case .contents:
        add(.contents(heading(reader.read(ContentsPages.title(of: titleCell(index), in: bytes)))), index..<index + 1)
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

  // MARK: Text

  private mutating func readText(at index: Int) -> Int {
    if let end = readCountedTitles(at: index) ?? readUnmarkedItems(at: index) ?? readLoneBullets(at: index) {
      return end
    }
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
    var text = mapped(lines[index].body)
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

  mutating func readParagraph(at start: Int) -> Int {
    var text = mapped(lines[start].body)
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

  func lastBlocks(_ count: Int) -> ArraySlice<Block> { blocks.suffix(count) }

  /// Whether the lines come from printed pages.
  var isPrinted: Bool { !hints.looks.isEmpty }

  /// How far a line is set in, in columns.
  func indent(_ index: Int) -> Int { isPrinted ? Int(hints.look(ofLine: index).indent * 2) : Int(lines[index].indent) }

  /// Whether a line neither heads nor lists.
  mutating func isText(_ index: Int) -> Bool {
    if case .text = judge.judge(index) { return true }
    return false
  }
}
