/// Collects the cells of a tab-separated line; two tabs in a row hold an empty cell between them.
struct CellRun {
  private var cells: [Table.Cell] = []
  private var pending: Table.Cell?

  /// - Parameter most: how many cells the line has at most.
  init(most: Int) { cells.reserveCapacity(most) }

  mutating func take(_ part: LinePart, text: SourceText) {
    if part.kind == .cell {
      pending = Self.cell(part, text)
    } else {
      cells.append(pending ?? Table.Cell(text: "", source: SourceRange(start: part.start, end: part.start)))
      pending = nil
    }
  }

  /// The cells of the line; one behind its last tab counts only where it holds text.
  consuming func finished() -> [Table.Cell] {
    if let pending { cells.append(pending) }
    return cells
  }

  /// A cell without the blanks around its text.
  private static func cell(_ part: LinePart, _ text: SourceText) -> Table.Cell {
    var start = Int(part.start)
    var end = Int(part.end)
    while let width = WhiteSpace.width(at: start, in: text.bytes, to: end) { start += width }
    while let width = WhiteSpace.width(endingAt: end, in: text.bytes, from: start) { end -= width }
    let source = SourceRange(start..<end)
    return Table.Cell(text: text.string(source), source: source)
  }
}
