/// A table as a grid of cells, whatever form of text it came in.
///
/// Tabs, pipes, HTML, aligned columns, single blanks, one cell a line and the ruled tables of a PDF page all become this;
/// nothing above knows which it was.
struct Table: Sendable {
  struct Cell: Sendable {
    /// The cell's text with marks of the table form removed and wrapped lines joined; otherwise as it stands.
    var text: String
    /// Empty at its place for a cell that only fills the grid.
    var source: SourceRange
    /// How many columns it covers; the covered cells follow as empty cells with `isCovered`.
    var columnSpan = 1
    var rowSpan = 1
    /// Its lines, where the table's form marks their ends and it has more than one: `<br>`, a line break in quotes, the lines
    /// of a printed cell.
    var lines: [String] = []
    /// True for a cell that a merged cell to its left or above covers.
    var isCovered = false

    init(text: String, source: SourceRange) {
      self.text = text
      self.source = source
    }

    var isEmpty: Bool { text.isEmpty }
  }

  /// What kind of writing the table came in, for diagnostics and for how far the columns can be trusted.
  enum Form: String, Sendable {
    case tabs, pipes, drawn, commas, html, aligned, spaced, stacked, labelled, ruled, bands, gutters
  }

  /// Rows may differ in length: ragged rows are common and mean something.
  var rows: [[Cell]]
  var form: Form
  var source: SourceRange
  /// The cells stand one below the other in the order of the text, which does not tell their row or column.
  var isUnordered = false
  /// The column without a head whose cells explain the names beside them.
  var definitionColumn: Int?

  var columnCount: Int { rows.reduce(0) { max($0, $1.count) } }
}

extension TextLines {
  /// A cell of what stands in a range.
  func cell(_ range: Range<Int>) -> Table.Cell { Table.Cell(text: string(range), source: SourceRange(range)) }

  /// Lines as they stand, a cell each.
  func cells(of lines: some Sequence<Int>) -> [[Table.Cell]] {
    lines.map { [cell(content($0))] }
  }

  /// A cell of Markdown, of the pieces of one line or several, without the marks for bold and the like.
  func markdownCell(_ parts: [Range<Int>]) -> Table.Cell {
    let filled = parts.filter { !$0.isEmpty }
    let range = (filled.first ?? parts[0]).lowerBound..<(filled.last ?? parts[0]).upperBound
    let lines = filled.flatMap { CellText.linesWithoutInlineMarks(string($0)) }
    return Table.Cell(lines: lines, source: SourceRange(range))
  }

  /// The table that some lines hold.
  func region(
    _ lines: Range<Int>, _ cells: [[Table.Cell]], form: Table.Form, isUnordered: Bool = false
  ) -> PageHints.TableRegion {
    let source = content(lines.lowerBound).lowerBound..<content(lines.upperBound - 1).upperBound
    var table = Table(rows: cells, form: form, source: SourceRange(source))
    table.isUnordered = isUnordered
    return PageHints.TableRegion(lines: lines, table: table)
  }
}
