import KeikakuText

/// Settles what each column holds where the header leaves it open, by what stands below it.
struct ColumnResolver {
  let scan: TableScan
  let body: Range<Int>
  let context: TableContext
  var layout: ColumnLayout
  private(set) var census: [ColumnCensus] = []

  init(_ layout: ColumnLayout, scan: TableScan, body: Range<Int>, context: TableContext) {
    self.layout = layout
    self.scan = scan
    self.body = body
    self.context = context
  }

  /// The layout with every role settled.
  mutating func resolved() -> ColumnLayout {
    census = ColumnCensus.columns(of: scan, rows: body, width: layout.columns.count)
    settleDirections()
    dropValueRolesOverText()
    settleAmbiguousNames()
    settleNames()
    settleOutputs()
    settleYearHeads()
    settleGrades()
    keepOneBaseline()
    settleMiddle()
    settleProgress()
    settleSums()
    inferYearSeries()
    inferMissingRole()
    inferUntitledFigures()
    return layout
  }

  /// 目標値 as the label of a group of rows, or over sentences, heads no figures. Nor does 計画 over 食育推進計画 beside 目標値 over
  /// 95%: other words than those for values, where the figures of the same kind stand in another column.
  private mutating func dropValueRolesOverText() {
    for column in layout.columns.indices where layout.columns[column].role?.isValue == true {
      let counts = census[column]
      let isLabel = counts.filled == 0 || (counts.figures == 0 && counts.years == 0 && counts.isMostlyText)
      guard isLabel, figuresContinue(column) == false else { continue }
      let hasNameRight = layout.columns.indices.dropFirst(column + 1).contains { layout.columns[$0].role == .name }
      if hasNameRight || (counts.prose > 0 && counts.words == 0) {
        layout.columns[column].role = .group
      } else if hasFigures(layout.columns[column].role, besides: column), holdsNoValues(column) {
        layout.columns[column].role = nil
        layout.columns[column].isTitled = false
      }
    }
  }

  func hasFigures(_ role: ColumnRole?, besides column: Int) -> Bool {
    layout.columns.indices.contains { $0 != column && layout.columns[$0].role == role && census[$0].isMostlyFigures }
  }

  private func holdsNoValues(_ column: Int) -> Bool {
    let cells = filled(column)
    return !cells.isEmpty && cells.allSatisfy { !ValueLook.isValue(scan.text($0)) }
  }

  /// 目標 over アップ and ダウン, the figures beside it under a year alone: the words tell the direction, the year is that of
  /// the target.
  private mutating func settleDirections() {
    for column in layout.columns.indices.dropLast() where layout.columns[column].role == .target {
      let next = layout.columns[column + 1]
      guard next.role == nil, next.period != nil, census[column + 1].isMostlyFigures,
        census[column].figures == 0, census[column].isMostlyText
      else { continue }
      layout.columns[column].role = .direction
      layout.columns[column + 1].role = .target
    }
  }

  /// 事業名 | 実績 | KPI | 目標 | 実績値: what stands left of the name is the activity's own output where the indicator's
  /// figures of the same kind stand right of it. 目標 | 評価指標 | 現状値 | 目標値 over 目標１ and 1-1: the goal that is measured.
  private mutating func settleOutputs() {
    guard let name = layout.nameColumn else { return }
    let isBesideNames = layout.columns[..<name].contains { $0.role == .name || $0.role == .group }
    for column in layout.columns.indices.prefix(name) {
      guard let role = layout.columns[column].role, role.isValue, census[column].filled > 0,
        layout.columns[(name + 1)...].contains(where: { $0.role == role })
      else { continue }
      if holdsNumbersOfItems(column) {
        layout.columns[column].role = .group
      } else if isBesideNames {
        layout.columns[column].role = .forecast
      }
    }
  }

