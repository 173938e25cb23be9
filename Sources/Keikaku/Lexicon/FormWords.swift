import KeikakuText

/// Tells a line that is a label of a form or the head of a column: 事務事業名, 所管課, 指標名.
struct FormWords: Sendable {
  private let labels: WordTrie<NodeKind>
  private let roles: WordTrie<ColumnRole>
  private static let name = "名"
  /// In bytes.
  private static let longest = 45

  init(_ lexicon: Lexicon) {
    labels = lexicon.labels
    roles = lexicon.columnRoles
  }

  func isLabel(_ text: String) -> Bool {
    guard text.utf8.count <= Self.longest else { return false }
    let key = text.folded.filter { $0 != " " && $0 != ":" }
    if FormLabels.fields[key] != nil || roles[key] != nil { return true }
    guard key.hasSuffix(Self.name) else { return false }
    // 事務事業名 ends as 事業名 does.
    let named = Array(key.dropLast().utf8)
    return named.indices.contains { labels.whole(named[$0...]) != nil || roles.whole(named[$0...]) != nil }
  }
}
