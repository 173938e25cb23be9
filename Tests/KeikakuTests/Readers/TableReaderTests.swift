import KeikakuText
import Testing

@testable import Keikaku

@Suite struct TableReaderTests {
  private static let reader = TableReader()
  private static let stated = StatedIndicators()

  @Test(arguments: CorpusCase.cases("Tables.txt")) func corpus(_ example: CorpusCase) {
    let table = TestTable.table(example.body)
    let context = Self.context(of: example)
    var reading = Self.reader.read(table, context: context)
    Self.stated.complete(&reading, of: table, context: context)
    example.check(ReadingDescription.lines(reading))
    #expect(reading.sections.flatMap { Array($0.rows) } == Array(table.rows.indices), "Every row stands in one section")
  }

  static func context(of example: CorpusCase) -> TableContext {
    let temporals = TemporalReader()
    var context = TableContext()
    context.isUnderIndicatorHeading = example.setting("heading") != nil
    context.baselinePeriod = example.setting("baseline").flatMap { temporals.whole($0) }
    context.targetPeriod = example.setting("target").flatMap { temporals.whole($0) }
    context.unit = example.setting("unit")
    if let caption = example.setting("caption") {
      context.heading = MappedLabel(text: caption, source: SourceRange(start: 0, end: UInt32(caption.utf8.count)))
    }
    return context
  }
}
