/// How much a run of bytes looks like Japanese text when read in one of the multi-byte encodings.
///
/// Kana and the kanji of JIS level 1 make up nearly all of a plan; the wrong reading yields rare kanji, half-width
/// katakana and impossible bytes.
struct EncodingScore: Equatable {
  var kana = 0
  var kanji = 0
  /// Half-width katakana and other single high bytes.
  var single = 0
  var invalid = 0
  var other = 0

  var value: Int { kana * 3 + kanji * 2 - single - other - invalid * 12 }

  /// Classes of a character that a lead byte begins.
  private enum Sort { case kana, kanji, other, single, invalid }

  private mutating func add(_ sort: Sort) {
    switch sort {
    case .kana: kana += 1
    case .kanji: kanji += 1
    case .other: other += 1
    case .single: single += 1
    case .invalid: invalid += 1
    }
  }

  static func shiftJIS(_ bytes: ArraySlice<UInt8>) -> EncodingScore {
    score(bytes) { lead, second, _ in
      switch lead {
      case 0xA1...0xDF: return (.single, 1)
      case 0x81...0x9F, 0xE0...0xFC: break
      default: return (.invalid, 1)
      }
      guard (0x40...0xFC).contains(second), second != 0x7F else { return (.invalid, 1) }
      switch lead {
      case 0x82: return ((0x4F...0xF1).contains(second) ? .kana : .other, 2)
      case 0x81, 0x83: return (second <= 0xAC ? .kana : .other, 2)
      case 0x88...0x97: return (.kanji, 2)
      case 0x98: return (second <= 0x72 ? .kanji : .other, 2)
      default: return (.other, 2)
      }
    }
  }

  static func eucJP(_ bytes: ArraySlice<UInt8>) -> EncodingScore {
    score(bytes) { lead, second, third in
      switch lead {
      case 0x8E: return (0xA1...0xDF).contains(second) ? (.single, 2) : (.invalid, 1)
      case 0x8F: return second >= 0xA1 && third >= 0xA1 && third < 0xFF ? (.other, 3) : (.invalid, 1)
      case 0xA1...0xFE: break
      default: return (.invalid, 1)
      }
      guard (0xA1...0xFE).contains(second) else { return (.invalid, 1) }
      switch lead {
      case 0xA1, 0xA3, 0xA4, 0xA5: return (.kana, 2)
      case 0xB0...0xCF: return (.kanji, 2)
      default: return (.other, 2)
      }
    }
  }

  static func utf8(_ bytes: ArraySlice<UInt8>) -> EncodingScore {
    score(bytes) { lead, second, third in
      func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
      switch lead {
      case 0xC2...0xDF: return continues(second) ? (.other, 2) : (.invalid, 1)
      case 0xE3 where (0x80...0x83).contains(second) && continues(third): return (.kana, 3)
      case 0xE4...0xE9 where continues(second) && continues(third): return (.kanji, 3)
      case 0xE0...0xEF: return continues(second) && continues(third) ? (.other, 3) : (.invalid, 1)
      case 0xF0...0xF4: return continues(second) && continues(third) ? (.other, 4) : (.invalid, 1)
      default: return (.invalid, 1)
      }
    }
  }

  private static func score(
    _ bytes: ArraySlice<UInt8>, classify: (UInt8, UInt8, UInt8) -> (sort: Sort, length: Int)
  ) -> EncodingScore {
    var result = EncodingScore()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      let second = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      let third = index + 2 < bytes.endIndex ? bytes[index + 2] : 0
      // The sample may cut its last character.
      if index + 2 >= bytes.endIndex { break }
      let (sort, length) = classify(lead, second, third)
      result.add(sort)
      index += length
    }
    return result
  }
}
