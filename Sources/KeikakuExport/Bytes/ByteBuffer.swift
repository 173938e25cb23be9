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
    reserve(20)
    var length = 1
    var limit: UInt = 10
    while length < 20, magnitude >= limit {
      length += 1
      let (product, overflow) = limit.multipliedReportingOverflow(by: 10)
      limit = overflow ? .max : product
    }
    var rest = magnitude
    for index in stride(from: count + length - 1, through: count, by: -1) {
      let quotient = rest / 10
      storage[index] = UInt8(truncatingIfNeeded: rest &- quotient &* 10) &+ UInt8(ascii: "0")
      rest = quotient
    }
    count += length
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
