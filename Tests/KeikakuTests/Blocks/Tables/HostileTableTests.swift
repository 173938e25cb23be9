import Foundation
import Testing

@testable import Keikaku

/// Inputs that no plan holds but a program must survive, in time proportional to their size.
@Suite struct HostileTableTests {
  static let pieces: [(name: String, text: String)] = [
    ("tabs", String(repeating: "\t", count: 100_000)),
    ("pipes in one line", String(repeating: "|", count: 100_000)),
    ("lines of one pipe", String(repeating: "|\n", count: 30_000)),
    ("lines of dashes", String(repeating: "|---|\n", count: 20_000)),
    ("cells closed by a pipe", String(repeating: "指標 |\n", count: 10_000)),
    ("tables never closed", String(repeating: "<table>", count: 20_000)),
    ("cells never closed", "<table>" + String(repeating: "<td>", count: 20_000)),
    (
      "nested tables",
      String(repeating: "<table><tr><td>", count: 20_000) + String(repeating: "</table>", count: 20_000)
    ),
    (
      "wide spans",
      "<table>" + String(repeating: "<tr><td colspan=1000 rowspan=60000>x</td></tr>", count: 300) + "</table>"
    ),
    ("header words", String(repeating: "目標値\n", count: 2_000)),
    ("header words in brackets", String(repeating: "（数値目標）\n", count: 5_000)),
    ("header words and values", String(repeating: "指標\n基準値\n目標値\n1\n", count: 5_000)),
    ("blanks", String(repeating: " ", count: 300_000)),
    ("gaps in one line", String(repeating: "あ  ", count: 30_000)),
    ("two segments a line", String(repeating: "あ    い\n", count: 10_000)),
    ("combining marks", String(repeating: "1\u{301}", count: 30_000)),
    ("form feeds", String(repeating: "あ    1\n\u{C}", count: 5_000)),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: pieces.map(\.name)) func takesLittleTime(name: String) {
    let text = Self.pieces.first { $0.name == name }!.text
    let regions = TableRunDetector.regions(in: SourceText(bytes: Array(text.utf8)))
    for (left, right) in zip(regions, regions.dropFirst()) {
      #expect(left.lines.upperBound <= right.lines.lowerBound, "\(name)")
    }
  }
}
