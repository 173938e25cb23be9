/// One file on its way from poppler's output to linear text.
struct PdfReading {
  let poppler: Poppler
  let path: String
  let options: PdfReader.Options
  private var diagnostics: [Diagnostic] = []

  /// More pages than this are read by nobody.
  static let pageLimit = 5_000
  private static let pagesPerTextCall = 50
  private static let pagesPerDrawingCall = 10

  init(poppler: Poppler, path: String, options: PdfReader.Options) {
    self.poppler = poppler
    self.path = path
    self.options = options
  }

  func document() -> PdfDocumentText {
    switch description() {
    case .failure(let problem): return PdfDocumentText(unreadable: problem.diagnostic)
    case .success(let description):
      var reading = self
      return reading.document(pages: description.pages)
    }
  }

  private struct Problem: Error { var diagnostic: Diagnostic }

  private func description() -> Result<PdfDescription, Problem> {
    switch poppler.describe(path) {
    case .exited(0, let output, _):
      let description = PdfDescription(output)
      if description.forbidsCopying, !options.readOwnerLocked {
        return .failure(Problem(diagnostic: .pdfEncrypted(needsPassword: false)))
      }
      guard description.pages > 0 else { return .failure(Problem(diagnostic: .pdfDamaged("it has no pages"))) }
      return .success(description)
    case .exited(_, _, let complaint) where complaint.contains("Incorrect password"):
      return .failure(Problem(diagnostic: .pdfEncrypted(needsPassword: true)))
    case .stopped(let reason):
      return .failure(Problem(diagnostic: .pdfLimit("The file could not be opened: \(reason).")))
    case let outcome: return .failure(Problem(diagnostic: .pdfDamaged(outcome.reason)))
    }
  }

  private mutating func document(pages count: Int) -> PdfDocumentText {
    if count > Self.pageLimit {
      diagnostics.append(.pdfLimit("The file has \(count) pages; the first \(Self.pageLimit) were read."))
    }
    let count = min(count, Self.pageLimit)
    let deadline = PdfDeadline(pages: count)
    let pages = printedPages(count, deadline)
    let read = SheetOfTwo.parted(pages.compactMap { $0 })
    let furniture = Furniture(of: read, labels: NodeLabels(options.lexicon))
    let drawings = drawings(of: read, deadline)
    let judge = TableJudge(lexicon: options.lexicon)
    let rights = Self.rightMargins(of: read)
    var layouts = ChildPool.map(read.count) { index in
      PageLayout(
        read[index], furniture: furniture.lines[index],
        drawing: drawings[read[index].number]?.part(of: read[index].frame),
        right: rights[Int(read[index].width)] ?? 0, judge: judge)
    }
    checkHealth(of: read, count: count)
    let struck = layouts.filter(\.leavesOutStruckText).map(\.page.number)
    if !struck.isEmpty { diagnostics.append(.pdfStruckText(struck)) }
    let continuations = PrintedContinuation(judge: judge).join(&layouts)
    let linear = Self.linearText(count, layouts, furniture, continuations)
    return PdfDocumentText(text: linear.text, pages: count, diagnostics: diagnostics, hints: linear.hints)
  }

  /// The pages' words; nil for pages that could not be read.
  private mutating func printedPages(_ count: Int, _ deadline: PdfDeadline) -> [PrintedPage?] {
    let calls = Self.ranges(Array(1...count), most: Self.pagesPerTextCall)
    let results = ChildPool.map(calls.count) { [poppler, path] call in
      let reading = poppler.words(path, pages: calls[call], deadline: deadline)
      var pages: [PrintedPage] = []
      for part in reading.parts {
        for (offset, boxes) in BoxParser.pages(of: part.output).prefix(part.pages.count).enumerated() {
          pages.append(PrintedPage(number: part.pages.lowerBound + offset, boxes: boxes))
        }
      }
      return (pages: pages, failures: reading.failures, skipped: reading.skipped)
    }
    var pages = [PrintedPage?](repeating: nil, count: count)
    for page in Self.settlingTurns(results.flatMap(\.pages)) { pages[page.number - 1] = page }
    let failures = results.flatMap(\.failures)
    let skipped = results.flatMap(\.skipped).flatMap { Array($0) }
    let known = Set(failures.map(\.page) + skipped)
    let silent = pages.indices.filter { pages[$0] == nil && !known.contains($0 + 1) }.map {
      (page: $0 + 1, reason: "it came out empty")
    }
    if !(failures + silent).isEmpty { diagnostics.append(.pdfPagesFailed(failures + silent)) }
    if !skipped.isEmpty {
      diagnostics.append(
        .pdfLimit(
          "The document's time was up or too many of its pages failed; page \(Diagnostic.list(skipped)) was not read."))
    }
    let cut = pages.compactMap { $0 }.filter(\.isCut).map(\.number)
    if !cut.isEmpty {
      diagnostics.append(
        .pdfLimit("Page \(Diagnostic.list(cut)) holds more than \(BoxParser.wordLimit) words; the rest was left out."))
    }
    return pages
  }

