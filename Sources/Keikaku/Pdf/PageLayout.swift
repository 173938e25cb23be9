/// What stands on a page, in the order in which it is read.
struct PageLayout: Sendable {
  enum Content: Sendable {
    /// Lines that go on from one to the next.
    case paragraph([PrintedLine])
    case table(PageTable)
    case furniture(PrintedLine)
    /// Furniture that stands on the page as it is shown, where the page's text is turned.
    case aside(PrintedLine)
  }

  struct Item: Sendable {
    var content: Content
    var box: PageBox
  }

  var items: [Item] = []
  /// Left and right end of the running text, by which lines are full.
  private(set) var margins: ClosedRange<Double>
  /// Drawn rectangles, boxes with round corners and coloured areas that are no tables.
  private(set) var frames: [PageBox] = []
  /// Words of the page are struck out.
  private(set) var leavesOutStruckText = false
  let page: PrintedPage

  /// - Parameters:
  ///   - drawing: nil where it was not asked for or could not be read; then blank space alone makes tables.
  ///   - right: where full lines end on other pages of the size; a page of short lines does not tell it.
  init(_ page: PrintedPage, furniture: Set<Int>, drawing: PageDrawing?, right: Double = 0, judge: TableJudge) {
    self.page = page
    let furniture = furniture.subtracting(Self.tableRows(page, among: furniture, drawing))
    for line in furniture.sorted() {
      items.append(Item(content: .furniture(page.lines[line]), box: page.lines[line].box))
    }
    let body = page.lines.indices.filter { !furniture.contains($0) }.map { page.lines[$0] }
    var words = body.flatMap(\.words)
    let own = Self.margins(body, em: page.em)
    margins = own.lowerBound...max(own.upperBound, right)
    if VerticalWriting.isVertical(words, em: page.em), words.count > 8 {
      addParagraphs(VerticalWriting.lines(of: words, em: page.em), margins)
      closeUp()
      return
    }
    if page.frame.isDownward, let tiers = DownwardTiers(words, em: page.em) {
      addParagraphs(tiers.heads, margins)
      addColumns(tiers.prose)
      closeUp()
      return
    }
    if let drawing {
      let struck = StruckText(words: words, drawing: drawing, em: page.em)
      leavesOutStruckText = !struck.isEmpty
      words = addDrawnTables(struck.drawing.withoutOutlines(of: page.words, em: page.em), struck.words, judge)
    }
    let downward = words.filter(\.isTall)
    if !downward.isEmpty {
      words.removeAll(where: \.isTall)
      addParagraphs(VerticalWriting.lines(of: downward, em: page.em), margins)
    }
    let isWhole = drawing == nil && downward.isEmpty
    addOpenTables(isWhole ? body : PrintedLine.lines(of: words, em: page.em), judge)
    items.sort { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
    closeUp()
  }

  /// Lines that recur at the top or bottom of pages and stand in a drawn table's row all the same: the head of a table
  /// with much space in its cells. Upright rules part the row's cells and go on beside text; a frame around the page parts
  /// nothing.
  private static func tableRows(_ page: PrintedPage, among furniture: Set<Int>, _ drawing: PageDrawing?) -> Set<Int> {
    guard let drawing, !furniture.isEmpty else { return [] }
    let text = page.lines.indices.filter { !furniture.contains($0) }.map { page.lines[$0].center }
    return furniture.filter { line in
      let center = page.lines[line].center
      let beside = drawing.verticals.filter { $0.from < center && center < $0.to }
      let goingOn = beside.filter { rule in text.contains { rule.from < $0 && $0 < rule.to } }
      return beside.count >= 3 && goingOn.count >= 2
    }
  }

  private static func margins(_ lines: [PrintedLine], em: Double) -> ClosedRange<Double> {
    let left = lines.map(\.box.x0).min() ?? 0
    let right = lines.filter { $0.letters > 10 }.map(\.box.x1).max() ?? lines.map(\.box.x1).max() ?? left
    return left...max(left, right)
  }

  /// Tables made of rules, then of coloured areas, then of horizontal rules alone. Returns the words left over.
  private mutating func addDrawnTables(_ drawing: PageDrawing, _ words: [PdfWord], _ judge: TableJudge) -> [PdfWord] {
    var rest = words
    let ruled = RuledTables(
      horizontals: drawing.horizontals, verticals: drawing.verticals, fills: drawing.fills, words: rest, em: page.em)
    rest = keep(ruled.tables, words: ruled.words, judge)
    let fills = drawing.fills.filter { fill in
      fill.height < 0.8 * page.height && !ruled.tables.contains { $0.box.contains(x: fill.middleX, y: fill.middleY) }
    }
    let filled = FilledTables(
      fills: fills, horizontals: ruled.looseHorizontals, words: rest, judge: judge, em: page.em)
    rest = keep(filled.tables, words: filled.words, judge)
    FilledHeads(judge: judge).join(&items)
    let areas = filled.tables.map(\.box)
    frames =
      ruled.frames + drawing.roundBoxes
      + fills.filter { fill in
        fill.height >= page.em && !areas.contains { $0.contains(x: fill.middleX, y: fill.middleY) }
      }
    let bands = BandTables(horizontals: filled.looseHorizontals, words: rest, judge: judge, em: page.em)
    return keep(bands.tables, words: bands.words, judge)
  }

  /// Adds the tables that are ones; the words of the others go back to the page.
  private mutating func keep(_ tables: [PageTable], words: [PdfWord], _ judge: TableJudge) -> [PdfWord] {
    var words = words
    for table in tables {
      if judge.acceptsRuled(table) {
        let (parts, heads) = judge.partedAtHeads(table)
        for part in parts { items.append(Item(content: .table(part.joiningHeads()), box: part.box)) }
        words += heads.flatMap(\.words)
      } else {
        for cell in table.rows.joined() { words += cell.lines.flatMap(\.words) }
      }
    }
    return words
  }

  private mutating func addOpenTables(_ lines: [PrintedLine], _ judge: TableJudge) {
    let tables = items.compactMap { if case .table = $0.content { $0.box } else { nil } }
    let lines = addSideBlocks(lines)
    var free: [PrintedLine] = []
    // Lines on both sides of a drawn table are no neighbours.
    for stretch in Self.stretches(lines, partedBy: tables) {
      let staggered = StaggeredColumns(lines: stretch, em: page.em)
      for prose in staggered.columns { addColumns(prose) }
      for table in staggered.tables { items.append(Item(content: .table(table), box: table.box)) }
      for lines in staggered.stretches {
        let open = GutterTables(lines: lines, frames: frames, judge: judge, em: page.em)
        for table in open.tables { items.append(Item(content: .table(table), box: table.box)) }
        for prose in open.columns { addColumns(prose) }
        free += open.lines
      }
    }
    addParagraphs(free, margins)
  }

  /// Adds the text that stands beside drawn tables, in its place before or behind them. Returns the lines left over.
  private mutating func addSideBlocks(_ lines: [PrintedLine]) -> [PrintedLine] {
    let tables = items.indices.filter { if case .table = items[$0].content { true } else { false } }
    let side = SideBlocks(lines: lines, tables: tables.map { items[$0].box }, em: page.em)
    for block in side.blocks {
      var place = block.top
      func add(_ columns: [[PrintedLine]]) {
        for column in columns where !column.isEmpty {
          let before = items.count
          addParagraphs(column, Self.ends(of: column))
          for item in before..<items.count {
            items[item].box.y0 = place
            place += 0.0001
          }
        }
      }
      add(block.before)
      items[tables[block.table]].box.y0 = place
      place += 0.0001
      add(block.after)
    }
    return side.lines
  }

  private static func ends(of lines: [PrintedLine]) -> ClosedRange<Double> {
    let left = lines.map(\.box.x0).min() ?? 0
    return left...max(left, lines.map(\.box.x1).max() ?? left)
  }

  private static func stretches(_ lines: [PrintedLine], partedBy tables: [PageBox]) -> [[PrintedLine]] {
    var result: [[PrintedLine]] = []
    var previous = -Double.infinity
    for line in lines {
      let isParted = tables.contains { $0.middleY > previous && $0.middleY < line.center }
      if result.isEmpty || isParted { result.append([line]) } else { result[result.count - 1].append(line) }
      previous = line.center
    }
    return result
  }

  /// Columns of prose are read one after the other; they stand together where the first one begins.
  private mutating func addColumns(_ prose: GutterTables.ProseColumns) {
    for (index, column) in prose.columns.enumerated() {
      let margins = Self.ends(of: column)
      let before = items.count
      addParagraphs(column, margins)
      for item in before..<items.count {
        let place = prose.box.y0 + 0.001 * Double(index) + 0.00001 * Double(item - before)
        items[item].box = PageBox(x0: items[item].box.x0, y0: place, x1: items[item].box.x1, y1: prose.box.y1)
      }
    }
  }

  private mutating func addParagraphs(_ lines: [PrintedLine], _ margins: ClosedRange<Double>) {
    for paragraph in ParagraphJoining(margins: margins, em: page.em).paragraphs(of: lines) {
      let box = paragraph.dropFirst().reduce(paragraph[0].box) { $0.joined(with: $1.box) }
      items.append(Item(content: .paragraph(paragraph), box: box))
    }
  }

  /// Takes furniture that stands lower than the text below it out of the way: heads first, feet last.
  private mutating func closeUp() {
    let asides = page.asides.map { Item(content: .aside($0), box: $0.box) }
    let heads = items.filter { $0.isFurniture && $0.box.middleY < page.height / 2 }
    let feet = items.filter { $0.isFurniture && $0.box.middleY >= page.height / 2 }
    items = heads + items.filter { !$0.isFurniture } + feet + asides
  }
}

extension PageLayout.Item {
  var isFurniture: Bool { if case .furniture = content { true } else { false } }

  /// A paragraph's lines.
  var lines: [PrintedLine] { if case .paragraph(let lines) = content { lines } else { [] } }
}
