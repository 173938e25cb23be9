import Keikaku

extension DatasetTable {
  /// Footnotes and definitions.
  static let notes = DatasetTable(
    "notes", "注記", "One row a footnote or definition.", "注記・用語の定義",
    key: ["note_id"], columns: noteColumns, rows: { $0.rows($0.document.notes) { $0.source } })

  private static let noteColumns: [Column<Note>] =
    [
      .init("note_id", .text, "注記ID", "Identifies the note.", "注記の識別子") { .text($0.document.id(.note, $0.index)) }
        .required,
      .plan,
      .init("marker", .text, "記号", "※1, * and the like.", "注記の記号") { CellValue($0.element.marker) },
      .init("term", .text, "用語", "The term that it defines.", "定義する用語") { CellValue($0.element.term) }.searched,
      .init("text", .text, "内容", "What it says.", "注記の内容") { .text($0.element.text) }.required.searched,
    ] + Column.source
}
