/// Cuts a line that holds several headings of one rank: ■ 販路拡大の支援 ■ 成長産業の振興, ①観光の振興／②国際観光の推進,
/// (1) 見守り活動　(2) 移送サービス.
enum HeadingSplitter {
  static func split(_ heading: Heading, bytes: [UInt8], reader: HeadingReader) -> [Heading] {
    if heading.numberStyle == .parenthesized, heading.label == nil { return parenthesized(heading, bytes) }
    guard heading.numberStyle == .circled || heading.mark != nil else { return [heading] }
    let cuts = heading.numberStyle == .circled ? circledCuts(heading, bytes) : markCuts(heading, bytes)
    guard !cuts.isEmpty else { return [heading] }
    var result: [Heading] = []
    var start = Int(heading.titleSource.start)
    var current = heading
    let last = Cut(end: Int(heading.titleSource.end), next: Int(heading.titleSource.end))
    // Of ◆ ◆ ◆ in a row the heading before has taken several.
    for cut in cuts + [last] where cut.end >= start {
      let range = WhiteSpace.trimmedEnd(start..<cut.end, in: bytes)
      current.title = String(decoding: bytes[range], as: UTF8.self)
      current.titleSource = SourceRange(range)
      current.isListed = heading.numberStyle == .circled
      current.group = nil
      result.append(current)
      let rest = reader.read(cut.next..<Int(heading.titleSource.end))
      current.number = rest.number
      current.relisted = rest.relisted
      start = rest.title.lowerBound
    }
    return result
  }

  private static func parenthesized(_ heading: Heading, _ bytes: [UInt8]) -> [Heading] {
    let items = SideBySideItems(bytes: bytes).numbered(heading.number, .parenthesized, in: heading.titleSource.indices)
    guard items.count > 1 else { return [heading] }
    return items.map { item in
      var part = heading
      part.number = item.number
      part.title = String(decoding: bytes[item.range], as: UTF8.self)
      part.titleSource = SourceRange(item.range)
      part.isListed = true
      part.group = nil
      return part
    }
  }

  private struct Cut {
    /// Where the title before it ends.
    var end: Int
    /// Where the next heading begins.
    var next: Int
  }

  /// Before each further mark with a blank in front.
  private static func markCuts(_ heading: Heading, _ bytes: [UInt8]) -> [Cut] {
    guard let mark = heading.mark, HeadingMarks.brackets[mark.value] == nil else { return [] }
    return cuts(heading, bytes) { scalar, afterBlank, _ in scalar == mark.value && afterBlank }
  }

  /// Before each further circled number behind a slash, a comma or a blank.
  private static func circledCuts(_ heading: Heading, _ bytes: [UInt8]) -> [Cut] {
    cuts(heading, bytes) { scalar, afterBlank, afterSlash in
      Numbering.circledValue(scalar) != nil && (afterBlank || afterSlash)
    }
  }

  private static func cuts(_ heading: Heading, _ bytes: [UInt8], where isCut: (UInt32, Bool, Bool) -> Bool) -> [Cut] {
    var cursor = ScalarCursor(bytes, heading.titleSource.indices)
    var result: [Cut] = []
    var end = cursor.offset
    var afterBlank = false
    var afterSlash = false
    while let (scalar, width) = cursor.peek() {
      if isCut(scalar, afterBlank, afterSlash) { result.append(Cut(end: end, next: cursor.offset)) }
      let isBlank = scalar == 0x20 || scalar == 0x09
      let isSlash = scalar == 0x2F || scalar == 0x3001
      if !isBlank && !isSlash { end = cursor.offset + width }
      if !isBlank { afterSlash = isSlash }
      afterBlank = isBlank || isSlash && afterBlank
      cursor.skip(width)
    }
    return result
  }
}
