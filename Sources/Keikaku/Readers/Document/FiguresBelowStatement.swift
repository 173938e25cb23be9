import KeikakuText

/// Lines of nothing but figures right below the one statement that they belong to.
///
///     リサイクル率を25％以上とする。              達成状況  21％（H26）→20％（R1）
///     ごみの量を令和元年度より10％以上削減する。     592グラム→533グラム
///     令和6年の転出超過数 90人抑制                （令和6年 転出超過数150人、平成26年 転出超過数240人）
///
/// What is stated must bear them out: by its year, its figure, or the difference of the two.
extension DocumentReader {
  /// The last block that stated one indicator and no other.
  struct Statement {
    var block: Int
    var indicator: Int
  }

  /// In blocks, between a statement and its figures: 達成状況.
  private static let farthest = 2

  mutating func takeFiguresBelow(_ fragment: MappedText, _ index: Int) -> Bool {
    guard let statement = lastStatedOne, index - statement.block <= Self.farthest + 1,
      (statement.block + 1..<index).allSatisfy({ isWords(outline.blocks[$0]) }),
      indicators[statement.indicator].indicator.targets.count == 1
    else { return false }
    return takeChange(fragment, of: statement.indicator) || takeLevels(fragment, of: statement.indicator)
  }

  private func isWords(_ block: Block) -> Bool {
    guard case .fragment(let text) = block.content else { return false }
    return !text.text.contains(where: \.isNumber)
  }

  // MARK: An arrow

  private mutating func takeChange(_ fragment: MappedText, of place: Int) -> Bool {
    guard Arrows.partFigures(fragment.text), let (first, last) = change(fragment, named: indicators[place].indicator)
    else { return false }
    let aim = indicators[place].indicator.targets[0]
    if let year = last.quantity.period?.endYear {
      guard let end = aim.quantity.period?.endYear, year < end,
        StatedLevel.measures(last.quantity, aim.quantity)
      else { return false }
      indicators[place].indicator.actuals.append(last)
    } else if let level = StatedLevel.level(last.quantity, from: first.quantity, by: aim.quantity) {
      indicators[place].indicator.targets = [Measurement(quantity: level, source: last.source)]
    } else if !StatedLevel.repeats(last.quantity, aim.quantity) {
      return false
    }
    indicators[place].indicator.baseline = indicators[place].indicator.baseline ?? first
    indicators[place].indicator.unit = first.quantity.unit ?? indicators[place].indicator.unit
    return true
  }

  /// The figures on both sides of the arrow in the last line of a fragment; above it nothing but how it went may stand.
  private func change(_ fragment: MappedText, named indicator: Indicator) -> (first: Measurement, last: Measurement)? {
    guard let line = fragment.lines.last, let piece = fragment.pieces.last,
      fragment.lines.dropLast().allSatisfy({ !$0.contains(where: \.isNumber) })
    else { return nil }
    var statement = MappedText(text: indicator.name, source: indicator.source)
    statement.append(
      line, source: SourceRange(piece.sourceStart..<piece.sourceStart + line.utf8.count), separator: " ")
    let found = proseReader.indicators(
      in: statement, context: ProseContext(isUnderIndicatorHeading: true, units: lexicon.units))
    guard found.count == 1, found[0].indicator.name == indicator.name, let first = found[0].indicator.baseline,
      found[0].indicator.targets.count == 1, first.quantity.unit == found[0].indicator.targets[0].quantity.unit
    else { return nil }
    return (first, found[0].indicator.targets[0])
  }

  // MARK: A bracket

  private mutating func takeLevels(_ fragment: MappedText, of place: Int) -> Bool {
    let text = ProseText(fragment)
    let aim = indicators[place].indicator.targets[0]
    guard let levels = LevelsInBracket(text: text, units: lexicon.units),
      let level = StatedLevel.level(levels.later.quantity, between: levels.earlier.quantity, by: aim.quantity)
    else { return false }
    indicators[place].indicator.baseline = levels.earlier
    indicators[place].indicator.targets = [Measurement(quantity: level, source: levels.later.source)]
    return true
  }
}

/// Whether a figure is the level that a stated change leads to.
enum StatedLevel {
  /// 533 from 592 by 10％以上削減: the level with the change beside it, where the figures agree.
  static func level(_ last: Quantity, from first: Quantity, by change: Quantity) -> Quantity? {
    guard change.unit == "%", last.unit != "%", let share = bound(change), let start = bound(first),
      let end = bound(last), let sign = sign(of: change), start != 0,
      abs(start * (1 + sign * share / 100) - end) <= abs(start) * tolerance
    else { return nil }
    return with(last, change)
  }

  /// 150人 behind 240人 by 90人抑制.
  static func level(_ last: Quantity, between first: Quantity, by change: Quantity) -> Quantity? {
    guard change.unit == last.unit, first.unit == last.unit, let difference = bound(change), let start = bound(first),
      let end = bound(last), let sign = sign(of: change), start + sign * difference == end
    else { return nil }
    return with(last, change)
  }

  /// What is aimed at is a level of the same unit, or a share by which the figure is to change.
  static func measures(_ figure: Quantity, _ aim: Quantity) -> Bool {
    sign(of: aim) == nil ? figure.unit == aim.unit : aim.unit == "%" && figure.unit != "%"
  }

  /// 26％ below 26％以上とする.
  static func repeats(_ last: Quantity, _ aim: Quantity) -> Bool {
    last.unit == aim.unit && bound(last) != nil && bound(last) == bound(aim) && sign(of: aim) == nil
  }

  /// Of the first figure: what is printed is rounded.
  private static let tolerance = 0.005

  private static func with(_ level: Quantity, _ change: Quantity) -> Quantity {
    var level = level
    level.period = level.period ?? change.period
    level.also.append(change)
    return level
  }

  private static func bound(_ quantity: Quantity) -> Double? {
    (quantity.value ?? quantity.low ?? quantity.high).flatMap { Double($0.description) }
  }

  private static func sign(of change: Quantity) -> Double? {
    if change.qualifiers.contains(.decrease) { return -1 }
    return change.qualifiers.contains(.increase) ? 1 : nil
  }
}
