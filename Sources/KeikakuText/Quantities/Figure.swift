/// One figure with its sign, unit and bounds, as it stands at a place of a text.
struct Figure {
  var range: Range<Int>
  var value: ExactDecimal?
  var low: ExactDecimal?
  var high: ExactDecimal?
  var unit: String?
  /// Whether the unit is one of the table.
  var hasKnownUnit = false
  var scale: ExactDecimal = 1
  var qualifiers: Set<Quantity.Qualifier> = []
  var flags: Set<Quantity.Flag> = []
  /// Digits and no more: no comma, no point, no power, no sign, no unit.
  var isBare = false
  /// Whether the figure is counted in 割, of which a range leaves the first out: 2～3割.
  var isInTenths = false

  /// Sets low and high as the bounds among the qualifiers ask.
  mutating func applyBounds() {
    guard let value else { return }
    guard !qualifiers.isEmpty else {
      (low, high) = (value, value)
      return
    }
    let isOpen = qualifiers.contains(.about)
    let hasLow = qualifiers.contains(.atLeast) || qualifiers.contains(.above)
    let hasHigh = qualifiers.contains(.atMost) || qualifiers.contains(.below)
    low = hasLow || !(isOpen || hasHigh) ? value : nil
    high = hasHigh || !(isOpen || hasLow) ? value : nil
  }

  var isAge: Bool {
    guard let unit, unit.utf8.count == 3 else { return false }
    return unit.hasPrefix("歳") || unit.hasPrefix("才")
  }

  mutating func multiply(byPowerOfTen power: Int) {
    guard power != 0 else { return }
    value = value.flatMap { $0.multiplied(byPowerOfTen: power) }
    low = low.flatMap { $0.multiplied(byPowerOfTen: power) }
    high = high.flatMap { $0.multiplied(byPowerOfTen: power) }
    scale = scale.multiplied(byPowerOfTen: power) ?? scale
  }

  func quantity(raw: String) -> Quantity {
    Quantity(
      raw: raw, value: value, low: low, high: high, unit: unit, scale: scale,
      qualifiers: qualifiers.isEmpty ? [] : Quantity.Qualifier.allCases.filter(qualifiers.contains),
      flags: flags.isEmpty ? [] : Quantity.Flag.allCases.filter(flags.contains))
  }
}
