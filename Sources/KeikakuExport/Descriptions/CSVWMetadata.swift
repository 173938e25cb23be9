/// `csv-metadata.json`: all tables in the terms of CSV on the Web (W3C).
struct CSVWMetadata {
  let format: CSVFormat

  var json: MetadataJSON {
    .object([
      ("@context", ["http://www.w3.org/ns/csvw", ["@language": "en"]]),
      ("dc:title", .text(DatasetWording.title)), ("dc:description", .text(DatasetWording.description)),
      ("dialect", dialect), ("tables", .array(Dataset.tables.map { table($0.schema) })),
    ])
  }

  private var dialect: MetadataJSON {
    [
      "encoding": .text(format.encoding), "header": true, "delimiter": ",",
      "quoteChar": "\"", "doubleQuote": true, "lineTerminators": [.text(format.lineEnd)],
    ]
  }

  private func table(_ table: TableSchema) -> MetadataJSON {
    let schema: MetadataJSON = .object([
      ("columns", .array(table.columns.map { column($0, table) })), ("primaryKey", .texts(table.primaryKey)),
      ("foreignKeys", .array(table.columns.compactMap(foreignKey))),
    ])
    return .object([
      ("url", .text(CSVWriter.path(of: table))), ("dc:title", .text(table.japaneseName)),
      ("dc:description", .text(DatasetWording.both(table.description, table.japaneseDescription))),
      ("tableSchema", schema),
    ])
  }

  private func column(_ column: ColumnSchema, _ table: TableSchema) -> MetadataJSON {
    .object(having: [
      ("name", .text(column.name)), ("titles", .text(format.name(of: column))),
      ("dc:description", .text(DatasetWording.both(column.description, column.japaneseDescription))),
      ("datatype", Self.datatype(column)), ("separator", column.type == .list ? ";" : nil),
      ("required", table.isAlwaysFilled(column) ? true : nil),
    ])
  }

  /// Only for columns that are never empty: to readers of this format an empty cell refers to a row that is not there.
  private func foreignKey(_ column: ColumnSchema) -> MetadataJSON? {
    guard column.isRequired, let name = column.references else { return nil }
    let target = Dataset.schema(of: name)
    return [
      "columnReference": [.text(column.name)],
      "reference": [
        "resource": .text(CSVWriter.path(of: target)), "columnReference": .texts(target.primaryKey),
      ],
    ]
  }

  private static func datatype(_ column: ColumnSchema) -> MetadataJSON {
    switch column.type {
    case .text where !column.choices.isEmpty:
      ["base": "string", "format": .text(column.choices.joined(separator: "|"))]
    case .text, .list: "string"
    case .integer: "integer"
    case .number: "decimal"
    case .boolean: ["base": "boolean", "format": "true|false"]
    case .date: ["base": "date", "format": "yyyy-MM-dd"]
    }
  }
}
