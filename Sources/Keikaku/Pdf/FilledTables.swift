/// Finds the tables whose cells are coloured: the edges of the areas stand for rules.
struct FilledTables {
  var tables: [PageTable] = []
  var words: [PdfWord]
  /// Horizontal edges and rules that no table took.
  var looseHorizontals: [PdfRule]

  private let em: Double

  /// `horizontals` are rules that no ruled table took; `fills` the areas outside of ruled tables.
  init(fills: [PageBox], horizontals: [PdfRule], words: [PdfWord], judge: TableJudge, em: Double) {
    self.words = words
    self.em = em
    looseHorizontals = horizontals
    guard fills.count >= 2, fills.count <= RuledTables.ruleLimit / 2 else { return }
    var edges = Self.edges(of: fills)
    bridge(&edges.verticals)
    for component in RuledTables.components(edges.horizontals + horizontals, edges.verticals) {
      guard var grid = component.grid, grid.columnCount >= 2 else { continue }
      guard grid.rowCount >= 2 || fills.count >= 4 || holdsHeader(grid, judge) else { continue }
      carry(&grid, past: fills)
      let larger = FilledExtension(of: grid, fills: fills, horizontals: horizontals, judge: judge, em: em)
      grid = larger.grid(with: self.words)
      guard let found = GridFilling.table(grid, form: .ruled, words: self.words, em: em) else { continue }
      tables.append(found.table)
      self.words = found.rest
    }
    looseHorizontals = (horizontals + edges.horizontals).filter { rule in
      !tables.contains {
        $0.box.y0 - 2 <= rule.position && rule.position <= $0.box.y1 + 2 && rule.from < $0.box.x1 && $0.box.x0 < rule.to
      }
    }
  }

  private func holdsHeader(_ grid: BorderGrid, _ judge: TableJudge) -> Bool {
    let inside = words.filter { grid.box.contains(x: $0.box.middleX, y: $0.box.middleY) }
    return PrintedLine.lines(of: inside, em: em).contains { judge.isHeaderOnly($0, em: em) }
  }

  private static func edges(of fills: [PageBox]) -> (horizontals: [PdfRule], verticals: [PdfRule]) {
    var drawing = PageDrawing()
    for fill in fills {
      drawing.horizontals.append(PdfRule(position: fill.y0, from: fill.x0, to: fill.x1))
      drawing.horizontals.append(PdfRule(position: fill.y1, from: fill.x0, to: fill.x1))
      drawing.verticals.append(PdfRule(position: fill.x0, from: fill.y0, to: fill.y1))
      drawing.verticals.append(PdfRule(position: fill.x1, from: fill.y0, to: fill.y1))
    }
    drawing.merge()
    return (drawing.horizontals, drawing.verticals)
  }

  /// Carries the columns' edges over a band without colour, where words stand in two of the columns and none crosses an edge:
  /// every second row of such a table is white.
  private func bridge(_ verticals: inout [PdfRule]) {
    var bridges: [PdfRule] = []
    let sorted = verticals.sorted { ($0.to, $0.position) < ($1.to, $1.position) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].to - sorted[start].to <= 1.2 { end += 1 }
      bridges += self.bridges(from: Array(sorted[start..<end]), verticals)
      start = end
    }
    var drawing = PageDrawing()
    drawing.verticals = verticals + bridges
    drawing.merge()
    verticals = drawing.verticals
  }

  /// The edges that end at one height, carried on to the nearest that begin below at the same places.
  private func bridges(from upper: [PdfRule], _ verticals: [PdfRule]) -> [PdfRule] {
    let top = upper[0].to
    let pairs = upper.compactMap { edge -> PdfRule? in
      let below = verticals.filter {
        abs($0.position - edge.position) <= 1.2 && $0.from > top && $0.from - top < 12 * em
      }
      return below.map(\.from).min().map { PdfRule(position: edge.position, from: top, to: $0) }
    }
    guard let bottom = pairs.map(\.to).min() else { return [] }
    let level = pairs.filter { $0.to - bottom <= 1.2 }
    let xs = level.map(\.position).sorted()
    guard xs.count >= 3 else { return [] }
    let between = words.filter {
      $0.box.middleY > top && $0.box.middleY < bottom && $0.box.x1 > xs[0] && $0.box.x0 < xs[xs.count - 1]
    }
    let columns = Set(between.map { word in xs.count { $0 < word.box.middleX } })
    let isCrossed = between.contains { word in
      xs.contains { word.box.x0 + 0.3 * em < $0 && $0 < word.box.x1 - 0.3 * em }
    }
    return columns.count >= 2 && !isCrossed ? level : []
  }

  /// Carries borders into rows without colour beside coloured merged cells, where no word stands across.
  private func carry(_ grid: inout BorderGrid, past fills: [PageBox]) {
    guard grid.xs.count * grid.ys.count < RuledTables.ruleLimit else { return }
    for row in 0..<grid.rowCount {
      let middle = (grid.ys[row] + grid.ys[row + 1]) / 2
      for x in grid.xs.indices.dropFirst().dropLast() where !grid.parts[x][row] {
        let isBeside = row > 0 && grid.parts[x][row - 1] || row + 1 < grid.rowCount && grid.parts[x][row + 1]
        let isColored = fills.contains {
          $0.x0 + 2 < grid.xs[x] && grid.xs[x] < $0.x1 - 2 && $0.y0 < middle && middle < $0.y1
        }
        let isCrossed = words.contains { word in
          word.box.middleY > grid.ys[row] && word.box.middleY < grid.ys[row + 1]
            && word.box.x0 + 0.3 * em < grid.xs[x] && grid.xs[x] < word.box.x1 - 0.3 * em
        }
        if isBeside, !isColored, !isCrossed { grid.parts[x][row] = true }
      }
    }
  }
}
