import Foundation
import Testing

@testable import Keikaku

@Suite(.disabled(if: PopplerHere.isMissing, PopplerHere.reason))
struct PdfReaderTests {
  @Test func readsRuledTableWithPlaces() throws {
    let table = [["Name", "Base", "Goal"], ["Births", "12", "15"], ["Jobs", "1,300", ""]]
    let pdf = PdfWriting(pages: [
      PdfWriting.text("Title of the plan", x: 60, y: 780, size: 20) + PdfWriting.table(table, x: 60, y: 700)
    ])
    let document = try pdf.use { try PdfReader.read(path: $0) }
    #expect(document.isReadable && document.pages == 1 && document.diagnostics.isEmpty)
    #expect(document.string.contains("Name\tBase\tGoal\nBirths\t12\t15\nJobs\t1,300\t\n"))
    let region = try #require(document.hints.tables.first)
    #expect(region.table.form == .ruled)
    #expect(region.table.rows.map { $0.map(\.text) } == table)
    let cell = region.table.rows[1][2]
    #expect(document.text.string(cell.source) == "15")
    let position = document.text.position(of: cell.source)
    #expect(position.page == 1)
    let box = try #require(position.box)
    // The cell begins 200 points right of the table and its row 20 points below its top, which is 142 points down the page.
    #expect(abs(box.x0 - 265) < 1 && box.y0 > 162 && box.y1 < 182)
  }

  @Test func joinsTableOverPageBreak() throws {
    let foot = [["Name", "Base"], ["Births", "12"]]
    let head = [["Name", "Base"], ["Jobs", "15"]]
    let pdf = PdfWriting(pages: [
      PdfWriting.table(foot, x: 60, y: 120) + PdfWriting.text("- 1 -", x: 290, y: 30),
      PdfWriting.table(head, x: 60, y: 790) + PdfWriting.text("- 2 -", x: 290, y: 30),
    ])
    let document = try pdf.use { try PdfReader.read(path: $0) }
    #expect(document.hints.tables.count == 1)
    #expect(
      document.hints.tables.first?.table.rows.map { $0.map(\.text) } == [
        ["Name", "Base"], ["Births", "12"], ["Jobs", "15"],
      ])
    #expect(document.hints.printedPages == [1, 2])
    #expect(document.text.pageStarts.count == 2)
    #expect(document.hints.furniture.count == 2)
  }

  @Test func tellsLinesThroughBoxesOfADiagram() throws {
    let boxes = ["60 690 100 20 re S", "220 690 100 20 re S"].joined(separator: "\n") + "\n"
    let pdf = PdfWriting(pages: [
      boxes + PdfWriting.text("1 Work", x: 65, y: 696) + PdfWriting.text("Farming", x: 225, y: 696)
        + PdfWriting.text("2 People", x: 60, y: 600) + PdfWriting.text("Schools", x: 225, y: 600)
    ])
    let document = try pdf.use { try PdfReader.read(path: $0) }
    let lines = document.string.split(separator: "\n", omittingEmptySubsequences: false)
    let joined = lines.indices.filter { document.hints.look(ofLine: $0).joinsFrames }
    #expect(joined.map { lines[$0] } == ["1 Work Farming"])
  }

  @Test(arguments: ["-q", "a b.pdf", "it's \"so\".pdf", "計画 ;$(id).pdf", "--help"])
  func takesAnyName(_ name: String) throws {
    let pdf = PdfWriting(pages: [PdfWriting.text("Some words", x: 60, y: 700)])
    let document = try pdf.use(as: name) { try PdfReader.read(path: $0) }
    #expect(document.string.hasPrefix("Some words"))
  }

  @Test func saysWhichProgramIsMissing() {
    var options = PdfReader.Options()
    options.searchPath = "/nowhere"
    #expect(PdfReader.missingProgram(options: options) == .missingProgram(name: "pdfinfo", package: "poppler-utils"))
  }

  @Test func saysWhatIsWrongWithFile() throws {
    var damaged = PdfWriting(pages: [])
    #expect(try damaged.use { try PdfReader.read(path: $0) }.codes == ["pdf.damaged"])
    damaged.pages = [""]
    let empty = try damaged.use { try PdfReader.read(path: $0) }
    #expect(empty.codes == ["pdf.image_only"] && empty.isReadable)
  }

  @Test func everyWordIsInTheText() throws {
    for style in PdfFixture.all {
      let document = try PdfReader.read(path: style.path)
      let boxes = document.text.wordBoxes
      #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.range.end <= $1.range.start }, "\(style.name)")
      let text = Set(boxes.map { document.text.string($0.range) })
      let poppler = try Poppler(searchPath: PdfReader.Options().searchPath)
      let output = poppler.words(style.path, pages: 1...document.pages, deadline: PdfDeadline(pages: 1)).parts
      // Shadow copies are dropped by design; what is left has to be there letter by letter.
      guard style.name != "shadow" else { continue }
      for word in output.flatMap({ BoxParser.pages(of: $0.output) }).flatMap(\.words) {
        let isThere = text.contains(word.text) || document.string.contains(word.text)
        #expect(isThere, "\(style.name): \(word.text)")
      }
    }
  }
}

/// A printed page with the tables that it was printed from.
struct PdfFixture: CustomTestStringConvertible {
  var name: String
  var path: String
  var tables: [[[String]]]
  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Fixtures/Pdf").standardized.path

  static let all: [PdfFixture] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
      guard name.hasSuffix(".pdf") else { return nil }
      struct Truth: Decodable { var tables: [[[String]]] }
      let stem = String(name.dropLast(4))
      let truth = try JSONDecoder().decode(
        Truth.self, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(stem).json")))
      return PdfFixture(name: stem, path: "\(folder)/\(name)", tables: truth.tables)
    }) ?? []
}
