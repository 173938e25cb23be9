/// Why a lexicon file is refused.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  public var line: Int
  public var message: String

  public var description: String { "line \(line): \(message)" }
}
