import KeikakuText

/// What stands around a sentence and bears on its figures.
struct ProseContext: Sendable {
  /// A heading or lead word above says that figures of the plan follow: 数値目標, 重要業績評価指標, KPI, 成果目標.
  var isUnderIndicatorHeading = false
  /// From a heading such as 現状値R6→目標値R12.
  var baselinePeriod: Temporal?
  var targetPeriod: Temporal?
}

/// Finds the indicators that running text and list items state.
struct ProseIndicatorReader: Sendable {
  let lexicon: Lexicon

  init(lexicon: Lexicon = .standard) { self.lexicon = lexicon }

  /// The indicators of one paragraph or list item, in order; empty for ordinary sentences.
  func indicators(in text: MappedText, context: ProseContext = ProseContext()) -> [IndicatorReading] { [] }
}
