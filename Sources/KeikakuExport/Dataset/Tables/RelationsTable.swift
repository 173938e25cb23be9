import Keikaku

extension DatasetTable {
  /// What leads from one node to another.
  static let relations = DatasetTable(
    "relations", "関連", "One row a relation between two nodes.", "施策どうしの関連",
    key: ["relation_id"], columns: relationColumns, rows: { $0.rows($0.document.relations) { $0.source } })

  private static let relationColumns: [Column<Relation>] =
    [
      .init("relation_id", .text, "関連ID", "Identifies the relation.", "関連の識別子") {
        .text($0.document.id(.relation, $0.index))
      }.required,
      .plan,
      .init("from_id", .text, "関連元ID", "The node it leads from; empty at the top of the document.", "関連元の施策") {
        $0.document.node($0.element.from)
      }.referring(to: "nodes"),
      .init("to_id", .text, "関連先ID", "The node it leads to.", "関連先の施策") { $0.document.node($0.element.to) }.required
        .referring(to: "nodes"),
      .init("kind", .text, "種別", "What kind of relation it is.", "関連の種別", choices: RelationKind.names) {
        CellValue($0.element.kind)
      }.required,
      .init("page", .integer, "記載ページ", "The printed page number that the list gives.", "一覧に印刷されたページ番号") {
        CellValue($0.element.page)
      },
    ] + Column.source
}
