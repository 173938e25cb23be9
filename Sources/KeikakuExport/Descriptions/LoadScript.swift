/// `load.sql`: what DuckDB runs in the dataset's folder to write every table as Parquet beside its CSV.
///
/// Types are declared, so that a code keeps the 0 it begins with whatever the rows hold.
struct LoadScript {
  let format: CSVFormat

  var text: String {
    let head = """
      -- Writes tables/*.parquet. Run in the folder of the dataset: duckdb -c ".read load.sql"
      -- or in Python: duckdb.execute(open('load.sql').read())

      """
    return head + extensions + Dataset.tables.map { statement($0.schema) }.joined()
  }

  private var extensions: String {
    guard format.profile == .cp932 else { return "" }
    return "-- CP932 is read by an extension of DuckDB, loaded from its site.\ninstall encodings;\nload encodings;\n"
  }

  private func statement(_ table: TableSchema) -> String {
    let columns = table.columns.map { "\"\($0.name)\": '\(Self.type($0.type))'" }.joined(separator: ", ")
    let path = CSVWriter.path(of: table)
    let encoding = format.profile == .cp932 ? ", encoding = 'CP932'" : ""
    return """

      copy (
        select * from read_csv(
          '\(path)', columns = {\(columns)},
          auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '',
          allow_quoted_nulls = false, parallel = false\(encoding))
      ) to '\(path.dropLast(3))parquet' (format parquet);

      """
  }

  private static func type(_ type: ColumnType) -> String {
    switch type {
    case .text, .list: "VARCHAR"
    case .integer: "BIGINT"
    case .number: "DOUBLE"
    case .boolean: "BOOLEAN"
    case .date: "DATE"
    }
  }
}
