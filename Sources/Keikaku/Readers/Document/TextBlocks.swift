import KeikakuText

/// Running text, fragments, notes and contents.
extension DocumentReader {
  mutating func readParagraph(_ paragraph: MappedText, _ index: Int, below entry: Int?) {
    if takeVision(paragraph, index, below: entry) || takeGlossary(paragraph, below: entry) {
      return findMentions(in: paragraph)
    }
    let known = indicators.count
    defer {
      standsBehindAnnouncement =
        standsBehindAnnouncement && indicators.count > known || AnnouncedIndicators.announcesNext(paragraph.text)
    }
    let tables = oneLineTables(in: paragraph, below: entry)
    if let tables, take(tables.readings, below: entry, in: paragraph) {
      taken.insert(index)
      if tables.isUnclear { diagnostics.append(.runTogetherText(at: paragraph.source)) }
    } else if takeIndicators(in: paragraph, below: entry) {
      taken.insert(index)
    } else {
      let isMarked = takeMarked(in: paragraph, below: entry)
      if tables?.isUnclear == true || RunTogetherTable.holds(paragraph.text) {
        diagnostics.append(.runTogetherText(at: paragraph.source))
        runTogether.insert(index)
      } else if let entry, outline.group(at: entry)?.role == .indicators, !Sentences.ends(paragraph.text) {
        tellUnread(paragraph)
      } else if !isMarked, RunTogetherTable.labelsFigures(inLineOf: paragraph) {
        diagnostics.append(.unreadStatement(at: paragraph.source))
      } else if !isMarked {
        tellAim(in: paragraph, below: entry)
      }
    }
    findMentions(in: paragraph)
    guard let entry, let owner = textOwner(entry) else { return }
    register.appendText(NoteReferences.removed(from: paragraph.text), to: owner)
  }

  /// The node or section whose text stands below an entry.
  private func textOwner(_ entry: Int) -> NodeID? {
    if case .legend = outline.entries[entry].role { return nil }
    return node(at: entry) ?? section(above: entry)
  }

  /// Short text: a figure of the plan, a goal named by an overview, the text of a heading, or nothing that is known.
  mutating func readFragment(_ fragment: MappedText, _ index: Int, below entry: Int?) {
    if takeFiguresBelow(fragment, index) {
      taken.insert(index)
      return findMentions(in: fragment)
    }
    let known = indicators.count
    if let years = ArrowYears(fragment.text) { arrowYears = years }
    if takeVision(fragment, index, below: entry) || takeGlossary(fragment, below: entry)
      || take(oneLineTables(in: fragment, below: entry)?.readings ?? [], below: entry, in: fragment)
      || takeIndicators(in: fragment, below: entry)
      || takeFurtherIndicators(in: fragment, index, below: entry)
      || takeFiguresOfHeading(in: fragment, index, below: entry)
      || takeRelated(fragment, below: entry) || takeProgrammes(fragment, below: entry)
      || namesNode(fragment, below: entry) || takeLoneGoal(fragment, index, below: entry)
      || isText(fragment, index, below: entry) || isImprint(index) || entry == nil
    {
      taken.insert(index)
    }
    if indicators.count > known { lastStatement = index }
    if RunTogetherTable.isHeader(fragment.text) {
      diagnostics.append(
        Diagnostic(
          .tableRunTogether, "The header of a table has run together; none of the figures below it was read.",
          at: fragment.source))
    } else if indicators.count == known,
      RunTogetherTable.isRow(fragment.text),
      entry.map({ outline.group(at: $0)?.role == .indicators }) ?? false || standsBelowIndicators(index)
    {
      diagnostics.append(
        Diagnostic(
          .tableRunTogether, "A row of figures stands outside of its table; none was taken for a value.",
          at: fragment.source))
    } else if indicators.count == known,
      entry.map({ outline.group(at: $0)?.role == .indicators }) ?? false || beginsWithLead(fragment)
    {
      if !tellUnread(fragment), FigureLabel.begins(fragment.text) {
        diagnostics.append(.unreadStatement(at: fragment.source))
      }
    } else if indicators.count == known,
      FigureLabel.begins(fragment.text) || RunTogetherTable.labelsFigures(fragment.text)
        || isUnreadChange(fragment.text, below: entry)
    {
      diagnostics.append(.unreadStatement(at: fragment.source))
    } else if indicators.count == known {
      tellAim(in: fragment, below: entry)
    }
    findMentions(in: fragment)
  }

