import CSystem
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
      Command.vocabulary, Command.lexicon, Command.encoding, Command.ownerLocked, Command.quiet, Command.verbose,
    ],
    run: { try run($0, $1) })

  private static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitStatus {
    csystem_keep_memory()
    let path = arguments.operands.first ?? "-"
    let file = try read(path, console)
    let pipeline = try Pipeline(arguments)
    let stage = arguments.value("emit").flatMap(Pipeline.Stage.init(rawValue:)) ?? .json
    if path == "-", file.isPDF { throw CommandFailure(.inputMissing, "standard input: a PDF is read from a file only") }
    guard stage == .json else {
      try console.write(available { () throws(PdfError) in try pipeline.dump(stage, of: file, at: path) })
      return .success
    }
    let document = try available { () throws(PdfError) in try pipeline.document(from: file, at: path) }
    let name = path == "-" ? "standard input" : path
    if let failure = document.inputFailure { throw CommandFailure(.inputMissing, "\(name): \(failure)") }
    DiagnosticPrinter(console, arguments).print(document, file: name)
    var writer = DocumentJSON(layout: arguments.isSet("compact") ? .compact : .lines)
    writer.write(document)
    try writer.withBytes { try console.write($0) }
    return .success
  }

  /// Tells which program is missing, if one is.
  private static func available<Result>(_ work: () throws(PdfError) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      throw CommandFailure(.unavailable, error.message)
    }
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
