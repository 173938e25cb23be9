/// The rows of a table whose cells are set in the middle of their rows, so that a line may hold parts of some cells of a row
/// and none of others:
///
///                          15人
///     新規就農者数                           20人
///                          （令和２年度）
///
/// In each column of values a cell is a value, perhaps with its year below it; where these are as many in every column and
/// stand at one height each, they are the rows. The words go to the rows in whose middle they stand.
struct CentredCells {
  let body: [AlignedLine]
  let valueColumns: Set<Int>
  /// The column of the names.
  let named: Int

  /// The lines of each row, with the pieces that are its own; nil where the places do not tell it.
  func rows() -> [[AlignedLine]]? {
    guard body.allSatisfy({ line in line.pieces.allSatisfy { $0.columnSpan == 1 } }) else { return nil }
    var dealt: [Int: [[Placed]]] = [:]
    for column in valueColumns {
      guard let cells = values(column) else { return nil }
      dealt[column] = cells
    }
    guard let centres = centres(of: Array(dealt.values)) else { return nil }
    let words = Set(body.flatMap { $0.pieces.map(\.column) }).subtracting(valueColumns)
    for column in words.sorted() {
      let dealer = WordsAtHeights(pieces: placed(in: column), centres: centres, mayLack: column != named)
      guard let cells = dealer.dealt() else { return nil }
      dealt[column] = cells
    }
    return centres.indices.map { row in lines(of: dealt.values.flatMap { $0[row] }) }
  }

  /// A piece with the line of the text that it stands in.
  struct Placed {
    var line: Int
    var piece: AlignedLine.Piece
  }

  private func placed(in column: Int) -> [Placed] {
    body.flatMap { line in line.pieces.filter { $0.column == column }.map { Placed(line: line.line, piece: $0) } }
  }

  /// The cells of a column of values; nil where something else stands in it.
  private func values(_ column: Int) -> [[Placed]]? {
    var cells: [[Placed]] = []
    for placed in placed(in: column) {
      if ValueLook.isValue(placed.piece.text) {
        cells.append([placed])
      } else if ValueLook.isYearInBrackets(placed.piece.text), let last = cells.last, last.count == 1,
        placed.line - last[0].line <= Self.widestStep, !ValueLook.endsInYear(last[0].piece.text)
      {
        cells[cells.count - 1].append(placed)
      } else {
        return nil
      }
    }
    return cells
  }

  /// In lines: between two lines of one cell may stand the line of another cell of its row.
  static let widestStep = 2

  /// Four times the line in which the middle of each row stands; nil where the cells of a row stand at several heights.
  private func centres(of columns: [[[Placed]]]) -> [Int]? {
    guard let first = columns.first, !first.isEmpty, columns.allSatisfy({ $0.count == first.count }) else { return nil }
    var centres: [Int] = []
    for row in first.indices {
      let halves = columns.map { $0[row][0].line + $0[row][$0[row].count - 1].line }
      guard let least = halves.min(), let most = halves.max(), most - least <= Self.widestStep else { return nil }
      centres.append(least + most)
    }
    return centres
  }

  private func lines(of pieces: [Placed]) -> [AlignedLine] {
    Dictionary(grouping: pieces, by: \.line).sorted { $0.key < $1.key }.map { line, pieces in
      AlignedLine(line: line, pieces: pieces.map(\.piece).sorted { $0.column < $1.column })
    }
  }
}
