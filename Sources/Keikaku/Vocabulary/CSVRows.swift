/// The rows of a CSV text (RFC 4180), each with the number of the line that it begins on. Blank lines are skipped.
struct CSVRows {
  struct Row {
    var line: Int
    var fields: [String]
  }

  private(set) var rows: [Row] = []

  init(_ text: String) throws {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var position = 0
    var line = 1
    while position < bytes.count {
      let row = try Self.row(in: bytes, at: &position, line: &line)
      if row.fields != [""] { rows.append(row) }
    }
  }

  private static func row(in bytes: [UInt8], at position: inout Int, line: inout Int) throws -> Row {
    var row = Row(line: line, fields: [])
    while true {
      row.fields.append(try field(in: bytes, at: &position, line: &line))
      guard position < bytes.count else { return row }
      let delimiter = bytes[position]
      position += 1
      if delimiter == UInt8(ascii: ",") { continue }
      if delimiter == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
      }
      line += 1
      return row
    }
  }

  private static func field(in bytes: [UInt8], at position: inout Int, line: inout Int) throws -> String {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, !isDelimiter(bytes[position]) { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    return try quotedField(in: bytes, at: &position, line: &line)
  }

  private static func quotedField(in bytes: [UInt8], at position: inout Int, line: inout Int) throws -> String {
    let firstLine = line
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else {
          guard position == bytes.count || isDelimiter(bytes[position]) else {
            throw VocabularyError(line: line, problem: "Text behind a closing quotation mark.")
          }
          return String(decoding: content, as: UTF8.self)
        }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      content.append(byte)
    }
    throw VocabularyError(line: firstLine, problem: "A quotation mark is never closed.")
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
