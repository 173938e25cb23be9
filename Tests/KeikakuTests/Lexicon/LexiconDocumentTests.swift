import Foundation
import Testing

@testable import Keikaku

/// Each section of a lexicon file changes what is read of a small plan. The file is the reference's own example.
@Suite struct LexiconDocumentTests {
  private static let documentation = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../Documentation")
  private static let example = documentation.appending(path: "lexicon.example.json")

  private func read(_ text: String, withExample: Bool) throws -> PlanDocument {
    var options = Pipeline.Options()
    if withExample { options.lexicon = try Lexicon.load(bytes: Array(Data(contentsOf: Self.example))) }
    return Pipeline(options: options).document(from: SourceFile(name: "plan.md", bytes: Array(text.utf8)))
  }

  @Test func theReferenceNamesEveryMeaning() throws {
    let reference = try String(contentsOf: Self.documentation.appending(path: "Lexicon.md"), encoding: .utf8)
    let meanings =
      ColumnRole.allCases.map(\.rawValue) + NodeKind.allCases.map(\.rawValue) + GroupRole.allCases.map(\.rawValue)
      + HeadingMarks.Role.allCases.map(\.rawValue)
    for meaning in meanings { #expect(reference.contains("`\(meaning)`"), "\(meaning) is not described") }
  }

  @Test func columnsNameTheFiguresOfATable() throws {
    let text = "| 指標 | ふりだし | 到達したい水準値 |\n| --- | --- | --- |\n| 朝市の来場者数 | 120人 | 300人 |\n"
    #expect(try read(text, withExample: false).indicators.first?.targets.isEmpty ?? true)
    let indicator = try #require(try read(text, withExample: true).indicators.first)
    #expect(indicator.baseline?.quantity.value == 120)
    #expect(indicator.targets.map(\.quantity.value) == [300])
  }

  @Test func labelsNameTheKindsOfNodes() throws {
    let text = "まちの旗印1　港のにぎわい\n\n人が集う港にする。\n"
    #expect(try !read(text, withExample: false).nodes.contains { $0.kind == .basicGoal })
    let goal = try read(text, withExample: true).nodes.first { $0.kind == .basicGoal }
    #expect(goal?.title == "港のにぎわい")
  }

  @Test func groupsNameTheirParts() throws {
    let text = "基本目標1　港のにぎわい\n\n■ふりかえったこと\n\n・朝市の開催\n・桟橋の改修\n"
    #expect(try read(text, withExample: false).actions.map(\.status) == [.planned, .planned])
    #expect(try read(text, withExample: true).actions.map(\.status) == [.result, .result])
  }

  @Test func headingMarksHead() throws {
    let text = "基本目標1　港のにぎわい\n\n▣今後の方向性\n\n・朝市の開催\n・桟橋の改修\n"
    #expect(try !read(text, withExample: false).actions.map(\.status).contains(.direction))
    #expect(try read(text, withExample: true).actions.map(\.status) == [.direction, .direction])
  }

  @Test func unitsAreThoseOfFigures() throws {
    let text = """
      | 指標 | 単位 | 基準値 | 目標値 |
      | --- | --- | --- | --- |
      | 定期船の利用 | | 12千乗客 | 15千乗客 |
      | 焼き鳥の売上（くし） | | 300 | 450 |
      | 祭りの人出 | k人 | 20 | 25 |

      祭りでは昨年、900くしが売れた。

      """
    let standard = try read(text, withExample: false)
    #expect(standard.indicators.map(\.unit) == ["乗客", nil, "k人"])
    #expect(standard.mentions.isEmpty)
    let document = try read(text, withExample: true)
    #expect(document.indicators.map(\.unit) == ["人", "串", "人"])
    #expect(document.indicators.map { $0.targets.first?.quantity.value } == [15_000, 450, 25_000])
    #expect(document.indicators.map(\.name) == ["定期船の利用", "焼き鳥の売上", "祭りの人出"])
    #expect(document.mentions.count == 1)
  }
}
