import KeikakuText

/// Reads values joined by an arrow, one item or several in a line.
///
/// ```
/// 新規就業者数０人（2014年度）→５年間で６人（2019年度）
/// ①婚姻率:5.3‰(平成25年)→5.8‰(平成31年) ②出生数:3,710人(平成26年)→4,000人(平成31年)
/// ```
/// The first value is the baseline, the last a target. After 目標 in the name the arrow corrects: the first value is void.
struct ArrowItems {
  let text: ProseText
  let context: ProseContext
  private let counted: CountedItems

  init(text: ProseText, context: ProseContext) {
    self.text = text
    self.context = context
    counted = CountedItems(in: text)
  }

  private static let corrections = ProseWords("修正 見直し 変更 改定 改訂 訂正 目標人口")

  func readings() -> [IndicatorReading] {
    var result: [IndicatorReading] = []
    var start = 0
    var arrow = nextArrow(from: 0)
    while let place = arrow {
      guard let chain = chain(from: place) else {
        start = place + 1
        arrow = nextArrow(from: place + 1)
        continue
      }
      let reached = valueReached(behind: chain)
      if var reading = item(start..<place, chain, reached: reached) {
        if let last = result.last {
          reading.indicator.name = Self.named(reading.indicator.name, after: last.indicator.name)
        }
        result.append(reading)
      }
      start = behindComma(reached?.range.upperBound ?? chain.end)
      arrow = nextArrow(from: start)
    }
    return result
  }

  /// 受診率（女性） of （女性）, and 平均寿命 女性 of 女性, behind an item of the same name: a series of what is named there.
  private static func named(_ name: String, after last: String) -> String {
    let label = name.filter { !"()（） 　".contains($0) }
    let isBracketed = name.first.map { "（(".contains($0) } ?? false
    guard SeriesLabels.all.contains(label) || isBracketed && name.last.map({ "）)".contains($0) }) ?? false else {
      return name
    }
    let cut = isBracketed ? last.lastIndex { "（(".contains($0) } : last.lastIndex { " 　".contains($0) }
    return last[..<(cut ?? last.endIndex)] + (isBracketed || cut == nil ? "" : String(last[cut!])) + name
  }

  /// A comma or a stroke parts two items of a line: …→99.0％（R8）、寄附額 6.2億円（R2）→10億円（R8）.
  private func behindComma(_ end: Int) -> Int {
    let index = text.skipBlanks(end, text.scalars.count)
    guard index < text.scalars.count, "、,，;；/／".unicodeScalars.contains(text.scalars[index]) else { return end }
    return index + 1
  }

  private func nextArrow(from start: Int) -> Int? {
    text.scalars[start...].indices.first { arrowLength(at: $0) > 0 || leadsOn($0) }
  }

  /// → and ▶▶▶; a single ▶ is a bullet, unless it stands between a bracket that dates a figure and the next figure.
  private func arrowLength(at index: Int) -> Int {
    if ProseText.isArrow(text.scalars[index]) { return 1 }
    if let spoken = text.match(Self.spokenArrows, at: index, limit: text.scalars.count) { return spoken }
    let run = text.scalars[index...].prefix { $0 == "▶" || $0 == "►" }.count
    return run > 1 || run == 1 && standsBetweenFigures(index) ? run : 0
  }

  /// As editions for reading aloud write it.
  private static let spokenArrows = ProseWords("、右矢印、 右矢印、 右矢印")

  private func standsBetweenFigures(_ index: Int) -> Bool {
    guard let before = text.scalars[..<index].indices.last(where: { !text.isBlank($0) }),
      let behind = text.scalars[(index + 1)...].indices.first(where: { !text.isBlank($0) })
    else { return false }
    return ProseText.isClosing(text.scalars[before]) && (0x30...0x39).contains(text.scalars[behind].value)
  }

  private static let origins = ProseWords("から より")

