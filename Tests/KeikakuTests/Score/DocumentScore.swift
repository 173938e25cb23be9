import Foundation
import Keikaku

/// One document beside its annotation.
struct DocumentScore {
  let document: PlanDocument
  let truth: Truth
  let name: String
  private let titles: [ComparedText]

  struct Result: Sendable {
    var tallies: [String: Tally] = [:]
    /// What differs, a line each.
    var differences: [String] = []
  }

  /// One kind of element.
  struct Scored {
    var tally: Tally
    var differences: [String] = []
  }

  init(_ document: PlanDocument, _ truth: Truth) {
    self.document = document
    self.truth = truth
    name = document.source.file
    titles = document.nodes.map { ComparedText($0.title) }
  }

  var result: Result {
    let kinds = [
      ("indicators", indicators), ("nodes", nodes), ("actions", actions), ("relations", relations), ("notes", notes),
      ("facts", facts),
    ]
    return kinds.reduce(into: Result()) { result, kind in
      result.tallies[kind.0] = kind.1.tally
      result.differences += kind.1.differences
    }
  }

  private func title(_ node: NodeID?) -> ComparedText { node.map { titles[$0.index] } ?? ComparedText(nil) }

  private func isNear(_ row: Truth.Row, _ source: SourceRange) -> Bool {
    guard let line = row.integer("line") else { return false }
    return abs(document.text.line(at: source.start) - line) <= 1
  }

  /// Matches one kind and counts.
  private func score<Element>(
    _ kind: String, _ elements: [Element], likeness: (Truth.Row, Element) -> Double,
    faults: (Truth.Row, Element) -> [String], counted: (Element) -> Bool = { _ in true },
    isSilent: (Element) -> Bool = { _ in false }
  ) -> Scored {
    let rows = truth.rows(kind, of: name)
    let pairs = bestPairs(rows, elements, likeness)
    var tally = Tally(expected: rows.count, found: pairs.count)
    var differences: [String] = []
    for (row, element) in pairs {
      let wrong = faults(rows[row], elements[element])
      if wrong.isEmpty { tally.exact += 1 } else if isSilent(elements[element]) { tally.silent += 1 }
      if !wrong.isEmpty { differences.append(line(kind, rows[row], wrong.joined(separator: ", "))) }
    }
    let matchedRows = Set(pairs.map(\.row))
    for (index, row) in rows.enumerated() where !matchedRows.contains(index) {
      differences.append(line(kind, row, "not found"))
    }
    if truth.isComplete(kind, of: name) {
      let matched = Set(pairs.map(\.element))
      tally.right = pairs.count
      tally.extracted = pairs.count + elements.indices.count { !matched.contains($0) && counted(elements[$0]) }
    }
    return Scored(tally: tally, differences: differences)
  }

  private func line(_ kind: String, _ row: Truth.Row, _ fault: String) -> String {
    let label = row.text("name") ?? row.text("title") ?? row.text("text") ?? row.text("from_title") ?? ""
    return "\(name):\(row.integer("line") ?? 0): \(kind): \(label): \(fault)"
  }

  private var indicators: Scored {
    let names = document.indicators.map { ComparedText($0.name) }
    let numbered = Array(document.indicators.enumerated())
    return score(
      "indicators", numbered,
      likeness: { row, item in
        let likeness = row.compared("name").likeness(to: names[item.offset])
        return likeness > 0 ? likeness + (isNear(row, item.element.source) ? 0.5 : 0) : 0
      },
      faults: { indicatorFaults($0, $1.element) }, isSilent: { $0.element.diagnostics.isEmpty })
  }

