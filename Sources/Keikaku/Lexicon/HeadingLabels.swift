/// Words that plans put before the number of a heading, and the kind of node that they head.
enum HeadingLabels {
  static let words: [(String, NodeKind)] = [
    ("基本目標", .basicGoal), ("政策目標", .basicGoal), ("基本方針", .basicPolicy), ("政策", .policy), ("分野", .policy),
    ("施策の基本的方向", .basicDirection), ("基本的方向", .basicDirection),
    ("施策", .measure), ("基本施策", .measure), ("展開すべき施策", .measure), ("具体的施策", .specificMeasure),
    ("政策パッケージ", .package), ("事業", .program), ("重要戦略", .priorityStrategy), ("重点施策", .priorityMeasure),
    ("リーディングプロジェクト", .leadingProject), ("横断的施策", .crossCutting), ("重点プロジェクト", .leadingProject),
  ]
}
