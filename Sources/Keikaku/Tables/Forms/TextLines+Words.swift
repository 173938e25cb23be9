/// The words of a line, as tables written a value a line have them.
extension TextLines {
  /// The ranges between blanks of any width, and between further characters.
  func words(in range: Range<Int>, alsoAt separators: Set<UInt32> = []) -> [Range<Int>] {
    let bytes = text.bytes
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek() {
      let index = cursor.offset
      let blank = WhiteSpace.width(at: index, in: bytes, to: range.upperBound)
      let isSeparator = blank != nil || separators.contains(scalar)
      cursor.skip(blank ?? width)
      guard isSeparator else { continue }
      if index > start { found.append(start..<index) }
      start = cursor.offset
    }
    return start < range.upperBound ? found + [start..<range.upperBound] : found
  }

  /// What stands behind a bullet or a mark such as ○, or the whole range.
  func withoutBullet(_ content: Range<Int>) -> Range<Int> {
    let bytes = text.bytes
    guard let (scalar, width) = ScalarCursor(bytes, content).peek() else { return content }
    let mark = Bullets.width(at: content.lowerBound, in: bytes, to: content.upperBound)
    guard mark != nil || HeadingMarks.standard.contains(scalar) else { return content }
    return TextLines.trimmed(content.lowerBound + width..<content.upperBound, in: bytes)
  }
}
