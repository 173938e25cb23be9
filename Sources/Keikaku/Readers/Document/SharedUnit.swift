import KeikakuText

extension Indicator {
  /// Gives the unit of the written figures to those that stand bare beside them: 57.1% → 60.
  ///
  /// Only where all that show a unit agree and none has a factor: beside 2,325億円 a bare 2,541 may be either, and is said
  /// to be unclear. A figure relative to another, or a rank, has no share in it.
  mutating func shareUnit() {
    guard hasValue(where: \.quantity.isBare), let unit = firstUnit else { return }
    guard !hasValue(where: { $0.quantity.unit != nil && ($0.quantity.unit != unit || $0.quantity.scale != 1) }) else {
      diagnostics.append(.unitUnclear)
      return
    }
    baseline?.quantity.take(unit: unit)
    for index in targets.indices { targets[index].quantity.take(unit: unit) }
    for index in actuals.indices { actuals[index].quantity.take(unit: unit) }
  }

  /// Its values as a row tells them.
  var values: [Measurement] { (baseline.map { [$0] } ?? []) + targets + actuals }

  /// Whether any of the values, of whatever time, is such.
  func hasValue(where isSuch: (Measurement) -> Bool) -> Bool {
    if let baseline, isSuch(baseline) { return true }
    return targets.contains(where: isSuch) || actuals.contains(where: isSuch)
  }

  /// The number of the first value that is one.
  var firstValue: ExactDecimal? {
    baseline?.quantity.value ?? targets.lazy.compactMap(\.quantity.value).first
      ?? actuals.lazy.compactMap(\.quantity.value).first
  }

  /// The unit of the first value that shows one.
  var firstUnit: String? {
    baseline?.quantity.unit ?? targets.lazy.compactMap(\.quantity.unit).first
      ?? actuals.lazy.compactMap(\.quantity.unit).first
  }
}

extension Quantity {
  /// A figure without unit or factor that measures what those beside it do.
  fileprivate var isBare: Bool {
    unit == nil && scale == 1 && (low != nil || high != nil)
      && !qualifiers.contains { $0 == .relative || $0 == .rank || $0 == .ordinal }
  }

  /// Takes the unit, if this is a bare figure.
  fileprivate mutating func take(unit: String?) { if isBare { self.unit = unit } }
}
