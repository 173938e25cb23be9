import KeikakuText

/// What the municipality wants to be, where a head such as 将来像 or 望ましい環境像 stands above it without mark or number:
///
///     1 将来像
///     「人と技がつながり 未来を磨くまち」      title 人と技がつながり 未来を磨くまち
extension DocumentReader {
  /// The longest vision, in bytes.
  private static let longestVision = 180
  private static let quotes: Set<Character> = ["「", "」", "『", "』", "“", "”", "～", "〜", "\"", " ", "　"]

  /// Takes the first short text below such a head as a node; what stands below a node is its own aim.
  mutating func takeVision(_ text: MappedText, _ index: Int, below entry: Int?) -> Bool {
    guard let entry, outline.entries[entry].blocks.lowerBound == index, node(at: entry) == nil,
      text.text.utf8.count <= Self.longestVision, !Sentences.ends(text.text)
    else { return false }
    let head = TitleKey(outline.entries[entry].heading.title)
    guard GroupHeads.visions.contains(where: { head.hasSuffix($0) }) else { return false }
    var title = Substring(NoteReferences.removed(from: text.text))
    while let first = title.first, Self.quotes.contains(first) { title.removeFirst() }
    while let last = title.last, Self.quotes.contains(last) { title.removeLast() }
    guard !title.isEmpty else { return false }
    _ = register.enter(
      NodeRegister.Sighting(
        kind: .vision, title: String(title), parent: nil,
        place: NodeRegister.Place(
          title: String(title), source: text.source, section: section(above: entry), weight: 1, isHeading: true)))
    return true
  }
}
