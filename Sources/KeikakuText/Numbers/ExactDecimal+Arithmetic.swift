/// Arithmetic without rounding; nil where a result does not fit, so that no digit string can trap.
extension ExactDecimal: Comparable {
  /// The longest integer part and fraction that are still a figure.
  static let limit = 30

  /// The number `significand × 10^exponent`, or nil where it is too long to be held.
  public static func exactly(significand: Int128, exponent: Int) -> ExactDecimal? {
    guard (-limit...limit).contains(exponent) else { return nil }
    var significand = significand
    for _ in 0..<max(0, exponent) {
      let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      significand = product
    }
    return ExactDecimal(significand: significand, exponent: min(0, exponent))
  }

  public static prefix func - (number: ExactDecimal) -> ExactDecimal {
    ExactDecimal(significand: -number.significand, exponent: number.exponent)
  }

  public func multiplied(byPowerOfTen power: Int) -> ExactDecimal? {
    Self.exactly(significand: significand, exponent: exponent + power)
  }

  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : Self.exactly(significand: product, exponent: exponent + other.exponent)
  }

  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = min(exponent, other.exponent)
    guard let left = Self.scaled(significand, by: exponent - common),
      let right = Self.scaled(other.significand, by: other.exponent - common)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: sum, exponent: common)
  }

  /// The quotient, cut (not rounded up) at sixteen digits behind the point where it has no shorter end.
  public func divided(by divisor: ExactDecimal) -> (quotient: ExactDecimal, isCut: Bool)? {
    guard divisor.significand != 0, let dividend = Self.scaled(significand, by: 16) else { return nil }
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor.significand)
    guard let result = Self.exactly(significand: quotient, exponent: exponent - divisor.exponent - 16) else {
      return nil
    }
    return (result, remainder != 0)
  }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let common = min(left.exponent, right.exponent)
    guard let first = scaled(left.significand, by: left.exponent - common),
      let second = scaled(right.significand, by: right.exponent - common)
    else { return left.approximation < right.approximation }
    return first < second
  }

  /// For comparing only, where the exact numbers lie too far apart to be brought to one exponent.
  private var approximation: Double {
    var number = Double(significand)
    for _ in 0..<max(0, -exponent) { number /= 10 }
    return number
  }

  private static func scaled(_ significand: Int128, by power: Int) -> Int128? {
    var result = significand
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }
}
