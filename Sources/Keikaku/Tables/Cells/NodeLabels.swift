import KeikakuText

/// Tells lines that head a part of the plan from cells of a table: 基本目標2 …, 基本施策1 …, 第3章 ….
struct NodeLabels {
  private let labels: WordTrie<NodeKind>

  init(_ lexicon: Lexicon) { labels = lexicon.labels }

  /// The folded text is the label of a node, its number, and behind a blank or a colon perhaps its title.
  func head(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let label = labels.longestMatch(in: bytes.span, at: 0, limit: bytes.count) else { return false }
    let start = bytes[label.length...].firstIndex { $0 != 0x20 } ?? bytes.count
    guard let number = Numbering.read(bytes, start..<bytes.count, afterLabel: true) else { return false }
    guard number.end < bytes.count else { return true }
    return [0x20, UInt8(ascii: ":"), UInt8(ascii: ".")].contains(bytes[number.end])
  }

  /// The folded text begins with the label of a node and its number.
  func begin(_ text: String) -> Bool {
    let bytes = text.utf8.span
    if let label = labels.longestMatch(in: bytes, at: 0, limit: bytes.count) {
      let rest = text.utf8.dropFirst(label.length).drop { $0 == 0x20 || $0 == UInt8(ascii: "(") }
      return rest.first.map { (0x30...0x39).contains($0) } ?? false
    }
    let number = text.dropFirst().prefix { $0.isNumber }
    return text.hasPrefix("第") && !number.isEmpty
      && text.dropFirst(1 + number.count).first.map { "章節編部期次".contains($0) } == true
  }
}
