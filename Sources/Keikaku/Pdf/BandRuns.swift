/// The tables among the bands of a family of horizontal rules: the rule that closes one is not paired with the rule that opens
/// the next, where headings, prose or lists stand between them.
struct BandRuns {
  /// For each table its bands from above to below.
  private(set) var runs: [[RuledBand]] = []

  private let em: Double
  private let rowSize: Double
  private let parting: BandParting
  private let rules: [Double]
  private let left: Double
  /// So many lines tell the columns of the next one.
  private static let shown = 5
  /// Lists are not indented farther, in letters.
  private static let indent = 4.0
  /// So many lines above the first rule may be an open header; so many below the last one are looked at for rows.
  private static let reach = (above: 6, below: 60)

  /// - Parameters:
  ///   - rules: the positions of the family's rules, ascending.
  ///   - lines: those of the page as wide as the rules, from above to below.
  ///   - above: what ends at the first rule, if that is known.
  init(
    rules: [Double], lines: [PrintedLine], left: Double, above: RuledBand? = nil, judge: TableJudge, em: Double
  ) {
    self.em = em
    self.rules = rules
    self.left = left
    let gapped = lines.filter { $0.showsColumns(em: em) }
    rowSize = LetterSize.median(of: gapped.flatMap(\.words)) ?? em
    parting = BandParting(judge: judge, em: em, rowSize: rowSize, left: left)
    guard let first = rules.first, let last = rules.last else { return }
    let start = lines.firstPlace { $0.center > first }
    let end = lines.firstPlace { $0.center >= last }
    var bands = above.map { [$0] } ?? openHeader(Array(lines[..<start].suffix(Self.reach.above)), to: first)
    var place = start
    for (upper, lower) in zip(rules, rules.dropFirst()) {
      let next = place + lines[place..<max(place, end)].prefix { $0.center < lower }.count
      bands += parting.parts(of: Array(lines[place..<next]), from: upper, to: lower)
      place = next
    }
    bands = judged(bands)
    collect(bands)
    closeOpenEnd(Array(lines[place...].prefix(Self.reach.below)), from: last)
    runs.removeAll { run in run.count { $0.kind != .blank } < 2 || !run.contains { $0.kind == .rows } }
  }

  /// The header that stands right above the first rule, where that rule is below it.
  private func openHeader(_ lines: [PrintedLine], to rule: Double) -> [RuledBand] {
    parting.header(above: rule, lines).map { [$0] } ?? []
  }

  /// The rows below the last rule: those of a header that ends there, or the last one of a table that is open above too.
  private mutating func closeOpenEnd(_ lines: [PrintedLine], from rule: Double) {
    guard let run = runs.last, let last = run.last, last.bottom == rule, let first = lines.first,
      first.center - rule < 2 * em
    else { return }
    let isOpenAbove = run[0].kind == .header && !rules.contains(run[0].top)
    guard last.kind == .header || isOpenAbove || rules.count == 1 else { return }
    let kept = Array(lines.prefix(linesInColumns(lines, of: last.lines)))
    guard var rows = parting.parts(of: kept, from: rule, to: rule).first, let end = rows.lines.last else { return }
    guard rows.kind == .rows || rules.count == 1 && isStaggered(kept) else { return }
    rows.kind = .rows
    rows.bottom = end.center + 0.8 * em
    runs[runs.count - 1].append(rows)
  }

  /// How many lines stand near enough to each other to be rows, and in the columns that the ones above show.
  private func linesInColumns(_ lines: [PrintedLine], of above: [PrintedLine]) -> Int {
    var shown = above.filter { $0.showsColumns(em: em) }
    var kept = 0
    for (index, line) in lines.enumerated() {
      if index > 0, line.center - lines[index - 1].center >= 3.2 * em { break }
      // A line without gaps stands across the columns where a group of rows begins, and below the last row.
      let isGapped = line.showsColumns(em: em)
      let columns = shown.map { $0.pieces(em: em).count }.max() ?? 0
      let keeps = Gutters(of: shown + [line], em: em).count >= columns - 1
      if isGapped, !keeps { break }
      if isGapped || keeps { kept = index + 1 }
      if keeps { shown = shown.suffix(Self.shown) + [line] }
    }
    return kept
  }

