/// Markdown's marks for bold within a line, and those of quoted lines: **現状** 85人, > - 栽培面積：24ha.
///
/// They say how a text looks and stand between its words. A line that is bold as a whole and the cells of a pipe table are
/// left to their readers. ** behind a value and at the head of a note is a footnote's mark and has no partner in its line.
enum MarkdownMarks {
  private static let quote = UInt8(ascii: ">")

  static func find(_ findings: inout RepairFindings) {
    findBold(UInt8(ascii: "*"), &findings)
    findBold(UInt8(ascii: "_"), &findings)
    findQuotes(&findings)
  }

  // MARK: Bold

  private static func findBold(_ mark: UInt8, _ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    let span = bytes.span
    var index = span.first(mark, from: 0, to: span.count)
    while index < span.count {
      let line = line(around: index, in: bytes)
      findings.add(
        bold(mark, in: line, of: bytes).flatMap { pair in
          [pair.lowerBound..<pair.lowerBound + 2, pair.upperBound - 2..<pair.upperBound].map {
            RepairedText.Edit(range: $0)
          }
        })
      index = span.first(mark, from: max(line.upperBound, index + 1), to: span.count)
    }
  }

  private static func line(around index: Int, in bytes: [UInt8]) -> Range<Int> {
    var start = index
    while start > 0, bytes[start - 1] != Ascii.lineFeed { start -= 1 }
    let end = bytes.span.first(Ascii.lineFeed, from: index, to: bytes.count)
    return TextLines.trimmed(start..<end, in: bytes)
  }

  /// The stretches of a line between two marks, with these.
  private static func bold(_ mark: UInt8, in line: Range<Int>, of bytes: [UInt8]) -> [Range<Int>] {
    guard let first = line.first, bytes[first] != Ascii.pipe else { return [] }
    var pairs: [Range<Int>] = []
    var open: Int?
    var index = first
    while index + 1 < line.upperBound {
      guard isMark(mark, at: index, in: line, of: bytes) else {
        if bytes[index] == Ascii.tab { open = nil }
        index += 1
        continue
      }
      if let start = open, !isBlank(before: index, in: line, of: bytes) {
        pairs.append(start..<index + 2)
        open = nil
      } else {
        open = isBlank(behind: index + 2, in: line, of: bytes) ? nil : index
      }
      index += 2
    }
    return pairs == [line] ? [] : pairs
  }

  /// Two of a mark and no third beside them.
  private static func isMark(_ mark: UInt8, at index: Int, in line: Range<Int>, of bytes: [UInt8]) -> Bool {
    bytes[index] == mark && bytes[index + 1] == mark
      && (index == line.lowerBound || bytes[index - 1] != mark && bytes[index - 1] != UInt8(ascii: "\\"))
      && (index + 2 == line.upperBound || bytes[index + 2] != mark)
  }

  private static func isBlank(behind index: Int, in line: Range<Int>, of bytes: [UInt8]) -> Bool {
    index >= line.upperBound || bytes[index] == Ascii.tab
      || WhiteSpace.width(at: index, in: bytes, to: line.upperBound) != nil
  }

  private static func isBlank(before index: Int, in line: Range<Int>, of bytes: [UInt8]) -> Bool {
    bytes[index - 1] == Ascii.tab || WhiteSpace.width(endingAt: index, in: bytes, from: line.lowerBound) != nil
  }

  // MARK: Quotes

  private static func findQuotes(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    let span = bytes.span
    var index = span.first(quote, from: 0, to: span.count)
    while index < span.count {
      let line = line(around: index, in: bytes)
      if line.lowerBound == index, let end = endOfQuote(line, in: bytes) {
        findings.add([RepairedText.Edit(range: index..<end)])
      }
      index = span.first(quote, from: max(line.upperBound, index + 1), to: span.count)
    }
  }

  /// Behind the marks of a quoted line, one in the other, and the blank that parts them from the text; nil where no blank
  /// does, as in >50.
  private static func endOfQuote(_ line: Range<Int>, in bytes: [UInt8]) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == quote {
      index += 1
      guard index < line.upperBound, bytes[index] != quote else { continue }
      guard bytes[index] == Ascii.space else { return nil }
      index += 1
    }
    return index
  }
}
