import KeikakuText

/// Reads the rows below an indicator header: 完全失業率 | 4.68%(H22) | 3.40%.
///
/// One row gives one indicator. Rows that hold only a name join their neighbour or head a group; rows of a second series
/// (平日, 休日) become parts of the row above; rows of notes, totals and sentences give none.
struct IndicatorTableReader {
  let table: Table
  let scan: TableScan
  let layout: ColumnLayout
  let context: TableContext
  /// What the document may call its nodes: 基本目標, 施策.
  let labels: WordTrie<NodeKind>
  private let fields: [ValueField]
  private let measurements: MeasurementReader
  private let asides: AsideRows
  private var groups: [Int: MappedLabel] = [:]
  private var rowGroup: MappedLabel?
  /// A name whose figures stand in the next row.
  private var pendingName: MappedLabel?
  private var lastSeries: String?
  private(set) var readings: [IndicatorReading] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(table: Table, scan: TableScan, layout: ColumnLayout, context: TableContext, labels: WordTrie<NodeKind>) {
    self.table = table
    self.scan = scan
    self.layout = layout
    self.context = context
    self.labels = labels
    measurements = MeasurementReader(context.units)
    fields = ValueField.fields(of: layout, context: context)
    asides = AsideRows(table: table, scan: scan, values: fields.flatMap(\.columns))
  }

  mutating func read(_ rows: Range<Int>) {
    guard !fields.isEmpty else { return }
    if layout.nameColumn == nil {
      readNameless(rows)
    } else {
      for row in rows { read(row) }
      flushPendingName()
      labelLoneSeries()
    }
    removeNumbers()
    guard layout.isInferred, !readings.isEmpty else { return }
    diagnostics.append(Diagnostic(.columnsInferred, "A column's role was taken from its content", at: table.source))
    for index in readings.indices { readings[index].indicator.diagnostics.append(.columnsInferred) }
  }

  /// 歩数 | 男性 | 6,912歩 without the row of 女性, which is lost where the cells stand one a line: the figure is that of men.
  private mutating func labelLoneSeries() {
    guard table.form == .stacked, readings.count == 1, let label = lastSeries, SeriesLabels.sexes.contains(label) else {
      return
    }
    SeriesJoiner.label(label, &readings[0].indicator)
  }

  /// 1 新規就農者数, 2 認定農業者数: numbers that count the rows are no part of the names.
  private mutating func removeNumbers() {
    let numbers = readings.indices.map { ListMark.number(before: readings[$0].indicator.name) }
    guard numbers.count > 1, let first = numbers[0]?.number,
      numbers.enumerated().allSatisfy({ $0.element?.number == first + $0.offset })
    else { return }
    for (index, number) in numbers.enumerated() { readings[index].indicator.name = number!.name }
  }

  private mutating func read(_ index: Int) {
    let row = TableRow(index, of: table, scan: scan, layout: layout)
    let name = row.text(row.nameColumn)
    let hasValues = fields.contains { field in field.columns.contains { row.text($0) != nil } }
    noteGroups(of: row)
    if isAside(index) { return }
    if let kind = asides.kind(index) {
      if hasValues { diagnose(.rowUnread, "\(kind); none of its figures was taken for an indicator's", row) }
      return
    }
    switch (name, hasValues) {
    case (let name?, true): readNamed(row, name)
    case (let name?, false):
      if takeHeading(row) { return }
      keep(MappedLabel(text: name, source: row.cell(row.nameColumn)!.source), index)
    case (nil, true): readUnnamed(row)
    case (nil, false): _ = takeHeading(row)
    }
  }

  /// 基本目標1 産業 over the whole width of the table heads the rows below, though their labels stand in its column.
  private mutating func takeHeading(_ row: TableRow) -> Bool {
    let filled = (0..<scan.rows[row.index].count).filter { row.text($0) != nil }
    guard filled.count == 1, let text = row.text(filled[0]), let cell = row.cell(filled[0]), isHeading(text) else {
      return false
    }
    flushPendingName()
    groups = [:]
    rowGroup = MappedLabel(text: text, source: cell.source)
    return true
  }

  /// A word for nodes with its number, and perhaps a title.
  private func isHeading(_ text: String) -> Bool {
    let bytes = Array(text.folded.utf8)
    guard let label = labels.prefix(of: text.folded) else { return false }
    return Numbering.read(bytes, label.length..<bytes.count, afterLabel: true) != nil
  }

  /// One row of figures below a header that leaves no room for a name: what stands above the table names them.
  private mutating func readNameless(_ rows: Range<Int>) {
    let filled = rows.filter { row in scan.rows[row].contains { $0.shape != .empty } }
    guard filled.count == 1, let index = filled.first, let name = context.heading else { return }
    append(TableRow(index, of: table, scan: scan, layout: layout), name)
  }

  private mutating func readNamed(_ row: TableRow, _ name: String) {
    if takeGrade(row) { return }
    var label = MappedLabel(text: name, source: row.cell(row.nameColumn)!.source)
    if let pending = pendingName {
      pendingName = nil
      if NameContinuation.isOpen(pending.text) {
        label = pending.joined(with: label)
      } else {
        rowGroup = pending
      }
    }
    append(row, label)
  }

