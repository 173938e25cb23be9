import Keikaku

/// A column of a table whose rows are the same whatever documents were read.
struct CommonColumn<Element: Sendable>: Sendable {
  var schema: ColumnSchema
  var value: @Sendable (Element) -> CellValue

  init(
    _ name: String, _ type: ColumnType, _ japanese: String, _ description: String, _ japaneseDescription: String,
    choices: [String] = [], references: String? = nil, isRequired: Bool = false,
    value: @escaping @Sendable (Element) -> CellValue
  ) {
    schema = ColumnSchema(
      name: name, type: type, japaneseName: japanese, description: description,
      japaneseDescription: japaneseDescription, isRequired: isRequired, choices: choices, references: references)
    self.value = value
  }
}

extension DatasetTable {
  /// A table that no document adds to: a list that the documents' rows refer to.
  init<Element>(
    _ name: String, _ japanese: String, _ description: String, _ japaneseDescription: String, key: [String],
    columns: [CommonColumn<Element>], elements: @escaping @Sendable (Vocabulary) -> [Element]
  ) {
    let schema = TableSchema(
      name: name, japaneseName: japanese, description: description, japaneseDescription: japaneseDescription,
      primaryKey: key, columns: columns.map(\.schema))
    self.init(schema: schema) { vocabulary in elements(vocabulary).map { element in columns.map { $0.value(element) } }
    }
  }
}
