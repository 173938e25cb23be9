/// A set of words, each with a value, found by longest match over UTF-8 bytes.
///
/// The lexicon's tables become such tries once per process; looking a word up then touches no `String`.
public struct WordTrie<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var children: [UInt8: Int32] = [:]
    var value: Value?
  }
  private var nodes: [Node] = [Node()]
  /// For each first byte whether any word begins with it, so that most positions cost one load.
  private var begins = [Bool](repeating: false, count: 256)

  public init() {}

  public init(_ words: some Sequence<(String, Value)>) {
    for (word, value) in words { insert(word, value) }
  }

  /// Adds a word; a later value replaces an earlier one.
  public mutating func insert(_ word: String, _ value: Value) {
    guard let first = word.utf8.first else { return }
    begins[Int(first)] = true
    var node: Int32 = 0
    for byte in word.utf8 {
      if let next = nodes[Int(node)].children[byte] {
        node = next
      } else {
        nodes.append(Node())
        nodes[Int(node)].children[byte] = Int32(nodes.count - 1)
        node = Int32(nodes.count - 1)
      }
    }
    nodes[Int(node)].value = value
  }

  /// The longest word that begins at `start`, as its value and its length in bytes.
  public func longestMatch(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> (value: Value, length: Int)? {
    guard start < limit, begins[Int(bytes[start])] else { return nil }
    var found: (Value, Int)?
    var node: Int32 = 0
    var index = start
    while index < limit, let next = nodes[Int(node)].children[bytes[index]] {
      node = next
      index += 1
      if let value = nodes[Int(node)].value { found = (value, index - start) }
    }
    return found
  }

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
