/// What the header words of some rows say together: whether they head figures of the plan.
struct HeaderEvidence {
  private var names = 0
  private var baselines = 0
  private var targets = 0
  private var weakTargets = 0
  private var actuals = 0
  private var years = 0
  private var saysIndicators = false

  mutating func add(_ cell: TableScan.Cell) {
    if cell.shape.isYear { years += 1 }
    guard let header = cell.header else { return }
    saysIndicators = saysIndicators || header.saysIndicator
    switch header.role {
    case .name: names += 1
    case .baseline: baselines += 1
    case .target where header.isWeak: weakTargets += 1
    case .target: targets += 1
    case .actual: actuals += 1
    default: break
    }
    if header.isPair { baselines += 1 }
  }

  /// 2023 → 2029 heads cells that hold where the plan starts and where it is to go.
  mutating func addPair() {
    baselines += 1
    targets += 1
  }

  /// Enough for a table; what follows with the same words is a repetition.
  var isComplete: Bool { targets > 0 && names + baselines + actuals > 0 }

  /// A target column beside a name or another value, or words that only indicator tables have beside any value.
  func isHeader(underHeading: Bool) -> Bool {
    if targets > 0 { return names + baselines + actuals > 0 || targets + years > 1 || underHeading }
    guard saysIndicators || underHeading else { return false }
    if weakTargets > 0 { return names + baselines + actuals > 0 }
    return baselines + actuals > 0 || years > 0 && names > 0 || (underHeading && names > 1 && saysIndicators)
  }
}
