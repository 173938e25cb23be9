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

extension Unicode.Scalar {
  /// The property White_Space of Unicode, without a look into the tables of the standard library.
  var isWhiteSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
