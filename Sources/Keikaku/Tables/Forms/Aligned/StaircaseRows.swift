/// Rows whose values climb down over several lines, because wrapped cells stand a little lower than their neighbours.
///
///     観光入込客数      250,000人 260,000
///                                 人
///                                    270,000 280,000
///                                         人       人    ― 300,000人
///
/// Each line goes on to the right of the one before; what stands below a value without being one is its wrapped rest.
struct StaircaseRows {
  let items: StackedItemReader
  let columns: StackedColumns
  /// A row is written over so many lines at most.
  private static let mostLines = 6
  /// The rest of a wrapped value: 人, 経営体, 千t-CO2.
  private static let longestRest = 6

  /// A row's pieces, and which of the lines it begins in.
  struct Row {
    var pieces: [OrderedPiece]
    var line: Int
  }

  /// The lines as rows: those that together hold the values of one are joined, all others stay as they are.
  func rows(_ lines: [[OrderedPiece]]) -> [Row] {
    var rows: [Row] = []
    var line = 0
    while line < lines.count {
      if let joined = joined(lines[line...].prefix(Self.mostLines)) {
        rows.append(Row(pieces: joined.pieces, line: line))
        if !joined.names.isEmpty { rows.append(Row(pieces: joined.names, line: line)) }
        line += joined.lines
      } else {
        rows.append(Row(pieces: lines[line], line: line))
        line += 1
      }
    }
    return rows
  }

  private func valueCount(_ pieces: [OrderedPiece]) -> Int { pieces.count { columns.takesAsValue($0.item) } }

  private typealias Joined = (pieces: [OrderedPiece], names: [OrderedPiece], lines: Int)

  /// The first lines as one row; nil where they do not make up exactly the values that a row has.
  private func joined(_ lines: ArraySlice<[OrderedPiece]>) -> Joined? {
    guard let first = lines.first, (1..<columns.valueLike.count).contains(valueCount(first)) else { return nil }
    var row: Joined = (first, [], 1)
    for next in lines.dropFirst() {
      guard take(next, into: &row) else { return nil }
      row.lines += 1
      if valueCount(row.pieces) == columns.valueLike.count { return row }
    }
    return nil
  }

  private func take(_ line: [OrderedPiece], into row: inout Joined) -> Bool {
    for piece in line {
      let firstValue = row.pieces.first { columns.takesAsValue($0.item) }
      if let above = row.pieces.lastIndex(where: { $0.columns.overlaps(piece.columns) }),
        let whole = joined(row.pieces[above], rest: piece)
      {
        row.pieces[above] = whole
      } else if let last = row.pieces.last, piece.columns.lowerBound >= last.columns.upperBound - 1 {
        row.pieces.append(piece)
      } else if let firstValue, piece.item.sort == .words, piece.columns.upperBound <= firstValue.columns.lowerBound {
        row.names.append(piece)
      } else {
        return false
      }
    }
    return true
  }

  /// A value with its wrapped rest.
  private func joined(_ value: OrderedPiece, rest: OrderedPiece) -> OrderedPiece? {
    guard columns.takesAsValue(value.item), !columns.takesAsValue(rest.item), rest.item.text.count <= Self.longestRest
    else { return nil }
    var whole = value
    whole.item.text += rest.item.text
    whole.item.sort = items.sort(whole.item.text, columns.hasUnits)
    whole.item.source = value.item.source.lowerBound..<rest.item.source.upperBound
    whole.columns = value.columns.lowerBound..<max(value.columns.upperBound, rest.columns.upperBound)
    return columns.takesAsValue(whole.item) ? whole : nil
  }
}