  /// The lines are cells of one row, half-way beside each other.
  private func isStaggered(_ lines: [PrintedLine]) -> Bool {
    let distances = zip(lines, lines.dropFirst()).map { $1.center - $0.center }
    return distances.contains { $0 < 0.9 * em } && distances.allSatisfy { $0 < 1.3 * em }
  }

  /// Tells which lines without gaps are text between tables.
  private func judged(_ bands: [RuledBand]) -> [RuledBand] {
    var bands = bands
    let rows = bands.filter { $0.kind == .rows || $0.kind == .header }.compactMap(\.space).sorted()
    let usual = rows.isEmpty ? em : rows[rows.count / 2]
    var start = 0
    while start < bands.count {
      guard bands[start].kind == .lone || bands[start].kind == .blank else {
        start += 1
        continue
      }
      let end = bands[start...].firstIndex { $0.kind != .lone && $0.kind != .blank } ?? bands.count
      for index in foreign(among: bands, start..<end, usual: usual) { bands[index].kind = .foreign }
      start = end
    }
    return bands
  }

  /// Those of some bands without columns that are no rows: text from the first to the last one that looks so, labels beside
  /// these, and what stands right above the header of the next table.
  private func foreign(among bands: [RuledBand], _ range: Range<Int>, usual: Double) -> Range<Int> {
    var texts = range.filter { looksForeign(bands[$0], usual: usual) }
    let isBelowRows = range.lowerBound > 0 && bands[range.lowerBound - 1].kind != .foreign
    let isBelowHeader = isBelowRows && bands[range.lowerBound - 1].kind == .header
    let lone = range.filter { bands[$0].kind == .lone }
    if range.upperBound < bands.count, bands[range.upperBound].kind == .header, !isBelowHeader, let last = lone.last,
      isText(bands[last]) || isBelowRows && bands[last].lines.count == 1
    {
      texts.append(last)
    }
    guard var first = texts.min(), let last = texts.max() else { return range.lowerBound..<range.lowerBound }
    while first > range.lowerBound, !isBelowRows || isText(bands[first - 1]) { first -= 1 }
    return first..<last + 1
  }

  /// Its lines begin at the left of the table and follow each other: text, or the name of a row. Narrow gaps part the cells
  /// of a row that is full, whose lines may stand half-way beside each other; a cell of an inner column stands alone in its
  /// row.
  private func isText(_ band: RuledBand) -> Bool {
    guard let first = band.lines.first, first.box.x0 < left + 2 * em || ParagraphJoining.beginsItem(first),
      band.lines.allSatisfy({ $0.box.x0 < left + Self.indent * em })
    else { return false }
    let parted = band.lines.count { !isLarge($0) && $0.segments(gap: Gutters.width * em).count > 1 }
    return (parted <= 1 || parted * 4 <= band.lines.count)
      && !zip(band.lines, band.lines.dropFirst()).contains { $1.center - $0.center < 0.9 * em }
  }

  private func isLarge(_ line: PrintedLine) -> Bool { (line.em ?? em) > 1.1 * rowSize }

  /// A heading, prose or a list: set larger, or with more space around or between its lines than a row has.
  private func looksForeign(_ band: RuledBand, usual: Double) -> Bool {
    guard let space = band.space else { return band.height > 1.2 * em }
    if space > 1.8 * usual + 0.5 * em { return true }
    guard isText(band) else { return false }
    if band.leansDown(em: em) || band.lines.contains(where: isLarge) { return true }
    guard band.lines.count > 1 else { return false }
    return band.lines.count > 3 || band.lines.dropFirst().contains(where: ParagraphJoining.beginsItem)
      || zip(band.lines, band.lines.dropFirst()).contains { $1.center - $0.center > 1.9 * em }
  }

  /// The bands are more than the upper tiers of a header.
  private func holdsTable(_ run: [RuledBand]) -> Bool {
    let rows = run.filter { $0.kind == .rows }
    return rows.count > 1 || !rows.isEmpty && run.contains { $0.kind == .header }
      || rows.contains { $0.lines.contains { $0.pieces(em: em).contains(where: TableJudge.isFigure) } }
  }

  private mutating func collect(_ bands: [RuledBand]) {
    var run: [RuledBand] = []
    for band in bands {
      let beginsTable = band.kind == .header && holdsTable(run)
      if band.kind == .foreign || beginsTable {
        runs.append(run)
        run = []
      }
      if band.kind != .foreign { run.append(band) }
    }
    runs.append(run)
    runs.removeAll(where: \.isEmpty)
  }
}
