import KeikakuText

/// Columns that years alone head.
extension ColumnResolver {
  /// Columns headed by a year alone: beside a target column they are results, after a baseline alone they are targets. A
  /// single one before the years of the targets, H30 | R6目標, is where the plan starts.
  mutating func inferYearSeries() {
    let hasResults = layout.contains(.actual)
    let series = layout.columns.indices.filter { column in
      layout.columns[column].role == nil && layout.columns[column].period != nil && layout.columns[column].isTitled
        && column != layout.nameColumn
        && (!census[column].isMostlyText || hasResults && census[column].figures > 0 || holdsLabelledFigures(column)
          || holdsWordsForNone(column))
    }
    // Beside columns of results one of なし and 102,521人 is another of them.
    guard let first = series.first, !comparesFinances,
      hasResults || series.contains(where: { holdsYearsFigures($0) })
    else { return }
    let hasTarget = layout.contains(.target)
    let isArrow = isArrowBetween(series)
    if isArrow { layout.columns[series[0] + 1].continues = nil }
    if context.namesBothValues || isPlanned(series) || isArrow, !hasTarget, !layout.contains(.baseline),
      series.count == 2,
      isInOrder(series)
    {
      layout.columns[series[0]].role = .baseline
      layout.columns[series[1]].role = .target
      layout.isInferred = !context.namesBothValues
      return
    }
    guard hasTarget || layout.saysIndicators || context.isUnderIndicatorHeading else { return }
    let baseline = layout.first(.baseline)
    let role: ColumnRole =
      if !hasTarget && (baseline.map({ $0 < first }) == true || takesResultForBaseline(series)) {
        .target
      } else if baseline == nil && series.count == 1 && isBeforeTargets(first) {
        .baseline
      } else {
        .actual
      }
    for column in series {
      let isAhead =
        role == .actual && !hasResults && (isForeseen(column) || !hasTarget && standsFarAhead(column, in: series))
      layout.columns[column].role = isAhead ? .target : role
    }
    layout.isInferred = true
  }

  /// 類似団体平均 and 早期健全化基準 beside years alone: a table of how the finances stand, which no plan aims at.
  private var comparesFinances: Bool {
    guard !layout.contains(.target), !layout.contains(.baseline) else { return false }
    return layout.headerRows.contains { row in
      scan.rows[row].contains { cell in
        Self.financialStandards.occurs(in: scan.bytes.span, from: cell.range.lowerBound, to: cell.range.upperBound)
      }
    }
  }

  private static let financialStandards = WordTrie(["類似団体", "健全化基準", "再生基準"].map { ($0, true) })

  /// 指標 | H26 | H31: the columns of a plan's first year and its last.
  private func isPlanned(_ series: [Int]) -> Bool {
    series.count == 2 && !layout.contains(.actual)
      && context.isPlan(from: layout.columns[series[0]].period, to: layout.columns[series[1]].period)
  }

  /// R2 | R3 | R4 | R9: results by year, and years behind the last of them where the plan is to go.
  private func standsFarAhead(_ column: Int, in series: [Int]) -> Bool {
    let years = series.compactMap { layout.columns[$0].period?.startYear }
    guard column == series.last, years.count == series.count, years.count > 3 else { return false }
    let steps = zip(years, years.dropFirst()).map { $1 - $0 }
    return steps.dropLast().allSatisfy { $0 == 1 } && steps[steps.count - 1] > 3
  }

  /// 2023年度 | ▶ | 2029年度: from the one to the other.
  private func isArrowBetween(_ series: [Int]) -> Bool {
    guard series.count == 2, series[1] == series[0] + 2, !layout.contains(.actual) else { return false }
    let between = filled(series[0] + 1)
    return !between.isEmpty && between.allSatisfy { Self.isArrow(scan.text($0)) }
  }

  private static func isArrow(_ text: String) -> Bool {
    text.count == 1 && Arrows.betweenCells.contains(text[text.startIndex]) || text == ">"
  }

  /// R4実績 | R6 | R7 | R8: years left out behind the only result are no results that go on; it is where the plan starts from.
  private mutating func takesResultForBaseline(_ series: [Int]) -> Bool {
    let results = layout.columns.indices.filter { layout.columns[$0].role == .actual }
    guard !layout.contains(.baseline), results.count == 1, results[0] < series[0], series.count > 1, isInOrder(series),
      let last = layout.columns[results[0]].period?.endYear, let next = layout.columns[series[0]].period?.startYear,
      next > last + 1
    else { return false }
    layout.columns[results[0]].role = .baseline
    return true
  }

  /// Figures, with 増加 or 維持 in place of some.
  private func holdsYearsFigures(_ column: Int) -> Bool {
    census[column].isMostlyFigures || holdsLabelledFigures(column)
      || census[column].figures > 0 && holdsWordsForNone(column)
  }

  /// 集計中 in every row: the year's figures are not known yet.
  private func holdsWordsForNone(_ column: Int) -> Bool {
    let cells = filled(column)
    return !cells.isEmpty && cells.allSatisfy { ValueLook.isValue(scan.text($0)) }
  }

  /// 目標 5 over 実績 4 in the cells of a year.
  private func holdsLabelledFigures(_ column: Int) -> Bool {
    let cells = filled(column).filter { $0.shape != .mark }
    return !cells.isEmpty
      && cells.allSatisfy { cell in
        LabelledFigures.words.contains { scan.bytes[cell.range].starts(with: $0) } && scan.hasYearSign(cell)
      }
  }

  private func isInOrder(_ columns: [Int]) -> Bool {
    let years = columns.compactMap { layout.columns[$0].period?.startYear }
    return years.count == columns.count && zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
  }

  private func isBeforeTargets(_ column: Int) -> Bool {
    let targets = layout.columns.indices.filter { layout.columns[$0].role == .target }
    guard let year = layout.columns[column].period?.endYear, !layout.contains(.actual) else { return false }
    return targets.allSatisfy { target in
      target > column && layout.columns[target].period?.startYear.map { $0 > year } ?? false
    }
  }
}
