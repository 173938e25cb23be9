import KeikakuText

/// Reads one row of figures as an indicator.
struct IndicatorRowReader {
  let row: TableRow
  let layout: ColumnLayout
  let fields: [ValueField]
  let measurements: MeasurementReader
  /// From the table's caption.
  var captionUnit: String?
  /// A figure stands beside the name in its own cell; the row may hold no other.
  var isStated = false

  private static let temporals = TemporalReader()
  /// More than this in a value cell is an explanation, no value in words.
  private static let longestValueInWords = 90

  /// The row's indicator; nil where the name is a sentence or nothing in it reads as a value.
  func reading(named label: MappedLabel) -> IndicatorReading? {
    let (unmarked, marks) = NoteMarks.split(ListMark.removed(from: label.text))
    let unitColumn = unitColumn
    var (name, nameUnit) = UnitBracket.split(unmarked, measurements.units)
    // 割合（小学校） beside ％: the bracket says whose share it is.
    if let unitColumn, let written = nameUnit, measurements.baseUnit(written) != measurements.baseUnit(unitColumn) {
      (name, nameUnit) = (unmarked, nil)
    }
    guard isName(name) else { return nil }
    var reading = IndicatorReading(indicator: Indicator(name: name, source: label.source.joined(with: row.source)))
    reading.noteMarkers = marks
    let unit = nameUnit ?? unitColumn ?? captionUnit
    var surroundings = MeasurementReader.Surroundings(name: name, unit: unit)
    surroundings.isCumulative = name.contains("累計")
    var sawValue = false
    for field in fields { sawValue = read(field, surroundings, into: &reading) || sawValue }
    guard sawValue || isStated else { return nil }
    settleUnit(unit, of: &reading.indicator)
    readOtherColumns(into: &reading.indicator)
    if row.shift != 0 { reading.indicator.diagnostics.append(.rowShifted) }
    if reading.indicator.hasValue(where: \.quantity.isDoubtful) { reading.indicator.diagnostics.append(.valueUnclear) }
    if let nameUnit, contradicts(reading.indicator, nameUnit) { reading.indicator.name = unmarked }
    return reading
  }

  /// 加入率（世帯） with figures in %: the bracket holds no unit and is a part of the name.
  private func contradicts(_ indicator: Indicator, _ nameUnit: String) -> Bool {
    let base = measurements.baseUnit(nameUnit)
    return indicator.firstUnit != nil
      && !indicator.hasValue { $0.quantity.unit.map { $0.hasPrefix(base) || base.hasPrefix($0) } ?? false }
  }

  private func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasSuffix("。") && name.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private var unitColumn: String? {
    guard let column = layout.first(.unit), let written = row.text(column) else { return nil }
    let text = Self.dittos.contains(written) ? unitAbove(in: column) : written
    guard let text, text != written || row.scanned(column)?.shape != .mark else { return nil }
    return UnitBracket.unit(in: text, measurements.units) ?? UnitBracket.newUnit(in: text)
  }

  /// 〃 below 人.
  private func unitAbove(in column: Int) -> String? {
    let above = row.table.rows[..<row.index].suffix(Self.mostDittos).lazy.reversed().map { cells in
      column < cells.count ? cells[column].text : ""
    }
    return above.first { !$0.isEmpty && !Self.dittos.contains($0) }
  }

  /// Rows in a row that may refer to the unit above them; each of them looks for it.
  private static let mostDittos = 500
  private static let dittos: Set<String> = ["〃", "″", "同上", "々"]

  // MARK: - Values

  /// What the cells under one header cell hold.
  private struct FieldCells {
    var values: [Table.Cell] = []
    var period: Temporal?
    var unit: String?
  }

