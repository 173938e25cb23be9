/// Words as paths of bytes in one flat hash table, so that a step costs one or two loads and no reference count.
@usableFromInline
struct ByteTrie: Sendable {
  private struct Edge: Sendable {
    /// The node it leaves times 256 plus its byte, or -1 where the slot is free.
    var key: Int32 = -1
    var child: Int32 = 0
  }

  private var edges = [Edge](repeating: Edge(), count: 64)
  private var edgeCount = 0
  /// The value of the word that ends at each node, or -1.
  private var valueOfNode: [Int32] = [-1]
  /// For each character of the basic plane whether any word begins with it, one bit each, so that most positions cost
  /// one load. Words that begin with a character of two or four bytes are marked by their first byte below.
  @usableFromInline var firstCharacters = [UInt64](repeating: 0, count: 1024)
  @usableFromInline var firstBytes = [Bool](repeating: false, count: 256)

  @usableFromInline init() {}

  /// Whether a word may begin at an offset below `limit`.
  @inlinable
  func mayBegin(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> Bool {
    let first = bytes[start]
    guard first >= 0xE0, first < 0xF0, start + 2 < limit else { return firstBytes[Int(first)] }
    let character = Self.character(first, bytes[start + 1], bytes[start + 2])
    return firstCharacters[character >> 6] >> UInt64(character & 63) & 1 == 1
  }

  /// The number of a character of three bytes.
  @inlinable
  static func character(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
  }

  mutating func insert(_ word: String, _ value: Int) {
    let letters = word.utf8.prefix(3)
    if let first = letters.first, (0xE0...0xEF).contains(first) {
      let rest = Array(letters)
      let character = Self.character(rest[0], rest[1], rest[2])
      firstCharacters[character >> 6] |= 1 << UInt64(character & 63)
    }
    var node: Int32 = 0
    for byte in word.utf8 {
      if node == 0 { firstBytes[Int(byte)] = true }
      node = child(of: node, byte) ?? addChild(to: node, byte)
    }
    valueOfNode[Int(node)] = Int32(value)
  }

  /// The value and length of the longest word at an offset; a value of -1 where none begins there.
  @usableFromInline
  func longestMatch(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> (value: Int, length: Int) {
    var node: Int32 = 0
    var index = start
    var found = (value: -1, length: 0)
    while index < limit, let next = child(of: node, bytes[index]) {
      node = next
      index += 1
      let value = valueOfNode[Int(node)]
      if value >= 0 { found = (Int(value), index - start) }
    }
    return found
  }

  private func child(of node: Int32, _ byte: UInt8) -> Int32? {
    let key = node << 8 | Int32(byte)
    var slot = slot(of: key)
    while edges[slot].key != key {
      if edges[slot].key < 0 { return nil }
      slot = (slot + 1) & (edges.count - 1)
    }
    return edges[slot].child
  }

  private func slot(of key: Int32) -> Int {
    Int(truncatingIfNeeded: UInt32(bitPattern: key) &* 2_654_435_769 >> 7) & (edges.count - 1)
  }

  private mutating func addChild(to node: Int32, _ byte: UInt8) -> Int32 {
    let child = Int32(valueOfNode.count)
    valueOfNode.append(-1)
    if edgeCount * 2 >= edges.count { grow() }
    place(Edge(key: node << 8 | Int32(byte), child: child))
    edgeCount += 1
    return child
  }

  private mutating func place(_ edge: Edge) {
    var slot = slot(of: edge.key)
    while edges[slot].key >= 0 { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(), count: old.count * 2)
    for edge in old where edge.key >= 0 { place(edge) }
  }
}
