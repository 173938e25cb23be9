/// Makes cells of the pieces of text that they were wrapped into.
struct CellsOfPieces {
  let rows: TextLines

  func row(_ cells: [[Range<Int>]]) -> [Table.Cell] {
    let start = cells.joined().map(\.lowerBound).min() ?? 0
    return cells.map { pieces in
      guard let first = pieces.first, let last = pieces.last else {
        return Table.Cell(text: "", source: SourceRange(start..<start))
      }
      return Table.Cell(
        text: CellText.joined(pieces.map(rows.string)), source: SourceRange(first.lowerBound..<last.upperBound))
    }
  }
}
