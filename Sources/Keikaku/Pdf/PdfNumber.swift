/// Numbers as poppler and cairo write them, read from bytes.
enum PdfNumber {
  /// Reads a decimal at `index` and moves behind it; nil where none begins. No exponents: the writers make none that matter.
  static func read(_ bytes: [UInt8], _ index: inout Int, end: Int) -> Double? {
    bytes.withUnsafeBufferPointer { read($0, &index, end: end) }
  }

  /// The same in lent memory.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, end: Int) -> Double? {
    var negative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var mantissa: Int64 = 0
    var fraction = 0
    var digits = 0
    var sawPoint = false
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        digits += 1
        if digits <= 16 {
          mantissa = mantissa * 10 + Int64(byte - 0x30)
          if sawPoint { fraction += 1 }
        } else if !sawPoint {
          fraction -= 1
        }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    let value = Double(mantissa) * scales[max(0, min(fraction, scales.count - 1))]
    return negative ? -value : value
  }

  private static let scales: [Double] = [
    1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16,
  ]
}
