/// Tells whether the letters that came out of a file can be text, by what letters they are.
struct TextHealth: Sendable {
  private var letters = 0
  private var readable = 0
  private var kana = 0
  private var ideographs = 0

  init(of words: some Sequence<PdfWord>) {
    for word in words { for scalar in word.text.unicodeScalars { count(scalar) } }
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

  /// A font without a map to letters gives letters of no Japanese text, or ideographs without the kana between them.
  var isBroken: Bool {
    guard letters >= 80 else { return false }
    if readable * 10 < letters * 7 { return true }
    return ideographs > 200 && kana * 33 < ideographs
  }
}
