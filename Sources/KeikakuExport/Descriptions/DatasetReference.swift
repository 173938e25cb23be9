/// `Documentation/Datasets.md`: every file, table and column of a dataset, from the columns declared once.
public enum DatasetReference {
  public static var text: String {
    head + Dataset.tables.map { table($0.schema) }.joined() + views
  }

  private static let head = """
    # The dataset folder

    What `keikaku build` writes. This page is made from the columns as the program declares them.

    | file | holds |
    | --- | --- |
    | `documents/<plan id>.json`, `.txt` | each document, and the text that its positions refer to |
    | `plans.jsonl` | the same JSON, one line a document |
    | `tables/*.csv` | the tables below: UTF-8, LF, a header always; an empty field is an unknown value |
    | `datapackage.json` | Frictionless Data Package: types, keys, enumerations, sizes and digests |
    | `csv-metadata.json` | the same as CSV on the Web |
    | `dataset.jsonld` | the dataset in the terms of schema.org |
    | `plans.sqlite` | the tables with keys enforced, the full-text table `search`, and the views below |
    | `metadata.json` | for Datasette: `datasette plans.sqlite -m metadata.json` |
    | `load.sql` | for DuckDB: `duckdb -c ".read load.sql"` writes `tables/*.parquet` |
    | `report.json` | what was read, skipped, failed, replaced and not written, and how many rows came out |

    Lists are texts joined by `;`. Codes and ids are text: read them so (`dtype=str` in pandas, `VARCHAR` in DuckDB), or the
    0 that a municipality's code may begin with is lost. Numbers are exact decimals in CSV and JSON, and `REAL` in SQLite.
    Booleans are `true` and `false`, in SQLite 1 and 0.

    `--csv-profile excel` writes a byte order mark and CRLF, and an apostrophe before a text that a spreadsheet would take
    for a formula; `--csv-profile cp932` writes Windows-31J and CRLF, 〓 for a character that it has not, and names each such
    cell in `report.json` and on standard error. `--headers ja` writes the Japanese column names.

    `search` holds one row a text, with every two neighbouring letters as a word in `bigrams`: a word is found as the phrase
    of its pairs, 観光客 as `search match '"観光 光客"'`. The ready queries of `metadata.json` make the phrase by themselves.

    """

  private static func table(_ table: TableSchema) -> String {
    let rows = table.columns.map { column in
      "| `\(column.name)` | \(column.japaneseName) | \(type(column, table)) | \(meaning(column)) |\n"
    }
    return """

      ## \(table.name) (\(table.japaneseName))

      \(table.description) Key: \(table.primaryKey.map { "`\($0)`" }.joined(separator: ", ")).

      | column | Japanese | type | meaning |
      | --- | --- | --- | --- |
      \(rows.joined())
      """
  }

  private static func type(_ column: ColumnSchema, _ table: TableSchema) -> String {
    let key = column.references.map { " → `\($0)`" } ?? ""
    return column.type.rawValue + (column.isRequired ? ", always" : "") + key
  }

  private static func meaning(_ column: ColumnSchema) -> String {
    let choices = column.choices.isEmpty ? "" : " One of " + column.choices.joined(separator: ", ") + "."
    let unit = column.measure.map { " In \($0)s." } ?? ""
    return "\(column.description)\(choices)\(unit) \(column.japaneseDescription)".replacing("|", with: "\\|")
  }

  private static var views: String {
    "\n## Views of plans.sqlite\n\n| view | holds |\n| --- | --- |\n"
      + SQLiteViews.all.map { "| `\($0.name)` | \($0.description) |\n" }.joined()
  }
}
