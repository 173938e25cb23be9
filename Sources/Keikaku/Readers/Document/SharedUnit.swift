import KeikakuText

extension Indicator {
  /// The indicator with the unit of its written figures given to those that stand bare beside them: 57.1% → 60.
  ///
  /// Only where all that show a unit agree and none has a factor: beside 2,325億円 a bare 2,541 may be either, and is said
  /// to be unclear. A figure relative to another, or a rank, has no share in it.
  func withSharedUnit() -> Indicator {
    let all = ([baseline].compactMap(\.self) + targets + actuals).map(\.quantity)
    let shown = all.filter { $0.unit != nil }
    guard let first = shown.first, all.contains(where: \.isBare) else { return self }
    var indicator = self
    guard shown.allSatisfy({ $0.unit == first.unit && $0.scale == 1 }) else {
      indicator.diagnostics.append(.unitUnclear)
      return indicator
    }
    indicator.baseline?.quantity.take(unit: first.unit)
    for index in targets.indices { indicator.targets[index].quantity.take(unit: first.unit) }
    for index in actuals.indices { indicator.actuals[index].quantity.take(unit: first.unit) }
    return indicator
  }
}

extension Quantity {
  /// A figure without unit or factor that measures what those beside it do.
  fileprivate var isBare: Bool {
    unit == nil && scale == 1 && (low != nil || high != nil)
      && Set(qualifiers).isDisjoint(with: [.relative, .rank, .ordinal])
  }

  /// Takes the unit, if this is a bare figure.
  fileprivate mutating func take(unit: String?) { if isBare { self.unit = unit } }
}
