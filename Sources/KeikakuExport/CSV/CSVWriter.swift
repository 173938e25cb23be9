import KeikakuText

/// Writes `tables/*.csv`: quoted as RFC 4180 says, a header always.
///
/// An unknown value is an empty field, a text of no letters two quotes.
final class CSVWriter: TableWriter {
  private let files: [OutputFile]
  private var rowCounts: [Int]
  private let format: CSVFormat
  private let encoder: CP932Encoder?
  /// Cells in which characters were replaced.
  private(set) var replacements: [CSVReplacement] = []

  init(folder: String, format: CSVFormat = CSVFormat()) throws(FileFailure) {
    self.format = format
    encoder = format.profile == .cp932 ? CP932Encoder() : nil
    if format.profile == .cp932, encoder == nil {
      throw FileFailure(path: "\(folder)/tables", reason: "The C library cannot convert to CP932")
    }
    try FileSystem.makeDirectory("\(folder)/tables")
    var files: [OutputFile] = []
    for table in Dataset.tables { files.append(try OutputFile(path: "\(folder)/\(Self.path(of: table.schema))")) }
    self.files = files
    rowCounts = files.map { _ in 0 }
    for index in files.indices { addHeader(index) }
  }

  /// The file of a table within the dataset.
  static func path(of table: TableSchema) -> String { "tables/\(table.name).csv" }

  private func addHeader(_ index: Int) {
    if format.profile == .excel { files[index].buffer.append("\u{FEFF}") }
    add(Dataset.tables[index].schema.columns.map { .text(format.name(of: $0)) }, to: index)
  }

  func add(rows: [[[CellValue]]]) throws(FileFailure) {
    for (index, rows) in rows.enumerated() {
      for row in rows { add(row, to: index) }
      try files[index].flush()
    }
  }

  func finish() throws(FileFailure) {
    for file in files { try file.flush(force: true) }
  }

  private func add(_ row: [CellValue], to index: Int) {
    rowCounts[index] += 1
    if format.profile == .machine { return files[index].buffer.append(csvRow: row) }
    for (column, value) in row.enumerated() {
      if column > 0 { files[index].buffer.append(UInt8(ascii: ",")) }
      switch value {
      case .text(let text): files[index].buffer.append(csvField: bytes(of: text, index, column))
      case .list(let names) where !names.isEmpty:
        files[index].buffer.append(csvField: bytes(of: names.joined(separator: ";"), index, column))
      default: files[index].buffer.append(csv: value)
      }
    }
    files[index].buffer.append("\r\n")
  }

  private func bytes(of text: String, _ table: Int, _ column: Int) -> [UInt8] {
    guard let encoder else { return Array(FormulaText.escaped(text).utf8) }
    let (bytes, lost) = encoder.encode(text)
    if !lost.isEmpty {
      let schema = Dataset.tables[table].schema
      replacements.append(
        CSVReplacement(
          file: Self.path(of: schema), row: rowCounts[table], column: schema.columns[column].name, characters: lost))
    }
    return bytes
  }
}

extension ByteBuffer {
  /// Appends a row with its line feed.
  mutating func append(csvRow row: [CellValue]) {
    for (index, value) in row.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(csv: value)
    }
    append(UInt8(ascii: "\n"))
  }

  fileprivate mutating func append(csv value: CellValue) {
    switch value {
    case .null: break
    case .text(let text): append(csvText: text)
    case .integer(let integer): append(number: integer)
    case .number(let number): append(decimal: number)
    case .boolean(let flag): append(flag ? "true" : "false")
    case .date(let day): append(day: day)
    case .list(let names): if !names.isEmpty { append(csvText: names.joined(separator: ";")) }
    }
  }

  private mutating func append(csvText text: String) {
    let needsQuotes = text.isEmpty || text.utf8.contains { Self.isSpecial($0) }
    guard needsQuotes else { return append(text: text) }
    append(csvField: Array(text.utf8))
  }

  /// Appends a text in its encoding. No second byte of CP932 looks like a comma, a quote or a line end.
  fileprivate mutating func append(csvField bytes: [UInt8]) {
    guard bytes.isEmpty || bytes.contains(where: Self.isSpecial) else { return append(bytes) }
    append(UInt8(ascii: "\""))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
