/// Lists that share an era or a year: 平成27・28年度, 令和6年4月・10月.
///
/// A list is several dates, not a range: the first is the date that counts and the others follow it, with what they
/// leave out taken from the one before.
extension DateParser {
  /// The next date of a list behind `point`, or nil.
  func nextOfList(behind point: DatePoint) -> DatePoint? {
    guard let index = listMark(at: text.skippingBlanks(point.end)) else { return nil }
    guard let number = ShortNumber(text, at: index), number.digits <= 2 else { return nil }
    var next = point.withYear(number.value, end: number.end)
    switch text[text.skippingBlanks(number.end)] {
    case "年":
      guard readUnit(&next) else { return nil }
      readMonthAndDay(&next)
      readPart(&next)
      return next
    case "月" where point.depth == 2 && point.part == nil, "日" where point.depth == 3:
      return elidedPoint(at: index, of: point, RangeMark(end: index))
    default:
      next.unit = unitOfList(behind: next)
      return point.depth == 1 && point.part == nil && next.unit != .none ? next : nil
    }
  }

  /// The unit that the last of a list of bare numbers carries.
  func unitOfList(behind point: DatePoint) -> DatePoint.Unit {
    var end = point.end
    for _ in 0..<12 {
      guard let index = listMark(at: text.skippingBlanks(end)) ?? rangeMark(at: text.skippingBlanks(end))?.end,
        let number = ShortNumber(text, at: text.skippingBlanks(index)), number.digits <= 2
      else { return .none }
      var last = point.withYear(number.value, end: number.end)
      if text[text.skippingBlanks(number.end)] == "年" { return readUnit(&last) ? last.unit : .none }
      end = number.end
    }
    return .none
  }

  /// Whether a mark that goes on with a list stands in a date or behind it: the cheap question, asked before the date is
  /// read again to know where it ends.
  func mayBeListed(_ date: Range<Int>) -> Bool {
    (date.lowerBound...text.skippingBlanks(date.upperBound)).contains { listMark(at: $0) != nil }
  }

  /// Where the next member of a list begins behind a mark.
  private func listMark(at index: Int) -> Int? {
    switch text[index] {
    case "・", "、", ",", "，", "/": return text.skippingBlanks(index + 1)
    case "と": return text.skippingBlanks(index + 1)
    case "及", "お":
      return (text.end(of: "及び", at: index) ?? text.end(of: "および", at: index)).map { text.skippingBlanks($0) }
    default: return nil
    }
  }
}
