/// Cuts a document into lines of named parts, by its bytes alone.
struct LineReader {
  private let bytes: [UInt8]
  private var table: LineTable

  static func read(_ text: SourceText) -> LineTable {
    var reader = LineReader(text)
    reader.readAll()
    return reader.table
  }

  private init(_ text: SourceText) {
    bytes = text.bytes
    table = LineTable(text: text)
    table.lines.reserveCapacity(text.lineStarts.count)
    table.parts.reserveCapacity(text.lineStarts.count * 3)
  }

  private mutating func readAll() {
    let starts = table.text.lineStarts
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : bytes.count
      readLine(from: Int(start), to: end)
    }
  }

  private mutating func readLine(from start: Int, to end: Int) {
    var contentEnd = end
    if contentEnd > start, bytes[contentEnd - 1] == Ascii.lineFeed { contentEnd -= 1 }
    if contentEnd > start, bytes[contentEnd - 1] == Ascii.carriageReturn { contentEnd -= 1 }
    let firstPart = table.parts.count
    let (bodyStart, indent) = readIndent(from: start, to: contentEnd)
    var bodyEnd = contentEnd
    while bodyEnd > bodyStart, let width = WhiteSpace.width(endingAt: bodyEnd, in: bytes, from: bodyStart) {
      bodyEnd -= width
    }
    let shape = readBody(from: bodyStart, to: bodyEnd, contentEnd: contentEnd)
    add(.terminator, contentEnd, end)
    let body = bodyOfParts(from: firstPart, default: bodyStart..<bodyEnd)
    table.lines.append(
      Line(
        shape: shape, indent: UInt16(clamping: indent), bodyStart: UInt32(body.lowerBound),
        bodyEnd: UInt32(body.upperBound), start: UInt32(start), end: UInt32(end), firstPart: UInt32(firstPart),
        partCount: UInt32(table.parts.count - firstPart)))
  }

  /// Takes blanks and form feeds at the beginning; a tab belongs to a row, where an empty first cell means something.
  private mutating func readIndent(from start: Int, to end: Int) -> (next: Int, columns: Int) {
    var index = start
    var columns = 0
    var partStart = start
    while index < end {
      if bytes[index] == Ascii.formFeed {
        add(.indent, partStart, index)
        add(.pageBreak, index, index + 1)
        index += 1
        partStart = index
      } else if bytes[index] != Ascii.tab, let width = WhiteSpace.width(at: index, in: bytes, to: end) {
        columns += width == 1 ? 1 : 2
        index += width
      } else {
        break
      }
    }
    add(.indent, partStart, index)
    return (index, columns)
  }

  private mutating func readBody(from start: Int, to end: Int, contentEnd: Int) -> Line.Shape {
    if isRow(start..<contentEnd) {
      readCells(from: start, to: contentEnd)
      return .row
    }
    if start == end {
      add(.trailing, start, contentEnd)
      return .blank
    }
    if isBold(start..<end) {
      add(.mark, start, start + 2)
      add(.body, start + 2, end - 2)
      add(.trailing, end - 2, contentEnd)
      return .text
    }
    let bodyStart = readBullets(from: start, to: end)
    add(.body, bodyStart, end)
    add(.trailing, end, contentEnd)
    if bodyStart > start { return .bullet }
    if bytes[start] == Ascii.pipe || hasTwoPipes(start..<contentEnd) { return .piped }
    return NoteMark.stands(at: start, in: bytes, to: end) ? .note : .text
  }

  /// A tab makes a row only where some cell holds text: a line of tabs alone is blank.
  private func isRow(_ range: Range<Int>) -> Bool {
    let span = bytes.span
    guard span.first(Ascii.tab, from: range.lowerBound, to: range.upperBound) < range.upperBound else { return false }
    return range.contains { span[$0] != Ascii.tab && span[$0] != Ascii.space }
  }

  private func hasTwoPipes(_ range: Range<Int>) -> Bool {
    let span = bytes.span
    let first = span.first(Ascii.pipe, from: range.lowerBound, to: range.upperBound)
    return span.first(Ascii.pipe, from: first + 1, to: range.upperBound) < range.upperBound
  }

  /// A whole line between Markdown's two asterisks: **【数値目標】**.
  private func isBold(_ range: Range<Int>) -> Bool {
    guard range.count > 4, bytes[range.lowerBound] == UInt8(ascii: "*") else { return false }
    let isAsterisk = range.map { bytes[$0] == UInt8(ascii: "*") }
    return isAsterisk[1] && isAsterisk.suffix(2).allSatisfy { $0 } && isAsterisk.count { $0 } == 4
  }

  private mutating func readCells(from start: Int, to end: Int) {
    var cellStart = start
    for index in start..<end where bytes[index] == Ascii.tab {
      add(.cell, cellStart, index)
      add(.separator, index, index + 1)
      cellStart = index + 1
    }
    add(.cell, cellStart, end)
  }

  /// Takes list bullets, also one inside the other as in `- ・ 新たな産業団地の整備`; returns where the text begins.
  private mutating func readBullets(from start: Int, to end: Int) -> Int {
    var index = start
    var taken = 0
    while taken < 2, let width = Bullets.width(at: index, in: bytes, to: end) {
      let markEnd = index + width
      var next = markEnd
      while next < end, let blank = WhiteSpace.width(at: next, in: bytes, to: end) { next += blank }
      guard next < end else { break }
      add(.mark, index, next)
      index = next
      taken += 1
    }
    return index
  }

  private mutating func add(_ kind: LinePart.Kind, _ start: Int, _ end: Int) {
    if start < end { table.parts.append(LinePart(kind: kind, start: UInt32(start), end: UInt32(end))) }
  }

  /// For a row from its first cell's start to its last cell's end, so that the line can be shown; else the body part.
  private func bodyOfParts(from firstPart: Int, default whole: Range<Int>) -> Range<Int> {
    guard let body = table.parts[firstPart...].first(where: { $0.kind == .body }) else { return whole }
    return Int(body.start)..<Int(body.end)
  }
}
