/// A growing run of bytes, written from front to back: what every writer of this module writes into.
///
/// The one place of the module that handles raw memory. An array's `append` checks uniqueness and capacity for every
/// piece; here a piece of known length costs one comparison and one copy.
public struct ByteBuffer: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  public private(set) var count = 0

  public init(capacity: Int = 1 << 16) {
    self.capacity = max(64, capacity)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// The bytes written so far.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

  /// Lends the bytes written so far.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: storage, count: count))
  }

  /// Forgets what was written; the memory stays for the next use.
  public mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    reserve(length)
    UnsafeMutableRawPointer(storage + count).copyMemory(from: literal.utf8Start, byteCount: length)
    count += length
  }

  @inline(__always)
  mutating func append(_ pointer: UnsafePointer<UInt8>, count length: Int) {
    reserve(length)
    UnsafeMutableRawPointer(storage + count).copyMemory(from: pointer, byteCount: length)
    count += length
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { append(base, count: $0.count) } }
  }

  /// Appends a text's UTF-8 as it is.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { if let base = $0.baseAddress { append(base, count: $0.count) } }
  }

  /// Appends what was written before once more.
  mutating func repeatBytes(_ range: Range<Int>) {
    reserve(range.count)
    UnsafeMutableRawPointer(storage + count).copyMemory(from: storage + range.lowerBound, byteCount: range.count)
    count += range.count
  }

  /// Appends a number in decimal digits.
  @inline(__always)
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  mutating func append(digits magnitude: UInt) {
    let length = Self.digitCount(magnitude)
    reserve(length)
    var rest = magnitude
    var index = count + length
    while rest >= 10 {
      let quotient = rest / 10
      index -= 1
      storage[index] = UInt8(truncatingIfNeeded: rest &- quotient &* 10) &+ UInt8(ascii: "0")
      rest = quotient
    }
    storage[count] = UInt8(truncatingIfNeeded: rest) &+ UInt8(ascii: "0")
    count += length
  }

  @inline(__always)
  private static func digitCount(_ magnitude: UInt) -> Int {
    if magnitude < 10 { return 1 }
    if magnitude < 100 { return 2 }
    if magnitude < 1000 { return 3 }
    if magnitude < 10000 { return 4 }
    if magnitude < 100_000 { return 5 }
    var length = 5
    var rest = magnitude / 100_000
    while rest > 0 {
      length += 1
      rest /= 10
    }
    return length
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    UnsafeMutableRawPointer(moved).copyMemory(from: storage, byteCount: count)
    storage.deallocate()
    storage = moved
    capacity = larger
  }
}
