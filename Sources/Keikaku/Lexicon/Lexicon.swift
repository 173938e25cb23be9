import KeikakuText

/// The words of plans, as tables without logic: a new city's word is one line here, or in a user's lexicon file.
public struct Lexicon: Sendable {
  /// Words of table headers and what their column holds.
  var columnRoles: WordTrie<ColumnRole>
  /// Words of headings and what they head.
  var labels: WordTrie<NodeKind>
  /// Marks before headings.
  var headingMarks = HeadingMarks.standard
  /// Words of group heads and what stands below them.
  var groups: WordTrie<GroupRole>
  /// Words of group heads that say what kind of node their numbered lines are.
  var groupKinds: WordTrie<NodeKind>
  /// The units of figures.
  var units = Units.standard

  public static let standard = Lexicon(
    columnRoles: WordTrie(ColumnRole.words), labels: WordTrie(HeadingLabels.words),
    groups: WordTrie(GroupHeads.words), groupKinds: WordTrie(GroupHeads.kinds))
}
