/// Judgements on how a text ends and how wide it is, by its bytes.
enum Sentences {
  /// What ends a sentence.
  private static let stop = Array("。".utf8)

  /// The sentences of a text without what ends them; none is empty.
  static func parts(of text: some StringProtocol) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes.span.holds(stop.span, at: index) {
        if start < index { parts.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
        start = index + stop.count
      }
      index += bytes[index] & 0xF0 == 0xE0 ? 3 : 1
    }
    if start < bytes.count { parts.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return parts
  }

  /// Whether a range ends as a sentence: with 。, or with a bracket that closes behind one.
  static func ends(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { ends(bytes.span, range) }

  static func ends(_ text: String) -> Bool {
    let span = text.utf8.span
    return ends(span, 0..<span.count)
  }

  private static func ends(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while let width = closerWidth(bytes, range.lowerBound, end) { end -= width }
    return end - range.lowerBound >= 3 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x82
  }

  /// The width of a closing bracket that ends at an offset: 」 』 】 ） ” and ).
  private static func closerWidth(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    guard end > start else { return nil }
    if bytes[end - 1] == UInt8(ascii: ")") { return 1 }
    guard end - start >= 3 else { return nil }
    switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x89), (0xE2, 0x80, 0x9D): return 3
    default: return nil
    }
  }

  static func hasSuffix(_ bytes: [UInt8], _ range: Range<Int>, _ suffix: [UInt8]) -> Bool {
    guard range.count >= suffix.count else { return false }
    let start = range.upperBound - suffix.count
    for index in suffix.indices where bytes[start + index] != suffix[index] { return false }
    return true
  }

  /// The width of a range in columns: letters of three bytes and more fill two.
  static func width(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var width = 0
    for index in range {
      let byte = bytes[index]
      if byte < 0x80 { width += 1 } else if byte >= 0xE0 { width += 2 } else if byte >= 0xC0 { width += 1 }
    }
    return width
  }

  /// Whether a range holds a byte sequence.
  static func contains(_ bytes: [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    contains(bytes.span, range, word)
  }

  /// Whether a text holds a byte sequence.
  static func contains(_ text: String, _ word: [UInt8]) -> Bool {
    let span = text.utf8.span
    return contains(span, 0..<span.count, word)
  }

  private static func contains(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count >= word.count, let first = word.first else { return false }
    for start in range.lowerBound...range.upperBound - word.count where bytes[start] == first {
      var index = 1
      while index < word.count, bytes[start + index] == word[index] { index += 1 }
      if index == word.count { return true }
    }
    return false
  }
}
