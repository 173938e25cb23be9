import KeikakuText

/// One plan, read: the contract's JSON document as a value.
public struct PlanDocument: Sendable {
  /// The decoded text that every `SourceRange` points into.
  public var text: SourceText
  public var source: SourceDescription
  public var plan: Plan
  public var nodes: [Node] = []
  public var indicators: [Indicator] = []
  public var actions: [Action] = []
  public var relations: [Relation] = []
  public var notes: [Note] = []
  public var tables: [DocumentTable] = []
  public var mentions: [Mention] = []
  public var diagnostics: [Diagnostic] = []
  public var coverage = Coverage()

  public init(text: SourceText, source: SourceDescription, plan: Plan) {
    self.text = text
    self.source = source
    self.plan = plan
  }
}

/// The file that a document was read from.
public struct SourceDescription: Hashable, Sendable {
  /// The path below the input folder, `/`-separated; for a single file its last component.
  public var file: String
  /// Of the file's bytes, 64 hexadecimal digits.
  public var sha256: String
  /// The encoding's IANA name in lower case: `utf-8`, `windows-31j`, `euc-jp`.
  public var encoding: String
  public var mediaType: String
  /// The size of the file.
  public var bytes: Int
  public var lines: Int
  public var pages: Int?

  public init(
    file: String, sha256: String, encoding: String, mediaType: String, bytes: Int, lines: Int = 0, pages: Int? = nil
  ) {
    self.file = file
    self.sha256 = sha256
    self.encoding = encoding
    self.mediaType = mediaType
    self.bytes = bytes
    self.lines = lines
    self.pages = pages
  }
}

/// What kind of document a plan is.
public enum PlanKind: String, Sendable, CaseIterable {
  case comprehensiveStrategy = "comprehensive_strategy"
  case comprehensivePlan = "comprehensive_plan"
  case progressReport = "progress_report"
  case priorityProjects = "priority_projects"
  case summary
  case populationVision = "population_vision"
  case other
}

public enum PlanStatus: String, Sendable, CaseIterable {
  case final, draft
}

/// What the document says of itself.
public struct Plan: Sendable {
  public var id: String
  public var title: String?
  public var kind: PlanKind = .other
  public var status: PlanStatus?
  /// 2 for 第2期.
  public var series: Int?
  public var period: Temporal?
  public var published: Temporal?
  /// The fiscal year whose results are reported, not the year of writing.
  public var reportingYear: Temporal?
  public var municipality = MunicipalityReading()

  public init(id: String) { self.id = id }
}

/// Whose plan it is, as far as the document's own evidence tells.
public struct MunicipalityReading: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case city, town, village, ward, prefecture
  }

  public struct Candidate: Hashable, Sendable {
    public var name: String
    public var prefecture: String
    /// 全国地方公共団体コード, six digits with the check digit.
    public var code: String

    public init(name: String, prefecture: String, code: String) {
      self.name = name
      self.prefecture = prefecture
      self.code = code
    }
  }

  public var name: String?
  public var prefecture: String?
  public var code: String?
  public var kind: Kind?
  /// Those left where the evidence does not decide.
  public var candidates: [Candidate] = []

  public init() {}
}

/// The place of a node among `PlanDocument.nodes`.
public struct NodeID: RawRepresentable, Hashable, Sendable {
  public var rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  public init(_ index: Int) { rawValue = Int32(index) }
  public var index: Int { Int(rawValue) }
}

public enum NodeKind: String, Sendable, CaseIterable {
  case chapter, section, vision
  case basicGoal = "basic_goal"
  case policy
  case basicPolicy = "basic_policy"
  case basicDirection = "basic_direction"
  case measure
  case specificMeasure = "specific_measure"
  case package, program
  case priorityStrategy = "priority_strategy"
  case priorityMeasure = "priority_measure"
  case leadingProject = "leading_project"
  case project, theme
  case crossCutting = "cross_cutting"
  case other
}

/// A goal, measure, programme or project of the plan's hierarchy.
public struct Node: Sendable {
  public var kind: NodeKind
  /// The document's own word: 基本目標, 重点施策.
  public var label: String?
  /// The bare number in ASCII digits as the document counts it: `1`, `1-1-2`.
  public var number: String?
  public var title: String
  public var parent: NodeID?
  /// The running text below the heading.
  public var text: String?
  /// Listed again (再掲) after its first place.
  public var relisted: Bool
  public var source: SourceRange

  public init(
    kind: NodeKind, label: String? = nil, number: String? = nil, title: String, parent: NodeID? = nil,
    text: String? = nil, relisted: Bool = false, source: SourceRange
  ) {
    self.kind = kind
    self.label = label
    self.number = number
    self.title = title
    self.parent = parent
    self.text = text
    self.relisted = relisted
    self.source = source
  }
}

/// A quantity of an indicator with its place.
public struct Measurement: Hashable, Sendable {
  public var quantity: Quantity
  public var source: SourceRange

  public init(quantity: Quantity, source: SourceRange) {
    self.quantity = quantity
    self.source = source
  }
}

