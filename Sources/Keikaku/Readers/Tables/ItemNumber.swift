import KeikakuText

/// Numbers before titles in cells, and cells that hold several numbered items.
enum ItemNumber {
  /// The number at the beginning of a text and what follows: 1-2-1 秋吉台… gives 1-2-1.
  static func prefix(of text: String) -> (number: String, rest: String)? {
    let folded = FoldedText(text)
    guard let end = end(of: folded.bytes, at: 0) else { return nil }
    let number = String(decoding: folded.bytes[..<end], as: UTF8.self)
    let origin = folded.original(0..<end).upperBound
    let rest = String(decoding: Array(text.utf8)[origin...], as: UTF8.self)
    return (number, UnitBracket.trimmed(Substring(rest)))
  }

  /// One item for each number of the form 1-2 or 1-2-1, circled number, or label with a number, that stands at the beginning or after a
  /// blank; the whole text where it holds none or one.
  static func items(in label: MappedLabel) -> [MappedLabel] {
    let bytes = Array(label.text.utf8)
    let starts = bytes.indices.filter { index in
      index == 0 ? beginsItem(bytes, at: 0) : isBlank(bytes, before: index) && beginsItem(bytes, at: index)
    }
    guard starts.count > 1 else { return [label] }
    let bounds = (starts[0] == 0 ? starts : [0] + starts) + [bytes.count]
    return zip(bounds, bounds.dropFirst()).map { start, end in
      let piece = UnitBracket.trimmed(Substring(String(decoding: bytes[start..<end], as: UTF8.self)))
      let from = label.source.start + UInt32(start)
      return MappedLabel(
        text: piece, source: SourceRange(start: from, end: min(from + UInt32(end - start), label.source.end)))
    }
  }

  /// A blank of either width.
  private static func isBlank(_ bytes: [UInt8], before index: Int) -> Bool {
    bytes[index - 1] == 0x20 || index >= 3 && bytes[index - 3..<index].elementsEqual([0xE3, 0x80, 0x80])
  }

  /// 1-2-1 and its like, a circled number, or a word that ends in a number: 重要戦略2.
  private static func beginsItem(_ bytes: [UInt8], at index: Int) -> Bool {
    if Numbering.circledValue(bytes.span.scalar(at: index, limit: bytes.count).0) != nil { return true }
    if let end = end(of: bytes, at: index) { return bytes[index..<end].contains(0x2D) }
    let span = bytes.span
    guard let word = labels.longestMatch(in: span, at: index, limit: bytes.count) else { return false }
    let next = index + word.length
    return next < bytes.count && (0x30...0x39).contains(bytes[next])
  }

  private static let labels = WordTrie(HeadingLabels.words)

  /// The title of an action behind ①, (1) or 1. as lists count; 1-2-1 belongs to it.
  static func uncounted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let numbering = Numbering.read(bytes, 0..<bytes.count),
      [.circled, .parenthesized, .decimalDot].contains(numbering.style), numbering.end < bytes.count
    else { return text }
    return UnitBracket.trimmed(Substring(String(decoding: bytes[numbering.end...], as: UTF8.self)))
  }

  /// Where a number of digits joined by hyphens ends, with a blank or the title after it.
  private static func end(of bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    var end: Int?
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      end = index
      guard index < bytes.count, bytes[index] == 0x2D else { break }
      index += 1
    }
    return end
  }
}