  /// Reads a value with its place in the indicator; false where the cells say nothing.
  private func read(
    _ field: ValueField, _ surroundings: MeasurementReader.Surroundings, into reading: inout IndicatorReading
  ) -> Bool {
    let cells = cells(of: field)
    guard let first = cells.values.first else { return false }
    var surroundings = surroundings
    surroundings.unit = cells.unit ?? surroundings.unit ?? field.unit
    surroundings.period = cells.period ?? field.period
    surroundings.isCumulative = surroundings.isCumulative || field.isCumulative
    if field.isPair { return readPair(first, field.pairPeriods, surroundings, into: &reading) }
    var saw = false
    if cells.values.count == 1, let parts = LabelledFigures.parts(of: first) {
      for part in parts {
        guard let measurement = measurement(part.cell, surroundings, &reading) else { continue }
        place(measurement, as: part.role, in: &reading.indicator)
        saw = true
      }
      return saw
    }
    for (ordinal, cell) in cells.values.enumerated() where ordinal == 0 || field.role == .target {
      // 毎年度 beside 44 is no second target.
      if ordinal > 0, !ValueLook.isValue(cell.text) {
        reading.indicator.diagnostics.append(.valueUnclear)
        continue
      }
      guard let measurement = measurement(cell, surroundings, &reading) else { continue }
      place(measurement, as: field.role, in: &reading.indicator)
      saw = true
    }
    if cells.values.count > 1, field.role != .target { reading.indicator.diagnostics.append(.valueUnclear) }
    return saw
  }

  private func cells(of field: ValueField) -> FieldCells {
    var result = FieldCells()
    let filled = field.columns.filter { row.text($0) != nil }
    let hasFigure = filled.contains { row.scanned($0)?.shape == .figure }
    for column in filled {
      guard let cell = row.cell(column), let shape = row.scanned(column)?.shape else { continue }
      if filled.count > 1, shape == .year || (shape == .bareYear && hasFigure) {
        result.period = Self.temporals.whole(cell.text) ?? result.period
      } else if filled.count > 1, measurements.isUnit(cell.text) {
        result.unit = cell.text
      } else if shape != .prose || result.values.isEmpty {
        result.values.append(cell)
      }
    }
    if let text = row.text(field.yearColumn), let year = Self.temporals.whole(text) { result.period = year }
    return result
  }

