/// A date with what follows it: a second date, an open end, a count of years.
extension DateParser {
  /// The expression that begins exactly at `start`.
  func expression(at start: Int) -> DateExpression? {
    if text[start] == "~" { return expressionWithOpenStart(at: start) }
    guard var left = point(at: start) else { return nil }
    let index = text.skippingBlanks(left.end)
    if let mark = rangeMark(at: index) {
      if let range = rangeExpression(&left, mark) { return range }
      if isAcceptable(left), let open = openExpression(left, mark) { return open }
    }
    if left.unit == .none, left.depth == 1 { left.unit = unitOfList(behind: left) }
    guard isAcceptable(left) else { return nil }
    var expression = DateExpression(left)
    readTail(&expression, of: left, at: index)
    return expression
  }

  /// Whether a lone date may stand: a bare 2015 only in a column of years.
  private func isAcceptable(_ point: DatePoint) -> Bool {
    guard point.isBare, point.unit == .none, point.depth == 1 else { return true }
    guard context == .yearColumn, (1900...2100).contains(point.year) else { return false }
    let next = text[text.skippingBlanks(point.end)]
    return !next.isKanji && !next.isKatakana && !next.isLatin && next != "%" && next != "." && next != "-"
  }

  private func expressionWithOpenStart(at start: Int) -> DateExpression? {
    let before = text[start - 1]
    guard before == "\0" || before.isBlank || before.isOpeningBracket || before == ":" else { return nil }
    guard let point = point(at: text.skippingBlanks(start + 1)), isAcceptable(point) else { return nil }
    var expression = DateExpression(point)
    expression.openStart(from: start, to: text.end(of: "まで", at: point.end) ?? point.end)
    return expression
  }

  // MARK: Two dates

  private func rangeExpression(_ left: inout DatePoint, _ mark: RangeMark) -> DateExpression? {
    guard var right = rightPoint(at: text.skippingBlanks(mark.end), of: left, mark) else { return nil }
    readRangeTwin(left, &right)
    if left.depth == 1, right.depth == 1 {
      if left.unit == .none { left.unit = right.unit }
      if right.unit == .none { right.unit = left.unit }
    }
    let isAssumed = left.isBare && left.unit == .none && left.depth == 1
    guard !isAssumed || context == .yearColumn || isPlausibleBareRange(left, right) else { return nil }
    var expression = DateExpression(from: left, to: right)
    readRangeTail(&expression)
    return expression
  }

  /// 2020～2024 without 年: two years of our time, a tilde between them, nothing counted behind them.
  private func isPlausibleBareRange(_ left: DatePoint, _ right: DatePoint) -> Bool {
    let next = text[text.skippingBlanks(right.end)]
    guard !next.isKanji, !next.isKatakana, !next.isLatin, next != "%", next != "," else { return false }
    return left.year >= 1950 && right.year <= 2100 && (1...50).contains(right.year - left.year)
  }

  /// 平成27～31(2015～2019)年度: the bracket repeats the range in the other calendar, the unit stands behind it.
  private func readRangeTwin(_ left: DatePoint, _ right: inout DatePoint) {
    let index = text.skippingBlanks(right.end)
    guard text[index].isOpeningBracket, let first = yearHead(at: text.skippingBlanks(index + 1)),
      var inner = unitless(first), inner.year == left.year,
      let mark = rangeMark(at: text.skippingBlanks(inner.end)),
      let last = rightPoint(at: text.skippingBlanks(mark.end), of: inner, mark), last.year == right.year
    else { return }
    inner.end = text.skippingBlanks(last.end)
    guard text[inner.end].isClosingBracket else { return }
    right.end = inner.end + 1
    if right.unit == .none { right.unit = last.unit }
    if right.unit == .none { _ = readUnit(&right) }
  }

  private func unitless(_ point: DatePoint) -> DatePoint? {
    var point = point
    return readUnit(&point) ? point : nil
  }

  /// まで behind a range says nothing new.
  private func readRangeTail(_ expression: inout DateExpression) {
    let end = expression.range.upperBound
    if let tail = text.end(of: "まで", at: text.skippingBlanks(end)) {
      expression.range = expression.range.lowerBound..<tail
    }
  }

  // MARK: One date and an open side

  private func openExpression(_ point: DatePoint, _ mark: RangeMark) -> DateExpression? {
    if mark.isHyphen {
      guard mark.isWord, text[text.skippingBlanks(mark.end)] == "\0" else { return nil }
    }
    var expression = DateExpression(point)
    if mark.isWord, let count = countOfYears(at: mark.end), point.depth == 1, point.part == nil {
      expression.extend(byYears: count.years, forward: true, to: count.end)
    } else {
      expression.openEnd(to: mark.end)
    }
    return expression
  }

  private func readTail(_ expression: inout DateExpression, of point: DatePoint, at start: Int) {
    let index = text[start] == "頃" ? start + 1 : start
    if let end = text.end(of: "まで", at: index) ?? text.end(of: "迄", at: index) {
      if let count = countOfYears(at: end), point.depth == 1, point.part == nil {
        expression.extend(byYears: count.years, forward: false, to: count.end)
      } else {
        expression.openStart(from: point.start, to: text[end] == "に" ? end + 1 : end)
      }
      return
    }
    guard text[index] == "以" else { return }
    switch text[index + 1] {
    case "降", "後", "来": expression.openEnd(to: index + 2)
    case "前": expression.openStart(from: point.start, to: index + 2)
    default: break
    }
  }

  /// 5年間, の5年間, 5か年: how many years, and where the count ends.
  private func countOfYears(at index: Int) -> (years: Int, end: Int)? {
    var index = text.skippingBlanks(index)
    if text[index] == "の" { index = text.skippingBlanks(index + 1) }
    guard let number = ShortNumber(text, at: index), number.digits <= 2, number.value > 0 else { return nil }
    let next = text.skippingBlanks(number.end)
    for word: StaticString in ["年間", "か年", "ヶ年", "カ年", "ケ年", "ヵ年", "箇年"] {
      if let end = text.end(of: word, at: next) { return (number.value, end) }
    }
    return nil
  }
}
