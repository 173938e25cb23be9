/// What a temporal expression says: an interval of days with a kind and flags, never a lone date.
///
/// The contract's "Temporal". An open side is nil. `startYear` and `endYear` are the years that the text names.
public struct Temporal: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case day, month
    case calendarYear = "calendar_year"
    case fiscalYear = "fiscal_year"
    case range
  }

  public enum Flag: String, Sendable, CaseIterable {
    case eraOverrun = "era_overrun"
    case beforeEra = "before_era"
    case conflict
    case ocrRepaired = "ocr_repaired"
    case invalid
    case notADate = "not_a_date"
  }

  /// The text as it stands in the source, untouched.
  public var raw: String
  public var kind: Kind?
  public var start: CalendarDay?
  public var end: CalendarDay?
  public var startYear: Int?
  public var endYear: Int?
  /// True where the text did not say 年 or 年度 and a fiscal year was taken.
  public var assumed: Bool
  public var flags: [Flag]
  /// Why an `invalid` expression is none.
  public var reason: String?

  public init(
    raw: String, kind: Kind? = nil, start: CalendarDay? = nil, end: CalendarDay? = nil, startYear: Int? = nil,
    endYear: Int? = nil, assumed: Bool = false, flags: [Flag] = [], reason: String? = nil
  ) {
    self.raw = raw
    self.kind = kind
    self.start = start
    self.end = end
    self.startYear = startYear
    self.endYear = endYear
    self.assumed = assumed
    self.flags = flags
    self.reason = reason
  }
}
