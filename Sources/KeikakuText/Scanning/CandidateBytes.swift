/// Where in a text a date or a quantity can begin at all, told from bytes alone.
enum CandidateBytes {
  private static let isPlain: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE8, 0xEF, 0xF0: false
    default: true
    }
  }

  /// Kanji that a mention can begin with without any digit: eras and numerals.
  private static let kanji: Set<Unicode.Scalar> = Set("平令昭大明一二三四五六七八九十百千〇元半ゼ過⼀⼆⼗½¼¾㍻㍼㍽㍾㋿".unicodeScalars)

  private static let isKanji: [Bool] = {
    var table = [Bool](repeating: false, count: 0x10000)
    for scalar in kanji { table[Int(scalar.value)] = true }
    for code in 0xFF10...0xFF19 { table[code] = true }
    return table
  }()

  /// The first byte of the first character that may begin a mention.
  static func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    isPlain.withUnsafeBufferPointer { isPlain in
      isKanji.withUnsafeBufferPointer { isKanji in
        var index = range.lowerBound
        while index < range.upperBound {
          let byte = bytes[index]
          if isPlain[Int(byte)] {
            index += 1
          } else if byte < 0x80 || byte == 0xF0 {
            return index
          } else {
            guard index + 2 < range.upperBound else { return nil }
            let code = Int(byte & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
            if isKanji[code] { return index }
            index += 3
          }
        }
        return nil
      }
    }
  }
}
