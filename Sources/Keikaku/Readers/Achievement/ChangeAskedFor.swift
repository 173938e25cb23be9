import KeikakuText

extension Indicator {
  /// How much a target asks for beyond the baseline: target − baseline, 0 where the baseline fulfils the goal already.
  ///
  /// Nil without both figures, and where they cannot be set against each other: other units, a running total beside a single
  /// year, a difference beside a level.
  public func change(to target: Measurement) -> ExactDecimal? {
    guard let baseline = baseline?.quantity, let start = baseline.value, let goal = AchievementGoal(target.quantity),
      Self.manner(baseline) == Self.manner(target.quantity)
    else { return nil }
    let units = [baseline.unit ?? unit, target.quantity.unit ?? unit]
    guard units[0] == nil || units[1] == nil || units[0] == units[1] else { return nil }
    return goal.figure(from: start).map { $0.subtracting(start) } ?? 0
  }

  private static func manner(_ quantity: Quantity) -> Set<Quantity.Qualifier> {
    Set(quantity.qualifiers).intersection([.cumulative, .relative, .rank, .ordinal, .increase, .decrease])
  }
}
