/// Writes `documents/<plan id>.json` and `.txt`.
final class DocumentFilesWriter: DatasetWriter {
  private let folder: String

  init(folder: String) throws(FileFailure) {
    self.folder = "\(folder)/documents"
    try FileSystem.makeDirectory(self.folder)
  }

  func add(_ part: DatasetPart) throws(FileFailure) {
    let path = "\(folder)/\(part.document.plan.id)"
    try FileSystem.write(part.json, to: "\(path).json")
    try FileSystem.write(part.document.text.bytes, to: "\(path).txt")
  }

  func finish() {}
}
