import Keikaku
import KeikakuText

/// What comparing needs of a plan: whose it is, when it runs, and its canonical indicators.
public struct ComparedPlan: Sendable {
  public var id: String
  public var file: String
  public var title: String?
  public var municipality: String?
  public var prefecture: String?
  /// 全国地方公共団体コード, six digits.
  public var code: String?
  public var startYear: Int?
  public var endYear: Int?
  /// Those with a canonical code.
  public var indicators: [Indicator]

  public init(_ document: PlanDocument) {
    let plan = document.plan
    id = plan.id
    file = document.source.file
    title = plan.title
    municipality = plan.municipality.name
    prefecture = plan.municipality.prefecture
    code = plan.municipality.code
    startYear = plan.period?.startYear
    endYear = plan.period?.endYear
    indicators = document.indicators.filter { $0.canonical != nil }
  }
}
