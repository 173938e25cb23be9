import KeikakuText

@testable import Keikaku

/// A document as lines for people: its facts, its nodes as a tree with their actions, its relations and notes.
///
/// ```
/// title: 第２期〇〇村総合戦略
/// basic_goal 基本目標 1 しごとをつくる
///   = 新規就農者数 人 5 → 20
///   - 相談窓口の設置 [planned] 2020=検討 2021=→ @企画課
/// relation: related 健康づくり => 防災・減災
/// note: ※1 関係人口 = 移住した人でも…
/// ```
/// An indicator stands below the node that it measures, one of no node in the end. A dash stands for what is not known.
struct PlanLines {
  private let document: PlanDocument
  private(set) var lines: [String] = []

  init(_ document: PlanDocument) {
    self.document = document
    writeFacts()
    writeNodes(below: nil, indent: "")
    for indicator in document.indicators where shown(indicator.node) == nil {
      lines.append("indicator: \(Self.line(indicator))")
    }
    writeRelations()
    lines += document.notes.map { "note: \($0.marker ?? "–") \($0.term ?? "–") = \($0.text)" }
  }

  private mutating func writeFacts() {
    let plan = document.plan
    lines += [
      "title: \(plan.title ?? "–")", "kind: \(plan.kind.rawValue)", "status: \(plan.status?.rawValue ?? "–")",
      "series: \(plan.series.map(String.init) ?? "–")",
      "municipality: \(plan.municipality.code ?? "–") \(plan.municipality.name ?? "–")",
      "period: \(Self.days(plan.period))", "published: \(Self.days(plan.published))",
      "reporting_year: \(Self.year(plan.reportingYear))",
    ]
  }

  private static func days(_ date: Temporal?) -> String {
    guard let date else { return "–" }
    return "\(date.start.map { "\($0)" } ?? "–")/\(date.end.map { "\($0)" } ?? "–")"
  }

  private static func year(_ date: Temporal?) -> String { date?.startYear.map(String.init) ?? "–" }

  private mutating func writeNodes(below parent: NodeID?, indent: String) {
    for (index, node) in document.nodes.enumerated() where node.kind.rank >= 0 && shownParent(of: node) == parent {
      lines.append("\(indent)\(node.kind.rawValue) \(node.label ?? "–") \(node.number ?? "–") \(node.title)")
      for indicator in document.indicators where indicator.node == NodeID(index) {
        lines.append("\(indent)  = \(Self.line(indicator))")
      }
      for action in document.actions where action.node == NodeID(index) {
        lines.append("\(indent)  - \(Self.line(action))")
      }
      writeNodes(below: NodeID(index), indent: indent + "  ")
    }
  }

  private func shownParent(of node: Node) -> NodeID? { shown(node.parent) }

  /// Chapters and sections are not shown.
  private func shown(_ node: NodeID?) -> NodeID? {
    node.flatMap { document.nodes[$0.index].kind.rank >= 0 ? $0 : nil }
  }

  private static func line(_ indicator: Indicator) -> String {
    let targets = indicator.targets.map(value).joined(separator: ", ")
    return
      "\(indicator.name) \(indicator.unit ?? "–") \(indicator.baseline.map(value) ?? "–") → \(targets.isEmpty ? "–" : targets)"
  }

  private static func value(_ measurement: Measurement) -> String {
    measurement.quantity.value.map { "\($0)" } ?? measurement.quantity.raw
  }

  private static func line(_ action: Action) -> String {
    let schedule = action.schedule.map { " \(year($0.period))=\($0.text.isEmpty ? "→" : $0.text)" }.joined()
    let period = action.period == nil ? "" : " (\(year(action.period)))"
    let department = action.department.map { " @\($0)" } ?? ""
    return "\(action.text) [\(action.status?.rawValue ?? "–")]\(schedule)\(period)\(department)"
  }

  private func title(_ node: NodeID?) -> String { node.map { document.nodes[$0.index].title } ?? "–" }

  private mutating func writeRelations() {
    for relation in document.relations where relation.kind != .mention {
      let page = relation.page.map { " P\($0)" } ?? ""
      lines.append("relation: \(relation.kind.rawValue) \(title(relation.from)) => \(title(relation.to))\(page)")
    }
  }
}
