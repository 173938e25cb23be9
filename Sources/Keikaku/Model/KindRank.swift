extension NodeKind {
  /// How high a kind stands in the hierarchies that plans use; lower numbers stand above higher ones.
  ///
  /// Kinds of one rank are siblings: a リーディングプロジェクト ends the goal before it.
  var rank: Int {
    switch self {
    case .chapter, .section: -1
    case .vision: 0
    case .basicGoal, .priorityStrategy, .priorityMeasure, .leadingProject, .package, .crossCutting: 1
    case .policy, .basicPolicy: 2
    case .basicDirection: 3
    case .measure: 4
    case .specificMeasure: 5
    case .program, .project: 6
    case .theme, .other: 7
    }
  }

  /// What a numbered heading below a node of this kind is, where nothing names it.
  var childKind: NodeKind {
    switch self {
    case .vision: .basicGoal
    case .basicGoal, .policy, .basicPolicy, .basicDirection: .measure
    case .measure, .crossCutting: .specificMeasure
    case .package, .specificMeasure: .program
    case .priorityStrategy, .priorityMeasure: .project
    case .leadingProject, .program, .project: .theme
    default: .other
    }
  }
}
