/// Finds the tables that nothing but blank space makes: lines that leave the same strips free.
struct GutterTables {
  var tables: [PageTable] = []
  var columns: [ProseColumns] = []
  /// The lines that are no part of a table.
  var lines: [PrintedLine] = []

  let em: Double
  private let judge: TableJudge
  private let frames: [PageBox]
  /// For each line whether it has gaps as a row of a table has: asked again and again for the same lines.
  private let gapped: [Bool]
  /// A gap this wide makes a line begin a table, in letters.
  static let gap = 1.3
  /// No table without rules has more lines on a page.
  private static let lineLimit = 200
  /// A body begins at most so many lines below its first head.
  private static let headLimit = 12

  /// - Parameter frames: boxes on the page, by which diagrams are told.
  init(lines: [PrintedLine], frames: [PageBox] = [], judge: TableJudge, em: Double) {
    self.em = em
    self.frames = frames
    self.judge = judge
    gapped = lines.map { Self.isGapped($0, em: em) }
    var index = 0
    while index < lines.count {
      if let region = region(lines, from: index) {
        if region.start > index {
          keep(GutterTables(lines: Array(lines[index..<region.start]), frames: frames, judge: judge, em: em))
        }
        read(region, of: lines)
        index = region.end
      } else {
        self.lines.append(lines[index])
        index += 1
      }
    }
    joinNeighbours()
  }

  /// Rows that leave columns empty, right above those that show them, are one table with them.
  private mutating func joinNeighbours() {
    var joined: [PageTable] = []
    for table in tables {
      let between = joined.last.map { $0.box.y1...max($0.box.y1, table.box.y0) }
      if let upper = joined.last, let between, between.upperBound - between.lowerBound < 1.4 * em,
        !lines.contains(where: { between.contains($0.center) }),
        let placed = OpenContinuation(wide: table, em: em).rows(above: upper)
      {
        var whole = table
        whole.rows = placed.rows + table.rows
        whole.box = upper.box.joined(with: table.box)
        joined[joined.count - 1] = whole
      } else {
        joined.append(table)
      }
    }
    tables = joined
  }

  /// Lines of a table: heads that may run across columns, then a body that leaves its gutters free.
  private struct Region {
    var start: Int
    var body: Int
    var end: Int
    var gutters: Gutters
  }

  /// Takes over what was found among lines above a table.
  private mutating func keep(_ above: GutterTables) {
    tables += above.tables
    columns += above.columns
    lines += above.lines
  }

  private mutating func read(_ region: Region, of lines: [PrintedLine]) {
    let inside = Array(lines[region.start..<region.end])
    // The heads of cards stand apart from what is below them.
    if let heads = self.lines.last, let headed = proseColumns([heads] + inside, region.gutters, areHeaded: true) {
      self.lines.removeLast()
      columns.append(headed)
      return
    }
    if let prose = proseColumns(inside, region.gutters) {
      columns.append(prose)
      return
    }
    let table = OpenTable(gutters: region.gutters, em: em).table(of: inside, heads: region.body - region.start)
      .joiningHeads()
    let isDiagram = inside.contains { $0.isDiagram(frames, em: em) }
    if !isDiagram, judge.accepts(table, lines: inside) { tables.append(table) } else { self.lines += inside }
  }

  /// The best table that begins at the line: up to three lines may be heads that stand across the columns of the rest, or
  /// two heads and the lines of a wrapped text between them.
  private func region(_ lines: [PrintedLine], from start: Int) -> Region? {
    guard gapped[start] || start + 1 < lines.count && isNear(lines, start + 1) else { return nil }
    let bodies = start..<min(start + Self.headLimit, lines.count)
    guard gapped[bodies].contains(true) else { return nil }
    var best: Region?
    for body in bodies {
      if body >= start + 4, gapped[start..<body].count(where: { $0 }) > 2 { break }
      if body > start, !isNear(lines, body) { break }
      guard gapped[body] else { continue }
      let least = body > start && judge.isHeader(lines[body - 1], em: em) ? 1 : 2
      guard let grown = grow(lines, from: body, least: least) else { continue }
      let isBetter = best.map { grown.gutters.count > $0.gutters.count && grown.end >= $0.end } ?? true
      if isBetter { best = headed(grown, lines, from: start, body: body) }
    }
    guard let best, best.start == start || gapped[start] else { return nil }
    return best
  }

