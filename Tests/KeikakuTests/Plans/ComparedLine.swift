/// A line of a description with the lines that it stands below.
struct ComparedLine: Hashable, CustomStringConvertible {
  enum Kind: Sendable {
    case fact, node, indicator, action, relation, note
  }

  var kind: Kind
  /// From the document's name over the outermost line to this one.
  var path: [String]
  /// How many equal lines stand before it.
  var ordinal = 0

  var description: String { path.joined(separator: " › ") }

  static func lines(_ lines: [String], below document: String) -> Set<ComparedLine> {
    var path = [document]
    var result: Set<ComparedLine> = []
    for line in lines {
      let text = line.drop { $0 == " " }
      path = path.prefix((line.count - text.count) / 2 + 1) + [String(text)]
      var compared = ComparedLine(kind: kind(of: text), path: path)
      while !result.insert(compared).inserted { compared.ordinal += 1 }
    }
    return result
  }

  private static func kind(of line: Substring) -> Kind {
    if line.hasPrefix("- ") { return .action }
    if line.hasPrefix("= ") || line.hasPrefix("indicator: ") { return .indicator }
    if line.hasPrefix("relation: ") { return .relation }
    if line.hasPrefix("note: ") { return .note }
    return line.prefix { $0 != " " }.hasSuffix(":") ? .fact : .node
  }
}