  private func indicatorFaults(_ row: Truth.Row, _ indicator: Indicator) -> [String] {
    var faults = MeasurementFaults.of(indicator.baseline, expected: row.row("baseline")).map {
      "baseline \($0)"
    }
    let targets = row.rows("targets")
    if indicator.targets.count != targets.count, !targets.contains(where: { $0.text("value") == "*" }) {
      faults.append("\(indicator.targets.count) targets for \(targets.count)")
    }
    for (index, target) in targets.enumerated() {
      let found = index < indicator.targets.count ? indicator.targets[index] : nil
      faults += MeasurementFaults.of(found, expected: target).map { "target \(index + 1) \($0)" }
    }
    if row.text("parent_title") != nil, row.compared("parent_title").likeness(to: title(indicator.node)) == 0 {
      faults.append("parent")
    }
    return faults
  }

  private var nodes: Scored {
    let rows = truth.rows("nodes", of: name)
    let kinds = Set(rows.flatMap { ($0.text("kind") ?? "").split(separator: "|").map(String.init) })
    let pairs = bestPairs(rows, Array(document.nodes.indices)) { row, index in
      let node = document.nodes[index]
      guard (row.text("kind") ?? "").split(separator: "|").contains(where: { $0 == node.kind.rawValue }) else {
        return 0
      }
      let likeness = row.compared("title").likeness(to: titles[index])
      guard likeness > 0, row.text("parent_title") != nil else { return likeness }
      return likeness + (parentAgrees(row, node) ? 0.5 : 0)
    }
    var tally = Tally(expected: rows.count, found: pairs.count)
    var differences: [String] = []
    tally.right = pairs.count
    tally.extracted = document.nodes.count { kinds.contains($0.kind.rawValue) }
    for (row, index) in pairs {
      let node = document.nodes[index]
      let number = rows[row].text("number")
      let isExact = parentAgrees(rows[row], node) && (number == nil || number == node.number)
      if isExact { tally.exact += 1 } else { differences.append(line("nodes", rows[row], "number or parent differs")) }
    }
    let matched = Set(pairs.map(\.row))
    for (index, row) in rows.enumerated() where !matched.contains(index) {
      differences.append(line("nodes", row, "not found"))
    }
    return Scored(tally: tally, differences: differences)
  }

  private func parentAgrees(_ row: Truth.Row, _ node: Node) -> Bool {
    row.text("parent_title") == nil || row.compared("parent_title").likeness(to: title(node.parent)) > 0
  }

  private var actions: Scored {
    let texts = document.actions.map { ComparedText($0.text) }
    return score(
      "actions", Array(document.actions.enumerated()),
      likeness: { row, item in
        let isNear = isNear(row, item.element.source)
        var likeness = row.compared("text").likeness(to: texts[item.offset])
        if likeness == 0, isNear, let first = row.rows("schedule").first,
          row.compared("text").likeness(to: first.compared("text")) > 0,
          Self.calendar(row) == Self.calendar(item.element)
        {
          likeness = 0.85
        }
        guard likeness > 0 else { return 0 }
        let hasNode = row.compared("node_title").likeness(to: title(item.element.node)) > 0
        return likeness + (hasNode ? 0.5 : 0) + (isNear ? 0.25 : 0)
      },
      faults: { actionFaults($0, $1.element) })
  }

  private func actionFaults(_ row: Truth.Row, _ action: Action) -> [String] {
    var faults: [String] = []
    if row.compared("node_title").likeness(to: title(action.node)) == 0 { faults.append("node") }
    if let status = row.text("status"), status != action.status?.rawValue,
      !(status == "planned" && action.status == nil)
    {
      faults.append("status")
    }
    if let period = row.text("period"), !MeasurementFaults.agrees(action.period, period) { faults.append("period") }
    let expected = Self.calendar(row)
    let found = Self.calendar(action)
    let agree =
      Set(expected.keys) == Set(found.keys)
      && expected.allSatisfy { ComparedText($0.value).likeness(to: ComparedText(found[$0.key])) > 0 }
    if !agree { faults.append("schedule") }
    return faults
  }

  /// The texts of a schedule by year; cells that hold only a mark are left out.
  private static func calendar(_ row: Truth.Row) -> [String: String] {
    calendar(
      row.rows("schedule").map { ($0.text("year") ?? $0.integer("year").map(String.init), $0.text("text")) })
  }

