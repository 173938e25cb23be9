/// Folds text from bytes to bytes, without a look at its letters where these are the usual ones.
///
/// What folding leaves as it is, is copied in runs: nearly all of a plan. Full-width forms and blanks become ASCII by their
/// bytes; only where another letter folds is the text taken apart.
enum FoldedBytes {
  /// Appends the folded bytes of a text in UTF-8.
  ///
  /// - Parameter isKept: which bytes of ASCII are wanted.
  @inline(__always)
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], where isKept: (UInt8) -> Bool) {
    let start = bytes.count
    if bytes.isEmpty { bytes.reserveCapacity(text.count) }
    /// Where the bytes begin that are not copied yet.
    var run = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let width = byte < 0x80 ? 1 : 3
      if byte < 0x80 ? isKept(byte) : byte &- 0xE4 <= 0xE9 - 0xE4 || isUnchanged(text, index) {
        index += width
        continue
      }
      guard let mark = byte < 0x80 ? byte : ordinary(text, index) else {
        bytes.removeSubrange(start...)
        return appendFolded(text, to: &bytes, where: isKept)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
      if isKept(mark) { bytes.append(mark) }
      index += width
      run = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
  }

  /// Whether a character of three bytes stands for itself.
  private static func isUnchanged(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard text[index] & 0xF0 == 0xE0, index + 2 < text.count else { return false }
    let (second, third) = (text[index + 1], text[index + 2])
    guard second & third & 0xC0 == 0x80, (second | third) & 0x40 == 0 else { return false }
    if text[index] == 0xE3, second == 0x81 || second == 0x83 { return true }
    let code = UInt32(text[index] & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return code >= 0x800 && !(0xD800..<0xE000).contains(code) && !ScalarFolding.shared.folds(code)
  }

  /// The one byte that a full-width form or blank folds to: U+3000, U+301C, U+FF01–FF5E.
  private static func ordinary(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
    guard index + 2 < text.count else { return nil }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE3, 0x80, 0x80): return UInt8(ascii: " ")
    case (0xE3, 0x80, 0x9C): return UInt8(ascii: "~")
    // U+FF01–FF3F are BC 81–BF and fold to 21–5F, U+FF40–FF5E are BD 80–9E and fold to 60–7E.
    case (0xEF, 0xBC, let third) where (0x81...0xBF).contains(third): return third - 0x60
    case (0xEF, 0xBD, let third) where (0x80...0x9E).contains(third): return third - 0x20
    default: return nil
    }
  }

  private static func appendFolded(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], where isKept: (UInt8) -> Bool
  ) {
    for letter in FoldedScalars(text, at: 0).letters {
      let code = letter.scalar
      if !code.isASCII || isKept(UInt8(code.value)) { bytes.append(code) }
    }
  }
}
