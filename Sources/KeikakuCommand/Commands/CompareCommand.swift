import Keikaku
import KeikakuExport

/// `keikaku compare`: the same canonical indicator side by side, city by city.
enum CompareCommand {
  enum Format: String, CaseIterable {
    case table, csv, json, markdown
  }

  static let declaration = Command(
    name: "compare",
    abstract: "Set the same indicator of several municipalities side by side.",
    discussion: """
      Takes dataset folders made by build or their plans.sqlite, JSON printed by extract, and plans as files or folders of \
      files. Each canonical indicator becomes a table: baseline, target, the change asked for, in all and per year, the \
      latest result and the progress. Indicators that several municipalities have come first.
      """,
    operands: [
      .init(
        name: "input", count: .oneOrMore, help: "Dataset folders, plans.sqlite, JSON files, plans, folders of plans.")
    ],
    options: [
      .init(
        name: "format", short: "f", value: "format", help: "How the comparison is printed.",
        choices: Format.allCases.map(\.rawValue), standard: Format.table.rawValue),
      .init(
        name: "indicator", short: "i", value: "code",
        help: "Only this canonical indicator, by its code or name. May be repeated.", repeats: true),
      .init(name: "shared", help: "Only indicators that at least two municipalities have."),
      Command.vocabulary, Command.lexicon, Command.encoding, Command.ownerLocked, Command.quiet,
    ],
    run: { try run($0, $1) })

  private static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitStatus {
    let pipeline = try Pipeline(arguments)
    if arguments.operands.contains("-") {
      throw UsageError("Standard input is no input of compare", command: declaration.name)
    }
    let reader = ComparisonReader(arguments.operands, pipeline: pipeline)
    for failure in reader.failures { console.error("Error: \(failure.path.withoutControls): \(failure.reason)\n") }
    if reader.plans.isEmpty, !reader.failures.isEmpty {
      throw CommandFailure(reader.lacksProgram ? .unavailable : .inputMissing, "no input could be read")
    }
    try check(arguments.values("indicator"), against: reader.plans, pipeline.options.vocabulary)
    let comparison = Comparison(
      reader.plans, wanted: arguments.values("indicator"), isShared: arguments.isSet("shared"))
    if comparison.blocks.isEmpty, !arguments.isSet("quiet") {
      console.error("keikaku: none of the plans has an indicator to compare\n")
    }
    let format = arguments.value("format").flatMap(Format.init(rawValue:)) ?? .table
    let columns = console.outputIsTerminal ? console.outputColumns : nil
    try console.write(bytes(of: comparison, as: format, columns: columns))
    return reader.failures.isEmpty ? .success : .someFailed
  }

  /// A wanted indicator must be known to the vocabulary or to one of the plans.
  private static func check(_ wanted: [String], against plans: [ComparedPlan], _ vocabulary: VocabularyMatcher) throws {
    let canonical = plans.flatMap(\.indicators).compactMap(\.canonical)
    let known = vocabulary.names + canonical.flatMap { [$0.code, $0.name] }
    for name in wanted where !known.contains(name) {
      throw UsageError(
        "Unknown indicator '\(name)'", command: declaration.name, nearest: name.nearest(among: known))
    }
  }

  private static func bytes(of comparison: Comparison, as format: Format, columns: Int?) -> [UInt8] {
    switch format {
    case .table: Array(ComparisonTable.text(comparison, columns: columns).utf8)
    case .csv: comparison.csv
    case .json: comparison.json
    case .markdown: Array(comparison.markdown.utf8)
    }
  }
}
