extension PlanDocument {
  /// Moves every place of the document into another text.
  ///
  /// A text with faults is read from a repaired copy; what was found there then points into the text as it came.
  mutating func move(to text: SourceText, _ place: (SourceRange) -> SourceRange) {
    self.text = text
    for index in nodes.indices { nodes[index].source = place(nodes[index].source) }
    for index in indicators.indices { indicators[index].moveSources(place) }
    for index in actions.indices {
      actions[index].source = place(actions[index].source)
      actions[index].budget?.move(place)
    }
    for index in relations.indices { relations[index].source = place(relations[index].source) }
    for index in notes.indices { notes[index].source = place(notes[index].source) }
    for index in tables.indices { tables[index].source = place(tables[index].source) }
    for index in mentions.indices { mentions[index].source = place(mentions[index].source) }
    for index in diagnostics.indices { diagnostics[index].source = diagnostics[index].source.map(place) }
  }
}

extension Indicator {
  fileprivate mutating func moveSources(_ place: (SourceRange) -> SourceRange) {
    source = place(source)
    baseline?.move(place)
    for index in targets.indices { targets[index].move(place) }
    for index in actuals.indices { actuals[index].move(place) }
  }
}

extension Measurement {
  fileprivate mutating func move(_ place: (SourceRange) -> SourceRange) { source = place(source) }
}
