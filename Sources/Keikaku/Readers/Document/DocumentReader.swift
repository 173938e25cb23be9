import KeikakuText

/// Walks the outline of a document once and takes its meaning: nodes, indicators, actions, relations, notes, tables, mentions.
///
/// Every block is offered to the readers of its form; what the heading above it names (主な取組, 数値目標, 関連施策) decides
/// what its lines are.
struct DocumentReader {
  private(set) var outline: Outline
  let text: SourceText
  let lexicon: Lexicon
  /// What the document's own date says of the years of its figures.
  let vantage: Vantage
  let tableReader: TableReader
  let statedIndicators: StatedIndicators
  let proseReader: ProseIndicatorReader
  let mentionFinder: MentionFinder
  let headingReader: HeadingReader
  let legend: ReportLegend
  let markLegend: MarkLegend
  let looseHeads: Set<Int>
  let announced: AnnouncedIndicators
  let headedTitles: HeadedTitles
  let goalNumbers: GoalNumbers
  /// What circled headings are that stand several in a line: ①観光の振興／②国際観光の推進.
  let listedRoles: Set<Outline.Role>

  var register = NodeRegister()
  /// The node of each outline entry, once it is entered.
  var nodeOfEntry: [Int: NodeID] = [:]
  /// The section node of each outline entry.
  var sectionOfEntry: [Int: NodeID] = [:]
  var chapters: [Chapter: NodeID] = [:]
  var tableReadings: [Int: TableReading] = [:]
  var indicators: [IndicatorReading] = []
  var actions: [Action] = []
  var actionIndex = ActionIndex()
  var relations: [Relation] = []
  var pendingMarks: [DirectionMarks] = []
  var pendingRelated: [PendingRelation] = []
  var contentsEntries: [(title: String, source: SourceRange)] = []
  var notes: [Note] = []
  /// A term of the glossary whose meaning stands in the next line.
  var pendingTerm: String?
  var tables: [DocumentTable] = []
  var mentions: [Mention] = []
  var diagnostics: [Diagnostic] = []
  /// The node that the last sheet named in a table, 基本目標 | 1 しごとをつくる, and the heading below which: the tables that
  /// follow are its own.
  var sheet: (entry: Int?, node: NodeID)?
  /// What a line says of the years beside arrows below it.
  var arrowYears: ArrowYears?
  /// The sentence right above, or those above that state targets, say that targets follow.
  var standsBehindAnnouncement = false
  /// The last fragment that stated an indicator.
  var lastStatement: Int?
  var lastStatedOne: Statement?
  /// Blocks of fragments that some rule took, and of paragraphs that stated an indicator.
  var taken: Set<Int> = []
  /// Paragraphs that are the cells of a table.
  var runTogether: Set<Int> = []
  var groupHeadsSeen: [NodeID: [TitleKey]] = [:]

  init(outline: Outline, text: SourceText, lexicon: Lexicon, vantage: Vantage) {
    self.outline = outline
    self.text = text
    self.lexicon = lexicon
    self.vantage = vantage
    tableReader = TableReader(lexicon: lexicon)
    statedIndicators = StatedIndicators(tableReader, lexicon: lexicon)
    proseReader = ProseIndicatorReader(lexicon: lexicon)
    mentionFinder = MentionFinder(units: lexicon.units)
    headingReader = HeadingReader(text.bytes, lexicon: lexicon)
    legend = ReportLegend(outline)
    markLegend = MarkLegend(text, marks: lexicon.headingMarks)
    looseHeads = Self.looseHeads(in: outline, lexicon: lexicon)
    announced = AnnouncedIndicators(outline)
    headedTitles = HeadedTitles(outline)
    goalNumbers = GoalNumbers(outline)
    listedRoles = Set(
      outline.entries.filter { $0.heading.isListed && $0.heading.numberStyle == .circled }.map(\.role))
  }

  /// Reads everything; the result refers to nodes by their place in the document's order.
  static func read(_ outline: Outline, text: SourceText, lexicon: Lexicon, vantage: Vantage) -> DocumentReading {
    var reader = DocumentReader(outline: outline, text: text, lexicon: lexicon, vantage: vantage)
    reader.readTables()
    reader.readOverviews()
    reader.adoptListedNodes()
    for block in outline.cover { reader.readBlock(block, below: nil) }
    for entry in outline.entries.indices {
      reader.enter(entry)
      for block in outline.entries[entry].blocks { reader.readBlock(block, below: entry) }
    }
    return reader.finished()
  }

  /// 1-1-1 防災対策 without a label is the measure that an overview lists with this number and title.
  private mutating func adoptListedNodes() {
    for index in outline.entries.indices where mayBeListed(outline.entries[index]) {
      let heading = outline.entries[index].heading
      let title = NoteReferences.removed(from: heading.title)
      guard let number = heading.number, let node = register.find(title: title), register[node].number == number,
        register[node].kind.rank > 0, register.isOnlyListed(node)
      else { continue }
      outline.entries[index].role = .node(register[node].kind)
    }
  }

