import KeikakuText

/// A group head, understood: what stands below it, of which year.
struct GroupHead: Hashable, Sendable {
  /// Nil for a head that names the kind of its numbered lines.
  var role: GroupRole?
  var kind: NodeKind?
  /// The fiscal year it speaks of: 令和5年度 主な取組内容/実績.
  var period: Temporal?
}

extension GroupHead {
  /// What the lines below it report, or nil where they are no actions.
  var status: ActionStatus? { role?.status }
}