  /// Right below a table of indicators, or below other such rows that stand there.
  private func standsBelowIndicators(_ index: Int) -> Bool {
    var place = index
    while place > 0, index - place < Self.mostLinesBelow,
      outline.blocks[place - 1].lines.upperBound == outline.blocks[place].lines.lowerBound
    {
      place -= 1
      switch outline.blocks[place].content {
      case .table: return tableReadings[place]?.indicators.isEmpty == false
      case .fragment(let text) where RunTogetherTable.isRow(text.text): continue
      default: return false
      }
    }
    return false
  }

  private static let mostLinesBelow = 8

  /// 【KPI】　観光入込客数　12万人 with 宿泊者数　1万2千人 in the line right below it: the lead holds for both.
  mutating func takeFurtherIndicators(in fragment: MappedText, _ index: Int, below entry: Int?) -> Bool {
    guard standsBehindStatement(index) else { return false }
    var context = proseContext(entry)
    context.isUnderIndicatorHeading = true
    return take(proseReader.indicators(in: fragment, context: context), below: entry)
  }

  /// The line right above stated an indicator.
  func standsBehindStatement(_ index: Int) -> Bool {
    index > 0 && lastStatement == index - 1
      && outline.blocks[index - 1].lines.upperBound == outline.blocks[index].lines.lowerBound
  }

  /// A title below 関連施策 without mark or number.
  private mutating func takeRelated(_ fragment: MappedText, below entry: Int?) -> Bool {
    guard let entry, outline.group(at: entry)?.role == .related else { return false }
    readReferences(fragment, kind: nil, from: node(at: entry))
    return true
  }

  /// 就農支援事業、農業研修施設整備事業 in a line below 主な事業: an action for each.
  private mutating func takeProgrammes(_ fragment: MappedText, below entry: Int?) -> Bool {
    guard let entry, let status = outline.group(at: entry)?.status,
      let owner = actionOwner(entry, outline.group(at: entry)),
      !Sentences.ends(fragment.text)
    else { return false }
    let parts = fragment.text.split(whereSeparator: { "、／".contains($0) }).map(\.trimmed)
    guard parts.allSatisfy({ $0.hasSuffix("事業") }) else { return false }
    for part in parts {
      var action = Action(
        node: owner, text: NoteReferences.removed(from: String(part)), status: status, source: fragment.source)
      action.period = outline.group(at: entry)?.period
      actions.append(action)
    }
    return true
  }

  /// Who published and where to ask, or the line right beside such a one.
  private func isImprint(_ index: Int) -> Bool {
    (index - 1...index + 1).contains { place in
      guard outline.blocks.indices.contains(place), case .fragment(let text) = outline.blocks[place].content else {
        return false
      }
      return Imprint.holds(text.text)
    }
  }

  /// Below 基本目標 in an overview the goals stand without mark or number.
  private mutating func namesNode(_ fragment: MappedText, below entry: Int?) -> Bool {
    guard let entry, let kind = outline.group(at: entry)?.kind,
      let known = register.find(title: fragment.text, kinds: [kind])
    else { return false }
    register.add(
      NodeRegister.Place(
        title: register[known].title, source: fragment.source, section: section(above: entry), weight: 0,
        isHeading: false),
      to: known)
    return true
  }

  /// Text of the heading above: its subtitle, all that stands below めざす姿, a particular such as SDGs：11.
  private mutating func isText(_ fragment: MappedText, _ index: Int, below entry: Int?) -> Bool {
    guard let entry,
      isSubtitle(fragment, index, of: entry) || describes(entry, index) || Particular.holds(fragment.text)
    else { return false }
    if let owner = textOwner(entry) { register.appendText(fragment.text, to: owner) }
    return true
  }

  private static let subtitleMarks = ["～", "〜", "~", "―", "－", "—", "-", "（", "("]

  /// ～移住・定住の促進～ right below a heading.
  private func isSubtitle(_ fragment: MappedText, _ index: Int, of entry: Int) -> Bool {
    outline.entries[entry].blocks.lowerBound == index && Self.subtitleMarks.contains { fragment.text.hasPrefix($0) }
  }

