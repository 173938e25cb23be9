import KeikakuText

/// Reads tables whose cells state an indicator together with its figure.
///
/// ```
/// 具体的な施策 | 主な事業 | 重要業績評価指標（KPI） | 実績（R5） | 達成率
/// 農業の振興 | 就農支援事業 | 新規就農者数：5年間で50人 | 12人 | 24%
/// ```
/// The figure beside the name is the target. A second column of the same names with figures, or a column of figures alone,
/// gives what its header says, a result where it says nothing.
struct StatedIndicatorReader {
  let table: Table
  let scan: TableScan
  let context: TableContext
  let prose: ProseIndicatorReader
  private(set) var readings: [IndicatorReading] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Figures stand in cells under an indicator's header, and none could be told apart from its name.
  private(set) var isUnread = false

  init(table: Table, scan: TableScan, context: TableContext, prose: ProseIndicatorReader) {
    self.table = table
    self.scan = scan
    self.context = context
    self.prose = prose
  }

  mutating func read() {
    if readLabelled() { return }
    guard let head = scan.rows.indices.first(where: isHead) else { return readPairs() }
    let body = head + 1..<scan.rows.count
    let width = scan.rows[head...].reduce(0) { max($0, $1.count) }
    let header = HeaderReader(table: table, scan: scan, rows: head..<head + 1, width: width, units: context.units)
    let columns = header.columns()
    let candidates = columns.indices.filter { mayState(scan[head, $0], columns[$0]) }
    let stated = candidates.filter { states($0, columns[$0], body) }
    guard let main = mainColumn(of: stated, columns) else {
      isUnread = candidates.contains { column in body.contains { holdsFigure(table.rows[$0], column) } }
      return
    }
    read(body, columns, main: main, others: stated.filter { $0 != main })
  }

  // MARK: - Sheets

  /// 項目 | 内容 and KPI | 宿泊者数：18.2万人（2018年）→22万人（2024年）: a row of a sheet whose label says indicator and whose cell
  /// states one or several.
  private mutating func readLabelled() -> Bool {
    for (row, cells) in scan.rows.enumerated() {
      let filled = cells.indices.filter { cells[$0].shape != .empty }
      guard filled.count == 2, let header = cells[filled[0]].header, header.saysIndicator, header.isComplete else {
        continue
      }
      let cell = table.rows[row][filled[1]]
      let lines = cell.lines.count > 1 ? cell.lines : [cell.text]
      let context = ProseContext(isUnderIndicatorHeading: true, isCell: true, units: context.units)
      let found = lines.map { line in
        prose.indicators(in: MappedText(text: line, source: cell.source), context: context).filter {
          isWhole($0.indicator)
        }
      }
      if found.allSatisfy({ !$0.isEmpty }) { readings += found.flatMap { $0 } }
    }
    return !readings.isEmpty
  }

  // MARK: - Names and figures without a header

  /// 新規創業件数 | 5年間で50件 in every row, below a heading that calls them indicators: what a list of them would say. Where
  /// columns are told by blanks alone, a header and more figures may stand apart from the rows.
  private mutating func readPairs() {
    guard context.isUnderIndicatorHeading, ![.aligned, .spaced, .stacked].contains(table.form) else { return }
    var found: [IndicatorReading] = []
    for (row, cells) in scan.rows.enumerated() {
      let filled = cells.indices.filter { cells[$0].shape != .empty }
      if filled.isEmpty { continue }
      guard filled.count == 2, cells[filled[0]].shape == .words, let reading = pair(table.rows[row], filled) else {
        return
      }
      found.append(reading)
    }
    guard found.contains(where: { $0.indicator.unit != nil }) else { return }
    readings = found
    for index in readings.indices { readings[index].indicator.diagnostics.append(.columnsInferred) }
    diagnostics.append(
      Diagnostic(.columnsInferred, "The figures beside the names were taken for targets", at: table.source))
  }

  private func pair(_ cells: [Table.Cell], _ filled: [Int]) -> IndicatorReading? {
    let (name, figure) = (cells[filled[0]], cells[filled[1]])
    var text = MappedText(text: name.text, source: name.source)
    text.append(figure.text, source: figure.source, separator: " ")
    let context = ProseContext(isUnderIndicatorHeading: true, isCell: true, units: context.units)
    let found = prose.indicators(in: text, context: context).filter { isWhole($0.indicator) }
    return found.count == 1 ? found[0] : nil
  }

  // MARK: - The columns

