import KeikakuText

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

/// The heads that name a part of what they stand below. The labels of forms say the same and take their words from here.
enum GroupHeads {
  /// Folded, without blanks; a head may carry a year before and a bracket behind.
  static let words: [(String, GroupRole)] =
    list(
      .actions,
      """
      主な取組 主な取り組み 主な取組み 主な取組内容 具体的取組 具体的な取組 具体的な取り組み 具体的な取組内容 具体的取組内容 具体的な取組み 取組内容 取組 取り組み
      主要な取組 主な事業 主要事業 主要な事業 取組方針 具体的な施策の内容 実施内容 事業内容 取組例 想定される取組 主な具体的取組 アクションプラン
      主な取組項目 主な施策 主要な施策 取組項目 具体的な取組事例 取組事例 主な取組例 主な具体的な取組 関連事業 主な関連事業 関連する事業 関連する主な事業
      構成事業 構成事務事業 事業例 主な実施事業 主な施策・事業 主な取組・事業 取組・事業 具体的な施策・事業 主な個別事業 主要取組 主要な取組項目
      重点取組 重点的な取組 重点的に取り組む事項 取組の内容 具体的な内容 具体策 具体的方策 推進方策 主な事務事業 予定事業 実施予定事業 想定事業
      実施する事業 事業一覧 主要事業一覧 代表的な取組 代表的な事業 行政の取組 市の取組 町の取組 村の取組 区の取組 県の取組 市が取り組むこと 町が取り組むこと 村が取り組むこと 行政が取り組むこと 本市の取組 本町の取組
      取組概要 具体的な取組項目 取組の例 事業の例 主な取組(事業) 計画事業 計画事業一覧 施策の主な取組 施策の具体的取組 具体的取組事業 具体的な取組・事業
      その対策 対策 対策の内容 取組一覧 主な個別取組 個別事業 主な推進事業 今後5年間の主な取組 今後5年間の取組
      """)
    + list(
      .results,
      """
      実績 取組実績 主な実績 取組状況 主な取組実績 主な成果 成果 主な取組内容/実績 取組内容・実績 実施状況 取組の実績 事業実績 取組の状況 主な取組状況
      これまでの成果 取組の成果 取組成果 取組結果 実施結果 事業の実績 事業の実施状況 主な実施内容 具体的な取組実績 事業実績・成果 実績・成果
      取組の進捗状況 進捗状況 実施した取組 実施した事業 主な実施状況 取組内容及び実績 実施実績 取組実績・成果 主な取組の実績 本年度の取組 今年度の取組
      取組と成果 主な取組と成果 取組内容と成果 取組の内容と成果 取組及び成果 取組・成果 主な取組・成果 取組の状況と成果
      """)
    + list(
      .directions,
      """
      今後の取組 今後の方向 今後の方向性 今後の方針 今後の取組方針 今後の取組の方向性 今後の予定 今後の対応 主な取組/今後の方向性 今後の展開 今後の取組予定
      今後の対応方針 今後の進め方 今後の見通し 今後の取組内容 今後の取り組み 今後の取組について 今後に向けて に向けて 次年度の取組 次年度以降の取組 次年度の方針 次年度の予定
      次年度の取組予定 次年度の取組方針 次年度に向けて 翌年度の取組 改善策 改善内容 改善の方向性 改善方針 課題と今後の方針 課題と今後の方向性 課題・今後の方向性
      課題及び今後の方針 取組予定 実施予定 今後の実施予定 取り組み予定 今後の実施方針 課題と今後の取組 課題・今後の方針 課題と対応方針 今後の施策展開 来年度の取組 次年度以降の方針 次年度以降の予定
      """)
    + list(
      .schedule,
      """
      スケジュール 年次計画 工程表 実施スケジュール 行程表 工程 取組スケジュール 年度計画 ロードマップ 年次スケジュール 事業スケジュール 年度別計画 推進スケジュール
      行程 実施工程 計画年度
      """)
    + list(
      .indicators,
      """
      数値目標 重要業績評価指標 成果指標 KPI 重要業績評価指標(KPI) 目標指標 評価指標 指標 目標値 基本目標の数値目標 施策の指標 まちづくり指標 成果目標
      達成目標 ベンチマーク 施策の目標 基本目標(数値目標) KPI(重要業績評価指標) 重要業績指標 活動指標 目標 指標一覧 KPI一覧 重要業績評価指標一覧 施策の数値目標 政策の数値目標
      成果を測る指標 施策の成果指標 達成度を測る指標 進捗を測る指標 目標とする指標 主な指標 KPIの達成状況 指標の達成状況 数値目標の達成状況 数値目標の進捗状況
      KPIの進捗状況 指標の推移 まちづくりの指標 めざす指標 数値目標の状況 KPIの状況 指標の状況 数値目標(KPI)の状況 数値目標(KPI)の達成状況 目標の達成状況 客観的な指標 客観的指標 KPIの設定 数値目標の設定 指標の設定 成果指標の設定 目標値の設定
      重要業績評価指標の達成状況 重要業績評価指標(KPI)の達成状況 重要業績評価指標(KPI)の状況 施策の目標達成状況 目標達成状況 成果指標の状況 成果指標の達成状況
      """)
    + list(
      .description,
      """
      取組の方向 施策の内容 関連計画 関連する計画 関連する個別計画 主な関連計画 基本的考え方 基本的な考え方 現状と課題 現状 課題 背景 目的 概要 施策の方向性
      施策の方向 方向性 めざす姿 目指す姿 施策の概要 基本方向 施策の展開方向 目指すべき姿 現状・課題 施策の目的 講ずべき施策に関する基本的方向 取組の概要 事業概要
      内容 施策内容 ねらい 趣旨 方針 施策の方針 取組の方針 基本的な方針 説明 考え方 取組の方向性 事業目的 事業の概要 事業の内容 事業の目的 対象
      施策のねらい 取組のねらい めざす方向 目指す方向 10年後の姿 5年後の姿 10年後の目指す姿 現状認識 現状分析 現況 現況と課題 主な課題 背景と課題
      これまでの取組 施策の基本方針 施策の基本的な方向 施策の基本的な考え方 施策展開の方向 施策展開の方向性 展開方向 展開の方向性 期待される効果 期待する効果
      市民・事業者の取組 市民の役割 町民の役割 村民の役割 区民の役割 事業者の役割 行政の役割 役割分担 市民等の役割 地域の役割 協働の取組 事業者の取組 地域の取組 家庭の取組 事業者の取り組み
      地域・事業者の取組 みんなの取組 関係団体の取組 事業者ができること 成果と課題 成果・課題 成果及び課題 取組の成果と課題 主な成果と課題 評価理由 評価の理由 分析
      検証結果 評価 外部評価 内部評価 問題点 課題・問題点 今後の課題 課題等 主な意見 委員の意見 委員からの意見 有識者の意見 外部有識者の意見 関連データ SDGs 関連するSDGs
      関連するSDGsのゴール SDGsとの関連 SDGsの目標 該当するSDGs 関連法令 根拠法令 基本的視点 目標の考え方 施策の目標像 施策の目指す姿 施策のめざす姿
      見方 各施策の見方 施策の見方 本書の見方 計画書の見方 ページの見方 計画の見方 現況と問題点 現状と問題点 現況及び問題点 現状及び課題 現状・問題点 施策がめざす姿 将来像 まちの将来像 めざす将来像 目指す将来像 将来都市像 目指す状態 実現したい姿 実現したい状態 あるべき姿 期待される成果 取組の目的 取組の背景
      """)
    + citizens.flatMap { who in
      [
        "の取組", "・事業者の取組", "・地域の取組", "・団体の取組", "・事業者・団体の取組", "の取り組み", "等の取組", "・事業者の役割", "ができること", "にできること",
        "が取り組むこと",
      ].map { (who + $0, GroupRole.description) }
    }
    + list(.glossary, "用語解説 用語の説明 用語の解説 用語集 用語説明 用語 用語解説集")
    + list(.annex, "資料編 参考資料 参考資料編 付属資料 附属資料 巻末資料 関係資料 関連資料 資料集 策定資料 計画資料 付録 附録")

