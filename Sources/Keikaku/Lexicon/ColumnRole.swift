/// What a column of an indicator table holds.
public enum ColumnRole: String, Sendable, CaseIterable {
  case name, baseline, target, actual, unit
  case targetYear = "target_year"
  case baselineYear = "baseline_year"
  case definition
  case dataSource = "data_source"
  case department, remarks, grade
  case achievementRate = "achievement_rate"
  case number, group, direction

  /// Header words, folded, without blanks. The longest match wins.
  static let words: [(String, ColumnRole)] = [
    ("指標", .name), ("指標名", .name), ("名称", .name), ("重要業績評価指標", .name), ("数値目標", .name),
    ("基準値", .baseline), ("現状値", .baseline), ("現況値", .baseline), ("現状", .baseline), ("当初値", .baseline),
    ("策定時", .baseline), ("計画策定時", .baseline), ("初期値", .baseline), ("基準", .baseline),
    ("目標値", .target), ("目標", .target), ("中間目標", .target), ("最終目標", .target),
    ("実績値", .actual), ("実績", .actual), ("現在値", .actual), ("直近値", .actual),
    ("単位", .unit), ("出典", .dataSource), ("備考", .remarks), ("担当課", .department), ("達成率", .achievementRate),
    ("評価", .grade), ("番号", .number), ("目標年", .targetYear), ("目標年度", .targetYear),
  ]
}
