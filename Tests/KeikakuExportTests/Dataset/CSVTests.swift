import Foundation
import KeikakuText
import Testing

@testable import KeikakuExport

@Suite struct CSVTests {
  private func csv(_ row: [CellValue]) -> String {
    var buffer = ByteBuffer()
    buffer.append(csvRow: row)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func valuesAreWrittenAsTheFormatAsks() {
    let day = CalendarDay(year: 842, month: 4, day: 1)
    let row: [CellValue] = [
      .null, .text(""), .integer(-7), .number(ExactDecimal(significand: 468, exponent: -2)), .boolean(true),
      CellValue(day), .list(["a", "b"]), .list([]), .text("a,\"b\"\n"),
    ]
    #expect(csv(row) == ",\"\",-7,4.68,true,0842-04-01,a;b,,\"a,\"\"b\"\"\n\"\n")
  }

  @Test func everyTextComesBack() {
    for text in SampleDocument.hostileTexts {
      #expect(CSVReader.rows(csv([.text(text), .integer(1)])) == [[text, "1"]])
    }
  }

  @Test(arguments: Dataset.tables.indices)
  func everyTableIsRectangularAndItsKeysAreUnique(_ index: Int) {
    let table = Dataset.tables[index]
    let rows = table.rows(of: .standard) + table.rows(of: DocumentContext(SampleDocument.make()))
    #expect(!rows.isEmpty, "\(table.schema.name) has no row to test")
    let key = table.schema.primaryKey.map { name in table.schema.columns.firstIndex { $0.name == name }! }
    #expect(Set(rows.map { row in key.map { row[$0] } }).count == rows.count, "\(table.schema.name)")
    #expect(Set(table.schema.columns.map(\.name)).count == table.schema.columns.count, "\(table.schema.name)")
    #expect(Set(table.schema.columns.map(\.japaneseName)).count == table.schema.columns.count, "\(table.schema.name)")
    for row in rows {
      for (value, column) in zip(row, table.schema.columns) { check(value, column, table.schema.name) }
    }
  }

  private func check(_ value: CellValue, _ column: ColumnSchema, _ table: String) {
    let fits =
      switch (value, column.type) {
      case (.null, _): !column.isRequired
      case (.text(let text), .text): column.choices.isEmpty || column.choices.contains(text)
      case (.integer, .integer), (.number, .number), (.boolean, .boolean), (.date, .date), (.list, .list): true
      default: false
      }
    #expect(fits, "\(table).\(column.name): \(value)")
  }

  /// The first columns and their order are what other programs rely on.
  @Test(arguments: [
    ("plans", "plan_id,title,kind,municipality_name,prefecture,municipality_code,period_start,period_end"),
    ("nodes", "node_id,plan_id,parent_id,kind,label,number,title"),
    ("indicators", "indicator_id,plan_id,node_id,name,unit,canonical_code"),
    (
      "measurements",
      "measurement_id,indicator_id,role,ordinal,value,low,high,unit,text,period_start,period_end,start_year,end_year,qualifiers,raw,line"
    ),
    ("actions", "action_id,plan_id,node_id"), ("schedule", "action_id,ordinal,start_year,text,continues"),
  ])
  func tablesBeginWithTheContractsColumns(_ name: String, _ columns: String) throws {
    let table = try #require(Dataset.tables.first { $0.schema.name == name })
    #expect(table.schema.columns.map(\.name).joined(separator: ",").hasPrefix(columns))
  }
}

/// A reader of RFC 4180, for comparing what was written with what was meant.
enum CSVReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        if !isQuoted, previous == "\"" { field.append(scalar) }
        isQuoted.toggle()
      case "," where !isQuoted:
        row.append(String(field))
        field.removeAll()
      case "\n" where !isQuoted:
        rows.append(row + [String(field)])
        row = []
        field.removeAll()
      default: field.append(scalar)
      }
      previous = scalar
    }
    return rows
  }
}