  /// 78.9％（H30）から85％（R6）へ: a word for the arrow, behind a bracket that dates the figure.
  private func leadsOn(_ index: Int) -> Bool {
    index > 0 && ProseText.isClosing(text.scalars[index - 1])
      && text.match(Self.origins, at: index, limit: text.scalars.count) != nil
  }

  private struct Chain {
    var values: [ValueSpan]
    var end: Int
  }

  /// The values right of an arrow, as long as arrows follow.
  private func chain(from arrow: Int) -> Chain? {
    var values: [ValueSpan] = []
    var index = arrow
    while index < text.scalars.count, arrowLength(at: index) > 0 || leadsOn(index) {
      let isWord = leadsOn(index)
      let length = isWord ? 2 : arrowLength(at: index)
      let start = text.skipBlanks(index + length, text.scalars.count)
      guard let value = ValueSpan(in: text, at: start, limit: text.scalars.count) else { break }
      values.append(value.keeping(in: text))
      index = text.skipBlanks(values[values.count - 1].range.upperBound, text.scalars.count)
      if isWord, index < text.scalars.count, "へに".unicodeScalars.contains(text.scalars[index]) { index += 1 }
    }
    guard let last = values.last, !tellsPast(from: index),
      endsItem(max(last.range.upperBound, min(index, text.scalars.count)))
    else {
      return nil
    }
    return Chain(values: values, end: last.range.upperBound)
  }

  /// 出生数を60人（R1）から70人（R5）に増やした: what was reached, as a sentence tells it.
  private func tellsPast(from end: Int) -> Bool {
    let rest = text.scalars[min(end, text.scalars.count)...].prefix(Self.longestVerb).prefix { $0 != "。" }
    guard rest.endIndex == text.scalars.count || text.scalars[rest.endIndex] == "。" else { return false }
    return rest.last == "た"
  }

  /// In letters, to the end of its sentence.
  private static let longestVerb = 24

  /// Behind the last value the item is over; a particle would make it part of a sentence.
  private func endsItem(_ index: Int) -> Bool {
    guard index < text.scalars.count, !text.isBlank(index), !text.lineStarts.contains(index) else { return true }
    let scalar = text.scalars[index]
    return !scalar.properties.isAlphabetic || (0x4E00...0x9FFF).contains(scalar.value)
  }

  /// 82％（H25） behind 79％（H20）→95％（H32）: what was reached on the way, up to the end of the item.
  private func valueReached(behind chain: Chain) -> ValueSpan? {
    let limit = counted.end(behind: chain.end) ?? text.scalars.count
    let start = text.skipBlanks(chain.end, limit)
    guard start > chain.end, chain.values.count == 1, let aim = year(of: chain.values[0]),
      let value = ValueSpan(in: text, at: start, limit: limit), value.isNumber, let reached = year(of: value),
      reached < aim, text.skipBlanks(value.range.upperBound, limit) == limit
    else { return nil }
    return value
  }

  private func year(of value: ValueSpan) -> Int? {
    value.bracket.flatMap(ProseIndicator(text: text, context: context).period)?.endYear
  }

  private func item(_ left: Range<Int>, _ chain: Chain, reached: ValueSpan?) -> IndicatorReading? {
    guard let (before, baseline) = split(left) else { return nil }
    let name = withoutBracket(before, around: chain)
    guard let nameRange = ProseName.range(in: text, name), !LabelledValues.isLabel(nameRange, in: text),
      !LabelledValues.beginsWithLabel(nameRange, in: text)
    else { return nil }
    let isNamed = hasColon(name) || hasLead(left)
    if context.tellsSituation, !hasLead(left) { return nil }
    guard isPlausible(nameRange, baseline, chain, isNamed: isNamed) else { return nil }
    var parts = ProseIndicator.Parts(
      name: nameRange, baseline: baseline.range, targets: chain.values.map(\.range),
      whole: nameRange.lowerBound..<chain.end)
    let isDated = dateTogether(&parts, baseline, chain)
    if chain.values.count == 1, let years = context.arrowYears {
      parts.baselinePeriod = parts.baselinePeriod ?? years.baseline
      parts.targetPeriod = parts.targetPeriod ?? years.target
    }
    if corrects(nameRange, baseline) { parts.baseline = nil }
    guard let standing = standing(of: chain, parts.targetPeriods.first ?? parts.targetPeriod, left) else { return nil }
    if standing == .result {
      (parts.actuals, parts.targets) = (parts.targets, [])
      parts.actualPeriod = parts.targetPeriods.first ?? parts.targetPeriod
    } else if let reached, let first = year(of: baseline), let last = year(of: reached), first < last {
      parts.actuals = [reached.range]
      parts.whole = parts.whole.lowerBound..<reached.range.upperBound
    }
    var reading = ProseIndicator(text: text, context: context).reading(parts)
    if chain.values.count > 1, !isDated { reading.indicator.diagnostics.append(.valueUnclear) }
    return reading
  }

