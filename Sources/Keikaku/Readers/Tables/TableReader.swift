import KeikakuText

/// Reads a table: cuts it into sections and takes the indicators and schedules out of them.
///
/// Making one gathers the lexicon's words; make it once and share it.
struct TableReader: Sendable {
  let words: TableWords

  /// The heads that the lexicon knows, with a year before them too.
  var groups: GroupHeadReader { words.groups }

  init(lexicon: Lexicon = .standard) { words = TableWords(lexicon) }

  /// - Parameter scan: a look at the table's cells, where one was taken already.
  func read(_ table: Table, scan: TableScan? = nil, context: TableContext = TableContext()) -> TableReading {
    guard !table.isUnordered else { return Self.unread(table, .runTogether(at: table.source)) }
    guard table.columnCount <= Self.mostColumns else { return Self.unread(table, Self.tooWide(table)) }
    var context = context
    context.definitionColumn = table.definitionColumn
    let joined = CutFigures.joined(table)
    let whole = joined ?? table
    let cards = CardTable.split(whole, words: words.headers)
    let headed =
      cards?.table ?? LostRowSpan.restored(whole) ?? UnheadedLabels.headed(whole) ?? RolesInNames.apart(whole)
      ?? PairedHeads.parted(whole) ?? HeadPieces.joined(whole) ?? joined
    let table = headed ?? table
    guard !table.isUnordered else { return Self.unread(table, .runTogether(at: table.source)) }
    let parted =
      cards ?? TwinTables.split(table) ?? PairedCells.split(table, caption: context.pairLegend) ?? ItemRows.split(table)
    guard let (split, origins) = parted else {
      return read(table, (headed == nil ? scan : nil) ?? self.scan(table), context, isTurned: false)
    }
    var reading = read(split, self.scan(split), context, isTurned: false)
    var end = 0
    for index in reading.sections.indices {
      let rows = reading.sections[index].rows
      let next = rows.isEmpty ? end : origins[rows.upperBound - 1] + 1
      reading.sections[index].rows = end..<max(end, next)
      end = max(end, next)
    }
    return reading
  }

  func scan(_ table: Table) -> TableScan { TableScan(table, words: words.headers) }

  /// The columns that a sheet of the older spreadsheets has. No plan's table comes near it, and the rules ask of each column
  /// what stands in the others.
  static let mostColumns = 256

  private static func tooWide(_ table: Table) -> Diagnostic {
    Diagnostic(
      .tableWide, "The table has \(table.columnCount) columns, more than \(mostColumns); none of its cells was read.",
      at: table.source)
  }

  /// The table as a whole, of which nothing was understood.
  private static func unread(_ table: Table, _ reason: Diagnostic) -> TableReading {
    TableReading(
      sections: [TableSection(content: .other, rows: table.rows.indices, source: table.source)], diagnostics: [reason])
  }

  private func read(_ table: Table, _ scan: TableScan, _ context: TableContext, isTurned: Bool) -> TableReading {
    let classifier = RowClassifier(scan: scan, words: words, context: context)
    var reading = TableReading(sections: [])
    for run in TableSectioner(classifier, isTurned: isTurned).runs() {
      let content = content(of: run, table, scan, classifier, context, &reading.diagnostics)
      let source = Self.source(of: table.rows[run.rows]) ?? table.source
      reading.sections.append(
        TableSection(content: content, rows: run.rows, headerRows: run.headerRows, source: source))
      if !isTurned, isUnread(content, run, classifier) {
        reading.diagnostics.append(Self.unreadFigures(at: source))
      }
    }
    return reading
  }

  /// Where the cells of some rows stand.
  private static func source(of rows: ArraySlice<[Table.Cell]>) -> SourceRange? {
    var source: SourceRange?
    for row in rows {
      for cell in row { source = source?.joined(with: cell.source) ?? cell.source }
    }
    return source
  }

  static func unreadFigures(at source: SourceRange) -> Diagnostic {
    Diagnostic(
      .tableUnread,
      "The header does not tell what the figures of this table of indicators are; none was taken for a value.",
      at: source)
  }

  /// Rows of names with figures, called indicators, of which none was read.
  private func isUnread(
    _ content: TableSection.Content, _ run: TableSectioner.Run, _ classifier: RowClassifier
  ) -> Bool {
    if run.kind == .other {
      return classifier.looksLikeIndicators(run.rows) || classifier.foresees(run.rows)
        || classifier.liesOnItsSide(run.rows)
    }
    guard case .indicators(let readings) = content, readings.isEmpty else { return false }
    // 現状推移 and 目標 by year without any name: a projection, unless results stand beside or a heading calls it so.
    if run.kind == .series {
      return classifier.looksLikeIndicators(run.rows) || classifier.hasRowsOfBothRoles(run.rows)
    }
    return run.kind == .yearRows || run.rows.dropFirst(run.headerRows).contains(where: classifier.isNameWithFigure)
  }