  /// 目標１, 1-1, ②: the head's own word and a number, or a number that counts and measures nothing.
  private func holdsNumbersOfItems(_ column: Int) -> Bool {
    let heads = layout.headerRows.compactMap { scan[$0, column] }.map { scan.text($0) }
    return filled(column).allSatisfy { cell in
      let text = scan.text(cell)
      let label = heads.first { !$0.isEmpty && text.hasPrefix($0) }
      let number = text.dropFirst(label?.count ?? 0)
      let counts =
        label != nil || number.contains("-") || number.contains { $0.isNumber && !$0.isWholeNumber || !$0.isASCII }
      return counts && (1...5).contains(number.count) && number.allSatisfy { $0.isNumber || "-.()".contains($0) }
    }
  }

  /// 基準年度 over 2013年度 over figures: the head of a value, its year below it.
  private mutating func settleYearHeads() {
    for column in layout.columns.indices where layout.columns[column].period != nil && census[column].isMostlyFigures {
      switch layout.columns[column].role {
      case .baselineYear where !isBesideItsValue(column, .baseline): layout.columns[column].role = .baseline
      case .targetYear where !isBesideItsValue(column, .target): layout.columns[column].role = .target
      default: break
      }
    }
  }

  /// 基準年度 | 基準値: the year of the figure right of it.
  private func isBesideItsValue(_ column: Int, _ role: ColumnRole) -> Bool {
    layout.columns.dropFirst(column + 1).first?.role == role && census[column].years > 0
  }

  /// The cells of a column in the body that are not empty.
  func filled(_ column: Int) -> [TableScan.Cell] {
    body.compactMap { scan[$0, column] }.filter { $0.shape != .empty }
  }

  private func figuresContinue(_ column: Int) -> Bool {
    layout.columns.indices.contains { layout.columns[$0].continues == column && census[$0].figures > 0 }
  }

  private mutating func settleNames() {
    let firstValue = layout.firstValue ?? layout.columns.count
    let named = layout.columns.indices.filter {
      layout.columns[$0].role == .name && (!census[$0].isMostlyFigures || holdsNames($0))
    }
    let before = named.filter { $0 < firstValue }.map(besideNumbers)
    layout.nameColumn =
      before.last { census[$0].isMostlyText } ?? before.last ?? named.first ?? columnOfNames(before: firstValue)
    for column in named where column != layout.nameColumn {
      layout.columns[column].role = column < (layout.nameColumn ?? 0) ? .group : .definition
    }
    if let column = context.definitionColumn, layout.columns.indices.contains(column) {
      layout.columns[column].role = .definition
    }
  }

