/// The decoded text of a document and the way from byte offsets to lines, columns, pages and boxes.
public struct SourceText: Sendable {
  /// A word of a PDF page: the bytes of the linear text it became, and where it stands on the page.
  public struct WordBox: Sendable {
    public var range: SourceRange
    public var box: PageBox

    public init(range: SourceRange, box: PageBox) {
      self.range = range
      self.box = box
    }
  }

  /// UTF-8 without byte order mark; carriage returns are kept.
  public let bytes: [UInt8]
  /// The offset of each line's first byte. A text always has one line, be it empty.
  public let lineStarts: [UInt32]
  /// The offset of each page's first byte, or empty where the input has no pages.
  public let pageStarts: [UInt32]
  /// In order of their bytes; empty but for PDF.
  public let wordBoxes: [WordBox]

  /// How many scalars begin before each multiple of `checkpointInterval`, so that a column far along a very long line
  /// is found without counting from the line's start. Empty where no line is long.
  private let scalarCheckpoints: [UInt32]
  private static let checkpointInterval = 4096

  /// - Parameter countsAllLineEnds: lines end at the rarer line ends too (`LineEnds`), as in a file's text they may.
  public init(
    bytes: [UInt8], pageStarts: [UInt32] = [], wordBoxes: [WordBox] = [], countsAllLineEnds: Bool = false
  ) {
    let span = bytes.span
    var lines = Self.starts(after: UInt8(ascii: "\n"), in: span)
    let others = countsAllLineEnds ? LineEnds.others(in: span) : []
    if !others.isEmpty { lines = (lines + others.map { UInt32($0.upperBound) }).sorted() }
    if lines.count > 1, Int(lines[lines.count - 1]) == bytes.count { lines.removeLast() }
    let pages = pageStarts.isEmpty ? Self.starts(after: 0x0C, in: span) : pageStarts
    self.bytes = bytes
    self.lineStarts = lines
    self.pageStarts = pages.count > 1 || !pageStarts.isEmpty ? pages : []
    self.wordBoxes = wordBoxes
    scalarCheckpoints = Self.hasLongLine(lines, end: bytes.count) ? Self.checkpoints(in: span) : []
  }

  /// 0 and the offset after each place of `byte`.
  private static func starts(after byte: UInt8, in bytes: borrowing Span<UInt8>) -> [UInt32] {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count(of: byte, from: 0, to: bytes.count) + 1)
    var index = bytes.first(byte, from: 0, to: bytes.count)
    while index < bytes.count {
      starts.append(UInt32(index + 1))
      index = bytes.first(byte, from: index + 1, to: bytes.count)
    }
    return starts
  }

  private static func hasLongLine(_ starts: [UInt32], end: Int) -> Bool {
    var previous: UInt32 = 0
    for start in starts {
      if start - previous > checkpointInterval { return true }
      previous = start
    }
    return end - Int(previous) > checkpointInterval
  }

  private static func checkpoints(in bytes: borrowing Span<UInt8>) -> [UInt32] {
    var counts: [UInt32] = [0]
    var total = 0
    for start in stride(from: 0, to: bytes.count - checkpointInterval, by: checkpointInterval) {
      total += bytes.scalarCount(from: start, to: start + checkpointInterval)
      counts.append(UInt32(total))
    }
    return counts
  }

  /// The text of a range. Ranges that the pipeline makes never cut a scalar.
  public func string(_ range: SourceRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }

  /// The number of the line, from 1, that holds the byte.
  public func line(at offset: UInt32) -> Int { Self.last(notAfter: offset, in: lineStarts) + 1 }

  /// The number of the page, from 1, that holds the byte; nil where the input has no pages.
  public func page(at offset: UInt32) -> Int? {
    pageStarts.isEmpty ? nil : Self.last(notAfter: offset, in: pageStarts) + 1
  }

  public func position(of range: SourceRange) -> SourcePosition {
    let line = line(at: range.start)
    let endLine = range.end > range.start ? self.line(at: range.end - 1) : line
    return SourcePosition(
      line: line, column: column(at: range.start, line: line), endLine: endLine,
      endColumn: column(at: range.end, line: endLine), page: page(at: range.start), box: box(of: range))
  }

  private func column(at offset: UInt32, line: Int) -> Int {
    let start = Int(lineStarts[line - 1])
    let end = Int(offset)
    guard end - start > Self.checkpointInterval else { return bytes.span.scalarCount(from: start, to: end) + 1 }
    return scalars(before: end) - scalars(before: start) + 1
  }

  /// How many scalars begin before an offset.
  private func scalars(before offset: Int) -> Int {
    let place = min(offset / Self.checkpointInterval, scalarCheckpoints.count - 1)
    let from = place * Self.checkpointInterval
    return Int(scalarCheckpoints[place]) + bytes.span.scalarCount(from: from, to: offset)
  }

  /// The smallest rectangle around the words of a range; nil where there are none, as outside PDF.
  public func box(of range: SourceRange) -> PageBox? {
    guard !wordBoxes.isEmpty else { return nil }
    var low = 0
    var high = wordBoxes.count
    while low < high {
      let middle = (low + high) / 2
      if wordBoxes[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    var box: PageBox?
    while low < wordBoxes.count, wordBoxes[low].range.start < range.end {
      box = box?.joined(with: wordBoxes[low].box) ?? wordBoxes[low].box
      low += 1
    }
    return box
  }

  /// The index of the last start that is not after the offset.
  private static func last(notAfter offset: UInt32, in starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
