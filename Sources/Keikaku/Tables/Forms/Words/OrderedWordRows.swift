/// The rows of a table of words whose cells stand one after the other, with one blank between those of a line: their order
/// alone tells the columns.
///
///     創業セミナーの
///     開催 町内の全地区で順次実施します。 学校教育
///     課
///
/// A blank within a line ends a cell. The end of a line does so, or it wraps the cell: then the first letters of the next
/// line did not fit into the column any more. Of the ways that this leaves the true one has narrow columns, since all of
/// them stand side by side on a page, and the fewest rows, since a line that fills its column by chance is rare; where
/// these do not tell it, the rows are not read.
struct OrderedWordRows {
  let columns: Int
  /// The column of departments, whose names have an ending of their own.
  let department: Int?
  let rows: TextLines
  private var narrow: NarrowColumns { NarrowColumns(count: columns, department: department) }

  /// Nil where no way or more than one puts the pieces into rows.
  func rows(_ lines: [WordTableLine]) -> [[Table.Cell]]? {
    let pieces = lines.flatMap { WordPiece.pieces(of: $0, in: rows) }
    return narrow.narrowest(pieces) { way(pieces, $0) }.map { cells(pieces, $0) }
  }

  // MARK: Cells

  /// From a piece and a column on: how many cells there are at least, in how many ways, and where the first cell ends.
  private struct Rest {
    var cells = Int.max
    var ways = 0
    var end = 0
  }

  /// How the pieces make the fewest rows in columns of such widths; nil where they make none.
  private func way(_ pieces: [WordPiece], _ widths: [Int]) -> NarrowColumns.Way<[Int]>? {
    var rests = [[Rest]](repeating: Array(repeating: Rest(), count: columns), count: pieces.count + 1)
    rests[pieces.count][0] = Rest(cells: 0, ways: 1)
    for start in pieces.indices.reversed() {
      for column in 0..<columns {
        for end in ends(of: pieces, from: start, column, widths[column]) {
          let rest = rests[end][column + 1 == columns ? 0 : column + 1]
          guard rest.ways > 0 else { continue }
          if rest.cells + 1 < rests[start][column].cells {
            rests[start][column] = Rest(cells: rest.cells + 1, ways: rest.ways, end: end)
          } else if rest.cells + 1 == rests[start][column].cells {
            rests[start][column].ways = 2
          }
        }
      }
    }
    guard rests[0][0].ways > 0 else { return nil }
    var starts: [Int] = []
    var start = 0
    while start < pieces.count {
      let column = starts.count % columns
      starts.append(start)
      start = rests[start][column].end
    }
    return NarrowColumns.Way(dealt: starts, count: starts.count, isAlone: rests[0][0].ways == 1)
  }

  /// Where a cell that begins with a piece may end: behind each piece up to the first that cannot go on.
  private func ends(of pieces: [WordPiece], from start: Int, _ column: Int, _ width: Int) -> [Int] {
    var ends: [Int] = []
    var last = start
    while last < pieces.count, pieces[last].width <= width {
      let piece = pieces[last]
      if mayEnd(piece, column) { ends.append(last + 1) }
      guard piece.endsLine, last + 1 < pieces.count, narrow.goesOn(piece, with: pieces[last + 1], column, width) else {
        break
      }
      last += 1
    }
    return ends
  }

  private func mayEnd(_ piece: WordPiece, _ column: Int) -> Bool {
    (column != department || piece.endsDepartment) && (column + 1 < columns || piece.endsLine)
  }

  private func cells(_ pieces: [WordPiece], _ starts: [Int]) -> [[Table.Cell]] {
    let ends = starts.dropFirst() + [pieces.count]
    let cells = zip(starts, ends).map { start, end in pieces[start..<end].map(\.source) }
    return stride(from: 0, to: cells.count, by: columns).map { first in
      CellsOfPieces(rows: rows).row(Array(cells[first..<first + columns]))
    }
  }
}
