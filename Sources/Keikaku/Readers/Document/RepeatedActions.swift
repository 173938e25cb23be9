import KeikakuText

/// Where the actions of a document stand, by their text; grows with the actions.
struct ActionIndex {
  private var places: [TitleKey: [Int]] = [:]
  private var count = 0

  mutating func places(of text: String, in actions: [Action]) -> [Int] {
    for index in count..<actions.count { places[TitleKey(actions[index].text), default: []].append(index) }
    count = actions.count
    return places[TitleKey(text)] ?? []
  }
}

/// A table behind several measures that tells by year when what they list is done:
///
///     施策5 観光                 実施スケジュール
///     ・公園の魅力向上             取組             担当課   R4     R5
///     施策6 農業                   公園の魅力向上   観光課   設計   工事
///     ・担い手の確保               担い手の確保     農政課   →     →
extension DocumentReader {
  /// Gives the years and the office of a row to the one action below its node that bears its name; false where there is
  /// none, or where that has years of its own.
  mutating func completeListed(by row: Action) -> Bool {
    guard !row.schedule.isEmpty else { return false }
    let found = actionIndex.places(of: row.text, in: actions).filter { stands(actions[$0].node, below: row.node) }
    guard found.count == 1, let place = found.first, actions[place].schedule.isEmpty else { return false }
    actions[place].schedule = row.schedule
    actions[place].department = actions[place].department ?? row.department
    actions[place].period = actions[place].period ?? row.period
    actions[place].budget = actions[place].budget ?? row.budget
    return true
  }

  /// Nil is the whole document.
  private func stands(_ node: NodeID?, below above: NodeID?) -> Bool {
    guard let node, node != above else { return false }
    guard let above else { return true }
    return ancestors(of: node).contains(above)
  }
}
