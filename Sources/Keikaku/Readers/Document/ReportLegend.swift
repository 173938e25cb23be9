import KeikakuText

/// The legend of a progress report: what each group of bullets below a policy says, in order.
///
/// Reports print once, on a page of placeholders (基本目標名, ①施策名, 令和5年度 主な取組内容／実績, 今後の方向性), how each
/// policy is laid out, and then leave the group heads away.
struct ReportLegend: Sendable {
  struct Group: Sendable {
    var status: ActionStatus
    var period: Temporal?
  }

  private(set) var groups: [Group] = []

  init(_ outline: Outline) {
    for entry in outline.entries where entry.role == .legend {
      guard let head = entry.group, let status = head.role?.status else { continue }
      groups.append(Group(status: status, period: head.period))
    }
  }
}

extension GroupRole {
  /// What the lines below such a head report, or nil where they are no actions.
  var status: ActionStatus? {
    switch self {
    case .actions: .planned
    case .results: .result
    case .directions: .direction
    default: nil
    }
  }
}