  private func mayBeListed(_ entry: Outline.Entry) -> Bool {
    entry.role == .section && !entry.isAnnex && entry.heading.label == nil && entry.heading.number != nil
      && !entry.heading.title.isEmpty
  }

  // MARK: Headings

  mutating func enter(_ index: Int) {
    let entry = outline.entries[index]
    if arrowYears?.isOfMark == false { arrowYears = nil }
    standsBehindAnnouncement = false
    lastStatedOne = nil
    defer {
      if let list = entry.heading.references { readReferences(list.text, kind: list.kind, from: node(at: index)) }
    }
    if entry.group == nil, sheet != nil, !goesOnInSheet(index) { sheet = nil }
    switch entry.role {
    case .node(let kind):
      var place = place(of: entry.heading, at: index, weight: weight(below: index))
      if place.title.isEmpty { place.title = namedElsewhere(entry.heading, kind) }
      nodeOfEntry[index] = register.enter(
        NodeRegister.Sighting(
          kind: kind, label: entry.heading.label, number: entry.heading.number, title: place.title,
          parent: parentNode(of: index, kind: kind), relisted: entry.heading.relisted, place: place))
    case .mention(let origin):
      if let node = nodeOfEntry[origin] {
        var place = place(of: entry.heading, at: index, weight: 0)
        // 施策1のKPI names it by its number.
        if place.title.isEmpty { place.title = register[node].title }
        register.add(place, to: node)
      }
    case .section: enterSection(index)
    case .group: noteGroupHead(index)
    case .action: enterAction(index)
    case .reference: readReference(index)
    case .caption, .legend: break
    }
  }

  /// The title that the other headings of the node give it; where none does, 施策1-3 as the document names it.
  private func namedElsewhere(_ heading: Heading, _ kind: NodeKind) -> String {
    heading.number.flatMap { headedTitles.only(kind, $0) } ?? (heading.label ?? "") + (heading.number ?? "")
  }

  /// ３　コスト behind ２　成果指標: a part of the sheet whose head is not known, by the count of its parts.
  private func goesOnInSheet(_ index: Int) -> Bool {
    let entry = outline.entries[index]
    guard entry.role == .section, let number = entry.heading.number.flatMap({ Int($0) }),
      let before = outline.entries[..<index].last(where: { $0.parent == entry.parent })
    else { return false }
    return before.role == .section && before.heading.numberStyle == entry.heading.numberStyle
      && before.heading.number == String(number - 1)
  }

  private mutating func enterSection(_ index: Int) {
    let entry = outline.entries[index]
    let above = section(above: entry.parent)
    let style = entry.heading.numberStyle
    let isChapter = style == .chapter || style == .part || style == .ordinal && above == nil
    let place = place(of: entry.heading, at: index, weight: style.isChapter ? 1 + weight(below: index) : 1)
    let chapter =
      style.isChapter
      ? Chapter(style: style, number: entry.heading.number, title: TitleKey(place.title), above: above) : nil
    if let chapter, !outline.isInAnnex(index), let known = chapters[chapter] {
      // A list of the chapters named it before.
      sectionOfEntry[index] = known
      register.add(place, to: known)
    } else {
      let section = register.enter(
        NodeRegister.Sighting(
          kind: isChapter ? .chapter : .section, number: entry.heading.number, title: place.title, parent: above,
          relisted: true, place: place))
      sectionOfEntry[index] = section
      if let chapter { chapters[chapter] = section }
    }
    noteGroupHead(index)
  }

  /// What makes two headings one chapter: 第2章 計画の内容 in a list ahead and where it begins.
  struct Chapter: Hashable {
    var style: Heading.NumberStyle
    var number: String?
    var title: TitleKey
    var above: NodeID?
  }

  func place(of heading: Heading, at entry: Int, weight: Int) -> NodeRegister.Place {
    NodeRegister.Place(
      title: NoteReferences.removed(from: heading.title), source: outline.entries[entry].source.trimmed(in: text),
      section: section(above: outline.entries[entry].parent), weight: weight, isHeading: true)
  }

  /// The bytes of the blocks right below a heading and its group heads.
  private func weight(below entry: Int) -> Int {
    var weight = 0
    var next = entry
    repeat {
      for block in outline.entries[next].blocks {
        weight += Int(outline.blocks[block].source.end - outline.blocks[block].source.start)
      }
      next += 1
    } while next < outline.entries.count && outline.entries[next].depth > outline.entries[entry].depth
      && [.group, .caption].contains(outline.entries[next].role)
    return weight
  }

  /// The nearest section node at or above an entry.
  func section(above entry: Int?) -> NodeID? {
    var current = entry
    while let index = current {
      if let section = sectionOfEntry[index] { return section }
      current = outline.entries[index].parent
    }
    return nil
  }

