import Foundation
import Keikaku
import KeikakuText
import Testing

@testable import KeikakuExport

/// Every format holds the same rows: what is read back from CSV, JSON Lines and SQLite is compared with the JSON.
@Suite struct AgreementTests {
  enum Content: CaseIterable {
    case samples, hostile, nothing

    func documents() throws -> [PlanDocument] {
      switch self {
      case .samples: try DatasetMaking.samples()
      case .hostile: [SampleDocument.make()]
      case .nothing: []
      }
    }
  }

  @Test(arguments: Content.allCases)
  func allFormatsHoldTheSameRows(_ content: Content) throws {
    let documents = try content.documents()
    let folder = try TemporaryFolder()
    try DatasetMaking.write(documents, to: folder.path)
    let database = try DatabaseRows(folder.path)
    let report = try JSONSerialization.jsonObject(with: Data(try folder.text("report.json").utf8)) as? [String: Any]
    let counts = try #require(report?["rows"] as? [String: Int])
    for table in Dataset.tables {
      let name = table.schema.name
      let rows = table.rows(of: .standard) + documents.flatMap { table.rows(of: DocumentContext($0)) }
      let csv = CSVReader.rows(try folder.text("tables/\(name).csv"))
      #expect(csv.first == table.schema.columns.map(\.name))
      #expect(Array(csv.dropFirst()) == rows.map { $0.map(Self.text) }, "\(name).csv")
      let stored = try #require(database.rows[name])
      #expect(stored == rows.map { $0.map(Self.stored) }, "\(name) in SQLite")
      #expect(counts[name] == rows.count, "\(name) in report.json")
    }
  }

  @Test(arguments: Content.allCases)
  func tablesHoldWhatTheJSONHolds(_ content: Content) throws {
    let documents = try content.documents()
    let folder = try TemporaryFolder()
    try DatasetMaking.write(documents, to: folder.path)
    let lines = try folder.text("plans.jsonl").utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == documents.count)
    let plans = try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
    for (plan, document) in zip(plans, documents) {
      let file = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/documents/\(document.plan.id).json"))
      #expect(try JSONSerialization.jsonObject(with: file) as? NSDictionary == plan as NSDictionary)
    }
    let database = try DatabaseRows(folder.path)
    for name in ["nodes", "indicators", "actions", "notes", "mentions", "diagnostics", "relations"] {
      let elements = plans.flatMap { $0[name] as? [[String: Any]] ?? [] }
      let schema = Dataset.schema(of: name)
      let rows = try #require(database.rows[name])
      try #require(rows.count == elements.count, "\(name)")
      for (row, element) in zip(rows, elements) { Self.compare(row, element, schema) }
    }
  }

  /// Compares every column that the JSON has under the same key, and the element's id.
  private static func compare(_ row: [SQLiteValue], _ element: [String: Any], _ schema: TableSchema) {
    for (value, column) in zip(row, schema.columns) {
      let isKey = column.name == schema.primaryKey[0] && column.references == nil
      switch (value, element[isKey ? "id" : column.name]) {
      case (_, nil): continue
      case (.null, let found): #expect(found is NSNull || (found as? [Any])?.isEmpty == true, "\(column.name)")
      case (.text(let text), let found as [String]): #expect(text == found.joined(separator: ";"))
      case (.text(let text), let found): #expect(text == found as? String, "\(schema.name).\(column.name)")
      case (.integer(let number), let found): #expect(number == (found as? NSNumber)?.intValue, "\(column.name)")
      case (.real(let number), let found): #expect(number == (found as? NSNumber)?.doubleValue, "\(column.name)")
      }
    }
  }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): number.description
    case .boolean(let flag): "\(flag)"
    case .date(let day): day.description
    case .list(let names): names.joined(separator: ";")
    }
  }

  private static func stored(_ value: CellValue) -> SQLiteValue {
    switch value {
    case .null: .null
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .number(let number): .real(Double(number.description)!)
    case .boolean(let flag): .integer(flag ? 1 : 0)
    case .date(let day): .text(day.description)
    case .list(let names): names.isEmpty ? .null : .text(names.joined(separator: ";"))
    }
  }
}