  /// Short text stands alone below めざす姿 or 期間; many such lines are the labels of a diagram.
  private func describes(_ entry: Int, _ index: Int) -> Bool {
    let blocks = outline.entries[entry].blocks
    let isDescription = outline.group(at: entry)?.role == .description
    let isFirst = blocks.lowerBound == index && outline.entries[entry].heading.number != nil
    guard isDescription || isFirst else { return false }
    var fragments = 0
    for block in blocks where fragments <= 4 { if case .fragment = outline.blocks[block].content { fragments += 1 } }
    return fragments <= (isDescription ? 4 : 2)
  }

  @discardableResult
  mutating func takeIndicators(in text: MappedText, below entry: Int?) -> Bool {
    take(proseReader.indicators(in: text, context: proseContext(entry)), below: entry)
  }

  mutating func take(_ found: [IndicatorReading], below entry: Int?) -> Bool {
    for var reading in found where !tellsNoName(reading.indicator) {
      reading.indicator.node = entry.flatMap { node(at: $0) ?? section(above: $0) }
      indicators.append(reading)
    }
    return !found.isEmpty
  }

  /// The entries below which a table stands cell by cell, or 現状値（R1） in a line of its own: the lines beside it are cells
  /// of a table, and a figure behind a name may be of any of its columns.
  static func looseHeads(in outline: Outline, lexicon: Lexicon) -> Set<Int> {
    let headers = HeaderWords(lexicon)
    return Set(
      outline.entries.indices.filter { entry in
        outline.entries[entry].blocks.contains { block in
          switch outline.blocks[block].content {
          case .fragment(let text): isLooseHead(text.text, headers)
          case .table(let table): table.form == .stacked || table.form == .spaced
          default: false
          }
        }
      })
  }

  private static func isLooseHead(_ text: String, _ headers: HeaderWords) -> Bool {
    guard !ValueLook.isValue(text) else { return false }
    let pieces =
      text.unicodeScalars.count <= LooseCells.longestHead ? [text] : text.split(separator: " ").map(String.init)
    return pieces.allSatisfy(headers.isHeader)
      && pieces.contains { [.baseline, .actual, .name, .definition].contains(headers.role(of: $0)) }
  }

  mutating func findMentions(in mapped: MappedText) {
    let isWhole = mapped.pieces.count == 1
    let bytes = isWhole ? text.bytes : Array(mapped.text.utf8)
    let range = isWhole ? mapped.source.indices : 0..<bytes.count
    for mention in mentionFinder.mentions(in: bytes, range: range) {
      let source = isWhole ? SourceRange(mention.range) : mapped.source(of: mention.range)
      switch mention.finding {
      case .date(let date): mentions.append(Mention(finding: .date(date), source: source))
      case .quantity(let quantity): mentions.append(Mention(finding: .quantity(quantity), source: source))
      }
    }
  }

  mutating func readNote(_ note: NoteBlock) {
    notes.append(
      Note(
        marker: note.marker, term: note.term.map { NoteReferences.removed(from: $0) }, text: note.text.text,
        source: note.text.source))
  }

  /// An entry of the table of contents mentions the node that its title names, once the node is known.
  mutating func readContents(_ heading: Heading, _ source: SourceRange) {
    guard !heading.title.isEmpty else { return }
    contentsEntries.append((heading.title, source.trimmed(in: text)))
  }
}

/// Lines of a colophon: who published, where to ask.
enum Imprint {
  private static let words = WordTrie(
    [
      "発行", "編集", "〒", "TEL", "ＴＥＬ", "FAX", "電話", "ファクス", "事務局", "E-mail", "http", "策定)", "策定）", "お問い合わせ", "問合せ",
    ].map { ($0, true) })
  /// In bytes.
  private static let longest = 400

  static func holds(_ text: String) -> Bool {
    text.utf8.count < longest && words.occurs(in: text)
  }
}

/// A label with its value in one line: 関連計画：〇〇計画, SDGs: 11, 担当課：企画課.
enum Particular {
  private static let labels = WordTrie(
    FormLabels.words.map { ($0.0, true) } + GroupHeads.words.map { ($0.0, true) }
      + ColumnRole.words.filter { !$0.1.isValue }.map { ($0.0, true) })
  /// The longest line that is one, in bytes.
  private static let longest = 300

  static func holds(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let key = FoldedText.bytes(of: text).drop { [0x3E, 0x20, 0x28, 0x5B].contains($0) }.filter { $0 != Ascii.space }
    return labels.labels(key[...])
  }
}
