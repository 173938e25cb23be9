/// A heading, taken apart into mark, label, number and title.
struct Heading: Sendable {
  /// How a number is written, which tells headings of one rank from those of another.
  enum NumberStyle: UInt8, Sendable {
    case none, chapter, section, subsection, part, roman, decimal, decimalDot, hyphenated, parenthesized, circled, kana,
      letter
    /// 第1 without a word for what it counts.
    case ordinal

    /// 部 0, 章 1, 節 2, 項 and 第1 3; all others stand below.
    var chapterRank: Int {
      switch self {
      case .part: 0
      case .chapter: 1
      case .section: 2
      // 第1 below 第4章 is a part of it.
      case .subsection, .ordinal: 3
      default: 4
      }
    }

    var isChapter: Bool { chapterRank < 4 }
  }

  /// The count of `#` in Markdown, else 0.
  var markdownLevel = 0
  /// By how many columns the line is set in.
  var indent = 0
  /// The labels that stand above this one's throughout the document, whatever kinds they stand for.
  var wholes: Set<String> = []
  /// The mark before the text, one of ■●◆○◇▼□☆【<［ and the like, or nil.
  var mark: Unicode.Scalar?
  /// The document's word for what it heads: 基本目標, 重点施策.
  var label: String?
  /// The kind of node that the label stands for.
  var labelKind: NodeKind?
  var numberStyle: NumberStyle = .none
  /// In ASCII digits, parts joined by `-`; nil without number.
  var number: String?
  /// The ⑫ of ⑪⑫.
  var furtherNumbers: [String] = []
  /// The number is white on black: ❶.
  var isFilled = false
  /// The number is a Ⅰ that recognition may have made of a 1.
  var mayBeOne = false
  var title: String
  /// What stands below it, where the title is a group head: ■スケジュール.
  var group: GroupHead?
  /// One of several in a line: ①観光の振興／②国際観光の推進.
  var isListed = false
  /// 【再掲】 stands at its end.
  var relisted = false
  /// It heads a part of what is told of the node that it names: 施策1のKPI.
  var headsPart = false
  /// The related nodes that a bracket behind the title names.
  var references: ReferenceList?
  /// Where the title stands.
  var titleSource: SourceRange

  /// Whether two labels and their numbers say that this heading is a part of another, whatever kinds the labels stand for:
  /// 分野別施策3-1 of 施策の柱3; or the document's order does, 政策1 of 基本方向1; or Markdown does, of two labels for one kind, or of a
  /// goal and its weightiest measures: #### 中施策① of ### 大施策1-1.
  func isPart(of other: Heading) -> Bool {
    guard let label, let above = other.label, label != above, let outer = other.number else { return false }
    if let number, number.hasPrefix(outer + "-") || wholes.contains(above) { return true }
    let isOfKind = labelKind == other.labelKind || labelKind == .priorityMeasure && other.labelKind == .basicGoal
    return isOfKind && other.markdownLevel > 0 && markdownLevel > other.markdownLevel
  }
}
