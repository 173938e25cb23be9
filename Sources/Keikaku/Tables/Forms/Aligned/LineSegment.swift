/// A piece of a line between gaps, with its place in display columns: full-width characters take two.
struct LineSegment: Equatable {
  var source: Range<Int>
  var columns: Range<Int>

  /// A blank in a segment, as `SegmentReader` finds it.
  typealias Blank = (byte: Int, column: Int, length: Int, width: Int)

  /// What stands on both sides of a blank.
  func parted(at blank: Blank) -> (left: LineSegment, right: LineSegment) {
    let left = LineSegment(source: source.lowerBound..<blank.byte, columns: columns.lowerBound..<blank.column)
    let right = LineSegment(
      source: blank.byte + blank.length..<source.upperBound, columns: blank.column + blank.width..<columns.upperBound)
    return (left, right)
  }
}

/// Cuts lines into segments at gaps of blanks.
struct SegmentReader {
  private let bytes: [UInt8]
  /// The columns that a full-width character takes.
  private let wideWidth: Int

  init(_ bytes: [UInt8], wideWidth: Int = 2) {
    self.bytes = bytes
    self.wideWidth = wideWidth
  }

  /// The segments of a line. One ideographic blank alone is a blank within a text: 第１章　総論.
  func segments(_ line: Range<Int>, gap: Int = 2) -> [LineSegment] {
    var segments: [LineSegment] = []
    var column = 0
    var blanks = 0
    var blankCount = 0
    var index = line.lowerBound
    while index < line.upperBound {
      let (length, width, isBlank) = character(at: index)
      if isBlank {
        blanks += width
        blankCount += 1
      } else {
        let isGap = blanks >= gap && !(blankCount == 1 && blanks == 2)
        if segments.isEmpty || isGap {
          segments.append(LineSegment(source: index..<index + length, columns: column..<column + width))
        } else {
          segments[segments.count - 1].source = segments[segments.count - 1].source.lowerBound..<index + length
          segments[segments.count - 1].columns = segments[segments.count - 1].columns.lowerBound..<column + width
        }
        blanks = 0
        blankCount = 0
      }
      column += width
      index += length
    }
    return segments
  }

  /// The columns that a range takes.
  func width(_ range: Range<Int>) -> Int {
    var width = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let next = character(at: index)
      width += next.width
      index += next.length
    }
    return width
  }

  /// A part of a segment with its place.
  func part(_ source: Range<Int>, of segment: LineSegment) -> LineSegment {
    let start = segment.columns.lowerBound + width(segment.source.lowerBound..<source.lowerBound)
    return LineSegment(source: source, columns: start..<start + width(source))
  }

  /// The same with full-width characters counted the other way.
  var counterpart: SegmentReader { SegmentReader(bytes, wideWidth: wideWidth == 2 ? 1 : 2) }

  /// The places, as byte and display column, at which a segment has a blank.
  func blanks(in segment: LineSegment) -> [LineSegment.Blank] {
    var found: [LineSegment.Blank] = []
    var column = segment.columns.lowerBound
    var index = segment.source.lowerBound
    while index < segment.source.upperBound {
      let (length, width, isBlank) = character(at: index)
      if isBlank { found.append((index, column, length, width)) }
      column += width
      index += length
    }
    return found
  }

  /// The length in bytes, the display width and whether it is a blank, of the character at an offset.
  private func character(at index: Int) -> (length: Int, width: Int, isBlank: Bool) {
    let lead = bytes[index]
    switch lead {
    case 0x20: return (1, 1, true)
    case ..<0x20, 0x7F: return (1, 0, true)
    case ..<0x80: return (1, 1, false)
    case ..<0xE0: return (2, 1, lead == 0xC2 && bytes[index + 1] == 0xA0)
    case 0xE3: return (3, wideWidth, bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80)
    case 0xEF: return (3, isHalfWidth(second: bytes[index + 1], third: bytes[index + 2]) ? 1 : wideWidth, false)
    case ..<0xF0: return (3, wideWidth, false)
    default: return (4, wideWidth, false)
    }
  }

  /// U+FF61 to U+FF9F, the half-width katakana.
  private func isHalfWidth(second: UInt8, third: UInt8) -> Bool {
    second == 0xBD && third >= 0xA1 || second == 0xBE && third <= 0x9F
  }
}
