/// Printed page numbers and leaders of compact cells.
enum PageCell {
  /// The page of P15, p.15, 15ページ, 15頁.
  static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count <= 14 else { return nil }
    var digits = 0
    var number = 0
    var rest: [UInt8] = []
    for byte in bytes[range] {
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        number = number * 10 + Int(byte - 0x30)
      } else {
        rest.append(byte)
      }
    }
    guard (1...4).contains(digits) else { return nil }
    return marks.contains(rest) ? number : nil
  }

  private static let marks: Set<[UInt8]> = Set(["P", "p", "P.", "p.", "ページ", "頁", "(P)", "(p)"].map { Array($0.utf8) })

  /// Whether a cell is dots or ends with a run of dashes, as tables of contents have them: …, 1. 概要 -----.
  static func isLeader(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var dots = 0
    var run = 0
    var index = range.lowerBound
    let span = bytes.span
    while index < range.upperBound {
      let (scalar, length) = span.scalar(at: index, limit: range.upperBound)
      index += length
      switch scalar {
      case 0x2026, 0x2025: dots += 3
      case 0x2E, 0x30FB, 0x2D, 0x2010...0x2015, 0x2500: run += 1
      case 0x30...0x39: continue
      default:
        dots = 0
        run = 0
      }
    }
    return dots >= 3 || run >= 4
  }
}
