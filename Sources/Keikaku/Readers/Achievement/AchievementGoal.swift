import KeikakuText

/// What a target asks for, as a figure or an interval. Targets in words (維持, 全国平均以上) have none.
enum AchievementGoal {
  case exactly(ExactDecimal)
  case atLeast(ExactDecimal)
  case atMost(ExactDecimal)
  case between(ExactDecimal, ExactDecimal)

  init?(_ target: Quantity) {
    let isFloor = target.qualifiers.contains { $0 == .atLeast || $0 == .above }
    let isCeiling = target.qualifiers.contains { $0 == .atMost || $0 == .below }
    switch (target.value, target.low, target.high) {
    case (let value?, _, _): self = isFloor ? .atLeast(value) : isCeiling ? .atMost(value) : .exactly(value)
    case (nil, let low?, let high?): self = .between(low, high)
    case (nil, let low?, nil): self = .atLeast(low)
    case (nil, nil, let high?): self = .atMost(high)
    case (nil, nil, nil): return nil
    }
  }

  /// The figure that is aimed at from a baseline; nil where the baseline fulfils the goal already, so that there is no way
  /// to go: 維持, a floor below the baseline, an interval around it.
  func figure(from baseline: ExactDecimal) -> ExactDecimal? {
    switch self {
    case .exactly(let figure): figure == baseline ? nil : figure
    case .atLeast(let figure): figure > baseline ? figure : nil
    case .atMost(let figure): figure < baseline ? figure : nil
    case .between(let low, let high): baseline < low ? low : baseline > high ? high : nil
    }
  }

  /// The figure that more of is better than less, as `actual / target` needs; nil for ceilings and intervals.
  var figureToReach: ExactDecimal? {
    switch self {
    case .exactly(let figure), .atLeast(let figure): figure
    case .atMost, .between: nil
    }
  }
}
