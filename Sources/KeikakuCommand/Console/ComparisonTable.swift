import KeikakuExport

/// A comparison drawn for a terminal: one aligned table an indicator, a full-width letter counted as two columns.
enum ComparisonTable {
  /// The longest a cell of words may be; names of indicators run on.
  private static let longestWords = 36

  static func text(_ comparison: Comparison) -> String {
    var text = ""
    for block in comparison.blocks { text += self.text(ComparisonCells(block)) + "\n" }
    return text + comparison.legend.map { $0 + "\n" }.joined()
  }

  private static func text(_ cells: ComparisonCells) -> String {
    let rows = ([cells.headings] + cells.rows).map { row in
      row.enumerated().map { column, cell in cells.isNumeric[column] ? cell : shortened(cell) }
    }
    let widths = cells.headings.indices.map { column in rows.map { $0[column].displayColumns }.max() ?? 0 }
    var lines = rows.map { row in line(row, widths, cells.isNumeric) }
    lines.insert("  " + widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
    return "\(cells.title.withoutControls)\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ row: [String], _ widths: [Int], _ isNumeric: [Bool]) -> String {
    var line = ""
    for (column, cell) in row.enumerated() {
      let cell = cell.withoutControls
      let gap = String(repeating: " ", count: max(0, widths[column] - cell.displayColumns))
      line += "  " + (isNumeric[column] ? gap + cell : cell + gap)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func shortened(_ text: String) -> String {
    guard text.displayColumns > longestWords else { return text }
    var kept = ""
    for letter in text where kept.displayColumns + String(letter).displayColumns < longestWords { kept.append(letter) }
    return kept + "…"
  }
}
