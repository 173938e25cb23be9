import Keikaku

/// Writes `plans.sqlite`: the tables with their keys enforced, full-text search, and views for the common questions.
///
/// Everything is one transaction. No journal is kept: the file lies in a folder that becomes the dataset only when whole.
final class SQLiteWriter: TableWriter {
  static let fileName = "plans.sqlite"

  private let database: SQLiteDatabase
  private let inserts: [SQLiteStatement]
  private let searchInsert: SQLiteStatement
  private let layouts: [SearchTable.Layout?]

  init(folder: String, library: SQLiteLibrary) throws(FileFailure) {
    database = try SQLiteDatabase(library, path: "\(folder)/\(Self.fileName)", access: .making)
    try database.run(
      """
      pragma page_size = 4096; pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = on;
      pragma application_id = \(SQLiteSchema.applicationID); pragma user_version = \(SQLiteSchema.userVersion);
      begin;
      """)
    for table in Dataset.tables { try database.run(SQLiteSchema.create(table.schema)) }
    try database.run(SearchTable.create)
    var inserts: [SQLiteStatement] = []
    for table in Dataset.tables { inserts.append(try database.prepare(SQLiteSchema.insert(table.schema))) }
    self.inserts = inserts
    searchInsert = try database.prepare(SearchTable.insert)
    layouts = Dataset.tables.map { SearchTable.Layout($0.schema) }
  }

  func add(rows: [[[CellValue]]]) throws(FileFailure) {
    for (index, rows) in rows.enumerated() {
      for row in rows {
        try inserts[index].run(row)
        if let entry = layouts[index]?.entry(row) { try searchInsert.run(entry) }
      }
    }
  }

  func finish() throws(FileFailure) {
    for table in Dataset.tables {
      for index in SQLiteSchema.indexes(table.schema) { try database.run(index) }
    }
    for view in SQLiteViews.all { try database.run(view.create) }
    try database.run("commit; analyze;")
  }
}
