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
  func count(of byte: UInt8, from start: Int, to end: Int) -> Int { count(from: start, to: end) { $0 == byte } }

  /// How many Unicode scalars begin in a range: the bytes that continue none.
  func scalarCount(from start: Int, to end: Int) -> Int { count(from: start, to: end) { $0 & 0xC0 != 0x80 } }

  /// How many Unicode scalars begin in a range, blanks and control codes of one byte not counted.
  func visibleCount(from start: Int, to end: Int) -> Int {
    count(from: start, to: end) { ($0 > 0x20) != ($0 & 0xC0 == 0x80) }
  }

  /// How many digits of ASCII stand in a range.
  func digitCount(from start: Int, to end: Int) -> Int { count(from: start, to: end) { $0 &- 0x30 < 10 } }

  /// How many control codes stand in a range, white space (tab, line feed, form feed and the like) not counted.
  func controlCount(from start: Int, to end: Int) -> Int {
    count(from: start, to: end) { ($0 < 0x20) != ($0 &- 0x09 < 5) }
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
    precondition(start >= 0 && end <= count)
    var index = placeBeforeWideBlank(from: start, to: end)
    while index + 3 <= end {
      // The last byte of three: where it is none of the blank's, a blank begins behind it at the earliest.
      let last = self[unchecked: index + 2]
      if last == 0x80 {
        if self[unchecked: index + 1] == 0x80, self[unchecked: index] == 0xE3 { return index }
        index += 1
      } else {
        index += last == 0xE3 ? 2 : 3
      }
    }
    return end
  }

  /// An offset before which no ideographic blank begins: six places are looked at by one word of eight bytes.
  private func placeBeforeWideBlank(from start: Int, to end: Int) -> Int {
    withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= end {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        // A byte of zero where all three bytes of the blank agree.
        let unlike =
          (word ^ 0xE3E3_E3E3_E3E3_E3E3) | (word >> 8 ^ 0x8080_8080_8080_8080) | (word >> 16 ^ 0x8080_8080_8080_8080)
        if (unlike &- 0x0101_0101_0101_0101) & ~unlike & 0x8080_8080_8080_8080 != 0 { return index }
        index += 6
      }
      return index
    }
  }

  /// The offset of the first letter of the Kangxi radicals or their supplement (U+2E80 to U+2FDF).
  func firstRadical(from start: Int, to end: Int) -> Int {
    var index = first(0xE2, from: start, to: end)
    while index + 3 <= end {
      if (0xBA...0xBF).contains(self[index + 1]) { return index }
      index = first(0xE2, from: index + 1, to: end)
    }
    return end
  }

  /// The offset of the first three-byte letter that is written twice in a row; `end` where there is none.
  func firstDoubledLetter(from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    var index = start
    while index + 6 <= end {
      // Bytes that differ from those three further on: behind the last of them no letter is doubled yet.
      if self[unchecked: index + 2] != self[unchecked: index + 5] {
        index += 3
      } else if self[unchecked: index + 1] != self[unchecked: index + 4] {
        index += 2
      } else {
        let lead = self[unchecked: index]
        if lead >= 0xE0, lead == self[unchecked: index + 3] { return index }
        index += 1
      }
    }
    return end
  }

  /// How many letters begin in a range that Japanese text hardly holds: two-byte letters (Latin with accents, Cyrillic),
  /// private use, U+FFFD.
  func foreignLetterCount(from start: Int, to end: Int) -> Int {
    count(from: start, to: end) { ($0 &- 0xC3 <= 0xDF - 0xC3) != ($0 == 0xEE) }
  }

  /// True where two ranges of the same length hold the same bytes.
  func isEqual(_ first: Int, _ second: Int, length: Int) -> Bool {
    var offset = 0
    while offset < length, self[first + offset] == self[second + offset] { offset += 1 }
    return offset == length
  }

  /// How many bytes of a range are of a kind. The kind is a test without branches, so that the compiler makes vector
  /// code of the inner loop; its sums fit a byte, since it takes at most 255 rounds.
  @inline(__always)
  private func count(from start: Int, to end: Int, _ isCounted: (UInt8) -> Bool) -> Int {
    precondition(start >= 0 && end <= count)
    var total = 0
    var index = start
    while index < end {
      let stop = Swift.min(end, index + 240)
      var sum: UInt8 = 0
      while index < stop {
        sum &+= isCounted(self[unchecked: index]) ? 1 : 0
        index += 1
      }
      total += Int(sum)
    }
    return total
  }
}
