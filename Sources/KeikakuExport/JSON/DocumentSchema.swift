/// The contract's JSON of one document, as a schema.
public enum DocumentSchema {
  /// What `schema_version` says. A change to keys or meanings is a new version.
  static let version: StaticString = "1.0"
}
