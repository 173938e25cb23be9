import Foundation
import Keikaku
import Testing

@testable import KeikakuExport

@Suite struct CSVFormatTests {
  private func nodes(_ texts: [String], _ format: CSVFormat) throws -> (bytes: Data, summary: DatasetSummary) {
    let folder = try TemporaryFolder()
    let summary = try DatasetMaking.write([SampleDocument.make(texts: texts)], to: folder.path, format: format)
    return (try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/tables/nodes.csv")), summary)
  }

  @Test func excelGetsAMarkItsLineEndsAndNoFormulas() throws {
    let (bytes, _) = try nodes(["=1+1", " ＝1", "-120", "▲5", "二\n行"], CSVFormat(profile: .excel, headers: .ja))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}施策ID,計画ID,"))
    for cell in [",'=1+1,", ",' ＝1,", ",'-120,", ",▲5,", ",\"二\n行\","] { #expect(text.contains(cell)) }
    #expect(text.utf8.count { $0 == UInt8(ascii: "\r") } == 6)
  }

  @Test func theEscapeIsToldInThePackage() throws {
    let folder = try TemporaryFolder()
    try DatasetMaking.write([], to: folder.path, format: CSVFormat(profile: .excel))
    #expect(try folder.text("datapackage.json").contains("\"csvFormulaEscaped\": true"))
  }

  @Test func machineFilesHaveNoMarkAndTextsAsTheyAre() throws {
    let text = String(decoding: try nodes(["=1+1", "葛\u{E0101}城😀"], CSVFormat()).bytes, as: UTF8.self)
    #expect(text.hasPrefix("node_id,"))
    #expect(text.contains(",=1+1,") && text.contains("葛\u{E0101}城😀") && !text.contains("\r"))
  }

  @Test(.timeLimit(.minutes(5)))
  func whatCP932HasNotIsMarkedAndReported() throws {
    let (bytes, summary) = try nodes(["①㈱～〜－−髙﨑", "葛\u{E0101}城か\u{3099}", "吉😀é"], CSVFormat(profile: .cp932))
    let text = try #require(String(data: bytes, encoding: .shiftJIS))
    #expect(text.contains("①㈱～～－－髙﨑") && text.contains("葛城が,") && text.contains("吉〓〓,"))
    let titles = summary.replacements.filter { $0.file == "tables/nodes.csv" && $0.column == "title" }
    #expect(
      titles == [CSVReplacement(file: "tables/nodes.csv", row: 4, column: "title", characters: ["😀", "é"])])
    #expect(titles[0].message.contains("row 4, column title: U+1F600 U+00E9"))
  }

  @Test(.timeLimit(.minutes(5)))
  func everyHostileTextIsEncoded() throws {
    let encoder = try #require(CP932Encoder())
    for text in SampleDocument.hostileTexts + [String(repeating: "é", count: 100_000)] {
      let (bytes, lost) = encoder.encode(text)
      #expect(bytes.count >= lost.count * 2)
    }
  }
}