  /// A row of short labels, one of which says indicator or target.
  private func isHead(_ row: Int) -> Bool {
    let cells = scan.rows[row].filter { $0.shape != .empty }
    return cells.count > 1 && row + 1 < scan.rows.count && cells.allSatisfy { !$0.shape.isFigure || $0.header != nil }
      && cells.contains { $0.header?.saysIndicator == true || $0.header?.role == .target }
  }

  private func mayState(_ cell: TableScan.Cell?, _ column: ColumnLayout.Column) -> Bool {
    guard let header = cell?.header else { return false }
    return header.saysIndicator || column.role?.isValue == true
  }

  /// Most cells of the column hold a name with a figure, most of these with a unit.
  private func states(_ column: Int, _ description: ColumnLayout.Column, _ body: Range<Int>) -> Bool {
    let cells = body.filter { scan[$0, column].map { $0.shape != .empty && $0.shape != .mark } ?? false }
    let statements = cells.map { self.statements(in: $0, column, description) }.filter { !$0.isEmpty }
    let measured = statements.filter { $0.contains { $0.indicator.unit != nil } }
    return !statements.isEmpty && statements.count * 3 >= cells.count * 2 && measured.count * 2 >= statements.count
  }

  /// Of several, the one for the target: by its word, else by the latest year.
  private func mainColumn(of stated: [Int], _ columns: [ColumnLayout.Column]) -> Int? {
    if let target = stated.first(where: { columns[$0].role == .target }) { return target }
    let named = stated.filter { columns[$0].role == .name }
    return named.max { (columns[$0].period?.endYear ?? Int.max, -$0) < (columns[$1].period?.endYear ?? Int.max, -$1) }
  }

  // MARK: - The rows

  private mutating func read(
    _ body: Range<Int>, _ columns: [ColumnLayout.Column], main: Int, others: [Int]
  ) {
    var layout = ColumnLayout(columns: columns, nameColumn: main, headerRows: body.lowerBound - 1..<body.lowerBound)
    layout.columns[main].role = .name
    for column in others { layout.columns[column].role = nil }
    var groups: [Int: MappedLabel] = [:]
    for row in body {
      note(row, before: main, columns, in: &groups)
      let found = statements(in: row, main, columns[main])
      if found.isEmpty {
        diagnoseUnread(row, main)
        continue
      }
      let beside = others.map { ($0, statements(in: row, $0, columns[$0])) }
      for statement in found {
        var reading = statement
        if found.count == 1 { takeRow(row, layout, into: &reading) }
        for (column, statements) in beside {
          let same = statements.first { $0.indicator.name.folded == reading.indicator.name.folded }
          take(same?.indicator.targets.first, as: columns[column].role, into: &reading)
        }
        reading.groups = groups.sorted { $0.key < $1.key }.map(\.value)
        readings.append(reading)
      }
      if found.count > 1 { diagnoseShared(row, layout) }
    }
  }

  /// What stands left of the statement: the measure or programme that it serves, down to the next.
  private func note(
    _ row: Int, before main: Int, _ columns: [ColumnLayout.Column], in groups: inout [Int: MappedLabel]
  ) {
    for column in 0..<main where columns[column].role == nil || columns[column].role == .group {
      guard let cell = scan[row, column] else { continue }
      let place = table.rows[row][column]
      guard cell.shape.isText || cell.shape == .figure && isNumbered(place.text) else { continue }
      groups[column] = MappedLabel(text: place.text, source: place.source)
      for deeper in groups.keys where deeper > column { groups[deeper] = nil }
    }
  }

  /// ３ 子育て and (1) 農業の振興, which look like figures with their units.
  private func isNumbered(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Numbering.read(bytes, 0..<bytes.count).map { $0.end < bytes.count } ?? false
  }

  /// The other columns of the row: figures, department, rate.
  private func takeRow(_ row: Int, _ layout: ColumnLayout, into reading: inout IndicatorReading) {
    let stated = reading.indicator
    var rowReader = IndicatorRowReader(
      row: TableRow(row, of: table, scan: scan, layout: layout), layout: layout,
      fields: ValueField.fields(of: layout, context: context), measurements: MeasurementReader(context.units),
      captionUnit: stated.unit ?? context.unit)
    rowReader.isStated = true
    guard let more = rowReader.reading(named: MappedLabel(text: stated.name, source: stated.source)) else { return }
    var indicator = more.indicator
    indicator.baseline = stated.baseline ?? indicator.baseline
    indicator.targets = stated.targets + indicator.targets
    indicator.unit = stated.unit ?? indicator.unit
    indicator.diagnostics += stated.diagnostics.filter { !indicator.diagnostics.contains($0) }
    reading.indicator = indicator
    reading.noteMarkers += more.noteMarkers.filter { !reading.noteMarkers.contains($0) }
  }

