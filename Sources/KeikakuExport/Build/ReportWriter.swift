import Keikaku

/// Writes `report.json`: what was read, skipped and failed, and how much came out. No clock, no path of the machine.
final class ReportWriter: TableWriter {
  /// How every report begins, by which a folder is known as ours.
  static let signature = "{\"tool\":\"keikaku\","

  private let path: String
  private let inputs: InputList
  private var read = ByteBuffer()
  private var counts = [Int](repeating: 0, count: Dataset.tables.count)
  private var diagnostics: [String: Int] = [:]
  private(set) var planCount = 0
  private var failures: [InputList.Rejected] = []
  private var replacements: [CSVReplacement] = []
  private var notWritten: [InputList.Rejected] = []

  init(folder: String, inputs: InputList) {
    path = "\(folder)/report.json"
    self.inputs = inputs
  }

  func add(_ part: DatasetPart) {
    let document = part.document
    if planCount > 0 { read.append(",") }
    planCount += 1
    read.append("\n{\"file\":")
    read.append(jsonString: document.source.file)
    read.append(",\"plan_id\":")
    read.append(jsonString: document.plan.id)
    read.append(",\"sha256\":")
    read.append(jsonString: document.source.sha256)
    read.append(",\"bytes\":")
    read.append(number: document.source.bytes)
    read.append("}")
    add(rows: part.rows)
    for diagnostic in document.diagnostics { diagnostics[diagnostic.code.name, default: 0] += 1 }
  }

  func add(rows: [[[CellValue]]]) {
    for (index, rows) in rows.enumerated() { counts[index] += rows.count }
  }

  /// Notes a cell of a CSV file in which characters were replaced.
  func add(_ replacement: CSVReplacement) { replacements.append(replacement) }

  /// Notes a file that could not be written for want of a library.
  func addMissing(file: String, reason: String) {
    notWritten.append(InputList.Rejected(file: file, reason: reason))
  }

  func addFailure(file: String, reason: String) {
    failures.append(InputList.Rejected(file: file, reason: reason))
  }

  func finish() throws(FileFailure) {
    var out = ByteBuffer()
    out.append(text: Self.signature)
    out.append("\n\"tool_version\":")
    out.append(jsonString: toolVersion)
    out.append(",\n\"schema_version\":\"")
    out.append(DocumentSchema.version)
    out.append("\",\n\"read\":[")
    read.withBytes { bytes in if let base = bytes.baseAddress { out.append(base, count: bytes.count) } }
    out.append("],\n\"skipped\":[")
    Self.append(inputs.skipped, to: &out)
    out.append("],\n\"failed\":[")
    Self.append(inputs.failed + failures, to: &out)
    out.append("],\n\"not_written\":[")
    Self.append(notWritten, to: &out)
    out.append("],\n\"replaced\":[")
    Self.append(replacements, to: &out)
    out.append("],\n\"rows\":{")
    Self.append(zip(Dataset.tables, counts).map { ($0.schema.name, $1) }, to: &out)
    out.append("},\n\"diagnostics\":{")
    Self.append(diagnostics.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: &out)
    out.append("}\n}\n")
    try FileSystem.write(out.bytes, to: path)
  }

  private static func append(_ rejected: [InputList.Rejected], to out: inout ByteBuffer) {
    for (index, input) in rejected.enumerated() {
      out.append(index == 0 ? "\n{\"file\":" : ",\n{\"file\":")
      out.append(jsonString: input.file)
      out.append(",\"reason\":")
      out.append(jsonString: input.reason)
      out.append("}")
    }
  }

  private static func append(_ replacements: [CSVReplacement], to out: inout ByteBuffer) {
    for (index, replacement) in replacements.enumerated() {
      out.append(index == 0 ? "\n{\"code\":" : ",\n{\"code\":")
      out.append(jsonString: DiagnosticCode.csvCharacterReplaced.name)
      out.append(",\"file\":")
      out.append(jsonString: replacement.file)
      out.append(",\"row\":")
      out.append(number: replacement.row)
      out.append(",\"column\":")
      out.append(jsonString: replacement.column)
      out.append(",\"characters\":")
      out.append(jsonString: replacement.characterNames)
      out.append("}")
    }
  }

  private static func append(_ counts: [(String, Int)], to out: inout ByteBuffer) {
    for (index, count) in counts.enumerated() {
      out.append(index == 0 ? "\n" : ",\n")
      out.append(jsonString: count.0)
      out.append(":")
      out.append(number: count.1)
    }
  }
}
