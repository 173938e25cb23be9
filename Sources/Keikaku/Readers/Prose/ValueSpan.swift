import KeikakuText

/// Finds where a value begins and ends in running text: 令和6年度 約1,873人/年（R6）, ― 件/年, 維持.
struct ValueSpan {
  /// The whole expression with its dates and brackets.
  var range: Range<Int>
  /// The figure or word without them.
  var core: Range<Int>
  /// The bracket behind the figure.
  var bracket: Range<Int>?
  var isNumber: Bool
  /// A year stands before the figure or in its bracket.
  var hasYear: Bool

  /// 0人を維持（R6）: with what is to become of the figure, and the bracket behind it.
  func keeping(in text: ProseText) -> ValueSpan {
    let limit = text.scalars.count
    guard isNumber, bracket == nil, let length = text.match(Self.kept, at: range.upperBound, limit: limit) else {
      return self
    }
    var result = self
    result.range = range.lowerBound..<range.upperBound + length
    let open = text.skipBlanks(result.range.upperBound, limit)
    guard let close = text.endOfBracket(at: open, limit: limit) else { return result }
    result.bracket = open + 1..<close - 1
    result.hasYear = hasYear || (open..<close).contains { Self.date(in: text, at: $0, limit: close) != nil }
    result.range = range.lowerBound..<close
    return result
  }

  private static let kept = ProseWords("を維持 維持 を維持する の維持 を継続 を確保 の確保")
  private static let prefixes = ProseWords(
    "約 およそ 概ね おおむね 早期に 年平均 年間平均 平均 累計 延べ 延 年間 毎年度 毎年 年 計 合計 総数 月平均 1日平均 現状値 基準値 現状 基準 現況値 当初値 目標値 目標 実績 実績値 決算 決算額 見込 見込み 国調"
  )
  private static let results = ProseWords(
    "維持 現状維持 均衡 解消 全廃 廃止 完了 根絶 増加 減少 向上 上昇 半減 倍増 全国平均以上 県平均以上 全国平均 県平均並み 現状値以上 ゼロ 皆増 増 減 なし")
  static let eras = ProseWords("平成 令和 昭和 西暦")

  /// The value that begins at `start`; nil where none does.
  init?(in text: ProseText, at start: Int, limit: Int) {
    let (begin, isDated) = Self.skipLead(in: text, at: start, limit: limit)
    guard let figure = Self.figure(in: text, at: begin, limit: limit) else { return nil }
    core = begin..<figure.end
    isNumber = figure.isNumber
    hasYear = isDated
    range = start..<figure.end
    let open = text.skipBlanks(figure.end, limit)
    // [数値目標] opens the next statement.
    guard let close = text.endOfBracket(at: open, limit: limit), ProseName.lead(in: text, at: open, limit) == nil else {
      return
    }
    bracket = open + 1..<close - 1
    hasYear = isDated || (open..<close).contains { Self.date(in: text, at: $0, limit: close) != nil }
    range = start..<close
  }

  /// What may stand before a figure: dates, 約, 累計, 5年間で.
  private static func skipLead(in text: ProseText, at start: Int, limit: Int) -> (end: Int, isDated: Bool) {
    var index = start
    var isDated = false
    while index < limit {
      if let end = datesOfSpan(in: text, at: index, limit: limit) ?? date(in: text, at: index, limit: limit) {
        isDated = true
        index = skipSeparators(text, skipUntil(text, end, limit), limit)
      } else if let length = text.match(prefixes, at: index, limit: limit) {
        index = skipSeparators(text, index + length, limit)
      } else if let end = span(of: text, at: index, limit: limit) {
        index = skipSeparators(text, end, limit)
      } else {
        break
      }
    }
    return (index, isDated)
  }

  /// H22～H26, 2015～2019年度: the years over which a figure is counted.
  private static func datesOfSpan(in text: ProseText, at start: Int, limit: Int) -> Int? {
    let first = date(in: text, at: start, limit: limit) ?? fullYear(text, start, limit)
    guard let first, first < limit, let length = text.match(spans, at: first, limit: limit),
      let end = date(in: text, at: first + length, limit: limit)
    else { return nil }
    return text.match(untils, at: end, limit: limit).map { end + $0 } ?? end
  }

