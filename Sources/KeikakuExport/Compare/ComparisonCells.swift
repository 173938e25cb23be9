import KeikakuText

/// A block of a comparison as a table to be read: headings and cells, without the columns that nothing stands in.
public struct ComparisonCells: Sendable {
  public var title: String
  public var headings: [String]
  public var rows: [[String]]
  /// Whether a column holds figures, which stand at its right.
  public var isNumeric: [Bool]

  private static let columns: [(heading: String, isNumeric: Bool, cell: @Sendable (ComparedIndicator) -> String)] = [
    ("municipality", false, { $0.plan.municipality ?? $0.plan.file }),
    ("plan", false, { period(of: $0.plan) }),
    ("as written", false, { ($0.isFlipped ? "−1 × " : "") + $0.writtenName }),
    ("baseline", true, { FigureText.text($0.baseline) }),
    ("target", true, { FigureText.text($0.target) }),
    ("change", true, { FigureText.change($0.change, unit: $0.baseline?.unit) }),
    ("per year", true, { FigureText.change($0.changePerYear, unit: $0.baseline?.unit) }),
    ("% per year", true, { percentPerYear(of: $0) }),
    ("latest actual", true, { FigureText.text($0.actual) }),
    ("progress", true, { FigureText.percent($0.progress) }),
  ]

  public init(_ block: Comparison.Block) {
    title = "\(block.code)  \(block.name)" + (block.goodDirection.map { "  (\($0) is good)" } ?? "")
    let cells = block.rows.map { row in Self.columns.map { $0.cell(row) } }
    let kept = Self.columns.indices.filter { column in column < 3 || cells.contains { !$0[column].isEmpty } }
    headings = kept.map { Self.columns[$0].heading }
    isNumeric = kept.map { Self.columns[$0].isNumeric }
    rows = cells.map { row in kept.map { row[$0].isEmpty ? "-" : row[$0] } }
  }

  private static func period(of plan: ComparedPlan) -> String {
    switch (plan.startYear, plan.endYear) {
    case (let start?, let end?): "\(start)-\(end)"
    default: plan.municipality == nil ? "" : plan.file
    }
  }

  private static func percentPerYear(of row: ComparedIndicator) -> String {
    row.percentPerYear.map { ($0 > 0 ? "+" : "") + "\(FigureText.grouped($0.rounded(toPlaces: 1)))%" } ?? ""
  }
}

extension Comparison {
  /// What the marks in the tables mean, as far as they occur.
  public var legend: [String] {
    let rows = blocks.flatMap(\.rows)
    return [
      rows.contains { $0.target?.isYearAssumed ?? false }
        ? "* the target names no year; the plan's last year is taken" : nil,
      rows.contains(where: \.isFlipped)
        ? "−1 × the plan counts the opposite; its figures are shown with the other sign" : nil,
    ].compactMap { $0 }
  }

  /// The tables in Markdown.
  public var markdown: String {
    var text = ""
    for cells in blocks.map(ComparisonCells.init) {
      text += "## \(cells.title)\n\n"
      text += Self.markdownRow(cells.headings)
      text += Self.markdownRow(cells.isNumeric.map { $0 ? "---:" : "---" })
      text += cells.rows.map(Self.markdownRow).joined() + "\n"
    }
    return text + legend.map { "\($0.replacing("*", with: "\\*"))\n" }.joined(separator: "\n")
  }

  private static func markdownRow(_ cells: [String]) -> String {
    let escaped = cells.map { cell in
      cell.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("*", with: "\\*").replacing(
        "<", with: "&lt;"
      )
      .replacing("\n", with: " ")
    }
    return "| \(escaped.joined(separator: " | ")) |\n"
  }
}
