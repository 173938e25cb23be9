/// Tables whose cells tabs hold apart.
extension BlockReader {
  mutating func readTabTable(at start: Int) -> Int {
    var end = start
    var rows: [[Table.Cell]] = []
    var isQuoted = false
    var width = 0
    if let broken = brokenTable(at: start) {
      rows = broken.rows
      width = rows[0].count
      end = start + broken.lineCount
    }
    while end < lines.count {
      guard claims.isFree(end) else {
        guard let next = rowBehindPageNumber(end, rows) else { break }
        end = next
        continue
      }
      let row = lines[end].shape == .row ? cells(end) : nil
      if let quoted = quotedRow(at: end) {
        rows.append(quoted.cells)
        isQuoted = true
        end = quoted.end
      } else if let rest = cellsGoingOn(end, row, in: rows, width: width) {
        append(rest, to: &rows[rows.count - 1])
        end += 1
      } else if let row {
        rows.append(row)
        end += 1
      } else if continuesCell(end, from: start) {
        takeItem(end, into: &rows)
        end += 1
      } else if let next = rowBehindPageNumber(end, rows) {
        end = next
        continue
      } else if let lone = loneCell(end), standsAmongRows(end, rows) {
        rows.append(lone)
        end += 1
      } else {
        break
      }
      width = max(width, rows[rows.count - 1].count)
    }
    // A row with one filled cell alone is a line of text that ends in tabs.
    guard isQuoted || rows.contains(where: { $0.filter { !$0.isEmpty }.count > 1 }) else {
      for (row, index) in zip(rows, (start..<end).filter { lines[$0].shape == .row }) { readLonelyCell(row, at: index) }
      return end
    }
    let source = SourceRange(start: lines[start].start, end: lines[end - 1].end)
    let table = NamesBesideYears.moved(YearRows.joined(Table(rows: rows, form: .tabs, source: source)))
    add(.table(YearHeads.aligned(table)), start..<end)
    return end
  }

  /// The line of the next row, where only a page's number or blank lines part it from the rows above, whose header names its
  /// columns. A blank line may stand between all rows, the header and the first of them too.
  private func rowBehindPageNumber(_ index: Int, _ rows: [[Table.Cell]]) -> Int? {
    let next = (index..<min(lines.count, index + Self.mostAtPageEnd)).first {
      lines[$0].shape == .row && claims.isFree($0)
    }
    guard let next,
      let columns = HeadedColumns(rows, headers: headerWords, mayBeHeaderAlone: next == index + 1),
      columns.goOn(in: cells(next)),
      (index..<next).allSatisfy({ lines[$0].isBlank || claims[$0] == .furniture })
    else { return nil }
    return next
  }

  private static let mostAtPageEnd = 6

  /// がん検診受診率 without a tab below a header or between rows: it heads the rows below it, which go on by the header's columns.
  private func standsAmongRows(_ index: Int, _ rows: [[Table.Cell]]) -> Bool {
    let next = index + 1
    guard next < lines.count, claims.isFree(next), lines[next].shape == .row,
      lines[index].body.count <= Self.longestGroup,
      let columns = HeadedColumns(rows, headers: headerWords, mayBeHeaderAlone: true)
    else { return false }
    return columns.goOn(in: cells(next))
  }

  /// In bytes.
  private static let longestGroup = 120

  /// The longest run of lines that is searched for cells with line breaks.
  private static let mostBrokenLines = 200

  /// The rows that begin at a line where cells hold line breaks, which a word processor copies out as lines of their own.
  private mutating func brokenTable(at start: Int) -> BrokenTable? {
    guard lines[start].shape == .row, brokenInVain.allows(start) else { return nil }
    let most = min(lines.count, start + Self.mostBrokenLines)
    let end = (start..<most).first { !claims.isFree($0) || lines[$0].shape == .blank } ?? most
    guard BrokenTable.mayBe((start..<end).map(cellCount)), !isQuoted(start..<end) else { return nil }
    let table = BrokenTable((start..<end).map { lines[$0].shape == .row ? cells($0) : [wholeCell($0)] }, headerWords)
    if table == nil { brokenInVain.add(start, reach: end) }
    return table
  }

