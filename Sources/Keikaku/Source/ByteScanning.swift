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

  /// The offset of the first ideographic blank (U+3000) at or after `start`; `end` where there is none.
  func firstWideBlank(from start: Int, to end: Int) -> Int {
    first(from: start, to: end, length: 3) { buffer, index in
      let first = block(buffer, index) .== SIMD32(repeating: 0xE3)
      let second = block(buffer, index + 1) .== SIMD32(repeating: 0x80)
      let third = block(buffer, index + 2) .== SIMD32(repeating: 0x80)
      return first .& second .& third
    } scalar: {
      $0[$1] == 0xE3 && $0[$1 + 1] == 0x80 && $0[$1 + 2] == 0x80
    }
  }

  /// The offset of the first letter of the Kangxi radicals or their supplement (U+2E80 to U+2FDF).
  func firstRadical(from start: Int, to end: Int) -> Int {
    first(from: start, to: end, length: 3) { buffer, index in
      let lead = block(buffer, index) .== SIMD32(repeating: 0xE2)
      let second = block(buffer, index + 1)
      return lead .& (second .>= SIMD32(repeating: 0xBA)) .& (second .<= SIMD32(repeating: 0xBF))
    } scalar: {
      $0[$1] == 0xE2 && (0xBA...0xBF).contains($0[$1 + 1])
    }
  }

  /// The offset of the first three-byte letter that is written twice in a row; `end` where there is none.
  func firstDoubledLetter(from start: Int, to end: Int) -> Int {
    first(from: start, to: end, length: 6) { buffer, index in
      let lead = block(buffer, index)
      let first = (lead .== block(buffer, index + 3)) .& (lead .>= SIMD32(repeating: 0xE0))
      let second = block(buffer, index + 1) .== block(buffer, index + 4)
      let third = block(buffer, index + 2) .== block(buffer, index + 5)
      return first .& second .& third
    } scalar: {
      $0[$1] >= 0xE0 && $0[$1] == $0[$1 + 3] && $0[$1 + 1] == $0[$1 + 4] && $0[$1 + 2] == $0[$1 + 5]
    }
  }

  /// How many letters begin in a range that Japanese text hardly holds: two-byte letters (Latin with accents, Cyrillic),
  /// private use, U+FFFD.
  func foreignLetterCount(from start: Int, to end: Int) -> Int {
    count(from: start, to: end) { block in
      let twoBytes = (block .>= SIMD32(repeating: 0xC3)) .& (block .<= SIMD32(repeating: 0xDF))
      return twoBytes .| (block .== SIMD32(repeating: 0xEE))
    } scalar: {
      (0xC3...0xDF).contains($0) || $0 == 0xEE
    }
  }

  /// True where two ranges of the same length hold the same bytes.
  func isEqual(_ first: Int, _ second: Int, length: Int) -> Bool {
    var offset = 0
    while offset < length, self[first + offset] == self[second + offset] { offset += 1 }
    return offset == length
  }

  @inline(__always)
  private func block(_ buffer: UnsafeRawBufferPointer, _ index: Int) -> SIMD32<UInt8> {
    buffer.loadUnaligned(fromByteOffset: index, as: SIMD32<UInt8>.self)
  }

  /// The first offset at which a pattern of `length` bytes stands.
  @inline(__always)
  private func first(
    from start: Int, to end: Int, length: Int,
    vector: (UnsafeRawBufferPointer, Int) -> SIMDMask<SIMD32<Int8>>,
    scalar: (UnsafeRawBufferPointer, Int) -> Bool
  ) -> Int {
    withUnsafeBytes { buffer in
      precondition(start >= 0 && end <= buffer.count)
      var index = start
      while index + 32 + length <= end {
        let mask = vector(buffer, index)
        if any(mask) { return index + (0..<32).first { mask[$0] }! }
        index += 32
      }
      while index + length <= end {
        if scalar(buffer, index) { return index }
        index += 1
      }
      return end
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
