import KeikakuText

/// Takes a footnote apart: marker, term, text.
///
///     ※1：PDCAサイクル          marker ※1, term PDCAサイクル; its text stands below
///     ※ジオメニュー：地域の特産品…   marker ※, term ジオメニュー
///     ※2年ごとの調査であるため…     marker ※: 2年 is a duration, not a number of a note
enum NoteReader {
  static func read(_ text: MappedText) -> NoteBlock {
    read(text, from: markerEnd(Array(text.text.utf8)))
  }

  /// A line of a glossary: a term and its meaning, without a marker.
  static func readTerm(_ text: MappedText) -> NoteBlock { read(text, from: 0) }

  private static func read(_ text: MappedText, from markerEnd: Int) -> NoteBlock {
    let bytes = Array(text.text.utf8)
    var start = markerEnd
    let marker = String(decoding: bytes[..<start], as: UTF8.self).folded.filter { !" ^{}".contains($0) }
    start = skipSeparators(bytes, start)
    if let bracketed = bracketedTerm(bytes, from: start) {
      let rest = skipSeparators(bytes, bracketed.end)
      return NoteBlock(
        marker: normalized(marker), term: string(bytes, bracketed.term), text: slice(text, from: rest))
    }
    if let colon = termEnd(bytes, from: start) {
      let term = string(bytes, start..<colon.lowerBound)
      return NoteBlock(
        marker: normalized(marker), term: term, text: slice(text, from: skipSeparators(bytes, colon.upperBound)))
    }
    if !Sentences.ends(bytes, start..<bytes.count), bytes.count - start <= 90, start < bytes.count {
      return NoteBlock(
        marker: normalized(marker), term: string(bytes, start..<bytes.count), text: slice(text, from: bytes.count))
    }
    return NoteBlock(marker: normalized(marker), term: nil, text: slice(text, from: start))
  }

  /// ※ and ＊ keep their number; 注 and its brackets become 注N.
  private static func normalized(_ marker: String) -> String? {
    marker.isEmpty ? nil : marker.filter { !"():.、[]".contains($0) }
  }

  private static func markerEnd(_ bytes: [UInt8]) -> Int {
    // [^1]: is Markdown's.
    if bytes.starts(with: "[^".utf8), let close = bytes.prefix(8).firstIndex(of: UInt8(ascii: "]")) { return close + 1 }
    var cursor = ScalarCursor(bytes, 0..<bytes.count)
    var sawNumber = false
    while let (scalar, width) = cursor.peek() {
      if let digit = scalar.digitValue {
        guard let end = numberEnd(bytes, cursor.offset, digit) else { break }
        cursor.skip(end - cursor.offset)
        sawNumber = true
      } else if isMarker(scalar), !sawNumber || scalar == 0x29 || scalar == 0x7D {
        cursor.skip(width)
      } else {
        break
      }
    }
    return cursor.offset
  }

  /// ※ * 注 ( ) ^ { } and 釈.
  private static func isMarker(_ scalar: UInt32) -> Bool {
    [0x203B, 0x2A, 0x6CE8, 0x28, 0x29, 0x5E, 0x7B, 0x7D, 0x91C8].contains(scalar)
  }

  private static let counters: Set<UInt32> = Set("年月日回つ人件%次期割世歳か箇ヶ".unicodeScalars.map(\.value))

  /// The end of a note's number; nil where a counter follows and the number belongs to the text.
  private static func numberEnd(_ bytes: [UInt8], _ start: Int, _ digit: Int) -> Int? {
    var cursor = ScalarCursor(bytes, start..<bytes.count)
    while let (scalar, width) = cursor.peek(), scalar.digitValue != nil { cursor.skip(width) }
    if let (scalar, _) = cursor.peek(), counters.contains(scalar) { return nil }
    return cursor.offset - start <= 6 ? cursor.offset : nil
  }

  /// 【関係人口】 移住した人でも…: a bracket that holds the term.
  private static func bracketedTerm(_ bytes: [UInt8], from start: Int) -> (term: Range<Int>, end: Int)? {
    var cursor = ScalarCursor(bytes, start..<bytes.count)
    guard let (opening, width) = cursor.peek(), opening != 0x5B, let closing = HeadingMarks.brackets[opening] else {
      return nil
    }
    cursor.skip(width)
    let first = cursor.offset
    while let (scalar, width) = cursor.peek(), scalar != closing { cursor.skip(width) }
    guard let (_, closingWidth) = cursor.peek(), cursor.offset > first, cursor.offset - first <= 90 else { return nil }
    return (first..<cursor.offset, cursor.offset + closingWidth)
  }

  /// What ends a term: a colon or dots within forty letters and no sentence before it, else a gap before a longer text.
  private static func termEnd(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var cursor = ScalarCursor(bytes, start..<bytes.count)
    var letters = 0
    var depth = 0
    var gap: Range<Int>?
    while let (scalar, width) = cursor.peek(), letters <= 40 {
      let place = cursor.offset..<cursor.offset + width
      if depth == 0, letters > 0, scalar == 0x3A || scalar == 0x2026 { return place }
      if scalar == 0x3002 { break }
      if scalar == 0x300C, letters > 0 { break }
      if depth == 0, letters > 0, gap == nil, isGap(bytes, place) { gap = place }
      if scalar == 0x28 { depth += 1 }
      if scalar == 0x29 { depth -= 1 }
      cursor.skip(width)
      letters += 1
    }
    return gap.flatMap { isTerm(bytes, start..<$0.lowerBound, before: $0.upperBound) ? $0 : nil }
  }

  /// A full-width blank, or two blanks.
  private static func isGap(_ bytes: [UInt8], _ place: Range<Int>) -> Bool {
    guard let width = WhiteSpace.width(at: place.lowerBound, in: bytes, to: bytes.count) else { return false }
    return width == 3 || WhiteSpace.width(at: place.upperBound, in: bytes, to: bytes.count) != nil
  }

  /// 関係人口　移住した人でも…を指す。: a short phrase before a longer text that ends as a sentence.
  private static func isTerm(_ bytes: [UInt8], _ term: Range<Int>, before text: Int) -> Bool {
    (4...75).contains(term.count) && bytes.count - text > term.count * 2 && Sentences.ends(bytes, text..<bytes.count)
      && !Joining.breaksOff(bytes, term)
  }

  private static func skipSeparators(_ bytes: [UInt8], _ start: Int) -> Int {
    var cursor = ScalarCursor(bytes, start..<bytes.count)
    cursor.skipBlanks()
    while let (scalar, width) = cursor.peek(), [0x3A, 0x3001, 0x2E, 0x2026, 0x3011].contains(scalar) {
      cursor.skip(width)
      cursor.skipBlanks()
    }
    return cursor.offset
  }

  private static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var end = range.upperBound
    while let width = WhiteSpace.width(endingAt: end, in: bytes, from: range.lowerBound) { end -= width }
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
  }

  private static func slice(_ text: MappedText, from start: Int) -> MappedText {
    let bytes = Array(text.text.utf8)
    return MappedText(
      text: String(decoding: bytes[start...], as: UTF8.self),
      source: start < bytes.count
        ? text.source(of: start..<bytes.count) : SourceRange(start: text.source.end, end: text.source.end))
  }
}