  private static let spans = ProseWords("～ 〜 ~ から")

  private static func fullYear(_ text: ProseText, _ start: Int, _ limit: Int) -> Int? {
    let end = digits(text, start, limit)
    return end - start == 4 ? end : nil
  }

  private static let untils = ProseWords("までの までに には に まで からの")

  /// 令和6年度に98.5％, 令和6年度までに10万人: a date by which the figure right behind it is to be reached.
  private static func skipUntil(_ text: ProseText, _ end: Int, _ limit: Int) -> Int {
    guard let length = text.match(untils, at: end, limit: limit) else { return end }
    let next = skipSeparators(text, end + length, limit)
    return next < limit && isDigit(text.scalars[next]) ? end + length : end
  }

  private static func skipSeparators(_ text: ProseText, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text.isBlank(index) || ":：のは)）".unicodeScalars.contains(text.scalars[index]) { index += 1 }
    return index
  }

  /// 5年間で, 5年間累計, 5年後に: the time over which a figure is counted, or after which it is reached.
  private static func span(of text: ProseText, at start: Int, limit: Int) -> Int? {
    let index = digits(text, start, limit)
    guard index > start else { return nil }
    return text.match(times, at: index, limit: limit).map { index + $0 }
  }

  private static let times = ProseWords("年間の合計で 年間の累計で 年間で 年間の累計 年間累計 か年で ヵ年累計 か年累計 年後に 年後には 年後の")

  /// The end of a comma and a time such as 10年間で, and the blanks around them.
  static func skipTime(in text: ProseText, at start: Int, limit: Int) -> Int {
    var index = text.skipBlanks(start, limit)
    if index < limit, text.scalars[index] == "、" { index = text.skipBlanks(index + 1, limit) }
    return text.skipBlanks(span(of: text, at: index, limit: limit) ?? index, limit)
  }

  private static func digits(_ text: ProseText, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, isDigit(text.scalars[index]) { index += 1 }
    return index
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// A year alone or in brackets: 令和6年度, R6, (H31), 2019年度.
  static func date(in text: ProseText, at start: Int, limit: Int) -> Int? {
    if let close = text.endOfBracket(at: start, limit: limit) {
      guard let end = date(in: text, at: start + 1, limit: close - 1), end == close - 1 else { return nil }
      return close
    }
    var index = start
    if let length = text.match(eras, at: index, limit: limit) {
      index = text.skipBlanks(index + length, limit)
    } else if index < limit, "HRS".unicodeScalars.contains(text.scalars[index]) {
      index += 1
    } else {
      let end = digits(text, start, limit)
      guard end - start == 4, end < limit, text.scalars[end] == "年" else { return nil }
    }
    var end = digits(text, index, limit)
    if end == index, index < limit, text.scalars[index] == "元" { end = index + 1 }
    guard end > index, end - index <= 4 else { return nil }
    return twin(of: text, from: end, limit) ?? tail(of: text, from: end, limit)
  }

  /// (2029)年度 of 令和11(2029)年度: the same year of the other calendar.
  private static func twin(of text: ProseText, from start: Int, _ limit: Int) -> Int? {
    guard let close = text.endOfBracket(at: start, limit: limit), digits(text, start + 1, close - 1) == close - 1,
      close - start == 6
    else { return nil }
    return text.match(yearEndings, at: close, limit: limit).map { close + $0 }
  }

  /// 年度末 and the like behind the number of a year.
  private static func tail(of text: ProseText, from start: Int, _ limit: Int) -> Int {
    let index = text.skipBlanks(start, limit)
    return text.match(yearEndings, at: index, limit: limit).map { index + $0 } ?? start
  }

  private static let yearEndings = ProseWords("年 年度 年度末 年度実績 年末 末")

  private static func figure(in text: ProseText, at start: Int, limit: Int) -> (end: Int, isNumber: Bool)? {
    var index = start
    guard index < limit else { return nil }
    if "―—–-－ー".unicodeScalars.contains(text.scalars[index]), !nextIsDigit(text, index + 1, limit) {
      return (unit(in: text, at: index + 1, limit: limit), false)
    }
    if let length = text.match(results, at: index, limit: limit) { return (index + length, false) }
    if "△▲-−－+±".unicodeScalars.contains(text.scalars[index]) { index = text.skipBlanks(index + 1, limit) }
    guard index < limit, isDigit(text.scalars[index]) else { return nil }
    let digits = number(in: text, at: index, limit: limit)
    var end = unit(in: text, at: digits, limit: limit)
    guard !MeasureNoun.ends(text.scalars[digits..<end]) else { return nil }
    // 17.5 ％ 以下.
    let next = text.skipBlanks(end, limit)
    if next > end, let length = text.match(bounds, at: next, limit: limit) { end = next + length }
    return (upperEnd(of: index..<end, in: text, limit: limit) ?? end, true)
  }

  /// 60％～70％, 150～200人: behind the lower end of a range the upper one. Years make no range of values.
  private static func upperEnd(of lower: Range<Int>, in text: ProseText, limit: Int) -> Int? {
    let mark = text.skipBlanks(lower.upperBound, limit)
    guard mark < limit, "～〜~".unicodeScalars.contains(text.scalars[mark]), nextIsDigit(text, mark + 1, limit) else {
      return nil
    }
    let start = text.skipBlanks(mark + 1, limit)
    let figure = number(in: text, at: start, limit: limit)
    guard figure == limit || text.scalars[figure] != "年" else { return nil }
    return unit(in: text, at: figure, limit: limit)
  }

  private static func nextIsDigit(_ text: ProseText, _ index: Int, _ limit: Int) -> Bool {
    let next = text.skipBlanks(index, limit)
    return next < limit && isDigit(text.scalars[next])
  }

  /// Digits with their points and the myriads between them: 3億9,0000万, 30万1千.
  private static func number(in text: ProseText, at start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let scalar = text.scalars[index]
      let isPoint =
        (scalar == "," || scalar == "." || scalar == "，" || scalar == "．") && nextIsDigit(text, index + 1, limit)
      guard
        isDigit(scalar) || isPoint || isPower(scalar)
          || text.isBlank(index) && index > start && goesOn(text, behind: index, limit)
      else { break }
      index += 1
    }
    return index
  }

