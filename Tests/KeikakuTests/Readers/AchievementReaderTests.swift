import KeikakuText
import Testing

@testable import Keikaku

@Suite struct AchievementReaderTests {
  @Test(arguments: CorpusCase.cases("Achievement.txt")) func corpus(_ example: CorpusCase) {
    let text = example.input.joined(separator: "\n") + "\n"
    let document = Pipeline().document(from: SourceFile(name: "a.md", bytes: Array(text.utf8)))
    example.check(document.indicators.map { Self.description(of: $0) })
    let isTold = document.diagnostics.contains { $0.code == .rateMismatch }
    #expect(isTold == document.indicators.contains { $0.diagnostics.contains(.rateMismatch) })
  }

  @Test func lineByLineLegends() {
    let lines = [
      "S…目標値を上回る、A…目標値を達成", "A（順調）B（やや遅れ）C（遅れ）", "◎ 達成  ○ 概ね達成 △ 未達成", "A：担当課の名前",
      "| 出生数 | 100人 | ○ | 順調に推移 |",
    ]
    let counts = lines.map { GradeLegendLine($0).definitions.count }
    #expect(counts == [2, 3, 3, 0, 0])
  }

  @Test func singleYearsMakeATotalFromTheBeginningOn() {
    var indicator = Indicator(name: "創業件数", unit: "件", source: SourceRange(0..<1))
    indicator.targets = [Self.measurement(100, 2024, [.cumulative])]
    indicator.actuals = [Self.measurement(10, 2020), Self.measurement(15, 2021), Self.measurement(25, 2022)]
    #expect(AchievementCalculator(indicator: indicator, planStart: 2020).achievement().progress?.description == "0.5")
    #expect(AchievementCalculator(indicator: indicator, planStart: 2019).achievement().progress == nil)
    #expect(AchievementCalculator(indicator: indicator).achievement().progress == nil)
  }

  @Test func resultsWithoutYearsHaveNoLatest() {
    var indicator = Indicator(name: "創業件数", unit: "件", source: SourceRange(0..<1))
    indicator.actuals = [Self.measurement(10, 2020), Self.measurement(15, nil)]
    #expect(indicator.latestActual == nil)
    indicator.actuals.removeLast()
    #expect(indicator.latestActual?.quantity.value == 10)
  }

  private static func measurement(
    _ value: Int, _ year: Int?, _ qualifiers: [Quantity.Qualifier] = []
  ) -> Measurement {
    let number = ExactDecimal(integerLiteral: value)
    let period = year.map { Temporal(raw: "R", kind: .fiscalYear, startYear: $0, endYear: $0) }
    let quantity = Quantity(
      raw: "\(value)", value: number, low: number, high: number, unit: "件", qualifiers: qualifiers, period: period)
    return Measurement(quantity: quantity, source: SourceRange(0..<1))
  }

  private static func description(of indicator: Indicator) -> String {
    var words = [indicator.name]
    if let progress = indicator.achievement?.progress { words.append("progress=\(progress)") }
    if let ratio = indicator.achievement?.ratio { words.append("ratio=\(ratio)") }
    if let printed = indicator.achievement?.printedRate { words.append("printed=\(printed)") }
    if let grade = indicator.grade { words.append("grade=\(grade.raw)/\(grade.normalized ?? "nil")") }
    if indicator.diagnostics.contains(.rateMismatch) { words.append("rate.mismatch") }
    return words.joined(separator: " ")
  }
}