  /// 88.4％→92.0％（R1→R7）, 11人→14人→18人（R5→R8→R10）: the years of all the figures stand behind the last one. Where they are
  /// not one for each, none of them is the last figure's.
  private func dateTogether(_ parts: inout ProseIndicator.Parts, _ baseline: ValueSpan, _ chain: Chain) -> Bool {
    guard !baseline.hasYear, let last = chain.values.last else { return false }
    let years = YearsBehindArrow(text: text).years(of: chain.values.count + 1, from: last.core.upperBound)
    if years != nil || last.bracket.map(YearsBehindArrow(text: text).areSeveral) ?? false {
      parts.targets = chain.values.dropLast().map(\.range) + [last.core]
    }
    guard let years else { return false }
    parts.baselinePeriod = years.baseline
    parts.targetPeriods = years.targets
    parts.whole = parts.whole.lowerBound..<max(parts.whole.upperBound, years.end)
    return true
  }

  /// Whether the value right of the arrow is aimed at or was reached.
  private func standing(of chain: Chain, _ period: Temporal?, _ left: Range<Int>) -> ArrowSense.Standing? {
    guard context.arrows != .target, chain.values.count == 1, !saysTarget(chain.values[0]) else { return .target }
    let period = period ?? ProseIndicator(text: text, context: context).period(in: chain.values[0].range)
    if hasLead(left) { return .target }
    return context.arrows.standing(at: period, isNamed: context.isUnderIndicatorHeading)
  }

  /// 目標値：40％ right of the arrow.
  private func saysTarget(_ value: ValueSpan) -> Bool {
    (value.range.lowerBound..<value.core.lowerBound).contains { text.scalars[$0] == "標" }
  }

  /// 新規就農者数（5人→10人）: the bracket around the figures is no part of the name.
  private func withoutBracket(_ name: Range<Int>, around chain: Chain) -> Range<Int> {
    guard let last = name.last, ProseText.isOpening(text.scalars[last]), chain.end < text.scalars.count,
      ProseText.isClosing(text.scalars[chain.end])
    else { return name }
    return name.lowerBound..<last
  }

  /// 数値目標：出生数 stands before the figures.
  private func hasLead(_ left: Range<Int>) -> Bool {
    let start = ProseName.skipBullets(in: text, left)
    return ProseName.lead(in: text, at: start, left.upperBound) != nil
      || ProseName.spokenLead(in: text, at: start, left.upperBound) != nil
  }

  /// Two figures of one kind, or a mark and a figure; outside a list of indicators with a colon or years beside them.
  private func isPlausible(_ name: Range<Int>, _ baseline: ValueSpan, _ chain: Chain, isNamed: Bool) -> Bool {
    guard chain.values.contains(where: \.isNumber) || baseline.isNumber, !isDecreed(chain) else { return false }
    if context.isUnderIndicatorHeading { return true }
    let hasYears = chain.values.contains(where: \.hasYear) || baseline.hasYear
    let hasUnit = !endsWithDigit(baseline.core) || chain.values.contains { !endsWithDigit($0.core) }
    return hasYears || (isNamed && hasUnit) || measures(name, baseline, chain)
  }

