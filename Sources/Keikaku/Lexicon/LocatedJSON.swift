/// A JSON value that knows on which line it began, so that a wrong file can be refused with the place of its fault.
struct LocatedJSON: Sendable {
  indirect enum Content: Sendable {
    case object([(key: String, value: LocatedJSON)])
    case array([LocatedJSON])
    case string(String)
    /// Numbers, `true`, `false` and `null`, which no lexicon holds.
    case other
  }

  var content: Content
  /// From 1.
  var line: Int

  /// Reads a whole file.
  static func parse(_ bytes: [UInt8]) throws(LexiconError) -> LocatedJSON {
    var reader = LocatedJSONReader(bytes: bytes)
    return try reader.readAll()
  }
}

/// Walks through the bytes of a JSON text (RFC 8259), counting lines.
private struct LocatedJSONReader {
  let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var depth = 0
  private static let deepest = 32

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func readAll() throws(LexiconError) -> LocatedJSON {
    let value = try readValue()
    skipBlanks()
    guard index == bytes.count else { throw fault("text stands behind the end of the JSON value") }
    return value
  }

  private mutating func readValue() throws(LexiconError) -> LocatedJSON {
    skipBlanks()
    let start = line
    guard index < bytes.count else { throw fault("the file ends where a value must stand") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return LocatedJSON(content: .object(try readMembers()), line: start)
    case UInt8(ascii: "["): return LocatedJSON(content: .array(try readElements()), line: start)
    case UInt8(ascii: "\""): return LocatedJSON(content: .string(try readString()), line: start)
    default:
      try skipLiteral()
      return LocatedJSON(content: .other, line: start)
    }
  }

  private mutating func readMembers() throws(LexiconError) -> [(key: String, value: LocatedJSON)] {
    var members: [(key: String, value: LocatedJSON)] = []
    try open()
    while try !closes(with: UInt8(ascii: "}"), isFirst: members.isEmpty) {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw fault("a name in quotes must stand here")
      }
      let key = try readString()
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { throw fault("“:” is missing after “\(key)”") }
      index += 1
      members.append((key, try readValue()))
    }
    return members
  }

  private mutating func readElements() throws(LexiconError) -> [LocatedJSON] {
    var elements: [LocatedJSON] = []
    try open()
    while try !closes(with: UInt8(ascii: "]"), isFirst: elements.isEmpty) { elements.append(try readValue()) }
    return elements
  }

  private mutating func open() throws(LexiconError) {
    index += 1
    depth += 1
    guard depth <= Self.deepest else { throw fault("values are nested too deeply") }
  }

  /// True at the closing mark; else passes the comma that must part two members.
  private mutating func closes(with mark: UInt8, isFirst: Bool) throws(LexiconError) -> Bool {
    skipBlanks()
    guard index < bytes.count else { throw fault("the file ends before “\(Character(Unicode.Scalar(mark)))”") }
    if bytes[index] == mark {
      index += 1
      depth -= 1
      return true
    }
    guard !isFirst else { return false }
    guard bytes[index] == UInt8(ascii: ",") else {
      throw fault("“,” or “\(Character(Unicode.Scalar(mark)))” must stand here")
    }
    index += 1
    skipBlanks()
    return false
  }

  private mutating func readString() throws(LexiconError) -> String {
    var text: [UInt8] = []
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw fault("a string runs over the end of its line") }
      if bytes[index] == UInt8(ascii: "\\") {
        text += try readEscape()
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else { throw fault("a string is not closed") }
    index += 1
    guard let string = String(validating: text, as: UTF8.self) else { throw fault("a string is no valid UTF-8") }
    return string
  }

  private mutating func readEscape() throws(LexiconError) -> [UInt8] {
    index += 1
    guard index < bytes.count else { throw fault("a string is not closed") }
    defer { index += 1 }
    switch bytes[index] {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[index]]
    case UInt8(ascii: "u"):
      let digits = bytes[min(index + 1, bytes.count)..<min(index + 5, bytes.count)]
      guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw fault("“\\u” must be followed by four hexadecimal digits of a letter") }
      index += 4
      return Array(String(scalar).utf8)
    default: throw fault("an unknown escape stands in a string")
    }
  }

  private mutating func skipLiteral() throws(LexiconError) {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !",]}:[{\"".utf8.contains(bytes[index]) { index += 1 }
    guard index > start else { throw fault("a value must stand here") }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 0x20 {
      if bytes[index] == 0x0A { line += 1 }
      index += 1
    }
  }

  private func fault(_ message: String) -> LexiconError { LexiconError(line: line, message: message) }
}
