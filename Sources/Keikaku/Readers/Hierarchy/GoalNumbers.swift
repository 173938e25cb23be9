/// The numbers that the goals and policies of a document have, by their label: in an overview whose boxes come out of order 施策2-1
/// may stand below 政策目標1, though there is a 政策目標2 that it counts within.
struct GoalNumbers {
  private struct Goal: Hashable {
    var label: String
    var number: String
  }

  private var goals: Set<Goal> = []

  init(_ outline: Outline) {
    for entry in outline.entries {
      guard case .node(let kind) = entry.role, (0...NodeKind.policy.rank).contains(kind.rank),
        let label = entry.heading.label, let number = entry.heading.number
      else { continue }
      goals.insert(Goal(label: label, number: number))
    }
  }

  /// Whether a heading counts within another goal than the one it stands below.
  func contradict(_ heading: Heading, below goal: Heading) -> Bool {
    guard let number = heading.number, let dash = number.firstIndex(of: "-"), let label = goal.label,
      let own = goal.number, !own.contains("-"), number[..<dash] != own
    else { return false }
    return goals.contains(Goal(label: label, number: String(number[..<dash])))
  }
}
