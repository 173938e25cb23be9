import KeikakuText

/// What a word on a cover, in a title or in a colophon tells about a plan.
enum PlanWord: UInt8, Sendable {
  /// 総合計画, 基本構想: the plan above all others of a municipality.
  case upperPlan
  /// 基本計画, 実施計画: a part of the upper plan, unless a policy field stands before it (環境基本計画).
  case partialPlan
  /// 総合戦略, 創生戦略.
  case strategy
  /// 人口ビジョン.
  case populationVision
  /// 重点プロジェクト.
  case priorityProjects
  /// 進捗, 達成状況, 検証: the report on a plan.
  case progress
  /// 概要版.
  case summary
  /// Any other word by which a document is called: 計画, 方針, 報告書.
  case document
  /// Words that end a title without naming a document: について, 一覧.
  case ending
  /// 本編, 資料編, 改訂版: which edition or volume.
  case edition
  /// 審議会, 本部: a line that names an organ is no title.
  case organ
  /// 資料1, 別紙: marks of a meeting's papers.
  case material
  /// 目次.
  case contents
  /// はじめに, ごあいさつ: the text begins.
  case opening
  /// 計画期間, 対象期間.
  case period
  /// 発行, 刊行.
  case issued
  /// 策定, 決定, 改訂.
  case decided
  /// 編集, 〒, 電話, TEL: the publisher's particulars.
  case contact
  /// 現在, 時点, 印刷: a date beside these is not that of the document.
  case otherDate

