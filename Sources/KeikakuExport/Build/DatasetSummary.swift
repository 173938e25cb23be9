/// What came out of the making of a dataset.
public struct DatasetSummary: Sendable {
  public var plans: Int
  public var indicators: Int
  public var actions: Int
  public var skipped: Int
  public var failed: Int
  /// Cells of the CSV files in which characters were replaced.
  public var replacements: [CSVReplacement]
  /// Why `plans.sqlite` was not written; nil where it was.
  public var missingLibrary: String?
}
