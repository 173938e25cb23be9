/// A line of a table that is drawn with characters: places where cells meet, and what stands between them.
struct DrawnLine {
  /// What stands between two bounds.
  struct Piece {
    /// The text without blanks around it, or the drawn rule.
    var range: Range<Int>
    /// Drawn from one bound to the other: a rule between the cell above and the cell below.
    var isRule: Bool
  }

  /// Upright strokes, corners and crossings, as ranges of bytes; an end of the line without one is an empty range.
  private(set) var bounds: [Range<Int>] = []
  private(set) var pieces: [Piece] = []
  /// A corner or a crossing stands in it.
  private(set) var hasCrossing = false

  var isRule: Bool { pieces.allSatisfy(\.isRule) }

  /// Nil where no upright stroke or crossing stands in the line.
  init?(_ content: Range<Int>, in bytes: [UInt8]) {
    var index = content.lowerBound
    while index < content.upperBound {
      let stroke = Stroke(at: index, in: bytes, limit: content.upperBound)
      if stroke.kind == .upright || stroke.kind == .crossing {
        bounds.append(index..<index + stroke.width)
        hasCrossing = hasCrossing || stroke.kind == .crossing
      }
      index += stroke.width
    }
    guard let first = bounds.first, let last = bounds.last else { return nil }
    if first.lowerBound > content.lowerBound { bounds.insert(content.lowerBound..<content.lowerBound, at: 0) }
    if last.upperBound < content.upperBound { bounds.append(content.upperBound..<content.upperBound) }
    guard bounds.count > 2 else { return nil }
    pieces = zip(bounds, bounds.dropFirst()).map { open, close in
      Piece(
        range: TextLines.trimmed(open.upperBound..<close.lowerBound, in: bytes),
        isRule: Self.isRule(open.upperBound..<close.lowerBound, in: bytes))
    }
  }

  /// Level strokes alone, without a blank; a single hyphen is a cell without a value.
  private static func isRule(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let stroke = Stroke(at: index, in: bytes, limit: range.upperBound)
      guard stroke.kind == .level else { return false }
      index += stroke.width
    }
    return !range.isEmpty && (bytes[range.lowerBound] >= 0x80 || range.count > 2)
  }
}

/// One character as a part of a drawing.
private struct Stroke {
  enum Kind { case upright, level, crossing, none }

  let kind: Kind
  /// In bytes.
  let width: Int

  init(at index: Int, in bytes: [UInt8], limit: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      width = 1
      switch byte {
      case UInt8(ascii: "|"): kind = .upright
      case UInt8(ascii: "-"), UInt8(ascii: "="): kind = .level
      case UInt8(ascii: "+"): kind = Self.joinsHyphens(index, bytes, limit) ? .crossing : .none
      default: kind = .none
      }
      return
    }
    width = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, limit - index)
    guard width == 3 else {
      kind = .none
      return
    }
    // U+FF5C is the wide |; U+2500 to U+257F are drawn for tables.
    let code = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    switch code {
    case 0xFF5C, 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: kind = .upright
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: kind = .level
    case 0x250C...0x254B, 0x2552...0x2570: kind = .crossing
    default: kind = .none
    }
  }

  private static func joinsHyphens(_ index: Int, _ bytes: [UInt8], _ limit: Int) -> Bool {
    func isHyphen(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") }
    return index + 2 < limit && isHyphen(bytes[index + 1]) && isHyphen(bytes[index + 2])
      || index > 1 && isHyphen(bytes[index - 1]) && isHyphen(bytes[index - 2])
  }
}
