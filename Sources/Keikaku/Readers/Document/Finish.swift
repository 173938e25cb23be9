import KeikakuText

/// The last steps, when all nodes are known.
extension DocumentReader {
  mutating func finished() -> DocumentReading {
    // Before marks are resolved: they may enter programmes that only an overview names, behind the last that has a heading.
    raiseClosingTables()
    releaseTableOfPlan()
    resolveMarks()
    resolveRelated()
    resolveRelisted()
    resolveContents()
    linkNotes()
    shareUnits()
    tellLooseCells()
    let nodes = register.finished()
    let id = { (old: NodeID?) in old.map { nodes.ids[$0.index] } }
    for index in actions.indices { actions[index].node = id(actions[index].node) }
    for index in tables.indices { tables[index].node = id(tables[index].node) }
    for index in indicators.indices { indicators[index].indicator.node = id(indicators[index].indicator.node) }
    return DocumentReading(
      nodes: nodes.nodes, indicators: indicators.map(\.indicator), actions: actions,
      relations: relations.map {
        Relation(from: id($0.from), to: nodes.ids[$0.to.index], kind: $0.kind, page: $0.page, source: $0.source)
      } + nodes.mentions, notes: notes, tables: tables, mentions: mentions,
      diagnostics: diagnostics + nodes.diagnostics, unclassified: unclassifiedFragments())
  }

  /// Gives bare figures the unit of those beside them, and tells where that cannot be.
  private mutating func shareUnits() {
    for index in indicators.indices {
      indicators[index].indicator.shareUnit()
      guard indicators[index].indicator.diagnostics.contains(.unitUnclear) else { continue }
      let indicator = indicators[index].indicator
      diagnostics.append(
        Diagnostic(
          .unitUnclear, "A figure of “\(indicator.name)” has no unit beside figures with a factor or several units.",
          at: indicator.source))
    }
  }

  private mutating func tellLooseCells() {
    for source in LooseCells.places(in: outline.blocks, taken: taken, text: text, lexicon: lexicon) {
      diagnostics.append(.runTogether(at: source))
      indicators.removeAll { Self.isOneOfSeveral($0.indicator, in: source) }
    }
  }

  /// 空き家バンクの登録件数 20件 among loose cells: a name with one of its values, no telling which.
  private static func isOneOfSeveral(_ indicator: Indicator, in cells: SourceRange) -> Bool {
    let values = indicator.values
    return cells.start <= indicator.source.start && indicator.source.end <= cells.end
      && values.count == 1 && values[0].quantity.period == nil
  }

  private func unclassifiedFragments() -> [Int] {
    outline.blocks.indices.filter { index in
      if case .fragment = outline.blocks[index].content { return !taken.contains(index) }
      return runTogether.contains(index)
    }
  }

  // MARK: Tables that close a package

  /// A table after the last of several programmes serves them all where none of the others has one.
  private mutating func raiseClosingTables() {
    var holders: [NodeID: [Int]] = [:]
    for (index, reading) in indicators.enumerated() {
      if let node = reading.indicator.node { holders[node, default: []].append(index) }
    }
    let children = Dictionary(grouping: register.nodes.indices) { register.nodes[$0].parent }
    for (node, places) in holders {
      guard let parent = register[node].parent, register[node].kind.rank >= NodeKind.specificMeasure.rank else {
        continue
      }
      let siblings = (children[parent] ?? []).filter { register.nodes[$0].kind == register[node].kind }
      guard siblings.count >= 2, siblings.last == node.index,
        siblings.dropLast().allSatisfy({ holders[NodeID($0)] == nil })
      else { continue }
      for place in places { indicators[place].indicator.node = parent }
    }
  }

