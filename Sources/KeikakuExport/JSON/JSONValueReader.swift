import KeikakuText

/// Walks through the bytes of a JSON text.
struct JSONValueReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private static let deepest = 128

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func readAll() throws(JSONError) -> JSONValue {
    let value = try readValue()
    skipBlanks()
    guard index == bytes.count else { throw fault("text behind the end of the value") }
    return value
  }

  private mutating func readValue() throws(JSONError) -> JSONValue {
    skipBlanks()
    guard index < bytes.count else { throw fault("the text ends where a value must stand") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return .object(try readMembers())
    case UInt8(ascii: "["): return .array(try readElements())
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
    default: return try readWord()
    }
  }

  private mutating func readWord() throws(JSONError) -> JSONValue {
    for (word, value) in [("null", JSONValue.null), ("true", .boolean(true)), ("false", .boolean(false))]
    where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return value
    }
    throw fault("no value")
  }

  private mutating func readMembers() throws(JSONError) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    var isFirst = true
    try open()
    while try !closes(with: UInt8(ascii: "}"), isFirst: isFirst) {
      isFirst = false
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw fault("no name of a member") }
      let name = try readString()
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw fault("no “:” behind a name") }
      index += 1
      members[name] = try readValue()
    }
    return members
  }

  private mutating func readElements() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try open()
    while try !closes(with: UInt8(ascii: "]"), isFirst: elements.isEmpty) { elements.append(try readValue()) }
    return elements
  }

  private mutating func open() throws(JSONError) {
    index += 1
    depth += 1
    guard depth <= Self.deepest else { throw fault("values are nested too deeply") }
  }

  /// True at the closing mark; else passes the comma that must part two members.
  private mutating func closes(with mark: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
    skipBlanks()
    guard index < bytes.count else { throw fault("the text ends inside a value") }
    if bytes[index] == mark {
      index += 1
      depth -= 1
      return true
    }
    guard !isFirst else { return false }
    guard bytes[index] == UInt8(ascii: ",") else { throw fault("no “,” between two values") }
    index += 1
    skipBlanks()
    return false
  }

  // MARK: Numbers

  private mutating func readNumber() throws(JSONError) -> ExactDecimal {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var digits = Digits()
    guard take(&digits) > 0 else { throw fault("a number without digits") }
    var exponent = 0
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      exponent = -take(&digits)
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") { exponent += try readExponent() }
    guard !digits.overflows,
      let number = ExactDecimal.exactly(significand: isNegative ? -digits.value : digits.value, exponent: exponent)
    else { throw fault("a number too long to be held") }
    return number
  }

  private struct Digits {
    var value: Int128 = 0
    var overflows = false
  }

  /// Takes the digits that follow and tells how many.
  private mutating func take(_ digits: inout Digits) -> Int {
    let start = index
    while index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 {
      let (product, tooLarge) = digits.value.multipliedReportingOverflow(by: 10)
      let (sum, tooLargeSum) = product.addingReportingOverflow(Int128(digit))
      digits.overflows = digits.overflows || tooLarge || tooLargeSum
      digits.value = sum
      index += 1
    }
    return index - start
  }

  private mutating func readExponent() throws(JSONError) -> Int {
    index += 1
    var sign = 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
      index += 1
    }
    var digits = Digits()
    guard take(&digits) > 0, !digits.overflows, let exponent = Int(exactly: digits.value), exponent < 1000 else {
      throw fault("an exponent without digits or too large")
    }
    return sign * exponent
  }

  // MARK: Texts

  private mutating func readString() throws(JSONError) -> String {
    index += 1
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw fault("a control character in a text") }
      if bytes[index] == UInt8(ascii: "\\") {
        text += String(try readEscape()).utf8
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else { throw fault("a text is not closed") }
    index += 1
    guard let string = String(validating: text, as: UTF8.self) else { throw fault("a text is no valid UTF-8") }
    return string
  }

  private mutating func readEscape() throws(JSONError) -> Unicode.Scalar {
    let escape = index + 1 < bytes.count ? bytes[index + 1] : 0
    index += 2
    switch escape {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(escape)
    case UInt8(ascii: "u"): return try readUnicodeEscape()
    default: throw fault("an unknown escape")
    }
  }

  /// The scalar of `\uXXXX`, two of which are a surrogate pair; half a pair is U+FFFD.
  private mutating func readUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try readHexadecimal()
    guard (0xD800..<0xDC00).contains(first), bytes[index...].starts(with: [0x5C, 0x75]) else {
      return Unicode.Scalar(first) ?? "\u{FFFD}"
    }
    index += 2
    let second = try readHexadecimal()
    guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
  }

  private mutating func readHexadecimal() throws(JSONError) -> UInt32 {
    let digits = bytes[index..<min(index + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("“\\u” without four hexadecimal digits") }
    index += 4
    return value
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private func fault(_ problem: String) -> JSONError { JSONError(byte: min(index, bytes.count), problem: problem) }
}
