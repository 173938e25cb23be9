/// Tables whose cells tabs hold apart.
extension BlockReader {
  mutating func readTabTable(at start: Int) -> Int {
    var end = start
    while end < lines.count, claims.isFree(end), lines[end].shape == .row || continuesCell(end, from: start) {
      end += 1
    }
    let rows = rows(start..<end)
    // A row with one filled cell alone is a line of text that ends in tabs.
    guard rows.contains(where: { $0.filter { !$0.isEmpty }.count > 1 }) else {
      for (row, index) in zip(rows, (start..<end).filter { lines[$0].shape == .row }) { readLonelyCell(row, at: index) }
      return end
    }
    let source = SourceRange(start: lines[start].start, end: lines[end - 1].end)
    add(.table(YearHeads.aligned(Table(rows: rows, form: .tabs, source: source))), start..<end)
    return end
  }

  /// A further ・ of the last cell, which the program that wrote the row has put into a line of its own.
  private func continuesCell(_ index: Int, from start: Int) -> Bool {
    guard index > start, lines[index].shape == .bullet else { return false }
    let row = (start..<index).last { lines[$0].shape == .row }
    return row.flatMap { cells($0).last { !$0.isEmpty } }?.text.hasPrefix("・") ?? false
  }

  /// The rows of lines; a line that continues a cell belongs to the row above.
  private func rows(_ range: Range<Int>) -> [[Table.Cell]] {
    var rows: [[Table.Cell]] = []
    for index in range {
      if lines[index].shape == .row {
        rows.append(cells(index))
      } else if let column = rows[rows.count - 1].lastIndex(where: { !$0.isEmpty }) {
        let cell = rows[rows.count - 1][column]
        var joined = Table.Cell(
          text: cell.text + "\n・" + lines.body(index), source: cell.source.joined(with: lines[index].bodySource))
        joined.columnSpan = cell.columnSpan
        rows[rows.count - 1][column] = joined
      }
    }
    return rows
  }

  private func cells(_ index: Int) -> [Table.Cell] {
    var run = CellRun()
    for part in lines.parts(of: lines[index]) where part.kind == .cell || part.kind == .separator {
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
