/// Words by which a report's legend says what its items tell.
enum ReportWords {
  /// Nil for problems: nothing is done by them. The first that stands in a phrase decides.
  static let standings: [(words: [String], status: ActionStatus?)] = [
    (["課題", "問題点"], nil),
    (["今後", "予定", "次年度", "翌年度", "来年度", "方向性", "方針", "計画", "これから", "以降", "見込", "実施する", "取り組む"], .direction),
    (["実績", "実施した", "取り組んだ", "行った", "成果", "実施済", "結果", "取組状況", "実施状況", "取組内容", "取組"], .result),
  ]

  /// Words of a legend of grades, which says how well and not what.
  static let grades = ["どおり", "通り", "順調", "遅れ", "未達成", "達成率", "以上", "未満"]
}
