/// Writes the pages of a document as one text: paragraphs as lines, tables as rows of cells parted by tabs, a form feed
/// between pages; and notes beside it where each word stood.
struct LinearText {
  private(set) var bytes: [UInt8] = []
  private(set) var pageStarts: [UInt32] = []
  private(set) var wordBoxes: [SourceText.WordBox] = []
  private(set) var hints = PageHints()
  private var line = 0
  /// How the text of the page being written stands on it.
  private var frame: PageTurn.Frame?
  /// The letter size of the document's running text.
  private let em: Double
  /// The table that is being written over a page break, with the first of its lines.
  private var open: (table: Table, start: Int)?

  init(em: Double) { self.em = em }

  /// Writes a page. Pages that could not be read are written empty, so that the numbers of the others stay right.
  ///
  /// - Parameter isSecond: it stands on the sheet of the page before.
  mutating func add(
    _ layout: PageLayout?, printedPage: Int?, goesOn: Bool, continuation: Int?, isSecond: Bool = false
  ) {
    if isSecond {
      endLine(PageHints.LineLook())
    } else {
      if !pageStarts.isEmpty { bytes.append(0x0C) }
      pageStarts.append(UInt32(bytes.count))
    }
    hints.printedPages.append(printedPage)
    guard let layout else {
      endLine(PageHints.LineLook())
      return
    }
    frame = layout.page.frame
    var bottom: Double?
    let lastTable = layout.items.lastIndex { $0.isTable }
    let areListed = layout.items.map(\.isListItem)
    let listGap = layout.listGap(areListed)
    for (index, item) in layout.items.enumerated() {
      let isNext = index > 0 && areListed[index] && areListed[index - 1]
      let limit = isNext ? min(1.2 * em, listGap + 0.45 * em) : 1.2 * em
      let hasSpace = bottom.map { item.box.y0 - $0 > limit } ?? false
      // Paragraphs are whole lines here; only the items of a list follow each other without a blank line.
      if hasSpace || index > 0 && !isNext {
        endLine(PageHints.LineLook())
      }
      write(
        item, layout, hasSpace: hasSpace || index == 0, dropping: continuation, keepsOpen: goesOn && index == lastTable)
      bottom = item.box.y1
    }
    if layout.items.isEmpty { endLine(PageHints.LineLook()) }
  }

  private mutating func write(
    _ item: PageLayout.Item, _ layout: PageLayout, hasSpace: Bool, dropping: Int?, keepsOpen: Bool
  ) {
    switch item.content {
    case .furniture(let line):
      writeFurniture(line)
    case .aside(let line):
      frame = nil
      writeFurniture(line)
      frame = layout.page.frame
    case .paragraph(let lines):
      write(lines)
      endLine(look(of: lines, layout, hasSpace: hasSpace))
    case .table(let table):
      write(table, dropping: open == nil ? 0 : dropping ?? 0, keepsOpen: keepsOpen)
    }
  }

  private mutating func writeFurniture(_ line: PrintedLine) {
    hints.furniture.append(self.line)
    write(line)
    endLine(PageHints.LineLook())
  }

  private func look(of lines: [PrintedLine], _ layout: PageLayout, hasSpace: Bool) -> PageHints.LineLook {
    var look = PageHints.LineLook()
    let first = lines[0]
    look.scale = Float((first.em ?? em) / em)
    let size = first.em ?? em
    look.isCentered =
      abs(first.box.middleX - layout.page.width / 2) < size && first.box.x0 > layout.margins.lowerBound + 3 * size
      && first.box.x1 < layout.margins.upperBound - 3 * size
    look.isFull = lines[lines.count - 1].box.x1 > layout.margins.upperBound - 1.8 * size
    look.indent = Float(max(0, first.box.x0 - layout.margins.lowerBound) / size)
    look.hasSpaceAbove = hasSpace
    look.joinsFrames =
      first.joinsFrames(layout.frames, em: size)
      || first.standsBeside(layout.frames, words: layout.page.words, em: size)
    return look
  }

