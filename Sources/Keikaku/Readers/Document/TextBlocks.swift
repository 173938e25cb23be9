import KeikakuText

/// Running text, fragments, notes and contents.
extension DocumentReader {
  mutating func readParagraph(_ paragraph: MappedText, below entry: Int?) {
    if takeGlossary(paragraph, below: entry) { return findMentions(in: paragraph) }
    if !takeIndicators(in: paragraph, below: entry), RunTogetherTable.holds(paragraph.text) {
      diagnostics.append(
        Diagnostic(
          .tableRunTogether, "The figures of a table have run together; none was taken for a value.",
          at: paragraph.source))
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

  /// Short text: a figure of the plan, a goal named by an overview, the subtitle of a heading, or nothing that is known.
  mutating func readFragment(_ fragment: MappedText, _ index: Int, below entry: Int?) {
    if takeGlossary(fragment, below: entry) || takeIndicators(in: fragment, below: entry)
      || namesNode(fragment, below: entry)
      || isSubtitle(fragment, index, below: entry)
      || Imprint.holds(fragment.text) || entry == nil
    {
      taken.insert(index)
    }
    findMentions(in: fragment)
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

  private static let subtitleMarks = ["～", "〜", "~", "―", "－", "—", "-", "（", "("]

  /// ～移住・定住の促進～ right below a heading.
  private mutating func isSubtitle(_ fragment: MappedText, _ index: Int, below entry: Int?) -> Bool {
    guard let entry, outline.entries[entry].blocks.lowerBound == index,
      Self.subtitleMarks.contains(where: { fragment.text.hasPrefix($0) })
    else { return false }
    if let owner = textOwner(entry) { register.appendText(fragment.text, to: owner) }
    return true
  }

  @discardableResult
  mutating func takeIndicators(in text: MappedText, below entry: Int?) -> Bool {
    let found = proseReader.indicators(in: text, context: proseContext(entry))
    for var reading in found {
      reading.indicator.node = entry.flatMap { node(at: $0) ?? section(above: $0) }
      indicators.append(reading)
    }
    return !found.isEmpty
  }

  func proseContext(_ entry: Int?) -> ProseContext {
    ProseContext(isUnderIndicatorHeading: entry.flatMap { outline.group(at: $0) }?.role == .indicators)
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
  private static let words = [
    "発行", "編集", "〒", "TEL", "ＴＥＬ", "FAX", "電話", "ファクス", "事務局", "E-mail", "http", "策定)", "策定）", "お問い合わせ", "問合せ",
  ]

  static func holds(_ text: String) -> Bool {
    words.contains { word in
      text.utf8.count >= word.utf8.count && text.utf8.count < 400
        && Sentences.contains(text, Array(word.utf8))
    }
  }
}
