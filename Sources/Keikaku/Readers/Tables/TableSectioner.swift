import KeikakuText

/// Cuts a table into runs of rows of one meaning, by what its rows look like.
///
/// A header run opens a section of figures, a row of years a schedule or a series; rows that look alike otherwise stay
/// together: labelled rows of a form, references with a page, terms with their text.
struct TableSectioner {
  enum Kind: Sendable {
    case indicators, series, pairs, transposed, yearRows, schedule, actions, report, form, related, hierarchy, contents,
      definitions,
      other
  }

  struct Run: Sendable {
    var kind: Kind
    var rows: Range<Int>
    var headerRows = 0
  }

  let rows: RowClassifier
  /// The table was itself put together from labels and values; its rows are not looked at sideways again.
  let isTurned: Bool

  init(_ classifier: RowClassifier, isTurned: Bool = false) {
    rows = classifier
    self.isTurned = isTurned
  }

  /// The runs, in order; together they hold every row once.
  func runs() -> [Run] {
    var result: [Run] = []
    var row = 0
    var pairsInVain = 0
    while row < rows.count {
      let run = run(at: row, &pairsInVain)
      if run.kind == .other, let last = result.last, last.kind == .other {
        result[result.count - 1].rows = last.rows.lowerBound..<run.rows.upperBound
      } else {
        result.append(run)
      }
      row = run.rows.upperBound
    }
    return result
  }

  /// - Parameter pairsInVain: up to which row pairs were found to state no target, so that no run of them is walked twice.
  private func run(at row: Int, _ pairsInVain: inout Int) -> Run {
    if rows.isReportHeader(row) { return open(.report, row, 1) }
    if !isTurned, let end = rows.endOfYearRows(at: row) { return Run(kind: .yearRows, rows: row..<end, headerRows: 1) }
    if let header = rows.indicatorHeader(at: row) { return indicatorRun(at: row, header) }
    if rows.isOverviewHeader(row) { return Run(kind: .hierarchy, rows: row..<rows.count, headerRows: 1) }
    if rows.isActionHeader(row) { return open(.actions, row, 1) }
    if let header = rows.hierarchyHeader(at: row) {
      return Run(kind: .hierarchy, rows: row..<rows.count, headerRows: header)
    }
    if let header = rows.yearHeader(at: row) { return yearRun(at: row, header) }
    if !isTurned, let end = rows.endOfTransposed(at: row) { return Run(kind: .transposed, rows: row..<end) }
    if !isTurned, row >= pairsInVain, let end = rows.endOfPairs(at: row) {
      if rows.pairsHoldTarget(row..<end) { return Run(kind: .pairs, rows: row..<end) }
      pairsInVain = end
    }
    if let end = extent(from: row, { rows.isForm($0) || $0 > row && rows.goesOnInForm($0) }) {
      return Run(kind: .form, rows: row..<end)
    }
    if let end = extent(from: row, rows.isContents) { return Run(kind: .contents, rows: row..<end) }
    if let end = extent(from: row, rows.isRelated) { return Run(kind: .related, rows: row..<end) }
    if let end = extent(from: row, { rows.isDefinition($0) && !rows.isForm($0) }) {
      return Run(kind: .definitions, rows: row..<end)
    }
    return Run(kind: .other, rows: row..<row + 1)
  }

  private func extent(from row: Int, _ matches: (Int) -> Bool) -> Int? {
    var end = row
    while end < rows.count, matches(end),
      end == row || rows.indicatorHeader(at: end) == nil && !rows.beginsSheet(at: end)
    {
      end += 1
    }
    return end > row ? end : nil
  }

  /// A section that runs from its header to the next thing that opens one.
  private func open(_ kind: Kind, _ row: Int, _ header: Int) -> Run {
    Run(kind: kind, rows: row..<bodyEnd(from: row + header), headerRows: header)
  }

  /// Years across without a word for their values, and rows that say target or result, are a series.
  private func indicatorRun(at row: Int, _ header: Int) -> Run {
    var run = open(.indicators, row, header)
    if rows.isSeries(row..<row + header, row + header..<run.rows.upperBound) { run.kind = .series }
    return run
  }

  private func bodyEnd(from row: Int) -> Int {
    var end = row
    while end < rows.count, !rows.opensSection(at: end) { end += 1 }
    return end
  }

  /// Under a row of years stand a schedule in words, a series of targets and results, or statistics.
  private func yearRun(at row: Int, _ header: Int) -> Run {
    let end = bodyEnd(from: row + header)
    let body = row + header..<end
    let kind: Kind
    switch rows.yearBody(of: row..<row + header, body) {
    case .words: kind = .schedule
    case .roleRows: kind = .series
    // 事業名 beside years of amounts: what is spent on each in which year.
    case .figures where rows.headsPlan(row..<row + header): kind = .indicators
    case .figures: kind = rows.namesActions(row..<row + header) ? .schedule : .other
    }
    return Run(kind: kind, rows: row..<end, headerRows: header)
  }
}
