import Keikaku

/// The tables of a dataset: declared once, written in every format.
public enum Dataset {
  /// In an order in which no row refers to a table that comes later, its own apart.
  public static let tables: [DatasetTable] = [
    .municipalities, .vocabulary, .plans, .nodes, .indicators, .measurements, .measurementParts, .actions, .schedule,
    .relations, .notes, .mentions,
    .diagnostics,
  ]

  /// A table by its name.
  static func schema(of name: String) -> TableSchema { tables.first { $0.schema.name == name }!.schema }

  /// The rows that every dataset holds, for each of `tables`.
  static func commonRows(_ vocabulary: Vocabulary) -> [[[CellValue]]] { tables.map { $0.rows(of: vocabulary) } }
}
