/// A day of the proleptic Gregorian calendar, by integer arithmetic alone.
///
/// Document text never meets `DateFormatter` or `Calendar`: on Linux the former traps on combining marks, and both
/// depend on the machine's locale data.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Year, month and day in one number, from the highest bits down, so that days are compared as numbers.
  private let packed: Int32

  public var year: Int { Int(packed >> 9) }
  public var month: Int { Int(packed >> 5) & 0xF }
  public var day: Int { Int(packed) & 0x1F }

  /// Makes a day, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    packed = Int32(year << 9 | month << 5 | day)
  }

  /// The number of days in a month, 28 to 31.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.packed < right.packed }

  /// ISO 8601, for instance `2015-04-01`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
