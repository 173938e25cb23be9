import Foundation
import Testing

@testable import Keikaku

/// Runs `Corpus/Hierarchies.txt`: documents in many styles of numbering and the nodes and actions that they hold.
@Suite struct HierarchyTests {
  static let cases = CorpusCase.cases("Hierarchies.txt")

  @Test(arguments: cases) func readsNodesAndActions(corpusCase: CorpusCase) {
    let input =
      corpusCase.input.map { $0 == "." ? "" : $0.replacingOccurrences(of: "⇥", with: "\t") }.joined(separator: "\n")
      + "\n"
    let document = Pipeline().document(from: SourceFile(name: "case.txt", bytes: Array(input.utf8)))
    #expect(describe(document) == corpusCase.expected, sourceLocation: corpusCase.location)
  }

  /// One line a node below its parent, actions with their status behind `-`.
  private func describe(_ document: PlanDocument) -> [String] {
    var lines: [String] = []
    func write(_ parent: NodeID?, _ indent: String) {
      for (index, node) in document.nodes.enumerated() where node.parent == parent && node.kind.rank >= 0 {
        lines.append("\(indent)\(node.kind.rawValue) \(node.number ?? "–") \(node.title)")
        for action in document.actions where action.node == NodeID(index) {
          lines.append("\(indent)  - \(action.text) [\(action.status?.rawValue ?? "?")]")
        }
        write(NodeID(index), indent + "  ")
      }
    }
    write(nil, "")
    return lines
  }
}
