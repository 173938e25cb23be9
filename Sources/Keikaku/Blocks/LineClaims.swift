/// Which lines are spoken for before text is read: tables, contents, page furniture. No paragraph or list runs into them.
struct LineClaims: Sendable {
  enum Claim: Hashable, Sendable {
    case free
    case furniture
    case contents
    /// Of a table, by its place among the hints.
    case table(Int)
  }

  private var claims: [Claim]

  init(_ lines: LineTable, hints: PageHints, contents: [Range<Int>]) {
    claims = [Claim](repeating: .free, count: lines.count)
    for region in contents {
      for index in region where !lines[index].isBlank { claims[index] = .contents }
    }
    for index in lines.lines.indices
    where Self.isPageNumber(lines[index], lines.text.bytes) || Self.isRule(lines[index], lines.text.bytes) {
      claims[index] = .furniture
    }
    for index in hints.furniture where claims.indices.contains(index) { claims[index] = .furniture }
    for (place, region) in hints.tables.enumerated() {
      for index in region.lines where claims.indices.contains(index) && !region.textLines.contains(index) {
        claims[index] = .table(place)
      }
    }
  }

  subscript(index: Int) -> Claim { claims[index] }

  func isFree(_ index: Int) -> Bool { claims[index] == .free }

  /// A line of dashes, equal signs or asterisks: Markdown's rule, or what underlines a heading.
  private static func isRule(_ line: Line, _ bytes: [UInt8]) -> Bool {
    guard line.end - line.start >= 4, !line.isBlank, line.shape == .text || line.shape == .note else { return false }
    guard let first = line.body.first.map({ bytes[$0] }) else { return false }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return line.body.count >= 3 && line.body.allSatisfy { bytes[$0] == first }
    // ─ ━ ＝ and ー, each of three bytes.
    case 0xE2, 0xEF: return line.body.count >= 9 && isRepeated(line.body, bytes)
    default: return false
    }
  }

  private static let ruled: Set<UInt32> = [0x2500, 0x2501, 0x2550, 0x2015, 0x2014, 0xFF1D, 0x203E, 0xFFE3]

  private static func isRepeated(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var cursor = ScalarCursor(bytes, range)
    guard let (first, _) = cursor.peek(), first == 0x3D || first == 0x2D || ruled.contains(first) else { return false }
    while let (scalar, width) = cursor.peek() {
      if scalar != first { return false }
      cursor.skip(width)
    }
    return true
  }

  /// A number alone, perhaps between dashes: - 12 -, 12, P.12, － １２ －.
  private static func isPageNumber(_ line: Line, _ bytes: [UInt8]) -> Bool {
    guard line.shape == .text || line.shape == .bullet, line.body.count <= 20 else { return false }
    var digits = 0
    var cursor = ScalarCursor(bytes, line.body)
    while let (scalar, width) = cursor.peek() {
      switch scalar {
      case 0x30...0x39: digits += 1
      case 0x20, 0x2D, 0x50, 0x70, 0x2E, 0x30FC, 0x7E, 0x2010...0x2015: break
      default: return false
      }
      cursor.skip(width)
    }
    return (1...3).contains(digits)
  }
}
