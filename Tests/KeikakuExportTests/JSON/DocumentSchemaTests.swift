import Foundation
import Testing

@testable import KeikakuExport

@Suite struct DocumentSchemaTests {
  @Test func theCommittedSchemaIsFresh() throws {
    try Snapshot.check(DocumentSchema.text, file: "Documentation/document.schema.json")
  }

  @Test func theSchemaIsJSON() throws {
    let json = try JSONSerialization.jsonObject(with: Data(DocumentSchema.text.utf8)) as? [String: Any]
    #expect(json?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((json?["$defs"] as? [String: Any])?.count == DocumentSchema.definitions.count)
  }
}
