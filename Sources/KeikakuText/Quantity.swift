/// What a cell or an expression says in numbers: the contract's "Measurement" without its place in the source.
public struct Quantity: Hashable, Sendable {
  public enum Qualifier: String, Sendable, CaseIterable {
    case cumulative
    case annualAverage = "annual_average"
    case annual
    case atLeast = "at_least"
    case above
    case atMost = "at_most"
    case below, about, maintain, increase, decrease, relative, rank, ordinal
  }

  public enum Flag: String, Sendable, CaseIterable {
    case missing
    case notAQuantity = "not_a_quantity"
    case ocrRepaired = "ocr_repaired"
    case rounded
  }

  /// One labelled figure of several in a cell: 平日 237,673.
  public struct Part: Hashable, Sendable {
    public var label: String
    public var value: ExactDecimal?
    public var unit: String?

    public init(label: String, value: ExactDecimal?, unit: String?) {
      self.label = label
      self.value = value
      self.unit = unit
    }
  }

  /// The text as it stands in the source, untouched.
  public var raw: String
  /// In the base unit; nil for a range, for parts, and for words.
  public var value: ExactDecimal?
  public var low: ExactDecimal?
  public var high: ExactDecimal?
  /// The base unit in its normal spelling: 人, 円, %, か所.
  public var unit: String?
  /// What the written figure was multiplied by: 10000 for 万.
  public var scale: ExactDecimal
  public var qualifiers: [Qualifier]
  public var period: Temporal?
  /// What is no number: 維持, 全国平均以上.
  public var text: String?
  public var parts: [Part]
  public var also: [Quantity]
  public var flags: [Flag]

  public init(
    raw: String, value: ExactDecimal? = nil, low: ExactDecimal? = nil, high: ExactDecimal? = nil, unit: String? = nil,
    scale: ExactDecimal = 1, qualifiers: [Qualifier] = [], period: Temporal? = nil, text: String? = nil,
    parts: [Part] = [], also: [Quantity] = [], flags: [Flag] = []
  ) {
    self.raw = raw
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.scale = scale
    self.qualifiers = qualifiers
    self.period = period
    self.text = text
    self.parts = parts
    self.also = also
    self.flags = flags
  }
}