  private func take(_ measurement: Measurement?, as role: ColumnRole?, into reading: inout IndicatorReading) {
    guard let measurement else { return }
    switch role {
    case .baseline: reading.indicator.baseline = reading.indicator.baseline ?? measurement
    case .target: reading.indicator.targets.append(measurement)
    default: reading.indicator.actuals.append(measurement)
    }
  }

  // MARK: - The cells

  private static let bullets: Set<Character> = ["・", "●", "○", "■", "□", "◆", "◇", "◎", "▼", "☆", "★"]

  /// The indicators that a cell states; none where any of its items is something else.
  private func statements(
    in row: Int, _ column: Int, _ description: ColumnLayout.Column
  ) -> [IndicatorReading] {
    guard let cell = scan[row, column], cell.shape == .words || cell.shape == .prose else { return [] }
    var context = ProseContext(isUnderIndicatorHeading: true, isCell: true, units: context.units)
    context.targetPeriod = description.period
    var result: [IndicatorReading] = []
    var item: MappedText?
    for piece in pieces(of: table.rows[row][column]) {
      let text = item.map { joined($0, piece) } ?? piece
      let found = prose.indicators(in: text, context: context).filter { isWhole($0.indicator) }
      item = found.isEmpty ? text : nil
      result += found
    }
    return item == nil ? result : []
  }

  /// The cell cut at its bullets or circled numbers. A ・ within a name cuts too; the pieces are put together again.
  private func pieces(of cell: Table.Cell) -> [MappedText] {
    // The lines of one ended statement each need no mark.
    if cell.lines.count > 1, cell.lines.allSatisfy({ $0.contains { ":：".contains($0) } }) {
      return cell.lines.map { MappedText(text: $0, source: cell.source) }
    }
    guard let first = cell.text.first, isMark(first) else { return [MappedText(text: cell.text, source: cell.source)] }
    var result: [MappedText] = []
    var offset = Int(cell.source.start)
    var piece = ""
    var start = offset
    for character in cell.text {
      if isMark(character), character == first || Self.isCircled(first), !piece.isEmpty {
        result.append(MappedText(text: piece, source: SourceRange(start..<offset)))
        (piece, start) = ("", offset)
      }
      piece.append(character)
      offset += character.utf8.count
    }
    result.append(MappedText(text: piece, source: SourceRange(start..<max(start, Int(cell.source.end)))))
    return result
  }

  private func isMark(_ character: Character) -> Bool { Self.bullets.contains(character) || Self.isCircled(character) }

  private static func isCircled(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x2460...0x2473).contains($0.value) } ?? false
  }

  private func joined(_ first: MappedText, _ second: MappedText) -> MappedText {
    MappedText(text: first.text + second.text, source: first.source.joined(with: second.source))
  }

  /// A figure within the name is that of another item, whose line end is lost: 新規就農者数 50人認定農業者数 20人.
  private func isWhole(_ indicator: Indicator) -> Bool {
    !holdsFigure(indicator.name) && !indicator.targets.isEmpty
  }

  private func holdsFigure(_ cells: [Table.Cell], _ column: Int) -> Bool {
    column < cells.count && holdsFigure(cells[column].text)
  }

  /// A digit behind a blank, letters before it.
  private func holdsFigure(_ text: String) -> Bool {
    let letters = Array(text.folded)
    return letters.indices.dropFirst(2).contains { ("0"..."9").contains(letters[$0]) && letters[$0 - 1] == " " }
  }

  // MARK: - What is left

  private mutating func diagnoseUnread(_ row: Int, _ column: Int) {
    guard let cell = scan[row, column], cell.shape.isText || cell.shape.isFigure,
      scan.hasYearSign(cell)
    else { return }
    diagnostics.append(
      Diagnostic(.rowUnread, "The cell does not tell an indicator and its figure", at: table.rows[row][column].source))
  }

  /// One figure beside several indicators is that of none.
  private mutating func diagnoseShared(_ row: Int, _ layout: ColumnLayout) {
    for column in layout.columns.indices where layout.columns[column].role?.isValue == true {
      guard let cell = scan[row, column], cell.shape.isFigure else { continue }
      diagnostics.append(
        Diagnostic(
          .valueUnclear, "Several indicators stand beside one cell of figures; it was given to none",
          at: table.rows[row][column].source))
    }
  }
}