  /// Pages whose few words do not tell how they stand are turned as most of the file's other pages are.
  private static func settlingTurns(_ pages: [PrintedPage]) -> [PrintedPage] {
    var counts: [PageTurn: Int] = [:]
    for page in pages where page.openTurns.isEmpty { counts[page.frame.turn, default: 0] += 1 }
    return pages.map { page in
      let ranked = page.openTurns.sorted { counts[$0, default: 0] > counts[$1, default: 0] }
      guard ranked.count > 1, ranked[0] != page.frame.turn,
        counts[ranked[0], default: 0] > counts[ranked[1], default: 0]
      else { return page }
      let boxes = BoxParser.Page(width: page.width, height: page.height, words: page.words, isCut: page.isCut)
      return PrintedPage(number: page.number, boxes: boxes, turnedAs: ranked[0])
    }
  }

  /// The drawings of the pages that may hold tables, by page number.
  private mutating func drawings(of pages: [PrintedPage], _ deadline: PdfDeadline) -> [Int: PageDrawing] {
    let gapped = pages.map(\.hasGaps)
    var drawn = pages.indices.filter { gapped[$0] || $0 > 0 && gapped[$0 - 1] && pages[$0].beginsShort }.map {
      pages[$0]
    }
    // The two pages of a sheet have one drawing.
    drawn = drawn.indices.filter { $0 == 0 || drawn[$0].number != drawn[$0 - 1].number }.map { drawn[$0] }
    let wanted = drawn.map(\.number)
    let calls = Self.runsOfOneSize(drawn).flatMap { Self.ranges($0.map(\.number), most: Self.pagesPerDrawingCall) }
    let results = ChildPool.map(calls.count) { [poppler, path] call in
      let reading = poppler.drawings(path, pages: calls[call], deadline: deadline)
      var drawings: [(Int, PageDrawing)] = []
      for part in reading.parts {
        for (offset, drawing) in DrawingParser.drawings(of: part.output).prefix(part.pages.count).enumerated() {
          drawings.append((part.pages.lowerBound + offset, drawing))
        }
      }
      return drawings
    }
    var drawings: [Int: PageDrawing] = [:]
    for (number, drawing) in results.joined() { drawings[number] = drawing }
    for page in pages where !page.frame.isUpright {
      drawings[page.number] = drawings[page.number]?.upright(in: page.frame)
    }
    let unread = wanted.filter { drawings[$0]?.isCut ?? true }
    if !unread.isEmpty { diagnostics.append(.pdfRulesUnread(unread)) }
    return drawings.filter { !$0.value.isCut }
  }

  /// Pdftocairo draws all pages of a call on paper of the first one's size: what lies beyond that is lost.
  private static func runsOfOneSize(_ pages: [PrintedPage]) -> [[PrintedPage]] {
    var runs: [[PrintedPage]] = []
    for page in pages {
      if let last = runs.last?.last, last.frame.width == page.frame.width, last.frame.height == page.frame.height {
        runs[runs.count - 1].append(page)
      } else {
        runs.append([page])
      }
    }
    return runs
  }

  /// Runs of neighbouring pages, each of at most so many.
  private static func ranges(_ pages: [Int], most: Int) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for page in pages {
      if let last = ranges.last, page == last.upperBound + 1, last.count < most {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    return ranges
  }

  /// Where full lines end, for each width of page: four of five pages have no line that goes farther.
  private static func rightMargins(of pages: [PrintedPage]) -> [Int: Double] {
    var ends: [Int: [Double]] = [:]
    for page in pages {
      let end = page.lines.lazy.filter { $0.letters > 10 }.map(\.box.x1).max()
      if let end { ends[Int(page.width), default: []].append(end) }
    }
    return ends.mapValues { $0.sorted()[$0.count * 4 / 5] }
  }

  private mutating func checkHealth(of pages: [PrintedPage], count: Int) {
    let empty = pages.filter { $0.words.isEmpty }.map(\.number)
    if !empty.isEmpty, empty.count == count || empty.count * 2 > count {
      diagnostics.append(.pdfImageOnly(empty, of: count))
    }
    let broken = pages.filter { TextHealth(of: $0.words).isBroken }.map(\.number)
    if !broken.isEmpty { diagnostics.append(.pdfBrokenText(broken)) }
    let turned = pages.filter(\.isTurnOpen).map(\.number)
    if !turned.isEmpty { diagnostics.append(.pdfTurnedText(turned)) }
  }

  private static func linearText(
    _ count: Int, _ layouts: [PageLayout], _ furniture: Furniture, _ continuations: [Int?]
  ) -> LinearText {
    let em = LetterSize.median(of: layouts.lazy.flatMap(\.page.words)) ?? 10
    var linear = LinearText(em: em)
    var index = 0
    var repeated: Int?
    for number in 1...count {
      guard index < layouts.count, layouts[index].page.number == number else {
        linear.add(nil, printedPage: nil, goesOn: false, continuation: nil)
        continue
      }
      let first = index
      while index < layouts.count, layouts[index].page.number == number {
        let following = continuations[index]
        linear.add(
          layouts[index], printedPage: furniture.printedPages[index], goesOn: following != nil, continuation: repeated,
          isSecond: index > first)
        repeated = following
        index += 1
      }
    }
    return linear
  }
}