  private static func calendar(_ action: Action) -> [String: String] {
    calendar(action.schedule.map { ($0.period.startYear.map(String.init), $0.text) })
  }

  private static func calendar(_ cells: [(year: String?, text: String?)]) -> [String: String] {
    cells.reduce(into: [:]) { calendar, cell in
      let text = cell.text ?? ""
      guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
      else {
        return
      }
      calendar[cell.year ?? "None", default: ""] += text
    }
  }

  private var relations: Scored {
    let kinds = Set(truth.rows("relations", of: name).compactMap { $0.text("kind") })
    return score(
      "relations", document.relations,
      likeness: { row, relation in
        guard row.text("kind") == relation.kind.rawValue else { return 0 }
        let from = row.compared("from_title").likeness(to: title(relation.from))
        let to = row.compared("to_title").likeness(to: title(relation.to))
        return from > 0 && to > 0 ? from + to + (isNear(row, relation.source) ? 0.25 : 0) : 0
      },
      faults: { row, relation in
        var faults: [String] = []
        if let page = row.integer("page"), page != relation.page { faults.append("page") }
        let isTurned = relation.kind == .relisted && !leadsFromTheRelisted(relation)
        return isTurned ? faults + ["does not lead from the relisted node to the one it repeats"] : faults
      },
      counted: { kinds.isEmpty ? $0.kind != .mention : kinds.contains($0.kind.rawValue) })
  }

  private func leadsFromTheRelisted(_ relation: Relation) -> Bool {
    relation.from.map { document.nodes[$0.index].relisted } == true && !document.nodes[relation.to.index].relisted
  }

  private var notes: Scored {
    let texts = document.notes.map { ComparedText(($0.term ?? "") + $0.text) }
    return score(
      "notes", Array(document.notes.enumerated()),
      likeness: { row, item in
        let text = ComparedText((row.text("term") ?? "") + (row.text("text") ?? ""))
        let likeness = text.likeness(to: texts[item.offset])
        return likeness > 0 ? likeness + (isNear(row, item.element.source) ? 0.25 : 0) : 0
      },
      faults: { row, item in
        let term = row.compared("term").likeness(to: ComparedText(item.element.term)) > 0
        let marker = Self.markerKey(row.text("marker")) == Self.markerKey(item.element.marker)
        return (term ? [] : ["term"]) + (marker ? [] : ["marker"])
      },
      counted: { Self.markerKey($0.element.marker).contains("※") })
  }

  private static func markerKey(_ marker: String?) -> String {
    (marker ?? "").precomposedStringWithCompatibilityMapping.replacing("*", with: "※")
      .filter { $0 == "※" || $0.isNumber }
  }

  private var facts: Scored {
    guard let row = truth.rows("documents", of: name).first else { return Scored(tally: Tally()) }
    let facts = facts(row).filter { row.keys.contains($0.key) }
    let tally = Tally(expected: facts.count, found: facts.count, exact: facts.values.count { $0 })
    return Scored(
      tally: tally, differences: facts.filter { !$0.value }.map { "\(name): facts: \($0.key) differs" }.sorted())
  }

  private func facts(_ row: Truth.Row) -> [String: Bool] {
    let plan = document.plan
    let published = row.text("published").map { (plan.published?.start?.description ?? "").hasPrefix($0) }
    let period = row.texts("period").map {
      $0 == [plan.period?.start?.description, plan.period?.end?.description]
    }
    return [
      "title": row.compared("title").likeness(to: ComparedText(plan.title)) > 0,
      "kind": row.text("kind") == plan.kind.rawValue,
      "municipality": row.text("municipality") == plan.municipality.name,
      "code": row.text("code") == plan.municipality.code,
      "prefecture": row.text("prefecture") == plan.municipality.prefecture,
      "published": published ?? (plan.published == nil),
      "period": period ?? (plan.period == nil),
      "status": row.text("status") == plan.status?.rawValue,
      "reporting_year": row.text("reporting_year") == (plan.reportingYear?.startYear).map(String.init),
    ]
  }
}