  /// The lines above a body that belong to it: cells set half-way beside or wrapped into the first row, then heads that
  /// stand over its columns.
  private func headed(_ grown: (end: Int, gutters: Gutters), _ lines: [PrintedLine], from start: Int, body: Int)
    -> Region
  {
    var region = Region(start: body, body: body, end: grown.end, gutters: grown.gutters)
    while region.start > start,
      isBeside(lines[region.start - 1], lines[region.start], grown.gutters)
        || isFirstOfTwo(lines, above: region.start, grown.gutters)
    {
      region.start -= 1
    }
    region.body = region.start
    while region.start > start, isHead(lines[region.start - 1]) { region.start -= 1 }
    return region
  }

  /// Blank space parts the line, and it is not set larger as a title is, whose number stands apart: 基本目標2　安全なまち.
  private func isHead(_ line: PrintedLine) -> Bool {
    (line.em ?? em) <= 1.12 * em && line.segments(gap: Gutters.width * em).count >= 2
  }

  private func isBeside(_ line: PrintedLine, _ next: PrintedLine, _ gutters: Gutters) -> Bool {
    guard !gutters.middles.contains(where: { line.box.x0 < $0 && $0 < line.box.x1 }) else { return false }
    let distance = next.center - line.center
    return distance < 1.2 * em || distance < 1.5 * em && line.box.x0 > (gutters.middles.first ?? .infinity)
  }

  /// The line above and the one below are two lines of the same cells: what is set half-way between them stands beside both.
  private func isFirstOfTwo(_ lines: [PrintedLine], above index: Int, _ gutters: Gutters) -> Bool {
    guard index + 1 < lines.count else { return false }
    let (upper, middle, lower) = (lines[index - 1], lines[index], lines[index + 1])
    return abs(upper.center + lower.center - 2 * middle.center) <= 0.4 * em && lower.center - upper.center < 1.9 * em
      && !upper.words.contains { word in gutters.middles.contains { word.box.x0 < $0 && $0 < word.box.x1 } }
  }

  private static func isGapped(_ line: PrintedLine, em: Double) -> Bool {
    guard !line.isDownward, !line.hasLeader else { return false }
    let segments = line.pieces(em: em)
    return segments.count > 2 || segments.count == 2 && segments[0].letters > 2
      || segments.count == 2 && segments[1].box.x0 - segments[0].box.x1 > 3 * em
  }

  /// A line is as near to the one above it as rows are; rows set wide apart begin alike.
  private func isNear(_ lines: [PrintedLine], _ index: Int) -> Bool {
    let distance = lines[index].center - lines[index - 1].center
    if distance < 3.2 * em { return true }
    guard distance < 4.5 * em, gapped[index - 1], gapped[index] else { return false }
    let starts = lines[index - 1...index].map { $0.segments(gap: Gutters.width * em).map(\.box.x0) }
    return starts[0].count == starts[1].count && zip(starts[0], starts[1]).allSatisfy { abs($0 - $1) < 0.3 * em }
  }

  /// Lines that show columns: those with a gap, and those half a line below another that stands beside them, as a value is
  /// set in the middle of a name of two lines.
  private func columnLines(_ lines: ArraySlice<PrintedLine>) -> Int {
    gapped[lines.indices].count { $0 }
      + lines.indices.dropFirst().count { index in
        !gapped[index - 1] && !gapped[index] && lines[index].center - lines[index - 1].center < 0.9 * em
          && lines[index].distance(beside: lines[index - 1]) >= Self.gap * em
      }
  }

