/// Reads temporal expressions of Japanese public documents.
public struct TemporalReader: Sendable {
  /// What the surroundings say about a bare number.
  public enum Context: Sendable {
    /// Running text or a cell of mixed content: a bare four-digit number is no year.
    case text
    /// A header or a column of years: a bare 2024, '24 or 6 beside an era is a fiscal year, `assumed`.
    case yearColumn
  }

  /// An expression found in a text: what it says and the bytes it stands in.
  public struct Match: Sendable {
    public var temporal: Temporal
    public var range: Range<Int>
  }

  public init() {}

  /// All expressions in order; impossible ones are among them, with flag `invalid`.
  public func matches(in text: String, context: Context = .text) -> [Match] { [] }

  /// The first expression.
  public func first(in text: String, context: Context = .text) -> Match? { matches(in: text, context: context).first }

  /// What the whole text says, blanks and brackets around it apart; nil where more than a date stands in it.
  public func whole(_ text: String, context: Context = .yearColumn) -> Temporal? { nil }
}
