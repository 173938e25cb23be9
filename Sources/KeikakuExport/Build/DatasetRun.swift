import Keikaku

/// One making of a dataset: the writers, and what must hold over all documents.
final class DatasetRun {
  private let writers: [any DatasetWriter]
  private let reporter: ReportWriter
  private let tables: CSVWriter
  /// Why there is no database; nil where there is one.
  private let missingLibrary: String?
  private let inputs: InputList
  private var failed: Int
  private var indicators = 0
  private var actions = 0
  /// The file that each digest was first read from.
  private var files: [String: String] = [:]
  private var planIDs: Set<String> = []
  /// File systems take names of 255 bytes; an ending and a number stand behind the id.
  private static let longestID = 200

  /// Begins a dataset in an empty folder, with the rows that every dataset holds.
  init(
    folder: String, inputs: InputList, format: CSVFormat, sqlite: Result<SQLiteLibrary, SQLiteLibrary.Missing>,
    vocabulary: Vocabulary
  ) throws(FileFailure) {
    self.inputs = inputs
    failed = inputs.failed.count
    reporter = ReportWriter(folder: folder, inputs: inputs)
    tables = try CSVWriter(folder: folder, format: format)
    var writers: [any DatasetWriter] = [
      try DocumentFilesWriter(folder: folder), try JSONLinesWriter(folder: folder), tables,
    ]
    switch sqlite {
    case .success(let library):
      writers.append(try SQLiteWriter(folder: folder, library: library))
      missingLibrary = nil
    case .failure(let missing):
      reporter.addMissing(file: SQLiteWriter.fileName, reason: missing.reason)
      missingLibrary = missing.reason
    }
    writers.append(DescriptionWriter(folder: folder, format: format, hasDatabase: missingLibrary == nil))
    self.writers = writers + [reporter]
    let common = Dataset.commonRows(vocabulary)
    for case let writer as any TableWriter in self.writers { try writer.add(rows: common) }
  }

  /// Adds a document that was read. Returns it as it was written.
  func add(_ part: DatasetPart) throws(FileFailure) -> PlanDocument {
    let part = unique(part)
    for writer in writers { try writer.add(part) }
    indicators += part.document.indicators.count
    actions += part.document.actions.count
    return part.document
  }

  func addFailure(file: String, reason: String) {
    failed += 1
    reporter.addFailure(file: file, reason: reason)
  }

  func finish() throws(FileFailure) -> DatasetSummary {
    for replacement in tables.replacements { reporter.add(replacement) }
    for writer in writers { try writer.finish() }
    return DatasetSummary(
      plans: reporter.planCount, indicators: indicators, actions: actions, skipped: inputs.skipped.count,
      failed: failed, replacements: tables.replacements, missingLibrary: missingLibrary)
  }

  /// The part with an id of its own, and with a diagnostic where its bytes were read before.
  private func unique(_ part: DatasetPart) -> DatasetPart {
    var document = part.document
    var id = document.plan.id
    while id.utf8.count > Self.longestID { id.removeFirst() }
    let base = id
    var number = 2
    while !planIDs.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    let earlier = files[document.source.sha256]
    if earlier == nil { files[document.source.sha256] = document.source.file }
    guard earlier != nil || id != document.plan.id else { return part }
    document.plan.id = id
    if let earlier {
      document.diagnostics.append(
        Diagnostic(.documentDuplicate, "The same bytes were read as \(earlier); both are kept as plans of their own."))
    }
    return DatasetPart(document)
  }
}
