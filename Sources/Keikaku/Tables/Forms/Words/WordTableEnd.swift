import KeikakuText

/// Tells lines that end a table of words.
struct WordTableEnd {
  private let bytes: [UInt8]
  private let headings: HeadingReader
  private let groups: GroupHeadReader

  init(_ rows: TextLines, lexicon: Lexicon) {
    bytes = rows.text.bytes
    headings = HeadingReader(rows.text.bytes, lexicon: lexicon)
    groups = GroupHeadReader(lexicon: lexicon)
  }

  /// A heading, a note, or a head such as 主な取組: none of them goes on with a cell.
  func begins(_ content: Range<Int>) -> Bool {
    let candidate = headings.read(content)
    if candidate.number != nil || candidate.mark != nil || groups.read(bytes, content) != nil { return true }
    return NoteMark.stands(at: content.lowerBound, in: bytes, to: content.upperBound)
      || Bullets.width(at: content.lowerBound, in: bytes, to: content.upperBound) != nil
  }
}
