/// Whether a wrapped name goes on in the next row.
enum NameContinuation {
  /// The name cannot end here: a bracket is open, or it ends with a particle or a middle dot.
  static func isOpen(_ name: String) -> Bool {
    let opened = name.filter { "（([「『【".contains($0) }.count
    let closed = name.filter { "）)]」』】".contains($0) }.count
    if opened > closed { return true }
    guard let last = name.last else { return false }
    return "の・、をにへがはでとや,，".contains(last)
  }

  /// The text cannot begin a name: a closing bracket comes before an opening one, or it is a bracket, or begins small.
  static func continues(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "）)」』】ょゃゅっァィゥェォッャュョー、。・をがのにへはで（([〔［".contains(first) { return true }
    if beginnings.contains(where: { text.hasPrefix($0) }) { return true }
    let bracket = text.first { "（(「『【）)」』】".contains($0) }
    return bracket.map { "）)」』】".contains($0) } ?? false
  }

  private static let beginnings = [
    "と答え", "と感じ", "と思", "と回答", "と考え", "とする", "とした", "している", "する", "した", "される", "された", "に対する", "における", "による", "に関する",
  ]

  static func join(_ first: MappedLabel, _ second: MappedLabel) -> MappedLabel {
    MappedLabel(text: first.text + second.text, source: first.source.joined(with: second.source))
  }
}
