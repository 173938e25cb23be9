extension ExactDecimal {
  /// The number with at most so many digits behind the point; a half goes away from zero.
  public func rounded(toPlaces places: Int) -> ExactDecimal {
    guard exponent < -places else { return self }
    var divisor: Int128 = 1
    for _ in 0..<(-places - exponent) { divisor *= 10 }
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: divisor)
    let isUp = remainder.magnitude * 2 >= divisor.magnitude
    return ExactDecimal(significand: quotient + (isUp ? significand.signum() : 0), exponent: -places)
  }

  /// The number without its sign.
  public var magnitude: ExactDecimal { significand < 0 ? -self : self }

  /// The difference; nil where it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(-other) }
}
