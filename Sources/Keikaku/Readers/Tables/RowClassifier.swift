import KeikakuText

/// Says what the rows of a table look like, one question at a time.
struct RowClassifier {
  let scan: TableScan
  let words: TableWords
  let context: TableContext
  /// The cells of each row that hold anything.
  private let filledRows: [[TableScan.Cell]]

  init(scan: TableScan, words: TableWords, context: TableContext) {
    self.scan = scan
    self.words = words
    self.context = context
    filledRows = scan.rows.map { row in
      row.contains { $0.shape == .empty } ? row.filter { $0.shape != .empty } : row
    }
  }

  var count: Int { scan.rows.count }

  /// A header has at most this many rows.
  private static let longestHeader = 4

  /// The cells of a row that hold anything.
  func filled(_ row: Int) -> [TableScan.Cell] { filledRows[row] }

  // MARK: - Headers of figures

  /// How many rows from here are the header of an indicator table; nil where none begins.
  func indicatorHeader(at row: Int) -> Int? {
    var evidence = HeaderEvidence()
    var length = 0
    while row + length < count, length < Self.longestHeader,
      isHeaderMaterial(row + length) || length > 0 && isRowOfUnits(row + length)
    {
      // A header that is complete and begins again is a repetition after a page break, no part of this one.
      if evidence.isComplete, repeats(row, row + length) { break }
      for cell in filled(row + length) {
        evidence.add(cell)
        if isPairOfYears(cell) { evidence.addPair() }
      }
      length += 1
    }
    guard length > 0, evidence.isHeader(underHeading: context.isUnderIndicatorHeading) else { return nil }
    return length
  }

  /// Word for word the same row; one that shares only merged cells told twice (指標 | 現状値 | 現状値 over 指標 | 年度 | 値) goes
  /// on with the header.
  private func repeats(_ first: Int, _ second: Int) -> Bool {
    first != second && filled(first).map(scan.text) == filled(second).map(scan.text)
  }

  /// Only header words, years and units stand in the row.
  private func isHeaderMaterial(_ row: Int) -> Bool {
    let cells = filled(row)
    guard !cells.isEmpty else { return false }
    var says = false
    for cell in cells {
      if cell.shape.isYear || isPairOfYears(cell) {
        says = true
      } else if let header = cell.header {
        // 基本目標2 heads the rows beside it where the others are heads of figures.
        if header.role == .group, scan.hasYearSign(cell), cells.count(where: { $0.header?.role.isValue == true }) < 2 {
          return false
        }
        says = says || header.role != .group
      } else if !isBracketed(cell), !isPartOfValue(cell), !scan.isSum(cell), !isShortLabel(cell, among: cells) {
        return false
      }
    }
    return says
  }

  private func isPairOfYears(_ cell: TableScan.Cell) -> Bool {
    // The first byte of an arrow, which few cells hold.
    let end = cell.range.upperBound
    return cell.header == nil && scan.bytes.span.first(0xE2, from: cell.range.lowerBound, to: end) < end
      && YearToYear.years(in: scan.text(cell)).count == 2
  }

