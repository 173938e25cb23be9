import Keikaku
import KeikakuText
import Testing

@testable import KeikakuExport

@Suite struct ComparisonTests {
  private static func document(_ city: String, _ rows: [String], period: String = "令和2年度～令和6年度") -> PlanDocument {
    let table = "| 指標名 | 基準値(R1) | 目標値(R6) | 実績値(R4) |\n| --- | --- | --- | --- |\n"
    let text = "第2期\(city)総合戦略\n計画期間 \(period)\n\n" + table + rows.joined(separator: "\n") + "\n"
    return Pipeline().document(from: SourceFile(name: "\(city).md", bytes: Array(text.utf8)))
  }

  private static let plans = [
    document("山口県美祢市", ["| 出生数 | 100人 | 110人 | 105人 |", "| 転入超過数 | △120人 | △20人 | - |"]),
    document("福岡県久留米市", ["| 出生数(人) | 2,400 | 2,600 | 2,500 |", "| 転出超過数 | 200人 | 100人以下 | 150人 |"]),
  ]

  @Test func oneIndicatorOfTwoCitiesStandsSideBySide() throws {
    let comparison = Comparison(Self.plans.map(ComparedPlan.init))
    let births = try #require(comparison.blocks.first { $0.code == "BIRTHS" })
    #expect(births.rows.map(\.plan.municipality) == ["美祢市", "久留米市"])
    #expect(births.rows.map { $0.change?.description } == ["10", "200"])
    #expect(births.rows.map { $0.changePerYear?.description } == ["2", "40"])
    #expect(births.rows.map { $0.progress?.description } == ["0.5", "0.5"])
    #expect(births.rows.map(\.years) == [5, 5])
  }

  @Test func theOppositeIsShownWithTheOtherSign() throws {
    let comparison = Comparison(Self.plans.map(ComparedPlan.init), wanted: ["NET_MIG"])
    let rows = try #require(comparison.blocks.first).rows
    #expect(rows.map(\.isFlipped) == [false, true])
    #expect(rows.map { $0.baseline?.value?.description } == ["-120", "-200"])
    #expect(rows.map { $0.target?.value?.description } == ["-20", "-100"])
    #expect(rows[1].target?.qualifiers == [.atLeast])
    #expect(rows.map { $0.change?.description } == ["100", "100"])
    #expect(rows[1].actual?.value == -150)
  }

  @Test func aLossBelowZeroKeepsItsSign() {
    let plan = ComparedPlan(Self.document("山口県美祢市", ["| 転出超過数 | △200人 | △100人 | - |"]))
    #expect(Comparison([plan]).blocks.map(\.code) == ["NET_OUT_MIG"])
  }

  @Test func readBackFromJSONItIsTheSame() throws {
    let direct = Comparison(Self.plans.map(ComparedPlan.init))
    let read = try Self.plans.map { document in
      var writer = DocumentJSON(layout: .compact)
      writer.write(document)
      return try #require(ComparedPlan(try JSONValue(writer.withBytes { Array($0) })))
    }
    #expect(Comparison(read).csv == direct.csv)
    #expect(Comparison(read).json == direct.json)
    #expect(Comparison(read).markdown == direct.markdown)
  }

  @Test func anUnknownCityIsShownByItsFile() {
    let document = Self.document("", ["| 出生数 | 100人 | 110人 | 105人 |"])
    let cells = Comparison([ComparedPlan(document)]).blocks.map(ComparisonCells.init)
    #expect(cells.first?.rows.first?.first == ".md")
  }

  @Test func allFormatsHoldTheSameRows() throws {
    let comparison = Comparison(Self.plans.map(ComparedPlan.init))
    let rows = comparison.blocks.map(\.rows.count).reduce(0, +)
    #expect(rows == 4)
    #expect(comparison.csv.count { $0 == UInt8(ascii: "\n") } == rows + 1)
    let json = try JSONValue(comparison.json)
    #expect(json["indicators"].array.map { $0["plans"].array.count }.reduce(0, +) == rows)
    #expect(try JSONValue(Comparison([]).json)["indicators"] == .array([]))
  }

  @Test(arguments: [
    ("1234567.5", "円", "1,234,567.5円"), ("361466000000", "円", "3,614.66億円"), ("-2700", "人", "-2,700人"), ("0", nil, "0"),
  ])
  func figuresAreGrouped(number: String, unit: String?, text: String) throws {
    let value = try #require(try JSONValue(Array(number.utf8)).number)
    #expect(FigureText.text(value, unit: unit) == text)
  }
}