  static let table: [(String, PlanWord)] = [
    ("総合計画", .upperPlan), ("総合振興計画", .upperPlan), ("基本構想", .upperPlan), ("長期計画", .upperPlan),
    ("長期総合計画", .upperPlan), ("長期振興計画", .upperPlan), ("総合発展計画", .upperPlan), ("総合ビジョン", .upperPlan),
    ("総合5か年計画", .upperPlan), ("総合5カ年計画", .upperPlan), ("総合4か年計画", .upperPlan), ("総合3か年計画", .upperPlan),
    ("中期総合計画", .upperPlan), ("まちづくり計画", .upperPlan), ("まちづくり総合計画", .upperPlan), ("まちづくり基本計画", .upperPlan),
    ("長期ビジョン", .upperPlan),
    ("基本計画", .partialPlan), ("実施計画", .partialPlan), ("前期計画", .partialPlan), ("後期計画", .partialPlan),
    ("中期計画", .partialPlan), ("中期基本計画", .partialPlan), ("前期基本計画", .partialPlan), ("後期基本計画", .partialPlan),
    ("総合戦略", .strategy), ("創生戦略", .strategy), ("創生推進計画", .strategy), ("創生推進戦略", .strategy),
    ("創生総合計画", .strategy), ("デジタル田園都市構想総合戦略", .strategy), ("地方創生推進プラン", .strategy), ("人口減少対策戦略", .strategy),
    ("創生アクションプラン", .strategy),
    ("人口ビジョン", .populationVision), ("人口ヴィジョン", .populationVision), ("人口の将来展望", .populationVision),
    ("重点プロジェクト", .priorityProjects), ("リーディングプロジェクト", .priorityProjects), ("戦略プロジェクト", .priorityProjects),
    ("重点戦略", .priorityProjects), ("重点施策", .priorityProjects), ("重点事業", .priorityProjects),
    ("進捗", .progress), ("進ちょく", .progress), ("達成状況", .progress), ("達成度", .progress), ("実施状況", .progress),
    ("取組状況", .progress), ("取組実績", .progress), ("取組結果", .progress), ("実施結果", .progress), ("推進状況", .progress),
    ("効果検証", .progress), ("検証", .progress), ("評価", .progress), ("実績報告", .progress), ("実績", .progress),
    ("成果報告", .progress), ("取組報告", .progress), ("実施報告", .progress), ("施策評価", .progress), ("フォローアップ", .progress),
    ("進行管理", .progress), ("進行状況", .progress), ("年次報告", .progress), ("年度報告", .progress), ("振り返り", .progress),
    ("取組の成果", .progress), ("取組成果", .progress), ("のまとめ", .progress), ("マネジメントシート", .progress),
    ("概要版", .summary), ("ダイジェスト", .summary), ("あらまし", .summary), ("概要書", .summary), ("リーフレット", .summary),
    ("要約版", .summary), ("ガイドブック", .summary), ("【概要】", .summary), ("(概要)", .summary),
    ("計画", .document), ("戦略", .document), ("ビジョン", .document), ("プラン", .document), ("プロジェクト", .document),
    ("方針", .document), ("構想", .document), ("大綱", .document), ("指針", .document), ("条例", .document), ("法律", .document),
    ("報告書", .document), ("報告", .document), ("白書", .document), ("シート", .document), ("調書", .document), ("状況", .document),
    ("結果", .document), ("マニュアル", .document), ("予算", .document), ("決算", .document), ("ガイドライン", .document),
    ("要綱", .document), ("規則", .document), ("手引き", .document), ("手引", .document), ("会議録", .document),
    ("について", .ending), ("一覧", .ending), ("一覧表", .ending), ("管理表", .ending), ("指標", .ending), ("計画書", .ending),
    ("評価指標", .ending), ("業績評価指標", .ending), ("概要", .ending), ("全体像", .ending), ("動向", .ending), ("見込み", .ending),
    ("推移", .ending), ("考え方", .ending), ("体系図", .ending), ("早見表", .ending),
    ("本編", .edition), ("資料編", .edition), ("別冊", .edition), ("改訂版", .edition), ("改定版", .edition), ("増補版", .edition),
    ("審議会", .organ), ("委員会", .organ), ("本部", .organ), ("協議会", .organ), ("部会", .organ), ("会議", .organ),
    ("議会", .organ), ("推進室", .organ), ("政策課", .organ), ("企画課", .organ), ("事務局", .organ), ("懇話会", .organ),
    ("計画課", .organ), ("戦略課", .organ), ("戦略室", .organ), ("戦略部", .organ), ("計画部", .organ), ("創生課", .organ),
    ("資料", .material), ("別紙", .material), ("参考資料", .material), ("別添", .material),
    ("目次", .contents), ("もくじ", .contents), ("CONTENTS", .contents), ("Contents", .contents), ("INDEX", .contents),
    ("はじめに", .opening), ("ごあいさつ", .opening), ("序章", .opening), ("あいさつ", .opening), ("まえがき", .opening),
    ("計画期間", .period), ("対象期間", .period), ("計画の期間", .period), ("戦略の期間", .period), ("推進期間", .period),
    ("実施期間", .period), ("期間", .period), ("計画年度", .period),
    ("発行", .issued), ("刊行", .issued), ("公表", .issued), ("発刊", .issued),
    ("策定", .decided), ("決定", .decided), ("制定", .decided), ("改訂", .decided), ("改定", .decided), ("作成", .decided),
    ("一部改訂", .decided), ("一部改定", .decided), ("議決", .decided), ("変更", .decided), ("改正", .decided), ("見直し", .decided),
    ("編集", .contact), ("〒", .contact), ("TEL", .contact), ("Tel", .contact), ("電話", .contact), ("FAX", .contact),
    ("ファクス", .contact), ("ファックス", .contact), ("E-mail", .contact), ("Email", .contact), ("http", .contact),
    ("問合せ", .contact), ("問い合わせ", .contact), ("問合わせ", .contact), ("Mail", .contact), ("メール", .contact),
    ("現在", .otherDate), ("更新日", .otherDate), ("掲載日", .otherDate), ("公開日", .otherDate), ("登録日", .otherDate),
    ("時点", .otherDate), ("印刷", .otherDate), ("施行", .otherDate), ("公布", .otherDate),
  ]

  static let trie = WordTrie(table)

  /// Policy fields: a plan of one of them is no plan of the whole municipality.
  static let fields: [[UInt8]] = [
    "環境", "福祉", "観光", "産業", "農業", "農村", "林業", "森林", "水産", "教育", "文化", "芸術", "スポーツ", "健康", "保健", "医療",
    "介護", "高齢者", "障害者", "障がい者", "障害", "障がい", "子ども", "こども", "子育て", "男女共同参画", "共同参画", "防災", "都市", "土地利用",
    "住宅", "住生活", "交通", "情報", "情報化", "DX", "デジタル", "デジタル化", "水道", "緑", "緑の", "景観", "耐震", "強靱化", "強靭化", "空家等",
    "空き家", "空家", "エネルギー", "温暖化", "廃棄物", "処理", "食育", "人権", "自殺", "図書館", "財政", "行政改革", "改革", "公共施設", "施設",
    "事業", "定員管理", "振興", "対策", "推進", "保全", "整備", "スポーツ推進", "生涯学習", "学習", "消防", "治水", "商業", "工業", "雇用",
    "経済", "エコ", "ごみ", "バリアフリー", "多文化共生", "活用", "管理", "中心市街地", "再生", "移住", "国際", "人材", "協働",
  ].map { Array($0.utf8) }
}
