/// A temporal expression in a folded text: the interval that it names and the characters it stands in.
struct DateExpression {
  var range: Range<Int>
  var interval: DateInterval
  var startYear: Int?
  var endYear: Int?
  var assumed = false

  init(_ point: DatePoint) {
    range = point.start..<point.end
    interval = point.interval
    startYear = point.year
    endYear = point.part == .decade ? point.year + 9 : point.year
    assumed = point.unit == .none && point.depth == 1
    addFlags(of: point)
  }

  /// From the start of one date to the end of another.
  init(from left: DatePoint, to right: DatePoint) {
    self.init(left)
    range = left.start..<right.end
    let last = DateExpression(right)
    endYear = last.endYear
    assumed = assumed || last.assumed
    let flags = interval.flags + last.interval.flags
    if let reason = interval.reason ?? last.interval.reason {
      interval = .invalid(reason)
    } else if let start = interval.start, let end = last.interval.end, end < start {
      interval = .invalid("the end is before the start")
    } else {
      interval = DateInterval(kind: .range, start: interval.start, end: last.interval.end)
    }
    for flag in flags { addFlag(flag) }
  }

  mutating func openEnd(to end: Int) {
    range = range.lowerBound..<end
    endYear = nil
    guard interval.reason == nil else { return }
    interval.end = nil
    interval.kind = .range
  }

  mutating func openStart(from start: Int, to end: Int) {
    range = start..<end
    startYear = nil
    guard interval.reason == nil else { return }
    interval.start = nil
    interval.kind = .range
  }

  /// Makes a year the first or the last of `count` years: 令和2年度から5年間.
  mutating func extend(byYears count: Int, forward: Bool, to end: Int) {
    range = range.lowerBound..<end
    guard interval.reason == nil, let first = interval.start, let last = interval.end, count > 0 else { return }
    interval.kind = .range
    if forward {
      interval.end = CalendarDay(year: last.year + count - 1, month: last.month, day: last.day)
      endYear = endYear.map { $0 + count - 1 }
    } else {
      interval.start = CalendarDay(year: first.year - count + 1, month: first.month, day: first.day)
      startYear = startYear.map { $0 - count + 1 }
    }
  }

  /// What the expression says, with its own text.
  func temporal(raw: String) -> Temporal {
    let isInvalid = interval.reason != nil
    return Temporal(
      raw: raw, kind: isInvalid ? nil : interval.kind, start: isInvalid ? nil : interval.start,
      end: isInvalid ? nil : interval.end, startYear: isInvalid ? nil : startYear, endYear: isInvalid ? nil : endYear,
      assumed: assumed && !isInvalid, flags: interval.flags, reason: interval.reason)
  }

  private mutating func addFlags(of point: DatePoint) {
    if point.conflict { addFlag(.conflict) }
    if point.repaired { addFlag(.ocrRepaired) }
  }

  private mutating func addFlag(_ flag: Temporal.Flag) {
    if !interval.flags.contains(flag) { interval.flags.append(flag) }
  }
}
