import KeikakuText

/// Finds the tables of a text that are not written with tabs: drawn, pipes, commas, HTML, aligned columns, single blanks,
/// words, one cell a line, a label with its value a line.
///
/// Rows with tabs need no search: the block reader sees them line by line. A table that goes on
/// after the end of a page without repeating its header is joined with its first part; one that repeats its header stays a
/// table of its own, since that loses nothing.
struct TableRunDetector {
  private let rows: TextLines
  private let drawn: DrawnTableReader?
  private let dashRuled: DashRuledTableReader?
  private let closedCells: ClosedCellReader?
  private let pipes: PipeTableReader?
  private let trailingPipes: TrailingPipeReader?
  private let html: HTMLTableReader?
  private let aligned: (finder: AlignedRunFinder, reader: AlignedTableReader)?
  private let spaced: SpacedTableReader
  private let stacked: StackedTableReader
  private let commas: CommaTableReader
  private let labelled: LabelledLinesReader
  private let dated: DatedLinesReader
  private let series: SeriesLinesReader
  private let stackedSeries: StackedSeriesReader
  private let worded: WordTableReader
  private let wordedByLine: StackedWordTableReader
  private let isRoleStart: RoleStart

  /// The tables of a text, ascending and never overlapping.
  ///
  /// - Parameter furniture: lines that count as blank.
  static func regions(
    in text: SourceText, lexicon: Lexicon = .standard, furniture: [Int] = []
  ) -> [PageHints.TableRegion] {
    let rows = TextLines(text: text, furniture: Set(furniture)).indexed()
    let detector = TableRunDetector(rows, lexicon: lexicon)
    return TableContinuation(rows: rows, headers: HeaderWords(lexicon)).joined(detector.regions())
  }

  /// Looks once at the whole text for each form's own mark, so that a text without it costs nothing more.
  private init(_ rows: TextLines, lexicon: Lexicon) {
    let text = rows.text
    let bytes = text.bytes.span
    let end = bytes.count
    self.rows = rows
    drawn = DrawnTableReader.mayHold(bytes) ? DrawnTableReader(text) : nil
    dashRuled = DashRuledTableReader.mayHold(bytes) ? DashRuledTableReader(text) : nil
    let hasPipes = bytes.first(UInt8(ascii: "|"), from: 0, to: end) < end
    closedCells = hasPipes ? ClosedCellReader(text) : nil
    pipes = hasPipes ? PipeTableReader(text) : nil
    trailingPipes = hasPipes ? TrailingPipeReader(text, lexicon: lexicon) : nil
    html = bytes.first(UInt8(ascii: "<"), from: 0, to: end) < end ? HTMLTableReader(text) : nil
    let hasGaps = Self.hasGaps(bytes)
    aligned =
      hasGaps
      ? (AlignedRunFinder(rows, lexicon: lexicon), AlignedTableReader(rows, lexicon: lexicon)) : nil
    spaced = SpacedTableReader(rows, lexicon: lexicon)
    stacked = StackedTableReader(rows, lexicon: lexicon)
    commas = CommaTableReader(rows, lexicon: lexicon)
    labelled = LabelledLinesReader(rows, lexicon: lexicon)
    dated = DatedLinesReader(rows, lexicon: lexicon)
    series = SeriesLinesReader(rows, lexicon: lexicon)
    stackedSeries = StackedSeriesReader(rows, lexicon: lexicon)
    worded = WordTableReader(rows, lexicon: lexicon)
    wordedByLine = StackedWordTableReader(rows, lexicon: lexicon)
    isRoleStart = RoleStart(lexicon)
  }

  /// Two blanks in a row, ASCII or ideographic, stand somewhere.
  private static func hasGaps(_ bytes: borrowing Span<UInt8>) -> Bool {
    let end = bytes.count
    var index = bytes.first(0x20, from: 0, to: end)
    while index + 1 < end {
      if bytes[index + 1] == 0x20 { return true }
      index = bytes.first(0x20, from: index + 1, to: end)
    }
    index = bytes.firstWideBlank(from: 0, to: end)
    while index < end {
      let next = index + 3
      if next + 3 <= end, bytes.firstWideBlank(from: next, to: next + 3) == next { return true }
      index = bytes.firstWideBlank(from: next, to: end)
    }
    return false
  }

  private func regions() -> [PageHints.TableRegion] {
    var found: [PageHints.TableRegion] = []
    var nextHTML = html?.nextTable(from: 0)
    var failures = 0
    var line = 0
    var tried = Tried()
    while line < rows.count {
      if let start = nextHTML, rows.text.line(at: UInt32(start)) - 1 <= line {
        let region = failures < Self.mostFailures ? html?.region(at: start) : nil
        if region == nil { failures += 1 }
        nextHTML = html?.nextTable(from: region.map { Int($0.table.source.end) } ?? start + 1)
        guard let region else { continue }
        found.append(region)
        line = max(line, region.lines.upperBound)
      } else {
        // A name above its figures may be the last line of what was found before.
        let regions = regions(at: line, tried: &tried).filter {
          $0.lines.lowerBound >= found.last?.lines.upperBound ?? 0
        }
        found += regions
        line = max(line + 1, regions.last?.lines.upperBound ?? 0)
      }
    }
    return found
  }

