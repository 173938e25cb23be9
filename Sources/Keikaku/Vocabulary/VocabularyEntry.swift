/// An indicator that means the same in every city, as the vocabulary defines it.
public struct VocabularyEntry: Hashable, Sendable {
  /// A short stable code: POP_TOTAL.
  public var code: String
  public var name: String
  /// The base unit; nil for what has none, such as 合計特殊出生率.
  public var unit: String?
  /// up or down: which way is good; nil where neither is.
  public var goodDirection: String?
  /// outcome (what changed) or output (what was done); nil where the vocabulary does not say.
  public var resultKind: String?
  /// Other names of the same figure. `出生率<5` is one only where the value is below 5.
  public var aliases: [String]
  /// Forms of whole names, see `NamePattern`.
  public var patterns: [String]

  public init(
    code: String, name: String, unit: String? = nil, goodDirection: String? = nil, resultKind: String? = nil,
    aliases: [String] = [], patterns: [String] = []
  ) {
    self.code = code
    self.name = name
    self.unit = unit
    self.goodDirection = goodDirection
    self.resultKind = resultKind
    self.aliases = aliases
    self.patterns = patterns
  }
}
