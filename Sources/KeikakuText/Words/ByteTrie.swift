/// Words as paths of characters in one flat hash table, so that a step costs one or two loads and no reference count.
///
/// A step takes the three bytes of a character of the basic plane at once, as nearly all of Japanese text is made of;
/// any other byte is a step of its own.
@usableFromInline
struct ByteTrie: Sendable {
  private struct Edge: Sendable {
    /// The node it leaves in the upper half and the step in the lower, or the greatest number where the slot is free.
    var key: UInt64 = .max
    var child: Int32 = 0
  }

  /// What a word goes on with: a character of three bytes, or one byte.
  private struct Step {
    var code: UInt32
    var length: Int
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
    let bytes = Array(word.utf8)
    if (0xE0...0xEF).contains(bytes[0]) {
      let character = Self.character(bytes[0], bytes[1], bytes[2])
      firstCharacters[character >> 6] |= 1 << UInt64(character & 63)
    }
    firstBytes[Int(bytes[0])] = true
    var node: Int32 = 0
    var index = 0
    while index < bytes.count {
      let step = Self.step(in: bytes.span, at: index, limit: bytes.count)
      node = child(of: node, step) ?? addChild(to: node, step)
      index += step.length
    }
    valueOfNode[Int(node)] = Int32(value)
  }

  /// The value and length of the longest word at an offset; a value of -1 where none begins there.
  @usableFromInline
  func longestMatch(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> (value: Int, length: Int) {
    var node: Int32 = 0
    var index = start
    var found = (value: -1, length: 0)
    while index < limit {
      let step = Self.step(in: bytes, at: index, limit: limit)
      guard let next = child(of: node, step) else { break }
      node = next
      index += step.length
      let value = valueOfNode[Int(node)]
      if value >= 0 { found = (Int(value), index - start) }
    }
    return found
  }

  @inline(__always)
  private static func step(in bytes: borrowing Span<UInt8>, at index: Int, limit: Int) -> Step {
    let first = bytes[index]
    guard first >= 0xE0, first < 0xF0, index + 2 < limit else { return Step(code: UInt32(first), length: 1) }
    return Step(code: 0x100 + UInt32(character(first, bytes[index + 1], bytes[index + 2])), length: 3)
  }

  private static func key(_ node: Int32, _ step: Step) -> UInt64 { UInt64(node) << 32 | UInt64(step.code) }

  @inline(__always)
  private func child(of node: Int32, _ step: Step) -> Int32? {
    let key = Self.key(node, step)
    var slot = slot(of: key)
    while edges[slot].key != key {
      if edges[slot].key == .max { return nil }
      slot = (slot + 1) & (edges.count - 1)
    }
    return edges[slot].child
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & (edges.count - 1)
  }

  private mutating func addChild(to node: Int32, _ step: Step) -> Int32 {
    let child = Int32(valueOfNode.count)
    valueOfNode.append(-1)
    if edgeCount * 2 >= edges.count { grow() }
    place(Edge(key: Self.key(node, step), child: child))
    edgeCount += 1
    return child
  }

  private mutating func place(_ edge: Edge) {
    var slot = slot(of: edge.key)
    while edges[slot].key != .max { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
  }

  private mutating func grow() {
    let old = edges
    edges = [Edge](repeating: Edge(), count: old.count * 2)
    for edge in old where edge.key != .max { place(edge) }
  }
}
