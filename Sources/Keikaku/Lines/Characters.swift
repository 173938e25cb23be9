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
  /// Each begins an item when a text follows it; an ASCII one needs a blank behind it.
  static let marks: [(bytes: [UInt8], needsBlank: Bool)] = [
    (Array("-".utf8), true), (Array("*".utf8), true), (Array("+".utf8), true), (Array("・".utf8), false),
    (Array("･".utf8), false), (Array("•".utf8), false), (Array("‣".utf8), false), (Array("✓".utf8), false),
    (Array("✔".utf8), false), (Array("➢".utf8), false), (Array("➤".utf8), false), (Array("\u{F0B7}".utf8), false),
    (Array("\u{F06C}".utf8), false), (Array("\u{F0D8}".utf8), false), (Array("◦".utf8), false), (Array("–".utf8), true),
    (Array("－".utf8), true),
  ]

  /// The length in bytes of the bullet at an offset, or nil.
  static func width(at index: Int, in bytes: [UInt8], to end: Int) -> Int? {
    guard index < end else { return nil }
    let first = bytes[index]
    // Most lines begin with a kanji or kana letter: three bytes from E3 (other than ・) up to E9.
    if first > 0xE3, first < 0xEE { return nil }
    for mark in marks where first == mark.bytes[0] && bytes[index..<end].starts(with: mark.bytes) {
      let next = index + mark.bytes.count
      if !mark.needsBlank || WhiteSpace.width(at: next, in: bytes, to: end) != nil { return mark.bytes.count }
    }
    return nil
  }
}

/// What begins a footnote.
enum NoteMark {
  static let marks: [[UInt8]] = ["※", "＊", "*", "注)", "注）", "（注", "(注", "注:", "注：", "注1", "注１", "^{※", "注釈"].map {
    Array($0.utf8)
  }

  static func stands(at index: Int, in bytes: [UInt8], to end: Int) -> Bool {
    let first = bytes[index]
    guard first == 0xE2 || first == 0xEF || first == 0xE6 || first < 0x80 else { return false }
    return marks.contains { $0[0] == first && bytes[index..<end].starts(with: $0) }
  }
}