  /// Tables of HTML that were never closed and hold nothing cost a walk to the end of the text each.
  private static let mostFailures = 16

  /// The lines up to which a form was tried and found to be no table, so that no run is walked twice.
  private struct Tried {
    var aligned = 0
    var drawn = 0
    var trailingPipes = 0
    var stacked = AttemptsInVain(most: 16)
    var words = AttemptsInVain(most: 5)
  }

  private func words(at line: Int, tried: inout Tried) -> PageHints.TableRegion? {
    guard tried.words.allows(line) else { return nil }
    var reach = line
    let found = wordedByLine.region(at: line, reach: &reach)
    if found == nil { tried.words.add(line, reach: reach) }
    return found
  }

  private func cellByCell(at line: Int, tried: inout Tried) -> [PageHints.TableRegion] {
    guard tried.stacked.allows(line) else { return [] }
    var reach = line
    let found = stacked.regions(at: line, reach: &reach)
    if found.isEmpty { tried.stacked.add(line, reach: reach) }
    return found
  }

  /// Labels or years with their values, a line each: as the reader takes them that goes further.
  private func linesOfValues(at line: Int) -> PageHints.TableRegion? {
    guard let byLabel = labelled.region(at: line) else { return dated.region(at: line) }
    // The name may stand in the first of the labelled lines.
    guard let byYear = dated.region(at: line) ?? dated.region(at: line + 1), byYear.lines.lowerBound <= line,
      byYear.lines.upperBound > byLabel.lines.upperBound
    else { return byLabel }
    return byYear
  }

  private func regions(at line: Int, tried: inout Tried) -> [PageHints.TableRegion] {
    if let drawn, line >= tried.drawn, let lines = drawn.run(at: line) {
      if let table = drawn.table(lines) { return [PageHints.TableRegion(lines: lines, table: table)] }
      tried.drawn = lines.upperBound
    }
    if let region = dashRuled?.region(at: line) { return [region] }
    if let region = closedCells?.region(at: line) ?? pipes?.region(at: line) { return [region] }
    if let trailingPipes, line >= tried.trailingPipes, let lines = trailingPipes.run(at: line) {
      if let table = trailingPipes.table(lines) { return [PageHints.TableRegion(lines: lines, table: table)] }
      tried.trailingPipes = lines.upperBound
    }
    if let region = linesOfValues(at: line) ?? commas.region(at: line)
      ?? series.region(at: line) ?? stackedSeries.region(at: line) ?? worded.region(at: line)
      ?? words(at: line, tried: &tried)
    {
      return [region]
    }
    let mayHead = isRoleStart.holds(rows.content(line), in: rows.text.bytes)
    if let aligned, line >= tried.aligned {
      let run = aligned.finder.run(at: line) ?? (mayHead ? aligned.finder.run(headedBy: line) : nil)
      if let begun = run ?? aligned.finder.loneHeader(at: line), let longer = aligned.finder.continuation(of: begun),
        let table = aligned.reader.tableByOrder(longer)
      {
        return [PageHints.TableRegion(lines: longer, table: table)]
      }
      if let run {
        if let table = aligned.reader.table(run) { return [PageHints.TableRegion(lines: run, table: table)] }
        tried.aligned = run.upperBound
      }
    }
    guard mayHead else { return [] }
    let cellByCell = cellByCell(at: line, tried: &tried)
    // A title that holds such a word may stand above the header.
    let first = cellByCell.first?.lines.lowerBound ?? line
    guard let spaced = spaced.region(at: line) ?? (first > line ? spaced.region(at: first) : nil) else {
      return cellByCell
    }
    // 農林 | 課: where a cell is wrapped, the rows go on behind it.
    let isLonger = cellByCell.last.map { $0.lines.upperBound > spaced.lines.upperBound } ?? false
    if isLonger, cellByCell.allSatisfy({ !$0.table.isUnordered }) { return cellByCell }
    // A row that is not understood is told of, and those behind it are read.
    return [spaced] + cellByCell.filter { $0.lines.lowerBound >= spaced.lines.upperBound }
  }
}

/// The cheap question whether a short line may hold words of a header.
private struct RoleStart {
  private let roles: WordTrie<ColumnRole>

  init(_ lexicon: Lexicon) { roles = lexicon.columnRoles }

  func holds(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    range.count >= 3 && range.count <= 240
      && roles.occurs(in: bytes.span, from: range.lowerBound, to: range.upperBound)
  }
}
