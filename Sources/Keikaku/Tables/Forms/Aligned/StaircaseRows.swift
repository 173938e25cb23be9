/// Rows whose values climb down over several lines, because wrapped cells stand a little lower than their neighbours.
///
///     観光入込客数      250,000人 260,000
///                                 人
///                                    270,000 280,000
///                                         人       人    ― 300,000人
///
/// Each line goes on to the right of the one before; or the rests of wrapped values in it show where its values belong.
/// What stands below a value without being one is its wrapped rest.
struct StaircaseRows {
  let items: StackedItemReader
  let columns: StackedColumns
  /// A row is written over so many lines at most.
  private static let mostLines = 10

  /// A row's pieces, and which of the lines it begins in.
  struct Row {
    var pieces: [OrderedPiece]
    var line: Int
  }

  /// The lines as rows: those that together hold the values of one are joined, with what is left of names and values in a
  /// line of its own below; all others stay as they are.
  func rows(_ lines: [[OrderedPiece]]) -> [Row] {
    var rows: [Row] = []
    var line = 0
    while line < lines.count {
      if let joined = joined(lines[line...].prefix(Self.mostLines)) {
        rows.append(Row(pieces: joined.pieces, line: line))
        if !joined.below.isEmpty { rows.append(Row(pieces: joined.below, line: line)) }
        line += joined.lines
      } else {
        rows.append(Row(pieces: lines[line], line: line))
        line += 1
      }
    }
    return rows
  }

  private func valueCount(_ pieces: [OrderedPiece]) -> Int { values(of: pieces).count }

  /// The places of the values among the pieces of a row, whose number may stand before them.
  private func values(of pieces: [OrderedPiece]) -> [Int] {
    let values = pieces.indices.filter { columns.takesAsValue(pieces[$0].item) }
    guard columns.first(.number) != nil, values.first == 0,
      pieces[0].item.text.folded.allSatisfy({ $0.isNumber || "().".contains($0) })
    else { return values }
    return Array(values.dropFirst())
  }

  private typealias Joined = (pieces: [OrderedPiece], below: [OrderedPiece], lines: Int)

  /// The first lines as one row; nil where they do not make up exactly the values that a row has.
  private func joined(_ lines: ArraySlice<[OrderedPiece]>) -> Joined? {
    guard let first = lines.first, (1..<columns.valueLike.count).contains(valueCount(first)) else { return nil }
    let end = values(of: first).last ?? first.count - 1
    var row: Joined = (Array(first[...end]), Array(first[(end + 1)...]), 1)
    for next in lines.dropFirst() {
      guard take(next, into: &row) else { return nil }
      row.lines += 1
      if valueCount(row.pieces) == columns.valueLike.count { return row }
    }
    return nil
  }

  private func take(_ line: [OrderedPiece], into row: inout Joined) -> Bool {
    let wrapped = WrappedValues(items: items)
    let values = values(of: row.pieces)
    let texts = values.map { row.pieces[$0].item.text }
    let isRest = line.map { !columns.takesAsValue($0.item) && wrapped.isRest($0.item.text, of: texts) }
    let rests = line.indices.filter { isRest[$0] }
    let owners = wrapped.owners(of: rests.map { line[$0].item.text }, among: texts)
    // From the right, so that what is put between others does not move those left of it.
    for place in line.indices.reversed() where columns.takesAsValue(line[place].item) {
      if isRightOf(row.pieces, line[place]) { continue }
      guard let owners, let next = rests.firstIndex(where: { $0 > place }),
        next == 0 || owners[next] == owners[next - 1] + 1, next > 0 || owners[next] == 0
      else { return false }
      row.pieces.insert(line[place], at: values[owners[next]])
    }
    for place in line.indices {
      let piece = line[place]
      if columns.takesAsValue(piece.item) {
        if isRightOf(row.pieces, piece) { row.pieces.append(piece) }
      } else if isRest[place] || isName(piece, row.pieces) || isRemark(piece, row.pieces) {
        row.below.append(piece)
      } else {
        return false
      }
    }
    return true
  }

  private func isRightOf(_ pieces: [OrderedPiece], _ piece: OrderedPiece) -> Bool {
    pieces.last.map { piece.columns.lowerBound >= $0.columns.upperBound - 1 } ?? true
  }

  /// Words right of the row's values.
  private func isRemark(_ piece: OrderedPiece, _ pieces: [OrderedPiece]) -> Bool {
    piece.item.sort == .words && !columns.trailingWords.isEmpty && isRightOf(pieces, piece)
  }

  /// Words left of the row's values.
  private func isName(_ piece: OrderedPiece, _ pieces: [OrderedPiece]) -> Bool {
    let value = values(of: pieces).first.map { pieces[$0] }
    return piece.item.sort == .words && value.map { piece.columns.upperBound <= $0.columns.lowerBound } ?? false
  }
}
