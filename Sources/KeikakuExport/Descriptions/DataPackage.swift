/// `datapackage.json`: a Frictionless Data Package, version 2, with the keys that version 1 tools read.
///
/// Lists are texts joined by `;` there, since version 1 has no type for them.
struct DataPackage {
  let format: CSVFormat
  /// The tables' files, in the order of `Dataset.tables`.
  let files: [DatasetFile]

  var json: MetadataJSON {
    .object([
      ("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"), ("profile", "tabular-data-package"),
      ("name", .text(DatasetWording.name)), ("title", .text(DatasetWording.title)),
      ("description", .text(DatasetWording.both(DatasetWording.description, DatasetWording.japaneseTitle))),
      ("version", .text(toolVersion)), ("keywords", .texts(DatasetWording.keywords)),
      ("csvFormulaEscaped", .boolean(format.profile == .excel)),
      ("resources", .array(zip(Dataset.tables, files).map { resource($0.schema, $1) })),
    ])
  }

  private func resource(_ table: TableSchema, _ file: DatasetFile) -> MetadataJSON {
    .object([
      ("name", .text(table.name)), ("type", "table"), ("profile", "tabular-data-resource"),
      ("title", .text(table.japaneseName)),
      ("description", .text(DatasetWording.both(table.description, table.japaneseDescription))),
      ("path", .text(file.path)), ("scheme", "file"), ("format", "csv"), ("mediatype", .text(file.mediaType)),
      ("encoding", .text(format.encoding)), ("bytes", .integer(file.bytes)),
      ("hash", .text("sha256:\(file.sha256 ?? "")")), ("dialect", dialect), ("schema", schema(table)),
    ])
  }

  private var dialect: MetadataJSON {
    [
      "delimiter": ",", "lineTerminator": .text(format.lineEnd), "quoteChar": "\"", "doubleQuote": true,
      "header": true,
    ]
  }

  private func schema(_ table: TableSchema) -> MetadataJSON {
    .object([
      ("$schema", "https://datapackage.org/profiles/2.0/tableschema.json"),
      ("fields", .array(table.columns.map { field($0, table) })), ("missingValues", [""]),
      ("primaryKey", .texts(format.names(table.primaryKey, in: table))),
      ("foreignKeys", .array(table.columns.compactMap { foreignKey($0, table) })),
    ])
  }

  private func field(_ column: ColumnSchema, _ table: TableSchema) -> MetadataJSON {
    let constraints: [(String, MetadataJSON)] =
      (table.isAlwaysFilled(column) ? [("required", true)] : [])
      + (column.choices.isEmpty ? [] : [("enum", .texts(column.choices))])
    return .object(having: [
      ("name", .text(format.name(of: column))), ("type", .text(Self.type(column.type))),
      ("title", .text(format.headers == .ja ? column.name : column.japaneseName)),
      ("description", .text(DatasetWording.both(column.description, column.japaneseDescription))),
      ("unit", column.measure.map(MetadataJSON.text)),
      ("constraints", constraints.isEmpty ? nil : .object(constraints)),
    ])
  }

  private func foreignKey(_ column: ColumnSchema, _ table: TableSchema) -> MetadataJSON? {
    guard let name = column.references else { return nil }
    let target = Dataset.schema(of: name)
    return [
      "fields": [.text(format.name(of: column))],
      "reference": [
        "resource": .text(name == table.name ? "" : name),
        "fields": .texts(format.names(target.primaryKey, in: target)),
      ],
    ]
  }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .list: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    }
  }
}
