/// A decimal number without rounding: `significand × 10^exponent`.
///
/// Normal form has no trailing zero in the significand unless the exponent is zero or the number is zero, so that
/// equal numbers are equal values. Thirty-seven digits are the most it holds; a longer figure is no figure of a plan.
public struct ExactDecimal: Hashable, Sendable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  public let significand: Int128
  /// Zero or negative after normalization: 2.4億 is 240000000 with exponent 0, 4.68 is 468 with exponent -2.
  public let exponent: Int

  public init(significand: Int128, exponent: Int) {
    var significand = significand
    var exponent = exponent
    while exponent < 0, significand.isMultipleOfTen {
      significand /= 10
      exponent += 1
    }
    while exponent > 0 {
      significand *= 10
      exponent -= 1
    }
    self.significand = significand
    self.exponent = significand == 0 ? 0 : exponent
  }

  public init(integerLiteral value: Int) { self.init(significand: Int128(value), exponent: 0) }

  /// Plain decimal notation, never an exponent: `0.034`, `-37`, `240000000`.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    guard exponent < 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }
}

extension Int128 {
  /// Told in 64 bits where the number fits, in which a division costs a fraction of one in 128.
  fileprivate var isMultipleOfTen: Bool {
    if let small = Int64(exactly: self) { small % 10 == 0 } else { self % 10 == 0 }
  }
}
