@testable import KeikakuExport

/// All rows of a dataset's database, by table, in the order in which they were written.
struct DatabaseRows: Equatable {
  var rows: [String: [[SQLiteValue]]] = [:]

  init(_ folder: String) throws {
    let path = "\(folder)/\(SQLiteWriter.fileName)"
    let database = try SQLiteDatabase(SQLiteLibrary(), path: path, access: .reading)
    for name in Dataset.tables.map(\.schema.name) + ["search"] {
      rows[name] = try database.prepare("select * from \(name) order by rowid").rows()
    }
  }
}
