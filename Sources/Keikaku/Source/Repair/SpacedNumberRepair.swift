import KeikakuText

/// Numbers with a blank inside, as letters set too far apart come out:
///
///     来館者数　　　　２ ７，３１０ 人　　　　３ ０ ０ ００ 人
///     組織率          6 1.8 ％                 75 ％
///
/// A blank goes where only one number can be meant: in a cell of its own, behind a first digit with which the comma or the
/// point of the rest still stands right, or between full-width digits that all stand alone. 1 2 人 may be two cells that
/// have come side by side, and stays.
enum SpacedNumberRepair {
  static func find(_ findings: inout RepairFindings) {
    let bytes = findings.text.bytes
    for line in 0..<findings.rows.count {
      let content = findings.rows.content(line)
      guard content.count <= longestLine, holdsPartedDigits(content, in: bytes) else { continue }
      for piece in pieces(of: content, in: bytes) {
        guard let blanks = blanks(inside: piece, isCell: piece != content, in: findings.rows) else { continue }
        findings.add(blanks.map { RepairedText.Edit(range: $0..<$0 + 1) })
        findings.report(.textLetterSpaced, "A number with a blank inside was read as one.", at: piece)
      }
    }
  }

  /// In bytes; prose runs on for longer.
  private static let longestLine = 600

  /// The cheap question: a blank between two digits.
  private static func holdsPartedDigits(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var blank = span.first(0x20, from: content.lowerBound, to: content.upperBound)
    while blank < content.upperBound {
      if DigitWidth.width(endingAt: blank, in: bytes, from: content.lowerBound) != nil,
        DigitWidth.width(at: blank + 1, in: bytes, to: content.upperBound) != nil
      {
        return true
      }
      blank = span.first(0x20, from: blank + 1, to: content.upperBound)
    }
    return false
  }

  /// What wide blanks, two narrow ones, tabs and pipes part.
  private static func pieces(of content: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = content.lowerBound
    var index = content.lowerBound
    while index < content.upperBound {
      let width = separatorWidth(at: index, to: content.upperBound, in: bytes)
      if width > 0 {
        if start < index { pieces.append(start..<index) }
        start = index + width
      }
      index += max(width, 1)
    }
    if start < content.upperBound { pieces.append(start..<content.upperBound) }
    return pieces.map { TextLines.trimmed($0, in: bytes) }.filter { !$0.isEmpty }
  }

  private static func separatorWidth(at index: Int, to end: Int, in bytes: [UInt8]) -> Int {
    switch bytes[index] {
    case Ascii.tab, Ascii.pipe: 1
    case Ascii.space: index + 1 < end && bytes[index + 1] == Ascii.space ? 2 : 0
    default: TextLines.isWideBlank(at: index, in: bytes, to: end) ? 3 : 0
    }
  }

  /// The blanks of a cell that stand inside its one number; nil where it is not one.
  private static func blanks(inside piece: Range<Int>, isCell: Bool, in rows: TextLines) -> [Int]? {
    let bytes = rows.text.bytes
    let words = rows.words(piece)
    let beginsAsNumber = { (word: Range<Int>) in
      DigitWidth.width(at: word.lowerBound, in: bytes, to: word.upperBound) != nil
    }
    let numbers = words.prefix(while: beginsAsNumber)
    let rest = words.dropFirst(numbers.count)
    guard numbers.count > 1, !rest.contains(where: beginsAsNumber) else { return nil }
    let digits = numbers.map { leadingDigits(of: $0, in: bytes) }
    guard digits.dropLast().enumerated().allSatisfy({ $1.count == 1 && $1.end == numbers[$0].upperBound }),
      let last = digits.last
    else { return nil }
    let isWide = bytes[piece.lowerBound] == 0xEF
    let count = digits.reduce(0) { $0 + $1.count }
    let isGrouped = last.isFollowedByComma && count <= 3 && numbers.count == 2
    let isDecimal = last.isFollowedByPoint && count <= 3
    let standsAlone = isWide && !last.isFollowedByComma && last.count == 1
    let hasUnit = !rest.isEmpty || last.end < numbers[numbers.count - 1].upperBound
    guard isGrouped || isDecimal || standsAlone, isWide || isCell && hasUnit, isCell || hasUnit else { return nil }
    return numbers.dropLast().map(\.upperBound)
  }

  private struct Digits {
    var count = 0
    var end: Int
    var isFollowedByComma = false
    var isFollowedByPoint = false
  }

  private static func leadingDigits(of word: Range<Int>, in bytes: [UInt8]) -> Digits {
    var digits = Digits(end: word.lowerBound)
    while digits.end < word.upperBound, let width = DigitWidth.width(at: digits.end, in: bytes, to: word.upperBound) {
      digits.count += 1
      digits.end += width
    }
    digits.isFollowedByComma = stands([0x2C], [0xEF, 0xBC, 0x8C], at: digits.end, in: bytes)
    digits.isFollowedByPoint = stands([0x2E], [0xEF, 0xBC, 0x8E], at: digits.end, in: bytes)
    return digits
  }

  private static func stands(_ narrow: [UInt8], _ wide: [UInt8], at index: Int, in bytes: [UInt8]) -> Bool {
    guard index < bytes.count else { return false }
    return bytes[index...].starts(with: narrow) || bytes[index...].starts(with: wide)
  }
}
