/// Digits with commas and a point: 1,234.5. Commas that do not part groups of three, blanks beside a comma and letters
/// that were misread for digits are repaired, with a flag.
struct DigitString {
  private(set) var value: ExactDecimal = 0
  private(set) var end: Int
  private(set) var repaired = false
  private(set) var isPlain = true
  private(set) var hasLeadingZero = false

  private var significand: Int128 = 0
  private var digits = 0

  /// Nil where more digits stand than a figure can have, or where commas part no thousands (1,2,3).
  init?(_ text: FoldedScalars, at start: Int) {
    end = start
    guard joinSpacedDigits(text) || readGroup(text) else { return nil }
    hasLeadingZero = text[start] == "0" && digits > 1
    while let next = groupBehindComma(text) {
      let before = digits
      end = next
      guard readGroup(text) else { return nil }
      let length = digits - before
      guard (2...4).contains(length) || length == 1 && before >= 4 else { return nil }
      if length != 3 || before > 3 && isPlain { repaired = true }
      isPlain = false
    }
    var places = 0
    if let point = point(text) {
      let before = digits
      end = point + 1
      guard readGroup(text), !(text[end] == "," && text[end + 1].isDigit) else { return nil }
      places = digits - before
      isPlain = false
    }
    value = ExactDecimal(significand: significand, exponent: -places)
  }

  /// Where the decimal point behind the digits ends before theirs; blanks before and beside it are a scanner's.
  private mutating func point(_ text: FoldedScalars) -> Int? {
    if text[end] == ".", text[end + 1].isDigit { return end }
    guard text[end] == " ", text[end + 1] == "." else { return nil }
    let blank = text[end + 2] == " " ? 1 : 0
    guard text[end + 2 + blank].isDigit else { return nil }
    repaired = true
    return end + 1 + blank
  }

  /// Where the digits behind a comma begin; a blank on either side of it is a scanner's.
  private mutating func groupBehindComma(_ text: FoldedScalars) -> Int? {
    if text[end] == ",", text[end + 1].isDigit || text[end + 1].misreadDigit != nil && text[end + 2].isDigit {
      return end + 1
    }
    let comma = text[end] == " " ? end + 1 : end
    guard text[comma] == "," else { return nil }
    let next = text[comma + 1] == " " ? comma + 2 : comma + 1
    guard (0..<3).allSatisfy({ text[next + $0].isDigit }), !text[next + 3].isDigit else { return nil }
    repaired = true
    return next
  }

  /// 1 0 0人, 5 0 人: three or more single digits held apart by blanks, or two with the unit as far apart.
  private mutating func joinSpacedDigits(_ text: FoldedScalars) -> Bool {
    var last = end
    while text[last].isDigit, text[last + 1] == " ", text[last + 2].isDigit { last += 2 }
    let isSpacedOut = last - end == 2 && text[last + 1] == " " && text[last + 2].isKanji
    guard last - end >= 4 || isSpacedOut, !text[last + 1].isDigit, text[last + 1] != ".", text[last + 1] != "," else {
      return false
    }
    for index in stride(from: end, through: last, by: 2) {
      guard let digit = text[index].digitValue, digits < ExactDecimal.limit else { return false }
      significand = significand * 10 + Int128(digit)
      digits += 1
    }
    end = last + 1
    repaired = true
    return true
  }

  private mutating func readGroup(_ text: FoldedScalars) -> Bool {
    while let digit = text[end].digitValue ?? misread(text) {
      guard digits < ExactDecimal.limit else { return false }
      significand = significand * 10 + Int128(digit)
      digits += 1
      end += 1
    }
    return true
  }

  /// O between or behind digits, l and I between digits; never before another letter, as in CO2 or 5l.
  private mutating func misread(_ text: FoldedScalars) -> Int? {
    guard text[end - 1].isDigit || text[end - 1].misreadDigit != nil || text[end - 1] == ",", digits > 0,
      let digit = text[end].misreadDigit, text[end] != "|", text[end] != "o"
    else { return nil }
    var next = end + 1
    while text[next].misreadDigit != nil { next += 1 }
    let follower = text[next]
    guard !follower.isLatin, follower.isDigit || digit == 0 && (follower.isKanji || follower == "%" || follower == ",")
    else { return nil }
    repaired = true
    return digit
  }
}
