/// Shadow text that came out as lines of its own, whole or broken off.
///
///     高校の入学者数４０
///     高校の入学者数４０人（
///     ４０人（2014年度）
///
/// A line goes where the next begins with all of it and it breaks off where no text ends, or where both are one heading, be
/// blank lines between them.
/// The end of a broken-off line goes where the next line begins with it again.
enum ShadowLineRepair {
  private static let fewestLetters = 4

  static func find(_ findings: inout RepairFindings) {
    let lines = findings.rows
    let bytes = findings.text.bytes
    for line in 0..<max(0, lines.count - 1) {
      let first = lines.content(line)
      let second = lines.content(line + 1)
      guard first.count >= 9, first.count <= 600 else { continue }
      if second.isEmpty { findAcrossBlanks(first, line, &findings) }
      guard second.count >= 6 else { continue }
      if begins(second, with: first, in: bytes) {
        guard
          first.count == second.count
            ? Letters.beginHeading(first, in: bytes) : breaksOff(first, before: second, in: bytes)
        else { continue }
        remove(first.lowerBound..<second.lowerBound, &findings)
      } else if isOpen(first, in: bytes), let overlap = overlap(first, second, in: bytes) {
        remove(first.upperBound - overlap..<second.lowerBound, &findings)
      }
    }
  }

  /// So many blank lines may stand between a heading and its shadow.
  private static let mostBlanks = 2

  /// A heading that is written again below a blank line, word for word.
  private static func findAcrossBlanks(_ first: Range<Int>, _ line: Int, _ findings: inout RepairFindings) {
    let lines = findings.rows
    let bytes = findings.text.bytes
    let below = (line + 1..<min(lines.count, line + 2 + mostBlanks)).first { !lines.isBlank($0) }
    guard let below, !(line + 1...below).contains(where: lines.beginsPage) else { return }
    let second = lines.content(below)
    guard second.count == first.count, begins(second, with: first, in: bytes), Letters.beginHeading(first, in: bytes)
    else { return }
    remove(first.lowerBound..<second.lowerBound, &findings)
  }

  private static func remove(_ range: Range<Int>, _ findings: inout RepairFindings) {
    findings.add([RepairedText.Edit(range: range)])
    findings.report(.textShadow, "A line that the next line repeats was read once.", at: range)
  }

  private static func begins(_ second: Range<Int>, with first: Range<Int>, in bytes: [UInt8]) -> Bool {
    second.count >= first.count && bytes[first.lowerBound] == bytes[second.lowerBound]
      && bytes.span.isEqual(first.lowerBound, second.lowerBound, length: first.count)
      && Letters.japaneseCount(first, in: bytes) >= fewestLetters
  }

  /// The first line ends within a figure or a bracket that the second completes.
  private static func breaksOff(_ first: Range<Int>, before second: Range<Int>, in bytes: [UInt8]) -> Bool {
    isOpen(first, in: bytes) && second.count > first.count
  }

  /// Ends with a digit or an opening bracket.
  private static func isOpen(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let last = bytes[range.upperBound - 1]
    if (0x30...0x39).contains(last) || last == UInt8(ascii: "(") { return true }
    guard range.count >= 3, bytes[range.upperBound - 3] == 0xEF, bytes[range.upperBound - 2] == 0xBC else {
      return false
    }
    return (0x90...0x99).contains(last) || last == 0x88
  }

  /// The length of the longest end of the first line with which the second begins; at least three letters.
  private static func overlap(_ first: Range<Int>, _ second: Range<Int>, in bytes: [UInt8]) -> Int? {
    let span = bytes.span
    var length = min(first.count - 1, second.count, 120)
    while length >= 9 {
      let start = first.upperBound - length
      if bytes[start] == bytes[second.lowerBound], bytes[start] & 0xC0 != 0x80,
        span.isEqual(start, second.lowerBound, length: length), holdsUnitOrBracket(start..<first.upperBound, in: bytes)
      {
        return length
      }
      length -= 1
    }
    return nil
  }

  private static func holdsUnitOrBracket(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    Letters.japaneseCount(range, in: bytes) > 0
  }
}
