/// Shows the stages of a document's way as text for people, one unit a line: what it is, where it stands, what it says.
enum StagePrinter {
  /// Each line with its parts: `12 text | body "…" | terminator "\n"`.
  static func lines(_ table: LineTable) -> String {
    table.lines.indices.map { index in
      let parts = table.parts(of: table[index]).map { part in
        "\(part.kind) \(quoted(table.text.string(SourceRange(start: part.start, end: part.end))))"
      }
      return "\(index + 1) \(table[index].shape) | " + parts.joined(separator: " | ") + "\n"
    }.joined()
  }

  static func blocks(_ blocks: [Block], _ text: SourceText) -> String {
    blocks.map { describe($0, text) + "\n" }.joined()
  }

  /// The outline, indented by depth, with the blocks below each heading.
  static func tree(_ outline: Outline, _ text: SourceText) -> String {
    var result = outline.cover.map { "cover " + describe(outline.blocks[$0], text) + "\n" }.joined()
    for entry in outline.entries {
      let indent = String(repeating: "  ", count: entry.depth)
      result += "\(indent)\(text.line(at: entry.source.start)) \(role(entry.role)) \(heading(entry.heading))\n"
      for block in entry.blocks { result += "\(indent)  \(describe(outline.blocks[block], text))\n" }
    }
    return result
  }

  private static func describe(_ block: Block, _ text: SourceText) -> String {
    let lines =
      block.lines.count > 1
      ? "\(block.lines.lowerBound + 1)-\(block.lines.upperBound)" : "\(block.lines.lowerBound + 1)"
    switch block.content {
    case .heading(let content): return "\(lines) heading \(heading(content))"
    case .paragraph(let content): return "\(lines) paragraph \(quoted(content.text))"
    case .list(let items):
      return "\(lines) list "
        + items.map { ($0.number.map { $0 + " " } ?? "") + quoted($0.text.text) }.joined(separator: " ")
    case .table(let table):
      return "\(lines) table \(table.form.rawValue) \(table.rows.count)x\(table.columnCount) "
        + table.rows.map { "[" + $0.map(\.text).joined(separator: "|") + "]" }.joined(separator: " ")
    case .cells: return "\(lines) cells \(quoted(text.string(block.source)))"
    case .note(let note): return "\(lines) note \(note.marker ?? "-") \(note.term ?? "-") \(quoted(note.text.text))"
    case .references(let list): return "\(lines) references \(quoted(list.text.text))"
    case .contents(let content): return "\(lines) contents \(heading(content))"
    case .furniture: return "\(lines) furniture \(quoted(text.string(block.source)))"
    case .fragment(let content): return "\(lines) fragment \(quoted(content.text))"
    }
  }

  private static func heading(_ heading: Heading) -> String {
    [
      heading.markdownLevel > 0 ? String(repeating: "#", count: heading.markdownLevel) : nil,
      heading.mark.map(String.init),
      heading.label, heading.number.map { "\($0) (\(heading.numberStyle))" }, quoted(heading.title),
      heading.relisted ? "relisted" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }

  private static func role(_ role: Outline.Role) -> String {
    switch role {
    case .node(let kind): kind.rawValue
    case .mention: "mention"
    default: "\(role)"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0C}": result += "\\f"
      case "\"", "\\": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
