import KeikakuText
import Testing

@testable import KeikakuExport

@Suite struct JSONValueTests {
  @Test func numbersAreExact() throws {
    let value = try JSONValue(Array("[0.1, -37, 240000000, 4.68, 1e3, 0.9545454545454545]".utf8))
    let numbers = value.array.compactMap(\.number).map(\.description)
    #expect(numbers == ["0.1", "-37", "240000000", "4.68", "1000", "0.9545454545454545"])
    #expect(value.array[1].integer == -37)
  }

  @Test func textsComeBack() throws {
    let value = try JSONValue(Array(#"{"a": "\"\\\n\u2028\ud842\udfb7計", "b": [null, true, {}]}"#.utf8))
    #expect(value["a"].string == "\"\\\n\u{2028}\u{20BB7}計")
    #expect(value["b"] == .array([.null, .boolean(true), .object([:])]))
    #expect(value["c"] == .null)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "\"\\x\"", "nul", "1 2", "\"a", "-", "{\"a\":1,}", "\"\u{1}\"",
    String(repeating: "9", count: 60), String(repeating: "[", count: 1000),
  ])
  func faultsAreRefused(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(Array(text.utf8)) }
  }
}
