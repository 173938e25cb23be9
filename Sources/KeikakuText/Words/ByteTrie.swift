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
    /// The value of the word that ends with this step, or -1.
    var value: Int32 = -1
  }

  /// What a word goes on with: a character of three bytes, or one byte.
  private struct Step {
    var code: UInt32
    var length: Int
  }

  private var edges = [Edge](repeating: Edge(), count: 64)
  /// Every node but the root is the child of one edge.
  private var edgeCount = 0
  @usableFromInline var beginnings = WordBeginnings()

  @usableFromInline init() {}

  mutating func insert(_ word: String, _ value: Int) {
    let bytes = word.utf8.span
    beginnings.insert(bytes)
    var node: Int32 = 0
    var index = 0
    while index < bytes.count {
      let step = Self.step(in: bytes, at: index, limit: bytes.count)
      let slot = edge(from: node, step) ?? addEdge(from: node, step)
      node = edges[slot].child
      index += step.length
      if index == bytes.count { edges[slot].value = Int32(value) }
    }
  }

  /// The value and length of the longest word at an offset; a value of -1 where none begins there.
  @usableFromInline
  func longestMatch(in bytes: borrowing Span<UInt8>, at start: Int, limit: Int) -> (value: Int, length: Int) {
    let edges = edges.span
    // The table has a power of two of slots: what the mask leaves is one of them.
    let mask = edges.count - 1
    var node: Int32 = 0
    var index = start
    var found = (value: -1, length: 0)
    while index < limit {
      let step = Self.step(in: bytes, at: index, limit: limit)
      let key = Self.key(node, step)
      var slot = Self.hash(key) & mask
      while edges[unchecked: slot].key != key {
        if edges[unchecked: slot].key == .max { return found }
        slot = (slot + 1) & mask
      }
      node = edges[unchecked: slot].child
      index += step.length
      let value = edges[unchecked: slot].value
      if value >= 0 { found = (Int(value), index - start) }
    }
    return found
  }

  @inline(__always)
  private static func step(in bytes: borrowing Span<UInt8>, at index: Int, limit: Int) -> Step {
    let first = bytes[index]
    guard first >= 0xE0, first < 0xF0, index + 2 < limit else { return Step(code: UInt32(first), length: 1) }
    let character = WordBeginnings.character(first, bytes[index + 1], bytes[index + 2])
    return Step(code: 0x100 + UInt32(character), length: 3)
  }

  private static func key(_ node: Int32, _ step: Step) -> UInt64 { UInt64(node) << 32 | UInt64(step.code) }

  /// Where the edge is that leaves a node with a step.
  @inline(__always)
  private func edge(from node: Int32, _ step: Step) -> Int? {
    let key = Self.key(node, step)
    var slot = slot(of: key)
    while edges[slot].key != key {
      if edges[slot].key == .max { return nil }
      slot = (slot + 1) & (edges.count - 1)
    }
    return slot
  }

  private func slot(of key: UInt64) -> Int { Self.hash(key) & (edges.count - 1) }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) }

  private mutating func addEdge(from node: Int32, _ step: Step) -> Int {
    if edgeCount * 2 >= edges.count { grow(to: edges.count * 2) }
    edgeCount += 1
    return place(Edge(key: Self.key(node, step), child: Int32(edgeCount)))
  }

  @discardableResult
  private mutating func place(_ edge: Edge) -> Int {
    var slot = slot(of: edge.key)
    while edges[slot].key != .max { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
    return slot
  }

  /// Makes room for so many words more, of some four characters each.
  mutating func reserve(words: Int) {
    var slots = edges.count
    while slots < 8 * words { slots *= 2 }
    if slots > edges.count { grow(to: slots) }
  }

  private mutating func grow(to slots: Int) {
    let old = edges
    edges = [Edge](repeating: Edge(), count: slots)
    for edge in old where edge.key != .max { place(edge) }
  }
}
