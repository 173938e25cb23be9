/// Finds the tables that have horizontal rules alone: each band between two rules is a row, the columns are told by gutters.
struct BandTables {
  var tables: [PageTable] = []
  var words: [PdfWord]

  private let em: Double

  init(horizontals: [PdfRule], words: [PdfWord], judge: TableJudge, em: Double) {
    self.words = words
    self.em = em
    guard horizontals.count <= RuledTables.ruleLimit else { return }
    for family in Self.families(horizontals, em: em) {
      let narrow = narrowTables(in: family, judge)
      for rules in narrow { read(rules, judge) }
      let taken = Set(narrow.joined())
      read(family.filter { !taken.contains($0) }, judge)
    }
  }

  private mutating func read(_ family: [PdfRule], _ judge: TableJudge) {
    let (runs, count) = runs(of: family, judge)
    for run in runs {
      // One rule or two may underline anything but a header.
      guard count >= 3 || run.contains(where: { $0.kind == .header }) else { continue }
      guard let grid = grid(of: run, family),
        let found = GridFilling.table(grid, form: .bands, words: self.words, em: em)
      else { continue }
      tables.append(found.table)
      self.words = found.rest
    }
  }

  private func runs(of family: [PdfRule], _ judge: TableJudge) -> (runs: [[RuledBand]], rules: Int) {
    let rules = BorderGrid.clusters(family.map(\.position))
    let left = family.map(\.from).min() ?? 0
    let runs = BandRuns(rules: rules, lines: lines(asWideAs: family), left: left, judge: judge, em: em)
    return (runs.runs, rules.count)
  }

  /// The rules of tables that stand beside text, or beside each other, below a heading whose rule is as wide as both: a header
  /// between them, and none on its height beside them. Where merged cells are left out, the header reaches over these.
  private func narrowTables(in family: [PdfRule], _ judge: TableJudge) -> [[PdfRule]] {
    guard let widest = family.map(\.length).max() else { return [] }
    var headed: [(rules: [PdfRule], headers: [RuledBand])] = []
    var waiting = family.filter { $0.length < 0.75 * widest }
    var tried = 0
    while let first = waiting.first, tried < Self.narrowLimit {
      let alike = waiting.filter { abs($0.from - first.from) <= 4 && abs($0.to - first.to) <= 4 }
      waiting.removeAll { abs($0.from - first.from) <= 4 && abs($0.to - first.to) <= 4 }
      guard alike.count >= 2 else { continue }
      tried += 1
      let headers = runs(of: alike, judge).runs.compactMap { run in run.first { $0.kind == .header } }
      if !headers.isEmpty { headed.append((alike, headers)) }
    }
    guard !headed.isEmpty else { return [] }
    let extents = headed.map { $0.rules[0] }
    let beside = words.filter { word in !extents.contains { $0.from < word.box.middleX && word.box.middleX < $0.to } }
    return headed.filter { $0.headers.allSatisfy { !holdsHeader(beside, level: $0, judge) } }.map(\.rules)
  }

  private func holdsHeader(_ words: [PdfWord], level header: RuledBand, _ judge: TableJudge) -> Bool {
    let level = words.filter { $0.box.middleY > header.top - em && $0.box.middleY < header.bottom + em }
    return PrintedLine.lines(of: level, em: em).contains { line in
      line.pieces(em: em).contains { judge.isHeaderWord(PageTable.Cell(lines: [$0])) }
    }
  }

  /// No page has rules of more widths, nor tables beside text of more.
  private static let familyLimit = 60
  private static let narrowLimit = 12
  /// On a page of more rules those that stand alone are not looked at.
  private static let loneRules = 100

  /// Rules of one extent, and shorter ones among them that leave out the merged cells.
  private static func families(_ rules: [PdfRule], em: Double) -> [[PdfRule]] {
    let least = rules.count > loneRules ? 3 : 1
    var waiting = rules.sorted { ($0.length, -$0.position) > ($1.length, -$1.position) }
    var families: [[PdfRule]] = []
    while let widest = waiting.first, families.count < familyLimit {
      let inside = waiting.filter { $0.from >= widest.from - 4 && $0.to <= widest.to + 4 }
      waiting.removeAll { $0.from >= widest.from - 4 && $0.to <= widest.to + 4 }
      if inside.count(where: { $0.length >= widest.length - 8 }) >= least, widest.length > 10 * em {
        families.append(inside.sorted { $0.position < $1.position })
      }
    }
    return families
  }

  private func lines(asWideAs family: [PdfRule]) -> [PrintedLine] {
    let left = family.map(\.from).min() ?? 0
    let right = family.map(\.to).max() ?? 0
    let inside = words.filter { $0.box.middleX > left && $0.box.middleX < right }
    return PrintedLine.lines(of: inside, em: em)
  }

  private func grid(of run: [RuledBand], _ family: [PdfRule]) -> BorderGrid? {
    let lines = run.flatMap(\.lines)
    var ys = BorderGrid.clusters(run.flatMap { [$0.top, $0.bottom] })
    let rules = family.filter { $0.position > ys[0] - 2 && $0.position < ys[ys.count - 1] + 2 }
    let merging = HeadMerging(lines: lines, rules: rules, em: em)
    let parted = merging.linesWithoutUpperLabels
    let gutters = gutters(of: parted, bands: ys)
    guard !gutters.isEmpty, lines.count(where: { $0.showsColumns(em: em) }) >= 2 else {
      return nil
    }
    let left = (rules.map(\.from) + lines.map(\.box.x0)).min() ?? 0
    let right = (rules.map(\.to) + lines.map(\.box.x1)).max() ?? left
    let xs = [left] + gutters.borders(beside: parted) + [right]
    // Between parts of a band and between the rows of one no rule is drawn.
    let open =
      ys.filter { y in !rules.contains { abs($0.position - y) <= 3.2 } } + BandRows(em: em).dividers(of: run, xs: xs)
    ys = Array(Set(ys + open)).sorted()
    var grid = BorderGrid(xs: xs, ys: ys)
    for rule in rules { grid.markHorizontal(rule) }
    for y in open { grid.markHorizontal(PdfRule(position: y, from: left, to: right)) }
    for x in xs.indices { grid.markVertical(PdfRule(position: xs[x], from: ys[0], to: ys[ys.count - 1])) }
    join(&grid, lines)
    merging.merge(&grid)
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
}
