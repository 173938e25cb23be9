/// `metadata.json`: what Datasette shows of the database: what columns mean, labels of keys, and ready questions.
struct DatasetteMetadata {
  var json: MetadataJSON {
    .object([
      ("title", .text(DatasetWording.title)), ("description", .text(DatasetWording.description)),
      (
        "databases",
        [
          "plans": .object([
            ("tables", .object(Dataset.tables.map { ($0.schema.name, table($0.schema)) } + views)),
            ("queries", .object(SQLiteQueries.canned.map { ($0.name, query($0)) })),
          ])
        ]
      ),
    ])
  }

  private func table(_ table: TableSchema) -> MetadataJSON {
    let columns = table.columns.map {
      ($0.name, MetadataJSON.text("\($0.japaneseName): \(DatasetWording.both($0.description, $0.japaneseDescription))"))
    }
    let units = table.columns.compactMap { column in
      column.measure.map { (column.name, MetadataJSON.text($0)) }
    }
    return .object(having: [
      ("title", .text("\(table.name) (\(table.japaneseName))")),
      ("description", .text(DatasetWording.both(table.description, table.japaneseDescription))),
      ("label_column", Self.labels[table.name].map(MetadataJSON.text)), ("columns", .object(columns)),
      ("units", units.isEmpty ? nil : .object(units)), ("facets", Self.facets[table.name].map(MetadataJSON.texts)),
    ])
  }

  private var views: [(String, MetadataJSON)] {
    SQLiteViews.all.map { ($0.name, ["description": .text($0.description)]) }
  }

  private func query(_ query: SQLiteQueries.Canned) -> MetadataJSON {
    ["title": .text(query.title), "description": .text(query.description), "sql": .text(query.sql)]
  }

  /// The column that stands for a row where another table refers to it.
  private static let labels = [
    "municipalities": "name", "vocabulary": "name", "plans": "title", "nodes": "title", "indicators": "name",
    "actions": "text", "measurements": "raw", "notes": "text",
  ]

  private static let facets = [
    "municipalities": ["prefecture", "kind"], "plans": ["kind", "prefecture"], "nodes": ["kind", "plan_id"],
    "indicators": ["plan_id", "canonical_code"], "measurements": ["role", "unit"], "actions": ["status", "plan_id"],
    "diagnostics": ["code", "severity"],
  ]
}
