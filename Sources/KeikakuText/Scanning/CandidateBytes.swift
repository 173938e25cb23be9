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

  private static let begin: BlockTable<Begin> = {
    var table = BlockTable(Begin.never)
    for (begin, letters, _) in beginnings {
      for scalar in letters.unicodeScalars { table[Int(scalar.value)] = begin }
    }
    for code in 0xFF10...0xFF19 { table[code] = .always }
    return table
  }()

  /// What the first byte of a character tells.
  private enum Lead: UInt8 {
    case none, candidate
    /// The first of three bytes, of which the others tell.
    case three
  }

  private static let leads: [Lead] = {
    var table = [Lead](repeating: .none, count: 256)
    for byte in 0x30...0x39 { table[byte] = .candidate }
    table[0xF0] = .candidate
    for byte in 0xE0...0xEF { table[byte] = .three }
    return table
  }()

  /// For each character the kinds of beginning that it may follow, as bits: all but kana and kanji that are not listed.
  private static let follows: BlockTable<UInt8> = {
    var table = BlockTable<UInt8>(.max)
    for code in [0x3041...0x30FF, 0x4E00...0x9FFF].joined() { table[code] = 0 }
    for (begin, _, followers) in beginnings {
      for scalar in followers.unicodeScalars { table[Int(scalar.value)] |= 1 << begin.rawValue }
    }
    return table
  }()

  /// The first byte of the first character that may begin a mention.
  static func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    begin.withLookup { begin in
      leads.withUnsafeBufferPointer { leads in
        var index = range.lowerBound
        while index < range.upperBound {
          switch leads[Int(bytes[index])] {
          case .none: index += 1
          case .candidate: return index
          case .three:
            guard index + 2 < range.upperBound, bytes[index + 1] & bytes[index + 2] & 0x80 != 0 else {
              index += 1
              continue
            }
            let kind = begin[code(bytes, index)]
            if kind != .never, isBeginning(kind, bytes, range, index) { return index }
            index += 3
          }
        }
        return nil
      }
    }
  }

  /// Whether what stands around a character lets a mention begin with it.
  private static func isBeginning(
    _ kind: Begin, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ index: Int
  ) -> Bool {
    switch kind {
    case .never: false
    case .always: true
    case .digit where endsInSign(bytes, range.lowerBound..<index): true
    default: mayFollow(kind, bytes, index + 3..<range.upperBound)
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
