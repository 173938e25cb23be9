import KeikakuText

/// Finds the lines that speak of a 期間, in one pass over the bytes.
enum PeriodMentions {
  private static let word = Array("期間".utf8)

  /// Line numbers, from 1, in order, each once.
  static func lines(in text: SourceText, limit: Int) -> [Int] {
    let bytes = text.bytes.span
    var numbers: [Int] = []
    var index = bytes.first(word[3], from: 0, to: bytes.count)
    while index < bytes.count, numbers.count < limit {
      if isWord(in: bytes, endingAt: index) {
        let number = text.line(at: UInt32(index))
        if numbers.last != number { numbers.append(number) }
      }
      index = bytes.first(word[3], from: index + 1, to: bytes.count)
    }
    return numbers
  }

  /// Whether 期 stands before 間, whose lead byte is at `lead`.
  private static func isWord(in bytes: borrowing Span<UInt8>, endingAt lead: Int) -> Bool {
    guard lead >= 3, lead + 2 < bytes.count else { return false }
    return bytes[lead - 3] == word[0] && bytes[lead - 2] == word[1] && bytes[lead - 1] == word[2]
      && bytes[lead + 1] == word[4] && bytes[lead + 2] == word[5]
  }
}
