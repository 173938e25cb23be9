/// Rates that stand in the bracket behind a labelled value.
extension LabelledLinesReader {
  private static let rates = ["（達成率", "(達成率", "（進捗率", "(進捗率"].map { Array($0.utf8) }

  /// 1,350人（達成率112.5％）: the rate is a figure of its own.
  func rateApart(_ pair: Pair) -> [Pair] {
    let range = pair.value.source.indices
    let bytes = rows.text.bytes
    guard pair.role.isValue, pair.value.text == rows.string(range), let last = pair.value.text.last,
      "）)".contains(last),
      let open = Self.rates.lazy.compactMap({ bytes[range].firstRange(of: $0) }).first,
      open.lowerBound > range.lowerBound
    else { return [pair] }
    let bracket = String(last).utf8.count
    let label = open.lowerBound + bracket..<open.upperBound
    let rate = withoutColon(open.upperBound..<range.upperBound - bracket)
    guard ValueLook.isFigure(rows.string(rate)) else { return [pair] }
    var value = pair
    value.value = rows.cell(TextLines.trimmed(range.lowerBound..<open.lowerBound, in: bytes))
    return [value, Pair(role: .achievementRate, label: rows.cell(label), value: rows.cell(rate))]
  }
}
