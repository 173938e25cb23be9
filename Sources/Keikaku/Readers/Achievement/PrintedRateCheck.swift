import KeikakuText

/// Compares the rate that a document prints (達成率 95.5%) with what its own figures give.
///
/// Municipalities print either actual / target or the progress from the baseline, against the year's target or the plan's
/// last, for falling figures also target / actual, and some stop at 100. Only a rate that none of these gives, by more than
/// its rounding, is told: a strong sign that a figure was misread or misprinted.
struct PrintedRateCheck {
  let calculator: AchievementCalculator

  /// Whether the printed rate differs from every computed one; false where nothing can be computed.
  func isMismatch(_ printed: ExactDecimal, decimals: Int) -> Bool {
    let rates = candidates()
    return !rates.isEmpty && !rates.contains { agrees($0, printed, decimals) }
  }

  private func candidates() -> [ExactDecimal] {
    let indicator = calculator.indicator
    guard let actual = indicator.latestActual else { return [] }
    return indicator.targets.flatMap { target -> [ExactDecimal] in
      let computed = calculator.achievement(of: actual, against: target)
      let rates = [computed.progress, computed.ratio]
      guard rates.contains(where: { $0 != nil }) else { return [] }
      return (rates + [quotient(actual, target), quotient(target, actual)]).compactMap { $0 }
    }
  }

  private func quotient(_ dividend: Measurement, _ divisor: Measurement) -> ExactDecimal? {
    guard let divisor = divisor.quantity.value else { return nil }
    return dividend.quantity.value?.divided(by: divisor)?.quotient
  }

  /// Rounded or cut, a rate is less than one of its last digit away.
  private func agrees(_ rate: ExactDecimal, _ printed: ExactDecimal, _ decimals: Int) -> Bool {
    guard let percent = rate.multiplied(byPowerOfTen: 2), let difference = percent.subtracting(printed) else {
      return false
    }
    let isCapped = printed == 100 && percent > 100
    return isCapped || difference.magnitude < ExactDecimal(significand: 1, exponent: -decimals)
  }
}
