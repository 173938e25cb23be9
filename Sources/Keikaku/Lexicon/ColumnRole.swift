import KeikakuText

/// What a column of an indicator table holds.
public enum ColumnRole: String, Sendable, CaseIterable {
  case name, baseline, target, actual, unit
  /// An estimate or a difference (見込, 増減): known, and taken neither for a target nor for a result.
  case forecast
  case targetYear = "target_year"
  case baselineYear = "baseline_year"
  /// The year of the value beside it.
  case year
  case definition
  case dataSource = "data_source"
  case department, remarks, grade
  case achievementRate = "achievement_rate"
  case number, group, direction

  /// Whether the column's cells are figures of the indicator.
  var isValue: Bool { self == .baseline || self == .target || self == .actual }

  /// The commonest labels of values in lines of text.
  static let valueLabels = ["目標値", "実績値", "基準値", "現状値"]

  /// Header words, folded, without blanks. Editions for reading aloud write 値 as ち. The longest match wins; of several words in a header the last decides, as the
  /// last noun heads a Japanese phrase.
  static let words: [(String, ColumnRole)] =
    names + names.flatMap { word, role in ["名", "名称"].map { (word + $0, role) } }
    + list(
      .baseline,
      """
      基準値 現状値 現況値 現状 現況 当初値 当初 策定時 計画策定時 計画策定時の値 策定時の値 策定時点 策定当初 初期値 基準 基準数値 現状数値
      計画当初 計画当初値 計画開始時 スタート値 始期値 改訂時 改定時 従前値 ベース値 基準年値 基準年の値 基準年度値 現状の値 現状(基準値)
      初年度値 出発点 事業開始前 事業実施前 申請時 実施前 開始前 開始時 基準ち 現状ち 現況ち
      """)
    + list(
      .target,
      """
      目標値 目標 中間目標 中間目標値 最終目標 最終目標値 計画値 計画目標 目標数値 目標水準 到達目標 達成目標 期待値 目安値 終期目標 後期目標
      前期目標 中期目標 短期目標 長期目標 年度別目標 年次目標 単年度目標 5か年目標 5ヵ年目標 5年後の目標 めざす値 目指す値 めざす数値
      目指す数値 めざす水準 将来目標 修正目標 見直し後目標 見直し後の目標 改定目標 新目標 設定目標 目標値(KPI) 目標ち
      """)
    + list(
      .actual,
      """
      実績値 実績 現在値 直近値 最新値 実績数値 直近実績 最新実績 達成値 現在 実測値 結果 実績(累計) 中間値 中間実績 測定値 直近の値 最新の値
      実績結果 年度実績 期末実績 実数 実績ち
      """)
    + list(.unit, "単位 計量単位")
    + list(
      .targetYear,
      """
      目標年 目標年度 目標年次 目標年月 達成年度 達成時期 達成期限 目標時期 目標期限 達成目標年度 最終年度 期限 目標時点
      中間年 中間年度 中間年次 中間目標年 中間目標年度 最終年 最終目標年 最終目標年度
      """)
    + list(.baselineYear, "基準年 基準年度 基準年次 現状年度 現状年 現況年 現況年度 調査年度 調査年 基準時点 現状時点 策定年度 基準時")
    + list(.dataSource, "出典 データ出典 データの出典 資料 出所 データソース データ元 資料出典 引用元 根拠資料 統計資料 資料名 出典元 出典等 取得元")
    + list(
      .department,
      """
      担当課 担当部署 所管課 所管部署 担当部局 所管部局 主管課 関係課 担当課名 担当課等 担当部課 主担当課 所管課名 担当所属
      """)
    + list(.remarks, "備考 摘要 特記事項")
    + list(.achievementRate, "達成率 進捗率 目標達成率 達成割合 対目標比 目標比 達成率(%) 到達率 対目標達成率")
    + list(.grade, "評価 判定 評価区分 達成度 達成度評価 進捗評価 自己評価 総合評価 進捗度 評価結果 達成区分 内部評価 外部評価 達成判定 進捗区分 評定 評価基準 判定基準")
    + list(.number, "番号 No No. NO NO. № # 整理番号 通番 項番 連番 指標番号 指標No 指標No. 施策コード 主要施策コード")

  /// What the column of names is called; 成果指標名 is made of 成果指標.
  private static let names = list(
    .name,
    """
    指標 指標名 指標名称 指標項目 指標の名称 指標の内容 指標内容 名称 項目 項目名 目標項目 目標指標 目標名 目標値名 評価項目 管理項目 測定項目
    重要業績評価指標 重要業績指標 重要業務評価指標 重要成果指標 重要目標達成指標 業績評価指標 評価指標 成果指標 活動指標 進捗指標 達成指標
    検証指標 参考指標 アウトカム指標 アウトプット指標 まちづくり指標 めざそう値 ベンチマーク 数値目標 成果目標 数値目標項目
    KPI KGI KPI名 KPI項目 主な指標 代表指標 指標(KPI) KPI指標 目標とする指標
    """)

  static func list(_ role: ColumnRole, _ text: String) -> [(String, ColumnRole)] {
    text.listedWords.map { ($0, role) }
  }
}
