import KeikakuText

/// Reads figures whose years stand across and whose rows say what they are: a row of targets, a row of results.
///
/// ```
///               R2   R3   R4
/// 新規就農者数  目標   5    6    7
///               実績   4    5    —
/// ```
/// Beside the years may stand where the figures start from and where they are to end, 基準値（R1） and 目標値（R6）, told once for
/// both rows; and a head such as 実績値（上段）・目標値（下段） may say what the rows are instead of words of their own.
struct SeriesReader {
  let table: Table
  let scan: TableScan
  let context: TableContext
  private let measurements: MeasurementReader
  private static let temporals = TemporalReader()
  /// The unit of the last name, as written.
  private var writtenUnit: String?
  private(set) var readings: [IndicatorReading] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(table: Table, scan: TableScan, context: TableContext) {
    self.table = table
    self.scan = scan
    self.context = context
    measurements = MeasurementReader(context.units)
  }

  mutating func read(header: Range<Int>, body: Range<Int>) {
    let yearRow = header.last { self.years(of: $0).count > 1 } ?? header.lowerBound
    let years = years(of: yearRow)
    guard let first = years.first?.column else { return }
    let stacked = StackedRoles(scan: scan, header: header)
    guard let roles = roleColumn(before: first, body) ?? stacked.map({ _ in first }) else { return }
    let ends = endColumns(header, besides: years.map(\.column) + [roles])
    var name = headerName(yearRow, before: roles, body)
    var isLower = false
    let pairs = stacked == nil ? secondRows(of: body, roles) : []
    for row in body where !takeBaselineRow(row) {
      let own = rowName(row, before: min(roles, ends.first?.column ?? roles))
      isLower = own == nil && !isLower
      if let own, !takeBaseline(own.label) {
        name = own.isUnit ? name.map { $0.joined(with: own.label) } : own.label
        if pairs.contains(row), !own.isUnit, let first = rowName(row - 1, before: roles)?.label {
          extendLast(first, with: own.label)
          name = first.text == own.label.text ? first : first.joined(with: own.label)
        }
      }
      let role = stacked?.role(isLower: isLower) ?? scan[row, roles]?.header?.role
      guard let role, role != .forecast, let name else {
        tellUnread(row, years.map(\.column))
        continue
      }
      open(name, role)
      noteUnit(row, before: roles, yearRow)
      // （千人） below the name holds for both rows.
      if writtenUnit == nil, own != nil, row + 1 < body.upperBound, rowName(row + 1, before: roles) == nil {
        noteUnit(row + 1, before: roles, yearRow)
      }
      take(row, role, years)
      takeEnds(row, role, ends)
    }
    readings.removeAll { $0.indicator.targets.isEmpty && $0.indicator.actuals.isEmpty }
  }

  /// 見込量 beside rows of results: what is foreseen is neither aimed at nor reached.
  private mutating func tellUnread(_ row: Int, _ years: [Int]) {
    let figures = years.filter { scan[row, $0]?.shape.isFigure ?? false }
    guard let first = figures.first, let last = figures.last else { return }
    let source = table.rows[row][first].source.joined(with: table.rows[row][last].source)
    diagnostics.append(
      Diagnostic(.rowUnread, "The row does not say whether its figures are aimed at or reached.", at: source))
  }

