import Foundation
import Keikaku
import Testing

@testable import KeikakuExport

@Suite struct DocumentJSONTests {
  private func object(_ document: PlanDocument) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(DocumentJSON.bytes(of: document)))
    return try #require(json as? [String: Any])
  }

  @Test func textsComeBackAsTheyWere() throws {
    let nodes = try #require(try object(SampleDocument.make())["nodes"] as? [[String: Any]])
    #expect(nodes.compactMap { $0["title"] as? String } == SampleDocument.hostileTexts)
  }

  @Test func idsBeginWithThePlansID() throws {
    let json = try object(SampleDocument.make())
    let nodes = try #require(json["nodes"] as? [[String: Any]])
    #expect(nodes[1]["id"] as? String == "plan-0f0f0f0f.n2")
    #expect(nodes[1]["parent_id"] as? String == "plan-0f0f0f0f.n1")
    let indicators = try #require(json["indicators"] as? [[String: Any]])
    #expect(indicators[0]["note_ids"] as? [String] == ["plan-0f0f0f0f.f1"])
  }

  @Test func secondFiguresCarryTheirCellsPlace() throws {
    let indicators = try #require(try object(SampleDocument.make())["indicators"] as? [[String: Any]])
    let baseline = try #require(indicators[1]["baseline"] as? [String: Any])
    let also = try #require((baseline["also"] as? [[String: Any]])?.first)
    #expect((also["source"] as? NSDictionary) == (baseline["source"] as? NSDictionary))
    #expect(baseline["value"] as? Double == -4.68)
  }

  /// Programs that cut lines at U+2028, U+0085 or a form feed must never cut a document.
  @Test func noByteOfALineEndStandsInsideAText() {
    let text = String(decoding: DocumentJSON.bytes(of: SampleDocument.make(), layout: .compact), as: UTF8.self)
    let forbidden = text.unicodeScalars.dropLast().filter {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{2028}" || $0 == "\u{2029}"
    }
    #expect(forbidden.isEmpty)
  }

  @Test func layoutsDifferInLineFeedsAlone() {
    let document = SampleDocument.make()
    let lines = DocumentJSON.bytes(of: document).filter { $0 != UInt8(ascii: "\n") }
    #expect(lines == DocumentJSON.bytes(of: document, layout: .compact).dropLast())
  }

  @Test(arguments: [SampleDocument.make(), SampleDocument.make(texts: [])])
  func everyDocumentFitsTheSchema(_ document: PlanDocument) throws {
    var faults: [String] = []
    DocumentSchema.document.validate(try object(document), at: "$", &faults)
    #expect(faults == [])
  }

  /// The schema must be able to fail, or the test above proves nothing.
  @Test func theSchemaRefusesWhatIsNoDocument() throws {
    var json = try object(SampleDocument.make())
    json["extra"] = 1
    json["coverage"] = nil
    json["plan"] = ["id": 5]
    var faults: [String] = []
    DocumentSchema.document.validate(json, at: "$", &faults)
    #expect(faults.contains("$.extra: not declared"))
    #expect(faults.contains("$.coverage: absent"))
    #expect(faults.contains("$.plan.id: no text"))
  }

  @Test func oneWriterServesManyDocuments() {
    var writer = DocumentJSON()
    writer.write(SampleDocument.make())
    writer.write(SampleDocument.make(texts: []))
    #expect(writer.bytes == DocumentJSON.bytes(of: SampleDocument.make(texts: [])))
  }
}

extension SchemaType {
  /// Checks a parsed JSON value and adds what does not fit.
  func validate(_ value: Any, at path: String, _ faults: inout [String]) {
    switch self {
    case .text: if !(value is String) { faults.append("\(path): no text") }
    case .integer, .number, .boolean: if !(value is NSNumber) { faults.append("\(path): no \(self)") }
    case .pattern(let pattern):
      let fits = (value as? String)?.range(of: pattern, options: .regularExpression) != nil
      if !fits { faults.append("\(path): \(value) does not fit \(pattern)") }
    case .names(let names): if !names.contains(value as? String ?? "") { faults.append("\(path): \(value) is no name") }
    case .constant(let text): if value as? String != text { faults.append("\(path): not \(text)") }
    case .definition(let name):
      DocumentSchema.definitions.first { $0.0 == name }?.1.validate(value, at: path, &faults)
    case .optional(let type): if !(value is NSNull) { type.validate(value, at: path, &faults) }
    case .array(let element):
      guard let values = value as? [Any] else { return faults.append("\(path): no array") }
      for (index, value) in values.enumerated() { element.validate(value, at: "\(path)[\(index)]", &faults) }
    case .object(let properties): validateObject(value, properties, at: path, &faults)
    }
  }

  private func validateObject(
    _ value: Any, _ properties: [(String, SchemaType)], at path: String, _ faults: inout [String]
  ) {
    guard let object = value as? [String: Any] else { return faults.append("\(path): no object") }
    for key in object.keys where !properties.contains(where: { $0.0 == key }) {
      faults.append("\(path).\(key): not declared")
    }
    for (key, type) in properties {
      guard let value = object[key] else {
        faults.append("\(path).\(key): absent")
        continue
      }
      type.validate(value, at: "\(path).\(key)", &faults)
    }
  }
}
