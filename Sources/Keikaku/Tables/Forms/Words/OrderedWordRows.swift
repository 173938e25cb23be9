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

  /// A part of a cell in one line.
  private struct Piece {
    var source: Range<Int>
    var width: Int
    /// Nothing stands behind it in its line.
    var endsLine: Bool
    var endsSentence: Bool
    var endsDepartment: Bool
    /// The width of the letters at its start that no line break parts.
    var head: Int
  }

  private static let mostPieces = 120
  private static let mostWidths = 2000

  /// Nil where no way or more than one puts the pieces into rows.
  func rows(_ lines: [WordTableLine]) -> [[Table.Cell]]? {
    let pieces = lines.flatMap(self.pieces)
    guard !pieces.isEmpty, pieces.count <= Self.mostPieces, let widths = widths(pieces) else { return nil }
    var found: (starts: [Int], total: Int)?
    var isCertain = false
    for widths in widths {
      let total = widths.reduce(0, +)
      if let found, total > found.total + found.total / Self.shareOfDoubt { break }
      guard let way = way(pieces, widths) else { continue }
      guard let known = found else {
        found = (way.starts, total)
        isCertain = way.isAlone
        continue
      }
      if way.starts.count < known.starts.count {
        (found, isCertain) = ((way.starts, known.total), way.isAlone)
      } else if way.starts.count == known.starts.count {
        isCertain = isCertain && way.isAlone && way.starts == known.starts
      }
    }
    return isCertain ? found.map { cells(pieces, $0.starts) } : nil
  }

  /// Columns that are wider by this share of all their widths may as well be the true ones.
  private static let shareOfDoubt = 8

  private func pieces(_ line: WordTableLine) -> [Piece] {
    line.segments.indices.map { index in
      let source = line.segments[index].source
      let text = rows.string(source)
      return Piece(
        source: source, width: rows.width(source), endsLine: index == line.segments.count - 1,
        endsSentence: text.hasSuffix("。"), endsDepartment: DepartmentNames.end(text), head: Self.head(of: text))
    }
  }

  private static func head(of text: String) -> Int {
    guard let first = text.first else { return 0 }
    var end = text.index(after: text.startIndex)
    if isLatin(first) { end = text[end...].firstIndex { !isLatin($0) } ?? text.endIndex }
    let letters = text[..<end].count * (isLatin(first) ? 1 : 2)
    return letters + 2 * text[end...].prefix { "、。，．）」』】・？！ー".contains($0) }.count
  }

  private static func isLatin(_ letter: Character) -> Bool { letter.isASCII && (letter.isLetter || letter.isNumber) }

  // MARK: Widths

  /// The widths that the columns may have, the narrowest first: each is that of a piece, and none less than that of a piece
  /// that is surely its.
  private func widths(_ pieces: [Piece]) -> [[Int]]? {
    let all = Set(pieces.map(\.width)).sorted()
    var least = [Int](repeating: 0, count: columns)
    var line: [Piece] = []
    for piece in pieces {
      line.append(piece)
      guard piece.endsLine else { continue }
      if line.count == columns {
        for (column, piece) in line.enumerated() { least[column] = max(least[column], piece.width) }
      }
      line = []
    }
    var widths: [[Int]] = [[]]
    for column in 0..<columns {
      let most = column == department ? Self.widestDepartment : .max
      let own = all.filter { $0 >= least[column] && $0 <= most }
      guard widths.count * own.count <= Self.mostWidths else { return nil }
      widths = widths.flatMap { widths in own.map { widths + [$0] } }
    }
    return widths.sorted { $0.reduce(0, +) < $1.reduce(0, +) }
  }

  private static let widestDepartment = 28

  // MARK: Cells

  private struct Way {
    /// The index of the first piece of each cell.
    var starts: [Int]
    /// No other way makes as few rows.
    var isAlone: Bool
  }

  /// From a piece and a column on: how many cells there are at least, in how many ways, and where the first cell ends.
  private struct Rest {
    var cells = Int.max
    var ways = 0
    var end = 0
  }

  /// How the pieces make the fewest rows in columns of such widths; nil where they make none.
  private func way(_ pieces: [Piece], _ widths: [Int]) -> Way? {
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
    return Way(starts: starts, isAlone: rests[0][0].ways == 1)
  }

  /// Where a cell that begins with a piece may end: behind each piece up to the first that cannot go on.
  private func ends(of pieces: [Piece], from start: Int, _ column: Int, _ width: Int) -> [Int] {
    var ends: [Int] = []
    var last = start
    while last < pieces.count, pieces[last].width <= width {
      let piece = pieces[last]
      if mayEnd(piece, column) { ends.append(last + 1) }
      guard piece.endsLine, last + 1 < pieces.count, goesOn(piece, with: pieces[last + 1], column, width) else { break }
      last += 1
    }
    return ends
  }

  private func mayEnd(_ piece: Piece, _ column: Int) -> Bool {
    (column != department || piece.endsDepartment) && (column + 1 < columns || piece.endsLine)
  }

  private func goesOn(_ piece: Piece, with next: Piece, _ column: Int, _ width: Int) -> Bool {
    if column == department, piece.endsDepartment { return false }
    return !piece.endsSentence && piece.width + next.head + Self.tolerance > width
  }

  /// Letters of fonts with proportional widths are narrower than they count.
  private static let tolerance = 1

  private func cells(_ pieces: [Piece], _ starts: [Int]) -> [[Table.Cell]] {
    let ends = starts.dropFirst() + [pieces.count]
    let cells = zip(starts, ends).map { start, end in pieces[start..<end].map(\.source) }
    return stride(from: 0, to: cells.count, by: columns).map { first in
      CellsOfPieces(rows: rows).row(Array(cells[first..<first + columns]))
    }
  }
}
