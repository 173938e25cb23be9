import KeikakuText

/// Puts years that stand in brackets on lines of their own to the values before them:
///
///     指標 現状 目標
///     公民館の利用者数
///     2,150人
///     （令和3年度）
///     2,400人
///     （令和8年度）
///
/// Where one stands elsewhere in the table, before its value or behind another year, nothing tells whose the others are.
enum YearsBelowValues {
  static func joined(_ runs: [[StackedItem]]) -> [[StackedItem]] {
    guard runs.joined().contains(where: isYear), runs.allSatisfy(standBehindValues) else { return runs }
    return runs.map(joined)
  }

  private static func standBehindValues(_ items: [StackedItem]) -> Bool {
    items.indices.allSatisfy { index in
      guard isYear(items[index]) else { return true }
      return index > 0 && items[index - 1].sort == .value && !ValueLook.endsInYear(items[index - 1].text)
    }
  }

  private static func joined(_ items: [StackedItem]) -> [StackedItem] {
    var result: [StackedItem] = []
    for item in items {
      guard isYear(item), var value = result.last else {
        result.append(item)
        continue
      }
      value.text += item.text
      value.source = value.source.lowerBound..<item.source.upperBound
      value.hasYearBelow = value.line != item.line
      result[result.count - 1] = value
    }
    return result
  }

  private static func isYear(_ item: StackedItem) -> Bool { item.sort != .value && YearBracket.dates(item.text) }
}
