import KeikakuText

/// Tables whose columns are held apart by blanks, as `pdftotext -layout` writes them.
///
///     指標名                 現状値（H26）    目標値（H31）
///     縁結びマッチ ング
///                               12件             30件
///     成立件数
///
/// Columns come from the alignment of all lines together; rows from the lines that hold values, with the lines of wrapped
/// cells joined to them.
struct AlignedTableReader {
  let rows: TextLines
  let headers: HeaderWords
  private let units: UnitsBesideNames
  private let ordered: OrderedTableReader
  private let bands: AlignedBands
  /// So many lines above and below a table are set by the same program.
  private static let neighbourhood = 60
  /// Longer lines are text, not rows.
  private static let longestLine = 1000

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    units = UnitsBesideNames(headers: headers, quantities: QuantityReader(units: lexicon.units))
    ordered = OrderedTableReader(rows, lexicon: lexicon)
    bands = AlignedBands(rows: rows, labels: NodeLabels(lexicon))
  }

  /// The table of a run of lines where the order of their cells tells it, wherever the columns stand: over a page break
  /// they may have moved.
  func tableByOrder(_ lines: Range<Int>) -> Table? {
    let (filled, bands) = parted(lines)
    guard case .table(let table) = order(filled, in: lines) else { return nil }
    return self.bands.inserted(bands, into: table)
  }

  /// The filled lines of a run, those apart that head others.
  private func parted(_ lines: Range<Int>) -> (filled: [Int], bands: [Int]) {
    let filled = lines.filter { !rows.isBlank($0) }
    let heads = Set(filled.dropFirst().dropLast().filter(bands.holds))
    return heads.isEmpty ? (filled, []) : (filled.filter { !heads.contains($0) }, heads.sorted())
  }

  /// What the order of the cells tells, as full-width characters were counted by most lines, or else the other way: few
  /// lines show for sure how their blanks were set.
  private func order(_ filled: [Int], in lines: Range<Int>) -> OrderedTableReader.Reading {
    let reader = self.reader(lines)
    let reading = ordered.read(filled, by: reader)
    if case .valuesInRow = reading, case .table(let table) = ordered.read(filled, by: reader.counterpart) {
      return .table(table)
    }
    return reading
  }

  /// The table of a run of lines, or nil where their alignment shows no table. Blank lines may stand among them.
  func table(_ lines: Range<Int>) -> Table? {
    let (filled, bands) = parted(lines)
    return table(lines, filled).map { self.bands.inserted(bands, into: $0) }
  }

  private func table(_ lines: Range<Int>, _ filled: [Int]) -> Table? {
    let order = order(filled, in: lines)
    if case .table(let table) = order { return units.apart(table) }
    if case .undealt = order { return unordered(filled) }
    let reader = self.reader(lines)
    let heads = TouchingHeads(rows: rows, reader: reader, headers: headers)
    let segments = filled.map { heads.parted(reader.segments(rows.indented($0))) }
    let gutters = gutters(filled, segments: segments, reader: reader)
    guard gutters.columns.count > 1 else { return nil }
    let layout = AlignedLineReader(rows: rows, reader: reader, gutters: gutters, headers: headers)
    let aligned = zip(filled, segments).map { line, segments in
      layout.line(line, segments: segments, followsBlank: line > lines.lowerBound && rows.isBlank(line - 1))
    }
    let header = headerLines(aligned)
    let columns = gutters.columns.count
    let body = Array(aligned[header.upperBound...])
    let valueColumns = valueColumns(body, header: aligned[header], columns: columns)
    guard isTable(header: aligned[header], body: body, valueColumns: valueColumns) else { return nil }
    if holdsGroupAndName(aligned[header]) { return unordered(filled) }
    if case .valuesInRow(let count) = order, contradicts(body, valueColumns, valuesInRow: count) {
      return unordered(filled)
    }
    if isOfIndicators(aligned[header]), holdFusedValues(body, valueColumns) { return unordered(filled) }
    // What stands above the header are rows of a form, each its own.
    let form = aligned[..<header.lowerBound].map { row([$0], columns: columns) }
    let filledColumns = Set(body.flatMap { $0.pieces.map(\.column) })
    let head = headerRows(Array(aligned[header]), columns: columns, filled: filledColumns)
    let bodyRows = self.bodyRows(body, valueColumns: valueColumns, columns: columns)
    if bodyRows.contains(where: { holdsSeveralCells($0, below: head) }) { return unordered(filled) }
    if isTorn(form + head, columns: columns, isOfIndicators(aligned[header])) { return unordered(filled) }
    if isOfIndicators(aligned[header]), lackName(bodyRows, valueColumns), holdTwoNames(body, valueColumns) {
      return unordered(filled)
    }
    if (form + head).joined().contains(where: { NameContinuation.closesUnopened($0.text) })
      || holdTornBrackets(bodyRows, valueColumns)
    {
      return unordered(filled)
    }
    let source = rows.content(filled[0]).lowerBound..<rows.content(filled[filled.count - 1]).upperBound
    return units.apart(Table(rows: form + head + bodyRows, form: .aligned, source: SourceRange(source)))
  }

  /// A cell of which the text shows that it is several: years, or values of one unit, on both sides of a wide gap, or a
  /// value before a dash. Below a head with as many years the values are told apart by these.
  ///
  ///     7人      8人 ―
  private func holdsSeveralCells(_ row: [Table.Cell], below head: [[Table.Cell]]) -> Bool {
    row.indices.contains { column in
      let parts = row[column].text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let values = parts.filter(ValueLook.isValue)
      let years = parts.count(where: ValueLook.isYear)
      if parts.contains(where: \.isEmpty),
        years > 1 || values.count > 1 && Set(values.map(StackedValues.unit)).count == 1
      {
        return self.years(above: column, head) != max(years, values.count)
      }
      return parts.count > 1 && Self.dashes.contains(parts[parts.count - 1]) && values.count + years > 1
    }
  }

  /// 年度） 98.8％ as a value: the bracket stands in another cell, so that pieces have come into wrong ones.
  private func holdTornBrackets(_ body: [[Table.Cell]], _ valueColumns: Set<Int>) -> Bool {
    body.contains { row in
      valueColumns.contains { $0 < row.count && NameContinuation.closesUnopened(row[$0].text) }
    }
  }

  private func years(above column: Int, _ head: [[Table.Cell]]) -> Int {
    head.filter { column < $0.count }.reduce(0) { $0 + TemporalReader().matches(in: $1[column].text).count }
  }

  private static let dashes: Set<String> = ["―", "－", "—", "-", "–", "ー", "…"]

  /// The values of a full line do not fall into as many columns, or a row's values stand in several lines.
  private func contradicts(_ body: [AlignedLine], _ valueColumns: Set<Int>, valuesInRow: Int) -> Bool {
    var isPartBefore = false
    for line in body {
      let values = line.pieces.filter { ValueLook.isValue($0.text) && $0.column > 0 }
      if values.count == valuesInRow, !values.allSatisfy({ valueColumns.contains($0.column) }) { return true }
      let isPart = !values.isEmpty && values.count < valuesInRow
      let isUnnamed = line.pieces.first.map { valueColumns.contains($0.column) } ?? true
      if isPart, isPartBefore, isUnnamed { return true }
      isPartBefore = isPart
    }
    return valueColumns.count > valuesInRow + 1
  }

  /// 分野     成果指標 as one cell: the names stand below the groups, set in, and no gutter parts them.
  private func holdsGroupAndName(_ header: ArraySlice<AlignedLine>) -> Bool {
    header.flatMap(\.pieces).contains { piece in
      let roles = piece.text.split(separator: "  ").map { headers.role(of: String($0)) }
      return roles.contains(.group) && roles.contains(.name)
    }
  }

  /// Values stand in a row without any words.
  private func lackName(_ body: [[Table.Cell]], _ valueColumns: Set<Int>) -> Bool {
    body.contains { row in row.indices.allSatisfy { valueColumns.contains($0) || row[$0].isEmpty } }
  }

  /// One name right above another: the values of one of them stand in another line.
  ///
  ///                      スポーツ実施率
  ///     循環型社会の形成  温室効果ガス排出量     41.9％  54.5％
  ///                                              184千t  129千t
  private func holdTwoNames(_ body: [AlignedLine], _ valueColumns: Set<Int>) -> Bool {
    zip(body, body.dropFirst()).contains { line, next in
      guard !isAnchor(line, valueColumns: valueColumns), !next.followsBlank else { return false }
      return line.pieces.contains { piece in
        guard let below = next.piece(piece.column)?.text else { return false }
        return NameContinuation.endsAsName(piece.text) && NameContinuation.endsAsName(below)
          && !NameContinuation.continues(below) && below.count > Self.longestEnd
      }
    }
  }

  /// 児童数 may be the end of a name that was wrapped.
  private static let longestEnd = 4

  /// Pieces of the header have come into wrong columns: 度 without its year, or two years in one.
  private func isTorn(_ head: [[Table.Cell]], columns: Int, _ isOfIndicators: Bool) -> Bool {
    (0..<columns).contains { column in
      let text = head.filter { column < $0.count }.map { $0[column].text }.joined()
      if text.hasPrefix("度") { return true }
      return isOfIndicators && Set(TemporalReader().matches(in: text).map(\.temporal.startYear)).count > 1
    }
  }

  private func isOfIndicators(_ header: ArraySlice<AlignedLine>) -> Bool {
    let words = header.flatMap { $0.pieces.flatMap { $0.text.split(separator: " ") } }
    let roles = words.compactMap { headers.role(of: String($0)) }
    return roles.contains(.name) && roles.contains(where: \.isValue)
  }

  /// 12,800千円 11,520千円 in one column: the values of two, which no gap of all lines parts. A digit before a decimal
  /// fraction is a number cut apart: 2 1.19人. In a single line any gap may part two columns.
  private func holdFusedValues(_ body: [AlignedLine], _ valueColumns: Set<Int>) -> Bool {
    body.flatMap(\.pieces).contains { piece in
      guard valueColumns.contains(piece.column) else { return false }
      let parts = piece.text.split(separator: " ", omittingEmptySubsequences: body.count > 1).map(String.init)
      return zip(parts, parts.dropFirst()).contains { first, second in
        (first.count > 1 || !first.allSatisfy(\.isNumber)) && ValueLook.isValue(first) && ValueLook.isValue(second)
      }
    }
  }

  /// The lines as they stand, a cell each.
  private func unordered(_ lines: [Int]) -> Table {
    let cells = lines.map { [Table.Cell(text: rows.string(rows.content($0)), source: SourceRange(rows.content($0)))] }
    let source = rows.content(lines[0]).lowerBound..<rows.content(lines[lines.count - 1]).upperBound
    var table = Table(rows: cells, form: .aligned, source: SourceRange(source))
    table.isUnordered = true
    return table
  }

  private func gutters(_ lines: [Int], segments: [[LineSegment]], reader: SegmentReader) -> ColumnGutters {
    let start = segments.firstIndex(where: holdsFigures) ?? 0
    let pieces = lines[start...].map { reader.segments(rows.indented($0), gap: 1) }
    let headerCount = segments[..<start].count { $0.count > 1 }
    return ColumnGutters(segments.filter { $0.count > 1 }, pieces: pieces, headerCount: headerCount)
  }

  /// Counts columns as the lines with figures were set; where these tell nothing, as the lines around them were.
  private func reader(_ lines: Range<Int>) -> SegmentReader {
    let around = max(0, lines.lowerBound - Self.neighbourhood)..<min(rows.count, lines.upperBound + Self.neighbourhood)
    return measured(lines) ?? measured(around) ?? SegmentReader(rows.text.bytes)
  }

  private func measured(_ lines: Range<Int>) -> SegmentReader? {
    let plain = SegmentReader(rows.text.bytes)
    let figures = lines.map(rows.indented).filter { $0.count <= Self.longestLine && holdsFigures(plain.segments($0)) }
    return ColumnMeasure(bytes: rows.text.bytes, lines: figures).reader
  }

  private func holdsFigures(_ line: [LineSegment]) -> Bool {
    line.dropFirst().contains { ValueLook.isValue(rows.string($0.source)) }
  }

  /// A header of at least two known words; or figures in several rows of at least three columns.
  private func isTable(header: ArraySlice<AlignedLine>, body: [AlignedLine], valueColumns: Set<Int>) -> Bool {
    let words = header.reduce(0) { $0 + $1.pieces.count { headers.isHeader($0.text) } }
    let anchors = body.count { isAnchor($0, valueColumns: valueColumns) }
    if words >= 2 { return !body.isEmpty }
    return anchors >= 2 && body.contains { $0.pieces.count >= 3 } && valueColumns.count >= 2
  }

  /// The lines that hold the header: from the first with header words on, as far as such lines follow one another.
  private func headerLines(_ lines: [AlignedLine]) -> Range<Int> {
    var found: Range<Int>?
    for (index, line) in lines.prefix(8).enumerated() {
      let words = line.pieces.count {
        headers.isHeader($0.text) || isBracketed($0.text) || found != nil && ValueLook.isYear($0.text)
      }
      let values = line.pieces.dropFirst(line.piece(0) == nil ? 0 : 1).count {
        ValueLook.isValue($0.text) && !headers.isHeader($0.text)
      }
      if values > words || values > 0 && line.pieces.first.map({ !headers.isHeader($0.text) }) == true { break }
      if words >= 2 || (words == line.pieces.count && words > 0) {
        found = (found?.lowerBound ?? index)..<index + 1
      } else if let header = found, index > header.upperBound || line.piece(0) != nil {
        break
      }
    }
    return found ?? 0..<0
  }

  private func isBracketed(_ text: String) -> Bool {
    guard let first = text.folded.first, let last = text.folded.last else { return false }
    return first == "(" && last == ")"
  }

  /// Columns that hold values: so named by the header, or mostly figures.
  private func valueColumns(_ body: [AlignedLine], header: ArraySlice<AlignedLine>, columns: Int) -> Set<Int> {
    var found: Set<Int> = []
    for column in 0..<columns {
      let named = header.contains { line in
        line.pieces.contains { piece in
          piece.column <= column && column < piece.column + piece.columnSpan
            && [.baseline, .target, .actual].contains(headers.role(of: piece.text))
        }
      }
      let texts = body.compactMap { $0.piece(column)?.text }
      let figures = texts.count { ValueLook.isValue($0) }
      if figures > 0, named || (column > 0 && figures * 10 >= texts.count * 6) { found.insert(column) }
    }
    return found
  }

  private func isAnchor(_ line: AlignedLine, valueColumns: Set<Int>) -> Bool {
    line.pieces.contains { valueColumns.contains($0.column) && ValueLook.isValue($0.text) }
  }

  /// One row, or two where a merged cell stands over others: the merged cells and what is above them, then the rest.
  private func headerRows(_ found: [AlignedLine], columns: Int, filled: Set<Int>) -> [[Table.Cell]] {
    guard !found.isEmpty else { return [] }
    let lines = MergedHeaders(headers: headers, filled: filled).spread(found)
    if let merged = lines.lastIndex(where: { line in line.pieces.contains { $0.columnSpan > 1 } }),
      merged + 1 < lines.count
    {
      return [row(lines[...merged], columns: columns), row(lines[(merged + 1)...], columns: columns)]
    }
    return [row(lines[...], columns: columns)]
  }

  private func bodyRows(_ body: [AlignedLine], valueColumns: Set<Int>, columns: Int) -> [[Table.Cell]] {
    let holdValues = body.map { isAnchor($0, valueColumns: valueColumns) }
    let namesAreEmpty = body.map { line in !line.pieces.contains { !valueColumns.contains($0.column) } }
    let lastValue = valueColumns.max() ?? columns
    let anchors = body.indices.map { index -> Bool in
      if holdValues[index] { return true }
      let isBesideUnnamed = [index - 1, index + 1].contains {
        body.indices.contains($0) && holdValues[$0] && namesAreEmpty[$0]
      }
      return !isBesideUnnamed && standsAlone(body[index], before: lastValue)
    }
    let names = body.map { line in
      line.pieces.first { !valueColumns.contains($0.column) && $0.column < lastValue }
    }
    let grouping = RowGrouping(
      anchors: anchors, holdValues: holdValues, namesAreEmpty: namesAreEmpty,
      nameWidths: names.map { $0?.place.count ?? 0 }, nameTexts: names.map { $0?.text ?? "" },
      followsBlank: body.map(\.followsBlank),
      numbers: body.map { itemNumber($0.piece(0)) })
    return RoleCycles(headers: headers).settled(grouping.rows().map { row(body[$0], columns: columns) })
  }

  /// The number of a row in a column of its own: 3, (3), ③.
  private func itemNumber(_ piece: AlignedLine.Piece?) -> Int? {
    guard let piece, piece.columnSpan == 1 else { return nil }
    return Int(piece.text.folded.filter { !"().".contains($0) }).flatMap { $0 < 1000 ? $0 : nil }
  }

  /// A line without figures that is a row all the same: a label with its text, or words of a further header.
  private func standsAlone(_ line: AlignedLine, before lastValue: Int) -> Bool {
    let words = line.pieces.count { headers.isHeader($0.text) }
    if words >= 2 { return true }
    return line.pieces.first?.column == 0 && line.pieces.dropFirst().contains { $0.column <= lastValue }
  }

  /// Joins the pieces of lines column by column.
  private func row(_ lines: ArraySlice<AlignedLine>, columns: Int) -> [Table.Cell] {
    let start = lines.first?.pieces.first?.source.lowerBound ?? 0
    var cells = (0..<columns).map { _ in Table.Cell(text: "", source: SourceRange(start..<start)) }
    for column in 0..<columns {
      let pieces = lines.flatMap { $0.pieces.filter { $0.column == column } }
      guard let first = pieces.first, let last = pieces.last else { continue }
      let text = CellText.joined(pieces.map { CellText.withoutStrayBlanks($0.text) })
      cells[column] = Table.Cell(text: text, source: SourceRange(first.source.lowerBound..<last.source.upperBound))
      let span = pieces.map(\.columnSpan).max() ?? 1
      cells[column].columnSpan = span
    }
    for column in 0..<columns where cells[column].columnSpan > 1 {
      for place in column + 1..<column + cells[column].columnSpan where cells[place].isEmpty {
        cells[place].isCovered = true
      }
    }
    return cells
  }
}