  /// 評価 | | △ | ○ below an indicator: its grades by year, of which the last one counts.
  private mutating func takeGrade(_ row: TableRow) -> Bool {
    guard let header = row.scanned(row.nameColumn)?.header, header.role == .grade, header.isComplete, !readings.isEmpty
    else { return false }
    let grades = fields.flatMap(\.columns).sorted().compactMap { row.text($0) }
    guard let last = grades.last, grades.allSatisfy({ $0.count == 1 }) else { return false }
    readings[readings.count - 1].indicator.grade =
      readings[readings.count - 1].indicator.grade ?? Indicator.Grade(raw: last)
    return true
  }

  /// Figures without a name: those of a name that stands alone above, or a second series of the row above.
  private mutating func readUnnamed(_ row: TableRow) {
    if let pending = pendingName {
      pendingName = nil
      append(row, pending)
    } else if let series = seriesLabel(of: row), let first = lastSeries, !readings.isEmpty {
      addSeries(series, after: first, of: row)
    } else {
      diagnose(.rowUnread, "Figures stand in a row without a name", row)
    }
  }

  /// A name alone: the rest of the name above, or the name or group of what follows.
  private mutating func keep(_ label: MappedLabel, _ row: Int) {
    if let pending = pendingName, NameContinuation.isOpen(pending.text) || NameContinuation.continues(label.text) {
      pendingName = pending.joined(with: label)
    } else if pendingName == nil, let last = readings.last,
      NameContinuation.isOpen(last.indicator.name) || NameContinuation.continues(label.text)
    {
      extendLast(with: label)
    } else {
      flushPendingName()
      pendingName = label
    }
  }

  private mutating func extendLast(with label: MappedLabel) {
    let last = readings.count - 1
    let whole = readings[last].indicator.name + label.text
    let (name, marks) = NoteMarks.split(whole)
    let (bare, unit) = UnitBracket.split(name, context.units)
    readings[last].indicator.name = bare
    readings[last].noteMarkers += marks
    readings[last].indicator.source = readings[last].indicator.source.joined(with: label.source)
    if readings[last].indicator.unit == nil, let unit { readings[last].indicator.unit = measurements.baseUnit(unit) }
  }

  private mutating func flushPendingName() {
    guard let pending = pendingName else { return }
    pendingName = nil
    rowGroup = pending
  }

  private static let longestUnit = 3

  /// 件 is no name: the cells have come into wrong columns. 会員 and 講座 are names where the row stands in its columns.
  private func isUnit(_ name: String, in row: TableRow) -> Bool {
    guard name.utf8.count <= 4 * Self.longestUnit, name.count <= Self.longestUnit,
      QuantityReader(units: context.units).isUnit(name)
    else { return false }
    let unit = layout.first(.unit)
    return name.count < 2 || row.shift != 0 || unit != nil && row.text(unit) == nil
  }

  private mutating func append(_ row: TableRow, _ written: MappedLabel) {
    guard let label = withoutSlot(written, row) else { return }
    guard !isUnit(label.text, in: row) else {
      return diagnose(.rowUnread, "A unit stands where the name is looked for", row)
    }
    guard !tellsSexOnly(label, row) else {
      return diagnose(.rowUnread, "Men or women stand where the name or a figure is looked for", row)
    }
    guard !ValueLook.isYear(label.text) else {
      return diagnose(.rowUnread, "A year stands where the name is looked for", row)
    }
    guard !LabelledValues.beginsWithLabel(label) else {
      return diagnose(.rowUnread, "A value's label stands where the name is looked for", row)
    }
    let quantities = namedQuantities(in: row)
    guard Set(quantities).count < 2 else {
      return diagnose(
        .rowUnread, "The row's figures are of several quantities: \(quantities.joined(separator: ", "))", row)
    }
    let named = quantities.first.map { MappedLabel(text: $0, source: label.source) } ?? label
    guard
      var reading = IndicatorRowReader(
        row: row, layout: layout, fields: fields, measurements: measurements,
        captionUnit: context.unit
      )
      .reading(named: named)
    else {
      diagnose(.rowUnread, "No cell of the row reads as a figure of \(named.text)", row)
      return
    }
    reading.groups = groups.sorted { $0.key < $1.key }.map(\.value)
    if let rowGroup { reading.groups.append(rowGroup) }
    if row.shift != 0 {
      let message = "The name stands \(abs(row.shift)) columns off its own; the row was moved back"
      diagnose(.rowShifted, message, row)
    }
    if reading.indicator.diagnostics.contains(.valueUnclear) {
      diagnose(.valueUnclear, "A value of \(reading.indicator.name) cannot be told", row)
    }
    if reading.indicator.diagnostics.contains(.yearUnclear) {
      diagnose(.yearUnclear, "The year of a value of \(reading.indicator.name) cannot be told", row)
    }
    lastSeries = seriesLabel(of: row)
    readings.append(reading)
  }

