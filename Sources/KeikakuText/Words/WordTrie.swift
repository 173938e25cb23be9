/// A set of words, each with a value, found by longest match over UTF-8 bytes.
///
/// The lexicon's tables become such tries once per process; looking a word up then touches no `String`.
///
/// A trie is one reference, so that the readers that hold several are cheap to hand on.
public struct WordTrie<Value: Sendable>: Sendable {
  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let trie: ByteTrie
    @usableFromInline let values: [Value]

    init(trie: ByteTrie, values: [Value]) {
      self.trie = trie
      self.values = values
    }
  }

  @usableFromInline let storage: Storage

  /// A later value of a word replaces an earlier one.
  public init(_ words: some Sequence<(String, Value)>) {
    self.init(trie: ByteTrie(), values: [], adding: words)
  }

  private init(trie: ByteTrie, values: [Value], adding words: some Sequence<(String, Value)>) {
    var trie = trie
    var values = values
    trie.reserve(words: words.underestimatedCount)
    values.reserveCapacity(values.count + words.underestimatedCount)
    for (word, value) in words where !word.isEmpty {
      trie.insert(word, values.count)
      values.append(value)
    }
    storage = Storage(trie: trie, values: values)
  }

  /// The words of this trie and others, whose values replace its own.
  public func adding(_ words: some Sequence<(String, Value)>) -> WordTrie {
    WordTrie(trie: storage.trie, values: storage.values, adding: words)
  }

  /// What its words begin with.
  public var beginnings: WordBeginnings { storage.trie.beginnings }

  /// Whether a word may begin at `start`: one look at its first character.
  @inlinable
  public func mayBegin(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> Bool {
    start < limit && storage.trie.beginnings.mayBegin(in: bytes, at: start, limit: limit)
  }

  /// The longest word that begins at `start`, as its value and its length in bytes.
  @inlinable
  public func longestMatch(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> (value: Value, length: Int)? {
    guard mayBegin(in: bytes, at: start, limit: limit) else { return nil }
    let match = storage.trie.longestMatch(in: bytes, at: start, limit: limit)
    return match.value < 0 ? nil : (storage.values[match.value], match.length)
  }

  /// Whether a word stands anywhere in a text: one way through its characters for all the words together.
  @inlinable
  public func occurs(in text: String) -> Bool {
    let bytes = text.utf8.span
    return occurs(in: bytes, from: 0, to: bytes.count)
  }

  /// Whether a word stands anywhere in a range of bytes.
  @inlinable
  public func occurs(in bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let beginnings = storage.trie.beginnings
    var index = start
    while index < end {
      if beginnings.mayBegin(in: bytes, at: index, limit: end),
        storage.trie.longestMatch(in: bytes, at: index, limit: end).value >= 0
      {
        return true
      }
      // No word begins inside a character; those of three bytes are nearly all there are.
      index += bytes[index] & 0xF0 == 0xE0 ? 3 : 1
    }
    return false
  }

  /// The longest word at the beginning of some bytes.
  @inlinable
  public func longestMatch(atStartOf bytes: ArraySlice<UInt8>) -> (value: Value, length: Int)? {
    longestMatch(in: bytes.span, at: 0, limit: bytes.count)
  }

  /// The value of a whole range of bytes, if it is a word.
  @inlinable
  public func whole(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Value? {
    guard let match = longestMatch(in: bytes, at: start, limit: end), match.length == end - start else { return nil }
    return match.value
  }

  /// The value of all the bytes, if they are a word.
  @inlinable
  public func whole(_ bytes: ArraySlice<UInt8>) -> Value? { whole(bytes.span, from: 0, to: bytes.count) }

  /// The longest word at the beginning of a text.
  @inlinable
  public func prefix(of text: String) -> (value: Value, length: Int)? {
    let span = text.utf8.span
    return longestMatch(in: span, at: 0, limit: span.count)
  }

  /// The value of the whole text, if it is a word.
  @inlinable
  public subscript(text: String) -> Value? {
    guard let match = prefix(of: text), match.length == text.utf8.count else { return nil }
    return match.value
  }
}
