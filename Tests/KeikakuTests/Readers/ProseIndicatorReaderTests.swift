import KeikakuText
import Testing

@testable import Keikaku

@Suite struct ProseIndicatorReaderTests {
  private static let reader = ProseIndicatorReader()

  /// Each line of a case is a paragraph of its own.
  @Test(arguments: CorpusCase.cases("Prose.txt")) func corpus(_ example: CorpusCase) {
    let temporals = TemporalReader()
    var context = ProseContext(isUnderIndicatorHeading: example.setting("heading") != nil)
    context.baselinePeriod = example.setting("baseline").flatMap { temporals.whole($0) }
    context.targetPeriod = example.setting("target").flatMap { temporals.whole($0) }
    let lines = example.body.flatMap { line in
      Self.reader.indicators(in: Self.text(line), context: context).map(ReadingDescription.line)
    }
    example.check(lines)
  }

  @Test func sourcesPointToTheWords() throws {
    let line = "数値目標…労働者数を89,000人にする（H30：82,687人）"
    let indicator = try #require(Self.reader.indicators(in: Self.text(line)).first?.indicator)
    let bytes = Array(line.utf8)
    let written = { (range: SourceRange) in String(decoding: bytes[range.indices], as: UTF8.self) }
    #expect(written(indicator.source) == "労働者数を89,000人にする（H30：82,687人）")
    #expect(indicator.baseline.map { written($0.source) } == "82,687人")
    #expect(indicator.targets.map { written($0.source) } == ["89,000人"])
  }

  private static func text(_ line: String) -> MappedText {
    MappedText(text: line, source: SourceRange(start: 0, end: UInt32(line.utf8.count)))
  }
}
