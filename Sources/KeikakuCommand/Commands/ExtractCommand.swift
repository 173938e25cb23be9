import Keikaku
import KeikakuExport

/// `keikaku extract`: one document in, one JSON document out.
enum ExtractCommand {
  static let declaration = Command(
    name: "extract",
    abstract: "Read one document and print what it says as JSON.",
    discussion: """
      Reads text, Markdown, HTML or PDF. The JSON goes to standard output, diagnostics to standard error.
      """,
    operands: [.init(name: "file", count: .optional, help: "The document; '-' or nothing reads standard input.")],
    options: [
      .init(
        name: "emit", value: "stage", help: "Print this stage of the pipeline.",
        choices: Pipeline.Stage.allCases.map(\.rawValue), standard: Pipeline.Stage.json.rawValue),
      .init(name: "compact", short: "c", help: "Print the JSON as one line."),
      Command.encoding, Command.quiet, Command.verbose,
    ],
    run: { try run($0, $1) })

  private static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitStatus {
    let path = arguments.operands.first ?? "-"
    let file = try read(path, console)
    let pipeline = try Pipeline(arguments)
    let stage = arguments.value("emit").flatMap(Pipeline.Stage.init(rawValue:)) ?? .json
    guard stage == .json else {
      try console.write(pipeline.dump(stage, of: file))
      return .success
    }
    let document = pipeline.document(from: file)
    let name = path == "-" ? "standard input" : path
    if let failure = document.inputFailure { throw CommandFailure(.inputMissing, "\(name): \(failure)") }
    DiagnosticPrinter(console, arguments).print(document, file: name)
    var writer = DocumentJSON(layout: arguments.isSet("compact") ? .compact : .lines)
    writer.write(document)
    try writer.withBytes { try console.write($0) }
    return .success
  }

  private static func read(_ path: String, _ console: Console) throws -> SourceFile {
    if path == "-" { return SourceFile(name: "stdin", bytes: try console.readInput()) }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do {
      return SourceFile(name: name, bytes: try FileSystem.read(path))
    } catch {
      throw CommandFailure(.inputMissing, "\(error.path): \(error.reason)")
    }
  }
}

extension Pipeline {
  /// A pipeline with the options that the commands share.
  init(_ arguments: ParsedArguments) throws {
    var options = Options()
    if let name = arguments.value("encoding") {
      guard TextEncoding(name: name) != nil else { throw UsageError("Unknown encoding '\(name)'") }
      options.encoding = name
    }
    self.init(options: options)
  }
}
