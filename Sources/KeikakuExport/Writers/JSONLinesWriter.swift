/// Writes `plans.jsonl`: the JSON of each document as one line.
final class JSONLinesWriter: DatasetWriter {
  private let file: OutputFile

  init(folder: String) throws(FileFailure) { file = try OutputFile(path: "\(folder)/plans.jsonl") }

  /// Line feeds stand between elements alone, never inside a text: without them the JSON is the same on one line.
  func add(_ part: DatasetPart) throws(FileFailure) {
    part.json.withUnsafeBufferPointer { json in
      for line in json.split(separator: UInt8(ascii: "\n")) {
        if let base = line.base.baseAddress { file.buffer.append(base + line.startIndex, count: line.count) }
      }
    }
    file.buffer.append("\n")
    try file.flush()
  }

  func finish() throws(FileFailure) { try file.flush(force: true) }
}
