/// Makes a table of lines whose columns are parted by blank space alone.
struct OpenTable {
  /// Where the columns part, from left to right.
  var middles: [Double]
  var em: Double

  init(middles: [Double], em: Double) {
    self.middles = middles
    self.em = em
  }

  init(gutters: Gutters, em: Double) { self.init(middles: gutters.middles, em: em) }

  /// - Parameter heads: how many of the lines are heads, whose pieces may stand across columns.
  func table(of lines: [PrintedLine], heads: Int = 0) -> PageTable {
    let box = lines.dropFirst().reduce(lines[0].box) { $0.joined(with: $1.box) }
    let borders = [box.x0] + middles + [box.x1]
    let tiers = OpenTiers(lines, borders: borders, em: em)
    let heads = tiers?.lineCount ?? heads
    var rows = tiers?.rows ?? headRows(Array(lines.prefix(heads))).map { head($0, borders) }
    var covered = 0
    for row in GutterRows(lines: Array(lines.dropFirst(heads)), borders: borders, em: em).rows {
      var cells = (0..<borders.count - 1).map { PageTable.Cell(width: borders[$0 + 1] - borders[$0]) }
      for piece in row.pieces.sorted(by: { $0.center < $1.center }) { cells[piece.column].lines.append(piece.line) }
      setWidths(&cells)
      cells[0].rowSpan = row.headSpan
      if covered > 0 { cells[0].isCovered = true }
      covered = max(covered, row.headSpan) - 1
      rows.append(cells)
    }
    return PageTable(form: .gutters, box: box, borders: borders, rows: rows)
  }

  /// Without borders a cell's widest line is its width.
  private func setWidths(_ cells: inout [PageTable.Cell]) {
    for index in cells.indices { cells[index].width = cells[index].lines.map(\.box.width).max() ?? 0 }
  }

  /// Heads line by line; where one stands half-way between two others, those are two lines of the cells beside it.
  private func headRows(_ lines: [PrintedLine]) -> [[PrintedLine]] {
    var rows: [[PrintedLine]] = []
    var index = 0
    while index < lines.count {
      let group = Array(lines[index..<min(index + 3, lines.count)])
      let isOne =
        group.count == 3 && abs(group[0].center + group[2].center - 2 * group[1].center) <= 0.4 * em
        && group[2].center - group[0].center < 1.9 * em
      rows.append(isOne ? group : [lines[index]])
      index += isOne ? 3 : 1
    }
    return rows
  }

  /// A head's cells: each piece covers the columns that it touches.
  private func head(_ lines: [PrintedLine], _ borders: [Double]) -> [PageTable.Cell] {
    var cells = (0..<borders.count - 1).map { _ in PageTable.Cell() }
    for segment in lines.flatMap({ $0.segments(gap: Gutters.width * em) }) {
      let touched = borders.indices.dropLast().filter {
        borders[$0 + 1] > segment.box.x0 + 0.3 * em && borders[$0] < segment.box.x1 - 0.3 * em
      }
      let first = touched.first ?? 0
      if cells[first].isCovered { takeBack(first, in: &cells) }
      cells[first].lines.append(segment)
      cells[first].columnSpan = max(1, touched.count)
      for column in touched.dropFirst() where cells[column].isEmpty { cells[column].isCovered = true }
    }
    return cells
  }

  /// A piece to the left reaches over the gutter; the column is its own again for the piece that begins in it.
  private func takeBack(_ column: Int, in cells: inout [PageTable.Cell]) {
    guard let owner = cells[..<column].lastIndex(where: { !$0.isCovered }) else { return }
    cells[owner].columnSpan = column - owner
    for index in column..<cells.count where cells[index].isEmpty { cells[index].isCovered = false }
  }
}
