/// Walks over the scalars of a range of bytes, folding width as it goes; for the beginnings of lines.
///
/// Only what heads a line is read this way, a few scalars; everything else scans bytes.
struct ScalarCursor {
  private let bytes: [UInt8]
  private(set) var offset: Int
  let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset >= end }

  /// The scalar at the cursor, folded, and its length in bytes.
  func peek() -> (scalar: UInt32, width: Int)? {
    guard offset < end else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + width <= end else { return (0xFFFD, end - offset) }
    var scalar = UInt32(first) & (0x7F >> UInt32(width))
    for index in 1..<width { scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (Self.folded(scalar), width)
  }

  mutating func next() -> UInt32? {
    guard let (scalar, width) = peek() else { return nil }
    offset += width
    return scalar
  }

  /// Takes the scalar if it is the one.
  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard let (scalar, width) = peek(), scalar == wanted.value else { return false }
    offset += width
    return true
  }

  mutating func skip(_ count: Int) { offset += count }

  /// Skips blanks; true if there were any.
  @discardableResult
  mutating func skipBlanks() -> Bool {
    let start = offset
    while let width = WhiteSpace.width(at: offset, in: bytes, to: end) { offset += width }
    return offset > start
  }

  /// Full-width forms to ASCII, dashes that join numbers to the hyphen, the ideographic blank to the blank.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0: 0x20
    case 0x2010...0x2015, 0x2212: 0x2D
    default: scalar
    }
  }
}

extension UInt32 {
  /// The value of an ASCII digit.
  var digitValue: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}
