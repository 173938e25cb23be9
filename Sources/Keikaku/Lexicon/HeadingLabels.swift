import KeikakuText

/// Words that plans put before the number of a heading, and the kind of node that they head.
///
/// The longest word that ends right before the number decides, so that 重点施策1 is a 重点施策 and しごと施策1 a 施策.
enum HeadingLabels {
  static let words: [(String, NodeKind)] = [
    ("基本目標", .basicGoal), ("政策目標", .basicGoal), ("戦略目標", .basicGoal), ("まちづくりの目標", .basicGoal),
    ("まちづくり目標", .basicGoal), ("目標", .basicGoal), ("重点目標", .basicGoal), ("将来目標", .basicGoal), ("大綱", .basicGoal),
    ("施策大綱", .basicGoal), ("施策の大綱", .basicGoal), ("まちづくりの大綱", .basicGoal), ("将来像", .vision), ("ビジョン", .vision),
    ("基本方針", .basicPolicy), ("方針", .basicPolicy), ("推進方針", .basicPolicy), ("政策", .policy), ("基本政策", .policy),
    ("政策分野", .policy), ("分野", .policy), ("柱", .policy), ("主要課題", .policy), ("重点課題", .policy), ("重点テーマ", .policy),
    ("基本的施策", .measure), ("推進施策", .measure), ("施策の柱", .measure), ("施策区分", .measure), ("取組方針", .basicDirection),
    ("取組の方向", .basicDirection), ("取組の方向性", .basicDirection), ("展開方向", .basicDirection), ("施策の展開方向", .basicDirection),
    ("戦略の柱", .priorityStrategy), ("まちづくりの柱", .policy), ("まちづくりの基本目標", .basicGoal), ("重点政策", .policy), ("主要政策", .policy),
    ("施策の基本的方向", .basicDirection), ("基本的方向", .basicDirection), ("基本的な方向", .basicDirection),
    ("施策の方向", .basicDirection), ("施策の方向性", .basicDirection), ("基本方向", .basicDirection), ("方向性", .basicDirection),
    ("施策", .measure), ("基本施策", .measure), ("展開すべき施策", .measure), ("主要施策", .measure), ("施策項目", .measure),
    ("施策分野", .policy), ("施策目標", .measure), ("具体的施策", .specificMeasure), ("具体的な施策", .specificMeasure),
    ("個別施策", .specificMeasure), ("単位施策", .specificMeasure), ("小施策", .specificMeasure), ("細施策", .specificMeasure),
    ("政策パッケージ", .package), ("施策パッケージ", .package), ("パッケージ", .package), ("事業", .program), ("主要事業", .program),
    ("具体的事業", .program), ("重点事業", .program), ("主な事業", .program), ("プログラム", .program), ("取組", .program),
    ("取り組み", .program), ("取組み", .program), ("アクション", .program), ("具体的取組", .program), ("重点取組", .program),
    ("重要戦略", .priorityStrategy), ("重点戦略", .priorityStrategy), ("戦略", .priorityStrategy), ("基本戦略", .priorityStrategy),
    ("重点施策", .priorityMeasure), ("重点項目", .priorityMeasure), ("最重点施策", .priorityMeasure),
    ("リーディングプロジェクト", .leadingProject), ("重点プロジェクト", .leadingProject), ("戦略プロジェクト", .leadingProject),
    ("プロジェクト", .leadingProject), ("横断的施策", .crossCutting), ("横断的目標", .crossCutting), ("横断的な目標", .crossCutting),
    ("目指すまちの姿", .basicGoal), ("めざすまちの姿", .basicGoal), ("挑戦", .priorityStrategy),
    ("チャレンジ", .priorityStrategy), ("施策群", .measure), ("推進項目", .measure), ("横断目標", .crossCutting),
    ("分野横断目標", .crossCutting), ("テーマ", .theme), ("施策の展開", .measure), ("ミッション", .policy),
    ("取組項目", .program), ("取り組み項目", .program), ("実施項目", .program), ("改革項目", .program), ("推進方策", .measure),
    ("実施方策", .measure), ("具体的方策", .specificMeasure),
  ]
  /// Words before the number of an annex's parts: 資料1 策定の経過.
  static let annex = ["資料", "参考資料", "付属資料", "附属資料", "参考"].map { Array($0.utf8) }
  static let annexWords = WordTrie(annex.map { (String(decoding: $0, as: UTF8.self), true) })
}
