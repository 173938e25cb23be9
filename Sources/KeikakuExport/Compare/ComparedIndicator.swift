import Keikaku
import KeikakuText

/// One plan's figures for a canonical indicator.
public struct ComparedIndicator: Sendable {
  /// A figure as it is set beside another's.
  public struct Figure: Sendable, Equatable {
    /// Nil for targets in words and for ranges.
    public var value: ExactDecimal?
    public var unit: String?
    public var year: Int?
    /// The figure says no year; the plan's last year stands for it.
    public var isYearAssumed = false
    public var qualifiers: [Quantity.Qualifier] = []
    /// As written in the plan.
    public var raw: String
  }

  /// The canonical indicator that it is shown as.
  public var code: String
  public var name: String
  public var goodDirection: String?
  public var plan: ComparedPlan
  /// As written in the plan.
  public var writtenName: String
  /// The plan counts the opposite (転出超過); the figures here have the other sign.
  public var isFlipped: Bool
  public var baseline: Figure?
  public var target: Figure?
  public var actual: Figure?
  /// target − baseline.
  public var change: ExactDecimal?
  /// From the baseline's year to the target's.
  public var years: Int?
  public var progress: ExactDecimal?
  public var ratio: ExactDecimal?

  /// Who the plan is of; its file where nobody knows.
  public var place: String { plan.municipality.map { (plan.prefecture ?? "") + $0 } ?? plan.file }

  /// The change divided by the years: what makes plans of different length comparable.
  public var changePerYear: ExactDecimal? {
    guard let change, let years, years > 0 else { return nil }
    return change.divided(by: ExactDecimal(integerLiteral: years))?.quotient
  }

  /// The change a year in percent of the baseline: what makes municipalities of different size comparable. Nil for rates,
  /// whose changes are points, and where the baseline is zero or less.
  public var percentPerYear: ExactDecimal? {
    guard let change, let years, years > 0, let start = baseline?.value, start > 0, baseline?.unit != "%",
      let span = start.multiplied(by: ExactDecimal(integerLiteral: years))
    else { return nil }
    return change.multiplied(byPowerOfTen: 2)?.divided(by: span)?.quotient
  }

  /// Whether a plan says the same figures twice, as summaries and repeated tables do.
  func repeats(_ other: ComparedIndicator) -> Bool {
    plan.id == other.plan.id && baseline?.value == other.baseline?.value && target?.value == other.target?.value
      && actual?.value == other.actual?.value && isFlipped == other.isFlipped
      && (writtenName == other.writtenName || (baseline?.value != nil && target?.value != nil))
  }

  static func rows(of plan: ComparedPlan) -> [ComparedIndicator] {
    plan.indicators.compactMap { indicator in
      indicator.canonical.map { ComparedIndicator(indicator, $0, of: plan) }
    }
  }

  private init(_ indicator: Indicator, _ canonical: Indicator.Canonical, of plan: ComparedPlan) {
    let target = indicator.finalTarget
    let figures = [indicator.baseline, target, indicator.latestActual]
    // A loss that is written below zero may be a gain or a loss: its sign is left alone.
    let isUnsigned = figures.allSatisfy { ($0?.quantity.value ?? 0) >= 0 }
    let opposite = isUnsigned ? SignFlip.opposites[canonical.code] : nil
    code = opposite?.code ?? canonical.code
    name = opposite?.name ?? canonical.name
    goodDirection = opposite?.goodDirection ?? canonical.goodDirection
    self.plan = plan
    writtenName = indicator.name
    isFlipped = opposite != nil
    let shown = figures.map { measurement in
      measurement.map { Figure($0, unit: indicator.unit, isFlipped: opposite != nil) }
    }
    baseline = shown[0]
    self.target = shown[1]?.dated(plan.endYear)
    actual = shown[2]
    change = target.flatMap(indicator.change(to:)).map { opposite == nil ? $0 : -$0 }
    if let end = self.target?.year, let start = baseline?.year { years = end - start }
    progress = indicator.achievement?.progress
    ratio = indicator.achievement?.ratio
  }
}

extension ComparedIndicator.Figure {
  fileprivate init(_ measurement: Measurement, unit: String?, isFlipped: Bool) {
    let quantity = measurement.quantity
    value = quantity.value.map { isFlipped ? -$0 : $0 }
    self.unit = quantity.unit ?? unit
    year = measurement.year
    qualifiers = isFlipped ? quantity.qualifiers.map(Self.turned) : quantity.qualifiers
    raw = quantity.raw
  }

  /// At most 100 people more leaving is at least −100 coming.
  private static func turned(_ qualifier: Quantity.Qualifier) -> Quantity.Qualifier {
    switch qualifier {
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .above: .below
    case .below: .above
    case .increase: .decrease
    case .decrease: .increase
    default: qualifier
    }
  }

  /// A target without a year of its own is the plan's, at its end.
  fileprivate func dated(_ year: Int?) -> Self {
    var figure = self
    if figure.year == nil, let year {
      figure.year = year
      figure.isYearAssumed = true
    }
    return figure
  }
}
