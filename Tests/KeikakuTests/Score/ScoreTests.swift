import Foundation
import Testing

@testable import Keikaku

/// The samples beside what a careful reader finds in them: recall, precision and exact rows by kind.
@Suite struct ScoreTests {
  private static let samples = Truth.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples")

  private static let scores: [DocumentScore.Result] = {
    guard let truth = try? Truth() else { return [] }
    return truth.documents.compactMap { name in
      let bytes = try? [UInt8](Data(contentsOf: samples.appending(path: name)))
      return bytes.map { DocumentScore(Pipeline().document(from: SourceFile(name: name, bytes: $0)), truth).result }
    }
  }()

  private static func total(_ kind: String) -> Tally {
    scores.compactMap { $0.tallies[kind] }.reduce(into: Tally()) { total, tally in
      total.expected += tally.expected
      total.found += tally.found
      total.exact += tally.exact
      total.extracted += tally.extracted
      total.right += tally.right
      total.silent += tally.silent
    }
  }

  struct Bound: Sendable {
    var kind: String
    var recall = 0.0
    var precision = 0.0
    var exact = 0.0
  }

  private static let bounds = [
    Bound(kind: "indicators", recall: 1, precision: 1, exact: 0.97),
    Bound(kind: "nodes", recall: 0.99, precision: 0.98, exact: 0.98),
    Bound(kind: "actions", recall: 0.97, exact: 0.93), Bound(kind: "relations", recall: 0.97, exact: 0.97),
    Bound(kind: "notes", recall: 0.95), Bound(kind: "facts", exact: 1),
  ]

  @Test(arguments: bounds)
  func samplesAreReadAsWellAsPromised(_ bound: Bound) {
    let tally = Self.total(bound.kind)
    let differences = Self.scores.flatMap(\.differences).filter {
      $0.contains(" \(bound.kind): ") || bound.kind == "facts"
    }
    let shown = Comment(rawValue: differences.prefix(12).joined(separator: "\n"))
    #expect(tally.expected > 0)
    #expect(tally.recall >= bound.recall, shown)
    #expect(tally.precision >= bound.precision, shown)
    #expect(tally.exactness >= bound.exact, shown)
    #expect(tally.silent == 0, shown)
  }

  @Test func allFiveSamplesAreScored() { #expect(Self.scores.count == 5) }

  @Test func theTruthIsTheAnnotationsWhereTheyAre() throws {
    let annotations = Self.samples.deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "shared/gold")
    guard FileManager.default.fileExists(atPath: annotations.path) else { return }
    for name in ["actions", "documents", "indicators", "nodes", "notes", "relations"] {
      let original = try Data(contentsOf: annotations.appending(path: "\(name).jsonl"))
      let copy = try Data(contentsOf: Truth.folder.appending(path: "\(name).jsonl"))
      #expect(original == copy, "Truth/\(name).jsonl is stale; run Tests/KeikakuTests/Truth/update")
    }
  }

  /// The figures as the README shows them.
  static var scoreboard: String {
    let share = { (value: Double) in String(format: "%.3f", value) }
    let lines = ["indicators", "nodes", "actions", "relations", "notes"].map { kind in
      let tally = total(kind)
      return
        "| \(kind) | \(tally.expected) | \(share(tally.recall)) | \(share(tally.precision)) | \(share(tally.exactness)) |"
    }
    let facts = total("facts")
    return
      (["| | annotated | recall | precision | exact |", "| --- | --- | --- | --- | --- |"] + lines
      + ["| document facts | \(facts.expected) | | | \(share(facts.exactness)) |"]).joined(separator: "\n")
  }

  @Test func theScoreboardOfTheReadmeIsFresh() throws {
    let scoreboard = Self.scoreboard + "\n"
    let url = Self.samples.deletingLastPathComponent().appending(path: "README.md")
    let readme = try String(contentsOf: url, encoding: .utf8)
    let pieces = readme.components(separatedBy: "<!-- scoreboard -->\n")
    try #require(pieces.count == 3, "README.md has no scoreboard between its two marks")
    guard pieces[1] != scoreboard else { return }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let marked = [pieces[0], scoreboard, pieces[2]].joined(separator: "<!-- scoreboard -->\n")
      try marked.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("The scoreboard of README.md was recorded; run the tests again without RECORD_SNAPSHOTS")
    } else {
      Issue.record("The scoreboard of README.md is stale; run: RECORD_SNAPSHOTS=1 swift test")
    }
  }
}