  /// Takes lines below while a gutter survives; at least `least` of them with gaps.
  private func grow(_ lines: [PrintedLine], from start: Int, least: Int) -> (end: Int, gutters: Gutters)? {
    var gutters = Gutters(of: lines[start], em: em)
    var end = start + 1
    var count = gutters.settled([lines[start]]).count
    while end < lines.count, end - start < Self.lineLimit, isNear(lines, end), !lines[end].hasLeader {
      let narrowed = gutters.narrowed(by: lines[end], em: em)
      let left = narrowed.settled(Array(lines[start...end])).count
      if left < count, !isNamed(lines[end], by: lines[start], left: left),
        left == 0 || !mayWiden(lines[start..<end], lines[end], left: left, of: count)
      {
        break
      }
      if isOutdented(lines[start..<end], lines[end]) { break }
      if standsApart(lines, start: start, at: end), left < count || beginsAnew(lines, at: end, than: left) { break }
      gutters = narrowed
      count = left
      end += 1
    }
    while end > start + 1, !gapped[end - 1], cutsOff(lines[start..<end], gutters) { end -= 1 }
    guard columnLines(lines[start..<end]) >= least else { return nil }
    return (end, gutters.settled(Array(lines[start..<end])))
  }

  /// The line is clearly farther below than any line of the table is from the one above it.
  private func standsApart(_ lines: [PrintedLine], start: Int, at end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    let distances = (start + 1..<end).map { lines[$0].center - lines[$0 - 1].center }
    let distance = lines[end].center - lines[end - 1].center
    return distance > 2.2 * em && distance > 1.4 * (distances.max() ?? 0)
  }

  /// The next line is a header, or the next ones by themselves have more columns than with the table above.
  private func beginsAnew(_ lines: [PrintedLine], at start: Int, than count: Int) -> Bool {
    (start..<min(start + 4, lines.count)).contains { body in
      guard gapped[body] else { return false }
      return body < start + 2 && judge.isHeader(lines[body], em: em)
        || Gutters(of: Array(lines[body..<min(body + 3, lines.count)]), em: em).count > count
    }
  }

  /// A line takes gutters away: only one with gaps of its own may, and not most of them.
  private func mayWiden(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine, left: Int, of count: Int) -> Bool {
    let isEarly = gapped[lines.indices].count { $0 } < 2
    return line.segments(gap: Gutters.width * em).count > 1 && (isEarly || left * 2 > count)
  }

  /// The line has a cell for each of the header's names, and the gutters left part them: a name centred over figures set to
  /// the left is parted from a narrow one, 34人, and not from a wide one.
  private func isNamed(_ line: PrintedLine, by header: PrintedLine, left: Int) -> Bool {
    let cells = line.pieces(em: em).count
    return cells > 2 && cells == left + 1 && cells == header.pieces(em: em).count && judge.isHeaderOnly(header, em: em)
  }

  /// A line without gaps that begins left of the table, below a table that had its lines: the next heading.
  private func isOutdented(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine) -> Bool {
    // Above the names of the first row a header may leave their column empty.
    guard lines.count > 1 else { return false }
    let left = lines.map(\.box.x0).min() ?? 0
    return line.box.x0 < left - 0.3 * em && line.segments(gap: Gutters.width * em).count == 1
      && line.center - (lines.last?.center ?? 0) > 1.2 * em
  }

  /// The last line stands in one column, far below the line before it.
  private func cutsOff(_ lines: ArraySlice<PrintedLine>, _ gutters: Gutters) -> Bool {
    guard let last = lines.last, let before = lines.dropLast().last else { return false }
    let first = gutters.middles.count { $0 < last.box.x0 }
    return first == gutters.middles.count { $0 < last.box.x1 } && last.center - before.center > 1.9 * em
  }
}
