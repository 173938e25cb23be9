import KeikakuText

/// What stands around a sentence and bears on its figures.
struct ProseContext: Sendable {
  /// A heading or lead word above says that figures of the plan follow: 数値目標, 重要業績評価指標, KPI, 成果目標.
  var isUnderIndicatorHeading = false
  /// The text is a cell of a table, where a name and its figure may touch.
  var isCell = false
  /// The text stands below 現状と課題, 調査の結果 or 財政の推移: figures there tell what was, not what is aimed at.
  var tellsSituation = false
  /// The head, 数値目標の達成状況, tells how far targets were reached: a figure alone below it is none.
  var givesAccount = false
  /// The text is an item of a list, which holds nothing but its statement.
  var isItem = false
  /// The text stands below a node of the plan, among what is done for it, and tells of no past.
  var isBelowNode = false
  /// The heading above sets targets: 数値目標, and not 指標の推移.
  var setsTargets = false
  /// What stands right of an arrow.
  var arrows = ArrowSense.target
  /// The years of both of its sides, where a line above says them.
  var arrowYears: ArrowYears?
  /// From a heading such as 現状値R6→目標値R12.
  var baselinePeriod: Temporal?
  var targetPeriod: Temporal?
  /// The units that its figures are read with.
  var units = Units.standard
}
