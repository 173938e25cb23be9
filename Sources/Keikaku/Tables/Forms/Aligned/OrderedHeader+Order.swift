/// Puts the heads of an ordered table into the order of their years, and settles what the last of them is.
extension OrderedHeader {
  /// Heads of one line that begins with 現状 and ends with 目標 have years that go on, each in a bracket of its own. Where the
  /// brackets stand in several lines, shifted against the heads, the nearest was not the right one.
  ///
  ///     基準値 実績値
  ///     （2018年      目標
  ///            （2022年 （2023年
  ///       度）    度）     度）
  func withBracketsInTime(_ sorted: [Cell]) -> [Cell] {
    let places = sorted.indices.filter {
      let text = sorted[$0].text
      return head(of: sorted[$0])?.role?.isValue == true && text.contains("（") && StackedHeader.year(text) != nil
    }
    let years = places.compactMap { StackedHeader.year(sorted[$0].text) }
    let roles = places.map { head(of: sorted[$0])?.role }
    let isTurned = places.indices.dropFirst().contains {
      years[$0] < years[$0 - 1] && sorted[places[$0]].line == sorted[places[$0 - 1]].line
    }
    guard isTurned, Set(years).count == places.count, roles.first == .baseline, roles.last == .target else {
      return sorted
    }
    let brackets = zip(places, years).sorted { $0.1 < $1.1 }.map { place, _ in
      sorted[place].text.drop { $0 != "（" }
    }
    var result = sorted
    for (place, bracket) in zip(places, brackets) {
      result[place].text = String(sorted[place].text.prefix { $0 != "（" } + bracket)
    }
    return result
  }

  /// Heads in several lines, which may be shifted against each other, stand in the order of their years.
  ///
  ///     指標         現状（H30年度） R元年度
  ///                                     実績
  ///                                            R2年度 目標値（R4年度）
  func inTime(_ heads: [StackedHeader.Head]) -> [StackedHeader.Head] {
    let places = heads.indices.filter { heads[$0].role?.isValue == true || ValueLook.isYear(heads[$0].cell.text) }
    guard Set(places.map { heads[$0].line }).count > 1 else { return heads }
    var sorted = heads
    for (place, head) in zip(places, StackedHeader.inTime(places.map { heads[$0] }, text: \.cell.text)) {
      sorted[place] = head
    }
    return sorted
  }

  /// 数値目標 right of the head for the names is the target where nothing else is.
  func settled(_ heads: [StackedHeader.Head]) -> [StackedHeader.Head] {
    var heads = heads
    guard !heads.contains(where: { $0.role == .target }) else { return heads }
    if let target = heads.lastIndex(where: \.mayBeTarget), heads[..<target].contains(where: { $0.role == .baseline }) {
      heads[target].role = .target
    }
    return heads
  }
}
