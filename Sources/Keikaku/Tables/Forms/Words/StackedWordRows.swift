/// The rows of a table of words as plain `pdftotext` writes them out: the lines of all cells of a row from the highest to
/// the lowest, cells of one height from left to right, be they in one line of the text or in several.
///
///     体験型観光プ
///     環境
///     ログラムの造
///     町内の全地区で順次実施します。
///     課
///     成
///
/// is one row of three cells with three, one and two lines, set in the middle of the row. Where cells begin at the top of
/// the row, or lines stand so near that they are taken for one, its first lines come first, then its second. How many lines each cell has
/// tells the order of the pieces; which numbers of lines are the true ones, the widths tell (`NarrowColumns`).
struct StackedWordRows {
  let columns: Int
  let department: Int?
  let rows: TextLines

  /// How many lines each cell of a row has, and what that makes of its pieces from the first to the last.
  private struct Shape {
    /// The column of each piece.
    var columns: [Int] = []
    /// Its height; pieces of one line of the text have the same.
    var heights: [Int] = []
  }

  private static let mostLines = 5
  private static let mostPiecesOfRow = 9

  /// Nil where no way or more than one puts the pieces into rows.
  func rows(_ lines: [WordTableLine]) -> [[Table.Cell]]? {
    let pieces = lines.flatMap { WordPiece.pieces(of: $0, in: rows) }
    let narrow = NarrowColumns(count: columns, department: department)
    let centred = Self.shapes(columns, isCentred: true)
    let all = centred + Self.shapes(columns, isCentred: false)
    let dealt =
      narrow.narrowest(pieces) { way(pieces, $0, centred) } ?? narrow.narrowest(pieces) { way(pieces, $0, all) }
    return dealt.map { cells(pieces, $0) }
  }

  /// The whole texts that some pieces make as one row of cells, in every way in which they can.
  static func texts(_ pieces: [String], columns: Int) -> [[String]] {
    shapes(columns, isCentred: true).filter { $0.columns.count == pieces.count }.map { shape in
      var cells = [String](repeating: "", count: columns)
      for (column, piece) in zip(shape.columns, pieces) { cells[column] += piece }
      return cells
    }
  }

  private static func shapes(_ columns: Int, isCentred: Bool) -> [Shape] {
    var counts: [[Int]] = [[]]
    for _ in 0..<columns { counts = counts.flatMap { known in (1...mostLines).map { known + [$0] } } }
    return counts.filter { $0.reduce(0, +) <= mostPiecesOfRow }.map { counts in
      let places = counts.enumerated().flatMap { column, count in
        (0..<count).map { (height: isCentred ? 2 * $0 - count + 1 : 2 * $0, column: column) }
      }.sorted { ($0.height, $0.column) < ($1.height, $1.column) }
      return Shape(columns: places.map(\.column), heights: places.map(\.height))
    }
  }

  /// From a piece on: how many rows there are at least, in how many ways, and which shape the first has.
  private struct Rest {
    var rows = Int.max
    var ways = 0
    var columns: [Int] = []
  }

  /// How the pieces make the fewest rows in columns of such widths: the columns of all pieces, row by row.
  private func way(_ pieces: [WordPiece], _ widths: [Int], _ shapes: [Shape]) -> NarrowColumns.Way<[[Int]]>? {
    var rests = [Rest](repeating: Rest(), count: pieces.count + 1)
    rests[pieces.count] = Rest(rows: 0, ways: 1)
    for start in pieces.indices.reversed() {
      for shape in shapes where start + shape.columns.count <= pieces.count {
        let rest = rests[start + shape.columns.count]
        guard rest.ways > 0, rest.rows < rests[start].rows, fits(pieces[start...], shape, widths) else { continue }
        if rest.rows + 1 < rests[start].rows {
          rests[start] = Rest(rows: rest.rows + 1, ways: rest.ways, columns: shape.columns)
        } else if shape.columns != rests[start].columns {
          rests[start].ways = 2
        }
      }
    }
    guard rests[0].ways > 0 else { return nil }
    var dealt: [[Int]] = []
    var start = 0
    while start < pieces.count {
      dealt.append(rests[start].columns)
      start += rests[start].columns.count
    }
    return NarrowColumns.Way(dealt: dealt, count: rests[0].rows, isAlone: rests[0].ways == 1)
  }

  /// The first of some pieces may be a row of such a shape: what stands in one line of the text has one height, and a cell
  /// goes on in the next of its lines where it fills the column.
  private func fits(_ pieces: ArraySlice<WordPiece>, _ shape: Shape, _ widths: [Int]) -> Bool {
    var last = [WordPiece?](repeating: nil, count: columns)
    for (place, piece) in zip(shape.columns.indices, pieces) {
      let column = shape.columns[place]
      guard piece.width <= widths[column] else { return false }
      let isLast = place + 1 == shape.columns.count
      guard piece.endsLine || !isLast && shape.heights[place] == shape.heights[place + 1] else { return false }
      if let above = last[column], !goesOn(above, with: piece, column, widths[column]) { return false }
      last[column] = piece
    }
    return department.map { last[$0]?.endsDepartment == true } ?? true
  }

  private func goesOn(_ piece: WordPiece, with next: WordPiece, _ column: Int, _ width: Int) -> Bool {
    if column == department, piece.endsDepartment { return false }
    return !piece.endsSentence && piece.width + next.head + Self.tolerance > width
  }

  /// Letters of fonts with proportional widths are narrower than they count.
  private static let tolerance = 1

  private func cells(_ pieces: [WordPiece], _ dealt: [[Int]]) -> [[Table.Cell]] {
    var start = 0
    return dealt.map { columns in
      defer { start += columns.count }
      var cells = [[Range<Int>]](repeating: [], count: self.columns)
      for (place, column) in columns.enumerated() { cells[column].append(pieces[start + place].source) }
      return CellsOfPieces(rows: rows).row(cells)
    }
  }
}
