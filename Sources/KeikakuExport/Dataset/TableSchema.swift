/// What a column holds.
public enum ColumnType: String, Sendable, CaseIterable {
  case text, integer, number, boolean, date
  /// Names or ids joined by `;`.
  case list
}

/// A column as every format declares it.
public struct ColumnSchema: Sendable {
  public var name: String
  public var type: ColumnType
  /// The header in Japanese.
  public var japaneseName: String
  public var description: String
  public var japaneseDescription: String
  /// Whether every row has a value.
  public var isRequired = false
  /// The values that there are, where they are a closed set.
  public var choices: [String] = []
  /// The table whose key the value is.
  public var references: String?
  /// Whether the full-text search finds the row by it.
  public var isSearched = false
  /// The unit of a size, in English: byte, point.
  public var measure: String?
}

/// A table as every format declares it.
public struct TableSchema: Sendable {
  public var name: String
  public var japaneseName: String
  public var description: String
  public var japaneseDescription: String
  public var primaryKey: [String]
  public var columns: [ColumnSchema]

  /// Whether every row shows a value even where an empty text cannot be told from none: not so for free texts.
  func isAlwaysFilled(_ column: ColumnSchema) -> Bool {
    let isFree = column.type == .text && column.choices.isEmpty && column.references == nil
    return column.isRequired && (!isFree || primaryKey.contains(column.name))
  }
}
