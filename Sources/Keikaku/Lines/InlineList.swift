/// A line that names what it lists and lists it: ★主な事業　直売所連携事業／輸出支援事業, 主な取組：研修、交流会,
/// ＜主な事業＞ 直売所連携事業, （主な事業）創業塾、商店街の催し, 取組例　・樹園地の貸し借り　・農業研修.
struct InlineList: Sendable {
  /// What the word at the beginning says of the parts.
  var head: GroupHead
  /// The bytes of each part.
  var parts: [Range<Int>]

  /// The longest word at the beginning, in bytes.
  private static let longestHead = 45

  /// Nil where no head of actions stands in brackets, or before a blank or colon, there with only one part behind it.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, groups: GroupHeadReader) -> InlineList? {
    if let (scalar, _) = ScalarCursor(bytes, range).peek() {
      let close = scalar == roundBracket.open ? roundBracket.close : HeadingMarks.brackets[scalar]
      if let close { return bracketed(bytes, range, closedBy: close, groups) }
    }
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek(), scalar != 0x20, scalar != 0x3A {
      cursor.skip(width)
      if cursor.offset - range.lowerBound > longestHead { return nil }
    }
    let end = cursor.offset
    while let (scalar, width) = cursor.peek(), scalar == 0x20 || scalar == 0x3A { cursor.skip(width) }
    let rest = cursor.offset..<range.upperBound
    guard end > range.lowerBound, !rest.isEmpty, !Sentences.ends(bytes, rest) else { return nil }
    let parts = parts(bytes, rest)
    guard parts.count > 1 || beginsWithDot(bytes, rest), !holdValue(parts, bytes),
      let head = groups.read(bytes, range.lowerBound..<end),
      head.status != nil
    else { return nil }
    return InlineList(head: head, parts: parts)
  }

  private static func bracketed(
    _ bytes: [UInt8], _ range: Range<Int>, closedBy close: UInt32, _ groups: GroupHeadReader
  ) -> InlineList? {
    var cursor = ScalarCursor(bytes, range)
    cursor.skip(cursor.peek()?.width ?? 0)
    let start = cursor.offset
    while let (scalar, width) = cursor.peek(), scalar != close {
      cursor.skip(width)
      if cursor.offset - start > longestHead { return nil }
    }
    let end = cursor.offset
    cursor.skip(cursor.peek()?.width ?? 0)
    cursor.skipBlanks()
    let rest = cursor.offset..<range.upperBound
    guard !rest.isEmpty, !Sentences.ends(bytes, rest), let head = groups.read(bytes, start..<end), head.status != nil
    else { return nil }
    return InlineList(head: head, parts: parts(bytes, rest))
  }

  /// 実績　5件、6件 lists figures.
  private static func holdValue(_ parts: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    parts.contains { ValueLook.isValue(String(decoding: bytes[$0], as: UTF8.self)) }
  }

  private static let roundBracket: (open: UInt32, close: UInt32) = (0x28, 0x29)
  private static let dot = Array("・".utf8)

  private static func beginsWithDot(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].starts(with: dot)
  }

  /// What stands behind ・, between slashes, or else between commas.
  private static func parts(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    if beginsWithDot(bytes, range) {
      let first = range.lowerBound + dot.count..<range.upperBound
      return SideBySideItems(bytes: bytes).marked("・", in: first).map(\.range)
    }
    let bySlash = split(bytes, range, at: 0x2F)
    return bySlash.count > 1 ? bySlash : split(bytes, range, at: 0x3001)
  }

  private static func split(_ bytes: [UInt8], _ range: Range<Int>, at separator: UInt32) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek() {
      if scalar == separator {
        parts.append(start..<cursor.offset)
        start = cursor.offset + width
      }
      cursor.skip(width)
    }
    parts.append(start..<range.upperBound)
    return parts.map { WhiteSpace.trimmedEnd($0, in: bytes) }.filter { !$0.isEmpty }
  }
}
