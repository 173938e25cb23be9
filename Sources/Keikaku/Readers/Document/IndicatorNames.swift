import KeikakuText

/// What can be no name of an indicator, however its figures were found.
extension DocumentReader {
  /// Tells of figures behind 現　状, 数値, 施策２　防災, 平成30年度 or 整理番号, which name a value, a part of the plan, a year or a
  /// place in a form.
  mutating func tellsNoName(_ indicator: Indicator) -> Bool {
    let name = indicator.name.folded
    let compact = name.filter { $0 != " " }
    guard Self.labels.contains(compact) || isHeading(name) || Self.isDate(compact) || compact.hasSuffix("番号") else {
      return false
    }
    diagnostics.append(
      Diagnostic(
        .statementUnread, "“\(indicator.name)” names no indicator; its figures were not taken.", at: indicator.source))
    return true
  }

  private static let labels: Set<String> = [
    "現状", "現状値", "現況", "現況値", "目標", "目標値", "実績", "実績値", "基準", "基準値", "数値", "項目", "指標", "単位", "達成率", "評価", "上段", "下段",
  ]

  /// Nothing but what dates are written with, a year among it: 平成28年度 平成.
  private static func isDate(_ name: String) -> Bool {
    name.contains { $0.isNumber || $0 == "元" } && name.contains("年")
      && name.allSatisfy { $0.isASCII && !$0.isLetter || letters.contains($0) }
  }

  private static let letters = Set("令和平成昭元年度末月日時点現在RHS～〜・から")

  /// A word for nodes and its number, perhaps with a title: 施策２ 防災, 第２章 分野別計画.
  private func isHeading(_ name: String) -> Bool {
    let labels = NodeLabels(lexicon)
    return labels.head(name) || name.hasPrefix("第") && labels.begin(name)
  }
}
