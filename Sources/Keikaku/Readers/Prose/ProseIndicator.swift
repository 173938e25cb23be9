import KeikakuText

/// Puts together what a rule found of an indicator in running text.
struct ProseIndicator {
  let text: ProseText
  let context: ProseContext
  private static let temporals = TemporalReader()
  private var measurements: MeasurementReader { MeasurementReader(context.units) }

  /// The figures of one indicator, by their place in the text.
  struct Parts {
    var name: Range<Int>
    var baseline: Range<Int>?
    var targets: [Range<Int>] = []
    var actuals: [Range<Int>] = []
    /// From a date in the label of the results.
    var actualPeriod: Temporal?
    /// From a date that stands apart from its figure.
    var baselinePeriod: Temporal?
    var targetPeriod: Temporal?
    /// One for each of several targets.
    var targetPeriods: [Temporal] = []
    var grade: Range<Int>?
    /// A printed rate: 82％ behind 達成率.
    var rate: Range<Int>?
    /// 平均 stands beside the baseline's years.
    var baselineIsAverage = false
    /// All that the indicator was read from.
    var whole: Range<Int>
  }

  func reading(_ parts: Parts) -> IndicatorReading {
    let (unmarked, marks) = NoteMarks.split(text.text(parts.name))
    let (name, unit) = UnitBracket.split(unmarked, context.units)
    var reading = IndicatorReading(indicator: Indicator(name: name, source: text.source(parts.whole)))
    reading.noteMarkers = marks
    var surroundings = MeasurementReader.Surroundings(name: name, unit: unit)
    surroundings.isCumulative = name.contains("累計")
    surroundings.period = parts.baselinePeriod ?? context.baselinePeriod
    if let range = parts.baseline { reading.indicator.baseline = measurement(range, surroundings) }
    if parts.baselineIsAverage { average(&reading.indicator.baseline) }
    surroundings.period = parts.targetPeriod ?? context.targetPeriod ?? yearsOfCount(parts)
    reading.indicator.targets = parts.targets.enumerated().map { ordinal, target in
      if parts.targetPeriods.indices.contains(ordinal) { surroundings.period = parts.targetPeriods[ordinal] }
      return measurement(target, surroundings)
    }
    surroundings.period = parts.actualPeriod
    reading.indicator.achievement = parts.rate.flatMap {
      measurements.measurement(text.text($0), at: text.source($0), MeasurementReader.Surroundings(name: "", unit: "%"))
        .quantity.value
    }.map { Indicator.Achievement(printedRate: $0) }
    reading.indicator.grade = parts.grade.map { Indicator.Grade(raw: text.text($0)) }
    reading.indicator.actuals = parts.actuals.map { measurement($0, surroundings) }
    reading.indicator.unit = reading.indicator.firstUnit ?? unit.map(measurements.baseUnit)
    if reading.indicator.hasValue(where: \.quantity.isDoubtful) { reading.indicator.diagnostics.append(.valueUnclear) }
    return reading
  }

  /// 雇用創出数（R4～R8累計）: the years over which the one figure is counted stand in the bracket behind the name.
  private func yearsOfCount(_ parts: Parts) -> Temporal? {
    guard parts.baseline == nil, parts.targets.count == 1, let last = parts.name.last,
      let open = text.startOfBracket(closingAt: last, from: parts.name.lowerBound),
      let period = period(in: open + 1..<last), let first = period.startYear, let end = period.endYear, first < end
    else { return nil }
    return period
  }

  private func average(_ measurement: inout Measurement?) {
    guard measurement?.quantity.qualifiers.contains(.annualAverage) == false else { return }
    measurement?.quantity.qualifiers.insert(.annualAverage, at: 0)
  }

  private func measurement(_ range: Range<Int>, _ surroundings: MeasurementReader.Surroundings) -> Measurement {
    let written = text.text(range)
    let (bare, _) = NoteMarks.split(written)
    var measurement = measurements.measurement(bare, at: text.source(range), surroundings)
    measurement.quantity.raw = written
    return measurement
  }

  /// The date that a piece says.
  func period(in range: Range<Int>) -> Temporal? {
    let written = text.text(range)
    // 削減（令和３年度比）: the year that it is measured against.
    guard !written.contains("年度比"), !written.contains("年比") else { return nil }
    let match = Self.temporals.first(in: written, context: .yearColumn)
    return match.flatMap { $0.temporal.flags.contains(.invalid) ? nil : $0.temporal }
  }
}
