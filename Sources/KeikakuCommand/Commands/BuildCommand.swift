import CSystem
import Keikaku
import KeikakuExport

/// `keikaku build`: files and folders in, a dataset folder out.
enum BuildCommand {
  static let declaration = Command(
    name: "build",
    abstract: "Read documents and write a dataset folder.",
    discussion: """
      Folders are searched for .txt, .md, .html and .pdf files; hidden files and README* are skipped. The output is made, \
      or replaced as a whole when it holds a dataset of keikaku; any other folder with something in it is refused.
      """,
    operands: [.init(name: "input", count: .oneOrMore, help: "Files and folders to read.")],
    options: [
      .init(name: "output", short: "o", value: "dir", help: "The dataset folder.", isRequired: true),
      .init(
        name: "include", value: "pattern",
        help: "Read files of this name too, with * and ?: '*.text'. May be repeated.",
        repeats: true),
      .init(
        name: "jobs", short: "j", value: "n", help: "How many documents to read at a time (default: one a processor)."),
      .init(
        name: "csv-profile", value: "profile",
        help:
          "How CSV is written: machine (UTF-8, LF), excel (with byte order mark, CRLF, no formulas), cp932 (Windows-31J).",
        choices: CSVFormat.Profile.allCases.map(\.rawValue), standard: "machine"),
      .init(
        name: "headers", value: "language", help: "Column names of the CSV files: en or ja.",
        choices: CSVFormat.Headers.allCases.map(\.rawValue), standard: "en"),
      Command.vocabulary, Command.lexicon, Command.encoding, Command.ownerLocked, Command.quiet, Command.verbose,
    ],
    run: { arguments, console in try TaskRun.result { try await run(arguments, console) } })

  private static func run(_ arguments: ParsedArguments, _ console: Console) async throws -> ExitStatus {
    if arguments.operands.contains("-") {
      throw UsageError(
        "Standard input is no input of build; 'keikaku extract -' reads one document", command: declaration.name)
    }
    let output = arguments.value("output") ?? ""
    if output.isEmpty { throw UsageError("The value of '--output <dir>' is empty", command: declaration.name) }
    var builder = DatasetBuilder(pipeline: try Pipeline(arguments), jobs: try jobs(arguments))
    builder.format = CSVFormat(
      profile: arguments.value("csv-profile").flatMap(CSVFormat.Profile.init) ?? .machine,
      headers: arguments.value("headers").flatMap(CSVFormat.Headers.init) ?? .en)
    builder.isInterrupted = { csystem_noted_interrupt() != 0 }
    let inputs = InputList(
      paths: arguments.operands, included: arguments.values("include"), excluding: output)
    csystem_note_interrupts()
    let progress = BuildProgress(console, arguments)
    do {
      let summary = try await builder.build(inputs, output: output, report: progress.tell)
      progress.finish(summary, output: output)
      if summary.missingLibrary != nil { return .unavailable }
      return summary.failed == 0 ? .success : .someFailed
    } catch {
      if case .noInputReadable = error, let missing = missingProgram(for: inputs) {
        throw CommandFailure(.unavailable, missing.message)
      }
      throw failure(for: error)
    }
  }

  /// What all of the inputs would need, where they are PDF files and poppler is not there.
  private static func missingProgram(for inputs: InputList) -> PdfError? {
    inputs.inputs.allSatisfy { $0.name.lowercased().hasSuffix(".pdf") } ? PdfReader.missingProgram() : nil
  }

  private static func jobs(_ arguments: ParsedArguments) throws -> Int {
    guard let text = arguments.value("jobs") else { return Int(csystem_processor_count()) }
    guard let jobs = Int(text), (1...1024).contains(jobs) else {
      throw UsageError("The value '\(text)' is invalid for '--jobs <n>'", command: declaration.name)
    }
    return jobs
  }

  private static func failure(for failure: DatasetBuilder.Failure) -> CommandFailure {
    switch failure {
    case .refused(let path, let reason): CommandFailure(.outputRefused, "\(path): \(reason)")
    case .cannotWrite(let failure): CommandFailure(.outputRefused, "\(failure.path): \(failure.reason)")
    case .noInputReadable: CommandFailure(.inputMissing, "no input could be read; nothing was written")
    case .interrupted: CommandFailure(.interrupted, "interrupted; nothing was changed")
    }
  }
}

/// Tells people on standard error how a build goes.
private struct BuildProgress {
  let console: Console
  let printer: DiagnosticPrinter

  init(_ console: Console, _ arguments: ParsedArguments) {
    self.console = console
    printer = DiagnosticPrinter(console, arguments)
  }

  func tell(_ event: DatasetBuilder.Event) {
    switch event {
    case .read(let document, let path): printer.print(document, file: path)
    case .failed(let file, let reason): console.error("Error: \(file.withoutControls): \(reason)\n")
    case .skipped(let file, let reason, let wasNamed):
      if printer.isVerbose || (wasNamed && !printer.isQuiet) {
        console.error("\(file.withoutControls): skipped, \(reason)\n")
      }
    }
  }

  func finish(_ summary: DatasetSummary, output: String) {
    let output = output.withoutControls
    if let reason = summary.missingLibrary {
      console.error("Error: \(output)/plans.sqlite was not written: \(reason); everything else was\n")
    }
    guard !printer.isQuiet else { return }
    for replacement in summary.replacements { console.error("\(output)/\(replacement.message.withoutControls)\n") }
    console.error(
      "\(output): \(summary.plans) plans, \(summary.indicators) indicators, \(summary.actions) actions; "
        + "\(summary.skipped) files skipped, \(summary.failed) failed\n")
  }
}
