import Keikaku
import KeikakuText

/// The elements of a document, key by key in the contract's order.
extension DocumentJSON {
  mutating func write(_ node: Node, index: Int) {
    out.append("{\"id\":")
    writeID(.node, index)
    out.append(",\"kind\":")
    writeName(node.kind.rawValue)
    out.append(",\"label\":")
    out.append(jsonString: node.label)
    out.append(",\"number\":")
    out.append(jsonString: node.number)
    out.append(",\"title\":")
    out.append(jsonString: node.title)
    out.append(",\"parent_id\":")
    writeNodeID(node.parent)
    out.append(",\"text\":")
    out.append(jsonString: node.text)
    out.append(node.relisted ? ",\"relisted\":true" : ",\"relisted\":false")
    write(node.source)
    out.append("}")
  }

  mutating func write(_ indicator: Indicator, index: Int) {
    out.append("{\"id\":")
    writeID(.indicator, index)
    out.append(",\"node_id\":")
    writeNodeID(indicator.node)
    out.append(",\"name\":")
    out.append(jsonString: indicator.name)
    out.append(",\"unit\":")
    out.append(jsonString: indicator.unit)
    write(indicator.canonical)
    out.append(",\"baseline\":")
    write(indicator.baseline)
    out.append(",\"targets\":")
    write(indicator.targets)
    out.append(",\"actuals\":")
    write(indicator.actuals)
    writeDescription(of: indicator)
    write(indicator.grade)
    write(indicator.achievement)
    writeReferences(of: indicator)
    write(indicator.source)
    out.append("}")
  }

  private mutating func write(_ measurements: [Measurement]) {
    out.append("[")
    for (index, measurement) in measurements.enumerated() {
      if index > 0 { out.append(",") }
      write(measurement)
    }
    out.append("]")
  }

  private mutating func write(_ canonical: Indicator.Canonical?) {
    guard let canonical else { return out.append(",\"canonical\":null") }
    out.append(",\"canonical\":{\"code\":")
    out.append(jsonString: canonical.code)
    out.append(",\"name\":")
    out.append(jsonString: canonical.name)
    out.append(",\"method\":")
    out.append(jsonString: canonical.method)
    out.append(",\"good_direction\":")
    out.append(jsonString: canonical.goodDirection)
    out.append(",\"result_kind\":")
    out.append(jsonString: canonical.resultKind)
    out.append("}")
  }

  private mutating func writeDescription(of indicator: Indicator) {
    out.append(",\"definition\":")
    out.append(jsonString: indicator.definition)
    out.append(",\"data_source\":")
    out.append(jsonString: indicator.dataSource)
    out.append(",\"department\":")
    out.append(jsonString: indicator.department)
    out.append(",\"remarks\":")
    out.append(jsonString: indicator.remarks)
  }

  private mutating func write(_ grade: Indicator.Grade?) {
    guard let grade else { return out.append(",\"grade\":null") }
    out.append(",\"grade\":{\"raw\":")
    out.append(jsonString: grade.raw)
    out.append(",\"normalized\":")
    out.append(jsonString: grade.normalized)
    out.append("}")
  }

  private mutating func write(_ achievement: Indicator.Achievement?) {
    guard let achievement else { return out.append(",\"achievement\":null") }
    out.append(",\"achievement\":{\"progress\":")
    out.append(decimal: achievement.progress)
    out.append(",\"ratio\":")
    out.append(decimal: achievement.ratio)
    out.append(",\"printed_rate\":")
    out.append(decimal: achievement.printedRate)
    out.append("}")
  }

  private mutating func writeReferences(of indicator: Indicator) {
    out.append(",\"note_ids\":[")
    for (index, note) in indicator.notes.enumerated() {
      if index > 0 { out.append(",") }
      writeID(.note, note)
    }
    out.append("],\"diagnostics\":[")
    for (index, code) in indicator.diagnostics.enumerated() {
      if index > 0 { out.append(",") }
      writeName(code.name)
    }
    out.append("]")
  }

  mutating func write(_ action: Action, index: Int) {
    out.append("{\"id\":")
    writeID(.action, index)
    out.append(",\"node_id\":")
    writeNodeID(action.node)
    out.append(",\"text\":")
    out.append(jsonString: action.text)
    out.append(",\"status\":")
    writeName(action.status?.rawValue)
    out.append(",\"period\":")
    write(action.period)
    out.append(",\"schedule\":[")
    for (index, entry) in action.schedule.enumerated() { write(entry, isFirst: index == 0) }
    out.append("],\"department\":")
    out.append(jsonString: action.department)
    out.append(",\"budget\":")
    write(action.budget)
    write(action.source)
    out.append("}")
  }

  private mutating func write(_ entry: Action.ScheduleEntry, isFirst: Bool) {
    out.append(isFirst ? "{\"period\":" : ",{\"period\":")
    write(entry.period)
    out.append(",\"text\":")
    out.append(jsonString: entry.text)
    out.append(entry.continues ? ",\"continues\":true}" : ",\"continues\":false}")
  }

  mutating func write(_ relation: Relation) {
    out.append("{\"from_id\":")
    writeNodeID(relation.from)
    out.append(",\"to_id\":")
    writeNodeID(relation.to)
    out.append(",\"kind\":")
    writeName(relation.kind.rawValue)
    out.append(",\"page\":")
    out.append(number: relation.page)
    write(relation.source)
    out.append("}")
  }

  mutating func write(_ note: Note, index: Int) {
    out.append("{\"id\":")
    writeID(.note, index)
    out.append(",\"marker\":")
    out.append(jsonString: note.marker)
    out.append(",\"term\":")
    out.append(jsonString: note.term)
    out.append(",\"text\":")
    out.append(jsonString: note.text)
    write(note.source)
    out.append("}")
  }

  mutating func write(_ table: DocumentTable, index: Int) {
    out.append("{\"id\":")
    writeID(.table, index)
    out.append(",\"node_id\":")
    writeNodeID(table.node)
    out.append(",\"kind\":")
    writeName(table.kind.rawValue)
    out.append(",\"header_rows\":")
    out.append(number: table.headerRows)
    out.append(",\"rows\":[")
    for (index, row) in table.rows.enumerated() {
      out.append(index == 0 ? "[" : ",[")
      for (column, cell) in row.enumerated() {
        if column > 0 { out.append(",") }
        out.append(jsonString: cell)
      }
      out.append("]")
    }
    out.append("]")
    write(table.source)
    out.append("}")
  }

  mutating func write(_ mention: Mention) {
    switch mention.finding {
    case .date(let temporal):
      out.append("{\"kind\":\"date\",\"date\":")
      write(temporal)
      out.append(",\"quantity\":null")
    case .quantity(let quantity):
      out.append("{\"kind\":\"quantity\",\"date\":null,\"quantity\":")
      write(quantity, at: mention.source)
    }
    write(mention.source)
    out.append("}")
  }

  mutating func write(_ diagnostic: Diagnostic) {
    out.append("{\"code\":")
    writeName(diagnostic.code.name)
    out.append(",\"severity\":")
    writeName(diagnostic.code.severity.rawValue)
    out.append(",\"message\":")
    out.append(jsonString: diagnostic.message)
    if let source = diagnostic.source { write(source) } else { out.append(",\"source\":null") }
    out.append("}")
  }
}
