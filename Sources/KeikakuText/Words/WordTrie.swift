/// A set of words, each with a value, found by longest match over UTF-8 bytes.
///
/// The lexicon's tables become such tries once per process; looking a word up then touches no `String`.
public struct WordTrie<Value: Sendable>: Sendable {
  @usableFromInline var trie = ByteTrie()
  @usableFromInline var values: [Value] = []

  public init() {}

  public init(_ words: some Sequence<(String, Value)>) {
    for (word, value) in words { insert(word, value) }
  }

  /// Adds a word; a later value replaces an earlier one.
  public mutating func insert(_ word: String, _ value: Value) {
    guard !word.isEmpty else { return }
    trie.insert(word, values.count)
    values.append(value)
  }

  /// Whether a word may begin at `start`: one look at its first character.
  @inlinable
  public func mayBegin(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> Bool {
    start < limit && trie.mayBegin(in: bytes, at: start, limit: limit)
  }

  /// The longest word that begins at `start`, as its value and its length in bytes.
  @inlinable
  public func longestMatch(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> (value: Value, length: Int)? {
    guard mayBegin(in: bytes, at: start, limit: limit) else { return nil }
    let match = trie.longestMatch(in: bytes, at: start, limit: limit)
    return match.value < 0 ? nil : (values[match.value], match.length)
  }

  /// The value of a whole range of bytes, if it is a word.
  @inlinable
  public func whole(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Value? {
    guard let match = longestMatch(in: bytes, at: start, limit: end), match.length == end - start else { return nil }
    return match.value
  }

  /// The value of all the bytes, if they are a word.
  public func whole(_ bytes: ArraySlice<UInt8>) -> Value? { whole(bytes.span, from: 0, to: bytes.count) }

  /// The longest word at the beginning of a text.
  public func prefix(of text: String) -> (value: Value, length: Int)? {
    let span = text.utf8.span
    return longestMatch(in: span, at: 0, limit: span.count)
  }

  /// The value of the whole text, if it is a word.
  public subscript(text: String) -> Value? {
    guard let match = prefix(of: text), match.length == text.utf8.count else { return nil }
    return match.value
  }
}
