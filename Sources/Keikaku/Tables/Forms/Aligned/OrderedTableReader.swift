import KeikakuText

/// Tables set in columns whose cells do not keep to their columns: the order of a line's cells tells what they are.
///
///     指標名                    単位   現状値        目標値
///     宿泊者の数                人  412            500
///     朝市の出店数                 店     14      20
///
/// Read only where every line that holds values holds as many as the header has columns for them, so that none can be
/// missing. Lines of words around it hold the rest of its wrapped cells.
struct OrderedTableReader {
  private let rows: TextLines
  private let items: StackedItemReader
  private let heads: StackedHeads
  private let headers: HeaderWords

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    items = StackedItemReader(rows: rows, lexicon: lexicon)
    heads = StackedHeads(rows: rows, lexicon: lexicon)
    headers = HeaderWords(lexicon)
  }

  private typealias Piece = OrderedPiece
  private typealias Line = OrderedLine

  /// What the order of the cells tells.
  enum Reading {
    case table(Table)
    /// So many values stand in each row that is complete. Where rows are not, their place must tell.
    case valuesInRow(Int)
    /// A header of names, values and years, of which it cannot be told which years stand under which values.
    case undealt
    case unknown
  }

  func read(_ lines: [Int], by reader: SegmentReader) -> Reading {
    let touching = TouchingHeads(rows: rows, reader: reader, headers: headers)
    let segments = lines.map { touching.parted(reader.segments(rows.indented($0))) }
    var header = OrderedHeader(rows: rows, heads: heads, items: items, reader: reader, touching: touching)
    guard let (columns, length) = header.columns(segments), columns.valueLike.count > 1, length < lines.count else {
      return header.isUndealt ? .undealt : .unknown
    }
    return table(lines, segments, columns, headerLength: length, reader).map(Reading.table)
      ?? .valuesInRow(columns.valueLike.count)
  }

  /// The table of filled lines with their segments; nil where their order does not tell it.
  private func table(
    _ lines: [Int], _ segments: [[LineSegment]], _ columns: StackedColumns, headerLength: Int, _ reader: SegmentReader
  ) -> Table? {
    let range = headerLength..<lines.count
    let stairs = StaircaseRows(items: items, columns: columns)
    var body: [Line] = []
    let lineReader = OrderedLineReader(rows: rows, items: items, columns: columns, reader: reader)
    for row in stairs.rows(range.map { lineReader.pieces(lines[$0], segments[$0]) }) {
      guard var line = lineReader.line(row.pieces) else { return nil }
      let index = headerLength + row.line
      line.line = lines[index]
      line.followsBlank = lines[index] > lines[index - 1] + 1
      body.append(line)
    }
    guard body.contains(where: { !$0.values.isEmpty }),
      let bodyRows = besideMergedCells(body, columns)
        ?? self.bodyRows(body, columns, leading: columns.leadingWords)?.cells
    else { return nil }
    let cells = bodyRows.map { self.cells($0, columns) }
    let values = columns.valueLike.filter { columns.columns[$0].kind == .value }
    if let named = columns.first(.name),
      ScatteredRows(rows: cells, valueColumns: Set(values), named: named).areScattered
    {
      return nil
    }
    let source = rows.content(lines[0]).lowerBound..<rows.content(lines[lines.count - 1]).upperBound
    return Table(rows: columns.rows + cells, form: .aligned, source: SourceRange(source))
  }

  private typealias Rows = (cells: [[Int: Table.Cell]], lines: [ClosedRange<Int>])

  /// The rows of a table and the lines of the text over which each is written; nil where a piece may belong to several
  /// cells.
  ///
  /// - Parameter leading: the columns of words left of the values.
  private func bodyRows(_ body: [Line], _ columns: StackedColumns, leading: [Int]) -> Rows? {
    let sides = body.indices.compactMap { place in
      anchor(nearest: place, body).map { self.sides(body[place], beside: $0) }
    }
    let places = OrderedPlaces(
      leading: OrderedPlaces.Side(leading, lines: sides.map { $0.leading.map(\.columns) }),
      trailing: OrderedPlaces.Side(columns.trailingWords, lines: sides.map { $0.trailing.map(\.columns) }))
    let groups = grouping(body, places, columns).rows()
    let cells = groups.compactMap { row(Array(body[$0]), columns, places) }
    guard cells.count == groups.count,
      cells.allSatisfy({ NameUnits.agree(StackedRow(cells: $0, items: []), columns) })
    else { return nil }
    return (cells, groups.map { body[$0.lowerBound].line...body[$0.upperBound - 1].line })
  }

  /// The rows beside the cells of a first column each of which stands beside several; nil where none does.
  private func besideMergedCells(_ body: [Line], _ columns: StackedColumns) -> [[Int: Table.Cell]]? {
    let leading = columns.leadingWords
    let words = body.indices.map { place in
      anchor(nearest: place, body).map { sides(body[place], beside: $0).leading } ?? []
    }
    guard leading.count == 2, columns.columns[leading[1]].kind == .name,
      let places = MergedFirstColumn.places(zip(words, body).map { ($0, !$1.values.isEmpty) })
    else { return nil }
    var rest = body
    var parts: [MergedFirstColumn.Part] = []
    for (line, place) in places.enumerated() {
      guard let place else { continue }
      let piece = words[line][place]
      rest[line].words.removeAll { $0.item.source == piece.item.source }
      parts.append((body[line].line, piece))
    }
    rest.removeAll(where: \.isEmpty)
    guard var rows = bodyRows(rest, columns, leading: [leading[1]]),
      let cells = MergedFirstColumn.cells(parts, beside: rows.lines)
    else { return nil }
    for cell in cells {
      var whole = StackedItem.cell(cell.pieces.map(\.item)[...])
      whole.rowSpan = cell.rows.count
      rows.cells[cell.rows.lowerBound][leading[0]] = whole
      for row in cell.rows.dropFirst() {
        var covered = Table.Cell(text: "", source: SourceRange(start: whole.source.start, end: whole.source.start))
        covered.isCovered = true
        rows.cells[row][leading[0]] = covered
      }
    }
    return rows.cells
  }

  // MARK: Groups

  private func grouping(_ body: [Line], _ places: OrderedPlaces, _ columns: StackedColumns) -> RowGrouping {
    let names = body.indices.map { index in name(in: body[index], beside: anchor(nearest: index, body)) }
    return RowGrouping(
      anchors: body.map { !$0.values.isEmpty }, holdValues: body.map { !$0.values.isEmpty },
      namesAreEmpty: names.map { $0 == nil }, nameWidths: names.map { $0?.columns.count ?? 0 },
      nameTexts: names.map { $0?.item.text ?? "" }, followsBlank: body.map(\.followsBlank),
      numbers: body.map { $0.number.flatMap { Int($0.item.text.folded.filter { !"().".contains($0) }) } },
      endsOfValues: Set(body.indices.filter { endsValues($0, in: body) }),
      words: body.indices.map { words(in: body[$0], beside: anchor(nearest: $0, body), places, columns) })
  }

  /// The words of a line by their column.
  private func words(
    in line: Line, beside anchor: Line?, _ places: OrderedPlaces, _ columns: StackedColumns
  ) -> [Int: Piece] {
    guard let sides = anchor.map({ self.sides(line, beside: $0) }) else { return [:] }
    var words: [Int: Piece] = [:]
    for (side, pieces) in [(places.leading, sides.leading), (places.trailing, sides.trailing)] {
      for (column, piece) in zip(side.columns(of: pieces.map(\.columns)) ?? [], pieces) { words[column] = piece }
    }
    if let remark = columns.trailingWords.first, words[remark] == nil, let piece = sides.middle.last, isWord(piece) {
      words[remark] = piece
    }
    return words
  }

  /// A line of words holds the rest of a value of the line with values above it.
  private func endsValues(_ index: Int, in body: [Line]) -> Bool {
    guard body[index].values.isEmpty, let anchor = body[..<index].last(where: { !$0.values.isEmpty }) else {
      return false
    }
    let wrapped = WrappedValues(items: items)
    return body[index].words.contains { wrapped.isRest($0.item.text, of: anchor.values.map(\.item.text)) }
  }

  /// The last words of a line before the values.
  private func name(in line: Line, beside anchor: Line?) -> Piece? {
    anchor.flatMap { sides(line, beside: $0).leading.last }
  }

  /// The line with values at a place, above it, or else below.
  private func anchor(nearest index: Int, _ body: [Line]) -> Line? {
    body[...index].last { !$0.values.isEmpty } ?? body[index...].first { !$0.values.isEmpty }
  }

  // MARK: Rows

  /// The cells of a row by column; nil where a piece of words may belong to several.
  private func row(_ lines: [Line], _ columns: StackedColumns, _ places: OrderedPlaces) -> [Int: Table.Cell]? {
    let anchors = lines.filter { !$0.values.isEmpty }
    guard anchors.count == 1, let anchor = anchors.first else { return nil }
    var cells: [Int: [Piece]] = [:]
    for (column, piece) in zip(columns.valueLike, anchor.values) { cells[column] = [piece] }
    if let number = lines.lazy.compactMap(\.number).first, let column = columns.first(.number) {
      cells[column] = [number]
    }
    if let unit = anchor.unit, let column = columns.first(.unit) { cells[column] = [unit] }
    var dealt = wrappedUnit(lines, beside: anchor, columns)
    if let column = columns.first(.unit), !dealt.isEmpty { cells[column] = dealt }
    for (place, rest) in rests(lines, beside: anchor, columns) {
      cells[columns.valueLike[place], default: []].append(rest)
      dealt.append(rest)
    }
    for line in lines {
      var sides = sides(line, beside: anchor)
      sides.leading.removeAll { piece in dealt.contains { $0.item.source == piece.item.source } }
      sides.middle.removeAll { piece in dealt.contains { $0.item.source == piece.item.source } }
      sides.trailing.removeAll { piece in dealt.contains { $0.item.source == piece.item.source } }
      guard let leading = places.leading.columns(of: sides.leading.map(\.columns)),
        let trailing = places.trailing.columns(of: sides.trailing.map(\.columns))
      else { return nil }
      for (column, piece) in zip(leading, sides.leading) { cells[column, default: []].append(piece) }
      for (column, piece) in zip(trailing, sides.trailing) { cells[column, default: []].append(piece) }
      for piece in sides.middle {
        guard let column = middleColumn(piece, cells, columns) else { return nil }
        cells[column, default: []].append(piece)
      }
    }
    if let name = columns.first(.name).flatMap({ cells[$0] }), holdOthers(name) { return nil }
    let row = cells.mapValues { pieces in StackedItem.cell(pieces.map(\.item)[...]) }
    let values = columns.valueLike.filter { columns.columns[$0].kind == .value && !columns.columns[$0].isRate }
    return WrappedValues.mayLackScale(values.compactMap { row[$0]?.text }) ? nil : row
  }

  /// A name that ends as one before its line is full, and another below it.
  private func holdOthers(_ name: [Piece]) -> Bool {
    StackedCells.holdOthers(name.map(\.item)[...], name.map(\.item.width).max() ?? 0)
  }

  /// The rests of wrapped values, each with the place of its value.
  private func rests(_ lines: [Line], beside anchor: Line, _ columns: StackedColumns) -> [(place: Int, rest: Piece)] {
    guard !columns.hasUnits else { return [] }
    let wrapped = WrappedValues(items: items)
    let values = anchor.values.map(\.item.text)
    // What stands right of the values can only be the end of the last one.
    let pieces = lines.filter(\.values.isEmpty).flatMap(\.words) + anchor.trailing.prefix(1)
    let rests = pieces.filter { wrapped.isRest($0.item.text, of: values) }
    return wrapped.owners(of: rests.map(\.item.text), among: values).map { Array(zip($0, rests)) } ?? []
  }

  private static let longestPartOfUnit = 4

  /// A unit in pieces, one below the other, none of which is one: 万 | 人, 経営 | 体, 千t- | CO2.
  private func wrappedUnit(_ lines: [Line], beside anchor: Line, _ columns: StackedColumns) -> [Piece] {
    guard columns.hasUnits, anchor.unit == nil || lines.count > 1 else { return [] }
    var pieces: [Piece] = []
    for line in lines {
      if let unit = line.unit { pieces.append(unit) }
      let last = sides(line, beside: anchor)
      let isOver = { (piece: Piece) in pieces.isEmpty || pieces.contains { $0.columns.overlaps(piece.columns) } }
      if let piece = (last.leading + last.middle).last, piece.item.text.count <= Self.longestPartOfUnit, isOver(piece) {
        pieces.append(piece)
      }
    }
    return pieces.count > 1 && items.sort(pieces.map(\.item.text).joined(), true) == .unit ? pieces : []
  }

  /// The pieces of a line left of the values, right of them, and below or above them.
  private func sides(_ line: Line, beside anchor: Line) -> (leading: [Piece], middle: [Piece], trailing: [Piece]) {
    guard line.values.isEmpty else { return (line.words, [], line.trailing) }
    let first = anchor.leftmost
    let last = anchor.values[anchor.values.count - 1]
    var sides: (leading: [Piece], middle: [Piece], trailing: [Piece]) = ([], [], [])
    for piece in line.words {
      if piece.center < first.columns.lowerBound * 2 {
        sides.leading.append(piece)
      } else if ValueLook.isYearInBrackets(piece.item.text), piece.columns.lowerBound < last.columns.upperBound {
        // （令和10年度） below 90％ is wider than the value that it dates.
        sides.middle.append(piece)
      } else if piece.columns.lowerBound >= last.columns.upperBound
        || !anchor.trailing.isEmpty && piece.center > last.columns.upperBound * 2
      {
        sides.trailing.append(piece)
      } else {
        sides.middle.append(piece)
      }
    }
    return sides
  }

  /// A unit or a value that goes on in the next line: 人 | 泊, 512人 | （R1）.
  private func middleColumn(_ piece: Piece, _ cells: [Int: [Piece]], _ columns: StackedColumns) -> Int? {
    let middle = columns.valueLike + [columns.first(.unit)].compactMap { $0 }
    let nearest = middle.filter { cells[$0] != nil }.min { left, right in
      abs(cells[left]![0].center - piece.center) < abs(cells[right]![0].center - piece.center)
    }
    guard let nearest, let first = cells[nearest]?.first else { return nil }
    if columns.columns[nearest].kind == .unit { return piece.item.text.count <= 2 ? nearest : nil }
    if columns.columns[nearest].kind == .year { return StackedHeads.isPartOfYear(piece.item.text) ? nearest : nil }
    if piece.item.text.folded.hasPrefix("(") || NameContinuation.isOpen(first.item.text) { return nearest }
    // 184.2千t- | CO2: a unit parted at its hyphen.
    if first.item.text.last == "-", piece.item.text.allSatisfy(\.isASCII) { return nearest }
    // 598,200 | 人: the unit of a figure that stands without.
    if first.item.text.last?.isNumber == true, items.sort(piece.item.text, true) == .unit { return nearest }
    let trailing = columns.trailingWords
    return trailing.count == 1 && cells[trailing[0]] != nil && isWord(piece) ? trailing[0] : nil
  }

  /// The end of a remark that stands further left than it begins; no figure, no unit and no end of 以上 or 未満.
  private func isWord(_ piece: Piece) -> Bool {
    items.sort(piece.item.text, true) == .words && !piece.item.text.contains(where: \.isNumber)
      && !["上", "下", "内", "満", "度"].contains(piece.item.text)
  }

  private func cells(_ row: [Int: Table.Cell], _ columns: StackedColumns) -> [Table.Cell] {
    let start = row.values.map(\.source.start).min() ?? 0
    return columns.columns.indices.map {
      row[$0] ?? Table.Cell(text: "", source: SourceRange(start: start, end: start))
    }
  }
}
