import KeikakuText

/// From when a document looks at its figures: what lies behind it was measured, what lies ahead is aimed at.
///
/// A column of a year alone, or of 中間値, says neither. A plan is written before its years begin; a report, or a plan that
/// was revised on its way, may hold results of any of them.
struct Vantage: Sendable {
  /// The fiscal year in which the document came out.
  private var published: Int?
  /// The first year of the plan's period.
  private var firstYear: Int?
  /// A plan, by its title, and neither a report nor a revision.
  private var isPlan = false
  /// A report of what was reached.
  private(set) var isReport = false
  /// The fiscal year whose results it reports.
  private(set) var reportedYear: Int?

  private static let plans = ["計画", "戦略", "プラン", "構想", "ビジョン", "大綱"]
  private static let looksBack = [
    "改訂", "改定", "改正", "見直し", "中間", "評価", "検証", "進捗", "進行", "実績", "報告", "点検", "結果", "成果", "達成", "状況", "振り返り", "総括",
    "フォローアップ", "決算",
  ]

  init() {}

  init(_ plan: Plan) {
    published = plan.published?.fiscalYearOfDay
    firstYear = plan.period?.startYear
    isReport = plan.kind == .progressReport
    reportedYear = plan.reportingYear?.startYear
    guard plan.kind != .progressReport, let title = plan.title else { return }
    isPlan = Self.plans.contains(where: title.contains) && !Self.looksBack.contains(where: title.contains)
  }

  /// Whether the document could only aim at a figure of a year. `current` is the year that its table calls the present one.
  func foresees(_ year: Int, current: Int?) -> Bool {
    if let published { return year > published }
    guard isPlan else { return false }
    if let firstYear, year >= firstYear { return true }
    return current.map { year > $0 } ?? false
  }
}

extension Temporal {
  /// The fiscal year in which a day or month lies; of a bare year that year.
  var fiscalYearOfDay: Int? {
    guard let start, kind == .day || kind == .month else { return startYear }
    return start.month < 4 ? start.year - 1 : start.year
  }
}