  /// 男性 in the place of the name, or in that of a value: the header has no head for the column of those who are counted.
  private func tellsSexOnly(_ label: MappedLabel, _ row: TableRow) -> Bool {
    SeriesLabels.sexes.contains(label.text)
      || fields.contains { row.text($0.columns[0]).map(SeriesLabels.sexes.contains) ?? false }
  }

  /// 来場者数 of 指標① 来場者数; nil for 指標③ and a dash, or nothing: a place of the form that was not filled.
  private func withoutSlot(_ label: MappedLabel, _ row: TableRow) -> MappedLabel? {
    guard let rest = SlotLabel.rest(of: label.text) else { return label }
    let isFilled = fields.contains { field in
      field.columns.contains { row.text($0)?.contains { $0.isLetter || $0.isNumber } ?? false }
    }
    guard isFilled || rest.contains(where: \.isLetter) else { return nil }
    return rest.isEmpty ? label : MappedLabel(text: String(rest), source: label.source)
  }

  /// 出生数 245人 and 待機児童ゼロ beside 子育て, where no head is one for names: what each cell says that it counts.
  private func namedQuantities(in row: TableRow) -> [String] {
    guard layout.nameColumn.map({ layout.columns[$0].role != .name }) ?? true, !layout.saysIndicators else { return [] }
    return fields.compactMap { field in
      guard let text = row.text(field.columns[0]), !ValueLook.isValue(text) else { return nil }
      let figure = text.firstIndex {
        $0.isWholeNumber && $0.unicodeScalars.allSatisfy { $0.properties.numericType == .decimal }
      }
      let end = figure ?? text.firstRange(of: "ゼロ")?.lowerBound ?? text.endIndex
      let words = UnitBracket.trimmed(text[..<end])
      return words.count > 2 && words.count < text.count && !ValueLook.isYear(words) ? words : nil
    }
  }

  // MARK: - Groups and series

  private mutating func noteGroups(of row: TableRow) {
    for column in 0..<row.nameColumn + min(0, row.shift) {
      let role = column < layout.columns.count ? layout.columns[column].role : nil
      guard role == nil || role == .group || role == .name, let text = row.text(column), let cell = row.cell(column)
      else { continue }
      groups[column] = MappedLabel(text: counted(text, in: column), source: cell.source)
      for deeper in groups.keys where deeper > column { groups[deeper] = nil }
    }
  }

  /// A number below 基本目標, alone or before a title, counts the goal: 基本目標Ⅰ, 基本目標1 しごとをつくる.
  private func counted(_ text: String, in column: Int) -> String {
    let isNumber = text.unicodeScalars.count <= 4 && text.unicodeScalars.allSatisfy(Numbering.isNumeral)
    let bytes = Array(text.utf8)
    guard isNumber || ListMark.number(before: text) != nil || Numbering.read(bytes, 0..<bytes.count) != nil,
      let header = layout.headerRows.last(where: { column < table.rows[$0].count && !table.rows[$0][column].isEmpty })
    else { return text }
    let isLabel = scan[header, column].map { labels.whole(scan.bytes.span, $0.range) != nil } ?? false
    return isNumber || isLabel ? table.rows[header][column].text + text : text
  }

  /// The label of a series between the name and its figures: 平日, 男性, 小学校.
  private func seriesLabel(of row: TableRow) -> String? {
    let first = fields[0].columns[0]
    guard row.nameColumn + 1 < first else { return nil }
    for column in row.nameColumn + 1..<first {
      let role = layout.columns[column].role
      guard role == nil || role == .group, let text = row.words(column),
        !measurements.isUnit(text) || isShared(row, beside: column)
      else { continue }
      return text
    }
    return nil
  }

  /// 認定農業者数 stands beside 個人 and 法人, which are units elsewhere: one name for several rows.
  private func isShared(_ row: TableRow, beside column: Int) -> Bool {
    guard row.text(row.nameColumn) != nil else { return true }
    let next = row.index + 1
    return next < table.rows.count && scan[next, row.nameColumn]?.shape == .empty && scan[next, column]?.shape == .words
  }

  private mutating func addSeries(_ series: String, after first: String, of row: TableRow) {
    guard
      let more = IndicatorRowReader(
        row: row, layout: layout, fields: fields, measurements: measurements,
        captionUnit: context.unit
      )
      .reading(named: MappedLabel(text: readings[readings.count - 1].indicator.name, source: row.source))
    else { return }
    let last = readings.count - 1
    SeriesJoiner(first: first, next: series).join(more.indicator, into: &readings[last].indicator)
  }

  // MARK: - Rows that give none

  private func isAside(_ index: Int) -> Bool {
    table.rows[index].first { !$0.isEmpty }.map { NoteMarks.isNote($0.text) } ?? true
  }

  private mutating func diagnose(_ code: DiagnosticCode, _ message: String, _ row: TableRow) {
    diagnostics.append(Diagnostic(code, message, at: row.source))
  }
}
