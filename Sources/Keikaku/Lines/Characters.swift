/// The ASCII bytes that the line layer asks for by name.
enum Ascii {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let formFeed: UInt8 = 0x0C
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let pipe = UInt8(ascii: "|")
  static let hash = UInt8(ascii: "#")
}

/// Blanks of any width, by their UTF-8 bytes.
enum WhiteSpace {
  /// The length in bytes of the blank at an offset, or nil.
  static func width(at index: Int, in bytes: [UInt8], to end: Int) -> Int? {
    guard index < end else { return nil }
    switch bytes[index] {
    case Ascii.space, Ascii.tab, 0x0B, Ascii.formFeed, Ascii.carriageReturn: return 1
    case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : nil
    case 0xE3: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : nil
    case 0xE2:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return nil }
      return (0x80...0x8B).contains(bytes[index + 2]) ? 3 : nil
    case 0xEF: return index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : nil
    default: return nil
    }
  }

  /// A range without the blanks at its end.
  static func trimmedEnd(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = range.upperBound
    while let width = width(endingAt: end, in: bytes, from: range.lowerBound) { end -= width }
    return range.lowerBound..<end
  }

  /// The length in bytes of the blank that ends before an offset, or nil.
  static func width(endingAt end: Int, in bytes: [UInt8], from start: Int) -> Int? {
    guard end > start else { return nil }
    if bytes[end - 1] < 0x80 { return bytes[end - 1] == Ascii.tab ? nil : width(at: end - 1, in: bytes, to: end) }
    for length in 2...3 where end - length >= start {
      if width(at: end - length, in: bytes, to: end) == length { return length }
    }
    return nil
  }
}

/// Marks that only ever list; ■ and ○ may also head and are judged later, with their neighbours.
enum Bullets {
  /// The length in bytes of the bullet at an offset, or nil. Dashes and ASCII marks list only with a blank behind them.
  static func width(at index: Int, in bytes: [UInt8], to end: Int) -> Int? {
    guard index < end else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return WhiteSpace.width(at: index + 1, in: bytes, to: end) == nil ? nil : 1
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < end else { return nil }
      switch mark(bytes[index], bytes[index + 1], bytes[index + 2]) {
      case .lists: return 3
      case .listsBeforeBlank: return WhiteSpace.width(at: index + 3, in: bytes, to: end) == nil ? nil : 3
      case .none: return nil
      }
    default: return nil
    }
  }

  private enum Mark {
    case lists, listsBeforeBlank, none
  }

  private static func mark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Mark {
    switch (first, second, third) {
    case (0xE3, 0x83, 0xBB), (0xEF, 0xBD, 0xA5), (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3): .lists  // ・ ･ • ‣
    case (0xE2, 0x9C, 0x93), (0xE2, 0x9C, 0x94), (0xE2, 0x9E, 0xA2), (0xE2, 0x9E, 0xA4): .lists  // ✓ ✔ ➢ ➤
    // Private-use letters that Word's symbol fonts leave behind, and ◦.
    case (0xEF, 0x82, 0xB7), (0xEF, 0x81, 0xAC), (0xEF, 0x83, 0x98), (0xE2, 0x97, 0xA6): .lists
    case (0xE2, 0x80, 0x93), (0xEF, 0xBC, 0x8D): .listsBeforeBlank  // – －
    default: .none
    }
  }
}

/// What begins a footnote: ※ ＊ * ^{※ and 注 with a bracket, a colon or a number.
enum NoteMark {
  static func stands(at index: Int, in bytes: [UInt8], to end: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "*"): return true
    case 0xE2: return matches(bytes, index, end, 0xE2, 0x80, 0xBB)
    case 0xEF:
      if matches(bytes, index, end, 0xEF, 0xBC, 0x8A) { return true }
      return matches(bytes, index, end, 0xEF, 0xBC, 0x88) && isNoteWord(bytes, index + 3, end)
    case UInt8(ascii: "("): return isNoteWord(bytes, index + 1, end)
    case UInt8(ascii: "^"): return index + 1 < end && bytes[index + 1] == UInt8(ascii: "{")
    case 0xE6: return isNoteWord(bytes, index, end) && isBehindNoteWord(bytes, index + 3, end)
    default: return false
    }
  }

  private static func matches(
    _ bytes: [UInt8], _ index: Int, _ end: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> Bool {
    index + 2 < end && bytes[index] == first && bytes[index + 1] == second && bytes[index + 2] == third
  }

  /// 注
  private static func isNoteWord(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    matches(bytes, index, end, 0xE6, 0xB3, 0xA8)
  }

  /// A bracket, a colon, a number or 釈.
  private static func isBehindNoteWord(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    if bytes[index] == UInt8(ascii: ")") || bytes[index] == UInt8(ascii: ":") || (0x30...0x39).contains(bytes[index]) {
      return true
    }
    if matches(bytes, index, end, 0xE9, 0x87, 0x88) { return true }
    guard index + 2 < end, bytes[index] == 0xEF, bytes[index + 1] == 0xBC else { return false }
    return bytes[index + 2] == 0x89 || bytes[index + 2] == 0x9A || (0x90...0x99).contains(bytes[index + 2])
  }
}
