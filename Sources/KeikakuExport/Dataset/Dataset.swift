/// The tables of a dataset: declared once, written in every format.
public enum Dataset {
  /// In an order in which no row refers to a table that comes later, its own apart.
  public static let tables: [DatasetTable] = [
    .plans, .nodes, .indicators, .measurements, .measurementParts, .actions, .schedule, .relations, .notes, .mentions,
    .diagnostics,
  ]
}
