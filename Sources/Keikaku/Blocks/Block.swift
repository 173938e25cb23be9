/// A physical unit of the document: what a reader sees as one thing before asking what it means.
///
/// The one meeting point of all inputs: text lines and PDF pages alike end as blocks, and nothing above knows which it was.
struct Block: Sendable {
  enum Content: Sendable {
    case heading(Heading)
    case paragraph(MappedText)
    case list([ListItem])
    case table(Table)
    case note(NoteBlock)
    /// A line of a table of contents.
    case contents(Heading)
    /// Page numbers, running heads.
    case furniture
    /// Short text that no rule took: diagram labels, garbage.
    case fragment(MappedText)
  }

  var content: Content
  var source: SourceRange
  /// Indices of the lines it covers.
  var lines: Range<Int>
}

/// A heading, taken apart into mark, label, number and title.
struct Heading: Sendable {
  /// How a number is written, which tells headings of one rank from those of another.
  enum NumberStyle: UInt8, Sendable {
    case none, chapter, section, part, roman, decimal, decimalDot, hyphenated, parenthesized, circled, kana, letter
  }

  /// The count of `#` in Markdown, else 0.
  var markdownLevel = 0
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
  /// The number is a Ⅰ that recognition may have made of a 1.
  var mayBeOne = false
  var title: String
  /// What stands below it, where the title is a group head: ■スケジュール.
  var group: GroupHead?
  /// One of several in a line: ①観光の振興／②国際観光の推進.
  var isListed = false
  /// 【再掲】 stands at its end.
  var relisted = false
  /// Where the title stands.
  var titleSource: SourceRange
}

/// An item of a list.
struct ListItem: Sendable {
  /// 0 for the outermost level.
  var depth: Int
  /// ① ② (1) a and the like before the text, in ASCII digits.
  var number: String?
  /// The ⑫ of ⑪⑫.
  var furtherNumbers: [String] = []
  var numberStyle: Heading.NumberStyle = .none
  /// How many bullets stand before it: two in `- ・ 新たな産業団地の整備`.
  var markCount = 1
  var text: MappedText
}

/// A footnote's text, before it is tied to what it explains.
struct NoteBlock: Sendable {
  /// ※1, *, 注2; as written, folded.
  var marker: String?
  var term: String?
  var text: MappedText
}