  /// The rows of results right below those of targets, where all rows of the body come in such pairs: a name may begin beside
  /// the one and end beside the other.
  private func secondRows(of body: Range<Int>, _ roles: Int) -> Set<Int> {
    let said = body.map { scan[$0, roles]?.header?.role }
    guard said.count > 1, said.count.isMultiple(of: 2),
      said.indices.allSatisfy({ said[$0] == ($0.isMultiple(of: 2) ? .target : .actual) })
    else { return [] }
    return Set(body.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element))
  }

  /// Gives the indicator of a pair's first row the name that goes on in the second.
  private mutating func extendLast(_ first: MappedLabel, with rest: MappedLabel) {
    guard first.text != rest.text, let last = readings.indices.last else { return }
    let (name, unit) = UnitBracket.split(NoteMarks.split(first.joined(with: rest).text).0, context.units)
    readings[last].indicator.name = name
    guard let unit, writtenUnit == nil else { return }
    writtenUnit = unit
    if let baseline = readings[last].indicator.baseline {
      readings[last].indicator.baseline = measurement(
        Substring(baseline.quantity.raw), at: baseline.source, baseline.quantity.period)
    }
    for index in readings[last].indicator.targets.indices {
      let target = readings[last].indicator.targets[index]
      readings[last].indicator.targets[index] = measurement(
        Substring(target.quantity.raw), at: target.source, target.quantity.period)
    }
  }

  private typealias EndColumn = (column: Int, role: ColumnRole, period: Temporal?)

  /// Columns that the header calls baseline or target, or grade, beside the years.
  private func endColumns(_ header: Range<Int>, besides taken: [Int]) -> [EndColumn] {
    var found: [EndColumn] = []
    for row in header {
      for (column, cell) in scan.rows[row].enumerated() where !taken.contains(column) && !cell.shape.isYear {
        guard let role = cell.header?.role, [.baseline, .target, .grade].contains(role) else { continue }
        let period = header.lazy.compactMap { row in
          column < table.rows[row].count
            ? Self.temporals.first(in: table.rows[row][column].text, context: .yearColumn)?.temporal : nil
        }.first
        found.append((column, role, period))
      }
    }
    return found.sorted { $0.column < $1.column }
  }

  /// What a row says of where the figures start and end; only one of both rows says it.
  private mutating func takeEnds(_ row: Int, _ role: ColumnRole, _ ends: [EndColumn]) {
    let last = readings.count - 1
    for (column, end, period) in ends {
      guard let cell = scan[row, column], cell.shape != .empty else { continue }
      let place = table.rows[row][column]
      if end == .grade {
        readings[last].indicator.grade = readings[last].indicator.grade ?? Indicator.Grade(raw: place.text)
        continue
      }
      let value = measurement(Substring(place.text), at: place.source, period)
      if end == .baseline {
        // The other row may hold a dash there.
        let isKnown = readings[last].indicator.baseline?.quantity.isNumber ?? false
        if !isKnown { readings[last].indicator.baseline = value }
      } else if !readings[last].indicator.targets.contains(where: { $0.quantity.period == period && period != nil }) {
        readings[last].indicator.targets.append(value)
      }
      readings[last].indicator.source = readings[last].indicator.source.joined(with: place.source)
    }
  }

  /// A value of the indicator that was opened last.
  private func measurement(_ text: Substring, at source: SourceRange, _ period: Temporal?) -> Measurement {
    let name = readings[readings.count - 1].indicator.name
    var surroundings = MeasurementReader.Surroundings(name: name, unit: writtenUnit)
    surroundings.isCumulative = name.contains("累計")
    surroundings.period = period
    return measurements.measurement(UnitBracket.trimmed(text), at: source, surroundings)
  }

  private static let baselines = ["基準値", "現状値", "当初値", "策定時", "基準", "現状"]

  /// 基準値：0件（R元） in the place of a name: where the figures of the name above start from.
  private mutating func takeBaseline(_ label: MappedLabel) -> Bool {
    guard let last = readings.indices.last, let colon = label.text.firstIndex(where: { ":：".contains($0) }),
      Self.baselines.contains(UnitBracket.trimmed(label.text[..<colon]))
    else { return false }
    let value = measurement(label.text[label.text.index(after: colon)...], at: label.source, nil)
    readings[last].indicator.baseline = readings[last].indicator.baseline ?? value
    return true
  }

  /// 現状値（R5） | 820 below the rows of targets and results, in a sheet for one indicator.
  private mutating func takeBaselineRow(_ row: Int) -> Bool {
    let filled = scan.rows[row].indices.filter { scan.rows[row][$0].shape != .empty }
    guard filled.count == 2, let last = readings.indices.last, readings[last].indicator.baseline == nil,
      let header = scan.rows[row][filled[0]].header, header.role == .baseline, header.isComplete,
      scan.rows[row][filled[1]].shape.isFigure
    else { return false }
    let (label, value) = (table.rows[row][filled[0]], table.rows[row][filled[1]])
    let period = Self.temporals.first(in: label.text, context: .yearColumn)?.temporal
    readings[last].indicator.baseline = measurement(Substring(value.text), at: value.source, period)
    readings[last].indicator.source = readings[last].indicator.source.joined(with: value.source)
    return true
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
  private func headerName(_ row: Int, before roles: Int, _ body: Range<Int>) -> MappedLabel? {
    if roles == 0, let corner = scan[row, 0], corner.shape == .words, corner.header == nil {
      let cell = table.rows[row][0]
      return MappedLabel(text: cell.text, source: cell.source)
    }
    guard let heading = context.heading else { return nil }
    if context.isUnderIndicatorHeading { return heading }
    // 転入者数 above rows of targets and results; a projection has no results beside its targets.
    let said = Set(body.compactMap { scan[$0, roles]?.header?.role })
    return said.isSuperset(of: [.target, .actual]) && NameContinuation.endsAsName(heading.text) ? heading : nil
  }

  /// The name before the figures; （地区） below a name is the end of it.
  private func rowName(_ row: Int, before roles: Int) -> (label: MappedLabel, isUnit: Bool)? {
    let columns = (0..<roles).filter {
      scan[row, $0]?.shape.isText == true && !measurements.isUnit(table.rows[row][$0].text)
        && !Self.developments.contains(table.rows[row][$0].text)
    }
    return columns.last.map { column in
      let cell = table.rows[row][column]
      return (MappedLabel(text: cell.text, source: cell.source), UnitBracket.isBracket(cell.text))
    }
  }

  /// What a sheet for one indicator calls its figures beside 目標値 and 実績値.
  private static let developments: Set<String> = ["推移", "実績の推移", "指標の推移", "目標と実績", "目標・実績", "年度別", "数値", "値"]

  /// The unit in a cell of its own beside the name, 観光入込客数 | 万人 | 目標, or in the column that the header keeps for units.
  private mutating func noteUnit(_ row: Int, before roles: Int, _ yearRow: Int) {
    for column in scan.rows[row].indices where column < roles || scan[yearRow, column]?.header?.role == .unit {
      guard let cell = scan[row, column], cell.shape != .empty, cell.shape != .mark else { continue }
      let text = table.rows[row][column].text
      if let unit = UnitBracket.unit(in: text, context.units) {
        writtenUnit = unit
      } else if scan[yearRow, column]?.header?.role == .unit, let unit = UnitBracket.newUnit(in: text) {
        writtenUnit = unit
      }
    }
  }

  /// The same name at the same place, or repeated before the row of results, goes on with its indicator.
  private mutating func open(_ label: MappedLabel, _ role: ColumnRole) {
    let (unmarked, marks) = NoteMarks.split(label.text)
    let (name, unit) = UnitBracket.split(unmarked, context.units)
    if let last = readings.last?.indicator {
      let holdsRole = role == .target ? !last.targets.isEmpty : role == .actual && !last.actuals.isEmpty
      if last.name == name, last.source.start == label.source.start || !holdsRole { return }
      // 見守り実施地区数 with （地区） in the row below.
      if label.source.start == last.source.start, label.text.hasPrefix(last.name), !holdsRole {
        readings[readings.count - 1].indicator.name = name
        writtenUnit = unit ?? writtenUnit
        return
      }
    }
    writtenUnit = unit ?? context.unit
    var reading = IndicatorReading(indicator: Indicator(name: name, source: label.source))
    reading.noteMarkers = marks
    readings.append(reading)
  }

  private mutating func take(_ row: Int, _ role: ColumnRole, _ years: [(column: Int, period: Temporal)]) {
    let last = readings.count - 1
    for (column, period) in years {
      guard let cell = scan[row, column], cell.shape != .empty else { continue }
      let place = table.rows[row][column]
      let value = measurement(Substring(place.text), at: place.source, period)
      switch role {
      case .target: readings[last].indicator.targets.append(value)
      case .actual: readings[last].indicator.actuals.append(value)
      case .baseline: readings[last].indicator.baseline = readings[last].indicator.baseline ?? value
      // Of several years the last one counts, as in a column of grades.
      case .grade where cell.shape != .mark: readings[last].indicator.grade = Indicator.Grade(raw: place.text)
      case .achievementRate where value.quantity.unit == "%":
        readings[last].indicator.achievement = Indicator.Achievement(printedRate: value.quantity.value)
      default: continue
      }
      readings[last].indicator.source = readings[last].indicator.source.joined(with: place.source)
    }
    let values = readings[last].indicator.targets + readings[last].indicator.actuals
    readings[last].indicator.unit = values.lazy.compactMap(\.quantity.unit).first ?? writtenUnit
  }
}

