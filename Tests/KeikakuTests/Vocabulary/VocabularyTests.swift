import Foundation
import Testing

@testable import Keikaku

@Suite struct VocabularyTests {
  @Test func holdsWhatPlansCount() {
    #expect(Vocabulary.standard.entries.count >= 80)
    #expect(Vocabulary.standard.entries.allSatisfy { $0.goodDirection != nil && $0.resultKind != nil })
  }

  @Test func holdsTheSharedStart() {
    guard let rows = SharedFiles.lines(of: "data/indicators.csv") else { return }
    let codes = Set(Vocabulary.standard.entries.map(\.code))
    #expect(rows.dropFirst().allSatisfy { codes.contains(String($0.prefix { $0 != "," })) })
  }

  /// Make it anew with Sources/Keikaku/Vocabulary/Data/make_vocabulary.py.
  @Test func theCompiledTableIsFresh() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let csv = try String(
      contentsOf: root.appending(path: "Sources/Keikaku/Vocabulary/Data/vocabulary.csv"), encoding: .utf8)
    let compiled = VocabularyData.csv.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    #expect(compiled + "\n" == csv, "run make_vocabulary.py")
  }

  @Test(arguments: [
    ("", 1), ("code,title\nA,b\n", 1), ("name\nA\n", 1), ("code,name\nA,b\nA,c\n", 3), ("code,name\nA\n", 2),
    ("code,name\nA,\n", 2), ("code,name,good_direction\nA,b,sideways\n", 2), ("code,name\nA,\"b\n", 2),
    ("code,name\nA,\"b\"c\n", 2), ("code,name\nA,\"b\nb\"\n\nB,\n", 5),
  ])
  func errorsNameTheirLine(csv: String, line: Int) {
    let error = #expect(throws: VocabularyError.self) { try Vocabulary(csv: csv) }
    #expect(error?.line == line)
  }

  @Test func readsQuotesAndLineEnds() throws {
    let csv =
      "\u{FEFF}code,name,unit,good_direction,result_kind,aliases,patterns\r\nA,\"x,\"\"y\"\"\",人,up,output,b|c,d(e|f)?;g\r\n"
    let entry = try Vocabulary(csv: csv).entries[0]
    let expected = VocabularyEntry(
      code: "A", name: "x,\"y\"", unit: "人", goodDirection: "up", resultKind: "output", aliases: ["b", "c"],
      patterns: ["d(e|f)?", "g"])
    #expect(entry == expected)
  }

  @Test(arguments: [
    ("(今後も)?住み続けたいと(思う|感じる)人", "住み続けたいと感じる人", true), ("(a|ab)c", "abc", true), ("(a)?b", "b", true),
    ("(a)?b", "ab", true), ("(a)?b", "abx", false), ("b", "ab", false), ("(", "(", true), ("", "", true),
  ])
  func patternsCoverTheWhole(pattern: String, name: String, matches: Bool) {
    #expect(NamePattern(pattern).matches(name) == matches)
  }
}
