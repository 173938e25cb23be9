/// A text joined from pieces of the source, and the way back.
///
/// A paragraph wrapped over three lines is one text to its readers; each of its bytes still knows where it came from.
struct MappedText: Sendable {
  struct Piece: Sendable {
    /// Offset of the piece's first byte in `text`.
    var textStart: Int
    /// Offset of the piece's first byte in the source.
    var sourceStart: Int
  }

  private(set) var text: String
  private(set) var pieces: [Piece]
  private(set) var source: SourceRange

  /// One piece: the text stands in the source as it is.
  init(text: String, source: SourceRange) {
    self.text = text
    self.source = source
    pieces = [Piece(textStart: 0, sourceStart: Int(source.start))]
  }

  /// Adds a piece of the source, after `separator` where the script wants one.
  mutating func append(_ more: String, source moreSource: SourceRange, separator: String = "") {
    text += separator
    pieces.append(Piece(textStart: text.utf8.count, sourceStart: Int(moreSource.start)))
    text += more
    source = source.joined(with: moreSource)
  }

  /// The text of each piece: the lines of a paragraph.
  var lines: [String] {
    let bytes = Array(text.utf8)
    let ends = pieces.dropFirst().map(\.textStart) + [bytes.count]
    return zip(pieces, ends).map { String(decoding: bytes[$0.textStart..<$1], as: UTF8.self) }
  }

  /// Where a range of the text's bytes stands in the source.
  func source(of range: Range<Int>) -> SourceRange {
    guard !range.isEmpty else { return SourceRange(offset(range.lowerBound)..<offset(range.lowerBound)) }
    return SourceRange(offset(range.lowerBound)..<offset(range.upperBound - 1) + 1)
  }

  private func offset(_ textOffset: Int) -> Int {
    var piece = pieces[0]
    for next in pieces.dropFirst() where next.textStart <= textOffset { piece = next }
    return piece.sourceStart + textOffset - piece.textStart
  }
}
