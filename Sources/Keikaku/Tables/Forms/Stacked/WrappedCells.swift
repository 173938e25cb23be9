import KeikakuText

/// Puts the ends of wrapped values, years and units to their beginnings where other cells of the row stand between them.
///
/// `pdftotext` writes a row's cells out in the order of their heights, so a cell of two lines brackets those of one:
///
///     令和4年 31店 令和9年 22店
///     商店街の空き店舗数
///     度
///     舗 度
///     舗
///
/// What stands between the beginning and the end of a cell is of its row: the name goes before the row's values.
struct WrappedCells {
  let reader: StackedItemReader
  let hasUnits: Bool
  private static let longestEnd = 5
  private static let longestUnit = 8
  /// How far above its end a cell begins, in items.
  private static let farthest = 12

  func joined(_ items: [StackedItem]) -> [StackedItem] {
    var result: [StackedItem] = []
    for item in items {
      guard let (owners, ends) = owners(of: item, among: result) else {
        result.append(item)
        continue
      }
      for (owner, end) in zip(owners, ends) {
        result[owner].text += reader.rows.string(end)
        result[owner].source = result[owner].source.lowerBound..<end.upperBound
        result[owner].sort = reader.sort(result[owner].text, hasUnits)
      }
      if let first = owners.min() { moveNames(behind: first, &result) }
    }
    return result
  }

  /// The items that the pieces of a line complete, each another; nil where the line holds more than ends.
  private func owners(of item: StackedItem, among items: [StackedItem]) -> (owners: [Int], ends: [Range<Int>])? {
    let ends = reader.rows.words(item.source)
    guard item.sort == .words || item.sort == .unit, ends.count <= Self.farthest else { return nil }
    var owners: [Int] = []
    for end in ends {
      let text = reader.rows.string(end)
      guard text.count <= Self.longestEnd else { return nil }
      let near = items.indices.suffix(Self.farthest)
      guard
        let owner = near.first(where: {
          !owners.contains($0) && items[$0].block == item.block && completes(items[$0], text)
        })
      else { return nil }
      owners.append(owner)
    }
    return owners.isEmpty ? nil : (owners, ends)
  }

  private func completes(_ item: StackedItem, _ end: String) -> Bool {
    if item.sort == .value || item.sort == .year, NameContinuation.isOpenInBracket(item.text) {
      return NameContinuation.closesUnopened(end)
    }
    switch item.sort {
    case .year: return item.text.hasSuffix("年") && end == "度"
    case .value:
      // Behind a bare figure a unit may as well be another cell.
      guard !hasUnits, item.text.folded.last.map({ $0.isASCII && $0.isNumber }) == false, !Self.nameEnds.contains(end)
      else { return false }
      return WrappedValues(items: reader).isEnd(end, of: item.text)
    case .unit, .words:
      let isOpen = Self.powers.contains(item.text) || !reader.quantities.isUnit(item.text)
      return hasUnits && isOpen && (item.text + end).count <= Self.longestUnit
        && reader.quantities.isUnit(item.text + end) && !Self.nameEnds.contains(end)
    }
  }

  /// 百万 is no unit yet, where 万人 and 回 are two.
  private static let powers: Set<String> = ["十", "百", "千", "万", "十万", "百万", "千万", "億", "十億", "百億", "兆"]

  /// 数 ends names and no units.
  private static let nameEnds: Set<String> = ["数", "率", "額", "量", "割合", "比"]

  /// The words behind a wrapped cell before the first value of its row.
  private func moveNames(behind owner: Int, _ items: inout [StackedItem]) {
    let names = items[owner...].filter { $0.sort == .words }
    guard !names.isEmpty else { return }
    var first = owner
    while first > 0, items[first - 1].sort != .words, items[first - 1].line == items[owner].line { first -= 1 }
    items.replaceSubrange(owner..., with: items[owner...].filter { $0.sort != .words })
    items.insert(contentsOf: names, at: first)
  }
}
