import KeikakuText

/// A line that says of which years the figures on both sides of the arrows below it are: （●は令和2年度→令和7年度の目標）.
struct ArrowYears: Sendable {
  let baseline: Temporal
  let target: Temporal
  /// It speaks of a mark, wherever that stands, and not of the lines below it alone.
  let isOfMark: Bool

  private static let temporals = TemporalReader()
  /// In bytes.
  private static let longest = 150
  private static let marks = ["●", "○", "◎", "■", "◆", "★", "☆", "▲"].map { $0 + "は" }

  /// Nil where the line holds anything but the two years, or no word for what is aimed at.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, Arrows.stand(in: text), text.contains("目標") else { return nil }
    let found = Self.temporals.matches(in: text)
    guard found.count == 2, found.allSatisfy({ !$0.temporal.flags.contains(.invalid) }),
      let first = found[0].temporal.startYear, let last = found[1].temporal.startYear, first < last
    else { return nil }
    let bytes = Array(text.utf8)
    let between = String(decoding: bytes[found[0].range.upperBound..<found[1].range.lowerBound], as: UTF8.self)
    let others = bytes[..<found[0].range.lowerBound] + bytes[found[1].range.upperBound...]
    let bare = between.filter { !$0.isWhitespace }
    guard bare.count == 1, bare.allSatisfy(Arrows.characters.contains),
      !String(decoding: others, as: UTF8.self).contains(where: \.isNumber)
    else { return nil }
    isOfMark = Self.marks.contains { text.contains($0) }
    (baseline, target) = (found[0].temporal, found[1].temporal)
  }
}
