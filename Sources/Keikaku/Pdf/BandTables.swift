/// Finds the tables that have horizontal rules alone: each band between two rules is a row, the columns are told by gutters.
struct BandTables {
  var tables: [PageTable] = []
  var words: [PdfWord]

  private let em: Double

  init(horizontals: [PdfRule], words: [PdfWord], em: Double) {
    self.words = words
    self.em = em
    guard horizontals.count >= 3, horizontals.count <= RuledTables.ruleLimit else { return }
    for family in Self.families(horizontals) {
      for run in runs(of: family) {
        guard let grid = grid(of: run), let found = GridFilling.table(grid, form: .bands, words: self.words, em: em)
        else { continue }
        tables.append(found.table)
        self.words = found.rest
      }
    }
  }

  /// Rules of one extent, and shorter ones among them that leave out the merged cells.
  private static func families(_ rules: [PdfRule]) -> [[PdfRule]] {
    var waiting = rules.sorted { ($0.length, -$0.position) > ($1.length, -$1.position) }
    var families: [[PdfRule]] = []
    while let widest = waiting.first {
      let inside = waiting.filter { $0.from >= widest.from - 4 && $0.to <= widest.to + 4 }
      waiting.removeAll { $0.from >= widest.from - 4 && $0.to <= widest.to + 4 }
      if inside.count(where: { $0.length >= widest.length - 8 }) >= 3 {
        families.append(inside.sorted { $0.position < $1.position })
      }
    }
    return families
  }

  private func wordsInside(_ top: Double, _ bottom: Double, _ family: [PdfRule]) -> [PdfWord] {
    let left = family.map(\.from).min() ?? 0
    let right = family.map(\.to).max() ?? 0
    return words.filter {
      $0.box.middleY > top && $0.box.middleY < bottom && $0.box.middleX > left && $0.box.middleX < right
    }
  }

  /// Parts a family where what lies between two rules is no row: nothing at all, or a heading or prose with space around it.
  private func runs(of family: [PdfRule]) -> [[PdfRule]] {
    let bands = zip(family, family.dropFirst()).map { upper, lower in
      PrintedLine.lines(of: wordsInside(upper.position, lower.position, family), em: em)
    }
    let spaces = bands.indices.compactMap { space(of: bands[$0], family[$0], family[$0 + 1]) }.sorted()
    let usual = spaces.isEmpty ? em : spaces[spaces.count / 2]
    var runs: [[PdfRule]] = [[family[0]]]
    for index in bands.indices {
      let isGapped = bands[index].contains { $0.segments(gap: 1.3 * em).count >= 2 }
      let space = space(of: bands[index], family[index], family[index + 1])
      let height = family[index + 1].position - family[index].position
      let isOutside = space.map { !isGapped && $0 > 1.8 * usual + 0.5 * em } ?? (height > 1.2 * em)
      if isOutside { runs.append([family[index + 1]]) } else { runs[runs.count - 1].append(family[index + 1]) }
    }
    return runs.filter { $0.count >= 3 }
  }

  /// How much of a band's height is not covered by its lines; nil for an empty one.
  private func space(of lines: [PrintedLine], _ upper: PdfRule, _ lower: PdfRule) -> Double? {
    guard let top = lines.map(\.box.y0).min(), let bottom = lines.map(\.box.y1).max() else { return nil }
    return lower.position - upper.position - (bottom - top)
  }

