import KeikakuText

extension ByteBuffer {
  /// Appends a JSON string with its quotes.
  ///
  /// Beyond what JSON asks for, U+007F–009F, U+2028 and U+2029 are escaped, so that programs that cut lines there
  /// (Python's `splitlines` does) never cut a document.
  mutating func append(jsonString text: String) {
    var text = text
    text.withUTF8 { utf8 in
      append(UInt8(ascii: "\""))
      append(jsonContent: utf8)
      append(UInt8(ascii: "\""))
    }
  }

  /// Appends a JSON string, or `null`.
  @inline(__always)
  mutating func append(jsonString text: String?) {
    if let text { append(jsonString: text) } else { append("null") }
  }

  /// Appends the inside of a JSON string.
  mutating func append(jsonContent utf8: UnsafeBufferPointer<UInt8>) {
    guard let base = utf8.baseAddress else { return }
    guard JSONEscape.isSuspected(in: utf8) else { return append(base, count: utf8.count) }
    var start = 0
    var index = 0
    while index < utf8.count {
      let length = JSONEscape.length(in: utf8, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      append(base + start, count: index - start)
      append(escapeOf: utf8, at: index, length: length)
      index += length
      start = index
    }
    append(base + start, count: index - start)
  }

  private mutating func append(escapeOf utf8: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
    switch (length, utf8[index]) {
    case (1, UInt8(ascii: "\"")): append("\\\"")
    case (1, UInt8(ascii: "\\")): append("\\\\")
    case (1, UInt8(ascii: "\n")): append("\\n")
    case (1, UInt8(ascii: "\t")): append("\\t")
    case (1, UInt8(ascii: "\r")): append("\\r")
    case (1, let byte): append(unicodeEscape: UInt32(byte))
    case (2, _): append(unicodeEscape: UInt32(utf8[index + 1]))
    default: append(unicodeEscape: 0x2000 | UInt32(utf8[index + 2] & 0x3F))
    }
  }

  private mutating func append(unicodeEscape value: UInt32) {
    append("\\u")
    for shift in [UInt32(12), 8, 4, 0] { append(JSONEscape.hexadecimal(value >> shift & 15)) }
  }

  /// Appends an exact decimal in plain notation, which is a JSON number.
  mutating func append(decimal: ExactDecimal) {
    guard decimal.exponent == 0, let whole = Int(exactly: decimal.significand) else {
      return append(text: decimal.description)
    }
    append(number: whole)
  }

  /// Appends a number, or `null`.
  @inline(__always)
  mutating func append(decimal: ExactDecimal?) {
    if let decimal { append(decimal: decimal) } else { append("null") }
  }

  /// Appends a number, or `null`.
  @inline(__always)
  mutating func append(number: Int?) {
    if let number { append(number: number) } else { append("null") }
  }

  /// Appends a length in points with at most two decimals.
  mutating func append(points: Double) { append(decimal: ExactDecimal(points: points)) }

  /// Appends `YYYY-MM-DD`.
  mutating func append(day: CalendarDay) {
    for limit in [1000, 100, 10] where day.year < limit { append(UInt8(ascii: "0")) }
    append(number: day.year)
    append(day.month < 10 ? "-0" : "-")
    append(number: day.month)
    append(day.day < 10 ? "-0" : "-")
    append(number: day.day)
  }
}

/// Which bytes of a JSON string are written as escapes.
enum JSONEscape {
  /// Whether any byte might have to be escaped: sixteen at a time, of which the last overlap those before.
  static func isSuspected(in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(utf8)
    guard bytes.count >= 16 else { return bytes.contains(where: isSuspicious) }
    var suspicion = SIMDMask<SIMD16<Int8>>(repeating: false)
    var index = 0
    while index + 16 <= bytes.count {
      suspicion .|= areSuspicious(bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
      index += 16
    }
    if index < bytes.count {
      suspicion .|= areSuspicious(bytes.loadUnaligned(fromByteOffset: bytes.count - 16, as: SIMD16<UInt8>.self))
    }
    return any(suspicion)
  }

  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }

  @inline(__always)
  private static func areSuspicious(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (bytes .< SIMD16(repeating: 0x20)) .| (bytes .== SIMD16(repeating: 0x22)) .| (bytes .== SIMD16(repeating: 0x5C))
      .| (bytes .== SIMD16(repeating: 0x7F)) .| (bytes .== SIMD16(repeating: 0xC2))
      .| (bytes .== SIMD16(repeating: 0xE2))
  }

  /// The length in bytes of the character at `index` if it must be escaped, else 0.
  @inline(__always)
  static func length(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = utf8[index]
    if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return 1 }
    if byte == 0xC2, index + 1 < utf8.count, utf8[index + 1] < 0xA0 { return 2 }
    if byte == 0xE2, index + 2 < utf8.count, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 { return 3 }
    return 0
  }

  static func hexadecimal(_ digit: UInt32) -> UInt8 {
    UInt8(digit) + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
  }
}
