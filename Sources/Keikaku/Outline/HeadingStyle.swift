/// What makes two headings siblings: how they are marked, labelled and numbered.
struct HeadingStyle: Hashable, Sendable {
  private let label: String?
  private let numberStyle: Heading.NumberStyle
  private let numberParts: Int
  private let isFilled: Bool
  private let mark: Unicode.Scalar?
  private let isGroup: Bool
  let markdownLevel: Int

  init(_ heading: Heading, isGroup: Bool) {
    label = heading.label
    numberStyle = heading.numberStyle == .decimalDot ? .decimal : heading.numberStyle
    numberParts = heading.number.map { $0.utf8.count { $0 == UInt8(ascii: "-") } + 1 } ?? 0
    isFilled = heading.isFilled
    mark = heading.mark
    markdownLevel = heading.markdownLevel
    self.isGroup = isGroup
  }

  func isSibling(of other: HeadingStyle) -> Bool {
    if label != nil || other.label != nil { return label == other.label && numberParts == other.numberParts }
    if numberStyle != .none || other.numberStyle != .none {
      return numberStyle == other.numberStyle && numberParts == other.numberParts && isFilled == other.isFilled
    }
    if mark != nil || other.mark != nil { return mark == other.mark }
    if markdownLevel > 0 || other.markdownLevel > 0 { return markdownLevel == other.markdownLevel }
    return isGroup == other.isGroup
  }

  var isChapter: Bool { numberStyle.isChapter }
  var chapterRank: Int { numberStyle.chapterRank }

  /// A number in brackets, a circled number, a letter, a mark: never above a goal.
  var isSmall: Bool {
    [.parenthesized, .circled, .kana, .letter, .none].contains(numberStyle) && label == nil && markdownLevel == 0
  }
}
