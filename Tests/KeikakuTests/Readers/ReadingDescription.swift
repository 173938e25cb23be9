import KeikakuText

@testable import Keikaku

/// Readings as the lines of corpus files show them.
enum ReadingDescription {
  static func lines(_ reading: TableReading) -> [String] {
    reading.sections.flatMap { lines($0.content) } + reading.stated.map(line)
      + reading.diagnostics.filter { $0.code == .tableUnread }.map { "! \($0.code.name)" }
  }

  private static func lines(_ content: TableSection.Content) -> [String] {
    switch content {
    case .form(let rows): rows.map { "form \(name($0.field)): \($0.value.text)" }
    case .indicators(let readings): readings.map(line)
    case .schedule(let actions), .actions(let actions): actions.map { line($0.action) }
    case .definitions(let rows): rows.map { "term \($0.term.text): \($0.text.text)" }
    case .related(let rows):
      rows.map { "related \($0.number ?? "-") \($0.title.text) \($0.page.map(String.init) ?? "-")" }
    case .hierarchy(let rows):
      rows.entries.map {
        "node \(($0.column < rows.kinds.count ? rows.kinds[$0.column] : nil)?.rawValue ?? "-") \($0.text.text)"
      }
    case .contents: ["contents"]
    case .other: []
    }
  }

  private static func name(_ field: FormField) -> String {
    if case .title(let kind) = field { return "title \(kind.rawValue)" }
    return "\(field)"
  }

  static func line(_ reading: IndicatorReading) -> String {
    let indicator = reading.indicator
    var parts = ["indicator \(indicator.name)"]
    if let unit = indicator.unit { parts.append("[\(unit)]") }
    if let baseline = indicator.baseline { parts.append("base=" + value(baseline.quantity)) }
    if !indicator.targets.isEmpty { parts.append("target=" + values(indicator.targets)) }
    if !indicator.actuals.isEmpty { parts.append("actual=" + values(indicator.actuals)) }
    if let definition = indicator.definition { parts.append("definition=" + definition) }
    if let source = indicator.dataSource { parts.append("source=" + source) }
    if let department = indicator.department { parts.append("department=" + department) }
    if let remarks = indicator.remarks { parts.append("remarks=" + remarks) }
    if let grade = indicator.grade { parts.append("grade=" + grade.raw) }
    if let rate = indicator.achievement?.printedRate { parts.append("rate=\(rate)") }
    if !reading.noteMarkers.isEmpty { parts.append("marks=" + reading.noteMarkers.joined(separator: ",")) }
    if !reading.groups.isEmpty { parts.append("groups=" + reading.groups.map(\.text).joined(separator: "/")) }
    if !indicator.diagnostics.isEmpty { parts.append("! " + indicator.diagnostics.map(\.name).joined(separator: " ")) }
    return parts.joined(separator: " ")
  }

  static func line(_ action: Action) -> String {
    let entries = action.schedule.map {
      "\($0.period.startYear.map(String.init) ?? "?")\($0.continues ? "→" : "")\($0.text)"
    }
    let department = action.department.map { " department=\($0)" } ?? ""
    return "action \(action.text): \(entries.joined(separator: "; "))\(department)"
  }

  private static func values(_ measurements: [Measurement]) -> String {
    measurements.map { value($0.quantity) }.joined(separator: ",")
  }

  private static func value(_ quantity: Quantity) -> String {
    figure(quantity) + quantity.qualifiers.filter { !bounds.contains($0) }.map { "+\($0.rawValue)" }.joined()
      + year(quantity.period)
  }

  private static let bounds: [Quantity.Qualifier] = [.atLeast, .atMost, .above, .below]

  private static func figure(_ quantity: Quantity) -> String {
    if quantity.flags.contains(.missing) { return "missing" }
    if !quantity.parts.isEmpty {
      return quantity.parts.map { "\($0.label)\($0.value.map(\.description) ?? "?")" }.joined(separator: "/")
    }
    if quantity.qualifiers.contains(.atLeast), let low = quantity.low { return "≥\(low)" }
    if quantity.qualifiers.contains(.above), let low = quantity.low { return ">\(low)" }
    if quantity.qualifiers.contains(.atMost), let high = quantity.high { return "≤\(high)" }
    if quantity.qualifiers.contains(.below), let high = quantity.high { return "<\(high)" }
    if let value = quantity.value { return value.description }
    if let low = quantity.low, let high = quantity.high { return "\(low)..\(high)" }
    return quantity.text.map { "「\($0)」" } ?? "?「\(quantity.raw)」"
  }

  private static func year(_ period: Temporal?) -> String {
    guard let period else { return "" }
    let start = period.startYear.map(String.init) ?? "?"
    guard let end = period.endYear, end != period.startYear else { return "@\(start)" }
    return "@\(start)/\(end)"
  }
}
