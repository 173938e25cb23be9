import KeikakuText

/// A paragraph folded to scalars, each with the way back to its bytes, for rules that look ahead and back.
///
/// One reference, so that the rules which each hold it are cheap to make.
final class ProseText {
  let mapped: MappedText
  let scalars: [Unicode.Scalar]
  /// Where a line of the source begins within the paragraph.
  let lineStarts: Set<Int>
  /// For each scalar the offset of its origin in the paragraph's text, and one more for the end.
  private let offsets: [Int]

  init(_ mapped: MappedText) {
    self.mapped = mapped
    (scalars, offsets) = FoldedText.scalars(of: mapped.text)
    let starts = Set(mapped.pieces.dropFirst().map(\.textStart))
    let offsets = offsets
    lineStarts = starts.isEmpty ? [] : Set(offsets.indices.filter { starts.contains(offsets[$0]) })
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

  func isBlank(_ index: Int) -> Bool { scalars[index].isWhiteSpace }

  func skipBlanks(_ index: Int, _ limit: Int) -> Int {
    var index = index
    while index < limit, isBlank(index) { index += 1 }
    return index
  }

  /// The pieces of a range between the letters that part them.
  func parts(of range: Range<Int>, at parts: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where parts(scalars[index]) {
      result.append(start..<index)
      start = index + 1
    }
    return result + [start..<range.upperBound]
  }

  /// Whether a word stands at a place; the length of the longest.
  func match(_ words: ProseWords, at index: Int, limit: Int) -> Int? {
    guard index < limit, words.mayBegin(with: scalars[index]) else { return nil }
    return words.longestMatch(in: scalars, at: index, limit: limit)
  }

  /// The place behind the bracket that opens at `index`.
  func endOfBracket(at index: Int, limit: Int) -> Int? {
    guard index < limit, Self.isOpening(scalars[index]) else { return nil }
    var depth = 0
    for place in index..<limit {
      if Self.isOpening(scalars[place]) { depth += 1 }
      if Self.isClosing(scalars[place]) { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return nil
  }

  /// Where the bracket opens that closes at `index`.
  func startOfBracket(closingAt index: Int, from start: Int) -> Int? {
    guard Self.isClosing(scalars[index]) else { return nil }
    return (start..<index).last { endOfBracket(at: $0, limit: index + 1) == index + 1 }
  }

  static func isOpening(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "(", "[", "【", "〔", "（", "［": true
    default: false
    }
  }

  static func isClosing(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case ")", "]", "】", "〕", "）", "］": true
    default: false
    }
  }

  static func isArrow(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "→", "⇒", "➡", "⇨", "➔", "⟶": true
    default: false
    }
  }
}