  /// The node that a block below an entry belongs to.
  func node(at entry: Int?) -> NodeID? { outline.node(at: entry).flatMap { nodeOfEntry[$0] } ?? sheetNode(of: entry) }

  /// The node of the sheet that an entry belongs to: the tables and lists right below its head, and its parts, ２．主な取組 and
  /// ４．今後の方向性, up to the next heading that stands for a node of its own.
  func sheetNode(of entry: Int?) -> NodeID? {
    guard let sheet else { return nil }
    if sheet.entry == entry { return sheet.node }
    return entry.flatMap { outline.entries[$0].group?.role } == nil ? nil : sheet.node
  }

  /// The nearest open node of a higher rank; a goal also stands above the measures that ◎重点施策 heads below it.
  private func parentNode(of entry: Int, kind: NodeKind) -> NodeID? {
    var current = outline.entries[entry].parent
    while let above = outline.node(at: current) {
      if goalNumbers.contradict(outline.entries[entry].heading, below: outline.entries[above].heading) { return nil }
      if let node = nodeOfEntry[above],
        Self.stands(register[node].kind, above: kind) || ranks(above, above: kind)
          || outline.entries[entry].heading.isPart(of: outline.entries[above].heading)
      {
        return node
      }
      current = outline.entries[current ?? above].parent
      while let index = current, outline.node(at: index) == above { current = outline.entries[index].parent }
    }
    return parentByNumber(of: entry, kind: kind)
  }

  /// 施策3-2 behind ４ 総合評価, which ended 政策3, is counted below that all the same: the last node of a higher rank, where
  /// it bears the number.
  private func parentByNumber(of entry: Int, kind: NodeKind) -> NodeID? {
    let heading = outline.entries[entry].heading
    guard heading.label != nil, heading.labelKind != .section, !outline.isInAnnex(entry),
      let above = heading.number?.split(separator: "-").dropLast().joined(separator: "-"), !above.isEmpty,
      let last = outline.entries.indices[..<entry].suffix(Self.farthestParent).last(where: { other in
        guard case .node(let own) = outline.entries[other].role else { return false }
        return own.rank >= 0 && Self.stands(own, above: kind)
      }), outline.entries[last].heading.label != nil, outline.entries[last].heading.number == above
    else { return nil }
    return nodeOfEntry[last]
  }

  /// In headings.
  private static let farthestParent = 200

  /// 第1節 orders the measures below it, though an overview calls it a measure itself.
  private func ranks(_ entry: Int, above kind: NodeKind) -> Bool {
    guard case .node(let own) = outline.entries[entry].role else { return false }
    return Self.stands(own, above: kind)
  }

  private static func stands(_ above: NodeKind, above kind: NodeKind) -> Bool {
    above.rank < kind.rank || above == .basicGoal && kind == .priorityMeasure || above == .theme && kind == .theme
  }

  // MARK: Blocks

  private mutating func readBlock(_ index: Int, below entry: Int?) {
    let known = indicators.count
    defer { if indicators.count == known + 1 { lastStatedOne = Statement(block: index, indicator: known) } }
    switch outline.blocks[index].content {
    case .heading, .furniture, .cells: break
    case .contents(let heading): readContents(heading, outline.blocks[index].source)
    case .paragraph(let paragraph): readParagraph(paragraph, index, below: entry)
    case .fragment(let fragment): readFragment(fragment, index, below: entry)
    case .list(let items): readList(items, index, below: entry)
    case .note(let note):
      readNote(note)
      takeNote(note, index)
    case .references(let list): readReferences(list.text, kind: list.kind, from: entry.flatMap { node(at: $0) })
    case .table(let table):
      readTable(table, index, below: entry)
      // What the sentence above it announced was the table.
      standsBehindAnnouncement = false
    }
  }
}

/// The meaning of a document, complete.
struct DocumentReading {
  var nodes: [Node]
  var indicators: [Indicator]
  var actions: [Action]
  var relations: [Relation]
  var notes: [Note]
  var tables: [DocumentTable]
  var mentions: [Mention]
  var diagnostics: [Diagnostic]
  /// Blocks of fragments that no rule took, and paragraphs that are the cells of a table.
  var unclassified: [Int]
}

extension SourceRange {
  /// Without blanks and line ends at either side.
  func trimmed(in text: SourceText) -> SourceRange {
    var start = Int(self.start)
    var end = Int(self.end)
    while start < end {
      if let width = WhiteSpace.width(at: start, in: text.bytes, to: end) {
        start += width
      } else if text.bytes[start] == Ascii.lineFeed {
        start += 1
      } else {
        break
      }
    }
    while start < end {
      if let width = WhiteSpace.width(endingAt: end, in: text.bytes, from: start) {
        end -= width
      } else if text.bytes[end - 1] == Ascii.lineFeed || text.bytes[end - 1] == Ascii.tab {
        end -= 1
      } else {
        break
      }
    }
    return SourceRange(start..<end)
  }
}
