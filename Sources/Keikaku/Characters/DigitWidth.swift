/// Decimal digits of ASCII and of full width, by their UTF-8 bytes.
enum DigitWidth {
  /// The length in bytes of the digit at an offset, or nil.
  static func width(at index: Int, in bytes: [UInt8], to end: Int) -> Int? {
    guard index < end else { return nil }
    if (0x30...0x39).contains(bytes[index]) { return 1 }
    guard bytes[index] == 0xEF, index + 2 < end, bytes[index + 1] == 0xBC else { return nil }
    return (0x90...0x99).contains(bytes[index + 2]) ? 3 : nil
  }

  /// The length in bytes of the digit that ends before an offset, or nil.
  static func width(endingAt end: Int, in bytes: [UInt8], from start: Int) -> Int? {
    if end > start, (0x30...0x39).contains(bytes[end - 1]) { return 1 }
    return end - start > 2 && width(at: end - 3, in: bytes, to: end) == 3 ? 3 : nil
  }
}
