import KeikakuText

/// Puts years that stand in brackets on lines of their own to the values before them, or to those behind them:
///
///     指標 現状 目標          指標 現状 目標
///     公民館の利用者数        公民館の利用者数
///     2,150人                 （令和3年度）
///     （令和3年度）           2,150人
///     2,400人                 （令和8年度）
///     （令和8年度）           2,400人
///
/// On the left each year stands behind a value, or as many years behind as many values of a row, whose cells are written out
/// line by line; on the right each value of the table stands behind a year. Where a single one stands otherwise, nothing
/// tells whose the others are.
enum YearsBelowValues {
  static func joined(_ runs: [[StackedItem]]) -> [[StackedItem]] {
    guard runs.joined().contains(where: isYear) else { return runs }
    if runs.allSatisfy(standBehindValues) { return runs.map { joined($0, isYearFirst: false) } }
    if runs.allSatisfy(standBeforeValues) { return runs.map { joined($0, isYearFirst: true) } }
    let byRow = runs.compactMap(joinedByRow)
    return byRow.count == runs.count ? byRow : runs
  }

  /// 480人 500人 above （令和2年度） （令和7年度）; nil where not as many values stand before some years.
  private static func joinedByRow(_ items: [StackedItem]) -> [StackedItem]? {
    var result: [StackedItem] = []
    var values = 0
    var index = 0
    while index < items.count {
      guard isYear(items[index]) else {
        values = items[index].sort == .value ? values + 1 : 0
        result.append(items[index])
        index += 1
        continue
      }
      let years = items[index...].prefix(while: isYear)
      guard years.count == values, StackedHeader.areInTime(years.map(\.text)) else { return nil }
      for (place, year) in zip(result.count - values..<result.count, years) { date(&result[place], by: year) }
      values = 0
      index = years.endIndex
    }
    return result
  }

  /// The year stands behind other values: the source is the value's alone.
  private static func date(_ value: inout StackedItem, by year: StackedItem) {
    value.text += year.text
    value.hasYearBelow = value.line != year.line
  }

  private static func standBehindValues(_ items: [StackedItem]) -> Bool {
    items.indices.allSatisfy { index in
      guard isYear(items[index]) else { return true }
      return index > 0 && items[index - 1].sort == .value && !ValueLook.endsInYear(items[index - 1].text)
    }
  }

  private static func standBeforeValues(_ items: [StackedItem]) -> Bool {
    items.indices.allSatisfy { index in
      if isYear(items[index]) { return index + 1 < items.count && items[index + 1].sort == .value }
      return items[index].sort != .value || index > 0 && isYear(items[index - 1])
    }
  }

  private static func joined(_ items: [StackedItem], isYearFirst: Bool) -> [StackedItem] {
    var result: [StackedItem] = []
    for item in items {
      let isSecond = isYearFirst ? result.last.map(isYear) ?? false : isYear(item)
      guard isSecond, let first = result.last else {
        result.append(item)
        continue
      }
      var value = isYearFirst ? item : first
      value.text = first.text + item.text
      value.source = first.source.lowerBound..<item.source.upperBound
      value.hasYearBelow = first.line != item.line
      result[result.count - 1] = value
    }
    return result
  }

  private static func isYear(_ item: StackedItem) -> Bool { item.sort != .value && YearBracket.dates(item.text) }
}
