import KeikakuText

@testable import Keikaku

/// Tables for tests, from lines whose cells are held apart by `|` or a tab.
enum TestTable {
  /// The cells keep their place: ranges count the bytes of the lines joined by line feeds. `<` alone is a cell that the
  /// one on its left covers, `^` one that the cell above covers.
  static func table(_ lines: [String]) -> Table {
    var start = 0
    var rows: [[Table.Cell]] = []
    for line in lines {
      rows.append(row(line, at: start))
      start += line.utf8.count + 1
    }
    return Table(rows: rows, form: .pipes, source: SourceRange(start: 0, end: UInt32(max(0, start - 1))))
  }

  private static func row(_ line: String, at start: Int) -> [Table.Cell] {
    let separator: Character = line.contains("\t") ? "\t" : "|"
    var cells: [Table.Cell] = []
    var offset = start
    for piece in line.split(separator: separator, omittingEmptySubsequences: false) {
      let leading = piece.prefix { $0 == " " }.utf8.count
      let text = piece.drop { $0 == " " }
      let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
      let from = offset + leading
      append(trimmed, SourceRange(from..<from + trimmed.utf8.count), to: &cells)
      offset += piece.utf8.count + 1
    }
    return cells
  }

  private static func append(_ text: String, _ source: SourceRange, to cells: inout [Table.Cell]) {
    guard text == "<" || text == "^" else { return cells.append(Table.Cell(text: text, source: source)) }
    var cell = Table.Cell(text: "", source: SourceRange(start: source.start, end: source.start))
    cell.isCovered = true
    cells.append(cell)
    guard text == "<", let owner = cells.lastIndex(where: { !$0.isCovered }) else { return }
    cells[owner].columnSpan += 1
  }
}
