import Foundation
import Testing

@testable import Keikaku

/// Whole invented plans of real municipalities, in many styles (`Corpus/Plans`): what a careful reader takes from each
/// stands beside it in a file `.expected`.
///
/// A line counts as found where the document's description has the same line below the same line. The figures over all
/// plans must reach those below; what differs is printed.
@Suite struct PlanCorpusTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "../Corpus/Plans")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  private static func document(_ name: String) throws -> PlanDocument {
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name + ".txt")))
    return Pipeline().document(from: SourceFile(name: name + ".txt", bytes: bytes))
  }

  /// The lines of one kind over all plans.
  private struct Lines {
    var expected: Set<ComparedLine> = []
    var found: Set<ComparedLine> = []

    var recall: Double { Double(expected.intersection(found).count) / Double(expected.count) }
    var precision: Double { Double(expected.intersection(found).count) / Double(found.count) }
    var differences: Comment {
      let missing = expected.subtracting(found).map { "missing: \($0)" }
      let invented = found.subtracting(expected).map { "invented: \($0)" }
      return Comment(rawValue: (missing + invented).sorted().joined(separator: "\n"))
    }
  }

  private static func lines(_ kind: ComparedLine.Kind) throws -> Lines {
    try names.reduce(into: Lines()) { lines, name in
      let expected = try String(contentsOf: folder.appendingPathComponent(name + ".expected"), encoding: .utf8)
      let wanted = ComparedLine.lines(expected.split(separator: "\n").map(String.init), below: name)
      let found = ComparedLine.lines(PlanLines(try document(name)).lines, below: name)
      lines.expected.formUnion(wanted.filter { $0.kind == kind })
      lines.found.formUnion(found.filter { $0.kind == kind })
    }
  }

  @Test func corpusIsThere() { #expect(Self.names.count >= 58) }

  @Test(arguments: [
    (ComparedLine.Kind.fact, 0.98), (ComparedLine.Kind.node, 0.99), (ComparedLine.Kind.indicator, 0.99),
    (ComparedLine.Kind.action, 0.99),
    (ComparedLine.Kind.relation, 1.0), (ComparedLine.Kind.note, 1.0),
  ])
  func figuresOverAllPlans(kind: ComparedLine.Kind, least: Double) throws {
    let lines = try Self.lines(kind)
    #expect(lines.recall >= least, lines.differences)
    #expect(lines.precision >= least, lines.differences)
  }

  /// Few characters are left to no rule.
  @Test func littleIsUnclassified() throws {
    let coverages = try Self.names.map { try Self.document($0).coverage }
    let unclassified = coverages.reduce(0) { $0 + $1.unclassified }
    #expect(Double(unclassified) <= 0.02 * Double(coverages.reduce(0) { $0 + $1.characters }))
  }

  @Test(arguments: names) func invariantsHold(name: String) throws {
    let document = try Self.document(name)
    Invariants.expectConsistent(document, "\(name)")
    Invariants.expectLossless(document.text, "\(name)")
    Invariants.expectBlocksCoverLines(document.text, "\(name)")
  }
}
