import KeikakuText

/// Finds the indicators that running text and list items state.
///
/// Each way of stating one is a rule of its own; the first that reads the paragraph decides. Ordinary sentences with
/// numbers in them are read by none.
struct ProseIndicatorReader: Sendable {
  init(lexicon: Lexicon = .standard) {}

  /// The indicators of one paragraph or list item, in order; empty for ordinary sentences.
  func indicators(in text: MappedText, context: ProseContext = ProseContext()) -> [IndicatorReading] {
    guard Self.mayHold(text.text, context) else { return [] }
    let prose = ProseText(text)
    let labelled = LabelledValues(text: prose, context: context).readings()
    if !labelled.isEmpty { return labelled }
    let arrows = ArrowItems(text: prose, context: context).readings()
    if !arrows.isEmpty { return arrows }
    let sentences = TargetSentences(text: prose, context: context).readings()
    if !sentences.isEmpty { return sentences }
    return TargetFirstItems(text: prose, context: context).readings()
  }

  /// Ordinary paragraphs are let go at one look: outside lists of indicators a figure needs an arrow, a lead word or a
  /// bracket behind a verb.
  private static func mayHold(_ text: String, _ context: ProseContext) -> Bool {
    var hasDigit = false
    var hasSign = context.isUnderIndicatorHeading
    let bytes = text.utf8.span
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x30...0x39: hasDigit = true
      case 0xE2, 0x4B, 0xE6, 0xE3, 0xE7: hasSign = hasSign || signs.contains { begins(bytes, index, $0) }
      case 0xEF: hasDigit = hasDigit || isFullWidthDigit(bytes, index)
      default: continue
      }
      if hasDigit, hasSign { return true }
    }
    return false
  }

  private static let signs = [
    "→", "⇒", "➡", "⇨", "➔", "⟶", "KPI", "指標", "目標…", "目標：", "目標:", "目標値", "目標と", "目標　", "目標 ", "る（", "る(", "る (",
    "る　（",
  ]
  .map { Array($0.utf8) }

  private static func isFullWidthDigit(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0xBC && (0x90...0x99).contains(bytes[index + 2])
  }

  private static func begins(_ bytes: borrowing Span<UInt8>, _ index: Int, _ word: [UInt8]) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    for offset in word.indices where bytes[index + offset] != word[offset] { return false }
    return true
  }
}
