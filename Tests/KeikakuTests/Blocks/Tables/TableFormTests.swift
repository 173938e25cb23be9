import Foundation
import Testing

@testable import Keikaku

/// The cases of `Tests/Corpus/Tables`: a text, and the tables that must be found in it.
@Suite struct TableFormTests {
  struct Case: CustomTestStringConvertible {
    var file: String
    var line: Int
    var input: String
    var expected: String

    var testDescription: String { "\(file):\(line)" }
  }

  static let cases: [Case] = ["pipes", "html", "aligned", "stacked"].flatMap(load)

  private static func load(_ name: String) -> [Case] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../../../Corpus/Tables/\(name).txt").standardized
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var line = 1
    return text.components(separatedBy: "===\n").map { part in
      defer { line += part.components(separatedBy: "\n").count }
      let sections = part.components(separatedBy: ">>> ")
      let input = sections[1].dropFirst("input\n".count).replacingOccurrences(of: "\\f", with: "\u{C}")
      return Case(
        file: "\(name).txt", line: line, input: input, expected: String(sections[2].dropFirst("tables\n".count)))
    }
  }

  @Test func findsTheCases() { #expect(Self.cases.count >= 12) }

  @Test(arguments: cases) func readsTables(of one: Case) {
    let text = SourceText(bytes: Array(one.input.utf8))
    let regions = TableRunDetector.regions(in: text)
    let printed = regions.map(Self.print).joined(separator: "---\n")
    #expect(printed == one.expected, "\(one.file):\(one.line)")
    for region in regions { expectSound(region, in: text, at: "\(one.file):\(one.line)") }
  }

  /// A covered cell prints as `<`.
  static func print(_ region: PageHints.TableRegion) -> String {
    region.table.rows.map { row in
      row.map { $0.isCovered ? "<" : $0.text }.joined(separator: " ¦ ") + "\n"
    }.joined()
  }

  /// Cells lie inside the table, but for a header that is repeated from further up; and the table inside its lines.
  private func expectSound(_ region: PageHints.TableRegion, in text: SourceText, at place: String) {
    for cell in region.table.rows.dropFirst().joined() {
      #expect(cell.source.start >= region.table.source.start && cell.source.end <= region.table.source.end, "\(place)")
    }
    #expect(text.line(at: region.table.source.start) - 1 == region.lines.lowerBound, "\(place)")
    #expect(text.line(at: region.table.source.end - 1) == region.lines.upperBound, "\(place)")
  }
}
