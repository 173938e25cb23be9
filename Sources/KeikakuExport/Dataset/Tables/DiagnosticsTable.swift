import Keikaku

extension DatasetTable {
  /// What was seen on the way that a reader of the data should know.
  static let diagnostics = DatasetTable(
    "diagnostics", "診断", "One row a finding about a document or its reading.", "文書や読み取りに関する診断",
    key: ["plan_id", "ordinal"], columns: diagnosticColumns,
    rows: { $0.rows($0.document.diagnostics) { $0.source } })

  private static let diagnosticColumns: [Column<Diagnostic>] =
    [
      .plan,
      .init("ordinal", .integer, "順序", "From 1 within the plan.", "計画内の順序") { .integer($0.index + 1) }.required,
      .init("code", .text, "コード", "Stable name of the finding.", "診断コード") { .text($0.element.code.name) }.required,
      .init("severity", .text, "重大度", "Error, warning or note.", "エラー・警告・情報", choices: DiagnosticCode.Severity.names) {
        CellValue($0.element.code.severity)
      }.required,
      .init("message", .text, "内容", "What was seen, and which rule decided.", "内容") { .text($0.element.message) }
        .required,
    ] + Column.source
}
