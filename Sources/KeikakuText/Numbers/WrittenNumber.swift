/// A number as documents write it: 1,234.5, 30万5千, 三億五千万, 7百万, 二〇.
///
/// The one exact reader of decimals in the project.
struct WrittenNumber {
  var value: ExactDecimal = 0
  /// What a single written figure was multiplied by; one where several figures make the number.
  var scale: ExactDecimal = 1
  var end: Int
  var repaired = false
  /// Written in kanji alone, so that what follows must be a counter for it to be a number at all.
  var isKanji = true
  /// Written as digits alone, without comma, point or power.
  var isPlain = true
  /// Begins with a zero that no number begins with: 0837.
  var hasLeadingZero = false

  private var section: ExactDecimal = 0
  private var pending: ExactDecimal?
  private var figures = 0
  private var power = 0
  private var lastLarge = Int.max
  private var lastSmall = Int.max

  /// Reads the longest number at `start`; nil where none begins there or the digits are too many to be a figure.
  init?(_ text: FoldedScalars, at start: Int) {
    end = start
    var index = start
    while let next = readPart(text, at: index) {
      end = next
      index = next
      if text[next] == " ", Self.isPower(text[next + 1]) ? figures > 0 && pending != nil : goesOn(text, at: next + 1) {
        index = next + 1
      }
    }
    guard end > start, figures > 0 || power > 0, text[end].largePower == nil, let sum = total else { return nil }
    value = sum
    if figures <= 1, power > 0 { scale = ExactDecimal.exactly(significand: 1, exponent: power) ?? 1 }
    if figures == 0 { scale = 1 }
  }

  /// 61 万 4 千: behind a power and a blank the rest of the number, with a lower power of its own.
  private func goesOn(_ text: FoldedScalars, at start: Int) -> Bool {
    guard pending == nil, section == 0, lastLarge != .max, text[start].isDigit,
      let rest = WrittenNumber(text, at: start), rest.power > 0
    else { return false }
    return ExactDecimal.exactly(significand: 1, exponent: lastLarge).map { rest.value < $0 } ?? false
  }

  private static func isPower(_ scalar: Unicode.Scalar) -> Bool { scalar.largePower != nil || scalar.smallPower != nil }

  private var total: ExactDecimal? {
    power == 0 && figures == 1 ? pending : value.adding(section).flatMap { $0.adding(pending ?? 0) }
  }

  /// Reads one figure or one power; the end behind it, or nil where the number is over.
  private mutating func readPart(_ text: FoldedScalars, at index: Int) -> Int? {
    let scalar = text[index]
    if scalar.isDigit { return readDigits(text, at: index) }
    if let power = scalar.smallPower { return takeSmall(power) ? index + 1 : nil }
    if let power = scalar.largePower { return takeLarge(power) ? index + 1 : nil }
    return scalar.kanjiDigit != nil && scalar != "○" ? readKanjiDigits(text, at: index) : nil
  }

  private mutating func takeSmall(_ small: Int) -> Bool {
    guard small < lastSmall, let term = (pending ?? 1).multiplied(byPowerOfTen: small), let sum = section.adding(term)
    else { return false }
    section = sum
    pending = nil
    lastSmall = small
    power += small
    isPlain = false
    return true
  }

  private mutating func takeLarge(_ large: Int) -> Bool {
    guard large < lastLarge, section != 0 || pending != nil, let group = section.adding(pending ?? 0),
      let term = group.multiplied(byPowerOfTen: large), let sum = value.adding(term)
    else { return false }
    if lastLarge != .max, let limit = ExactDecimal.exactly(significand: 1, exponent: lastLarge), term >= limit {
      return false
    }
    value = sum
    section = 0
    pending = nil
    lastSmall = .max
    lastLarge = large
    power += large
    isPlain = false
    return true
  }

  /// 二, 二〇, 三五: by place. A number goes on with kanji only where it began with them or with a power.
  private mutating func readKanjiDigits(_ text: FoldedScalars, at start: Int) -> Int? {
    guard pending == nil, isKanji else { return nil }
    var number: Int128 = 0
    var index = start
    while let digit = text[index].kanjiDigit {
      guard index - start < ExactDecimal.limit else { return nil }
      number = number * 10 + Int128(digit)
      index += 1
    }
    pending = ExactDecimal(significand: number, exponent: 0)
    figures += 1
    return index
  }

  private mutating func readDigits(_ text: FoldedScalars, at start: Int) -> Int? {
    guard pending == nil, let literal = DigitString(text, at: start) else { return nil }
    if figures > 0 || power > 0 {
      guard lastLarge != .max || lastSmall != .max else { return nil }
    } else {
      hasLeadingZero = literal.hasLeadingZero
      isPlain = literal.isPlain
    }
    pending = literal.value
    repaired = repaired || literal.repaired
    isKanji = false
    figures += 1
    return literal.end
  }
}
