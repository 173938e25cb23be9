/// The statements that make the tables, from the columns declared once.
enum SQLiteSchema {
  /// Of the tables' shape: changes with the schema version of the contract.
  static let userVersion = 1
  /// `KEIK` in ASCII, by which `file` and others know the database.
  static let applicationID = 0x4B45_494B

  static func create(_ table: TableSchema) -> String {
    let columns = table.columns.map { column($0) }
    let key = "  primary key (\(table.primaryKey.map(quoted).joined(separator: ", ")))"
    return "create table \(quoted(table.name)) (\n\((columns + [key]).joined(separator: ",\n"))\n) strict;\n"
  }

  /// One index for each key that refers to another table.
  static func indexes(_ table: TableSchema) -> [String] {
    table.columns.filter { $0.references != nil && $0.name != table.primaryKey.first }.map {
      "create index \(quoted("\(table.name)_\($0.name)")) on \(quoted(table.name)) (\(quoted($0.name)));\n"
    }
  }

  static func insert(_ table: TableSchema) -> String {
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    return "insert into \(quoted(table.name)) values (\(marks))"
  }

  /// A column. References are checked at the end of the transaction, so that rows may stand in the document's order.
  private static func column(_ column: ColumnSchema) -> String {
    var text = "  \(quoted(column.name)) \(type(column.type))"
    if column.isRequired { text += " not null" }
    if column.type == .boolean { text += " check (\(quoted(column.name)) in (0, 1))" }
    if !column.choices.isEmpty {
      text += " check (\(quoted(column.name)) in (\(column.choices.map { "'\($0)'" }.joined(separator: ", "))))"
    }
    if let name = column.references {
      let key = Dataset.schema(of: name).primaryKey.map(quoted).joined(separator: ", ")
      text += " references \(quoted(name)) (\(key)) deferrable initially deferred"
    }
    return text
  }

  private static func quoted(_ name: String) -> String { "\"\(name)\"" }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .list, .date: "text"
    case .integer, .boolean: "integer"
    case .number: "real"
    }
  }
}
