import Foundation
import Keikaku

@testable import KeikakuExport

/// Datasets of documents that tests make up or read.
enum DatasetMaking {
  /// Writes a dataset of these documents into an empty folder.
  @discardableResult
  static func write(
    _ documents: [PlanDocument], to folder: String, format: CSVFormat = CSVFormat()
  ) throws -> DatasetSummary {
    let run = try DatasetRun(
      folder: folder, inputs: InputList(paths: []), format: format, sqlite: .success(try SQLiteLibrary()),
      vocabulary: .standard)
    for document in documents { _ = try run.add(DatasetPart(document)) }
    return try run.finish()
  }

  /// The documents of the package's samples.
  static func samples() throws -> [PlanDocument] {
    let folder = Snapshot.package.appending(path: "Samples").path
    let inputs = InputList(paths: [folder]).inputs
    return try inputs.map { input in
      Pipeline().document(from: SourceFile(name: input.name, bytes: try FileSystem.read(input.path)))
    }
  }
}
