import Testing

@testable import Keikaku

@Suite struct LexiconFileTests {
  @Test func addsAUsersWords() throws {
    let file = #"{"columns": {"target": ["めざましい 値", "\u3081ど"]}, "labels": {"basic_goal": ["まちの旗印"]}}"#
    let lexicon = try Lexicon.load(bytes: Array(file.utf8))
    #expect(lexicon.columnRoles["めざましい値"] == .target)
    #expect(lexicon.columnRoles["めど"] == .target)
    #expect(lexicon.labels["まちの旗印"] == .basicGoal)
    #expect(lexicon.columnRoles["基準値"] == .baseline)
    #expect(Lexicon.standard.columnRoles["めざましい値"] == nil)
  }

  @Test(arguments: [
    ("", 1), ("[]", 1), ("{\n\"colums\": {}}", 2), ("{\"columns\": {\n\n\"goal\": []}}", 3),
    ("{\"columns\": {\"target\":\n [\"a\",\n 5]}}", 3), ("{\"columns\": {\"target\": [\"a\" \"b\"]}}", 1),
    ("{\"labels\": {\"measure\": [\"\"]}}", 1), ("{}\n{}", 2), ("{\"labels\": {\"measure\": [\"施策", 1),
    (String(repeating: "[", count: 100_000), 1),
    ("{\"columns\": {},\n\"columns\": {}}", 2), ("{\"labels\": {\"measure\": [\"旗印\"],\n \"policy\": [\"旗 印\"]}}", 2),
    ("{\"labels\":\n [\"旗印\"]}", 2), ("{\"labels\": {\"measure\":\n \"旗印\"}}", 2),
    ("{\"heading_marks\": {\n\"title\": [\"▣\"]}}", 2),
  ])
  func refusesAWrongFileWithItsLine(text: String, line: Int) {
    let error = #expect(throws: LexiconError.self) { try Lexicon.load(bytes: Array(text.utf8)) }
    #expect(error?.line == line)
  }

  /// A digit, a sign, a digit within, a numeral, and a power of ten of what is no unit.
  @Test(arguments: [("人", "5人"), ("人", "＋"), ("人", "名2"), ("千人", "千乗客"), ("千くし", "串焼き")])
  func refusesWhatIsNoUnit(unit: String, spelling: String) {
    let file = "{\"units\": {\n\"\(unit)\": [\"\(spelling)\"]}}"
    let error = #expect(throws: LexiconError.self) { try Lexicon.load(bytes: Array(file.utf8)) }
    #expect(error?.description.hasPrefix("line 2: “\(spelling.folded)” is no spelling of “\(unit)”") == true)
  }

  /// Two characters, a letter, a digit, a bracket, ASCII, a list bullet and a note mark are no heading marks.
  @Test(arguments: ["▣▣", "あ", "５", "①", "【", "#", "＃", "・", "※"])
  func refusesWhatIsNoHeadingMark(mark: String) {
    let file = "{\"heading_marks\": {\"heading\": [\"▣\",\n\"\(mark)\"]}}"
    let error = #expect(throws: LexiconError.self) { try Lexicon.load(bytes: Array(file.utf8)) }
    #expect(error?.description.hasPrefix("line 2: “\(mark.folded)” is no heading mark") == true)
  }
}
