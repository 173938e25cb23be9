import KeikakuText

/// Finds the indicators that running text and list items state.
///
/// Each way of stating one is a rule of its own; the first that reads the paragraph decides. Ordinary sentences with
/// numbers in them are read by none.
struct ProseIndicatorReader: Sendable {
  init(lexicon: Lexicon = .standard) {}

  /// The indicators of one paragraph or list item, in order; empty for ordinary sentences.
  func indicators(in text: MappedText, context: ProseContext = ProseContext()) -> [IndicatorReading] {
    guard Self.mayHold(text.text, context), !Self.isColophon(text.text) else { return [] }
    return readings(of: ProseText(text), context).filter { !Self.isAside($0.indicator.name) }
  }

  private func readings(of prose: ProseText, _ context: ProseContext) -> [IndicatorReading] {
    let labelled = LabelledValues(text: prose, context: context).readings()
    if !labelled.isEmpty { return labelled }
    let repeated = RepeatedLabels(text: prose, context: context).readings()
    if !repeated.isEmpty { return repeated }
    let bracketed = BracketedValues(text: prose, context: context).readings()
    if !bracketed.isEmpty { return bracketed }
    let arrows = ArrowItems(text: prose, context: context).readings()
    if !arrows.isEmpty { return arrows }
    let sentences = TargetSentences(text: prose, context: context).readings()
    if !sentences.isEmpty { return sentences }
    let dated = DatedValues(text: prose, context: context).readings()
    if !dated.isEmpty { return dated }
    if Self.isRow(prose) { return [] }
    let targets = TargetFirstItems(text: prose, context: context).readings()
    return targets.isEmpty ? WordTargets(text: prose, context: context).readings() : targets
  }

  /// （参考）, 平成28年度（現状）: a bracket alone, or a year, names nothing; the figure belongs to the line above.
  private static func isAside(_ name: String) -> Bool {
    let bare = name.folded.split(separator: "(").first.map(String.init) ?? ""
    return name.folded.hasPrefix("(") && name.folded.hasSuffix(")") || ValueLook.isYear(bare)
  }

  /// 発行日　令和７年３月: the particulars at a plan's end, right behind its last indicators.
  private static func isColophon(_ text: String) -> Bool {
    let bytes = Array(text.folded.utf8)
    return particulars.longestMatch(in: bytes.span, at: 0, limit: bytes.count) != nil
  }

  private static let particulars = WordTrie(
    [
      "発行日", "発行年月", "発行者", "発行元", "発行所", "発行:", "発行 ", "編集・発行", "編集発行", "編集:", "編集 ", "印刷:", "電話:", "電話 ", "TEL", "〒",
    ].map { ($0, true) })

  private static let labels = ["目標", "現状", "基準", "実績"]

  /// 市民会館   1981年     2,345㎡: two wide gaps in a line without a colon part the cells of a row.
  private static func isRow(_ text: ProseText) -> Bool {
    guard !text.scalars.contains(where: { ":：".unicodeScalars.contains($0) }),
      !labels.contains(where: text.text(text.range).contains)
    else { return false }
    let blanks = text.scalars.indices.filter { text.isBlank($0) }
    return zip(blanks, blanks.dropFirst()).count { $1 == $0 + 1 && (blanks.first == $0 || !text.isBlank($0 - 1)) } > 1
  }

  /// Ordinary paragraphs are let go at one look: outside lists of indicators a figure needs an arrow, a lead word or a
  /// bracket behind a verb.
  private static func mayHold(_ text: String, _ context: ProseContext) -> Bool {
    let bytes = text.utf8.span
    guard holdsDigit(bytes) || context.isUnderIndicatorHeading && words.occurs(in: bytes, from: 0, to: bytes.count)
    else { return false }
    if context.isUnderIndicatorHeading { return true }
    return signs.occurs(in: bytes, from: 0, to: bytes.count)
  }

  private static let words = WordTrie(WordTargets.signs.map { ($0, true) })

  private static func holdsDigit(_ bytes: borrowing Span<UInt8>) -> Bool {
    if bytes.digitCount(from: 0, to: bytes.count) > 0 { return true }
    var index = bytes.first(0xEF, from: 0, to: bytes.count)
    while index < bytes.count {
      if isFullWidthDigit(bytes, index) { return true }
      index = bytes.first(0xEF, from: index + 1, to: bytes.count)
    }
    return false
  }

  private static let signs = WordTrie(
    [
      "→", "⇒", "➡", "⇨", "➔", "⟶", "右矢印", "KPI", "ＫＰＩ", "KGI", "ＫＧＩ", "指標", "目標…", "目標：", "目標:", "目標値", "目標と", "目標　",
      "目標 ",
      "目標】", "目標》",
      "目標〉", "目標＞", "目標>", "目標］", "目標]", "目標〕", "目標」",
      "る（", "る(", "る (", "る　（", "（現状：", "（策定時：",
      "現状値", "基準値", "現況値", "当初値", "目標ち", "の目標を", "の目標は",
    ].map { ($0, true) } + Self.numbered.map { ("目標\($0)", true) } + TargetVerbs.signs.map { ($0, true) })

  /// What numbers a lead word: 数値目標１, 数値目標②.
  private static let numbered = "123456789１２３４５６７８９①②③④⑤⑥⑦⑧⑨"

  private static func isFullWidthDigit(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBC && (0x90...0x99).contains(bytes[index + 2])
  }
}
