import KeikakuText

/// Takes a footnote apart: marker, term, text.
///
///     ※1：PDCAサイクル          marker ※1, term PDCAサイクル; its text stands below
///     ※ジオメニュー：地域の特産品…   marker ※, term ジオメニュー
///     ※2年ごとの調査であるため…     marker ※: 2年 is a duration, not a number of a note
enum NoteReader {
  static func read(_ text: MappedText) -> NoteBlock {
    let bytes = Array(text.text.utf8)
    var start = markerEnd(bytes)
    let marker = String(decoding: bytes[..<start], as: UTF8.self).folded.filter { !" ^{}".contains($0) }
    start = skipSeparators(bytes, start)
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
    marker.isEmpty ? nil : marker.filter { !"():.、".contains($0) }
  }

  private static func markerEnd(_ bytes: [UInt8]) -> Int {
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

  /// The colon that ends a term: within thirty letters, and no sentence before it.
  private static func termEnd(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var cursor = ScalarCursor(bytes, start..<bytes.count)
    var letters = 0
    var depth = 0
    while let (scalar, width) = cursor.peek(), letters <= 40 {
      if scalar == 0x3A, depth == 0, letters > 0 { return cursor.offset..<cursor.offset + width }
      if scalar == 0x3002 || scalar == 0x300C { return nil }
      if scalar == 0x28 { depth += 1 }
      if scalar == 0x29 { depth -= 1 }
      cursor.skip(width)
      letters += 1
    }
    return nil
  }

  private static func skipSeparators(_ bytes: [UInt8], _ start: Int) -> Int {
    var cursor = ScalarCursor(bytes, start..<bytes.count)
    cursor.skipBlanks()
    while let (scalar, width) = cursor.peek(), scalar == 0x3A || scalar == 0x3001 || scalar == 0x2E {
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
