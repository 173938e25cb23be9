import Keikaku

extension DatasetTable {
  /// The canonical indicators that the indicators were matched with.
  static let vocabulary = DatasetTable(
    "vocabulary", "標準指標", "The canonical indicators: figures that mean the same in every city.", "標準指標（どの自治体でも同じ意味の指標）",
    key: ["canonical_code"], columns: vocabularyColumns, elements: { $0.entries })

  private static let vocabularyColumns: [CommonColumn<VocabularyEntry>] = [
    .init("canonical_code", .text, "標準指標コード", "Identifies the canonical indicator.", "標準指標のコード", isRequired: true) {
      .text($0.code)
    },
    .init("name", .text, "標準指標名", "Its name.", "標準指標の名称", isRequired: true) { .text($0.name) },
    .init("unit", .text, "単位", "The base unit; empty for what has none.", "基本単位") { CellValue($0.unit) },
    .init(
      "good_direction", .text, "望ましい方向", "Whether up or down is good.", "増減のどちらが望ましいか", choices: ["up", "down"]
    ) { CellValue($0.goodDirection) },
    .init(
      "result_kind", .text, "成果区分", "Outcome (what changed) or output (what was done).", "成果指標・活動指標",
      choices: ["outcome", "output"]
    ) { CellValue($0.resultKind) },
    .init("aliases", .list, "別名", "Other names of the same figure.", "別名") { .list($0.aliases) },
    .init("patterns", .list, "名称の型", "Forms of whole names that mean it.", "該当する名称の型") { .list($0.patterns) },
  ]
}
