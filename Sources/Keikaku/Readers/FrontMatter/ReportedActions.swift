import KeikakuText

extension PlanDocument {
  /// In a report on a year, what stands below 令和5年度の取組 was done where that year is the one reported.
  mutating func settleReportedActions() {
    guard plan.kind == .progressReport, let reported = plan.reportingYear?.end else { return }
    for index in actions.indices where actions[index].status == .planned {
      if let end = actions[index].period?.end, end <= reported { actions[index].status = .result }
    }
  }
}
