import KeikakuText

/// Completes the indicators of a plan, once all of it is read: how far each has come, and what its grade says.
enum AchievementReader {
  static func complete(_ document: inout PlanDocument) {
    let isGraded = document.indicators.contains { $0.grade != nil }
    let legends = isGraded ? GradeLegend.all(in: document.text) : []
    let planStart = document.plan.period?.startYear
    for index in document.indicators.indices {
      let calculator = AchievementCalculator(indicator: document.indicators[index], planStart: planStart)
      let computed = calculator.achievement()
      if let finding = take(computed, calculator, into: &document.indicators[index]) {
        document.diagnostics.append(finding)
      }
      normalizeGrade(of: &document.indicators[index], computed.progress, legends, in: document.text)
    }
  }

  private static func take(
    _ computed: (progress: ExactDecimal?, ratio: ExactDecimal?), _ calculator: AchievementCalculator,
    into indicator: inout Indicator
  ) -> Diagnostic? {
    guard computed.progress != nil || computed.ratio != nil || indicator.achievement != nil else { return nil }
    var achievement = indicator.achievement ?? Indicator.Achievement()
    achievement.progress = computed.progress
    achievement.ratio = computed.ratio
    indicator.achievement = achievement
    guard let printed = achievement.printedRate,
      PrintedRateCheck(calculator: calculator).isMismatch(printed, decimals: achievement.printedDecimals)
    else { return nil }
    indicator.diagnostics.append(.rateMismatch)
    let message =
      "\(printed)% is printed for \(indicator.name); its figures give \(percent(computed.progress)) as progress "
      + "and \(percent(computed.ratio)) as ratio to the target"
    return Diagnostic(.rateMismatch, message, at: indicator.source)
  }

  private static func percent(_ rate: ExactDecimal?) -> String {
    rate?.multiplied(byPowerOfTen: 2).map { "\($0.rounded(toPlaces: 1))%" } ?? "nothing"
  }

  /// A grade in words speaks for itself; a letter or mark means what the document's legend says, and without one nothing
  /// that can be told. Short of the target is better or worse than before as the figures say.
  private static func normalizeGrade(
    of indicator: inout Indicator, _ progress: ExactDecimal?, _ legends: [GradeLegend], in text: SourceText
  ) {
    guard let grade = indicator.grade else { return }
    let line = text.position(of: indicator.source).line - 1
    let meaning =
      GradeMark.grade(in: grade.raw).flatMap { GradeLegend.meaning(of: $0, on: line, in: legends) }
      ?? GradeMeaning(grade.raw) ?? .unknown
    indicator.grade?.normalized = normalized(meaning, progress).rawValue
  }

  private static func normalized(_ meaning: GradeMeaning, _ progress: ExactDecimal?) -> GradeMeaning {
    guard meaning == .unmet else { return meaning }
    guard let progress else { return .unknown }
    return progress > 0 ? .improved : progress == 0 ? .flat : .worse
  }
}
