/// One date as written, before it becomes an interval: what was named and in which calendar.
struct DatePoint {
  enum Unit { case none, calendar, fiscal }

  /// A part of a year, a month or a decade.
  enum Part: Equatable {
    case yearEnd, yearStart
    case half(Int)
    case quarter(Int)
    case monthEnd, monthStart
    case tenDays(Int)
    case monthHalf(Int)
    case decade
    case decadeHalf(Int)
  }

  var start: Int
  var end: Int
  var era: Era?
  /// The year within the era; equal to `year` where the text names no era.
  var number: Int
  var year: Int
  var unit = Unit.none
  var month: Int?
  var day: Int?
  var part: Part?
  /// A western year of which nothing says yet that it is one: it needs a unit, a month or another year beside it.
  var isBare = false
  var repaired = false
  var conflict = false

  /// How fine the date is: year, month, day.
  var depth: Int { day != nil ? 3 : month != nil ? 2 : 1 }
}

/// The days that a point or a range covers.
struct DateInterval {
  var kind: Temporal.Kind
  var start: CalendarDay?
  var end: CalendarDay?
  var flags: [Temporal.Flag] = []
  var reason: String?

  static func invalid(_ reason: String) -> DateInterval {
    DateInterval(kind: .range, flags: [.invalid], reason: reason)
  }
}

extension DatePoint {
  /// The days that the date covers, or why there are none.
  var interval: DateInterval {
    guard number > 0 else { return .invalid("there is no year 0") }
    if let month, !(1...12).contains(month) { return .invalid("there is no month \(month)") }
    var interval: DateInterval
    if let month {
      interval = monthInterval(month)
    } else {
      interval = yearInterval
    }
    guard interval.reason == nil else { return interval }
    if let flag = eraFlag(interval) { interval.flags.append(flag) }
    return interval
  }

  /// The calendar year that a month of the named year lies in: January to March of a fiscal year are in the next.
  private var yearOfMonth: Int { unit == .fiscal && (month ?? 4) < 4 ? year + 1 : year }

  private func monthInterval(_ month: Int) -> DateInterval {
    let year = yearOfMonth
    let length = CalendarDay.days(inMonth: month, of: year)
    if let day {
      guard let date = CalendarDay(year: year, month: month, day: day) else {
        return .invalid("month \(month) of \(year) has no day \(day)")
      }
      return DateInterval(kind: .day, start: date, end: date)
    }
    let days: (ClosedRange<Int>, Temporal.Kind)
    switch part {
    case .monthEnd: days = (length...length, .day)
    case .monthStart: days = (1...1, .day)
    case .tenDays(let third): days = (third * 10 - 9...(third == 3 ? length : third * 10), .range)
    case .monthHalf(let half): days = (half == 1 ? 1...15 : 16...length, .range)
    default: days = (1...length, .month)
    }
    return DateInterval(
      kind: days.1, start: CalendarDay(year: year, month: month, day: days.0.lowerBound),
      end: CalendarDay(year: year, month: month, day: days.0.upperBound))
  }

  private var yearInterval: DateInterval {
    let isFiscal = unit != .calendar
    switch part {
    case .decade: return months(0, 120, .range, fiscal: false)
    case .decadeHalf(let half): return months(half == 1 ? 0 : 60, 60, .range, fiscal: false)
    case .half(let half): return months(half * 6 - 6, 6, .range, fiscal: isFiscal)
    case .quarter(let quarter):
      guard (1...4).contains(quarter) else { return .invalid("there is no quarter \(quarter)") }
      return months(quarter * 3 - 3, 3, .range, fiscal: isFiscal)
    default: break
    }
    var interval = months(0, 12, isFiscal ? .fiscalYear : .calendarYear, fiscal: isFiscal)
    if part == .yearEnd { interval.start = interval.end }
    if part == .yearStart { interval.end = interval.start }
    if part != nil { interval.kind = .day }
    return interval
  }

  /// `count` months from the month that is `offset` months after the year's first.
  private func months(_ offset: Int, _ count: Int, _ kind: Temporal.Kind, fiscal: Bool) -> DateInterval {
    let first = year * 12 + offset + (fiscal ? 3 : 0)
    let last = first + count - 1
    return DateInterval(
      kind: kind, start: CalendarDay(year: first / 12, month: first % 12 + 1, day: 1),
      end: CalendarDay(
        year: last / 12, month: last % 12 + 1, day: CalendarDay.days(inMonth: last % 12 + 1, of: last / 12)))
  }

  /// Whether the era had not begun or was over; a year that holds a day of the era is inside it.
  private func eraFlag(_ interval: DateInterval) -> Temporal.Flag? {
    guard let era, let start = interval.start, let end = interval.end else { return nil }
    if end < era.firstDay { return .beforeEra }
    guard let last = era.lastDay else { return nil }
    if part == .decade || part != nil && month == nil { return year > last.year ? .eraOverrun : nil }
    return start > last ? .eraOverrun : nil
  }
}
