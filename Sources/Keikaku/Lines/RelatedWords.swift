import KeikakuText

/// Words that head references to other nodes: 関連施策, 主な関連事業, 特に関連する具体的施策.
struct RelatedWords: Sendable {
  private let labels: WordTrie<NodeKind>
  private static let stems = ["関連", "関係"].map { Array($0.utf8) }
  private static let openings = ["主な", "特に", "密接に", "他の"].map { Array($0.utf8) }
  /// What such a word can begin with.
  static let beginnings = stems + openings
  private static let joints = ["する", "の深い", "が深い", "の"].map { Array($0.utf8) }

  init(lexicon: Lexicon) { labels = lexicon.labels }

  /// The kind of node that a folded word without blanks refers to; nil where it is no such word.
  func kind(_ word: ArraySlice<UInt8>) -> NodeKind? {
    var rest = word
    Self.drop(Self.openings, from: &rest)
    guard Self.drop(Self.stems, from: &rest) else { return nil }
    Self.drop(Self.joints, from: &rest)
    return labels.whole(rest)
  }

  @discardableResult
  private static func drop(_ words: [[UInt8]], from rest: inout ArraySlice<UInt8>) -> Bool {
    guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }
}
