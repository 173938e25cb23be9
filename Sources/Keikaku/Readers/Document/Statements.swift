import KeikakuText

/// What lines and sentences state in figures: indicators in the midst of a text, and what is told of those that no rule reads.
extension DocumentReader {
  /// Words of which a header holds one of each line.
  private static let headerSigns = [["基準", "現状", "現況", "当初"], ["目標"], ["標 ", "KPI", "ＫＰＩ", "標　", "項目"]].map { words in
    WordTrie(words.map { ($0, true) })
  }

  /// The tables that have come as one line of the text; nil where no header stands in it.
  func oneLineTables(in text: MappedText, below entry: Int?) -> OneLineTables? {
    guard Self.headerSigns.allSatisfy({ $0.occurs(in: text.text) }) else { return nil }
    return OneLineTables(ProseText(text), proseContext(entry))
  }

  /// [KPI] in the middle of a text.
  mutating func takeMarked(in text: MappedText, below entry: Int?) -> Bool {
    guard Self.leadSigns.occurs(in: text.text) else { return false }
    let marked = MarkedStatements(text: ProseText(text), context: proseContext(entry), reader: proseReader)
    return take(marked.readings(), below: entry, in: text)
  }

  /// Behind 基本目標２ in the middle of the text the node above it is no longer the one that is measured.
  mutating func take(_ found: [IndicatorReading], below entry: Int?, in text: MappedText) -> Bool {
    guard !found.isEmpty, let label = labelledPlace(in: text) else { return take(found, below: entry) }
    let own = found.filter { $0.indicator.source.start < label }
    _ = take(own, below: entry)
    _ = take(Array(found.dropFirst(own.count)), below: nil)
    return true
  }

  /// Where the first word for nodes with its number stands.
  private func labelledPlace(in text: MappedText) -> UInt32? {
    let bytes = Array(text.text.utf8)
    let place = bytes.indices.first { index in
      guard let label = lexicon.labels.longestMatch(in: bytes.span, at: index, limit: bytes.count) else { return false }
      let numbering = Numbering.read(bytes, index + label.length..<bytes.count)
      return numbering != nil
    }
    return place.map { text.source(of: $0..<$0 + 1).start }
  }

  /// 現状値：3,812人/日　目標値：4,100人/日 right below ①鉄道利用者数: the heading is the name of what the labels tell.
  mutating func takeFiguresOfHeading(in text: MappedText, _ index: Int, below entry: Int?) -> Bool {
    guard let entry, outline.entries[entry].blocks.lowerBound == index, RunTogetherTable.labelsFigures(text.text)
    else { return false }
    let heading = outline.entries[entry].heading
    guard MeasureNoun.ends(heading.title) else { return false }
    var statement = MappedText(text: heading.title, source: heading.titleSource)
    statement.append(text.text, source: text.source, separator: " ")
    let found = proseReader.indicators(in: statement, context: proseContext(entry))
    return found.count == 1 && found[0].indicator.name == heading.title && take(found, below: entry)
  }

  /// What stands in every lead word: 数値目標, 評価指標, KPI.
  private static let leadSigns = WordTrie(["標", "K", "Ｋ"].map { ($0, true) })

  /// In letters, with the mark before it.
  private static let longestLead = 40

  /// 【ＫＰＩ】被害額 8,500千円 → 対前年度比10％減: the line itself says that it states an indicator.
  func beginsWithLead(_ fragment: MappedText) -> Bool {
    guard Self.leadSigns.occurs(in: fragment.text) else { return false }
    let prose = ProseText(MappedText(text: String(fragment.text.prefix(Self.longestLead)), source: fragment.source))
    return ProseName.hasLead(in: prose, prose.range)
  }

  /// A figure with its unit, or figures on both sides of an arrow, stand in a line below 数値目標 that no rule understands: it
  /// is told, and is no action.
  @discardableResult
  mutating func tellUnread(_ text: MappedText) -> Bool {
    guard quantities(in: text.text).contains(where: { $0.unit != nil }) || Arrows.standBetweenFigures(in: text.text)
    else {
      return false
    }
    diagnostics.append(.unreadStatement(at: text.source))
    return true
  }

  /// 21％（H26）→20％（R1) below a heading of targets, or 汚水処理率 68.2％→70.9 below a measure: figures beside an arrow that
  /// no rule reads.
  func isUnreadChange(_ text: String, below entry: Int?) -> Bool {
    guard Arrows.partFigures(text) else { return false }
    // 10便→12便に増便し、利便性を高めます tells what is done.
    if let last = text.lastIndex(where: \.isNumber), text[last...].contains("、") { return false }
    let context = proseContext(entry)
    guard context.isBelowNode else { return context.isUnderIndicatorHeading }
    let name = text.prefix { !$0.isNumber && !Arrows.characters.contains($0) && !":：=＝".contains($0) }
    return MeasureNoun.ends(String(name.trimmed))
  }

  /// Tells of a sentence that sets a target which no rule reads, where the text does not tell how things stand.
  mutating func tellAim(in text: MappedText, below entry: Int?) {
    guard AimedSentence.stands(in: text.text, quantities: { quantities(in: $0) }), !proseContext(entry).tellsSituation,
      !(entry.map(outline.isInAnnex) ?? false)
    else { return }
    diagnostics.append(
      Diagnostic(
        .statementUnread, "The sentence sets a target in figures that are not understood; none was taken for a value.",
        at: text.source))
  }

  private func quantities(in text: String) -> [(range: Range<Int>, unit: String?)] {
    let bytes = Array(text.utf8)
    return mentionFinder.mentions(in: bytes, range: 0..<bytes.count).compactMap { mention in
      guard case .quantity(let quantity) = mention.finding else { return nil }
      return (mention.range, quantity.unit)
    }
  }
}

extension Diagnostic {
  /// Of a line that states an indicator.
  static func unreadStatement(at source: SourceRange) -> Diagnostic {
    Diagnostic(.statementUnread, "The figures of this line, which states an indicator, are not understood.", at: source)
  }
}
