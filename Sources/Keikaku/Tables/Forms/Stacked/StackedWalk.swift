/// What stands in the lines of a table, in order.
struct StackedWalk {
  var heads: [StackedHeader.Head] = []
  /// The items behind each run of header cells.
  var items: [[StackedItem]] = [[]]
  var end: Int
  /// Lines of text that stand among the table's.
  var textLines: [Int] = []
  /// The columns whose heads are known to follow behind their cells.
  var expected: Set<ColumnRole> = []
  var hasUnits: Bool { has(.unit) }
  /// The last column of values may stand further below: there is no target yet, or one for a year between alone.
  var lacksTarget: Bool {
    heads.contains { $0.role == .baseline }
      && heads.allSatisfy { $0.role != .target || $0.cell.text.hasPrefix("中間") }
  }
  /// Of 年度 and 値 below each head of values some are still to come.
  var lacksParts: Bool {
    let parts = heads.count(where: \.isPart)
    return parts > 0 && parts < 2 * max(1, heads.count { $0.role?.isValue == true })
  }
  /// A column of words beside the names.
  var hasTwoWords: Bool { has(.group) || has(.definition) }

  private func has(_ role: ColumnRole) -> Bool { expected.contains(role) || heads.contains { $0.role == role } }
}