  /// 100歳体操の参加者, 5歳児健診の受診率: names that begin with a figure, below a head for names.
  private func holdsNames(_ column: Int) -> Bool {
    let cells = filled(column)
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        // 参 is a numeral too.
        let rest = scan.text(cell).drop { $0.isASCII && ($0.isNumber || ",.".contains($0)) }
        return rest.count > 4 && !rest.contains { $0.isASCII && $0.isNumber }
          && !QuantityReader(units: context.units).isUnit(String(rest))
      }
  }

  /// 数値目標 over ① and the name beside it: one head for both.
  private func besideNumbers(_ column: Int) -> Int {
    let next = column + 1
    guard next < layout.columns.count, layout.columns[next].continues == column, census[next].isMostlyText,
      body.allSatisfy({ row in scan[row, column].map { $0.shape == .empty || isNumber($0) } ?? true })
    else { return column }
    return next
  }

  /// ①, (1), 1., ア.
  private func isNumber(_ cell: TableScan.Cell) -> Bool { scan.text(cell).filter { !"().-".contains($0) }.count <= 2 }

  /// KPI or 数値目標 over figures, or right of the baseline, is a target column where no other is so named.
  private mutating func settleAmbiguousNames() {
    let hasTarget = layout.contains(.target)
    for column in layout.columns.indices where layout.columns[column].role == .name && column > 0 {
      let before = layout.columns[..<column]
      let isOverFigures = census[column].isMostlyFigures && before.contains { $0.role == .name }
      let isRightOfBaseline = layout.columns[column].mayBeTarget && before.contains { $0.role == .baseline }
      guard isOverFigures || (isRightOfBaseline && !hasTarget) else { continue }
      layout.columns[column].role =
        hasTarget || !layout.columns[column].mayBeTarget && layout.contains(.target) ? nil : .target
    }
  }

  /// 達成度 over percentages is a rate, over letters or marks a grade; 中間評価（R3） and 中間評価値 over figures of the targets' kind
  /// are results.
  private mutating func settleGrades() {
    for column in layout.columns.indices where layout.columns[column].role == .grade && census[column].isMostlyFigures {
      let rows = body.filter { scan[$0, column]?.shape == .figure }
      let ofTargets = layout.first(.target).map { target in
        rows.filter { isPercent($0, column) == isPercent($0, target) }
      }
      if layout.columns[column].period != nil || isHeadedByMeasuring(column), ofTargets?.count == rows.count {
        layout.columns[column].role = .actual
        layout.isInferred = true
      } else if rows.contains(where: { isPercent($0, column) }) || areScoresOfHundred(rows, column) {
        layout.columns[column].role = .achievementRate
      }
    }
    guard !layout.contains(.grade) else { return }
    for column in layout.columns.indices where layout.columns[column].role == .remarks && holdsMarks(column) {
      layout.columns[column].role = .grade
    }
  }

  /// 中間評価値 and 最終評価時 head what was measured for an evaluation, 評価 alone heads a mark.
  private func isHeadedByMeasuring(_ column: Int) -> Bool {
    layout.headerRows.contains { row in
      scan[row, column].map {
        Self.measuring.occurs(in: scan.bytes.span, from: $0.range.lowerBound, to: $0.range.upperBound)
      }
        ?? false
    }
  }

  private static let measuring = WordTrie(["中間評価", "最終評価", "評価値", "評価時", "評価年度"].map { ($0, true) })

  /// 99.6, 100.2: more than any scale of grades has.
  private func areScoresOfHundred(_ rows: [Int], _ column: Int) -> Bool {
    !rows.isEmpty
      && rows.allSatisfy { row in
        scan[row, column].flatMap { Double(scan.text($0)) }.map { $0 > 10 } ?? false
      }
  }

  private func isPercent(_ row: Int, _ column: Int) -> Bool {
    scan[row, column].map { scan.bytes[$0.range].contains(UInt8(ascii: "%")) } ?? false
  }

  /// ○, △, A: one letter in each cell is a grade, under 達成状況 too. ⅱ and ② count something that is told elsewhere.
  private func holdsMarks(_ column: Int) -> Bool {
    let cells = filled(column).filter { $0.shape != .mark }
    return cells.count > 1
      && cells.allSatisfy { cell in
        let text = String(decoding: scan.bytes[cell.range], as: UTF8.self).unicodeScalars
        return text.count == 1 && !text.contains { Self.countingLetters.contains($0) }
      }
  }

  private static let countingLetters = Set("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ①②③④⑤⑥⑦⑧⑨".unicodeScalars)

  /// Without a header word for names they stand in the nearest column of words left of the figures.
  private func columnOfNames(before firstValue: Int) -> Int? {
    let candidates = layout.columns.indices.prefix(firstValue).filter { column in
      let role = layout.columns[column].role
      return census[column].isMostlyText && (role == nil || role == .group || role == .name || role == .definition)
    }
    return candidates.last { layout.columns[$0].role == nil || layout.columns[$0].role == .name }
      ?? candidates.last { layout.columns[$0].role == .group } ?? candidates.last
  }

  /// 当初値 | 現状値 | 目標値: the first is where the plan started, the second how it stood when it was written.
  private mutating func keepOneBaseline() {
    let baselines = layout.columns.indices.filter { layout.columns[$0].role == .baseline }
    for column in baselines.dropFirst() where layout.columns[column].continues == nil {
      layout.columns[column].role = .actual
    }
  }

  private static let middle = Array("中間値".utf8)
  private static let result = Array("実績".utf8)

  /// 現状値 | 中間値 | 目標値: whether the figure midway was measured or is aimed at only the document's date tells.
  private mutating func settleMiddle() {
    guard layout.contains(.target) else { return }
    let results = layout.columns.filter { $0.role == .actual }.compactMap { $0.period?.startYear }
    for column in layout.columns.indices where layout.columns[column].role == .actual {
      // Before another result it was measured.
      if let year = layout.columns[column].period?.endYear, results.contains(where: { $0 > year }) { continue }
      let isMiddle = layout.headerRows.contains { row in
        scan[row, column].map {
          scan.bytes[$0.range].starts(with: Self.middle) && !scan.bytes[$0.range].span.holds(Self.result.span)
        } ?? false
      }
      guard isMiddle else { continue }
      if isForeseen(column) {
        layout.columns[column].role = .target
        layout.isInferred = true
      } else {
        layout.columns[column].role = nil
        layout.columns[column].period = nil
      }
    }
  }

  /// A column of a year that lies ahead of the document and before that of its targets. Rates and grades say that the table
  /// looks back.
  func isForeseen(_ column: Int) -> Bool {
    guard let year = layout.columns[column].period?.startYear, !layout.contains(.achievementRate),
      !layout.contains(.grade),
      let last = layout.lastTargetYear, year < last
    else { return false }
    return context.vantage.foresees(year, current: presentYear)
  }

  private static let present = ["現状", "現況"].map { Array($0.utf8) }

  /// The year of 現状値 where the header calls the baseline so: the last that was known when the table was made.
  private var presentYear: Int? {
    guard let column = layout.first(.baseline) else { return nil }
    let isPresent = layout.headerRows.contains { row in
      scan[row, column].map { cell in Self.present.contains { scan.bytes[cell.range].span.holds($0.span) } } ?? false
    }
    return isPresent ? layout.columns[column].period?.endYear : nil
  }

  /// 進捗状況 over 27年度 | 28年度 with figures: the results of these years.
  private mutating func settleProgress() {
    guard layout.contains(.target) else { return }
    for column in layout.columns.indices
    where layout.columns[column].role == .remarks && layout.columns[column].period != nil
      && census[column].isMostlyFigures && isHeadedByYear(column)
    {
      layout.columns[column].role = .actual
    }
  }

  private func isHeadedByYear(_ column: Int) -> Bool {
    layout.headerRows.last.flatMap { scan[$0, column] }.map { $0.shape.isYear } ?? false
  }

  /// 累計（H28～R2年度） right of the year's result is the result of all years together.
  private mutating func settleSums() {
    for column in layout.columns.indices.dropFirst() where layout.columns[column].role == nil {
      guard layout.columns[column - 1].role == .actual, census[column].isMostlyFigures,
        layout.headerRows.contains(where: { row in
          scan[row, column].map { $0.header == nil && scan.isSum($0) } ?? false
        })
      else { continue }
      layout.columns[column].role = .actual
      layout.columns[column].isCumulative = true
    }
  }

  /// A damaged or new header word over figures: beside a known baseline it is the target, and the other way about.
  private mutating func inferMissingRole() {
    guard layout.saysIndicators || context.isUnderIndicatorHeading, let name = layout.nameColumn else { return }
    let unknown = layout.columns.indices.filter { column in
      layout.columns[column].role == nil && layout.columns[column].isTitled && column > name
        && census[column].isMostlyFigures
    }
    guard unknown.count == 1, let column = unknown.first else { return }
    let baseline = layout.first(.baseline)
    let target = layout.first(.target)
    if let baseline, target == nil, column > baseline {
      layout.columns[column].role = .target
    } else if let target, baseline == nil, column < target, !layout.contains(.actual) {
      layout.columns[column].role = .baseline
    } else {
      return
    }
    layout.isInferred = true
  }

  /// A header that does not reach the last column of figures: 指標 | 現状値 | | 目標値 over shifted cells is left to the rows,
  /// but a column of figures right of a lone baseline with no header at all is where the target stands.
  private mutating func inferUntitledFigures() {
    guard layout.saysIndicators, !layout.contains(.target), let baseline = layout.first(.baseline) else { return }
    let next = layout.columns.indices.first {
      $0 > baseline && !layout.columns[$0].isTitled && census[$0].isMostlyFigures
    }
    guard let column = next, census[baseline].isMostlyFigures else { return }
    layout.columns[column].role = .target
    layout.columns[column].continues = nil
    layout.isInferred = true
  }
}
