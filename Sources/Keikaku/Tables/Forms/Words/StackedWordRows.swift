/// The rows of a table of words as plain `pdftotext` writes them out, the lines of a row by their heights (`CellHeights`).
///
///     太陽光発電設備の設 国や県の補助制度を活用し、計画的に整 学校教
///     置補助
///     備を進めます。
///     育課
///
/// How many lines each cell has tells which piece is whose; which numbers of lines are the true ones, the widths of the
/// pieces tell (`NarrowColumns`).
struct StackedWordRows {
  let columns: Int
  let department: Int?
  let rows: TextLines
  private var narrow: NarrowColumns {
    NarrowColumns(count: columns, department: department, mostWidths: Self.mostWidths)
  }
  private static let mostLines = 5
  private static let mostPieces = 9
  /// These bound the work: of larger tables there are too many ways.
  private static let mostOfTable = 80
  private static let mostOfDoubtful = 40
  private static let mostWidths = 1200

  /// Nil where no way or more than one puts the pieces into rows.
  func rows(_ lines: [WordTableLine]) -> [[Table.Cell]]? {
    let pieces = lines.flatMap { WordPiece.pieces(of: $0, in: rows) }
    // The ways that are seen most come first: where they tell the rows, the others only raise doubts.
    for (isCentred, partsMerged) in [(true, false), (true, true), (false, false)] {
      guard pieces.count <= (isCentred && !partsMerged ? Self.mostOfTable : Self.mostOfDoubtful) else { break }
      let shapes = CellHeights.all(
        columns: columns, mostLines: Self.mostLines, mostPieces: Self.mostPieces, isCentred: isCentred)
      let dealings = self.dealings(lines, shapes, partsMerged)
      if let dealt = narrow.narrowest(pieces, { way(pieces, $0, dealings) }) { return cells(pieces, dealt) }
    }
    return nil
  }

  /// The columns of the first pieces from each on, as one row in every way in which they can be one; none where a piece does
  /// not begin a line.
  private func dealings(_ lines: [WordTableLine], _ shapes: [CellHeights], _ partsMerged: Bool) -> [[[Int]]] {
    let sizes = lines.map(\.segments.count)
    var dealings: [[[Int]]] = []
    // Most lines are followed by others as long as those below another.
    var known: [[Int]: [[Int]]] = [:]
    for line in lines.indices {
      let next = Array(sizes[line...].prefix(Self.mostPieces))
      if known[next] == nil {
        let own = shapes.reduce(into: Set<[Int]>()) { $0.formUnion($1.dealings(next, partsMerged: partsMerged)) }
        known[next] = own.sorted { $0.lexicographicallyPrecedes($1) }
      }
      dealings.append(known[next] ?? [])
      dealings += [[[Int]]](repeating: [], count: sizes[line] - 1)
    }
    return dealings
  }

  /// From a piece on: how many rows there are at least, in how many ways, and which columns the first row's pieces have.
  private struct Rest {
    var rows = Int.max
    var ways = 0
    var columns: [Int] = []
  }

  /// How the pieces make the fewest rows in columns of such widths: the columns of all pieces, row by row.
  private func way(_ pieces: [WordPiece], _ widths: [Int], _ dealings: [[[Int]]]) -> NarrowColumns.Way<[[Int]]>? {
    var rests = [Rest](repeating: Rest(), count: pieces.count + 1)
    rests[pieces.count] = Rest(rows: 0, ways: 1)
    for start in pieces.indices.reversed() {
      for columns in dealings[start] {
        let rest = rests[start + columns.count]
        guard rest.ways > 0, rest.rows < rests[start].rows, fit(pieces[start...], columns, widths) else { continue }
        if rest.rows + 1 < rests[start].rows {
          rests[start] = Rest(rows: rest.rows + 1, ways: rest.ways, columns: columns)
        } else {
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

  /// The first of some pieces may stand in such columns of one row: a cell goes on in the next of its lines where it fills
  /// the column.
  private func fit(_ pieces: ArraySlice<WordPiece>, _ columns: [Int], _ widths: [Int]) -> Bool {
    var last = [WordPiece?](repeating: nil, count: self.columns)
    for (column, piece) in zip(columns, pieces) {
      guard piece.width <= widths[column] else { return false }
      if let above = last[column], !narrow.goesOn(above, with: piece, column, widths[column]) { return false }
      last[column] = piece
    }
    return department.map { last[$0]?.endsDepartment == true } ?? true
  }

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
