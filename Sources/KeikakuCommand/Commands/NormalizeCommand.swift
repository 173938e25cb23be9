import KeikakuExport

/// `keikaku normalize`: one expression a line in, one JSON object a line out.
enum NormalizeCommand {
  static let declaration = Command(
    name: "normalize",
    abstract: "Read one date or quantity a line and print one JSON object a line.",
    discussion: "Every line gets an object, be it a date or quantity or not. 'range' counts bytes of the line.",
    operands: [.init(name: "file", count: .optional, help: "The lines; '-' or nothing reads standard input.")],
    options: [
      .init(
        name: "as", value: "kind", help: "What the lines are read as.",
        choices: NormalizationJSON.Reading.allCases.map(\.rawValue), isRequired: true)
    ],
    run: { try run($0, $1) })

  private static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitStatus {
    guard let reading = arguments.value("as").flatMap(NormalizationJSON.Reading.init(rawValue:)) else {
      throw UsageError("Missing value for '--as <kind>'", command: declaration.name)
    }
    var normalization = NormalizationJSON(as: reading)
    if let path = arguments.operands.first, path != "-" {
      try console.write(normalization.add(try bytes(of: path)))
    } else {
      try console.readInput { try console.write(normalization.add($0)) }
    }
    try console.write(normalization.finish())
    return .success
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    do {
      return try FileSystem.read(path)
    } catch {
      throw CommandFailure(.inputMissing, "\(error.path): \(error.reason)")
    }
  }
}
