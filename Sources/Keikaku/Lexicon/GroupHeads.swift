/// What the part of a plan below a group head holds. A group head names a part, never a node: ■スケジュール, 主な取組.
public enum GroupRole: String, Sendable, CaseIterable {
  /// Lists what will be done.
  case actions
  /// Lists what was done in the year reported.
  case results
  /// Lists where it goes from here.
  case directions
  case schedule
  /// Lists nodes that belong to the matter, with their pages.
  case related
  case indicators
  /// Running text: 基本的考え方, 現状と課題.
  case description
  /// Terms with their meaning.
  case glossary
  /// What is bound behind the plan: committees, ordinances, how it was made.
  case annex
}

enum GroupHeads {
  /// Folded, without blanks; a head may carry a year before and a bracket behind.
  static let words: [(String, GroupRole)] = [
    ("主な取組", .actions), ("主な取り組み", .actions), ("主な取組み", .actions), ("主な取組内容", .actions),
    ("具体的取組", .actions), ("具体的な取組", .actions), ("具体的な取り組み", .actions), ("具体的な取組内容", .actions),
    ("具体的取組内容", .actions), ("具体的な取組み", .actions), ("取組内容", .actions), ("取組", .actions), ("取り組み", .actions),
    ("主要な取組", .actions), ("主な事業", .actions), ("主要事業", .actions), ("主要な事業", .actions), ("取組方針", .actions),
    ("具体的な施策の内容", .actions), ("今後の取組", .directions), ("取組の方向", .description), ("施策の内容", .description),
    ("実施内容", .actions), ("事業内容", .actions), ("取組例", .actions), ("想定される取組", .actions), ("主な具体的取組", .actions),
    ("アクションプラン", .actions), ("主な取組項目", .actions), ("主な施策", .actions), ("主要な施策", .actions), ("取組項目", .actions),
    ("具体的な取組事例", .actions), ("取組事例", .actions), ("主な取組例", .actions), ("主な具体的な取組", .actions),
    ("実績", .results), ("取組実績", .results), ("主な実績", .results), ("取組状況", .results), ("主な取組実績", .results),
    ("主な成果", .results), ("成果", .results), ("主な取組内容/実績", .results), ("取組内容・実績", .results), ("実施状況", .results),
    ("取組の実績", .results), ("事業実績", .results),
    ("今後の方向性", .directions), ("今後の方針", .directions), ("今後の取組方針", .directions), ("今後の取組の方向性", .directions),
    ("今後の予定", .directions), ("今後の対応", .directions), ("主な取組/今後の方向性", .directions), ("今後の展開", .directions),
    ("スケジュール", .schedule), ("年次計画", .schedule), ("工程表", .schedule), ("実施スケジュール", .schedule), ("行程表", .schedule),
    ("関連事業", .actions), ("主な関連事業", .actions), ("関連する事業", .actions), ("関連する主な事業", .actions),
    ("関連計画", .description), ("関連する計画", .description), ("関連する個別計画", .description), ("主な関連計画", .description),
    ("数値目標", .indicators), ("重要業績評価指標", .indicators), ("成果指標", .indicators), ("KPI", .indicators),
    ("重要業績評価指標(KPI)", .indicators), ("目標指標", .indicators), ("評価指標", .indicators), ("指標", .indicators),
    ("目標値", .indicators), ("基本目標の数値目標", .indicators), ("施策の指標", .indicators), ("まちづくり指標", .indicators),
    ("成果目標", .indicators), ("達成目標", .indicators), ("ベンチマーク", .indicators), ("施策の目標", .indicators),
    ("基本目標(数値目標)", .indicators), ("KPI(重要業績評価指標)", .indicators), ("重要業績指標", .indicators), ("活動指標", .indicators),
    ("目標", .indicators), ("指標一覧", .indicators), ("KPI一覧", .indicators), ("重要業績評価指標一覧", .indicators),
    ("基本的考え方", .description), ("基本的な考え方", .description), ("現状と課題", .description), ("現状", .description),
    ("課題", .description), ("背景", .description), ("目的", .description), ("概要", .description), ("施策の方向性", .description),
    ("施策の方向", .description), ("方向性", .description), ("めざす姿", .description), ("目指す姿", .description),
    ("将来像", .description), ("施策の概要", .description), ("基本方向", .description), ("施策の展開方向", .description),
    ("目指すべき姿", .description), ("現状・課題", .description), ("施策の目的", .description), ("講ずべき施策に関する基本的方向", .description),
    ("取組の概要", .description), ("事業概要", .description),
    ("用語解説", .glossary), ("用語の説明", .glossary), ("用語の解説", .glossary), ("用語集", .glossary), ("用語説明", .glossary),
    ("用語", .glossary), ("用語解説集", .glossary),
    ("資料編", .annex), ("参考資料", .annex), ("参考資料編", .annex), ("付属資料", .annex), ("附属資料", .annex), ("巻末資料", .annex),
    ("関係資料", .annex), ("関連資料", .annex), ("資料集", .annex), ("策定資料", .annex), ("計画資料", .annex), ("付録", .annex),
  ]

  /// How titles of an annex's parts end: 審議会委員名簿, 策定の経過.
  static let annexEndings = [
    "名簿", "要綱", "要領", "条例", "規則", "規程", "策定経過", "策定の経過", "策定経緯", "策定の経緯", "検討経過", "検討の経過", "審議経過", "審議の経過",
    "策定までの経過", "策定過程", "諮問", "諮問書", "答申", "答申書", "用語解説", "用語集", "用語の解説", "用語の説明",
  ]

  /// A head that says what kind of node its numbered lines are: 具体的な事業, 展開すべき施策.
  static let kinds: [(String, NodeKind)] = [
    ("具体的な事業", .program), ("具体的事業", .program), ("展開すべき施策", .measure), ("具体的な施策", .specificMeasure),
    ("具体的施策", .specificMeasure), ("施策の基本的方向", .basicDirection), ("基本的方向", .basicDirection),
    ("施策の基本方向", .basicDirection), ("基本目標", .basicGoal), ("施策体系", .measure), ("施策", .measure),
    ("主要施策", .measure), ("基本施策", .measure), ("政策パッケージ", .package), ("基本方針", .basicPolicy),
    ("政策目標", .basicGoal), ("政策", .policy), ("重要戦略", .priorityStrategy), ("重点戦略", .priorityStrategy),
    ("重点施策", .priorityMeasure), ("重点プロジェクト", .leadingProject), ("リーディングプロジェクト", .leadingProject),
    ("横断的施策", .crossCutting), ("横断的な施策", .crossCutting), ("横断的目標", .crossCutting), ("横断的な目標", .crossCutting),
    ("横断的視点", .crossCutting), ("推進事業", .program), ("実施事業", .program), ("個別施策", .specificMeasure),
    ("基本戦略", .other), ("施策の展開", .measure), ("将来像", .vision), ("めざすまちの姿", .vision),
  ]
}