  /// The program that wrote the rows put cells with line breaks in quotation marks, as the first of them tells.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    let quote = bytes.span.first(
      UInt8(ascii: "\""), from: Int(lines[range.lowerBound].start), to: Int(lines[last].end))
    guard quote < Int(lines[last].end), let line = range.first(where: { Int(lines[$0].end) > quote }) else {
      return false
    }
    return quotedRow(at: line) != nil
  }

  /// The cells of a line, an empty one behind its last tab too: where all lines have as many tabs, no cell is broken.
  private func cellCount(_ index: Int) -> Int {
    guard lines[index].shape == .row else { return 1 }
    return lines.parts(of: lines[index]).count { $0.kind == .separator } + 1
  }

  /// A line without tabs as a cell, its mark included.
  private func wholeCell(_ index: Int) -> Table.Cell {
    let range = TextLines.trimmed(Int(lines[index].start)..<Int(lines[index].end), in: bytes)
    return Table.Cell(text: lines.text.string(SourceRange(range)), source: SourceRange(range))
  }

  /// A line of text as the only cell of a row.
  private func loneCell(_ index: Int) -> [Table.Cell]? {
    guard lines[index].shape == .text else { return nil }
    return [Table.Cell(text: lines.body(index), source: lines[index].bodySource)]
  }

  /// A further ・ of the last cell, which the program that wrote the row has put into a line of its own.
  private func continuesCell(_ index: Int, from start: Int) -> Bool {
    guard index > start, lines[index].shape == .bullet else { return false }
    let row = (start..<index).last { lines[$0].shape == .row }
    return row.flatMap { cells($0).last { !$0.isEmpty } }?.text.hasPrefix("・") ?? false
  }

  /// The row with quoted cells that a line begins, and the line behind it. Within a line that is otherwise text only a cell
  /// over several lines is taken for one.
  func quotedRow(at index: Int) -> (cells: [Table.Cell], end: Int)? {
    let line = lines[index]
    guard line.shape == .row || bytes[Int(line.start)] == UInt8(ascii: "\""),
      bytes.span.first(UInt8(ascii: "\""), from: Int(line.start), to: Int(line.end)) < Int(line.end),
      let row = SeparatedRow(lines.text, from: Int(line.start), separator: Ascii.tab), row.isQuoted, row.cells.count > 1
    else { return nil }
    var end = index + 1
    while end < lines.count, Int(lines[end].start) < row.end { end += 1 }
    guard (index..<end).allSatisfy({ claims.isFree($0) }) else { return nil }
    return (row.cells, end)
  }

  /// (2019年)⇥1.61 below a row that has fewer cells than the widest, (2026年) below one that has all: a line break within the
  /// last cell, whose bracketed year no row begins with.
  ///
  /// - Parameter row: the cells of the line, where it is a row.
  private func cellsGoingOn(
    _ index: Int, _ row: [Table.Cell]?, in rows: [[Table.Cell]], width: Int
  ) -> [Table.Cell]? {
    guard rows.count > 1, let last = rows.last, let cells = row ?? loneCell(index) else { return nil }
    guard let first = cells.first, ValueLook.isYearInBrackets(first.text), last.last?.isEmpty == false,
      last.count + cells.count - 1 <= width
    else { return nil }
    return cells
  }

  private func append(_ rest: [Table.Cell], to row: inout [Table.Cell]) {
    let last = row[row.count - 1]
    row[row.count - 1] = Table.Cell(text: last.text + rest[0].text, source: last.source.joined(with: rest[0].source))
    row += rest.dropFirst()
  }

  private func takeItem(_ index: Int, into rows: inout [[Table.Cell]]) {
    guard let column = rows[rows.count - 1].lastIndex(where: { !$0.isEmpty }) else { return }
    let cell = rows[rows.count - 1][column]
    var joined = Table.Cell(
      text: cell.text + "\n・" + lines.body(index), source: cell.source.joined(with: lines[index].bodySource))
    joined.columnSpan = cell.columnSpan
    rows[rows.count - 1][column] = joined
  }

  private func cells(_ index: Int) -> [Table.Cell] {
    let parts = lines.parts(of: lines[index])
    var run = CellRun(most: parts.count / 2 + 1)
    for part in parts where part.kind == .cell || part.kind == .separator {
      run.take(part, text: lines.text)
    }
    return run.finished()
  }

  private mutating func readLonelyCell(_ row: [Table.Cell], at index: Int) {
    guard let cell = row.first(where: { !$0.isEmpty }) else { return }
    let candidate = reader.read(cell.source.indices)
    if candidate.label != nil || candidate.numbering != nil || candidate.mark != nil, !Sentences.ends(cell.text) {
      add(.heading(heading(candidate)), index..<index + 1)
    } else {
      add(paragraph(MappedText(text: cell.text, source: cell.source)), index..<index + 1)
    }
  }

  func titleCell(_ index: Int) -> Range<Int> {
    guard lines[index].shape == .row else { return lines[index].body }
    return cells(index).first { !$0.isEmpty }?.source.indices ?? lines[index].body
  }
}
