/// The lines of a text by their bytes alone, without the blanks and line ends around them.
struct TextLines {
  let text: SourceText
  /// Lines that count as blank: running heads, page numbers.
  let furniture: Set<Int>
  /// Each line's bytes without its end and its blanks, where they were all looked up at once.
  private var contents: [Range<Int>] = []

  init(text: SourceText, furniture: Set<Int> = []) {
    self.text = text
    self.furniture = furniture
  }

  /// The same lines, for those who ask for every line again and again. A rule drawn with dashes counts as blank.
  func indexed() -> TextLines {
    var lines = self
    lines.contents = (0..<count).map { line in
      let content = content(line)
      return isRule(content) ? content.lowerBound..<content.lowerBound : content
    }
    return lines
  }

  /// ---------- and ──────────, as they part a header from its rows.
  private func isRule(_ content: Range<Int>) -> Bool {
    let bytes = text.bytes
    // Asked of every line, most of which begin with a kana or a kanji.
    guard content.count >= Self.shortestRule, Self.firstOfRules.contains(bytes[content.lowerBound]),
      let sign = Self.rules.first(where: { bytes[content].starts(with: $0) })
    else {
      return false
    }
    return content.count.isMultiple(of: sign.count)
      && stride(from: content.lowerBound, to: content.upperBound, by: sign.count).allSatisfy {
        bytes[$0..<$0 + sign.count].elementsEqual(sign)
      }
  }

  /// In bytes.
  private static let shortestRule = 12
  private static let firstOfRules: [UInt8] = [0x2D, 0x3D, 0xE2, 0xEF]
  private static let rules = ["-", "=", "─", "━", "―", "—", "－", "＝"].map { Array($0.utf8) }

  var count: Int { text.lineStarts.count }

  /// The bytes of a line without its end and without the blanks around its text.
  func content(_ line: Int) -> Range<Int> {
    if !contents.isEmpty { return contents[line] }
    if !furniture.isEmpty, furniture.contains(line) {
      return Int(text.lineStarts[line])..<Int(text.lineStarts[line])
    }
    let end = line + 1 < count ? Int(text.lineStarts[line + 1]) : text.bytes.count
    return Self.trimmed(Int(text.lineStarts[line])..<end, in: text.bytes)
  }

  /// The bytes of a line without its end, with the blanks that indent it.
  func indented(_ line: Int) -> Range<Int> { leftmost(line)..<content(line).upperBound }

  /// The bytes of a line with all blanks and its end.
  func lineLength(_ line: Int) -> Int {
    (line + 1 < count ? Int(text.lineStarts[line + 1]) : text.bytes.count) - Int(text.lineStarts[line])
  }

  func isBlank(_ line: Int) -> Bool { content(line).isEmpty }

  /// True where a page ends before this line.
  func beginsPage(_ line: Int) -> Bool {
    let start = Int(text.lineStarts[line])
    return start < text.bytes.count && text.bytes[start] == 0x0C
  }

  /// A tab or a pipe stands in the bytes: cells of a table that is written with them.
  func holdsSeparator(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes.span
    return bytes.first(0x09, from: range.lowerBound, to: range.upperBound) < range.upperBound
      || bytes.first(0x7C, from: range.lowerBound, to: range.upperBound) < range.upperBound
  }

  /// Two blanks in a row: columns that are held apart by blanks.
  func holdsGap(_ content: Range<Int>) -> Bool {
    let bytes = text.bytes
    return content.dropLast().contains { bytes[$0] == 0x20 && bytes[$0 + 1] == 0x20 }
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text.bytes[range], as: UTF8.self) }

  /// The runs of bytes between blanks.
  func words(_ range: Range<Int>) -> [Range<Int>] { text.bytes[range].split(separator: Ascii.space).map(\.indices) }

  /// The width of a range in display columns.
  func width(_ range: Range<Int>) -> Int { Sentences.width(text.bytes, range) }

  private func leftmost(_ line: Int) -> Int {
    var start = Int(text.lineStarts[line])
    let end = content(line).upperBound
    while start < end, text.bytes[start] == 0x0C { start += 1 }
    return min(start, end)
  }

  /// A range of bytes without the blanks, ideographic ones among them, at both ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if isWideBlank(at: start, in: bytes, to: end) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 3, isWideBlank(at: end - 3, in: bytes, to: end) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// U+3000 stands at the offset.
  static func isWideBlank(at index: Int, in bytes: [UInt8], to end: Int) -> Bool {
    index + 3 <= end && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
  }
}
