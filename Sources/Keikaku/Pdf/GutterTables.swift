/// Finds the tables that nothing but blank space makes: lines that leave the same strips free.
struct GutterTables {
  /// Lines that stand side by side as columns of prose: to be read one column after the other.
  struct ProseColumns: Sendable {
    var box: PageBox
    var columns: [[PrintedLine]]

    /// The columns that some lines of the page come to; there is at least one line.
    init(_ columns: [[PrintedLine]], of lines: [PrintedLine]) {
      box = lines.dropFirst().reduce(lines[0].box) { $0.joined(with: $1.box) }
      self.columns = columns
    }
  }

  var tables: [PageTable] = []
  var columns: [ProseColumns] = []
  /// The lines that are no part of a table.
  var lines: [PrintedLine] = []

  private let em: Double
  private let judge: TableJudge
  /// A gap this wide makes a line begin a table, in letters.
  static let gap = 1.3
  /// No table without rules has more lines on a page.
  private static let lineLimit = 200
  /// A body begins at most so many lines below its first head.
  private static let headLimit = 12

  init(lines: [PrintedLine], judge: TableJudge, em: Double) {
    self.em = em
    self.judge = judge
    var index = 0
    while index < lines.count {
      if let region = region(lines, from: index) {
        if region.start > index { keep(GutterTables(lines: Array(lines[index..<region.start]), judge: judge, em: em)) }
        read(region, of: lines)
        index = region.end
      } else {
        self.lines.append(lines[index])
        index += 1
      }
    }
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
    if let prose = proseColumns(inside, region.gutters) {
      self.columns.append(prose)
      return
    }
    let table = table(of: inside, heads: region.body - region.start, gutters: region.gutters)
    if judge.accepts(table, lines: inside) { tables.append(table) } else { self.lines += inside }
  }

  /// The best table that begins at the line: up to three lines may be heads that stand across the columns of the rest, or
  /// two heads and the lines of a wrapped text between them.
  private func region(_ lines: [PrintedLine], from start: Int) -> Region? {
    guard isGapped(lines[start]) || start + 1 < lines.count && isNear(lines[start], lines[start + 1]) else {
      return nil
    }
    var best: Region?
    for body in start..<min(start + Self.headLimit, lines.count) {
      if body >= start + 4, lines[start..<body].count(where: isGapped) > 2 { break }
      if body > start, !isNear(lines[body - 1], lines[body]) { break }
      let least = body > start && judge.isHeader(lines[body - 1], em: em) ? 1 : 2
      guard isGapped(lines[body]), let grown = grow(lines, from: body, least: least) else { continue }
      let isBetter = best.map { grown.gutters.count > $0.gutters.count && grown.end >= $0.end } ?? true
      if isBetter { best = headed(grown, lines, from: start, body: body) }
    }
    guard let best, best.start == start || isGapped(lines[start]) else { return nil }
    return best
  }

  /// The lines above a body that belong to it: cells set half-way beside or wrapped into the first row, then heads that
  /// stand over its columns.
  private func headed(_ grown: (end: Int, gutters: Gutters), _ lines: [PrintedLine], from start: Int, body: Int)
    -> Region
  {
    var region = Region(start: body, body: body, end: grown.end, gutters: grown.gutters)
    while region.start > start, isBeside(lines[region.start - 1], lines[region.start], grown.gutters) {
      region.start -= 1
    }
    region.body = region.start
    while region.start > start, lines[region.start - 1].segments(gap: Gutters.width * em).count >= 2 {
      region.start -= 1
    }
    return region
  }

  private func isBeside(_ line: PrintedLine, _ next: PrintedLine, _ gutters: Gutters) -> Bool {
    guard !gutters.middles.contains(where: { line.box.x0 < $0 && $0 < line.box.x1 }) else { return false }
    let distance = next.center - line.center
    return distance < 1.2 * em || distance < 1.5 * em && line.box.x0 > (gutters.middles.first ?? .infinity)
  }

