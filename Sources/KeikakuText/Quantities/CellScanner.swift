/// Cuts a cell into figures, dates, brackets and words.
struct CellScanner {
  let text: FoldedScalars
  let dates: [DateExpression]
  private let figures: FigureParser

  init(_ text: FoldedScalars, _ units: Units) {
    self.text = text
    dates = DateScanner(text, context: .text).expressions.filter { $0.interval.reason == nil }
    figures = FigureParser(text: text, units: units.reader)
  }

  func items(in range: Range<Int>) -> [CellItem] {
    var items: [CellItem] = []
    var words = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard let item = item(at: index, limit: range.upperBound) else {
        index += 1
        continue
      }
      append(words..<index, to: &items)
      items.append(item)
      index = min(end(of: item), range.upperBound)
      words = index
    }
    append(words..<range.upperBound, to: &items)
    return items
  }

  /// Words without the blanks and marks around them; nothing where only those stand.
  private func append(_ range: Range<Int>, to items: inout [CellItem]) {
    var start = range.lowerBound
    var end = max(range.upperBound, start)
    while start < end, Self.isSeparator(text[start]) { start += 1 }
    while end > start, Self.isSeparator(text[end - 1]) { end -= 1 }
    if start < end { items.append(.words(start..<end)) }
  }

  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", ":", "、", ",", "/", "・", ";", "|", "。", "=", "…", "‥": true
    default: false
    }
  }

  private func end(of item: CellItem) -> Int {
    if case .bracket(let inner) = item { return min(inner.upperBound + 1, text.count) }
    return item.range.upperBound
  }

  private func item(at index: Int, limit: Int) -> CellItem? {
    if let date = dates.first(where: { $0.range.lowerBound == index }), date.range.upperBound <= limit {
      return dateItem(date)
    }
    if text[index].isOpeningBracket, let close = closingBracket(from: index, limit: limit) {
      return .bracket(index + 1..<close)
    }
    if let end = SchoolYear.end(in: text, at: index, limit: limit) { return .counted(index..<end) }
    if let mark = noteMark(at: index) { return .base(index..<min(mark, limit)) }
    switch figures.figure(at: index) {
    case .figure(let figure): return clipped(figure, limit)
    case .refused(let end):
      let range = index..<min(max(end, index + 1), limit)
      return isRatePer(range) ? .rate(nil, range) : .refused(range)
    case .none: return nil
    }
  }

  /// The date, or what a comparison with it takes: 平成25年度比.
  private func dateItem(_ date: DateExpression) -> CellItem {
    let end = date.range.upperBound
    if text[end] == "比" || text.end(of: "対比", at: end) != nil {
      return .base(date.range.lowerBound..<end)
    }
    return .date(date)
  }

  /// 人口10万対12.5: how many the figure is counted by, which is no unit.
  private func isRatePer(_ range: Range<Int>) -> Bool {
    let power = text[range.upperBound - 2]
    return text[range.upperBound - 1] == "対" && (power.smallPower != nil || power.largePower != nil)
  }

  /// ※1, *2, 注3 behind a value: a mark and no number. In ※85.3% the mark stands before the value.
  private func noteMark(at index: Int) -> Int? {
    guard text[index] == "※" || text[index] == "*" || text[index] == "注" || text[index] == "^" else { return nil }
    var end = index + 1
    while text[end].isDigit || text[end] == "※" || text[end] == "*" || text[end] == "{" || text[end] == "}" { end += 1 }
    let isValue = (text[end] == "." || text[end] == ",") && text[end + 1].isDigit || text[end] == "%"
    return isValue ? index + 1 : end
  }

  private func closingBracket(from start: Int, limit: Int) -> Int? {
    var depth = 0
    for index in start..<limit {
      if text[index].isOpeningBracket { depth += 1 }
      if text[index].isClosingBracket { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private func clipped(_ figure: Figure, _ limit: Int) -> CellItem {
    let end = figure.range.upperBound
    if let rate = rate(figure) { return rate }
    if let duration = duration(figure, limit) { return duration }
    if figure.unit == "点", let scale = text.end(of: "満点", at: end) { return .base(figure.range.lowerBound..<scale) }
    return end <= limit ? .figure(figure) : .refused(figure.range.lowerBound..<limit)
  }

  /// 1日当たり, 人口千人当たり; 1日500人 without 当たり.
  private func rate(_ figure: Figure) -> CellItem? {
    let end = text.skippingBlanks(figure.range.upperBound)
    let isTenAres = figure.value == 10 && figure.unit == "a"
    let unit = isTenAres ? "10a" : figure.value == 1 ? figure.unit : nil
    for word: StaticString in ["当たりの", "あたりの", "当たり", "あたり", "当り", "につき", "平均"] {
      guard let tail = text.end(of: word, at: end) else { continue }
      if text.end(of: "平均", at: end) != nil, figure.value != 1 || figure.unit != "日" { continue }
      return .rate(unit, figure.range.lowerBound..<tail)
    }
    if let occasion = occasion(figure, end) { return occasion }
    guard let unit, unit == "日" || unit == "人", text[end].isDigit || text[end] == "一" else { return nil }
    let isRate = isChained(at: end)
    guard isRate || text[end].isDigit && (unit == "日" || text[end] != "1" || text[end + 1].isDigit) else { return nil }
    return .rate(isRate ? unit : nil, figure.range.lowerBound..<end)
  }

  /// 1回平均64人, 1講座20人, and 3回平均20人, which says over how many the mean is taken.
  private func occasion(_ figure: Figure, _ end: Int) -> CellItem? {
    guard let unit = figure.unit, Self.occasions.contains(unit), !text[figure.range.lowerBound - 1].isKanji else {
      return nil
    }
    let average = text.end(of: "平均", at: end)
    guard text[text.skippingBlanks(average ?? end)].isDigit, average != nil || end == figure.range.upperBound else {
      return nil
    }
    let range = figure.range.lowerBound..<(average ?? end)
    if figure.value == 1 { return .rate(unit, range) }
    return average == nil ? nil : .base(range)
  }

  /// What happens once, or exists once, and is attended by so many.
  private static let occasions: Set<String> = [
    "回", "講座", "クラス", "教室", "会場", "学級", "公演", "イベント", "便", "件", "団体", "施設", "店舗",
  ]

  /// 1人1日当たり: the first of two rates carries no 当たり of its own.
  private func isChained(at index: Int) -> Bool {
    (text[index] == "1" || text[index] == "一")
      && (text.end(of: "日当たり", at: index + 1) ?? text.end(of: "日あたり", at: index + 1)) != nil
  }

  /// 5年間の累計, 5年間で, 3か年平均, and 5年間 alone in a bracket.
  private func duration(_ figure: Figure, _ limit: Int) -> CellItem? {
    guard let unit = figure.unit, QuantityWords.periodsOfYears.contains(unit), figure.value != nil,
      !figures.units.beginsCompound(text, at: figure.range.upperBound, behind: unit)
    else { return nil }
    var index = text.skippingBlanks(figure.range.upperBound)
    if text[figure.range.lowerBound - 1] == "/" { return .duration(figure, .cumulative) }
    if unit == "年", text[index] != "累", text[index] != "で", text.end(of: "平均", at: index) == nil,
      !figure.qualifiers.contains(.cumulative)
    {
      return nil
    }
    if unit == "か年", text[index] == "間" { index += 1 }
    if figure.qualifiers.contains(.cumulative) { return .duration(figure, .cumulative) }
    if text[index] == "の" { index = text.skippingBlanks(index + 1) }
    for (word, qualifier) in Self.durationWords {
      guard let end = text.end(of: word, at: index) else { continue }
      var counted = figure
      counted.range = figure.range.lowerBound..<min(end, limit)
      return .duration(counted, qualifier)
    }
    if unit != "年", text[index].isDigit { return .duration(figure, .cumulative) }
    let isWholeBracket = text[figure.range.lowerBound - 1].isOpeningBracket && text[index].isClosingBracket
    return isWholeBracket ? .duration(figure, .cumulative) : nil
  }

  private static let durationWords: [(StaticString, Quantity.Qualifier)] = [
    ("平均", .annualAverage), ("累計", .cumulative), ("合計", .cumulative), ("総計", .cumulative), ("延べ", .cumulative),
    ("累積", .cumulative),
    ("総数", .cumulative), ("計", .cumulative), ("で", .cumulative),
  ]
}
