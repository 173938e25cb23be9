import Keikaku
import KeikakuText

/// A document in which every kind of element and value occurs, with texts that formats stumble over.
enum SampleDocument {
  static let hostileTexts = [
    "", "plain", "a,b", "say \"yes\"", "two\nlines", "a\r\nb", "tab\there", "=cmd|' /C calc'!A0", "😀葛\u{E0101}城市",
    "sep\u{2028}ara\u{2029}tor", "next\u{85}line", "\u{0}\u{1F}\u{7F}\u{9F}", "back\\slash", "※1 – ① ～", " 前後 ",
  ]

  static func make(texts: [String] = hostileTexts) -> PlanDocument {
    let body = texts.joined(separator: "\n")
    let text = SourceText(bytes: Array(body.utf8))
    let source = SourceDescription(
      file: "sub/plan.txt", sha256: String(repeating: "0f", count: 32), encoding: "utf-8", mediaType: "text/plain",
      bytes: body.utf8.count, lines: text.lineStarts.count)
    var document = PlanDocument(text: text, source: source, plan: plan)
    let range = SourceRange(0..<min(3, body.utf8.count))
    document.nodes = texts.map { Node(kind: .measure, label: $0, number: "1-1", title: $0, text: $0, source: range) }
    if document.nodes.count > 1 { document.nodes[1].parent = NodeID(0) }
    document.indicators = texts.map { indicator($0, range) }
    document.actions = texts.map { action($0, range) }
    if !texts.isEmpty {
      document.relations = [Relation(from: nil, to: NodeID(0), kind: .mention, page: 15, source: range)]
    }
    document.notes = texts.map { Note(marker: "※1", term: $0, text: $0, source: range) }
    document.tables = [DocumentTable(kind: .indicators, headerRows: 1, rows: [texts, []], source: range)]
    document.mentions = [
      Mention(finding: .date(year), source: range), Mention(finding: .quantity(quantity("5人")), source: range),
    ]
    document.diagnostics = [
      Diagnostic(.rowShifted, "moved \"back\"", at: range), Diagnostic(.documentEmpty, "whole"),
    ]
    return document
  }

  private static var plan: Plan {
    var plan = Plan(id: "plan-0f0f0f0f")
    plan.title = "計画"
    plan.kind = .comprehensiveStrategy
    plan.status = .draft
    plan.series = 2
    plan.period = year
    plan.municipality.name = "伊達市"
    plan.municipality.candidates = [.init(name: "伊達市", prefecture: "北海道", code: "012335")]
    return plan
  }

  private static let year = Temporal(
    raw: "令和2年度", kind: .fiscalYear, start: CalendarDay(year: 2020, month: 4, day: 1),
    end: CalendarDay(year: 2021, month: 3, day: 31), startYear: 2020, endYear: 2020, assumed: true,
    flags: [.ocrRepaired], reason: "because")

  private static func quantity(_ raw: String) -> Quantity {
    Quantity(
      raw: raw, value: ExactDecimal(significand: -468, exponent: -2), low: 0, unit: "人", scale: 10000,
      qualifiers: [.cumulative, .atLeast], period: year, text: raw,
      parts: [.init(label: raw, value: 237673, unit: "人"), .init(label: "休日", value: nil, unit: nil)],
      also: [Quantity(raw: "15人", value: 15, unit: "人")], flags: [.rounded])
  }

  private static func indicator(_ text: String, _ range: SourceRange) -> Indicator {
    var indicator = Indicator(name: text, unit: "人", source: range)
    indicator.node = NodeID(0)
    indicator.canonical = .init(code: "BIRTHS", name: text, method: "exact", goodDirection: "up", resultKind: nil)
    indicator.baseline = Measurement(quantity: quantity(text), source: range)
    indicator.targets = [Measurement(quantity: quantity(text), source: range)]
    indicator.actuals = [Measurement(quantity: Quantity(raw: "—", flags: [.missing]), source: range)]
    indicator.definition = text
    indicator.grade = .init(raw: "◎", normalized: "exceeded")
    indicator.achievement = .init(progress: ExactDecimal(significand: 5, exponent: -1), ratio: nil, printedRate: 95)
    indicator.notes = [0]
    indicator.diagnostics = [.rowShifted]
    return indicator
  }

  private static func action(_ text: String, _ range: SourceRange) -> Action {
    var action = Action(node: NodeID(0), text: text, status: .result, source: range)
    action.period = year
    action.schedule = [.init(period: year, text: text, continues: true)]
    action.budget = Measurement(quantity: quantity("3億円"), source: range)
    return action
  }
}