  /// What those do who live in the municipality is no measure of its own: 市民の取組.
  private static let citizens = ["市民", "町民", "村民", "区民", "県民", "住民"]

  private static func list(_ role: GroupRole, _ text: String) -> [(String, GroupRole)] {
    text.listedWords.map { ($0, role) }
  }

  /// Words of the heads below which a plan tells how things stand.
  static let situations = ["現状", "現況", "課題", "背景", "問題点"]

  /// Words of heads below which figures tell what was: アンケート調査の結果, 財政の推移, 令和5年度決算.
  private static let accounts = ["調査", "推移", "財政", "予算", "決算", "動向"]
  /// The same where they end the head: 社人研推計, 先進事例; 先進事例の活用 is a measure.
  private static let accountEndings = WordEndings(["推計", "推計値", "事例", "事例集", "事例紹介"])

  /// 現状と課題, but not 現状値と目標値.
  static func tellsSituation(_ title: String) -> Bool {
    (tellingWords.occurs(in: title) || accountEndings.end(title)) && !aims.occurs(in: title)
  }

  private static let tellingWords = WordTrie((situations + accounts).map { ($0, true) })
  private static let aims = WordTrie(["目標", "指標"].map { ($0, true) })

  /// Words of chapters that hold a plan's parts and stand for no policy.
  static let structures = [
    "計画", "戦略", "施策", "体系", "構想", "総論", "各論", "推進体制", "進行管理", "取組", "事業", "検証", "評価", "振り返り", "総括",
  ]

