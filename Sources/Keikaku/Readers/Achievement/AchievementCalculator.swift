import KeikakuText

/// How far an indicator has come, by its latest result and the target that this is measured by.
///
/// `progress` is (actual − baseline) / (target − baseline), right for rising and falling targets; `ratio` is actual / target,
/// what many municipalities print as 達成率. Baseline 100, target 110, actual 105: progress 0.5, ratio 0.954…. Neither is cut
/// off at 0 or 1, and neither is given where it has no meaning:
///
/// - A target that equals the baseline, or that the baseline fulfils already, leaves no way to go: no progress.
/// - A falling target, a target of zero or less, 以下, and ranks: no ratio.
/// - Without a baseline: ratio only.
/// - A cumulative target (累計, 5年間で) begins at zero, or at a baseline that is itself a running total. Results of single years
///   are added up where they are all there from the beginning.
/// - Units must agree, and so must what the figures say: a difference (全国平均から▲2.6) is no level.
struct AchievementCalculator {
  let indicator: Indicator
  /// When the plan begins: results of single years make a total only from then on.
  var planStart: Int?

  private static let manners: Set<Quantity.Qualifier> = [.relative, .rank, .ordinal, .increase, .decrease]

  func achievement() -> (progress: ExactDecimal?, ratio: ExactDecimal?) {
    guard let actual = indicator.latestActual, let target = indicator.target(for: actual) else { return (nil, nil) }
    return achievement(of: actual, against: target)
  }

  func achievement(of actual: Measurement, against target: Measurement) -> (
    progress: ExactDecimal?, ratio: ExactDecimal?
  ) {
    guard agree(actual.quantity, target.quantity), let goal = AchievementGoal(target.quantity),
      let figure = figure(of: actual, against: target)
    else { return (nil, nil) }
    let start = start(for: target.quantity)
    return (progress(figure, from: start, to: goal), ratio(figure, from: start, to: goal, target.quantity))
  }

  /// Whether two figures are of one unit and say the same sort of thing.
  private func agree(_ one: Quantity, _ other: Quantity) -> Bool {
    let units = [one, other].map { $0.unit ?? indicator.unit }
    return (units[0] == nil || units[1] == nil || units[0] == units[1])
      && Self.manners.intersection(one.qualifiers) == Self.manners.intersection(other.qualifiers)
  }

  /// The result's figure, as a total where the target is one.
  private func figure(of actual: Measurement, against target: Measurement) -> ExactDecimal? {
    let isTotal = actual.quantity.qualifiers.contains(.cumulative)
    guard target.quantity.qualifiers.contains(.cumulative) else { return isTotal ? nil : actual.quantity.value }
    return isTotal ? actual.quantity.value : total(upTo: actual, target)
  }

  /// The sum of single years, if every year from the beginning on is there.
  private func total(upTo actual: Measurement, _ target: Measurement) -> ExactDecimal? {
    let period = target.quantity.period
    let isSpan = period?.kind == .range && period?.startYear != period?.endYear
    guard let first = (isSpan ? period?.startYear : nil) ?? planStart, let last = actual.year, first <= last,
      last - first < 30
    else { return nil }
    var sum: ExactDecimal? = 0
    for year in first...last {
      let results = indicator.actuals.filter { $0.year == year && $0.quantity.period?.startYear == year }
      guard results.count == 1, agree(results[0].quantity, target.quantity), let value = results[0].quantity.value
      else { return nil }
      sum = sum?.adding(value)
    }
    return sum
  }

  private func start(for target: Quantity) -> ExactDecimal? {
    let baseline = indicator.baseline?.quantity
    let isTotal = baseline?.qualifiers.contains(.cumulative) ?? false
    if target.qualifiers.contains(.cumulative), !isTotal { return 0 }
    guard let baseline, agree(baseline, target), isTotal == target.qualifiers.contains(.cumulative) else { return nil }
    return baseline.value
  }

  private func progress(
    _ actual: ExactDecimal, from start: ExactDecimal?, to goal: AchievementGoal
  ) -> ExactDecimal? {
    guard let start, let target = goal.figure(from: start), let way = target.subtracting(start) else { return nil }
    return actual.subtracting(start)?.divided(by: way)?.quotient
  }

  private func ratio(
    _ actual: ExactDecimal, from start: ExactDecimal?, to goal: AchievementGoal, _ target: Quantity
  ) -> ExactDecimal? {
    guard let figure = goal.figureToReach, figure > 0, indicator.canonical?.goodDirection != "down",
      Self.manners.isDisjoint(with: target.qualifiers.filter { $0 == .rank || $0 == .relative || $0 == .ordinal })
    else { return nil }
    if let start, case .exactly = goal, figure < start { return nil }
    return actual.divided(by: figure)?.quotient
  }
}
