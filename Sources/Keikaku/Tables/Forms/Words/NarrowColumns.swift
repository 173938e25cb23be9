/// Finds how the pieces of a table of words make rows where nothing but their widths tells it.
///
/// Of the ways that they leave the true one has narrow columns, since all of them stand side by side on a page, and the
/// fewest rows, since a line that fills its column by chance is rare.
struct NarrowColumns {
  let count: Int
  /// The column of departments.
  let department: Int?
  /// So many combinations of widths are tried at most.
  var mostWidths = 2000
  private static let mostPieces = 120

  /// A way to deal pieces to cells.
  struct Way<Dealt: Equatable> {
    var dealt: Dealt
    /// Of cells or rows.
    var count: Int
    /// No other way makes as few.
    var isAlone: Bool
  }

  /// The one way in the narrowest columns; nil where there is none or more than one.
  func narrowest<Dealt: Equatable>(_ pieces: [WordPiece], _ way: ([Int]) -> Way<Dealt>?) -> Dealt? {
    guard !pieces.isEmpty, pieces.count <= Self.mostPieces, let widths = widths(pieces) else { return nil }
    var found: (way: Way<Dealt>, total: Int)?
    for widths in widths {
      let total = widths.reduce(0, +)
      if let found, total > found.total + found.total / Self.shareOfDoubt { break }
      guard let way = way(widths) else { continue }
      guard let known = found else {
        found = (way, total)
        continue
      }
      if way.count < known.way.count {
        found = (way, known.total)
      } else if way.count == known.way.count {
        found?.way.isAlone = known.way.isAlone && way.isAlone && way.dealt == known.way.dealt
      }
    }
    return found.flatMap { $0.way.isAlone ? $0.way.dealt : nil }
  }

  /// A cell goes on in the next of its lines: the first letters of that did not fit into the column any more.
  func goesOn(_ piece: WordPiece, with next: WordPiece, _ column: Int, _ width: Int) -> Bool {
    if column == department, piece.endsDepartment { return false }
    return !piece.endsSentence && piece.width + next.head + Self.tolerance > width
  }

  /// Letters of fonts with proportional widths are narrower than they count.
  private static let tolerance = 1

  /// Columns that are wider by this share of all their widths may as well be the true ones.
  private static let shareOfDoubt = 8

  /// The widths that the columns may have, the narrowest first: each is that of a piece, and none less than that of a piece
  /// that is surely its.
  private func widths(_ pieces: [WordPiece]) -> [[Int]]? {
    let all = Set(pieces.map(\.width)).sorted()
    var least = [Int](repeating: 0, count: count)
    var line: [WordPiece] = []
    for piece in pieces {
      line.append(piece)
      guard piece.endsLine else { continue }
      if line.count == count {
        for (column, piece) in line.enumerated() { least[column] = max(least[column], piece.width) }
      }
      line = []
    }
    var widths: [[Int]] = [[]]
    for column in 0..<count {
      let most = column == department ? Self.widestDepartment : .max
      let own = all.filter { $0 >= least[column] && $0 <= most }
      guard widths.count * own.count <= mostWidths else { return nil }
      widths = widths.flatMap { widths in own.map { widths + [$0] } }
    }
    // The widest piece stands in one of them.
    return widths.filter { $0.contains { $0 >= all[all.count - 1] } }.sorted { $0.reduce(0, +) < $1.reduce(0, +) }
  }

  private static let widestDepartment = 28
}
