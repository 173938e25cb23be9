import KeikakuText

/// Labels under which a document gives its own name: 計画の名称, 【計画名】, 1 地域再生計画の名称.
enum PlanLabels {
  /// Before a colon; 計画名 and the like also alone above the name.
  static let names: Set<String> = ["title", "名称", "計画名", "計画の名称", "計画名称", "戦略名", "戦略の名称"]

  private static let plans: Set<String> = [
    "計画", "地域再生計画", "整備計画", "総合計画", "総合計画案", "戦略", "総合戦略", "ビジョン", "共生ビジョン", "プラン", "計画案", "戦略案",
  ]

  /// The cheap question: each such label holds the letter, which few pages do.
  static func mayStand(in text: String) -> Bool { letter.occurs(in: text) }

  private static let letter = WordTrie([("名", true)])

  /// Whether a line is such a label and nothing else.
  static func isAlone(_ line: FrontLine) -> Bool {
    guard mayStand(in: line.text) else { return false }
    let folded = line.text.folded
    let text = SectionTitle.rest(behindNumberOf: folded).map(String.init) ?? folded
    let key = text.filter { !" 【】[]<>■●○◆・:".contains($0) }
    if key == "計画名" || key == "計画名称" || key == "戦略名" { return true }
    return key.hasSuffix("の名称") && plans.contains(key.dropping("の名称"))
  }
}
