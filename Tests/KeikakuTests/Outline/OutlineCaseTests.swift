import Testing

@testable import Keikaku

/// Runs `Corpus/Outlines.txt`: what heads and what does not, with chapters, sections and notes.
@Suite struct OutlineCaseTests {
  static let cases = CorpusCase.cases("Outlines.txt")

  @Test func corpusIsThere() { #expect(Self.cases.count >= 20) }

  @Test(arguments: cases) func readsHeadingsAndNotes(corpusCase: CorpusCase) {
    let input = corpusCase.input.map { $0 == "." ? "" : $0 }.joined(separator: "\n") + "\n"
    let document = Pipeline().document(from: SourceFile(name: "case.txt", bytes: Array(input.utf8)))
    #expect(Self.describe(document) == corpusCase.expected, sourceLocation: corpusCase.location)
  }

  /// One line a node below its parent, its actions behind `-`, the notes, and the codes of what was not understood.
  private static func describe(_ document: PlanDocument) -> [String] {
    var lines: [String] = []
    func write(_ parent: NodeID?, _ indent: String) {
      for (index, node) in document.nodes.enumerated() where node.parent == parent {
        lines.append("\(indent)\(node.kind.rawValue) \(node.number ?? "–") \(node.title.isEmpty ? "–" : node.title)")
        for action in document.actions where action.node == NodeID(index) {
          lines.append("\(indent)  - \(action.text) [\(action.status?.rawValue ?? "?")]")
        }
        write(NodeID(index), indent + "  ")
      }
    }
    write(nil, "")
    lines += document.notes.map { "note \($0.marker ?? "–") \($0.term ?? "–") \($0.text.isEmpty ? "–" : $0.text)" }
    let told = Set(document.diagnostics.map(\.code.name)).intersection(["statement.unread", "table.run_together"])
    return lines + told.sorted()
  }
}
