/// Finds text that stands beside a drawn table, and the heads of both: 主な取組 with its list on the left, KPI with its table on
/// the right. Each block is read as a whole.
struct SideBlocks {
  struct Block {
    /// Where the table is among those of the page.
    var table: Int
    /// What is read before the table, the text on its left or the table's head, and what is read behind it.
    var before: [[PrintedLine]]
    var after: [[PrintedLine]]
    var top: Double
  }

  private(set) var blocks: [Block] = []
  /// The lines that stand in no block.
  private(set) var lines: [PrintedLine]

  private let em: Double
  /// Heads stand no higher above a table, in letters, and are no more lines.
  private static let headReach = 5.0
  private static let headLines = 4

  init(lines: [PrintedLine], tables: [PageBox], em: Double) {
    self.em = em
    self.lines = lines
    for table in tables.indices.sorted(by: { tables[$0].y0 < tables[$1].y0 }) {
      if let (block, range) = block(beside: tables[table], table) {
        blocks.append(block)
        self.lines.removeSubrange(range)
      }
    }
  }

  private func block(beside box: PageBox, _ table: Int) -> (Block, Range<Int>)? {
    let start = lines.firstPlace { $0.center > box.y0 }
    var end = lines[start...].firstIndex { $0.center > box.y1 } ?? lines.count
    let beside = lines[start..<end]
    guard beside.count >= 2 || beside.contains(where: ParagraphJoining.beginsItem),
      let left = beside.map(\.box.x0).min(), let right = beside.map(\.box.x1).max()
    else { return nil }
    let isLeft = right < box.x0
    let between = isLeft ? PageStrip(left: right, right: box.x0) : PageStrip(left: box.x1, right: left)
    guard between.isWide(em: em) else { return nil }
    let (first, strip) = headStart(above: start, box, between, isLeft: isLeft)
    while end < lines.count, goesOn(lines[end], behind: lines[end - 1], beside, strip, isLeft: isLeft) { end += 1 }
    let columns = [true, false].map { isLeft in
      lines[first..<end].compactMap { line in
        let words = line.words.filter { ($0.box.middleX < strip.middle) == isLeft }
        return words.isEmpty ? nil : PrintedLine(words)
      }
    }
    let block = Block(
      table: table, before: isLeft ? columns : [columns[0]], after: isLeft ? [] : [columns[1]],
      top: min(lines[first].box.y0, box.y0))
    return (block, first..<end)
  }

  /// The first of the lines above that hold a head of the table, on its side of the strip or on both, and the strip that
  /// they leave free.
  private func headStart(above start: Int, _ box: PageBox, _ strip: PageStrip, isLeft: Bool) -> (Int, PageStrip) {
    var found = (start, strip)
    var free = strip
    var index = start - 1
    while index >= max(0, start - Self.headLines), box.y0 - lines[index].center < Self.headReach * em,
      let narrowed = free.narrowed(by: lines[index], em: em)
    {
      free = narrowed
      let isOnLeft = lines[index].box.x0 < free.middle
      let isOnRight = lines[index].box.x1 > free.middle
      if isOnRight, isLeft || isOnLeft { found = (index, free) }
      index -= 1
    }
    return found
  }

  /// A list goes on below the table's foot.
  private func goesOn(
    _ line: PrintedLine, behind last: PrintedLine, _ beside: ArraySlice<PrintedLine>, _ strip: PageStrip, isLeft: Bool
  ) -> Bool {
    ParagraphJoining.beginsItem(line) && line.center - last.center < 2.3 * em
      && (isLeft ? line.box.x1 < strip.middle : line.box.x0 > strip.middle)
      && beside.contains { abs($0.box.x0 - line.box.x0) < 0.5 * em }
  }
}
