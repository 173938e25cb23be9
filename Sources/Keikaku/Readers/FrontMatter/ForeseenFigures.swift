import KeikakuText

extension PlanDocument {
  /// Figures below years without a word, taken for results, that the document could not know when it was written are what it
  /// aims at: 現状値（R6） | R7 | R8 | R9 | R10 | 目標値（R11） in a plan of March R7.
  ///
  /// Without a date of publication they are so in a plan, no report, where every year of its period has a figure. A result
  /// that is left alone then is where the indicator starts from.
  mutating func settleForeseenFigures() {
    for index in indicators.indices where indicators[index].diagnostics.contains(.columnsInferred) {
      let isForeseen: (Measurement) -> Bool
      if let known = plan.published?.fiscalYearOfDay {
        isForeseen = { $0.quantity.period?.startYear.map { $0 > known } ?? false }
      } else if plan.kind != .progressReport, let period = plan.period, indicators[index].fills(period) {
        isForeseen = { _ in true }
      } else {
        continue
      }
      indicators[index].raiseResults(where: isForeseen)
    }
  }
}

extension Indicator {
  /// The baseline lies right before the period, and every year from its first to its last has a figure.
  fileprivate func fills(_ plan: Temporal) -> Bool {
    guard let first = plan.startYear, let last = plan.endYear, first < last,
      baseline?.quantity.period?.endYear == first - 1
    else { return false }
    return (actuals + targets).map { $0.quantity.period?.startYear } == Array(first...last)
  }

  fileprivate mutating func raiseResults(where isForeseen: (Measurement) -> Bool) {
    let foreseen = actuals.filter(isForeseen)
    guard !foreseen.isEmpty else { return }
    actuals.removeAll(where: isForeseen)
    targets = foreseen + targets
    if baseline == nil, actuals.count == 1 { baseline = actuals.removeFirst() }
  }
}
