/// Lays cells with row and column spans out as a grid.
///
/// A merged cell stands at its first place; the places that it covers are empty cells marked `isCovered`.
struct TableGrid {
  private(set) var rows: [[Table.Cell]] = []
  /// For each column how many further rows a cell above covers.
  private var pending: [(rows: Int, source: SourceRange)] = []
  private var cellCount = 0
  /// Spans beyond this many cells in all are cut, so that no input fills the memory.
  private static let largest = 200_000

  mutating func beginRow() {
    rows.append([])
  }

  mutating func endRow() {
    guard !rows.isEmpty else { return }
    while rows[rows.count - 1].count < pending.count, coverIfPending() {}
  }

  mutating func append(_ cell: Table.Cell) {
    if rows.isEmpty { beginRow() }
    while coverIfPending() {}
    let start = rows[rows.count - 1].count
    let span = cellCount + cell.columnSpan > Self.largest ? 1 : cell.columnSpan
    cellCount += span
    for offset in 0..<span {
      var place = cell
      if offset > 0 { place = covered(by: cell.source) } else { place.columnSpan = span }
      rows[rows.count - 1].append(place)
      setPending(start + offset, rows: cell.rowSpan - 1, source: cell.source)
    }
  }

  private mutating func setPending(_ column: Int, rows count: Int, source: SourceRange) {
    while pending.count <= column { pending.append((0, SourceRange(0..<0))) }
    pending[column] = (count, source)
  }

  /// Fills the next place where a cell above reaches down to it.
  private mutating func coverIfPending() -> Bool {
    let column = rows[rows.count - 1].count
    guard column < pending.count, pending[column].rows > 0, cellCount < Self.largest else { return false }
    pending[column].rows -= 1
    rows[rows.count - 1].append(covered(by: pending[column].source))
    cellCount += 1
    return true
  }

  private func covered(by source: SourceRange) -> Table.Cell {
    var cell = Table.Cell(text: "", source: SourceRange(start: source.start, end: source.start))
    cell.isCovered = true
    return cell
  }
}
