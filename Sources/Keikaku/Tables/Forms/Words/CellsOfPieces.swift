/// Makes cells of the pieces of text that they were wrapped into.
struct CellsOfPieces {
  let rows: TextLines

  func row(_ cells: [[Range<Int>]]) -> [Table.Cell] {
    let start = cells.joined().map(\.lowerBound).min() ?? 0
    return cells.map { pieces in
      if pieces.isEmpty { return Table.Cell(text: "", source: SourceRange(start..<start)) }
      return WordValueColumns.joined(pieces.map(rows.cell)[...])
    }
  }
}
