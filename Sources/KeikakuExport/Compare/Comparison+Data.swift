import KeikakuText

/// A comparison as data.
extension Comparison {
  /// CSV with a header, one row a plan and indicator: UTF-8, LF, RFC 4180.
  public var csv: [UInt8] {
    var out = ByteBuffer()
    out.append(csvRow: ComparisonColumns.names.map { .text($0) })
    for row in blocks.flatMap(\.rows) { out.append(csvRow: ComparisonColumns.values(of: row)) }
    return out.bytes
  }

  /// `{"indicators": [{"code", "name", "good_direction", "plans": [{…}]}]}`, the keys of a plan named as the columns of the CSV.
  public var json: [UInt8] {
    var out = ByteBuffer()
    out.append("{\"indicators\":[")
    for (index, block) in blocks.enumerated() {
      out.append(index == 0 ? "\n{\"code\":" : ",\n{\"code\":")
      out.append(jsonString: block.code)
      out.append(",\"name\":")
      out.append(jsonString: block.name)
      out.append(",\"good_direction\":")
      out.append(jsonString: block.goodDirection)
      out.append(",\"plans\":[")
      for (index, row) in block.rows.enumerated() { out.append(jsonRow: row, isFirst: index == 0) }
      out.append("]}")
    }
    out.append("\n]}\n")
    return out.bytes
  }
}

extension ByteBuffer {
  /// How many columns only repeat what the block says.
  private static let blockColumns = 3

  fileprivate mutating func append(jsonRow row: ComparedIndicator, isFirst: Bool) {
    append(isFirst ? "\n  {" : ",\n  {")
    let members = zip(ComparisonColumns.names, ComparisonColumns.values(of: row)).dropFirst(Self.blockColumns)
    for (index, (name, value)) in members.enumerated() {
      if index > 0 { append(",") }
      append(jsonString: name)
      append(":")
      append(json: value)
    }
    append("}")
  }

  private mutating func append(json value: CellValue) {
    switch value {
    case .null: append("null")
    case .text(let text): append(jsonString: text)
    case .integer(let integer): append(number: integer)
    case .number(let number): append(decimal: number)
    case .boolean(let flag): append(flag ? "true" : "false")
    case .date(let day): append(jsonString: day.description)
    case .list(let names):
      append("[")
      for (index, name) in names.enumerated() {
        if index > 0 { append(",") }
        append(jsonString: name)
      }
      append("]")
    }
  }
}