  /// 8便→10便（令和7年4月改正）: what a day changes is no aim.
  private func isDecreed(_ chain: Chain) -> Bool {
    let last = chain.values[chain.values.count - 1]
    let behind = text.text(last.core.upperBound..<text.scalars.count)
    return ["改正", "改定", "値上げ", "値下げ"].contains(where: behind.contains)
  }

  /// ・汚水処理率 68.2％ → 70.9％ below a measure: nothing but the name of what is measured and two figures of one unit.
  private func measures(_ name: Range<Int>, _ baseline: ValueSpan, _ chain: Chain) -> Bool {
    guard context.isBelowNode, chain.values.count == 1, text.trimmed(chain.end..<text.scalars.count).isEmpty,
      baseline.isNumber, chain.values[0].isNumber, MeasureNoun.ends(text.text(name))
    else { return false }
    let units = [baseline.core, chain.values[0].core].map { core in
      text.scalars[core].filter { !$0.properties.isWhitespace }.drop { !Self.beginsUnit($0) }
    }
    return units[1].starts(with: units[0]) && !units[0].isEmpty
  }

  private static func beginsUnit(_ letter: Unicode.Scalar) -> Bool {
    !(0x30...0x39).contains(letter.value) && !"約,.，．△▲-".unicodeScalars.contains(letter)
  }

  private func endsWithDigit(_ range: Range<Int>) -> Bool {
    (0x30...0x39).contains(text.scalars[range.upperBound - 1].value)
  }

  /// 交通事故件数：, and 汚水処理率= where years are told for the arrows; 手数料=30円→50円 is any change.
  private func hasColon(_ name: Range<Int>) -> Bool {
    let end = text.trimmed(name).upperBound
    guard end > 0 else { return false }
    let mark = text.scalars[end - 1]
    return ":：…".unicodeScalars.contains(mark) || "=＝".unicodeScalars.contains(mark) && context.arrowYears != nil
  }

  private func corrects(_ name: Range<Int>, _ baseline: ValueSpan) -> Bool {
    !baseline.hasYear && name.contains { text.match(Self.corrections, at: $0, limit: name.upperBound) != nil }
  }

  /// The name and the value in what stands left of the arrow: the first place from which a value reaches the arrow.
  private func split(_ left: Range<Int>) -> (name: Range<Int>, value: ValueSpan)? {
    let left = text.trimmed(left)
    let first = ProseName.start(in: text, lastItem(of: left))
    var bracketEnd = first
    for start in first..<max(first, left.upperBound) {
      // （累計） belongs to the name before it; no value begins within a bracket.
      if start >= bracketEnd, let end = text.endOfBracket(at: start, limit: left.upperBound) { bracketEnd = end }
      guard start >= bracketEnd || ProseText.isOpening(text.scalars[start]), mayBegin(start, first) else {
        continue
      }
      guard let value = ValueSpan(in: text, at: start, limit: left.upperBound) else { continue }
      if text.skipBlanks(value.range.upperBound, left.upperBound) == left.upperBound { return (first..<start, value) }
    }
    return nil
  }

  /// What stands behind the last number that counts items, or the last sentence.
  private func lastItem(of left: Range<Int>) -> Range<Int> {
    if let start = counted.starts.last(where: left.contains) { return start..<left.upperBound }
    let start = left.last { (0x2460...0x2473).contains(text.scalars[$0].value) || text.scalars[$0] == "。" }
    return (start ?? left.lowerBound)..<left.upperBound
  }

  private func mayBegin(_ index: Int, _ first: Int) -> Bool {
    guard index > first, !text.isBlank(index) else { return false }
    let isDigit = { (scalar: Unicode.Scalar) in (0x30...0x39).contains(scalar.value) }
    // The 計 of 一般会計 is no sum.
    if text.scalars[index] == "計", (0x4E00...0x9FFF).contains(text.scalars[index - 1].value) { return false }
    return
      !(isDigit(text.scalars[index])
      && (isDigit(text.scalars[index - 1]) || ".,".unicodeScalars.contains(text.scalars[index - 1])))
  }
}