  private func grid(of rules: [PdfRule]) -> BorderGrid? {
    var ys = BorderGrid.clusters(rules.map(\.position))
    let inside = wordsInside(ys[0], ys[ys.count - 1], rules)
    let lines = PrintedLine.lines(of: inside, em: em)
    let gutters = gutters(of: lines, bands: ys)
    guard !gutters.isEmpty, lines.count(where: { $0.segments(gap: 1.3 * em).count >= 2 }) >= 2 else { return nil }
    let left = rules.map(\.from).min() ?? 0
    let right = rules.map(\.to).max() ?? 0
    let xs =
      [min(left, lines.map(\.box.x0).min() ?? left)] + gutters.borders(beside: lines) + [
        max(right, lines.map(\.box.x1).max() ?? right)
      ]
    let rows = ys.count <= 4 ? dividers(of: lines, between: ys, xs: xs) : []
    ys = (ys + rows).sorted()
    var grid = BorderGrid(xs: xs, ys: ys)
    for rule in rules { grid.markHorizontal(rule) }
    for row in rows { grid.markHorizontal(PdfRule(position: row, from: left, to: right)) }
    for x in xs.indices { grid.markVertical(PdfRule(position: xs[x], from: ys[0], to: ys[ys.count - 1])) }
    join(&grid, lines)
    return grid
  }

  /// The gutters that most rows leave free: heads and a long text may stand across several columns.
  private func gutters(of lines: [PrintedLine], bands ys: [Double]) -> Gutters {
    let counts = lines.map { $0.segments(gap: Gutters.width * em).count }
    var best = Gutters(of: lines, em: em)
    for least in stride(from: 2, through: counts.max() ?? 0, by: 1) {
      // A band counts as a whole: its wrapped lines hold fewer columns than its first one.
      let rows = ys.indices.dropLast().filter { band in
        lines.indices.contains { lines[$0].center > ys[band] && lines[$0].center < ys[band + 1] && counts[$0] >= least }
      }
      let chosen = lines.filter { line in rows.contains { line.center > ys[$0] && line.center < ys[$0 + 1] } }
      let gutters = Gutters(of: chosen, with: lines, em: em)
      if rows.count >= 2 || ys.count == 3, gutters.count > best.count { best = gutters }
    }
    return best
  }

  /// Takes a column's border away where a heading stands across it. Words of which one ends where the column's others end, or
  /// begins where those of the next column begin, are two cells that lie close: 210 on the right of its cell, 中止 on the
  /// left of the next.
  private func join(_ grid: inout BorderGrid, _ lines: [PrintedLine]) {
    for line in lines {
      guard let row = grid.ys.indices.dropLast().last(where: { grid.ys[$0] <= line.center }) else { continue }
      for segment in line.segments(gap: Gutters.width * em) {
        for x in grid.xs.indices.dropFirst().dropLast()
        where grid.xs[x] > segment.box.x0 + 0.3 * em && grid.xs[x] < segment.box.x1 - 0.3 * em
          && !isParted(segment, at: grid.xs[x], among: lines)
        {
          grid.parts[x][row] = false
        }
      }
    }
  }

  private func isParted(_ segment: PrintedLine, at border: Double, among lines: [PrintedLine]) -> Bool {
    let place = segment.words.firstIndex { $0.box.middleX > border } ?? 0
    guard place > 0 else { return false }
    let end = segment.words[place - 1].box.x1
    let beginning = segment.words[place].box.x0
    return lines.contains { line in
      let segments = line.segments(gap: Gutters.width * em)
      guard let next = segments.firstIndex(where: { $0.box.x0 > border }), next > 0 else { return false }
      let isCell = segments[next - 1].box.x1 < border
      return isCell && min(abs(segments[next - 1].box.x1 - end), abs(segments[next].box.x0 - beginning)) < 0.1 * em
    }
  }

  /// A table with rules only around its head and below its body: the rows of the body are told by their lines.
  private func dividers(of lines: [PrintedLine], between ys: [Double], xs: [Double]) -> [Double] {
    var result: [Double] = []
    for band in ys.indices.dropLast() {
      let inside = lines.filter { $0.center > ys[band] && $0.center < ys[band + 1] }
      guard inside.count >= 3, inside.count(where: { $0.segments(gap: 1.3 * em).count >= 2 }) >= 3 else { continue }
      let rows = GutterRows(lines: inside, borders: xs, em: em).rows
      for (upper, lower) in zip(rows, rows.dropFirst()) { result.append((upper.bottom + lower.top) / 2) }
    }
    return result
  }
}