  /// （万人） below the heads of values, or （単位） and （人）: the units of the columns, and nothing else.
  private func isRowOfUnits(_ row: Int) -> Bool {
    let cells = filled(row)
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        isBracketed(cell) && (cell.header?.role == .unit || UnitBracket.unit(in: scan.text(cell), context.units) != nil)
      } && cells.contains { UnitBracket.unit(in: scan.text($0), context.units) != nil }
  }

  /// 値 beside 年度, below a merged cell.
  private func isPartOfValue(_ cell: TableScan.Cell) -> Bool {
    cell.range.count <= 9 && HeaderWords.partsOfValue.whole(scan.bytes[cell.range]) != nil
  }

  private func isBracketed(_ cell: TableScan.Cell) -> Bool {
    guard let first = scan.bytes[cell.range].first else { return false }
    return first == UInt8(ascii: "(") && scan.bytes[cell.range].last == UInt8(ascii: ")")
  }

  /// An unknown header word, as long as most cells of the row are known. Beside 指標 | 現状値 | 目標値 it may be as long as
  /// 市民と行政が役割分担を自覚し、協働して実現したい状態.
  private func isShortLabel(_ cell: TableScan.Cell, among cells: [TableScan.Cell]) -> Bool {
    let isShort = cell.range.count <= 36 && cell.shape == .words
    guard isShort || isDatedLabel(cell) || cell.shape.isText && cell.range.count <= 120 && nameAllRoles(cells) else {
      return false
    }
    let known = cells.filter { cell in
      guard let header = cell.header else { return cell.shape == .year }
      return header.role.isValue || header.saysIndicator || header.role == .name || header.role == .achievementRate
    }
    let familiar = cells.count { $0.header != nil || $0.shape == .year }
    return familiar * 2 >= cells.count && known.count >= 2
      && cells.filter { $0.shape == .figure && $0.header == nil && !scan.isSum($0) && !isDatedLabel($0) }.isEmpty
  }

  /// A name, a baseline or result and a target have a head each.
  private func nameAllRoles(_ cells: [TableScan.Cell]) -> Bool {
    let heads = cells.compactMap(\.header).filter(\.isComplete)
    let roles = Set(heads.map(\.role))
    return roles.contains(.target) && (roles.contains(.baseline) || roles.contains(.actual))
      && heads.contains { $0.saysIndicator || $0.role == .name }
  }

  /// R5予算額（千円） among known words of a header.
  private func isDatedLabel(_ cell: TableScan.Cell) -> Bool {
    cell.header == nil && scan.hasYearSign(cell) && DatedLabel.holds(scan.text(cell))
  }

  /// Rows of names with figures, which the heading above or a header calls indicators.
  func looksLikeIndicators(_ rows: Range<Int>) -> Bool {
    guard rows.count > 1, let head = rows.first else { return false }
    if context.isUnderIndicatorHeading, rows.count(where: isNameWithFigure) > 1 { return true }
    let roles = Set(filled(head).compactMap { $0.header?.role })
    guard filled(head).count > 2, filled(head).first?.header != nil,
      context.isUnderIndicatorHeading || filled(head).contains(where: { $0.header?.saysIndicator == true })
        || roles.contains(.target) && !roles.isDisjoint(with: [.baseline, .actual])
    else { return false }
    return rows.dropFirst().allSatisfy(isNameWithFigure)
  }

  /// 量の見込み and 確保方策 by year: a plan for services says what it expects and not what it aims at.
  func foresees(_ rows: Range<Int>) -> Bool {
    guard let head = rows.first, isYearRow(head) else { return false }
    return rows.dropFirst().contains { row in
      isNameWithFigure(row)
        && Self.foreseen.occurs(
          in: scan.bytes.span, from: filled(row)[0].range.lowerBound, to: filled(row)[0].range.upperBound)
    }
  }

  private static let foreseen = WordTrie(["見込量", "量の見込", "確保方策", "確保の内容", "確保量"].map { ($0, true) })

  func isNameWithFigure(_ row: Int) -> Bool {
    filled(row).first?.shape.isText == true && filled(row).contains { $0.shape.isFigure }
  }

  // MARK: - Years

  /// How many rows from here are a header of years, with the row above them that says what they are.
  func yearHeader(at row: Int) -> Int? {
    if isYearRow(row) { return 1 }
    let cells = filled(row)
    guard row + 1 < count, isYearRow(row + 1),
      cells.contains(where: { isScheduleWord($0) || $0.header?.role == .group }),
      cells.allSatisfy({ $0.shape.isText })
    else { return nil }
    return 2
  }

  private func isYearRow(_ row: Int) -> Bool {
    let cells = filled(row)
    let years = cells.filter { $0.shape.isYear }.count
    guard years >= 2, cells.contains(where: { $0.shape == .year }) || years >= 3 else { return false }
    return cells.allSatisfy { $0.shape.isYear || $0.shape == .words || $0.header != nil }
      && (cells.filter { $0.shape.isText }.count <= years + 1 || namesActions(row..<row + 1))
  }

  /// H26 | H31: nothing but a plan's first year and its last.
  func headsPlan(_ header: Range<Int>) -> Bool {
    guard context.isUnderIndicatorHeading else { return false }
    let years = header.flatMap { scan.rows[$0] }.filter { $0.shape.isYear }.compactMap { cell in
      TemporalReader().first(in: String(decoding: scan.bytes[cell.range], as: UTF8.self), context: .yearColumn)?
        .temporal
    }
    return years.count == 2 && context.isPlan(from: years[0], to: years[1])
  }

  func isScheduleWord(_ cell: TableScan.Cell) -> Bool {
    let span = scan.bytes.span
    return words.schedules.whole(span, cell.range) != nil
  }

  /// Rows of figures that say target or result themselves, under a header that leaves it open or says it of other columns.
  func isSeries(_ header: Range<Int>, _ body: Range<Int>) -> Bool {
    guard let years = header.last(where: { row in scan.rows[row].filter { $0.shape.isYear }.count > 1 }) else {
      return false
    }
    if StackedRoles(scan: scan, header: header) != nil { return true }
    let saysRoles = header.contains { row in scan.rows[row].contains { $0.header?.role.isValue == true } }
    return yearBody(of: years..<years + 1, body) == .roleRows && (!saysRoles || hasRowsOfBothRoles(body))
  }

  /// One column says 目標 in some rows and 実績 in others.
  func hasRowsOfBothRoles(_ body: Range<Int>) -> Bool {
    let width = scan.rows[body].map(\.count).max() ?? 0
    return (0..<width).contains { column in
      let roles = Set(
        body.compactMap { row in scan[row, column].flatMap { $0.shape == .words ? $0.header?.role : nil } })
      return roles.contains(.target) && roles.contains(.actual)
    }
  }

  /// What stands below a header of years.
  enum YearBody { case words, roleRows, figures }

  func yearBody(of header: Range<Int>, _ body: Range<Int>) -> YearBody {
    let yearRow = header.upperBound - 1
    let columns = scan.rows[yearRow].indices.filter { scan.rows[yearRow][$0].shape.isYear }
    let width = scan.rows[yearRow].count
    let census = ColumnCensus.columns(of: scan, rows: body, width: width)
    let figures = columns.reduce(0) { $0 + census[$1].figures }
    let arrows = body.reduce(0) { count, row in count + columns.count { scan[row, $0]?.shape == .arrow } }
    // A dash among figures says that there is none; alone or beside words it may be drawn for a year that is left out.
    let marks = figures == 0 ? columns.reduce(0) { $0 + census[$1].marks } - arrows : 0
    let texts = columns.reduce(arrows + marks) { $0 + census[$1].words + census[$1].prose }
    let first = columns.first ?? 0
    let hasRoleRows = census.prefix(first).contains { $0.rowRoles > 0 }
    if hasRoleRows, figures > texts { return .roleRows }
    if figures == 0 || texts > figures { return .words }
    return .figures
  }

  // MARK: - Rows of other kinds

  /// Anything that ends the body of a section above.
  func opensSection(at row: Int) -> Bool {
    indicatorHeader(at: row) != nil || isReportHeader(row) || isActionHeader(row) || yearHeader(at: row) != nil
      || isForm(row) || namesIndicator(row) || isOtherHeader(row)
  }

  /// 区分 | 転入 | 転出, 事業名 | R6予算 | R7予算: the header of a table of another kind, right below one of indicators.
  private func isOtherHeader(_ row: Int) -> Bool {
    let cells = filled(row)
    guard cells.count > 2, row + 1 < count, scan.rows[row][0].shape != .empty,
      let first = cells[0].header, first.isComplete, [.group, .name, .year].contains(first.role),
      let name = filled(row + 1).first, name.header == nil, name.shape.isText || name.shape.isYear,
      filled(row + 1).dropFirst().contains(where: \.shape.isFigure)
    else { return false }
    return cells.dropFirst().allSatisfy { cell in
      cell.range.count <= 36 && (cell.header != nil || cell.shape == .words || isDatedLabel(cell))
    }
  }

  /// 取組名 | 内容 | 担当課: what is done, beside what it is or who does it, and no column of figures.
  func isActionHeader(_ row: Int) -> Bool {
    let columns = ActionColumns(row, of: scan, words: words)
    return row + 1 < count && columns.isHeader
  }

  /// 施策名 | 令和6年度の実績 | 評価 | 今後の方向性 above rows of text.
  func isReportHeader(_ row: Int) -> Bool {
    guard row + 1 < count, filled(row).count >= 2, ReportColumns.mayHold(row + 1, of: scan) else { return false }
    return ReportColumns(row, of: scan, words: words).hold(row + 1, of: scan)
  }

  /// A header that calls a column 事業名 or 取組, and none 単位 as a table of statistics does.
  func namesActions(_ header: Range<Int>) -> Bool {
    header.contains { ActionColumns($0, of: scan, words: words).name != nil }
      && !header.contains { row in filled(row).contains { $0.header?.role == .unit } }
  }

  func hierarchyHeader(at row: Int) -> Int? {
    let cells = filled(row)
    guard cells.count >= 2, row + 1 < count else { return nil }
    let span = scan.bytes.span
    var labels = 0
    for cell in cells where words.labels.whole(span, cell.range) != nil { labels += 1 }
    return labels >= 2 && labels * 3 >= cells.count * 2 ? 1 : nil
  }

  /// 基本方針 | 推進項目 | 取組項目 | 番号: nothing but words for nodes and what these are counted by, so that the last are nodes
  /// as well.
  func isOverviewHeader(_ row: Int) -> Bool {
    let cells = filled(row)
    guard cells.count >= 3, row + 1 < count else { return false }
    let span = scan.bytes.span
    let labels = cells.filter { words.labels.whole(span, $0.range) != nil }
    let isCounted = cells.contains { $0.header?.role == .number }
    guard labels.count >= 3, labels.count + (isCounted ? 1 : 0) == cells.count, let last = labels.last else {
      return false
    }
    return isCounted || scan.bytes[last.range].suffix(Self.item.count).elementsEqual(Self.item)
  }

  private static let item = Array("項目".utf8)

  /// A label of a form and its text beside it.
  func isForm(_ row: Int) -> Bool {
    if isNumberedTitle(row) { return true }
    guard isLabelled(row) else { return false }
    return !isTitleRow(row) || beginsWithNumber(filled(row)[1]) || headsForm(row)
  }

  /// 空き家改修補助 beside an empty cell: a further line of what the label above holds.
  func goesOnInForm(_ row: Int) -> Bool {
    let cells = filled(row)
    return cells.count == 1 && cells[0].shape.isText && scan.rows[row][0].shape == .empty && cells[0].header == nil
  }

  /// Below the titles of a form (施策名, then 事業名) stands a row that is labelled otherwise, perhaps behind others of two
  /// cells whose labels are not known: 総合計画の位置づけ.
  private func headsForm(_ row: Int) -> Bool {
    var next = row + 1
    while next < min(count, row + Self.mostTitles), isLabelled(next), isTitleRow(next) { next += 1 }
    let limit = min(count, next + Self.mostUnknownLabels)
    while next < limit, !isLabelled(next), isPairOfWords(next) { next += 1 }
    return next < count && isLabelled(next) && !isTitleRow(next)
  }

  private static let mostUnknownLabels = 3
  /// Rows of titles at the head of a form.
  private static let mostTitles = 12

  private func isPairOfWords(_ row: Int) -> Bool {
    let cells = filled(row)
    return cells.count == 2 && cells.allSatisfy(\.shape.isText) && scan.rows[row][0].shape != .empty
      && cells[1].header == nil
  }

  /// Beside 事業名 or 主な取組 the name 河川改修促進事業 is no header, though it ends as one.
  private func isHeader(_ cell: TableScan.Cell, besideLabel: Bool) -> Bool {
    cell.header.map { $0.isComplete || !besideLabel } ?? false
  }

  /// 施策1-1 | 創業の支援 at the head of a form: below it stands no other of its kind.
  private func isNumberedTitle(_ row: Int) -> Bool {
    let cells = filled(row)
    guard cells.count == 2, cells[1].shape == .words, scan.rows[row][0].shape != .empty, hasNumberedLabel(row),
      row + 1 < count
    else { return false }
    return filled(row + 1).count >= 2 && !hasNumberedLabel(row + 1) && (row == 0 || !hasNumberedLabel(row - 1))
  }

  private func hasNumberedLabel(_ row: Int) -> Bool {
    let span = scan.bytes.span
    return filled(row).first.map { words.numberedLabel(span, $0.range) != nil } ?? false
  }

  private func isTitleRow(_ row: Int) -> Bool {
    let span = scan.bytes.span
    return filled(row).first.map {
      words.kind(ofLabel: span, $0.range) != nil && words.forms.whole(span, $0.range) == nil
    }
      ?? false
  }

  private func isLabelled(_ row: Int) -> Bool {
    let cells = filled(row)
    guard cells.count >= 2, scan.rows[row].prefix(2).contains(where: { $0.shape != .empty }) else { return false }
    let span = scan.bytes.span
    guard
      words.forms.whole(span, cells[0].range) != nil || words.kind(ofLabel: span, cells[0].range) != nil
        || cells.count == 2 && words.groups.read(scan.bytes, cells[0].range)?.status != nil
    else { return false }
    // 目標 | 920 | 910: figures have no titles.
    if cells.count(where: { $0.shape.isFigure }) > 1 { return false }
    let besideLabel = isTitleRow(row) || words.forms.whole(span, cells[0].range) != nil && cells.count == 2
    return (cells[1].shape.isText || beginsWithNumber(cells[1])) && !isHeader(cells[1], besideLabel: besideLabel)
      && !isScheduleWord(cells[1])
      && cells.dropFirst().allSatisfy { $0.shape != .mark && $0.shape != .arrow }
  }

  private func beginsWithNumber(_ cell: TableScan.Cell) -> Bool {
    let span = scan.bytes.span
    let (scalar, _) = span.scalar(at: cell.range.lowerBound, limit: cell.range.upperBound)
    return (0x30...0x39).contains(scalar) || scalar == 0x28 || (0x2460...0x2473).contains(scalar)
      || (0x2160...0x216B).contains(scalar)
  }

  /// The last cell is a printed page: P15.
  func isRelated(_ row: Int) -> Bool {
    let cells = filled(row)
    return cells.count >= 2 && PageCell.number(scan.bytes, cells[cells.count - 1].range) != nil
  }

  /// Leader dots or dashes before a page number, or lines without one among such.
  func isContents(_ row: Int) -> Bool {
    let cells = filled(row)
    guard cells.count >= 2 else { return false }
    return cells.contains { PageCell.isLeader(scan.bytes, $0.range) }
  }

  /// A term and its text.
  func isDefinition(_ row: Int) -> Bool {
    let cells = filled(row)
    guard cells.count == 2, scan.rows[row].first.map({ $0.shape == .words || $0.shape == .figure }) == true else {
      return false
    }
    return cells[1].shape.isText && cells[0].range.count < cells[1].range.count
  }
}
