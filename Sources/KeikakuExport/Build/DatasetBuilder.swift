import Keikaku

/// Makes a dataset folder of many documents.
public struct DatasetBuilder: Sendable {
  /// Why no dataset was written.
  public enum Failure: Error, Sendable {
    /// The output is refused: the folder is not ours, or would swallow an input.
    case refused(path: String, reason: String)
    case cannotWrite(FileFailure)
    case noInputReadable
    case interrupted
  }

  /// What happened to one input, told as soon as it is known.
  public enum Event: Sendable {
    case read(PlanDocument, path: String)
    case failed(file: String, reason: String)
    /// `wasNamed` by the user, not found in a folder.
    case skipped(file: String, reason: String, wasNamed: Bool)
  }

  public var pipeline: Pipeline
  /// How many documents are read at a time.
  public var jobs: Int
  /// How the CSV files are written.
  public var format = CSVFormat()
  /// What the SQLite library may be called on this system.
  public var sqliteNames = SQLiteLibrary.standardNames
  /// Asked between documents; true ends the work and leaves the old dataset.
  public var isInterrupted: @Sendable () -> Bool = { false }

  public init(pipeline: Pipeline = Pipeline(), jobs: Int) {
    self.pipeline = pipeline
    self.jobs = max(1, jobs)
  }

  /// Reads the inputs and replaces the folder `output`, as a whole or not at all.
  public func build(
    _ inputs: InputList, output: String, report: (Event) -> Void
  ) async throws(Failure) -> DatasetSummary {
    for input in inputs.skipped {
      report(.skipped(file: input.given ?? input.file, reason: input.reason, wasNamed: input.given != nil))
    }
    for input in inputs.failed { report(.failed(file: input.given ?? input.file, reason: input.reason)) }
    if inputs.inputs.isEmpty, !inputs.failed.isEmpty { throw .noInputReadable }
    do {
      try check(inputs, output)
      let folder = try OutputFolder(output)
      do {
        let run = try DatasetRun(
          folder: folder.staging, inputs: inputs, format: format, sqlite: sqlite,
          vocabulary: pipeline.options.vocabulary.vocabulary)
        try await read(inputs.inputs, into: run, report)
        let summary = try run.finish()
        if summary.plans == 0, summary.failed > 0 { throw Failure.noInputReadable }
        try folder.commit()
        return summary
      } catch {
        folder.discard()
        throw error
      }
    } catch let refusal as OutputFolder.Refusal {
      throw .refused(path: refusal.path, reason: refusal.reason)
    } catch let failure as FileFailure {
      throw .cannotWrite(failure)
    } catch {
      throw error as? Failure ?? .cannotWrite(FileFailure(path: output, reason: "\(error)"))
    }
  }

  private var sqlite: Result<SQLiteLibrary, SQLiteLibrary.Missing> {
    do throws(SQLiteLibrary.Missing) { return .success(try SQLiteLibrary(names: sqliteNames)) } catch {
      return .failure(error)
    }
  }

  private func check(_ inputs: InputList, _ output: String) throws(Failure) {
    guard let real = FileSystem.realPath(output) else { return }
    for input in inputs.inputs {
      guard let path = FileSystem.realPath(input.path), path.hasPrefix(real + "/") else { continue }
      throw .refused(path: output, reason: "the input \(input.path) lies in it and would be replaced")
    }
  }

  /// Reads the documents and adds them in their order.
  private func read(_ inputs: [InputList.Input], into run: DatasetRun, _ report: (Event) -> Void) async throws {
    let work = { @Sendable (index: Int) in part(of: inputs[index]) }
    try await inOrder(inputs.count, jobs: jobs, work: work) { index, result in
      if isInterrupted() { throw Failure.interrupted }
      switch result {
      case .success(let part): report(.read(try run.add(part), path: inputs[index].path))
      case .failure(let failure):
        run.addFailure(file: inputs[index].name, reason: failure.reason)
        report(.failed(file: failure.path, reason: failure.reason))
      }
    }
  }

  private func read(_ file: SourceFile, at path: String) throws(FileFailure) -> PlanDocument {
    do throws(PdfError) {
      return try pipeline.document(from: file, at: path)
    } catch {
      throw FileFailure(path: path, reason: error.message)
    }
  }

  private func part(of input: InputList.Input) -> Result<DatasetPart, FileFailure> {
    do throws(FileFailure) {
      let file = SourceFile(name: input.name, bytes: try FileSystem.read(input.path))
      let document = try read(file, at: input.path)
      if let failure = document.inputFailure { throw FileFailure(path: input.path, reason: failure) }
      return .success(DatasetPart(document))
    } catch {
      return .failure(error)
    }
  }
}