  private static let plans = [
    "計画", "本計画", "総合計画", "総合戦略", "本戦略", "戦略", "プラン", "本プラン", "基本計画", "創生総合戦略", "ビジョン", "実施計画",
  ]
  private static let closings = ["推進", "進行管理", "進捗管理", "実現に向けて", "実現のために", "検証", "フォローアップ", "見直し"]
  /// What may stand behind these words.
  private static let closingEnds = [
    "体制", "に当た", "にあた", "に向け", "のため", "に", "と", "・", "及び", "方策", "方針", "の体制", "の仕組み",
  ]
  private static let longestClosing = 24
  private static let planWords = WordTrie(plans.map { ($0, true) })
  private static let closingWords = WordTrie(
    closings.flatMap { closing in ["", "の", "を", "における"].map { ($0 + closing, true) } })
  private static let closingEndWords = WordTrie(closingEnds.map { ($0, true) })
  /// The letters that `plans` begin with, those of half width too: asked before a title is folded.
  private static let planBeginnings = WordTrie(plans.map { ($0, true) } + ["ﾌ", "ﾋ"].map { ($0, true) })

  /// 計画の推進体制, 総合戦略の推進に当たって: the chapter that closes a plan with how it is carried out; none of its lines is a
  /// measure of the goals. 都市計画の推進 is one.
  static func closesPlan(_ title: String) -> Bool {
    let beginning = title.utf8.span
    guard planBeginnings.mayBegin(in: beginning, at: 0, limit: beginning.count) else { return false }
    let key = FoldedText.compactBytes(of: title)[...]
    guard key.count(where: \.beginsCharacter) <= longestClosing, let plan = planWords.longestMatch(atStartOf: key)
    else {
      return false
    }
    let rest = key.dropFirst(plan.length)
    guard let closing = closingWords.longestMatch(atStartOf: rest) else { return false }
    let end = rest.dropFirst(closing.length)
    return end.isEmpty || closingEndWords.longestMatch(atStartOf: end) != nil
  }

  private static let openings: Set<TitleKey> = Set(
    ["はじめに", "おわりに", "終わりに", "計画の目的", "計画の位置付け", "計画の位置づけ"].map { TitleKey($0) })
  private static let openingEnds = ["策定の趣旨", "策定趣旨", "策定の背景", "策定の背景と目的", "策定の目的"].map { TitleKey($0) }

  /// はじめに, 計画策定の趣旨: what stands before the goals of a plan, or of the next of several plans, and is none of their measures.
  static func opensPlan(_ title: String) -> Bool {
    let key = TitleKey(title)
    return openings.contains(key) || openingEnds.contains { key.hasSuffix($0) }
  }

  /// How a head ends below which the text says what the municipality wants to be.
  static let visions = [
    "将来像", "都市像", "環境像", "地域ビジョン", "まちの姿", "町の姿", "村の姿", "市の姿",
  ].map { TitleKey($0) }

  /// How titles of an annex's parts end: 審議会委員名簿, 策定の経過.
  static let annexEndings = WordEndings([
    "名簿", "要綱", "要領", "条例", "規則", "規程", "策定経過", "策定の経過", "策定経緯", "策定の経緯", "検討経過", "検討の経過", "審議経過", "審議の経過",
    "策定までの経過", "策定過程", "諮問", "諮問書", "答申", "答申書", "用語解説", "用語集", "用語の解説", "用語の説明",
  ])

  /// A head that says what kind of node its numbered lines are: 具体的な事業, 展開すべき施策.
  static let kinds: [(String, NodeKind)] = [
    ("具体的な事業", .program), ("具体的事業", .program), ("展開すべき施策", .measure), ("具体的な施策", .specificMeasure),
    ("具体的施策", .specificMeasure), ("施策の基本的方向", .basicDirection), ("基本的方向", .basicDirection),
    ("施策の基本方向", .basicDirection), ("基本目標", .basicGoal), ("施策体系", .measure), ("施策", .measure),
    ("主要施策", .measure), ("基本施策", .measure), ("政策パッケージ", .package), ("施策パッケージ", .package), ("基本方針", .basicPolicy),
    ("政策目標", .basicGoal), ("政策", .policy), ("重要戦略", .priorityStrategy), ("重点戦略", .priorityStrategy),
    ("重点施策", .priorityMeasure), ("重点プロジェクト", .leadingProject), ("リーディングプロジェクト", .leadingProject),
    ("横断的施策", .crossCutting), ("横断的な施策", .crossCutting), ("横断的目標", .crossCutting), ("横断的な目標", .crossCutting),
    ("横断的視点", .crossCutting), ("推進事業", .program), ("実施事業", .program), ("個別施策", .specificMeasure),
    ("基本戦略", .other), ("施策の展開", .measure), ("将来像", .vision), ("めざすまちの姿", .vision),
    ("施策の大綱", .basicGoal), ("施策大綱", .basicGoal), ("まちづくりの大綱", .basicGoal), ("まちづくりの基本目標", .basicGoal),
    ("まちづくりの目標", .basicGoal), ("政策の大綱", .basicGoal), ("政策大綱", .basicGoal), ("大綱", .basicGoal),
  ]
}
