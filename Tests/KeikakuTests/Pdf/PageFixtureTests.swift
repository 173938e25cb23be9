import Foundation
import Testing

@testable import Keikaku

/// Pages that are set in unusual ways come out as the text beside them; `RECORD_SNAPSHOTS=1` writes it anew.
@Suite(.disabled(if: PopplerHere.isMissing, PopplerHere.reason))
struct PageFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Fixtures/Pages").standardized

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".pdf") }
      .map { String($0.dropLast(4)) }.sorted()) ?? []

  @Test func thereAreFixtures() { #expect(Self.names.count >= 6) }

  @Test(arguments: PageFixtureTests.names)
  func textIsAsRecorded(_ name: String) throws {
    let document = try PdfReader.read(path: Self.folder.appendingPathComponent("\(name).pdf").path)
    let found = Self.description(of: document)
    let file = Self.folder.appendingPathComponent("\(name).txt")
    guard (try? String(contentsOf: file, encoding: .utf8)) != found else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name).txt was recorded; run the tests again without RECORD_SNAPSHOTS")
    } else {
      Issue.record("\(name).txt is stale; run: RECORD_SNAPSHOTS=1 swift test --filter PageFixtureTests")
    }
  }

  /// The printed page numbers, the diagnostics, and the lines: furniture behind `#`, what stands in boxes of a diagram behind `|`.
  private static func description(of document: PdfDocumentText) -> String {
    let numbers = document.hints.printedPages.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    let codes = document.codes.isEmpty ? "none" : document.codes.joined(separator: " ")
    var text = "printed pages: \(numbers)\ndiagnostics: \(codes)\n\n"
    let lines = document.string.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (index, line) in lines.enumerated() {
      let mark =
        document.hints.furniture.contains(index)
        ? "# " : document.hints.look(ofLine: index).joinsFrames ? "| " : line.isEmpty ? "" : "  "
      let pageBreak = line.first == "\u{0C}" ? "--------\n" : ""
      text += pageBreak + mark + line.drop { $0 == "\u{0C}" } + "\n"
    }
    return text
  }
}