  private func isGapped(_ line: PrintedLine) -> Bool {
    guard !line.isDownward, !line.hasLeader else { return false }
    let segments = line.segments(gap: Self.gap * em)
    return segments.count > 2 || segments.count == 2 && segments[0].letters > 2
      || segments.count == 2 && segments[1].box.x0 - segments[0].box.x1 > 3 * em
  }

  private func isNear(_ upper: PrintedLine, _ lower: PrintedLine) -> Bool { lower.center - upper.center < 3.2 * em }

  /// Takes lines below while a gutter survives; at least `least` of them with gaps.
  private func grow(_ lines: [PrintedLine], from start: Int, least: Int) -> (end: Int, gutters: Gutters)? {
    var gutters = Gutters(of: lines[start], em: em)
    var end = start + 1
    var count = gutters.settled([lines[start]]).count
    while end < lines.count, end - start < Self.lineLimit, isNear(lines[end - 1], lines[end]), !lines[end].hasLeader {
      let narrowed = gutters.narrowed(by: lines[end], em: em)
      let left = narrowed.settled(Array(lines[start...end])).count
      if left == 0 || left < count && !mayWiden(lines[start..<end], lines[end], left: left, of: count) { break }
      if isOutdented(lines[start..<end], lines[end]) { break }
      if standsApart(lines, start: start, at: end), left < count || beginsAnew(lines, at: end, than: left) { break }
      gutters = narrowed
      count = left
      end += 1
    }
    while end > start + 1, !isGapped(lines[end - 1]), cutsOff(lines[start..<end], gutters) { end -= 1 }
    guard lines[start..<end].count(where: isGapped) >= least else { return nil }
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
      guard isGapped(lines[body]) else { return false }
      return body < start + 2 && judge.isHeader(lines[body], em: em)
        || Gutters(of: Array(lines[body..<min(body + 3, lines.count)]), em: em).count > count
    }
  }

  /// A line takes gutters away: only one with gaps of its own may, and not most of them.
  private func mayWiden(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine, left: Int, of count: Int) -> Bool {
    let isEarly = lines.count(where: isGapped) < 2
    return line.segments(gap: Gutters.width * em).count > 1 && (isEarly || left * 2 > count)
  }

  /// A line without gaps that begins left of the table, below a table that had its lines: the next heading.
  private func isOutdented(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine) -> Bool {
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

  private func table(of lines: [PrintedLine], heads: Int, gutters: Gutters) -> PageTable {
    let box = lines.dropFirst().reduce(lines[0].box) { $0.joined(with: $1.box) }
    let borders = [box.x0] + gutters.middles + [box.x1]
    var rows = lines.prefix(heads).map { head($0, borders) }
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

  /// A head's cells: each piece covers the columns that it touches.
  private func head(_ line: PrintedLine, _ borders: [Double]) -> [PageTable.Cell] {
    var cells = (0..<borders.count - 1).map { _ in PageTable.Cell() }
    for segment in line.segments(gap: Gutters.width * em) {
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

  /// Two or three columns whose lines are long and nearly all full are a page set in columns.
  private func proseColumns(_ lines: [PrintedLine], _ gutters: Gutters) -> ProseColumns? {
    guard gutters.count <= 2, lines.count >= 6 else { return nil }
    let borders = [-Double.infinity] + gutters.middles + [.infinity]
    var columns: [[PrintedLine]] = []
    for column in borders.indices.dropLast() {
      let part = lines.compactMap { line in
        let words = line.words.filter { $0.box.middleX > borders[column] && $0.box.middleX < borders[column + 1] }
        return words.isEmpty ? nil : PrintedLine(words)
      }
      guard Self.isProse(part, em: em) else { return nil }
      columns.append(part)
    }
    return ProseColumns(columns, of: lines)
  }

  /// Long lines, nearly all of them full.
  static func isProse(_ lines: [PrintedLine], em: Double) -> Bool {
    guard lines.count >= 5, let right = lines.map(\.box.x1).max() else { return false }
    let full = lines.count { $0.box.x1 > right - 2 * em }
    let letters = lines.reduce(0) { $0 + $1.letters } / lines.count
    return letters >= 11 && full * 10 >= lines.count * 6
  }
}