/// 実績値（上段）・目標値（下段）: what the upper row of each indicator holds and what the lower one.
struct StackedRoles {
  let upper: ColumnRole
  let lower: ColumnRole

  private static let upperMark = Array("上段".utf8)
  private static let lowerMark = Array("下段".utf8)
  private static let targets = Array("目標".utf8)
  private static let results = Array("実績".utf8)

  init?(scan: TableScan, header: Range<Int>) {
    let cells = header.lazy.flatMap { scan.rows[$0] }
    guard
      let text = cells.map({ scan.bytes[$0.range] }).first(where: {
        $0.span.holds(Self.upperMark.span) && $0.span.holds(Self.lowerMark.span)
      }).map(Array.init),
      let upper = text.firstRange(of: Self.upperMark)?.lowerBound,
      let lower = text.firstRange(of: Self.lowerMark)?.lowerBound,
      let target = text.firstRange(of: Self.targets)?.lowerBound,
      let result = text.firstRange(of: Self.results)?.lowerBound
    else { return nil }
    // The words stand in the order of their marks.
    let targetIsUpper = (target < result) == (upper < lower)
    (self.upper, self.lower) = targetIsUpper ? (.target, .actual) : (.actual, .target)
  }

  func role(isLower: Bool) -> ColumnRole { isLower ? lower : upper }
}
