/// A tag, comment or declaration of HTML in a run of bytes.
struct HTMLTag {
  /// In lower case; empty for comments and declarations.
  var name: String
  var isClosing = false
  /// From `<` to behind `>`.
  var range: Range<Int>
  private var attributes: Range<Int>

  /// Longer runs without `>` are no tags, so that a stray `<` costs little.
  private static let longest = 4096

  /// Reads the tag that begins at `<`; nil where the bytes are none.
  init?(at start: Int, in bytes: [UInt8], to end: Int) {
    var index = start + 1
    guard index < end, bytes[start] == UInt8(ascii: "<") else { return nil }
    if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "?") {
      guard let close = Self.endOfDeclaration(at: start, in: bytes, to: end) else { return nil }
      (name, range, attributes) = ("", start..<close, close..<close)
      return
    }
    if bytes[index] == UInt8(ascii: "/") {
      isClosing = true
      index += 1
    }
    let nameStart = index
    while index < end, index - nameStart < 16, Self.isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart, index < end, !Self.isNameByte(bytes[index]) else { return nil }
    guard bytes[nameStart] > UInt8(ascii: "9") else { return nil }
    name = String(decoding: bytes[nameStart..<index].map { $0 | ((65...90).contains($0) ? 0x20 : 0) }, as: UTF8.self)
    guard let close = Self.endOfTag(from: index, in: bytes, to: min(end, index + Self.longest)) else { return nil }
    range = start..<close + 1
    attributes = index..<close
  }

  /// Tags at which a cell's text goes on in a new line.
  var breaksLine: Bool { ["br", "p", "div", "li", "tr", "td", "th"].contains(name) }

  /// The number given for an attribute, at least 1 and at most `limit`.
  func number(_ attribute: String, in bytes: [UInt8], limit: Int) -> Int {
    let text = String(decoding: bytes[attributes], as: UTF8.self).lowercased()
    guard let place = text.utf8.firstRange(ofWord: attribute) else { return 1 }
    let rest = text.utf8[place...].drop { $0 == 0x20 || $0 == 0x3D || $0 == 0x22 || $0 == 0x27 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }.prefix(6)
    return min(max(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, 1), limit)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func endOfDeclaration(at start: Int, in bytes: [UInt8], to end: Int) -> Int? {
    if bytes[start..<end].starts(with: Array("<!--".utf8)) {
      var index = start + 4
      while index + 2 < end {
        index = bytes.span.first(UInt8(ascii: "-"), from: index, to: end)
        if index + 2 < end, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == UInt8(ascii: ">") {
          return index + 3
        }
        index += 1
      }
      return nil
    }
    let close = bytes.span.first(UInt8(ascii: ">"), from: start, to: min(end, start + longest))
    return close < min(end, start + longest) ? close + 1 : nil
  }

  /// The place of `>`, passing over quoted values.
  private static func endOfTag(from start: Int, in bytes: [UInt8], to end: Int) -> Int? {
    var quote: UInt8?
    for index in start..<max(start, end) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
    }
    return nil
  }
}

extension String.UTF8View {
  /// Where the text behind a word begins; nil without the word.
  fileprivate func firstRange(ofWord word: String) -> Index? {
    var index = startIndex
    let letters = Array(word.utf8)
    while index < endIndex {
      if self[index...].starts(with: letters) { return self.index(index, offsetBy: letters.count) }
      formIndex(after: &index)
    }
    return nil
  }
}
