/// Finds the tab tables of a text and writes them in other forms.
enum TabTables {
  /// Rewrites runs of tab rows as tables, and all other lines one by one.
  static func mapLines(_ text: String, table: ([[String]]) -> [String], line: (String) -> [String]) -> String {
    var result: [String] = []
    var run: [[String]] = []
    for one in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""] {
      if one.contains("\t") {
        run.append(one.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
      } else {
        if !run.isEmpty { result += [""] + table(run) + [""] }
        run = []
        result += line(one)
      }
    }
    return result.dropLast().joined(separator: "\n")
  }

  static func mapLines(_ text: String, table: ([String]) -> [String], line: (String) -> [String]) -> String {
    mapLines(text, table: { rows in table(rows.map { $0.joined(separator: "\t") }) }, line: line)
  }

  /// Rewrites each cell of the tab tables.
  static func mapCells(_ text: String, _ change: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.contains("\t") else { return String(line) }
      return line.split(separator: "\t", omittingEmptySubsequences: false).map { change(String($0)) }.joined(
        separator: "\t")
    }.joined(separator: "\n")
  }

  static func pipes(_ rows: [[String]]) -> [String] {
    let rows = squared(rows)
    let lines = rows.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" }
    return [lines[0], "|" + String(repeating: "---|", count: rows[0].count)] + lines.dropFirst()
  }

  static func html(_ rows: [[String]]) -> [String] {
    ["<table>"]
      + squared(rows).map { row in
        let cells = row.map { "<td>" + $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;") + "</td>" }
        return "<tr>" + cells.joined() + "</tr>"
      } + ["</table>"]
  }

  /// Columns as wide as their widest cell and two blanks, full-width letters counted as two.
  static func aligned(_ rows: [[String]]) -> [String] {
    let rows = squared(rows)
    let widths = rows[0].indices.map { column in rows.map { width($0[column]) }.max()! + 3 }
    return rows.map { row in
      let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func squared(_ rows: [[String]]) -> [[String]] {
    let columns = rows.map(\.count).max()!
    return rows.map { $0.map { $0.trimmingBlanks } + Array(repeating: "", count: columns - $0.count) }
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 || (0xFF61...0xFF9F).contains($1.value) ? 1 : 2) }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " || text.first == "\u{3000}" { text.removeFirst() }
    while text.last == " " || text.last == "\u{3000}" { text.removeLast() }
    return String(text)
  }
}
