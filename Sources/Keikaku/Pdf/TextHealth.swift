/// Tells whether the letters that came out of a file can be text, by what letters they are.
struct TextHealth: Sendable {
  private var letters = 0
  private var readable = 0
  private var kana = 0
  private var ideographs = 0
  /// Letters that stand in no plan's running text: private use, accented Latin letters and rare ideographs between Japanese ones.
  private var strange = 0

  init(of words: some Sequence<PdfWord>) {
    for word in words {
      let isJapanese = word.wideLetters > 0
      for scalar in word.text.unicodeScalars {
        count(scalar)
        if isJapanese, Self.isStrange(scalar) { strange += 1 }
      }
    }
  }

  private static func isStrange(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA1...0xA6, 0xA8...0xAF, 0xB5...0xB6, 0xB8...0xBB, 0xBF...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x3400...0x4DBF,
      0xE000...0xF8FF:
      true
    default: false
    }
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    letters += 1
    switch scalar.value {
    case 0x3041...0x30FF: kana += 1
    case 0x4E00...0x9FFF: ideographs += 1
    case 0x20...0x7E, 0xA0...0xFF, 0x2000...0x27BF, 0x2E80...0x303F, 0x3200...0x33FF, 0x3400...0x4DBF, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x20000...0x2FFFF:
      readable += 1
      return
    default: return
    }
    readable += 1
  }

  /// A font without a map to letters gives letters of no Japanese text, or ideographs without the kana between them; a wrong
  /// map gives strange letters between the right ones.
  var isBroken: Bool {
    guard letters >= 80 else { return strange * 5 > letters && strange >= 5 }
    if strange * 100 > letters, strange >= 5 { return true }
    if readable * 10 < letters * 7 { return true }
    return ideographs > 200 && kana * 33 < ideographs
  }
}