  private func measurement(
    _ cell: Table.Cell, _ surroundings: MeasurementReader.Surroundings, _ reading: inout IndicatorReading
  ) -> Measurement? {
    let text = UnitBracket.trimmed(Substring(cell.text))
    let (bare, marks) = NoteMarks.split(text)
    reading.noteMarkers += marks.filter { !reading.noteMarkers.contains($0) }
    guard !bare.isEmpty else { return nil }
    var measurement = measurements.measurement(bare, at: cell.source, surroundings)
    if let parts = NamedParts(name: reading.indicator.name),
      let parted = parts.quantity(
        of: bare, read: measurement.quantity,
        by: { measurements.measurement($0, at: cell.source, surroundings).quantity })
    {
      measurement.quantity = parted
    }
    measurement.quantity.raw = text
    if holdsItems(bare) || SeveralNumbers.areIn(bare, lines: cell.lines) {
      reading.indicator.diagnostics.append(.valueUnclear)
      measurement.quantity = Quantity(raw: text)
      measurement.quantity.text = bare
      return measurement
    }
    if measurement.quantity.flags.contains(.missing) { return measurement }
    if measurement.quantity.period == nil, let year = YearOfUnsaidEra(inBracketOf: bare) {
      measurement.quantity.period =
        year.period(behind: reading.indicator.values) ?? year.period(below: cells(above: cell))
    }
    if measurement.quantity.period == nil, MeasurementReader.tellsOwnYear(bare),
      !reading.indicator.diagnostics.contains(.yearUnclear)
    {
      reading.indicator.diagnostics.append(.yearUnclear)
    }
    guard !measurement.quantity.saysSomething else { return measurement }
    guard bare.utf8.count <= Self.longestValueInWords, !bare.hasSuffix("。") else { return nil }
    if bare.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      reading.indicator.diagnostics.append(.valueUnclear)
    } else {
      measurement.quantity.text = bare
    }
    return measurement
  }

  /// In rows, so that the time a long table takes does not grow with its square.
  private static let furthestAbove = 60

  /// The texts above a cell in its column, from below.
  private func cells(above cell: Table.Cell) -> some Sequence<String> {
    let column = row.table.rows[row.index].firstIndex { $0.source == cell.source } ?? 0
    return row.table.rows[..<row.index].suffix(Self.furthestAbove).reversed().lazy.compactMap {
      column < $0.count ? $0[column].text : nil
    }
  }

  /// ・3人 ・20人 beside one name: the figures of several, of which none is the value.
  private func holdsItems(_ text: String) -> Bool {
    guard ListMark.begins(text) else { return false }
    let items = ListMark.items(in: text)
    return items.count > 1 && items.allSatisfy { ValueLook.isValue($0) }
  }

  private func place(_ measurement: Measurement, as role: ColumnRole, in indicator: inout Indicator) {
    switch role {
    case .baseline: indicator.baseline = indicator.baseline ?? measurement
    case .target: indicator.targets.append(measurement)
    default: indicator.actuals.append(measurement)
    }
  }

  /// 100人→120人 in one cell under 現状値→目標値.
  private func readPair(
    _ cell: Table.Cell, _ periods: [Temporal], _ surroundings: MeasurementReader.Surroundings,
    into reading: inout IndicatorReading
  ) -> Bool {
    let sides = cell.text.split(whereSeparator: { Arrows.characters.contains($0) })
    guard sides.count == 2 else {
      reading.indicator.diagnostics.append(.valueUnclear)
      return false
    }
    let values = sides.enumerated().map { side, text in
      var surroundings = surroundings
      surroundings.period = periods.count == 2 ? periods[side] : nil
      return measurements.measurement(UnitBracket.trimmed(text), at: cell.source, surroundings)
    }
    reading.indicator.baseline = values[0]
    reading.indicator.targets.append(values[1])
    return true
  }

  // MARK: - The rest of the row

  private func settleUnit(_ written: String?, of indicator: inout Indicator) {
    indicator.unit = indicator.firstUnit ?? written.map(measurements.baseUnit)
  }

  private func readOtherColumns(into indicator: inout Indicator) {
    for (column, description) in layout.columns.enumerated() {
      guard let role = description.role, !role.isValue, let text = row.words(column) else { continue }
      switch role {
      case .definition: indicator.definition = joined(indicator.definition, text)
      case .dataSource: indicator.dataSource = joined(indicator.dataSource, text)
      case .department: indicator.department = joined(indicator.department, text)
      case .remarks: indicator.remarks = joined(indicator.remarks, text)
      // R1評価 | R2評価: the last one counts. A rate among grades is a rate.
      case .grade where isRate(text): readRate(text, column, into: &indicator)
      case .grade: indicator.grade = Indicator.Grade(raw: text)
      case .achievementRate: readRate(text, column, into: &indicator)
      default: break
      }
    }
  }

  private func isRate(_ text: String) -> Bool {
    let folded = text.folded
    return folded.hasSuffix("%") && folded.dropLast().allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
  }

  private func readRate(_ text: String, _ column: Int, into indicator: inout Indicator) {
    let source = row.cell(column)?.source ?? row.source
    let rate = measurements.measurement(text, at: source, MeasurementReader.Surroundings(name: "", unit: "%"))
    guard let value = rate.quantity.value else { return }
    var achievement = Indicator.Achievement(printedRate: value)
    if let point = text.folded.firstIndex(of: ".") {
      achievement.printedDecimals = text.folded[point...].dropFirst().prefix { $0.isNumber }.count
    }
    indicator.achievement = achievement
  }

  private func joined(_ first: String?, _ second: String) -> String { first.map { $0 + " " + second } ?? second }
}
