import Keikaku

/// One row before it becomes values: an element with its document, its number from 0 and its place.
struct Row<Element: Sendable>: Sendable {
  let document: DocumentContext
  let index: Int
  let element: Element
  let position: SourcePosition?
  let source: SourceRange?

  init(_ document: DocumentContext, _ index: Int, _ element: Element, source: SourceRange?) {
    self.document = document
    self.index = index
    self.element = element
    self.source = source
    position = source.map { document.text.position(of: $0) }
  }
}

/// A column declared once: its schema, and how a row's value is found.
struct Column<Element: Sendable>: Sendable {
  var schema: ColumnSchema
  var value: @Sendable (Row<Element>) -> CellValue

  init(
    _ name: String, _ type: ColumnType, _ japanese: String, _ description: String, _ japaneseDescription: String,
    choices: [String] = [], value: @escaping @Sendable (Row<Element>) -> CellValue
  ) {
    schema = ColumnSchema(
      name: name, type: type, japaneseName: japanese, description: description,
      japaneseDescription: japaneseDescription, choices: choices)
    self.value = value
  }

  /// Every row has a value.
  var required: Column {
    var column = self
    column.schema.isRequired = true
    return column
  }

  /// The full-text search finds the row by the value.
  var searched: Column {
    var column = self
    column.schema.isSearched = true
    return column
  }

  /// The value is a size in this unit.
  func measured(in unit: String) -> Column {
    var column = self
    column.schema.measure = unit
    return column
  }

  /// The value is the key of a row of another table.
  func referring(to table: String) -> Column {
    var column = self
    column.schema.references = table
    return column
  }
}

/// A table of the dataset: its schema, and the rows that one document adds to it.
public struct DatasetTable: Sendable {
  public let schema: TableSchema
  private let rowsOfDocument: @Sendable (DocumentContext) -> [[CellValue]]
  private let commonRows: @Sendable (Vocabulary) -> [[CellValue]]

  /// A table of rows that are there whatever is read.
  init(schema: TableSchema, commonRows: @escaping @Sendable (Vocabulary) -> [[CellValue]]) {
    self.schema = schema
    self.commonRows = commonRows
    rowsOfDocument = { _ in [] }
  }

  init<Element>(
    _ name: String, _ japanese: String, _ description: String, _ japaneseDescription: String, key: [String],
    columns: [Column<Element>], rows: @escaping @Sendable (DocumentContext) -> [Row<Element>]
  ) {
    schema = TableSchema(
      name: name, japaneseName: japanese, description: description, japaneseDescription: japaneseDescription,
      primaryKey: key, columns: columns.map(\.schema))
    commonRows = { _ in [] }
    rowsOfDocument = { document in rows(document).map { row in columns.map { $0.value(row) } } }
  }

  /// The rows that come before any document's.
  public func rows(of vocabulary: Vocabulary) -> [[CellValue]] { commonRows(vocabulary) }

  /// The rows of one document, each with a value for every column.
  public func rows(of document: DocumentContext) -> [[CellValue]] { rowsOfDocument(document) }
}
