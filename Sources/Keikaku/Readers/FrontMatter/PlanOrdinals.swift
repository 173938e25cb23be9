import KeikakuText

/// The counts by which plans of one name are told apart: 第3次, 第二期.
struct PlanOrdinals: Sendable {
  /// 3次, 2期.
  let counts: Set<String>

  init(_ text: some StringProtocol) {
    var counts: Set<String> = []
    var rest = String(text).folded.filter { $0 != " " }[...]
    while let mark = rest.firstIndex(of: "第") {
      rest = rest[rest.index(after: mark)...]
      let number = rest.prefix { !"次期".contains($0) }
      guard number.count <= 3, number.endIndex < rest.endIndex, let value = SeriesNumber.value(number) else { continue }
      counts.insert("\(value)\(rest[number.endIndex])")
    }
    self.counts = counts
  }

  /// Whether they are those of another plan of a series than a title that counts so too: 第3次 beside 第4次, but not 第2期
  /// beside 第7次.
  func contradict(_ title: PlanOrdinals) -> Bool {
    let counters = Set(title.counts.compactMap(\.last))
    let comparable = counts.filter { counters.contains($0.last!) }
    return !comparable.isEmpty && comparable.isDisjoint(with: title.counts)
  }
}
