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
}

/// A table as every format declares it.
public struct TableSchema: Sendable {
  public var name: String
  public var japaneseName: String
  public var description: String
  public var japaneseDescription: String
  public var primaryKey: [String]
  public var columns: [ColumnSchema]
}
