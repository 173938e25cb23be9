/// Shares that are written without an ordinary number: 3割5分, 三分の二, 半数, ½, ゼロ.
enum SpecialFigure {
  private static let words: [(word: StaticString, tenths: Int, unit: String?, qualifier: Quantity.Qualifier?)] = [
    ("過半数", 500, "%", .above), ("半数", 500, "%", nil), ("半分", 500, "%", nil),
  ]

  private static func fraction(_ scalar: Unicode.Scalar) -> (Int, Int)? {
    switch scalar {
    case "½": (1, 2)
    case "⅓": (1, 3)
    case "⅔": (2, 3)
    case "¼": (1, 4)
    case "¾": (3, 4)
    case "⅕": (1, 5)
    case "⅖": (2, 5)
    case "⅗": (3, 5)
    case "⅘": (4, 5)
    case "⅙": (1, 6)
    case "⅛": (1, 8)
    default: nil
    }
  }

  static func read(_ text: FoldedScalars, at start: Int, _ units: UnitReader) -> Figure? {
    guard !text[start].isDigit else { return nil }
    if let (numerator, denominator) = fraction(text[start]), !text[start - 1].isDigit {
      var figure = Figure(range: start..<start + 1)
      divide(&figure, ExactDecimal(integerLiteral: numerator), ExactDecimal(integerLiteral: denominator))
      return figure
    }
    if let end = text.end(of: "ゼロ", at: start), !text[start - 1].isKatakana { return zero(text, start, end, units) }
    for (word, tenths, unit, qualifier) in words {
      guard let end = text.end(of: word, at: start) else { continue }
      var figure = Figure(
        range: start..<end, value: ExactDecimal(significand: Int128(tenths), exponent: -1), unit: unit)
      figure.hasKnownUnit = true
      if let qualifier { figure.qualifiers.insert(qualifier) }
      return figure
    }
    return nil
  }

  /// ゼロ件, ゼロ; not ゼロカーボン.
  private static func zero(_ text: FoldedScalars, _ start: Int, _ end: Int, _ units: UnitReader) -> Figure? {
    var figure = Figure(range: start..<end, value: 0)
    guard let unit = units.known(text, at: text.skippingBlanks(end)) else {
      return text[end].isKatakana || text[end].isKanji || text[end].isLatin ? nil : figure
    }
    figure.unit = unit.base
    figure.hasKnownUnit = true
    figure.range = start..<unit.end
    return figure
  }

  /// 割, 割 分, 割 分 厘 behind a number: tenths, hundredths, thousandths as per cent.
  static func readTenths(_ figure: inout Figure, _ text: FoldedScalars) -> Bool {
    var end = text.skippingBlanks(figure.range.upperBound)
    guard text[end] == "割", !["合", "引", "り", "当", "増"].contains(text[end + 1]) || text[end + 1] == "増",
      var sum = figure.value?.multiplied(byPowerOfTen: 1)
    else { return false }
    end += 1
    for (letter, power) in [("分" as Unicode.Scalar, 0), ("厘", -1)] {
      guard let number = WrittenNumber(text, at: end), text[number.end] == letter,
        let part = number.value.multiplied(byPowerOfTen: power), let total = sum.adding(part)
      else { continue }
      sum = total
      end = number.end + 1
    }
    figure.value = sum
    figure.unit = "%"
    figure.hasKnownUnit = true
    figure.isBare = false
    figure.isInTenths = true
    figure.range = figure.range.lowerBound..<end
    return true
  }

  /// 三分の二, 3分の1: the quotient, cut at sixteen digits.
  static func readFraction(_ figure: inout Figure, _ text: FoldedScalars, _ number: WrittenNumber) -> Bool {
    guard let end = text.end(of: "分の", at: number.end), let numerator = WrittenNumber(text, at: end),
      number.value != 0
    else { return false }
    divide(&figure, numerator.value, number.value)
    figure.isBare = false
    figure.range = figure.range.lowerBound..<numerator.end
    return true
  }

  private static func divide(_ figure: inout Figure, _ numerator: ExactDecimal, _ denominator: ExactDecimal) {
    guard let (quotient, isCut) = numerator.divided(by: denominator) else { return }
    figure.value = quotient
    if isCut { figure.flags.insert(.rounded) }
  }
}
