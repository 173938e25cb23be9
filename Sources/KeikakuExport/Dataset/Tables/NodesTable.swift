import Keikaku

extension DatasetTable {
  /// The goals, measures, programmes and projects.
  static let nodes = DatasetTable(
    "nodes", "施策体系", "The plan's hierarchy: one row a goal, measure, programme or project.", "計画の施策体系（目標・施策・事業）",
    key: ["node_id"], columns: nodeColumns, rows: { $0.rows($0.document.nodes) { $0.source } })

  private static let nodeColumns: [Column<Node>] =
    [
      .init("node_id", .text, "施策ID", "Identifies the node.", "施策の識別子") { .text($0.document.id(.node, $0.index)) }
        .required,
      .plan,
      .init("parent_id", .text, "上位施策ID", "The node above; empty at the top.", "上位の施策") {
        $0.document.node($0.element.parent)
      }.referring(to: "nodes"),
      .init("kind", .text, "種別", "What kind of node it is.", "施策の種別", choices: NodeKind.names) {
        CellValue($0.element.kind)
      }
      .required,
      .init("label", .text, "呼称", "The document's own word for it.", "文書中の呼称") { CellValue($0.element.label) },
      .init("number", .text, "番号", "As the document counts it, in ASCII digits.", "番号（半角数字）") {
        CellValue($0.element.number)
      },
      .init("title", .text, "名称", "The title.", "名称") { .text($0.element.title) }.required.searched,
      .init("text", .text, "本文", "The running text below the heading.", "見出しの下の本文") { CellValue($0.element.text) }
        .searched,
      .init("relisted", .boolean, "再掲", "Listed again after its first place.", "再掲かどうか") {
        .boolean($0.element.relisted)
      }
      .required,
    ] + Column.source
}
