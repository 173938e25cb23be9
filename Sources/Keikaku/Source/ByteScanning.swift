import CSystem

/// Fast searches over UTF-8 bytes: the one place of the parser with unsafe or vector code.
extension Span<UInt8> {
  /// The offset of the first `byte` at or after `start` and before `end`; `end` where there is none.
  func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, start < end else { return end }
      precondition(start >= 0 && end <= buffer.count)
      return csystem_first_byte(base, start, end, byte)
    }
  }

  /// How often `byte` stands in a range.
  func count(of byte: UInt8, from start: Int, to end: Int) -> Int {
    count(from: start, to: end) {
      $0 .== SIMD32(repeating: byte)
    } scalar: {
      $0 == byte
    }
  }

  /// How many Unicode scalars begin in a range: the bytes that continue none.
  func scalarCount(from start: Int, to end: Int) -> Int {
    count(from: start, to: end) {
      ($0 & SIMD32(repeating: 0xC0)) .!= SIMD32(repeating: 0x80)
    } scalar: {
      $0 & 0xC0 != 0x80
    }
  }

  /// How many control codes stand in a range, white space (tab, line feed, form feed and the like) not counted.
  func controlCount(from start: Int, to end: Int) -> Int {
    count(from: start, to: end) { block in
      let low = block .< SIMD32(repeating: 0x20)
      let space = (block .>= SIMD32(repeating: 0x09)) .& (block .<= SIMD32(repeating: 0x0D))
      return low .& .!space
    } scalar: {
      $0 < 0x20 && !(0x09...0x0D).contains($0)
    }
  }

  /// The offset of the first byte that is not ASCII at or after `start`; `end` where there is none.
  func firstNonASCII(from start: Int, to end: Int) -> Int {
    withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= end {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
        if word != 0 { return index + word.littleEndian.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < end, buffer[index] < 0x80 { index += 1 }
      return index
    }
  }

  @inline(__always)
  private func count(
    from start: Int, to end: Int, vector: (SIMD32<UInt8>) -> SIMDMask<SIMD32<Int8>>, scalar: (UInt8) -> Bool
  ) -> Int {
    withUnsafeBytes { buffer in
      precondition(start >= 0 && end <= buffer.count)
      var total = 0
      var index = start
      while index + 32 <= end {
        // At most 255 rounds before a lane of the partial sums could overflow.
        let stop = Swift.min(end - 32, index + 32 * 254)
        var sums = SIMD32<UInt8>(repeating: 0)
        while index <= stop {
          let block = buffer.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
          sums.replace(with: sums &+ SIMD32(repeating: 1), where: vector(block))
          index += 32
        }
        for lane in 0..<32 { total += Int(sums[lane]) }
      }
      while index < end {
        if scalar(buffer[index]) { total += 1 }
        index += 1
      }
      return total
    }
  }
}
