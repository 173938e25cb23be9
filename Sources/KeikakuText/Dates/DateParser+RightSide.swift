/// The second date of a range, which may leave out whatever the first one has said.
extension DateParser {
  func rightPoint(at index: Int, of left: DatePoint, _ mark: RangeMark) -> DatePoint? {
    if let full = point(at: index) {
      return full.isBare && full.unit == .none && left.unit != .none && full.depth == 1 ? nil : full
    }
    if let next = pointOfNextYear(at: index, of: left) { return next }
    if let part = samePart(at: index, of: left) { return part }
    return elidedPoint(at: index, of: left, mark)
  }

  /// 翌年3月, 翌3月31日, 同年9月, 翌年度; 同月15日 is in the month of the first date.
  private func pointOfNextYear(at index: Int, of left: DatePoint) -> DatePoint? {
    guard text[index] == "翌" || text[index] == "同" else { return nil }
    if text[index] == "同", text[index + 1] == "月", left.month != nil { return elidedDay(at: index + 2, of: left) }
    var point = left
    point.month = nil
    point.day = nil
    point.part = nil
    point.end = index + 1
    if text[index] == "翌" {
      point.year += 1
      point.number += 1
    }
    point.unit = .none
    guard readUnit(&point) else { return nil }
    if point.unit == .none { point.unit = .calendar }
    readMonthAndDay(&point)
    readPart(&point)
    return point.end > index + 1 ? point : nil
  }

  private func elidedDay(at index: Int, of left: DatePoint) -> DatePoint? {
    var point = left
    point.day = nil
    point.part = nil
    point.end = index
    readDay(&point)
    readPart(&point)
    return point.end > index ? point : nil
  }

  /// 上旬～中旬, 第1四半期～第3四半期.
  private func samePart(at index: Int, of left: DatePoint) -> DatePoint? {
    guard left.part != nil else { return nil }
    var point = left
    point.part = nil
    point.end = index
    readPart(&point)
    return point.part == nil ? nil : point
  }

  /// 6年度, 6月, 5日, or a bare number where the first date is one.
  func elidedPoint(at index: Int, of left: DatePoint, _ mark: RangeMark) -> DatePoint? {
    guard text[index] != "元", let number = ShortNumber(text, at: index), number.digits <= 2 else { return nil }
    let next = text.skippingBlanks(number.end)
    switch text[next] {
    case "年": return elidedYear(number, of: left, mark)
    case "月" where left.depth >= 2: return elidedMonth(number, of: left)
    case "日" where left.depth == 3 && text[next + 1] != "間":
      var point = left
      point.day = number.value
      point.end = next + 1
      skipWeekday(&point)
      return point
    case ".", "/": return elidedMarked(number, of: left)
    default: return elidedBare(number, of: left, mark)
    }
  }

  private func elidedYear(_ number: ShortNumber, of left: DatePoint, _ mark: RangeMark) -> DatePoint? {
    var point = left.withYear(number.value, end: number.end)
    guard readUnit(&point, isElided: true), point.unit != .none else { return nil }
    if mark.isWord, point.year < left.year { return nil }
    readTwin(&point)
    readMonthAndDay(&point)
    readPart(&point)
    return point
  }

  private func elidedMonth(_ number: ShortNumber, of left: DatePoint) -> DatePoint? {
    var point = left
    point.unit = left.unit == .none ? .calendar : left.unit
    point.month = number.value
    point.day = nil
    point.part = nil
    point.end = text.skippingBlanks(number.end) + 1
    readDay(&point)
    readPart(&point)
    return point
  }

  /// R6.4～7.3 is year and month, R6.4.1～9.30 month and day, R6.4.1～7.3.31 all three.
  private func elidedMarked(_ number: ShortNumber, of left: DatePoint) -> DatePoint? {
    guard left.depth >= 2, let second = ShortNumber(text, at: number.end + 1), second.digits <= 2 else { return nil }
    if left.depth == 3, text[second.end] != text[number.end] {
      var point = left
      point.month = number.value
      point.day = second.value
      point.end = second.end
      return point
    }
    var point = left.withYear(number.value, end: number.end)
    readMonthAndDay(&point)
    return point.depth == left.depth ? point : nil
  }

  /// H27-31, 2020-24: a number that can be nothing but a later year; or the month of R6.4～9.
  private func elidedBare(_ number: ShortNumber, of left: DatePoint, _ mark: RangeMark) -> DatePoint? {
    guard left.unit == .none, left.part == nil, !mark.isWord, endsBareNumber(at: number.end) else { return nil }
    if left.depth == 2, text[left.end - 1].isDigit, (left.month ?? 12) < number.value, number.value <= 12 {
      var point = left
      point.month = number.value
      point.end = number.end
      return point
    }
    guard left.depth == 1 else { return nil }
    let point = left.withYear(number.value, end: number.end)
    if left.era == nil, point.year <= left.year { return nil }
    return point
  }

  private func endsBareNumber(at index: Int) -> Bool {
    let next = text[index]
    if next.isDigit || next.isLatin || next == "-" || next == "%" { return false }
    if next == "," || next == ".", text[index + 1].isDigit { return false }
    return !"人件回社団校か箇個歳円点月日本名位世組台棟品区戸号丁番条".unicodeScalars.contains(next)
  }
}

extension DatePoint {
  /// The same kind of date in another year, named by its number in the era or by its last two digits.
  func withYear(_ number: Int, end: Int) -> DatePoint {
    var point = self
    point.number = era == nil ? year / 100 * 100 + number : number
    point.year = era.map { $0.year(number) } ?? point.number
    point.unit = .none
    point.month = nil
    point.day = nil
    point.part = nil
    point.end = end
    point.isBare = era == nil
    return point
  }
}
