import KeikakuText

/// Tables with a row a line and a single blank between the cells, as readers of PDFs leave them that go by lines alone.
///
///     指標名 単位 現状 目標（平成31年度） 説明
///     認定こども園 か所 2 4 認定こども園を計画的に整備する。
///
/// Read only where the order tells which value is whose: a header of known words, and in each row as many values in a row
/// as the header has columns for them. The first line that is no such row ends the table.
struct SpacedTableReader {
  private let rows: TextLines
  private let headers: HeaderWords
  private let cellPieces: CellPieces
  private static let longestLine = 900
  private static let longestName = 40
  private static let mostNameLines = 4

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    cellPieces = CellPieces(rows: rows, quantities: QuantityReader(units: lexicon.units))
  }

  /// The table whose header is a line, or nil.
  func region(at line: Int) -> PageHints.TableRegion? {
    guard let header = header(line), let columns = WordValueColumns(header.map { headers.role(of: $0.text) }) else {
      return nil
    }
    var body: [[Table.Cell]] = []
    var next = line + 1
    while next < rows.count, let found = wrappedRow(next, columns) {
      body.append(found.cells)
      next += found.lines
    }
    guard !body.isEmpty else { return nil }
    return rows.region(line..<next, [header] + body, form: .spaced)
  }

  /// At least three header words and nothing else; a year in brackets belongs to the word before.
  private func header(_ line: Int) -> [Table.Cell]? {
    guard beginsAsHeader(rows.content(line)) else { return nil }
    var cells: [Table.Cell] = []
    for piece in pieces(line, hasUnits: true) {
      if let last = cells.last, piece.text.folded.hasPrefix("(") {
        cells[cells.count - 1] = WordValueColumns.joined([last, piece])
      } else {
        guard headers.isHeader(piece.text) else { return nil }
        cells.append(piece)
      }
    }
    return cells.count >= 3 ? cells : nil
  }

  /// The first piece is a header word: asked before a line is taken apart, since hardly any begins so.
  private func beginsAsHeader(_ content: Range<Int>) -> Bool {
    let end = rows.text.bytes.span.first(0x20, from: content.lowerBound, to: content.upperBound)
    guard end < content.upperBound, !rows.holdsSeparator(content) else { return false }
    return headers.isHeader(rows.string(content.lowerBound..<end))
  }

  /// The cells of a row: words, then exactly as many values as there are columns for them, then words.
  private func row(_ line: Int, _ columns: WordValueColumns) -> [Table.Cell]? {
    let pieces = pieces(line, hasUnits: columns.hasUnits)
    return row(pieces, columns) ?? row(touchingApart(pieces, columns), columns)
  }

  /// 移住相談件数120件 240件: a name that touches its first value, where one value is missing else.
  private func touchingApart(_ pieces: [Table.Cell], _ columns: WordValueColumns) -> [Table.Cell] {
    let place = columns.leading - 1
    guard place >= 0, columns.trailing == 0, pieces.count == columns.leading + columns.values - 1,
      let start = TouchingValue.start(in: pieces[place].text)
    else { return [] }
    let (name, value) = (pieces[place].text[..<start], pieces[place].text[start...])
    var parted = pieces
    let source = pieces[place].source
    let cut = source.start + UInt32(name.utf8.count)
    parted[place] = Table.Cell(text: String(name), source: SourceRange(start: source.start, end: cut))
    parted.insert(Table.Cell(text: String(value), source: SourceRange(start: cut, end: source.end)), at: place + 1)
    return parted
  }

  private func row(_ pieces: [Table.Cell], _ columns: WordValueColumns) -> [Table.Cell]? {
    if isFull(pieces, columns) { return pieces }
    let texts = pieces.map(\.text)
    let ends = columns.values..<max(columns.values, pieces.count) + 1
    guard let end = ends.first(where: { $0 <= pieces.count && columns.takes(texts[($0 - columns.values)..<$0]) }),
      // 改善 behind the figures is a grade.
      end == pieces.count || !ValueLook.isValue(texts[end]) || columns.trailing > 0 && !ValueLook.isFigure(texts[end])
    else { return nil }
    let trailing = pieces[end...]
    guard trailing.isEmpty == (columns.trailing == 0), columns.trailing <= 1 else { return nil }
    let last = trailing.isEmpty ? [] : [WordValueColumns.joined(trailing)]
    let first = end - columns.values
    return columns.cells(texts: Array(pieces[..<first]), values: Array(pieces[first..<end]) + last)
  }

  /// A piece for each column, as 企業誘致件数 件 3 5 － － 8 －: behind the values a dash for a grade that was not given.
  private func isFull(_ pieces: [Table.Cell], _ columns: WordValueColumns) -> Bool {
    let count = columns.leading + columns.values
    guard columns.trailing > 0, pieces.count == count + columns.trailing else { return false }
    let texts = pieces.map(\.text)
    return !texts[..<columns.leading].contains(where: ValueLook.isValue)
      && columns.takes(texts[columns.leading..<count])
      && texts[count...].allSatisfy { !ValueLook.isValue($0) || ValueLook.isMark($0) }
  }

  /// A row, or one whose name begins in the lines above it:
  ///
  ///     スポーツ実施率（週1回以
  ///     上） 41.9％ 48.2％ 54.5％
  private func wrappedRow(_ line: Int, _ columns: WordValueColumns) -> (cells: [Table.Cell], lines: Int)? {
    if let cells = row(line, columns) { return (cells, 1) }
    if let cells = rowOverTwoLines(line, columns) { return (cells, 2) }
    var name: [Table.Cell] = []
    for next in line..<min(rows.count, line + Self.mostNameLines) where !rows.beginsPage(next) || next == line {
      if !name.isEmpty {
        let begun = WordValueColumns.joined(name[...])
        if var cells = row(next, columns), goesOn(begun.text, cells[0].text) {
          cells[0] = WordValueColumns.joined([begun, cells[0]])
          return (cells, next + 1 - line)
        }
        if let values = values(next, columns), NameContinuation.endsAsName(begun.text) {
          return ([begun] + values, next + 1 - line)
        }
      }
      let text = rows.string(rows.content(next))
      guard mayBeName(text) else { return nil }
      // The name of the row and what explains it, or the names of two.
      if let above = name.last, NameContinuation.areTwoNames(above.text, text) { return nil }
      name.append(Table.Cell(text: text, source: SourceRange(rows.content(next))))
    }
    return nil
  }

  /// A row whose name is so long that some of its values stand in the next line:
  ///
  ///     ごみ拾い活動の延べ参加者数 R4
  ///     1,206人 R8 2,000人
  private func rowOverTwoLines(_ line: Int, _ columns: WordValueColumns) -> [Table.Cell]? {
    guard columns.trailing == 0, line + 1 < rows.count, !rows.beginsPage(line + 1) else { return nil }
    let begun = pieces(line, hasUnits: columns.hasUnits)
    let count = begun.count - columns.leading
    guard (1..<columns.values).contains(count) else { return nil }
    let values = begun[columns.leading...] + pieces(line + 1, hasUnits: columns.hasUnits)
    let texts = values.map(\.text)
    guard values.count == columns.values, columns.takes(texts[...]),
      !begun[..<columns.leading].contains(where: { ValueLook.isValue($0.text) })
    else { return nil }
    return begun[..<columns.leading] + Array(values)
  }

  /// The values of a row whose name stands above them.
  private func values(_ line: Int, _ columns: WordValueColumns) -> [Table.Cell]? {
    let pieces = pieces(line, hasUnits: columns.hasUnits)
    guard columns.leading == 1, columns.trailing == 0, pieces.count == columns.values,
      columns.takes(pieces.map(\.text)[...])
    else { return nil }
    return pieces
  }

  /// A line of a name: no heading and no cells.
  private func mayBeName(_ text: String) -> Bool {
    guard text.count <= Self.longestName, !text.contains(" "), !ValueLook.isValue(text),
      let first = text.unicodeScalars.first
    else { return false }
    return !HeadingMarks.standard.contains(first.value) && !"#（(【".unicodeScalars.contains(first)
  }

  /// The text cannot be a name without what stands below it.
  private func goesOn(_ text: String, _ rest: String) -> Bool {
    if NameContinuation.isOpen(text) || NameContinuation.continues(rest) { return true }
    return !NameContinuation.endsAsName(text) && NameContinuation.endsAsName(text + rest)
  }

  /// The pieces of a line between blanks, those of one cell together; none where tabs, pipes or wider gaps show another form.
  private func pieces(_ line: Int, hasUnits: Bool) -> [Table.Cell] {
    let content = rows.content(line)
    guard content.count <= Self.longestLine, !rows.holdsSeparator(content) else { return [] }
    let pieces = rows.text.bytes[content].split(separator: 0x20, omittingEmptySubsequences: false)
    guard !pieces.contains(where: \.isEmpty) else { return [] }
    return cellPieces.joined(pieces.map(\.indices), hasUnits: hasUnits).map(rows.cell)
  }
}
