/// Where in a text a date or a quantity can begin at all, told from bytes alone.
enum CandidateBytes {
  /// Whether a character may begin a mention without any digit.
  private enum Begin: UInt8 {
    case never, always
    /// An era of which the name's second kanji must follow, or a sign that ends the word.
    case era
    /// A kanji digit, which alone is a mention only before another, a power or a share, or behind a sign.
    case digit
    /// The first letter of ゼロ, 半数, 過半数.
    case word
  }

  private static let beginnings: [(Begin, letters: String, followers: String)] = [
    (.always, "元十百千〇⼀⼆⼗½¼¾㍻㍼㍽㍾㋿", ""),
    (.era, "明大昭平令", "治正和成元一二三四五六七八九十〇"),
    (.digit, "一二三四五六七八九", "一二三四五六七八九〇零○十百千拾万萬億兆京割分パ"),
    (.word, "ゼ半過", "ロ数分半"),
  ]

  private static let begin: [Begin] = {
    var table = [Begin](repeating: .never, count: 0x10000)
    for (begin, letters, _) in beginnings {
      for scalar in letters.unicodeScalars { table[Int(scalar.value)] = begin }
    }
    for code in 0xFF10...0xFF19 { table[code] = .always }
    return table
  }()

  /// The bytes that no character begins with that may begin a mention.
  private static let isPlain: [Bool] = {
    var table = [Bool](repeating: true, count: 256)
    for byte in 0x30...0x39 { table[byte] = false }
    table[0xF0] = false
    for code in begin.indices where begin[code] != .never { table[0xE0 | code >> 12] = false }
    return table
  }()

  /// For each character the kinds of beginning that it may follow, as bits: all but kana and kanji that are not listed.
  private static let follows: [UInt8] = {
    var table = [UInt8](repeating: .max, count: 0x10000)
    for code in [0x3041...0x30FF, 0x4E00...0x9FFF].joined() { table[code] = 0 }
    for (begin, _, followers) in beginnings {
      for scalar in followers.unicodeScalars { table[Int(scalar.value)] |= 1 << begin.rawValue }
    }
    return table
  }()

  /// The first byte of the first character that may begin a mention.
  static func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    isPlain.withUnsafeBufferPointer { isPlain in
      begin.withUnsafeBufferPointer { begin in
        var index = range.lowerBound
        while index < range.upperBound {
          let byte = bytes[index]
          if isPlain[Int(byte)] {
            index += 1
          } else if byte < 0x80 || byte == 0xF0 {
            return index
          } else {
            guard index + 2 < range.upperBound else { return nil }
            switch begin[code(bytes, index)] {
            case .never: break
            case .always: return index
            case let kind where mayFollow(kind, bytes, index + 3..<range.upperBound): return index
            case .digit where endsInSign(bytes, range.lowerBound..<index): return index
            default: break
            }
            index += 3
          }
        }
        return nil
      }
    }
  }

  /// The character of three bytes at an index.
  @inline(__always)
  private static func code(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    Int(bytes[index] & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
  }

  /// Whether what stands at the start of `rest` lets a mention go on that began so.
  private static func mayFollow(_ kind: Begin, _ bytes: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
    guard rest.count >= 3, bytes[rest.lowerBound] & 0xF0 == 0xE0 else { return true }
    return follows[code(bytes, rest.lowerBound)] & 1 << kind.rawValue != 0
  }

  /// Whether what stands at the end of `rest` may be a sign: no kana and no kanji.
  private static func endsInSign(_ bytes: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>) -> Bool {
    guard rest.count >= 3, bytes[rest.upperBound - 3] & 0xF0 == 0xE0 else { return !rest.isEmpty }
    return follows[code(bytes, rest.upperBound - 3)] == .max
  }
}
