/// Words that texts end with, most of which are told by the last byte alone.
public struct WordEndings: Sendable {
  private let words: [[UInt8]]
  /// One bit for each remainder that the last bytes of the words leave when they are divided by 64.
  private let lastBytes: UInt64

  public init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    lastBytes = self.words.reduce(0) { $0 | 1 << UInt64($1[$1.count - 1] & 63) }
  }

  /// Whether a text ends with one of the words.
  public func end(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count > 0, lastBytes >> UInt64(bytes[bytes.count - 1] & 63) & 1 == 1 else { return false }
    return words.contains { bytes.ends(with: $0.span) }
  }
}
