/// Writes the files that describe the dataset to other programs, after every other writer is done.
final class DescriptionWriter: DatasetWriter {
  private let folder: String
  private let format: CSVFormat
  private let hasDatabase: Bool
  private var coverage = DatasetCoverage()

  init(folder: String, format: CSVFormat, hasDatabase: Bool) {
    self.folder = folder
    self.format = format
    self.hasDatabase = hasDatabase
  }

  func add(_ part: DatasetPart) { coverage.add(part.document.plan) }

  func finish() throws(FileFailure) {
    let tables = try tableFiles()
    try write(DataPackage(format: format, files: tables).json, to: "datapackage.json")
    try write(CSVWMetadata(format: format).json, to: "csv-metadata.json")
    try write(DatasetteMetadata().json, to: "metadata.json")
    try FileSystem.write(Array(LoadScript(format: format).text.utf8), to: "\(folder)/load.sql")
    try write(LinkedDataset(coverage: coverage, files: tables + otherFiles()).json, to: "dataset.jsonld")
  }

  private func write(_ json: MetadataJSON, to name: String) throws(FileFailure) {
    try FileSystem.write(json.bytes, to: "\(folder)/\(name)")
  }

  private func tableFiles() throws(FileFailure) -> [DatasetFile] {
    var files: [DatasetFile] = []
    for table in Dataset.tables {
      files.append(try DatasetFile(CSVWriter.path(of: table.schema), in: folder, mediaType: "text/csv"))
    }
    return files
  }

  private func otherFiles() throws(FileFailure) -> [DatasetFile] {
    var files = [try DatasetFile("plans.jsonl", in: folder, mediaType: "application/jsonl")]
    if hasDatabase {
      files.append(
        try DatasetFile(
          SQLiteWriter.fileName, in: folder, mediaType: "application/vnd.sqlite3", isReproducible: false))
    }
    return files
  }
}