  /// Writes lines that go on from one to the next.
  private mutating func write(_ lines: [PrintedLine], width: Double? = nil) {
    for (index, line) in lines.enumerated() {
      if index > 0, !line.isDownward, !line.isDotOfDownwardWord {
        let isFull = width.map { lines[index - 1].box.width > $0 - 2.6 * em } ?? true
        append(WordJoining.lineSeparator(lines[index - 1], line, upperIsFull: isFull))
      }
      write(line)
    }
  }

  private mutating func write(_ line: PrintedLine) {
    let separators = WordJoining.separators(of: line, em: line.em ?? em)
    for (index, word) in line.words.enumerated() {
      let isRaised = index > 0 && word.isRaisedNumber(behind: line.words[index - 1])
      if index > 0, !isRaised { append(separators[index - 1]) }
      if isRaised { append("^{") }
      if word.text.isEmpty { continue }
      let start = bytes.count
      append(word.text)
      defer { if isRaised { bytes.append(UInt8(ascii: "}")) } }
      wordBoxes.append(
        SourceText.WordBox(range: SourceRange(start..<bytes.count), box: frame?.shown(word.box) ?? word.box))
    }
  }

  private mutating func append(_ text: String) {
    let isCopied: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
    if isCopied == nil { bytes.append(contentsOf: text.utf8) }
  }

  private mutating func write(_ table: PageTable, dropping: Int, keepsOpen: Bool) {
    let start = open?.start ?? line
    var rows: [[Table.Cell]] = []
    let from = bytes.count
    for row in table.rows {
      rows.append(write(row))
      endLine(PageHints.LineLook())
    }
    let source = SourceRange(from..<max(from, bytes.count - 1))
    var whole = open?.table ?? Table(rows: [], form: table.form, source: source)
    whole.rows += rows.dropFirst(dropping)
    whole.source = whole.source.joined(with: source)
    open = keepsOpen ? (whole, start) : nil
    if !keepsOpen { hints.tables.append(PageHints.TableRegion(lines: start..<line, table: whole)) }
  }

  private mutating func write(_ row: [PageTable.Cell]) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    for (index, printed) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      let start = bytes.count
      write(printed.lines, width: printed.width)
      let range = start..<bytes.count
      var cell = Table.Cell(text: String(decoding: bytes[range], as: UTF8.self), source: SourceRange(range))
      if printed.lines.count > 1 { cell.lines = printed.lines.map { $0.text } }
      cell.columnSpan = printed.columnSpan
      cell.rowSpan = printed.rowSpan
      cell.isCovered = printed.isCovered
      cells.append(cell)
    }
    return cells
  }

  private mutating func endLine(_ look: PageHints.LineLook) {
    bytes.append(UInt8(ascii: "\n"))
    hints.looks.append(look)
    line += 1
  }

  /// The finished text.
  var text: SourceText { SourceText(bytes: bytes, pageStarts: pageStarts, wordBoxes: wordBoxes) }
}

extension PageLayout {
  /// The blank height between most items of the page's lists; lists of their own stand farther apart.
  ///
  /// - Parameter areListed: for each item of the page whether it is one of a list.
  fileprivate func listGap(_ areListed: [Bool]) -> Double {
    let gaps = items.indices.dropFirst().filter { areListed[$0 - 1] && areListed[$0] }.map {
      items[$0].box.y0 - items[$0 - 1].box.y1
    }
    return gaps.isEmpty ? .infinity : gaps.sorted()[gaps.count / 2]
  }
}

extension PageLayout.Item {
  var isTable: Bool { if case .table = content { true } else { false } }

  var isListItem: Bool {
    guard case .paragraph(let lines) = content else { return false }
    return ParagraphJoining.beginsItem(lines[0])
  }
}
