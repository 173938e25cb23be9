/// A physical unit of the document: what a reader sees as one thing before asking what it means.
///
/// The one meeting point of all inputs: text lines and PDF pages alike end as blocks, and nothing above knows which it was.
struct Block: Sendable {
  /// Indirect, so that blocks are as cheap to hand on as a reference, whatever they hold.
  indirect enum Content: Sendable {
    case heading(Heading)
    case paragraph(MappedText)
    case list([ListItem])
    case table(Table)
    /// More cells of the table above, behind text that stands among them.
    case cells
    case note(NoteBlock)
    /// A line that refers to other nodes: 関連施策：1-2、3-1.
    case references(ReferenceList)
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
  /// The bullet, where there is one.
  var mark: Unicode.Scalar?
  var text: MappedText
}

/// A footnote's text, before it is tied to what it explains.
struct NoteBlock: Sendable {
  /// ※1, *, 注2; as written, folded.
  var marker: String?
  var term: String?
  var text: MappedText
}
