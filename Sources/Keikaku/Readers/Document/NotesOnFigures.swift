import KeikakuText

/// Notes right below figures that say something of them: where one starts from, or which years are of results.
extension DocumentReader {
  mutating func takeNote(_ note: NoteBlock, _ index: Int) {
    guard index > 0,
      outline.blocks[index - 1].lines.upperBound == outline.blocks[index].lines.lowerBound
        || isTable(index - 1)
    else { return }
    takeBaseline(note, below: index - 1)
    if isTable(index - 1) { takeLegend(YearLegend((note.term ?? "") + note.text.text), of: index - 1) }
  }

  func isTable(_ block: Int) -> Bool {
    if case .table = outline.blocks[block].content { return true }
    return false
  }

  /// ※R5：82人 below 移住者数：150人（R11）: an earlier figure of the same unit is where the target starts from.
  private mutating func takeBaseline(_ note: NoteBlock, below block: Int) {
    guard !isTable(block), let term = note.term.map(Self.yearAlone), ValueLook.isYear(term),
      let last = indicators.indices.last,
      indicators[last].indicator.baseline == nil, let target = indicators[last].indicator.targets.first,
      Self.contains(outline.blocks[block].source, indicators[last].indicator.source)
    else { return }
    let indicator = indicators[last].indicator
    let surroundings = MeasurementReader.Surroundings(
      name: indicator.name, unit: indicator.unit, period: TemporalReader().whole(term))
    let value = MeasurementReader(lexicon.units).measurement(note.text.text, at: note.text.source, surroundings)
    guard value.quantity.value != nil, value.quantity.unit == target.quantity.unit,
      let year = value.quantity.period?.endYear, let end = target.quantity.period?.endYear, year < end
    else { return }
    indicators[last].indicator.baseline = value
  }

  /// R1 of R1実績.
  private static func yearAlone(_ term: String) -> String {
    let word = ["実績値", "実績", "現状値", "現状", "基準値"].first(where: term.hasSuffix)
    return word.map { String(term.dropLast($0.count)) } ?? term
  }

  /// ※R3～R5は実績値、R6は目標値 below a table whose header gives only years.
  private mutating func takeLegend(_ legend: YearLegend, of block: Int) {
    guard !legend.roles.isEmpty else { return }
    let source = outline.blocks[block].source
    for index in indicators.indices where Self.contains(source, indicators[index].indicator.source) {
      legend.settle(&indicators[index].indicator)
    }
    diagnostics.removeAll { diagnostic in
      diagnostic.code == .columnsInferred && diagnostic.source.map { Self.contains(source, $0) } ?? false
    }
  }

  private static func contains(_ whole: SourceRange, _ part: SourceRange) -> Bool {
    whole.start <= part.start && part.end <= whole.end
  }
}

/// What a line says of the years of a table: R3～R5は実績値、R6は目標値.
struct YearLegend {
  private(set) var roles: [(years: ClosedRange<Int>, role: ColumnRole)] = []

  private static let words: [(String, ColumnRole)] = [
    ("実績値", .actual), ("実績", .actual), ("目標値", .target), ("目標", .target), ("計画値", .target),
  ]

  /// Nothing where any of its pieces says something else.
  init(_ text: String) {
    for piece in text.folded.split(whereSeparator: { "、,。".contains($0) }) {
      guard let particle = piece.firstIndex(of: "は"),
        let years = TemporalReader().whole(String(piece[..<particle])), let start = years.startYear,
        let end = years.endYear, start <= end,
        let role = Self.words.first(where: { piece[piece.index(after: particle)...].hasPrefix($0.0) })?.1
      else {
        roles = []
        return
      }
      roles.append((start...end, role))
    }
  }

  /// Puts each value where its year belongs; those of other years stay.
  func settle(_ indicator: inout Indicator) {
    guard indicator.diagnostics.contains(.columnsInferred) else { return }
    let (actuals, targets) = (indicator.actuals, indicator.targets)
    indicator.actuals = actuals.filter { role($0) != .target } + targets.filter { role($0) == .actual }
    indicator.targets = actuals.filter { role($0) == .target } + targets.filter { role($0) != .actual }
    indicator.diagnostics.removeAll { $0 == .columnsInferred }
  }

  private func role(_ value: Measurement) -> ColumnRole? {
    guard let year = value.quantity.period?.endYear else { return nil }
    return roles.first { $0.years.contains(year) }?.role
  }
}
