/// Judgements on how a text ends and how wide it is, by its bytes.
enum Sentences {
  private static let fullStop = Array("。".utf8)
  private static let closers: [[UInt8]] = ["」", "』", "）", ")", "”", "】"].map { Array($0.utf8) }

  /// Whether a range ends as a sentence: with 。, or with a bracket that closes behind one.
  static func ends(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while let closer = closers.first(where: { hasSuffix(bytes, range.lowerBound..<end, $0) }) { end -= closer.count }
    return hasSuffix(bytes, range.lowerBound..<end, fullStop)
  }

  static func ends(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return ends(bytes, 0..<bytes.count)
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
    guard range.count >= word.count else { return false }
    for start in range.lowerBound...range.upperBound - word.count where bytes[start] == word[0] {
      if bytes[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
