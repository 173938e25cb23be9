import Keikaku

extension DatasetTable {
  /// The figures by which plans measure themselves; their values are in `measurements`.
  static let indicators = DatasetTable(
    "indicators", "指標", "One row an indicator (数値目標, KPI); its values are rows of measurements.",
    "指標（数値目標・KPI）。値は measurements にある",
    key: ["indicator_id"], columns: indicatorColumns, rows: { $0.rows($0.document.indicators) { $0.source } })

  private static let indicatorColumns: [Column<Indicator>] =
    [
      .init("indicator_id", .text, "指標ID", "Identifies the indicator.", "指標の識別子") {
        .text($0.document.id(.indicator, $0.index))
      }.required,
      .plan,
      .init("node_id", .text, "施策ID", "The node that it serves.", "指標が属する施策") { $0.document.node($0.element.node) }
        .referring(to: "nodes"),
      .init("name", .text, "指標名", "As written.", "指標名（原文）") { .text($0.element.name) }.required.searched,
      .init("unit", .text, "単位", "The unit of its values.", "単位") { CellValue($0.element.unit) },
    ] + canonicalColumns + describingColumns + resultColumns + Column.source

  private static let canonicalColumns: [Column<Indicator>] = [
    .init("canonical_code", .text, "標準指標コード", "The same figure in every city.", "標準指標のコード") {
      CellValue($0.element.canonical?.code)
    }.referring(to: "vocabulary"),
    .init("canonical_name", .text, "標準指標名", "Name of the canonical indicator.", "標準指標の名称") {
      CellValue($0.element.canonical?.name)
    },
    .init("canonical_method", .text, "照合方法", "How the name was matched.", "照合の方法") {
      CellValue($0.element.canonical?.method)
    },
    .init("canonical_good_direction", .text, "望ましい方向", "Whether up or down is good.", "増減のどちらが望ましいか") {
      CellValue($0.element.canonical?.goodDirection)
    },
    .init("canonical_result_kind", .text, "成果区分", "Outcome or output.", "成果指標・活動指標") {
      CellValue($0.element.canonical?.resultKind)
    },
  ]

  private static let describingColumns: [Column<Indicator>] = [
    .init("definition", .text, "定義", "What it counts, as the document says.", "指標の定義") {
      CellValue($0.element.definition)
    }
    .searched,
    .init("data_source", .text, "データ出典", "Where its figures come from.", "データの出典") { CellValue($0.element.dataSource) }
      .searched,
    .init("department", .text, "担当課", "Who is in charge.", "担当部署") { CellValue($0.element.department) }.searched,
    .init("remarks", .text, "備考", "Remarks.", "備考") { CellValue($0.element.remarks) }.searched,
  ]

  private static let resultColumns: [Column<Indicator>] = [
    .init("grade_raw", .text, "評価（原文）", "The grade as printed.", "評価の原文表記") { CellValue($0.element.grade?.raw) },
    .init("grade_normalized", .text, "評価", "The grade in common terms.", "評価（共通区分）") {
      CellValue($0.element.grade?.normalized)
    },
    .init("achievement_progress", .number, "進捗率", "(actual − baseline) / (target − baseline).", "（実績−基準）÷（目標−基準）") {
      CellValue($0.element.achievement?.progress)
    },
    .init("achievement_ratio", .number, "達成率", "actual / target.", "実績÷目標") {
      CellValue($0.element.achievement?.ratio)
    },
    .init(
      "achievement_printed_rate", .number, "達成率（原文）", "The rate that the document prints, in percent.", "文書に印刷された達成率（％）"
    ) {
      CellValue($0.element.achievement?.printedRate)
    },
    .init("note_ids", .list, "注記ID", "Its footnotes.", "関連する注記") { row in
      .list(row.element.notes.map { row.document.id(.note, $0) })
    },
    .init("diagnostics", .list, "診断コード", "Codes of what was seen on the way.", "読み取り時の診断コード") {
      .list($0.element.diagnostics.map(\.name))
    },
  ]
}
