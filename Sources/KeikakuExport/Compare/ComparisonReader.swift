import Keikaku

/// Reads the plans that are to be compared: from dataset folders, from their databases or JSON, or from the plans' own
/// files.
public struct ComparisonReader: Sendable {
  public private(set) var plans: [ComparedPlan] = []
  public private(set) var failures: [FileFailure] = []
  /// A file needs a program or library that is missing: poppler for PDF, SQLite for databases.
  public private(set) var lacksProgram = false
  private let pipeline: Pipeline

  public init(_ paths: [String], pipeline: Pipeline = Pipeline()) {
    self.pipeline = pipeline
    for path in paths { read(path) }
  }

  private mutating func read(_ path: String) {
    switch FileSystem.kind(of: path) {
    case nil: failures.append(FileFailure(path: path, reason: "no such file or folder"))
    case .special: failures.append(FileFailure(path: path, reason: "is a pipe or a device, not a file"))
    case .directory: readFolder(path)
    case .file: readFile(path, name: path.split(separator: "/").last.map(String.init) ?? path)
    }
  }

  /// A dataset's documents, or the plans below a folder of files.
  private mutating func readFolder(_ path: String) {
    if FileSystem.kind(of: "\(path)/plans.jsonl") == .file, FileSystem.kind(of: "\(path)/report.json") == .file {
      return readFile("\(path)/plans.jsonl", name: "plans.jsonl")
    }
    let list = InputList(paths: [path])
    failures += list.failed.map { FileFailure(path: $0.file, reason: $0.reason) }
    if list.inputs.isEmpty { failures.append(FileFailure(path: path, reason: "holds no dataset and no plan")) }
    for input in list.inputs { readFile(input.path, name: input.name) }
  }

  private mutating func readFile(_ path: String, name: String) {
    do throws(FileFailure) {
      let bytes = try FileSystem.read(path)
      if bytes.starts(with: Self.databaseSignature.utf8) { return try readDatabase(path) }
      switch name.split(separator: ".").last {
      case "json": plans.append(try Self.plan(bytes[...], path))
      case "jsonl":
        for line in bytes.split(separator: UInt8(ascii: "\n")) { plans.append(try Self.plan(line, path)) }
      default: try readPlan(SourceFile(name: name, bytes: bytes), at: path)
      }
    } catch {
      failures.append(error)
    }
  }

  /// What every SQLite file begins with.
  private static let databaseSignature = "SQLite format 3\0"

  private mutating func readDatabase(_ path: String) throws(FileFailure) {
    let library: SQLiteLibrary
    do {
      library = try SQLiteLibrary()
    } catch {
      lacksProgram = true
      throw FileFailure(path: path, reason: error.reason)
    }
    plans += try ComparedPlan.plans(in: try SQLiteDatabase(library, path: path, access: .reading))
  }

  private mutating func readPlan(_ file: SourceFile, at path: String) throws(FileFailure) {
    do throws(PdfError) {
      let document = try pipeline.document(from: file, at: path)
      if let failure = document.inputFailure { return failures.append(FileFailure(path: path, reason: failure)) }
      plans.append(ComparedPlan(document))
    } catch {
      lacksProgram = true
      throw FileFailure(path: path, reason: error.message)
    }
  }

  private static func plan(_ bytes: ArraySlice<UInt8>, _ path: String) throws(FileFailure) -> ComparedPlan {
    let value: JSONValue
    do { value = try JSONValue(Array(bytes)) } catch { throw FileFailure(path: path, reason: "is no JSON: \(error)") }
    guard let plan = ComparedPlan(value) else {
      throw FileFailure(path: path, reason: "is no JSON of a plan as extract prints it")
    }
    return plan
  }
}
