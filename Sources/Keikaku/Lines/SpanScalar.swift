extension Span<UInt8> {
  /// The scalar that begins at an offset, and its length in bytes. A broken sequence gives its first byte alone.
  func scalar(at index: Int, limit: Int) -> (UInt32, Int) {
    let first = UInt32(self[index])
    // Nearly all of Japanese text has three bytes.
    if first & 0xF0 == 0xE0, index + 3 <= limit {
      return (first << 12 & 0xF000 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F), 3)
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= limit else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(self[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
