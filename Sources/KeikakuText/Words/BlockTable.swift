/// A value for each code point, nearly all of them the same one.
///
/// Blocks of 64 code points without any other value share one block of the memory, so that what is looked at stays in
/// the processor's nearest cache.
struct BlockTable<Value: Sendable>: Sendable {
  /// For each block of code points the number of its block among `values`; the first holds the ordinary value alone.
  private var blocks: [UInt16]
  private var values: [Value]

  /// - Parameter limit: the first code point that is never asked for, a multiple of 64.
  init(_ ordinary: Value, below limit: Int = 0x10000) {
    blocks = Array(repeating: 0, count: limit >> 6)
    values = Array(repeating: ordinary, count: 64)
  }

  subscript(code: Int) -> Value {
    get { values[Int(blocks[code >> 6]) << 6 | code & 63] }
    set {
      if blocks[code >> 6] == 0 {
        blocks[code >> 6] = UInt16(values.count >> 6)
        values.append(contentsOf: values[..<64])
      }
      values[Int(blocks[code >> 6]) << 6 | code & 63] = newValue
    }
  }

  /// Whether all code points around one have the ordinary value; one load.
  func isOrdinaryBlock(of code: Int) -> Bool { blocks[code >> 6] == 0 }

  /// Gives the table to a loop over many letters.
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    blocks.withUnsafeBufferPointer { blocks in
      values.withUnsafeBufferPointer { body(Lookup(blocks: blocks, values: $0)) }
    }
  }

  /// The table's memory, which is asked without a check of its bounds.
  struct Lookup {
    fileprivate let blocks: UnsafeBufferPointer<UInt16>
    fileprivate let values: UnsafeBufferPointer<Value>

    /// The value of a code point below the limit.
    @inline(__always)
    subscript(code: Int) -> Value { values[Int(blocks[code >> 6]) << 6 | code & 63] }
  }
}

extension BlockTable<Bool> {
  /// The set of some characters of the basic plane.
  init(of scalars: some Sequence<Unicode.Scalar>) {
    self.init(false)
    for scalar in scalars { self[Int(scalar.value)] = true }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x10000 && self[Int(scalar.value)] }
}
