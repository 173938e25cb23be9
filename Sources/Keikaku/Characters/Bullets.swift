/// Marks that only ever list; ■ and ○ may also head and are judged later, with their neighbours.
enum Bullets {
  /// The length in bytes of the bullet at an offset, or nil.
  ///
  /// Dashes and ASCII marks list only before a blank or another bullet: printed pages lose the blank of `- ・ 団地の整備`.
  static func width(at index: Int, in bytes: [UInt8], to end: Int) -> Int? {
    guard index < end else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return WhiteSpace.width(at: index + 1, in: bytes, to: end) != nil || lists(at: index + 1, in: bytes, to: end)
        ? 1 : nil
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

  private static func lists(at index: Int, in bytes: [UInt8], to end: Int) -> Bool {
    index + 2 < end && mark(bytes[index], bytes[index + 1], bytes[index + 2]) == .lists
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
