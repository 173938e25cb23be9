/// How two lines of one text are put together.
enum Joining {
  /// A blank between two ASCII letters or digits, nothing between Japanese letters.
  static func separator(_ left: String, _ right: String) -> String {
    guard let last = left.utf8.last, let first = right.utf8.first, last < 0x80, first < 0x80 else { return "" }
    return " "
  }

  private static let openEnds: [[UInt8]] = [
    "、", "の", "を", "から", "に", "は", "が", "と", "で", "や", "へ", "も", "・", "及び", "による", "など", "した", "する", "「", "（",
  ].map {
    Array($0.utf8)
  }

  /// Whether a text stops where no phrase ends: behind a particle or a comma.
  static func breaksOff(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    openEnds.contains { Sentences.hasSuffix(bytes, range, $0) }
  }
}
