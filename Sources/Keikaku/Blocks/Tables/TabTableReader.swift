/// Rows of cells held apart by tabs, as recognised pages and copied spreadsheets have them.
///
///     完全失業率<TAB>4.68%(H22)<TAB>3.40%
///
/// One row a line; an empty first cell stays, since it means something; tabs at the end of a line make no cells.
struct TabTableReader {
  let rows: TextRows

  init(_ text: SourceText) { rows = TextRows(text: text) }

  /// The table of a run of lines that hold tabs. Blank lines among them make no rows.
  func table(_ lines: Range<Int>) -> Table {
    let cells = lines.filter { !rows.isBlank($0) }.map(row)
    let source = rows.content(lines.lowerBound).lowerBound..<rows.content(lines.upperBound - 1).upperBound
    return Table(rows: cells, form: .tabs, source: SourceRange(source))
  }

  private func row(_ line: Int) -> [Table.Cell] {
    let bytes = rows.text.bytes
    let whole = rows.indented(line)
    var cells: [Table.Cell] = []
    var start = whole.lowerBound
    while true {
      let end = bytes.span.first(UInt8(ascii: "\t"), from: start, to: whole.upperBound)
      let content = TextRows.trimmed(start..<end, in: bytes)
      cells.append(Table.Cell(text: rows.string(content), source: SourceRange(content)))
      if end == whole.upperBound { return cells }
      start = end + 1
    }
  }
}