  private static func isPower(_ scalar: Unicode.Scalar) -> Bool { "万億兆千百十".unicodeScalars.contains(scalar) }

  /// 61 万 4 千: a blank before a power, or behind one and before digits with a power of their own.
  private static func goesOn(_ text: ProseText, behind blank: Int, _ limit: Int) -> Bool {
    guard blank + 1 < limit else { return false }
    if isPower(text.scalars[blank + 1]) { return isDigit(text.scalars[blank - 1]) }
    guard isPower(text.scalars[blank - 1]) else { return false }
    var end = blank + 1
    while end < limit, isDigit(text.scalars[end]) || text.scalars[end] == "," { end += 1 }
    let power = text.skipBlanks(end, limit)
    return end > blank + 1 && power < limit && isPower(text.scalars[power])
  }

  /// Verbs right behind a unit: 20人確保する.
  private static let aims = ProseWords("確保 創出")

  private static let bounds = ProseWords("以上 以下 未満 以内 程度 超 ポイント")

  /// The letters of a unit with its bounds; ends before anything that no unit holds.
  private static func unit(in text: ProseText, at start: Int, limit: Int) -> Int {
    var index = text.skipBlanks(start, limit)
    let first = index
    while index < limit {
      if let length = text.match(bounds, at: index, limit: limit) {
        index += length
        continue
      }
      let scalar = text.scalars[index]
      if scalar == "/" || scalar == "／" || scalar == "・", index > first {
        index += 1
        continue
      }
      if text.match(aims, at: index, limit: limit) != nil { break }
      guard isUnitLetter(scalar), index - first < 12, index == first || !text.lineStarts.contains(index) else { break }
      index += 1
    }
    // 中学校 94.1 in the next line is no unit of this one's figure.
    if text.lineStarts.contains(first), first > 0, index < limit, text.isBlank(index) { return start }
    return index > first ? index : start
  }

  private static func isUnitLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x25, 0x2030, 0x2103, 0x33A0...0x33DD, 0x41...0x5A, 0x61...0x7A, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0xB2, 0xB3:
      true
    default: scalar == "か" || scalar == "つ"
    }
  }
}
