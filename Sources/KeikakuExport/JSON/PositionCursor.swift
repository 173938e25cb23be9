import Keikaku

/// Turns byte offsets into lines and columns, fastest where the next offset stands near the last one.
///
/// Elements come nearly in the order of their source, so the line is found by a few steps and the column by counting
/// from the last place; far jumps search. On one line of fifty megabytes the work stays proportional to its length: a long
/// line is counted once, and a jump in it begins at the nearest place that was.
struct PositionCursor {
  private let text: SourceText
  /// The index of the line where the cursor stands.
  private var line = 0
  private var offset = 0
  /// The number of scalars between the line's start and `offset`.
  private var scalars = 0

  /// For each long line the scalars before every `stride`th byte of it.
  private var counted: [Int: [Int]] = [:]

  /// In bytes; jumps within it are counted through.
  private static let stride = 4096

  init(_ text: SourceText) { self.text = text }

  /// The position of a range as `SourceText.position(of:)` gives it, page and box apart.
  mutating func position(of range: SourceRange) -> (line: Int, column: Int, endLine: Int, endColumn: Int) {
    move(to: Int(range.start), onLineOf: range.start)
    let start = (line + 1, scalars + 1)
    move(to: Int(range.end), onLineOf: range.end > range.start ? range.end - 1 : range.start)
    return (start.0, start.1, line + 1, scalars + 1)
  }

  private mutating func move(to target: Int, onLineOf byte: UInt32) {
    let found = lineIndex(of: byte)
    let lineStart = Int(text.lineStarts[found])
    if found != line {
      line = found
      offset = lineStart
      scalars = 0
    }
    if target < offset, target - lineStart < offset - target {
      offset = lineStart
      scalars = 0
    }
    if abs(target - offset) > Self.stride {
      let counts = counts(of: found)
      let place = min((target - lineStart) / Self.stride, counts.count - 1)
      (offset, scalars) = (lineStart + place * Self.stride, counts[place])
    }
    let passed = Self.scalars(in: text.bytes, min(offset, target)..<max(offset, target))
    scalars += target < offset ? -passed : passed
    offset = target
  }

  private mutating func counts(of line: Int) -> [Int] {
    if let known = counted[line] { return known }
    let start = Int(text.lineStarts[line])
    let end = line + 1 < text.lineStarts.count ? Int(text.lineStarts[line + 1]) : text.bytes.count
    var counts = [0]
    for place in Swift.stride(from: start, to: end - Self.stride, by: Self.stride) {
      counts.append(counts[counts.count - 1] + Self.scalars(in: text.bytes, place..<place + Self.stride))
    }
    counted[line] = counts
    return counts
  }

  private static func scalars(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    let span = bytes.span.extracting(range)
    var count = 0
    for index in span.indices where span[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func lineIndex(of byte: UInt32) -> Int {
    let starts = text.lineStarts
    guard starts[line] <= byte else { return text.line(at: byte) - 1 }
    var index = line
    for _ in 0..<8 {
      guard index + 1 < starts.count, starts[index + 1] <= byte else { return index }
      index += 1
    }
    return text.line(at: byte) - 1
  }
}