  private func content(
    of run: TableSectioner.Run, _ table: Table, _ scan: TableScan, _ classifier: RowClassifier, _ context: TableContext,
    _ diagnostics: inout [Diagnostic]
  ) -> TableSection.Content {
    let labelled = LabelledRows(table: table, scan: scan, words: words)
    let header = run.rows.prefix(run.headerRows)
    let body = run.rows.dropFirst(run.headerRows)
    switch run.kind {
    case .indicators:
      return indicators(header, body, table, scan, named(context, above: header, classifier, table), &diagnostics)
    case .series:
      let context = named(context, above: header, classifier, table)
      var reader = SeriesReader(table: table, scan: scan, context: context)
      reader.read(header: header, body: body)
      if !reader.readings.isEmpty { diagnostics += reader.diagnostics }
      return .indicators(reader.readings)
    case .transposed, .yearRows:
      let turned = table.transposed(run.rows)
      return .indicators(read(turned, self.scan(turned), context, isTurned: true).indicators)
    case .pairs: return .indicators(pairs(run.rows, table, classifier, context))
    case .schedule:
      let reader = ScheduleReader(table: table, scan: scan, words: words)
      return .schedule(reader.actions(header: header, body: body))
    case .actions:
      return .actions(ActionTableReader(table: table, scan: scan, words: words).actions(header: header, body: body))
    case .report: return .actions(ReportTableReader(table: table, scan: scan, words: words).actions(header, body))
    case .form: return .form(labelled.forms(run.rows))
    case .related: return .related(labelled.related(run.rows))
    case .hierarchy: return .hierarchy(labelled.hierarchy(run.rows, headerRows: run.headerRows))
    case .definitions: return .definitions(labelled.definitions(run.rows))
    case .contents: return .contents
    case .other: return .other
    }
  }

  /// What a row of the table above the header says that the figures are: 指標名 | 観光入込客数 | 単位 | 人.
  private func named(
    _ context: TableContext, above header: Range<Int>, _ classifier: RowClassifier, _ table: Table
  ) -> TableContext {
    guard let name = classifier.nameAbove(header.lowerBound) else { return context }
    var context = context
    let cell = table.rows[name.row][name.column]
    context.heading = MappedLabel(text: cell.text, source: cell.source)
    context.isUnderIndicatorHeading = true
    if let unit = classifier.unitAbove(header.lowerBound) { context.unit = table.rows[unit.row][unit.column].text }
    return context
  }

  private func indicators(
    _ header: Range<Int>, _ body: Range<Int>, _ table: Table, _ scan: TableScan, _ context: TableContext,
    _ diagnostics: inout [Diagnostic]
  ) -> TableSection.Content {
    let width = scan.rows[header.lowerBound..<body.upperBound].reduce(0) { max($0, $1.count) }
    let reader = HeaderReader(table: table, scan: scan, rows: header, width: width, units: context.units)
    var layout = ColumnLayout(columns: reader.columns(), headerRows: header)
    layout.saysIndicators = reader.saysIndicators
    var resolver = ColumnResolver(layout, scan: scan, body: body, context: context)
    layout = resolver.resolved()
    let wide = WideRows(layout, scan: scan, body: body)
    layout = wide.narrowed(layout)
    if wide.areAll, layout.columns.indices.contains(where: { headsNoYears($0, layout, resolver.census) }) {
      return .indicators([])
    }
    var rows = IndicatorTableReader(
      table: table, scan: scan, layout: layout, context: context, labels: words.labels)
    rows.read(body)
    diagnostics += rows.diagnostics
    if !rows.readings.isEmpty {
      diagnostics +=
        ColumnDoubts(table: table, layout: layout, census: resolver.census, header: header, body: body).diagnostics
    }
    let left = rows.readings.isEmpty ? [] : wide.diagnostics(table)
    diagnostics += left
    return .indicators(wide.marked(plausible(rows.readings, layout, context), by: left))
  }

  /// （時期） over words: above rows that are wider than their header the heads stand over other columns than theirs.
  private func headsNoYears(_ column: Int, _ layout: ColumnLayout, _ census: [ColumnCensus]) -> Bool {
    layout.columns[column].role == .year && census[column].filled > 0 && !census[column].isMostlyYears
  }

  /// Words alone under 現状 and 目標 are an account in two columns unless the header says that they are indicators.
  private func plausible(
    _ readings: [IndicatorReading], _ layout: ColumnLayout, _ context: TableContext
  ) -> [IndicatorReading] {
    if layout.saysIndicators || context.isUnderIndicatorHeading { return readings }
    return readings.filter { reading in
      reading.indicator.hasValue(where: \.quantity.isNumber)
    }
  }

  private func label(of pair: RowClassifier.Pair, in table: Table) -> Table.Cell {
    var label = table.rows[pair.label.row][pair.label.column]
    if ValueLook.isYear(label.text) { label.text = "実績値（\(label.text)）" }
    if let year = pair.year { label.text += " " + table.rows[year.row][year.column].text }
    return label
  }

  private func pairs(
    _ rows: Range<Int>, _ table: Table, _ classifier: RowClassifier, _ context: TableContext
  ) -> [IndicatorReading] {
    classifier.pairGroups(rows).flatMap { group -> [IndicatorReading] in
      var part = table
      part.rows = [
        group.map { label(of: $0, in: table) }, group.map { table.rows[$0.value.row][$0.value.column] },
      ]
      return read(part, scan(part), context, isTurned: true).indicators
    }
  }
}
