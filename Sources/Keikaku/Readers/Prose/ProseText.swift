import KeikakuText

/// A paragraph folded to scalars, each with the way back to its bytes, for rules that look ahead and back.
struct ProseText {
  let mapped: MappedText
  let scalars: [Unicode.Scalar]
  /// Where a line of the source begins within the paragraph.
  let lineStarts: Set<Int>
  /// For each scalar the offset of its origin in the paragraph's text, and one more for the end.
  private let offsets: [Int]

  init(_ mapped: MappedText) {
    self.mapped = mapped
    let folded = FoldedText(mapped.text)
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in folded.text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(Int(folded.origins[offset]))
      offset += UTF8.width(scalar)
    }
    offsets.append(mapped.text.utf8.count)
    let starts = Set(mapped.pieces.dropFirst().map(\.textStart))
    lineStarts = starts.isEmpty ? [] : Set(offsets.indices.filter { starts.contains(offsets[$0]) })
    self.scalars = scalars
    self.offsets = offsets
  }

  var range: Range<Int> { 0..<scalars.count }

  /// The piece as written, without blanks around it.
  func text(_ range: Range<Int>) -> String {
    let range = trimmed(range)
    let bytes = offsets[range.lowerBound]..<offsets[range.upperBound]
    let utf8 = mapped.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: bytes.upperBound)
    return String(mapped.text[start..<end])
  }

  /// Where the piece stands.
  func source(_ range: Range<Int>) -> SourceRange {
    let range = trimmed(range)
    return mapped.source(of: offsets[range.lowerBound]..<offsets[range.upperBound])
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(start) { start += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  func isBlank(_ index: Int) -> Bool { scalars[index].properties.isWhitespace }

  func skipBlanks(_ index: Int, _ limit: Int) -> Int {
    var index = index
    while index < limit, isBlank(index) { index += 1 }
    return index
  }

  /// Whether a word stands at a place; its length.
  func match(_ words: [[Unicode.Scalar]], at index: Int, limit: Int) -> Int? {
    var best: Int?
    for word in words where index + word.count <= limit && word.count > best ?? 0 {
      if scalars[index..<index + word.count].elementsEqual(word) { best = word.count }
    }
    return best
  }

  /// The place behind the bracket that opens at `index`.
  func endOfBracket(at index: Int, limit: Int) -> Int? {
    guard index < limit, Self.opening.contains(scalars[index]) else { return nil }
    var depth = 0
    for place in index..<limit {
      if Self.opening.contains(scalars[place]) { depth += 1 }
      if Self.closing.contains(scalars[place]) { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return nil
  }

  static let opening: Set<Unicode.Scalar> = ["(", "[", "【", "〔", "（", "［"]
  static let closing: Set<Unicode.Scalar> = [")", "]", "】", "〕", "）", "］"]
  static let arrows: Set<Unicode.Scalar> = ["→", "⇒", "➡", "⇨", "➔", "⟶"]

  static func words(_ text: String) -> [[Unicode.Scalar]] {
    text.split(separator: " ").map { Array($0.unicodeScalars) }
  }
}
