import KeikakuText

/// Words of table headers beside those that name a column of figures: too common to be looked for anywhere else.
enum HeaderSideWords {
  static let words: [(String, ColumnRole)] =
    ColumnRole.list(
      .forecast,
      """
      見込 見込み 見込値 見込み値 推計値 推計 予測値 予測 予定 将来推計 趨勢値 成り行き値 増減 増減数 差 差引 前年比 増加数 伸び率 増減率 推移 増加率
      前年度比 前年差 対基準値 対基準値比 対目標 対目標値 対目標値比 対実績 対実績値 対計画値 基準値比 対前年 対前年比 対前年度 対前年度比 対計画 対計画比 目標との差 変化量 伸び 県平均 全国 県 国 都 府 全国平均 国平均 都平均 府平均 道平均 県内平均 市町村平均 類似団体 類似団体平均 全国値 県値 順位 県内順位
      全国順位 国の基本指針 国の指針 国指針 基本指針 国の成果目標 県の指針 予算額 決算額 当初予算額 事業費 総事業費 交付額 参考値 見通し 見通し値 見込量 量の見込み
      """)
    // 令和４年度決算 of a plan for the finances; 決算額 is what a programme cost.
    + ColumnRole.list(.actual, "決算 決算値 現在の状況 直近の状況 最新の数値")
    + ColumnRole.list(.baseline, "計画策定時の状況 策定時の状況 当初の状況 計画策定時の数値 策定時の数値 ベースライン ベースライン値")
    // Only where no other word follows: 中間評価 is a grade, 最終年度 a year.
    + ColumnRole.list(.target, "中間 最終 5年後 10年後")
    + ColumnRole.list(.year, "年度 年次 時点 年 時期 調査時期 測定年度 実績年度 実績年 実績年次 実績時点")
    + ColumnRole.list(
      .definition,
      """
      定義 算出方法 算定方法 説明 指標の説明 指標の定義 指標の概要 指標の内容 指標内容 指標説明 計算式 算出式 算出根拠 算式 測定方法 把握方法 概要 内容
      考え方 指標の考え方 指標の解説 解説 指標の意味 計算方法 積算方法 調査方法 確認方法 測り方
      """)
    + ColumnRole.list(.dataSource, "データ 把握資料 使用データ 調査名 統計名")
    + ColumnRole.list(.department, "担当 所管 部署 課名 所属 関連課 実施主体 担当係 担当グループ 取組主体 主体 関係部署 推進主体 部局")
    + ColumnRole.list(
      .remarks,
      """
      補足 コメント 理由 根拠 設定理由 設定根拠 課題 分析 達成状況 進捗状況 達成見込 達成見込み 進捗 状況 要因 今後の方針 対応 対応方針 方針 意見
      進捗度合い 所見 検証 改善点 取組状況 実施状況 今後の取組 取組内容 実績内容 背景
      """)
    + ColumnRole.list(.grade, "ランク 評価ランク 達成 達成可否")
    + ColumnRole.list(.number, "コード")
    + ColumnRole.list(.direction, "方向 方向性 目指す方向 めざす方向 目指す方向性 めざす方向性 目標の方向 向き 目指すべき方向 望ましい方向 トレンド")
    + ColumnRole.list(
      .group,
      """
      基本目標 政策目標 施策目標 重点目標 戦略目標 行動目標 施策 基本施策 施策名 施策の柱 政策 政策名 分野 柱 基本方針 事業 事業名 取組 取組名 取り組み
      主な取組 具体的施策 具体的な施策 具体的取組 具体的な取組 主要施策 重点施策 個別施策 章 節 区分 種別 戦略 プロジェクト プロジェクト名 大項目 中項目
      小項目 施策体系 体系 施策分野 分類 カテゴリ テーマ 重点プロジェクト 取組項目 施策項目 事業目的 めざす姿 目指す姿 関連施策 主な事業 具体的事業
      展開すべき施策 目的 基本的方向 施策の方向性 施策の方向 目標像 対象 対象者 対象年齢 年齢区分 性別 年代 内訳
      """)

  /// Words that alone say that a table holds the plan's own figures.
  static let indicators = ["指標", "KPI", "KGI", "数値目標", "成果目標", "目標項目", "ベンチマーク", "めざそう値"]

  /// Words that make the column's figures sums over years.
  static let cumulative = ["累計", "累積", "延べ"]

  /// What may stand in a header beside its word without changing it.
  static let neutral = """
    値 の 時 時点 末 等 度 年 年度 月 日 平成 令和 昭和 元 第 期 計画 前期 後期 総合戦略 戦略 単位 累計 延べ 直近 最新 本市 本町 本村 市 町 村 現行
    見直し後 修正後 改定後 改訂後 変更後 当初計画 参考 単年度 毎年 平均 年間 合計 までの まで における ごろ 頃 以降 版 基本計画
    総合計画 速報 確定 その
    """.listedWords + superseded
  static let neutralWords = WordTrie(neutral.map { ($0, true) })

  /// Whose figures stand beside the plan's own for comparison: 県の目標値, and （参考）県平均 in a row.
  static let others: Set<String> = [
    "県", "国", "都", "府", "全国", "県平均", "全国平均", "国平均", "都平均", "府平均", "道平均", "県内平均", "市町村平均", "類似団体", "類似団体平均",
    "県値", "全国値", "県全体", "全国順位", "県内順位",
  ]

  /// Words of what stood before a plan was changed.
  static let superseded = ["変更前", "見直し前", "修正前", "改定前", "改訂前", "旧", "前計画", "旧計画", "前回計画", "前期計画の"]
}
