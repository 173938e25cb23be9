import KeikakuText

/// Reads figures whose years stand across and whose rows say what they are: a row of targets, a row of results.
///
/// ```
///               R2   R3   R4
/// 新規就農者数  目標   5    6    7
///               実績   4    5    —
/// ```
struct SeriesReader {
  let table: Table
  let scan: TableScan
  let context: TableContext
  private let measurements: MeasurementReader
  private static let temporals = TemporalReader()
  /// The unit of the last name, as written.
  private var writtenUnit: String?
  private(set) var readings: [IndicatorReading] = []

  init(table: Table, scan: TableScan, context: TableContext) {
    self.table = table
    self.scan = scan
    self.context = context
    measurements = MeasurementReader(context.units)
  }

  mutating func read(header: Range<Int>, body: Range<Int>) {
    let yearRow = header.last { self.years(of: $0).count > 1 } ?? header.lowerBound
    let years = years(of: yearRow)
    guard let first = years.first?.column, let roles = roleColumn(before: first, body) else { return }
    var name = headerName(yearRow, before: roles)
    for row in body {
      if let own = rowName(row, before: roles) { name = own }
      guard let role = scan[row, roles]?.header?.role, let name else { continue }
      open(name)
      noteUnit(row, before: roles, yearRow)
      take(row, role, years)
    }
    readings.removeAll { $0.indicator.targets.isEmpty && $0.indicator.actuals.isEmpty }
  }

  private func years(of row: Int) -> [(column: Int, period: Temporal)] {
    scan.rows[row].enumerated().compactMap { column, cell in
      guard cell.shape.isYear, let period = Self.temporals.whole(table.rows[row][column].text) else { return nil }
      return (column, period)
    }
  }

  /// The column whose cells say target or result.
  private func roleColumn(before first: Int, _ body: Range<Int>) -> Int? {
    let census = ColumnCensus.columns(of: scan, rows: body, width: first)
    return census.indices.last { census[$0].rowRoles > 0 }
  }

  /// With the roles in the first column, the header's corner may name the figures.
  private func headerName(_ row: Int, before roles: Int) -> MappedLabel? {
    if roles == 0, let corner = scan[row, 0], corner.shape == .words, corner.header == nil {
      let cell = table.rows[row][0]
      return MappedLabel(text: cell.text, source: cell.source)
    }
    return context.isUnderIndicatorHeading ? context.heading : nil
  }

  private func rowName(_ row: Int, before roles: Int) -> MappedLabel? {
    let columns = (0..<roles).filter {
      scan[row, $0]?.shape.isText == true && !measurements.isUnit(table.rows[row][$0].text)
    }
    return columns.last.map { MappedLabel(text: table.rows[row][$0].text, source: table.rows[row][$0].source) }
  }

  /// The unit in a cell of its own beside the name: 観光入込客数 | 万人 | 目標.
  private mutating func noteUnit(_ row: Int, before roles: Int, _ yearRow: Int) {
    for column in 0..<roles {
      guard let cell = scan[row, column], cell.shape != .empty, cell.shape != .mark else { continue }
      let text = table.rows[row][column].text
      if let unit = UnitBracket.unit(in: text, context.units) {
        writtenUnit = unit
      } else if scan[yearRow, column]?.header?.role == .unit, let unit = UnitBracket.newUnit(in: text) {
        writtenUnit = unit
      }
    }
  }

  private mutating func open(_ label: MappedLabel) {
    let (unmarked, marks) = NoteMarks.split(label.text)
    let (name, unit) = UnitBracket.split(unmarked, context.units)
    if let last = readings.last?.indicator, last.name == name, last.source.start == label.source.start { return }
    writtenUnit = unit ?? context.unit
    var reading = IndicatorReading(indicator: Indicator(name: name, source: label.source))
    reading.noteMarkers = marks
    readings.append(reading)
  }

  private mutating func take(_ row: Int, _ role: ColumnRole, _ years: [(column: Int, period: Temporal)]) {
    let last = readings.count - 1
    let name = readings[last].indicator.name
    var surroundings = MeasurementReader.Surroundings(name: name, unit: writtenUnit)
    surroundings.isCumulative = name.contains("累計")
    for (column, period) in years {
      guard let cell = scan[row, column], cell.shape != .empty else { continue }
      surroundings.period = period
      let place = table.rows[row][column]
      let value = measurements.measurement(UnitBracket.trimmed(Substring(place.text)), at: place.source, surroundings)
      switch role {
      case .target: readings[last].indicator.targets.append(value)
      case .actual: readings[last].indicator.actuals.append(value)
      case .baseline: readings[last].indicator.baseline = readings[last].indicator.baseline ?? value
      default: continue
      }
      readings[last].indicator.source = readings[last].indicator.source.joined(with: place.source)
    }
    let values = readings[last].indicator.targets + readings[last].indicator.actuals
    readings[last].indicator.unit = values.lazy.compactMap(\.quantity.unit).first ?? writtenUnit
  }
}
