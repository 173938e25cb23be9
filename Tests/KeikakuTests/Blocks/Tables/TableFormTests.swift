import Testing

@testable import Keikaku

/// The cases of `Corpus/TableForms`: a text, and the tables that must be found in it.
@Suite struct TableFormTests {
  static let cases = ["pipes", "drawn", "commas", "html", "aligned", "spaced", "words", "stacked", "labelled"].flatMap {
    TextCase.load("TableForms/\($0).txt")
  }

  @Test func findsTheCases() { #expect(Self.cases.count >= 12) }

  @Test(arguments: cases) func readsTables(of one: TextCase) {
    let text = SourceText(bytes: Array(one["input"].utf8))
    let regions = TableRunDetector.regions(in: text)
    let printed = regions.map(Self.print).joined(separator: "---\n")
    #expect(printed == one["tables"], "\(one.testDescription)")
    for region in regions { expectSound(region, in: text, at: "\(one.testDescription)") }
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
