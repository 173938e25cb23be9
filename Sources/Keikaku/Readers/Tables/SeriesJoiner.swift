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

  private func joined(_ left: [Measurement], _ right: [Measurement]) -> [Measurement] {
    guard left.count == right.count else { return left }
    return zip(left, right).compactMap { joined($0, $1) }
  }

  private func joined(_ left: Measurement?, _ right: Measurement?) -> Measurement? {
    guard var left, let right else { return left ?? right }
    if !left.quantity.raw.hasPrefix(first + " ") {
      left.quantity.parts = parts(first, left.quantity)
      left.quantity.value = nil
      left.quantity.low = nil
      left.quantity.high = nil
      left.quantity.raw = first + " " + left.quantity.raw
    }
    left.quantity.parts += parts(next, right.quantity)
    left.quantity.raw += "、" + next + " " + right.quantity.raw
    left.source = left.source.joined(with: right.source)
    return left
  }

  /// 65歳以上 男性 and 65歳以上 女性 where the row's figures have parts of their own.
  private func parts(_ label: String, _ quantity: Quantity) -> [Quantity.Part] {
    guard !quantity.parts.isEmpty else {
      return [Quantity.Part(label: label, value: quantity.value, unit: quantity.unit)]
    }
    return quantity.parts.map { Quantity.Part(label: label + " " + $0.label, value: $0.value, unit: $0.unit) }
  }
}
