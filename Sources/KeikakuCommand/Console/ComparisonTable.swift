import KeikakuExport

/// A comparison drawn for a terminal: one aligned table an indicator, a full-width letter counted as two columns.
enum ComparisonTable {
  /// How long a cell of words may be; names of indicators run on.
  private static let wordColumns = 12...36

  /// - Parameter columns: how wide the terminal is; nil for no terminal. Names are shortened to fit, figures never.
  static func text(_ comparison: Comparison, columns: Int? = nil) -> String {
    var text = ""
    for block in comparison.blocks { text += self.text(ComparisonCells(block), columns) + "\n" }
    return text + comparison.legend.map { $0 + "\n" }.joined()
  }

  private static func text(_ cells: ComparisonCells, _ columns: Int?) -> String {
    let whole = Self.rows(cells, wordColumns.upperBound)
    let width = widths(of: whole).reduce(0) { $0 + $1 + 2 }
    let longest = zip(widths(of: whole), cells.isNumeric).filter { !$0.1 }.map(\.0).max() ?? 0
    let limit = columns.map { longest - max(0, width - $0) } ?? longest
    let rows = Self.rows(cells, max(wordColumns.lowerBound, limit))
    let widths = widths(of: rows)
    var lines = rows.map { row in line(row, widths, cells.isNumeric) }
    lines.insert("  " + widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
    return "\(cells.title.withoutControls)\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The headings and rows, words no longer than the limit.
  private static func rows(_ cells: ComparisonCells, _ limit: Int) -> [[String]] {
    ([cells.headings] + cells.rows).map { row in
      row.enumerated().map { column, cell in
        cells.isNumeric[column] ? cell.withoutControls : shortened(cell.withoutControls, limit)
      }
    }
  }

  private static func widths(of rows: [[String]]) -> [Int] {
    rows[0].indices.map { column in rows.map { $0[column].displayColumns }.max() ?? 0 }
  }

  private static func line(_ row: [String], _ widths: [Int], _ isNumeric: [Bool]) -> String {
    var line = ""
    for (column, cell) in row.enumerated() {
      let gap = String(repeating: " ", count: max(0, widths[column] - cell.displayColumns))
      line += "  " + (isNumeric[column] ? gap + cell : cell + gap)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func shortened(_ text: String, _ limit: Int) -> String {
    guard text.displayColumns > limit else { return text }
    var kept = ""
    for letter in text {
      guard kept.displayColumns + String(letter).displayColumns < limit else { break }
      kept.append(letter)
    }
    return kept + "…"
  }
}
