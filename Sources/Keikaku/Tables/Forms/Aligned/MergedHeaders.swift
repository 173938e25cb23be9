/// Finds header cells that stand over several columns, by what stands below them.
///
///              目標値
///     基準値   R5     R6
///
/// 目標値 is centred over two columns and touches neither; a year below that has nothing above it belongs to the nearest
/// such cell.
struct MergedHeaders {
  let headers: HeaderWords
  /// The columns that rows fill.
  let filled: Set<Int>

  /// The header's lines with merged cells spread over their columns.
  func spread(_ lines: [AlignedLine]) -> [AlignedLine] {
    var result = lines
    for (order, line) in lines.enumerated().dropLast() {
      for below in lines[(order + 1)...] {
        for piece in below.pieces where isPart(piece.text) && isBare(piece.column, in: lines[...order]) {
          guard let owner = owner(of: piece, below, in: line) else { continue }
          extend(&result[order].pieces[owner], over: piece.column)
        }
      }
    }
    return result
  }

  /// A year, or 年度 and 値 as the two parts of a value.
  private func isPart(_ text: String) -> Bool { ValueLook.isYear(text) || HeaderWords.partsOfValue[text] != nil }

  private func isBare(_ column: Int, in lines: ArraySlice<AlignedLine>) -> Bool {
    lines.allSatisfy { $0.piece(column) == nil }
  }

  /// The nearest cell of a line that is not itself the whole head of a column.
  private func owner(of piece: AlignedLine.Piece, _ below: AlignedLine, in line: AlignedLine) -> Int? {
    let merged = line.pieces.indices.filter { !isWhole(line.pieces[$0], below) }
    let order = merged.min { distance(line.pieces[$0], piece) < distance(line.pieces[$1], piece) }
    guard let order, headers.role(of: line.pieces[order].text) != nil else { return nil }
    return abs(line.pieces[order].column - piece.column) <= 4 ? order : nil
  }

  /// Figures stand below it and no year between.
  private func isWhole(_ head: AlignedLine.Piece, _ below: AlignedLine) -> Bool {
    filled.contains(head.column) && below.piece(head.column) == nil
  }

  private func distance(_ left: AlignedLine.Piece, _ right: AlignedLine.Piece) -> Int {
    abs(left.place.lowerBound + left.place.upperBound - right.place.lowerBound - right.place.upperBound)
  }

  private func extend(_ piece: inout AlignedLine.Piece, over column: Int) {
    let first = min(piece.column, column)
    let last = max(piece.column + piece.columnSpan - 1, column)
    piece.column = first
    piece.columnSpan = last + 1 - first
  }
}
