/// Adds to a grid of coloured cells the white rows above and below it: the body below a coloured header, the last row of
/// coloured stripes, the header above their first one.
struct FilledExtension {
  private let grid: BorderGrid
  private let fills: [PageBox]
  /// White rows stand between the coloured ones.
  private let isStriped: Bool
  private let horizontals: [PdfRule]
  private let judge: TableJudge
  private let em: Double
  /// No table goes on farther below its coloured cells, in letters.
  private static let reach = 100.0
  private static let headReach = 6.0

  /// - Parameters:
  ///   - fills: all coloured areas; other ones end the table.
  ///   - horizontals: the rules that no table took.
  init(of grid: BorderGrid, fills: [PageBox], horizontals: [PdfRule], judge: TableJudge, em: Double) {
    self.grid = grid
    self.fills = fills.filter { $0.y1 < grid.ys[0] + 2 || $0.y0 > grid.ys[grid.ys.count - 1] - 2 }
    isStriped = zip(grid.ys, grid.ys.dropFirst()).contains { upper, lower in
      !fills.contains { $0.y0 < (upper + lower) / 2 && (upper + lower) / 2 < $0.y1 }
    }
    self.horizontals = horizontals
    self.judge = judge
    self.em = em
  }

  func grid(with words: [PdfWord]) -> BorderGrid {
    let top = grid.ys[0]
    let bottom = grid.ys[grid.ys.count - 1]
    let near = words.filter {
      $0.box.x1 > grid.box.x0 && $0.box.x0 < grid.box.x1 && $0.box.middleY > top - Self.headReach * em
        && $0.box.middleY < bottom + Self.reach * em
    }
    let lines = PrintedLine.lines(of: near, em: em)
    var above = lines.filter { $0.center < top }
    let inside = lines.filter { $0.center > top && $0.center < bottom }
    if let fill = fills.map(\.y1).filter({ $0 < top + 2 }).max() { above.removeAll { $0.center < fill } }
    let size = LetterSize.median(of: inside.flatMap(\.words)) ?? em
    let parting = BandParting(judge: judge, em: em, rowSize: size, left: grid.box.x0)
    let header = parting.header(above: top, above).flatMap { keeps($0) ? $0 : nil }
    let whole = RuledBand(kind: isHeader(inside) ? .header : .rows, top: top, bottom: bottom, lines: inside)
    let ends = rowEnds(below: whole, lines.filter { $0.center > bottom })
    return grid.adding(rowsTo: ends, above: header?.top)
  }

  /// The coloured rows are names of columns, no stripe of a table whose white rows stand beside them.
  private func isHeader(_ lines: [PrintedLine]) -> Bool {
    !isStriped && lines.contains { judge.isHeaderOnly($0, em: em) }
      && !lines.contains { $0.pieces(em: em).contains(where: TableJudge.isFigure) }
  }

  /// Where the rows below the coloured ones end.
  private func rowEnds(below whole: RuledBand, _ lines: [PrintedLine]) -> [Double] {
    let end = fills.map(\.y0).filter { $0 > whole.bottom - 2 }.min() ?? .infinity
    let lines = Array(lines.prefix { $0.center < end })
    let rules = horizontals.filter { rule in
      rule.position > whole.bottom + 2 && rule.position < min(end + 2, whole.bottom + Self.reach * em)
        && rule.from >= grid.box.x0 - 4 && rule.to <= grid.box.x1 + 4
    }
    let runs = BandRuns(
      rules: BorderGrid.clusters([whole.bottom] + rules.map(\.position)), lines: lines, left: grid.box.x0, above: whole,
      judge: judge, em: em)
    guard let run = runs.runs.first, run[0].top == whole.top else { return [] }
    let bands = Array(run.dropFirst().prefix(while: keeps))
    // Below the last coloured stripe stands one white row.
    let isOneRow = whole.kind == .rows && rules.isEmpty
    let dividers = isOneRow ? [] : BandRows(em: em).dividers(of: bands, xs: grid.xs)
    return (bands.map(\.bottom) + dividers).sorted()
  }

  /// No word of its lines with columns crosses a border of the grid.
  private func keeps(_ band: RuledBand) -> Bool {
    !band.lines.contains { line in
      line.showsColumns(em: em)
        && line.words.contains { word in
          word.box.x1 > grid.box.x1 + em || word.box.x0 < grid.box.x0 - em
            || grid.xs.contains { word.box.x0 + 0.3 * em < $0 && $0 < word.box.x1 - 0.3 * em }
        }
    }
  }
}

extension BorderGrid {
  /// With rows below that end at the given places, and one above from `top` on; all columns are parted in them.
  fileprivate func adding(rowsTo ends: [Double], above top: Double?) -> BorderGrid {
    let head = top.map { [$0] } ?? []
    guard !(ends + head).isEmpty else { return self }
    var larger = BorderGrid(xs: xs, ys: head + ys + ends)
    let before = Array(repeating: true, count: head.count)
    for x in xs.indices { larger.parts[x] = before + parts[x] + Array(repeating: true, count: ends.count) }
    let row = Array(repeating: true, count: columnCount)
    larger.divides = head.map { _ in row } + divides + ends.map { _ in row }
    if !head.isEmpty { larger.divides[1] = row }
    if !ends.isEmpty { larger.divides[head.count + ys.count - 1] = row }
    return larger
  }
}
