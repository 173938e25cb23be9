/// The same date in the other calendar, in brackets beside it: 令和2(2020)年度, 2019（H31）年, 2015年度（平成27年度）.
extension DateParser {
  /// Takes the bracket behind a point into it where it names a date of the other calendar just as fine.
  ///
  /// Where the two disagree the era form wins, with a conflict.
  func readTwin(_ point: inout DatePoint) {
    let index = text.skippingBlanks(point.end)
    guard text[index].isOpeningBracket, let twin = simplePoint(at: text.skippingBlanks(index + 1)) else { return }
    guard isOtherCalendar(twin, point), isSameKind(twin, point) else { return }
    let close = text.skippingBlanks(twin.end)
    guard text[close].isClosingBracket, abs(twin.year - point.year) <= 40 else { return }
    merge(twin, into: &point)
    point.end = close + 1
  }

  /// Era and western year, or two eras that meet in one year: 平成31年度（令和元年度）.
  private func isOtherCalendar(_ twin: DatePoint, _ point: DatePoint) -> Bool {
    guard let first = twin.era, let second = point.era else { return (twin.era == nil) != (point.era == nil) }
    return first != second && twin.year == point.year
  }

  private func isSameKind(_ twin: DatePoint, _ point: DatePoint) -> Bool {
    if twin.depth == 1, twin.part == nil { return true }
    return twin.depth == point.depth && (twin.part == point.part || point.part == nil)
  }

  private func merge(_ twin: DatePoint, into point: inout DatePoint) {
    let isSameYear = twin.year == point.year || twin.month != nil && twin.interval.start == point.interval.start
    point.conflict = point.conflict || !isSameYear || twin.depth == point.depth && twin.day != point.day
    point.repaired = point.repaired || twin.repaired
    if point.unit == .none { point.unit = twin.unit }
    if point.part == nil { point.part = twin.part }
    if point.era == nil {
      point.era = twin.era
      point.number = twin.number
      if !isSameYear { point.year = twin.year }
      if twin.depth == point.depth, twin.depth > 1, point.conflict {
        point.month = twin.month
        point.day = twin.day
      }
    }
    point.isBare = false
  }

  /// A point without a twin of its own; inside brackets a bare western year is a year.
  private func simplePoint(at start: Int) -> DatePoint? {
    guard var point = yearHead(at: start), readUnit(&point) else { return nil }
    readMonthAndDay(&point)
    readPart(&point)
    return point
  }
}
