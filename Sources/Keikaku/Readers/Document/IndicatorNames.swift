import KeikakuText

/// What can be no name of an indicator, however its figures were found.
extension DocumentReader {
  /// Tells of figures behind 現　状, 数値 or 施策２　防災, which name a value or a part of the plan.
  mutating func tellsNoName(_ indicator: Indicator) -> Bool {
    let name = indicator.name.folded
    guard Self.labels.contains(name.filter { $0 != " " }) || isHeading(name) else { return false }
    diagnostics.append(
      Diagnostic(
        .statementUnread, "“\(indicator.name)” names no indicator; its figures were not taken.", at: indicator.source))
    return true
  }

  private static let labels: Set<String> = [
    "現状", "現状値", "現況", "現況値", "目標", "目標値", "実績", "実績値", "基準", "基準値", "数値", "項目", "指標", "単位", "達成率", "評価", "上段", "下段",
  ]

  /// A word for nodes and its number, perhaps with a title: 施策２ 防災, 第２章 分野別計画.
  private func isHeading(_ name: String) -> Bool {
    let labels = NodeLabels(lexicon)
    return labels.head(name) || name.hasPrefix("第") && labels.begin(name)
  }
}
