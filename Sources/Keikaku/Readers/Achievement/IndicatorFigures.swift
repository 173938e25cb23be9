import KeikakuText

/// Which of an indicator's figures stand for it where one is asked for.
extension Indicator {
  /// The result of the latest year that has a figure. Nil where several results do not all say their year.
  public var latestActual: Measurement? { Self.latest(of: actuals.filter { $0.quantity.value != nil }) }

  /// The target at the plan's end. Nil where several targets do not all say their year.
  public var finalTarget: Measurement? { Self.latest(of: targets.filter { !$0.quantity.flags.contains(.missing) }) }

  /// The target that a result is measured by: that of its own year, else the next one to come, else the last.
  ///
  /// Nil where several targets do not all say their year, or two of one year differ.
  public func target(for actual: Measurement) -> Measurement? {
    let targets = targets.filter { !$0.quantity.flags.contains(.missing) }
    guard targets.count > 1 else { return targets.first }
    guard let year = actual.year, targets.allSatisfy({ $0.year != nil }) else { return nil }
    let ordered = targets.sorted { ($0.year ?? 0) < ($1.year ?? 0) }
    let next = ordered.first { ($0.year ?? 0) >= year } ?? ordered.last
    let sameYear = ordered.filter { $0.year == next?.year }
    return sameYear.allSatisfy { $0.quantity.value == next?.quantity.value } ? next : nil
  }

  private static func latest(of measurements: [Measurement]) -> Measurement? {
    guard measurements.count > 1 else { return measurements.first }
    guard measurements.allSatisfy({ $0.year != nil }) else { return nil }
    let year = measurements.compactMap(\.year).max()
    return measurements.last { $0.year == year }
  }
}

extension Measurement {
  /// The year in which the figure holds: the last that its period names.
  public var year: Int? { quantity.period.flatMap { $0.endYear ?? $0.end?.year } }
}
