/// Reads UTF-16 and UTF-32, a lone surrogate or an impossible number becoming U+FFFD.
struct WideTextDecoder {
  private let bytes: ArraySlice<UInt8>
  private let encoding: TextEncoding
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>, encoding: TextEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    index = bytes.startIndex
  }

  /// The next scalar with the offset of its first byte; a nil scalar where the bytes are none.
  mutating func next() -> (scalar: Unicode.Scalar?, offset: Int)? {
    guard index < bytes.endIndex else { return nil }
    let start = index
    guard let first = unit() else {
      index = bytes.endIndex
      return (nil, start)
    }
    guard unitSize == 2, (0xD800...0xDBFF).contains(first) else { return (Unicode.Scalar(first), start) }
    let afterFirst = index
    guard let second = unit(), (0xDC00...0xDFFF).contains(second) else {
      index = afterFirst
      return (nil, start)
    }
    return (Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)), start)
  }

  private var unitSize: Int { encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 4 }

  private mutating func unit() -> UInt32? {
    let size = unitSize
    guard index + size <= bytes.endIndex else { return nil }
    defer { index += size }
    let bigEndian = encoding == .utf16BigEndian || encoding == .utf32BigEndian
    var value: UInt32 = 0
    for place in 0..<size {
      value = value << 8 | UInt32(bytes[bigEndian ? index + place : index + size - 1 - place])
    }
    return value
  }

  /// The share of letters, from 0 to 1, that a Japanese text would hold: ASCII text, kana, kanji, full-width forms.
  static func plausibleShare(of bytes: ArraySlice<UInt8>, encoding: TextEncoding) -> Double {
    var decoder = WideTextDecoder(bytes, encoding: encoding)
    var plausible = 0
    var total = 0
    while let (scalar, _) = decoder.next() {
      total += 1
      if let scalar, isPlausible(scalar.value) { plausible += 1 }
    }
    return total == 0 ? 0 : Double(plausible) / Double(total)
  }

  private static func isPlausible(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2010...0x27BF, 0x3000...0x33FF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xFF00...0xFFEF, 0xFEFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
