/// Finds dates and quantities in running text in one pass over its bytes.
public struct MentionFinder: Sendable {
  public enum Finding: Sendable {
    case date(Temporal)
    case quantity(Quantity)
  }

  public struct Mention: Sendable {
    public var finding: Finding
    /// Bytes of the text that was searched.
    public var range: Range<Int>
  }

  public init() {}

  /// The mentions in `bytes[range]`, in order, never overlapping. A date beside a quantity is the quantity's period.
  public func mentions(in bytes: [UInt8], range: Range<Int>) -> [Mention] { [] }
}
