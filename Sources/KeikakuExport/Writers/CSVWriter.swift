import KeikakuText

/// Writes `tables/*.csv`: UTF-8 without byte order mark, LF, quoted as RFC 4180 says, a header always.
///
/// An unknown value is an empty field, a text of no letters two quotes.
final class CSVWriter: DatasetWriter {
  private let files: [OutputFile]

  init(folder: String) throws(FileFailure) {
    try FileSystem.makeDirectory("\(folder)/tables")
    var files: [OutputFile] = []
    for table in Dataset.tables {
      let file = try OutputFile(path: "\(folder)/tables/\(table.schema.name).csv")
      file.buffer.append(csvRow: table.schema.columns.map { .text($0.name) })
      files.append(file)
    }
    self.files = files
  }

  func add(_ part: DatasetPart) throws(FileFailure) {
    for (file, rows) in zip(files, part.rows) {
      for row in rows { file.buffer.append(csvRow: row) }
      try file.flush()
    }
  }

  func finish() throws(FileFailure) {
    for file in files { try file.flush(force: true) }
  }
}

extension ByteBuffer {
  /// Appends a row with its line feed.
  mutating func append(csvRow row: [Value]) {
    for (index, value) in row.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(csv: value)
    }
    append(UInt8(ascii: "\n"))
  }

  private mutating func append(csv value: Value) {
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
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
