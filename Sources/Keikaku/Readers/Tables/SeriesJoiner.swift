import KeikakuText

/// Makes two rows of figures under one name into one value of labelled parts: 平日 237,673 and 休日 237,672.
struct SeriesJoiner {
  var first: String
  var next: String

  func join(_ more: Indicator, into indicator: inout Indicator) {
    indicator.baseline = joined(indicator.baseline, more.baseline)
    indicator.targets = joined(indicator.targets, more.targets)
    indicator.actuals = joined(indicator.actuals, more.actuals)
    indicator.source = indicator.source.joined(with: more.source)
  }

  /// The figures as the part that the label tells, where the table holds no other: 男性 | 6,912歩.
  static func label(_ label: String, _ indicator: inout Indicator) {
    indicator.baseline = indicator.baseline.map { labelled(label, $0) }
    indicator.targets = indicator.targets.map { labelled(label, $0) }
    indicator.actuals = indicator.actuals.map { labelled(label, $0) }
  }

  private static func labelled(_ label: String, _ measurement: Measurement) -> Measurement {
    var measurement = measurement
    let quantity = measurement.quantity
    guard !quantity.raw.hasPrefix(label + " ") else { return measurement }
    measurement.quantity.parts = parts(label, quantity)
    measurement.quantity.value = nil
    measurement.quantity.low = nil
    measurement.quantity.high = nil
    measurement.quantity.raw = label + " " + quantity.raw
    return measurement
  }

  private func joined(_ left: [Measurement], _ right: [Measurement]) -> [Measurement] {
    guard left.count == right.count else { return left }
    return zip(left, right).compactMap { joined($0, $1) }
  }

  private func joined(_ left: Measurement?, _ right: Measurement?) -> Measurement? {
    guard let left, let right else { return left ?? right }
    var both = Self.labelled(first, left)
    both.quantity.parts += Self.parts(next, right.quantity)
    both.quantity.raw += "、" + next + " " + right.quantity.raw
    both.source = left.source.joined(with: right.source)
    return both
  }

  /// 65歳以上 男性 and 65歳以上 女性 where the row's figures have parts of their own.
  private static func parts(_ label: String, _ quantity: Quantity) -> [Quantity.Part] {
    guard !quantity.parts.isEmpty else {
      return [Quantity.Part(label: label, value: quantity.value, unit: quantity.unit)]
    }
    return quantity.parts.map { Quantity.Part(label: label + " " + $0.label, value: $0.value, unit: $0.unit) }
  }
}
