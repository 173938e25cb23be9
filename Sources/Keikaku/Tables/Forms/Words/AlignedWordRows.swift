/// The rows of a table of what is done whose columns wide gaps hold apart.
///
/// Whether a line goes on with the row above it or begins the next, the cells themselves tell: a name set in the middle of
/// several lines of text has some of them above it.
struct AlignedWordRows {
  private typealias Row = [[WordColumns.Piece]]
  /// The column of the names.
  let key: Int
  let columns: Int
  let rows: TextLines

  func rows(_ lines: [WordColumns.Line]) -> [[Table.Cell]] {
    let widest = (0..<columns).map { column in
      let text = lines.compactMap { $0.piece(column).map(width) }.max() ?? 0
      return max(text, room(column, lines) - Self.widestGap)
    }
    var result: [Row] = []
    for line in lines {
      if result.isEmpty || !goesOn(result[result.count - 1], line, widest) {
        result.append(Array(repeating: [], count: columns))
      }
      for piece in line.pieces { result[result.count - 1][piece.column].append(piece) }
    }
    // A last row without a name is what is left of the row above it.
    if result.count > 1, result[result.count - 1][key].isEmpty {
      let rest = result.removeLast()
      for column in 0..<columns { result[result.count - 1][column] += rest[column] }
    }
    return result.map { $0.map { $0.map(\.segment.source) } }.map { CellsOfPieces(rows: rows).row($0) }
  }

  /// How wide the cells of a column can be: to where the next column's cells begin at the nearest.
  private func room(_ column: Int, _ lines: [WordColumns.Line]) -> Int {
    let start = lines.compactMap { $0.piece(column)?.segment.columns.lowerBound }.min()
    let next = lines.compactMap { $0.piece(column + 1)?.segment.columns.lowerBound }.min()
    return start.flatMap { start in next.map { $0 - start } } ?? 0
  }

  /// In display columns: more is not left free behind a full line.
  private static let widestGap = 8

  /// Whether a line goes on with the row above it.
  private func goesOn(_ row: Row, _ line: WordColumns.Line, _ widest: [Int]) -> Bool {
    let others = line.pieces.filter { $0.column != key }
    let othersGoOn = others.allSatisfy { mayGoOn(row[$0.column].last, widest) }
    guard let name = line.piece(key) else {
      // Text without a name beside it: the rest of a cell that has not ended, or of one set lower.
      return !line.followsBlank && othersGoOn
    }
    guard let above = row[key].last else { return true }
    guard !line.followsBlank, othersGoOn else { return false }
    let text = row[key].map { rows.string($0.segment.source) }.joined()
    if NameContinuation.isOpen(text) || NameContinuation.continues(rows.string(name.segment.source)) { return true }
    return isFull(above, widest) && widest[key] >= Self.narrowest
      && (width(name) < width(above) || row.contains(where: \.isEmpty)
        || others.isEmpty && row.joined().contains { $0.column != key }
        || others.contains { !row[$0.column].isEmpty && widest[$0.column] >= Self.narrowestText })
  }

  /// Whether a cell may go on below its last line: no sentence ends there, and the line fills its column.
  private func mayGoOn(_ piece: WordColumns.Piece?, _ widest: [Int]) -> Bool {
    guard let piece else { return true }
    return isFull(piece, widest) && !rows.string(piece.segment.source).hasSuffix("。")
  }

  private func isFull(_ piece: WordColumns.Piece, _ widest: [Int]) -> Bool { width(piece) + 2 >= widest[piece.column] }

  private func width(_ piece: WordColumns.Piece) -> Int { rows.width(piece.segment.source) }

  /// A column of narrower names tells nothing of where they were wrapped.
  private static let narrowest = 8
  /// Cells of narrower columns are words, which fill them by chance.
  private static let narrowestText = 24
}
