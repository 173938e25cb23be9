/// Puts the words of a page into the cells of a grid.
struct GridFilling {
  let grid: BorderGrid
  let em: Double
  private var cells: [[PdfWord]]
  private let owner: [Int]
  private let spans: [Int: (rows: Int, columns: Int)]

  init(_ grid: BorderGrid, em: Double) {
    self.grid = grid
    self.em = em
    (owner, spans) = grid.regions()
    cells = Array(repeating: [], count: owner.count)
  }

  /// The table with those of the words whose centre lies inside, and the words that are left over.
  /// Nil where fewer than two cells hold text or there is only one column: a frame around prose.
  static func table(_ grid: BorderGrid, form: Table.Form, words: [PdfWord], em: Double) -> (
    table: PageTable, rest: [PdfWord]
  )? {
    guard grid.columnCount > 0, grid.rowCount > 0, grid.columnCount * grid.rowCount <= BorderGrid.cellLimit else {
      return nil
    }
    var filling = GridFilling(grid, em: em)
    var rest: [PdfWord] = []
    for word in words where !filling.take(word) { rest.append(word) }
    guard rest.count < words.count, filling.cells.count(where: { !$0.isEmpty }) >= 2 else { return nil }
    var table = filling.table(form)
    table.dropEmpty(em: em)
    guard table.columnCount >= 2, table.filledCells >= 2 else { return nil }
    return (UnruledRows(em: em).parted(table), rest)
  }

  private mutating func take(_ word: PdfWord) -> Bool {
    guard grid.box.contains(x: word.box.middleX, y: word.box.middleY), let row = Self.index(grid.ys, word.box.middleY)
    else { return false }
    for piece in cut(word, row: row) {
      let x = min(max(piece.box.middleX, grid.xs[0]), grid.xs[grid.xs.count - 1])
      guard let column = Self.index(grid.xs, x) else { continue }
      cells[owner[row * grid.columnCount + column]].append(piece)
    }
    return true
  }

  private static func index(_ positions: [Double], _ position: Double) -> Int? {
    positions.indices.dropLast().last { positions[$0] <= position }
  }

  /// The word cut at the borders that run through it: two cells closer than a tenth of a letter come as one word.
  private func cut(_ word: PdfWord, row: Int) -> [PdfWord] {
    let crossings = grid.xs.indices.filter { x in
      grid.parts[x][row] && grid.xs[x] > word.box.x0 + 0.3 * em && grid.xs[x] < word.box.x1 - 0.3 * em
    }
    guard !crossings.isEmpty, word.letters > 1 else { return [word] }
    let edges = word.letterEdges(em: em)
    var pieces: [PdfWord] = []
    var start = 0
    for crossing in crossings {
      let x = grid.xs[crossing]
      let end = edges.indices.dropFirst().dropLast().min { abs(edges[$0] - x) < abs(edges[$1] - x) } ?? start
      if end > start {
        pieces.append(word.part(start..<end, edges: edges))
        start = end
      }
    }
    pieces.append(word.part(start..<word.letters, edges: edges))
    return pieces
  }

  private func table(_ form: Table.Form) -> PageTable {
    let rows = (0..<grid.rowCount).map { row in
      (0..<grid.columnCount).map { column in cell(row, column) }
    }
    return PageTable(form: form, box: grid.box, borders: grid.xs, rows: rows)
  }

  private func cell(_ row: Int, _ column: Int) -> PageTable.Cell {
    let place = row * grid.columnCount + column
    var cell = PageTable.Cell()
    guard owner[place] == place, let span = spans[place] else {
      cell.isCovered = true
      return cell
    }
    cell.rowSpan = span.rows
    cell.columnSpan = span.columns
    cell.width = grid.xs[column + span.columns] - grid.xs[column]
    cell.lines = VerticalWriting.lines(of: cells[place], em: em)
    return cell
  }
}
