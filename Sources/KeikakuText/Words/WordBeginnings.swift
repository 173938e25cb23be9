/// The characters that words begin with, so that at most places of a text one load tells that none stands there.
public struct WordBeginnings: Sendable {
  /// For each character of the basic plane whether any word begins with it, one bit each. Words that begin with a character
  /// of two or four bytes are marked by their first byte below.
  @usableFromInline var characters = [UInt64](repeating: 0, count: 1024)
  @usableFromInline var bytes = [Bool](repeating: false, count: 256)

  public init() {}

  /// Whether a word may begin at an offset below `limit`.
  @inlinable @inline(__always)
  public func mayBegin(in text: borrowing Span<UInt8>, at start: Int, limit: Int) -> Bool {
    let first = text[start]
    guard first >= 0xE0, first < 0xF0, start + 2 < limit else { return bytes.span[unchecked: Int(first)] }
    let character = Self.character(first, text[start + 1], text[start + 2])
    // Sixteen bits number all characters of the plane.
    return characters.span[unchecked: character >> 6] >> UInt64(character & 63) & 1 == 1
  }

  /// The number of a character of three bytes.
  @inlinable @inline(__always)
  static func character(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
  }

  mutating func insert(_ word: borrowing Span<UInt8>) {
    if word[0] >= 0xE0, word[0] < 0xF0 {
      let character = Self.character(word[0], word[1], word[2])
      characters[character >> 6] |= 1 << UInt64(character & 63)
    }
    bytes[Int(word[0])] = true
  }

  /// Takes those of other words too.
  public mutating func formUnion(_ other: WordBeginnings) {
    for index in characters.indices { characters[index] |= other.characters[index] }
    for index in bytes.indices { bytes[index] = bytes[index] || other.bytes[index] }
  }
}
