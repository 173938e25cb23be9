import KeikakuText

/// What a table says: its sections in order, with what was noticed on the way.
///
/// One printed table often holds several things one below the other: a form's rows, the indicators of a measure, its
/// schedule. The sections cover every row of the table once, in order.
struct TableReading: Sendable {
  var sections: [TableSection]
  /// Indicators that single cells state with their figure, in a table that is another thing as a whole.
  var stated: [IndicatorReading] = []
  var diagnostics: [Diagnostic] = []

  /// The indicators of all sections, in order.
  var indicators: [IndicatorReading] {
    sections.flatMap { section in
      if case .indicators(let readings) = section.content { return readings }
      return []
    }
  }
}

/// A run of a table's rows that has one meaning.
struct TableSection: Sendable {
  enum Content: Sendable {
    /// Labelled rows: 具体的施策 | 1-1-1 …, 内容 | …, 担当課 | ….
    case form([FormRow])
    /// Rows of figures with a baseline, targets or actuals. Empty where the header is one and no row could be read.
    case indicators([IndicatorReading])
    /// Rows of a schedule by year, as actions with `schedule`.
    case schedule([TableAction])
    /// Rows of measures with what they are and who does them: 取組名 | 内容 | 担当課.
    case actions([TableAction])
    /// Rows of a term and its text: 1 新たな地域づくり | 持続可能な….
    case definitions([DefinitionRow])
    /// Rows that refer to a node and its printed page: 1-2-1 | title | P15.
    case related([RelatedRow])
    /// An overview of the plan: columns are ranks, cells are nodes.
    case hierarchy(HierarchyRows)
    /// Rows of a table of contents: title | … | 11.
    case contents
    case other
  }

  var content: Content
  /// The rows of the table, header rows included.
  var rows: Range<Int>
  /// How many of the rows are header.
  var headerRows = 0
  var source: SourceRange

  /// Some indicator of it has a target.
  var setsTargets: Bool {
    guard case .indicators(let readings) = content else { return false }
    return readings.contains { !$0.indicator.targets.isEmpty }
  }

  /// The kind under which `tables[]` lists a table of such rows.
  var kind: TableKind {
    switch content {
    case .form: .form
    case .indicators: .indicators
    case .schedule: .schedule
    case .actions: .other
    case .definitions: .definitions
    case .related: .relations
    case .hierarchy: .hierarchy
    case .contents: .contents
    case .other: .other
    }
  }
}

/// What stands around a table and bears on its figures.
struct TableContext: Sendable {
  /// A heading or lead word above says that figures of the plan follow: 数値目標, 重要業績評価指標, KPI, 成果目標.
  var isUnderIndicatorHeading = false
  /// From a heading such as 現状値R6→目標値R12, or a caption.
  var baselinePeriod: Temporal?
  var targetPeriod: Temporal?
  /// 現状値と目標値 heads the table: of two columns under a year alone the first holds the one, the second the other.
  var namesBothValues = false
  /// From a caption such as （単位：人）.
  var unit: String?
  /// 上段：目標値、下段：実績値 above the table.
  var pairLegend: String?
  /// The name right above a table, which names its figures where the table holds none: 婚姻率 of 数値目標① 婚姻率.
  var heading: MappedLabel?
  /// What the document's date says of the years of its figures.
  var vantage = Vantage()
  /// The units that its figures are read with.
  var units = Units.standard
  /// The column without a head whose cells explain the names beside them.
  var definitionColumn: Int?

  /// From the first to the last year that a plan sets its targets for.
  private static let fewestYearsOfPlan = 3

  /// H26 and H31 below 数値目標: from the one year to the other is as far as a plan goes.
  func isPlan(from first: Temporal?, to last: Temporal?) -> Bool {
    guard isUnderIndicatorHeading, let first = first?.endYear, let last = last?.startYear else { return false }
    return last - first >= Self.fewestYearsOfPlan
  }
}

/// An indicator as a table or a sentence gives it, before it is tied to its node and notes.
struct IndicatorReading: Sendable {
  /// `node` and `notes` are nil and empty.
  var indicator: Indicator
  /// Marks that stood beside its name or values, as written and folded: ※1, *.
  var noteMarkers: [String] = []
  /// Labels of row groups to its left, outermost first: 基本目標1 …, 施策名.
  var groups: [MappedLabel] = []
}

/// A text with its place.
struct MappedLabel: Hashable, Sendable {
  var text: String
  var source: SourceRange

  /// With the rest of a wrapped name behind it.
  func joined(with rest: MappedLabel) -> MappedLabel {
    MappedLabel(text: text + rest.text, source: source.joined(with: rest.source))
  }
}

/// A labelled row of a form.
struct FormRow: Sendable {
  typealias Field = FormField

  /// What the label says that the value is.
  var field: Field
  /// As written.
  var label: MappedLabel
  /// The cells right of the label, joined by a blank. Empty where the row has none.
  var value: MappedLabel
  var source: SourceRange
}

/// A term and what is said of it.
struct DefinitionRow: Sendable {
  var term: MappedLabel
  var text: MappedLabel
  var source: SourceRange
}

/// A reference to another node.
struct RelatedRow: Sendable {
  /// In ASCII digits, parts joined by `-`; nil without number.
  var number: String?
  var title: MappedLabel
  /// The printed page.
  var page: Int?
  var source: SourceRange
}

/// The cells of an overview table.
struct HierarchyRows: Sendable {
  struct Entry: Sendable {
    /// The column, from 0: an index into `kinds`.
    var column: Int
    /// The row of the table.
    var row: Int
    /// One node as written, label and number included: 1-2-1 秋吉台を核とした…. A cell of several items gives several.
    var text: MappedLabel
  }

  /// What each column ranks as, by its header word; nil where the word is unknown.
  var kinds: [NodeKind?]
  /// Row by row, left to right.
  var entries: [Entry]
}