  /// A plan of several goals whose figures all stand behind the last node of the last goal gives them for the whole:
  /// 〔数値目標〕 at the end of a reform plan. They are of no one node.
  private mutating func releaseTableOfPlan() {
    guard indicators.count > 2, let holder = indicators[0].indicator.node, register[holder].parent != nil,
      indicators.allSatisfy({ $0.indicator.node == holder }),
      !register.nodes.indices.contains(where: { register.nodes[$0].source.start > register[holder].source.start })
    else { return }
    let goals = register.nodes.filter { $0.parent == nil && $0.kind.rank > 0 }
    guard goals.count > 1 else { return }
    for index in indicators.indices { indicators[index].indicator.node = nil }
  }

  // MARK: Notes

  /// Ties indicators to the notes that their marks point to, and takes definitions and years from them.
  private mutating func linkNotes() {
    for index in indicators.indices {
      for marker in indicators[index].noteMarkers {
        guard let note = noteIndex(marker, after: indicators[index].indicator.source) else { continue }
        indicators[index].indicator.link(note, notes[note], marker: marker)
      }
      if indicators[index].indicator.notes.isEmpty { linkTerm(index) }
    }
  }

  /// The next note behind the indicator with its marker; an asterisk may be set as ※.
  private func noteIndex(_ marker: String, after source: SourceRange) -> Int? {
    let following = notes.indices.filter {
      notes[$0].source.start >= source.end && notes[$0].source.start < source.end + 12000
    }
    let key = { (text: String?) in (text ?? "").replacingAsterisks }
    return following.first { notes[$0].marker == marker } ?? following.first { key(notes[$0].marker) == key(marker) }
  }

  /// ※認知度：… below the table of 美祢市の認知度 defines it without a mark at the name.
  private mutating func linkTerm(_ index: Int) {
    guard !notes.isEmpty else { return }
    let indicator = indicators[index].indicator
    let found = notes.indices.first { note in
      guard let term = notes[note].term, term.utf8.count >= 6, notes[note].source.start >= indicator.source.end else {
        return false
      }
      return notes[note].source.start < indicator.source.end + 3000
        && TitleKey(indicator.name).hasSuffix(TitleKey(term))
    }
    if let found { indicators[index].indicator.link(found, notes[found], marker: nil) }
  }
}

extension String {
  /// ※ for every asterisk, so that marks and notes of either writing meet.
  fileprivate var replacingAsterisks: String { String(map { $0 == "*" || $0 == "＊" ? "※" : $0 }) }
}

extension Indicator {
  /// Takes what a note says: a definition of its term, or the year in which the value is measured.
  fileprivate mutating func link(_ place: Int, _ note: Note, marker: String?) {
    guard !notes.contains(place) else { return }
    notes.append(place)
    // ※2 5年間の累計 is all that the note says, as a term that nothing explains.
    if let term = note.term, !note.text.isEmpty {
      if definition == nil, marker != nil || TitleKey(name).hasSuffix(TitleKey(term)) { definition = note.text }
    } else if let marker, let year = NoteYear.read(note.text) {
      redate(&baseline, marker, year)
      for index in targets.indices { targets[index].redate(marker, year) }
    }
  }

  private func redate(_ measurement: inout Measurement?, _ marker: String, _ year: Temporal) {
    measurement?.redate(marker, year)
  }
}

extension Measurement {
  /// Only the value that bears the mark is measured in another year.
  fileprivate mutating func redate(_ marker: String, _ year: Temporal) {
    if quantity.raw.replacingAsterisks.contains(marker.replacingAsterisks) { quantity.period = year }
  }
}

/// Reads the year in notes such as 2年ごとの調査であるため、平成30年の値で達成状況を確認する。
enum NoteYear {
  private static let words = ["の値", "の調査", "時点", "の実績", "の数値", "に調査"]

  /// The one year that the note names beside a word for a measurement; nil where it names several.
  static func read(_ text: String) -> Temporal? {
    guard words.contains(where: { Sentences.contains(text, Array($0.utf8)) }) else {
      return nil
    }
    let dates = TemporalReader().matches(in: text).filter { !$0.temporal.flags.contains(.invalid) }
    return dates.count == 1 ? dates[0].temporal : nil
  }
}
