/// Line ends that are no line feed: the carriage return of old Macs, U+2028 and U+2029 of word processors, U+0085 of mainframes.
///
/// A text whose lines end so has no line feed at all or only some, and would be one long line. CR before LF ends no line of its
/// own, however often it is doubled (CR CR LF, as a file has that was converted twice).
enum LineEnds {
  /// Where such line ends stand, ascending; empty for nearly every text, which costs a few passes at memory speed.
  static func others(in bytes: borrowing Span<UInt8>) -> [Range<Int>] {
    var found = carriageReturns(bytes)
    let count = found.count
    found += scalars(bytes, lead: 0xC2, length: 2) { $0[$1 + 1] == 0x85 }
    found += scalars(bytes, lead: 0xE2, length: 3) { $0[$1 + 1] == 0x80 && ($0[$1 + 2] == 0xA8 || $0[$1 + 2] == 0xA9) }
    return found.count == count ? found : found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The text with a line feed for each of them; nil where there are none.
  static func unified(_ text: SourceText) -> RepairedText? {
    let others = others(in: text.bytes.span)
    guard !others.isEmpty else { return nil }
    return RepairedText(
      text.bytes, edits: others.map { RepairedText.Edit(range: $0, replacement: [Ascii.lineFeed]) })
  }

  private static func carriageReturns(_ bytes: borrowing Span<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = bytes.first(Ascii.carriageReturn, from: 0, to: bytes.count)
    while index < bytes.count {
      var end = index + 1
      while end < bytes.count, bytes[end] == Ascii.carriageReturn { end += 1 }
      if end == bytes.count || bytes[end] != Ascii.lineFeed { found += (index..<end).map { $0..<$0 + 1 } }
      index = bytes.first(Ascii.carriageReturn, from: end, to: bytes.count)
    }
    return found
  }

  private static func scalars(
    _ bytes: borrowing Span<UInt8>, lead: UInt8, length: Int, _ isEnd: (borrowing Span<UInt8>, Int) -> Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = bytes.first(lead, from: 0, to: bytes.count)
    while index + length <= bytes.count {
      if isEnd(bytes, index) { found.append(index..<index + length) }
      index = bytes.first(lead, from: index + 1, to: bytes.count)
    }
    return found
  }
}
