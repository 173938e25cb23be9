/// Reads quantities of Japanese public documents: exact values with units, bounds, qualifiers and periods.
public struct QuantityReader: Sendable {
  /// What the table around a cell says of its figures.
  public struct Context: Sendable {
    /// The unit that a column, a name's bracket or a header gives, as written: 十億円, 人/年, %.
    public var unit: String?
    /// The indicator's name, for signs in words: 転出超過 under a name that counts 転入超過.
    public var name: String?

    public init(unit: String? = nil, name: String? = nil) {
      self.unit = unit
      self.name = name
    }
  }

  public init() {}

  /// Reads the whole of a cell. Never fails: what is no quantity says so by its flags.
  public func read(_ text: String, context: Context = Context()) -> Quantity {
    Quantity(raw: text, flags: [.notAQuantity])
  }

  /// Whether a text is a unit as documents write one: 人, か所, 十億円, 人/日.
  public func isUnit(_ text: String) -> Bool { false }

  /// The base unit and factor of a written unit: 十億円 is 円 × 10⁹, ヶ所 is か所.
  public func unit(_ text: String) -> (base: String, factor: ExactDecimal)? { nil }
}