/// A figure by which the plan measures itself (数値目標, KPI).
public struct Indicator: Sendable {
  public struct Canonical: Hashable, Sendable {
    public var code: String
    public var name: String
    /// How the name was matched: exact, alias or rule.
    public var method: String
    public var goodDirection: String?
    public var resultKind: String?

    public init(code: String, name: String, method: String, goodDirection: String?, resultKind: String?) {
      self.code = code
      self.name = name
      self.method = method
      self.goodDirection = goodDirection
      self.resultKind = resultKind
    }
  }

  public struct Grade: Hashable, Sendable {
    public var raw: String
    public var normalized: String?

    public init(raw: String, normalized: String? = nil) {
      self.raw = raw
      self.normalized = normalized
    }
  }

  public struct Achievement: Hashable, Sendable {
    /// (actual − baseline) / (target − baseline).
    public var progress: ExactDecimal?
    /// actual / target.
    public var ratio: ExactDecimal?
    /// The rate that the document prints, in percent.
    public var printedRate: ExactDecimal?
    /// How many digits behind the point the rate is printed with.
    var printedDecimals = 0

    public init(progress: ExactDecimal? = nil, ratio: ExactDecimal? = nil, printedRate: ExactDecimal? = nil) {
      self.progress = progress
      self.ratio = ratio
      self.printedRate = printedRate
    }
  }

  public var node: NodeID?
  /// As written, without note marks and without a bracket that only holds its unit.
  public var name: String
  public var unit: String?
  public var canonical: Canonical?
  public var baseline: Measurement?
  public var targets: [Measurement] = []
  public var actuals: [Measurement] = []
  public var definition: String?
  public var dataSource: String?
  public var department: String?
  public var remarks: String?
  public var grade: Grade?
  public var achievement: Achievement?
  /// Places among `PlanDocument.notes`.
  public var notes: [Int] = []
  /// Codes of what was seen on the way to these values.
  public var diagnostics: [DiagnosticCode] = []
  public var source: SourceRange

  public init(name: String, unit: String? = nil, source: SourceRange) {
    self.name = name
    self.unit = unit
    self.source = source
  }
}

public enum ActionStatus: String, Sendable, CaseIterable {
  case planned, result, direction
}

/// Something that is done: a bullet, a row of a schedule, a result of the year.
public struct Action: Sendable {
  public struct ScheduleEntry: Sendable {
    public var period: Temporal
    public var text: String
    /// An arrow carries the entry on.
    public var continues: Bool

    public init(period: Temporal, text: String, continues: Bool) {
      self.period = period
      self.text = text
      self.continues = continues
    }
  }

  public var node: NodeID?
  public var text: String
  public var status: ActionStatus?
  public var period: Temporal?
  public var schedule: [ScheduleEntry] = []
  public var department: String?
  public var budget: Measurement?
  public var source: SourceRange

  public init(node: NodeID? = nil, text: String, status: ActionStatus? = nil, source: SourceRange) {
    self.node = node
    self.text = text
    self.status = status
    self.source = source
  }
}

public enum RelationKind: String, Sendable, CaseIterable {
  case related, direction, relisted, mention
}

public struct Relation: Sendable {
  /// Nil for a mention at the top of the document.
  public var from: NodeID?
  public var to: NodeID
  public var kind: RelationKind
  /// The printed page number that the list gives.
  public var page: Int?
  public var source: SourceRange

  public init(from: NodeID?, to: NodeID, kind: RelationKind, page: Int? = nil, source: SourceRange) {
    self.from = from
    self.to = to
    self.kind = kind
    self.page = page
    self.source = source
  }
}

/// A footnote or a definition: ※1, *, term：definition.
public struct Note: Sendable {
  public var marker: String?
  public var term: String?
  public var text: String
  public var source: SourceRange

  public init(marker: String?, term: String?, text: String, source: SourceRange) {
    self.marker = marker
    self.term = term
    self.text = text
    self.source = source
  }
}

/// What a table is for.
public enum TableKind: String, Sendable, CaseIterable {
  case indicators, schedule, relations, hierarchy, definitions, form, contents, other
}

/// A table as it stands in the document, understood or not.
public struct DocumentTable: Sendable {
  public var node: NodeID?
  public var kind: TableKind
  public var headerRows: Int
  public var rows: [[String]]
  public var source: SourceRange

  public init(node: NodeID? = nil, kind: TableKind, headerRows: Int, rows: [[String]], source: SourceRange) {
    self.node = node
    self.kind = kind
    self.headerRows = headerRows
    self.rows = rows
    self.source = source
  }
}

/// A date or a quantity in running text.
public struct Mention: Sendable {
  public enum Finding: Sendable {
    case date(Temporal)
    case quantity(Quantity)
  }

  public var finding: Finding
  public var source: SourceRange

  public init(finding: Finding, source: SourceRange) {
    self.finding = finding
    self.source = source
  }
}

/// How much of the text was understood, in Unicode scalars without line ends.
public struct Coverage: Hashable, Sendable {
  public var characters = 0
  /// Of paragraphs that end as sentences.
  public var runningText = 0
  /// Of fragments that no rule took.
  public var unclassified = 0

  public init() {}
}
