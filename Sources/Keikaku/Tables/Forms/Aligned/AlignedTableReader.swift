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
    return self.bands.inserted(bands, into: units.apart(table))
  }

  /// The filled lines of a run, those apart that head others.
  private func parted(_ lines: Range<Int>) -> (filled: [Int], bands: [Int]) {
    let filled = lines.filter { !rows.isBlank($0) }
    let heads = Set(filled.indices.dropFirst().dropLast().filter { isBand($0, filled) }.map { filled[$0] })
    return heads.isEmpty ? (filled, []) : (filled.filter { !heads.contains($0) }, heads.sorted())
  }

  private func isBand(_ place: Int, _ filled: [Int]) -> Bool {
    bands.holds(filled[place])
      || bands.headsIndented(filled[place], above: filled[place + 1], below: filled[place - 1])
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
    // What stands above the header are rows of a form, each its own.
    let form = aligned[..<header.lowerBound].map { row([$0], columns: columns) }
    let filledColumns = Set(body.flatMap { $0.pieces.map(\.column) })
    let head = headerRows(Array(aligned[header]), columns: columns, filled: filledColumns)
    // Left of the names may stand groups.
    let named = aligned[header].flatMap(\.pieces).first { headers.role(of: $0.text) == .name }?.column
    var bodyRows = self.bodyRows(body, named: named, valueColumns: valueColumns, columns: columns)
    var isCentred = false
    if let named, ScatteredRows(rows: bodyRows, valueColumns: valueColumns, named: named).areScattered {
      let cells = CentredCells(body: body, valueColumns: valueColumns, named: named)
      guard let rows = cells.rows() else { return unordered(filled) }
      bodyRows = rows.map { row($0[...], columns: columns) }
      isCentred = true
    }
    let torn = TornColumns(
      headers: headers, header: aligned[header], body: body, head: form + head, bodyRows: bodyRows,
      valueColumns: valueColumns)
    if !isCentred, case .valuesInRow(let count) = order, torn.contradicts(valuesInRow: count) {
      return unordered(filled)
    }
    if torn.isTorn { return unordered(filled) }
    let source = rows.content(filled[0]).lowerBound..<rows.content(filled[filled.count - 1]).upperBound
    let table = Table(rows: form + head + bodyRows, form: .aligned, source: SourceRange(source))
    return units.apart(YearRows.joined(table))
  }

  /// The lines as they stand, a cell each.
  private func unordered(_ lines: [Int]) -> Table {
    let source = rows.content(lines[0]).lowerBound..<rows.content(lines[lines.count - 1]).upperBound
    var table = Table(rows: rows.cells(of: lines), form: .aligned, source: SourceRange(source))
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
    let anchors = body.count { $0.holdsValue(in: valueColumns) }
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

  private func bodyRows(
    _ body: [AlignedLine], named: Int?, valueColumns: Set<Int>, columns: Int
  ) -> [[Table.Cell]] {
    let holdValues = body.map { $0.holdsValue(in: valueColumns) }
    // A unit right of the names is none.
    let namesAreEmpty = body.map { line in
      !line.pieces.contains { !valueColumns.contains($0.column) && $0.column <= named ?? $0.column }
    }
    let lastValue = valueColumns.max() ?? columns
    let anchors = body.indices.map { index -> Bool in
      if holdValues[index] { return true }
      let isBesideUnnamed = [index - 1, index + 1].contains {
        body.indices.contains($0) && holdValues[$0] && namesAreEmpty[$0]
      }
      return !isBesideUnnamed && standsAlone(body[index], before: lastValue)
    }
    let names = body.map { line in
      named.flatMap(line.piece) ?? line.pieces.first { !valueColumns.contains($0.column) && $0.column < lastValue }
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
