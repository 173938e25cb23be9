/// Month and day behind a year: 4月1日, .4.1, /4/1, -04-01.
extension DateParser {
  func readMonthAndDay(_ point: inout DatePoint) {
    guard point.month == nil, point.part == nil else { return }
    if point.unit == .none, readMarked(&point) { return }
    readWritten(&point)
  }

  /// 4月, 4月1日; the month may leave its 月 to the end of a range, 4～6月.
  private func readWritten(_ point: inout DatePoint) {
    guard point.unit != .none else { return }
    guard let month = componentNumber(behind: point, unit: "月") else { return }
    let next = text.skippingBlanks(month.end)
    if text[next] == "月" {
      guard text[next + 1] != "間" else { return }
      point.month = month.value
      point.repaired = point.repaired || month.repaired
      point.end = next + 1
      readDay(&point)
    } else if hasSharedUnit("月", behind: next) {
      point.month = month.value
      point.end = month.end
    }
  }

  /// The number of a month or a day; a misread digit counts only beside another digit and before its unit: l2月.
  private func componentNumber(behind point: DatePoint, unit: Unicode.Scalar) -> ShortNumber? {
    let index = text.skippingBlanks(point.end)
    guard let number = ShortNumber(text, at: index, repairing: true), number.digits <= 2 else { return nil }
    guard number.repaired else { return number }
    return number.digits == 2 && text[text.skippingBlanks(number.end)] == unit ? number : nil
  }

  func readDay(_ point: inout DatePoint) {
    guard let day = componentNumber(behind: point, unit: "日") else { return }
    let next = text.skippingBlanks(day.end)
    if text[next] == "日" {
      guard text[next + 1] != "間" else { return }
      point.day = day.value
      point.repaired = point.repaired || day.repaired
      point.end = next + 1
    } else if hasSharedUnit("日", behind: next) {
      point.day = day.value
      point.end = day.end
    }
    skipWeekday(&point)
  }

  /// A weekday in brackets belongs to the day: 12月19日（木）.
  func skipWeekday(_ point: inout DatePoint) {
    let index = text.skippingBlanks(point.end)
    guard point.day != nil, text[index].isOpeningBracket else { return }
    switch text[index + 1] {
    case "月", "火", "水", "木", "金", "土", "日":
      var last = index + 2
      while text[last] == "・" || text[last] == "祝" || text[last] == "曜" || text[last] == "日" { last += 1 }
      if text[last].isClosingBracket { point.end = last + 1 }
    default: break
    }
  }

  /// Where 4～6月 or 4・6月 leaves the first unit out: a mark, a short number and the unit.
  private func hasSharedUnit(_ unit: Unicode.Scalar, behind index: Int) -> Bool {
    guard let end = rangeMark(at: index)?.end ?? (text[index] == "・" ? index + 1 : nil) else { return false }
    guard let number = ShortNumber(text, at: text.skippingBlanks(end)), number.digits <= 2 else { return false }
    return text[text.skippingBlanks(number.end)] == unit
  }

  /// 2.10.1, /4/1, -04-01, .11月: components behind marks. True where at least a month was read.
  private func readMarked(_ point: inout DatePoint) -> Bool {
    let mark = text[point.end]
    guard mark == "." || mark == "/" || mark == "-" else { return false }
    let index = text.skippingBlanks(point.end + 1)
    guard text[index].isDigit, let month = ShortNumber(text, at: index), month.digits <= 2 else { return false }
    if hasThreeParts(from: point.end) {
      let day = ShortNumber(text, at: text.skippingBlanks(month.end + 1))!
      guard !text[day.end].isDigit, !(text[day.end] == mark && text[day.end + 1].isDigit), text[day.end] != "%" else {
        return false
      }
      point.month = month.value
      point.day = day.value
      point.end = text[day.end] == "日" ? day.end + 1 : day.end
      point.isBare = false
      skipWeekday(&point)
      return true
    }
    return readMarkedMonth(&point, mark, month)
  }

  private func readMarkedMonth(_ point: inout DatePoint, _ mark: Unicode.Scalar, _ month: ShortNumber) -> Bool {
    let next = text.skippingBlanks(month.end)
    let hasUnit = text[next] == "月"
    if text[next] == "年" { return false }
    if !hasUnit {
      guard mark != "-", !text[month.end].isDigit, text[month.end] != "%", text[month.end] != "," else { return false }
      if mark == "/", text[month.end] == "/" { return false }
      guard isMonthWithoutUnit(point, mark, month) else { return false }
    }
    point.month = month.value
    point.end = hasUnit ? next + 1 : month.end
    point.isBare = false
    if hasUnit { readDay(&point) }
    return true
  }

  /// R6.4 and 2020/4 are months; 2020.4 is a number unless another such month follows a range mark.
  private func isMonthWithoutUnit(_ point: DatePoint, _ mark: Unicode.Scalar, _ month: ShortNumber) -> Bool {
    if point.era != nil { return true }
    guard (1...12).contains(month.value) else { return false }
    if mark == "/" { return !text[month.end].isLatin && !text[month.end].isKanji }
    guard context == .text, text[text.skippingBlanksBackwards(point.start) - 1] != "~" else { return true }
    guard let range = rangeMark(at: text.skippingBlanks(month.end)), !range.isHyphen,
      let year = ShortNumber(text, at: text.skippingBlanks(range.end)), year.digits == 4, text[year.end] == mark
    else { return false }
    return true
  }
}
