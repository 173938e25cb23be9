import KeikakuText

/// Takes from a text what only points to a footnote or sets type: ^{※5}, ※1 at the end of a word, *Mine*.
enum NoteReferences {
  private static let reference = Array("※".utf8)
  /// A longer number behind ※ is a year, and counts no note.
  static let mostDigits = 3

  static func removed(from text: String) -> String {
    guard mayHold(text.utf8.span) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let width = referenceWidth(bytes, index) {
        index += width
      } else {
        // An asterisk around a word is Markdown's emphasis.
        if bytes[index] != UInt8(ascii: "*") { result.append(bytes[index]) }
        index += 1
      }
    }
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Hardly any text holds one of ^, * and ※.
  private static func mayHold(_ text: borrowing Span<UInt8>) -> Bool {
    let end = text.count
    if text.first(UInt8(ascii: "^"), from: 0, to: end) < end || text.first(UInt8(ascii: "*"), from: 0, to: end) < end {
      return true
    }
    var index = text.first(reference[0], from: 0, to: end)
    while index < end {
      if text.holds(reference.span, at: index) { return true }
      index = text.first(reference[0], from: index + 1, to: end)
    }
    return false
  }

  /// The length of ^{※5}, [※], ※5 or Markdown's [^5] at an offset.
  private static func referenceWidth(_ bytes: [UInt8], _ start: Int) -> Int? {
    if bytes[start...].starts(with: "[^".utf8), let close = bytes[start...].prefix(8).firstIndex(of: UInt8(ascii: "]"))
    {
      return close + 1 - start
    }
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "^") { index += 1 }
    let isBraced = index < bytes.count && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "["))
    if isBraced { index += 1 }
    guard bytes[index...].starts(with: reference) else { return nil }
    index += reference.count
    let digits = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index - digits <= mostDigits else { return nil }
    if isBraced {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]") else {
        return nil
      }
      index += 1
    }
    return index - start
  }
}
