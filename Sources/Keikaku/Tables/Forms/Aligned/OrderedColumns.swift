/// The columns of a table whose header and rows are full: as many pieces in each, so that their order tells the column.
struct OrderedColumns {
  let header: ArraySlice<[LineSegment]>
  let body: ArraySlice<[LineSegment]>
  private static let fewest = 3

  /// The columns, where a line of the header and a row have as many pieces as the fullest line and the pieces of one place
  /// never reach into the next. Nil where they do not.
  func columns() -> [Range<Int>]? {
    let count = (header + body).map(\.count).max() ?? 0
    let heads = header.filter { $0.count == count }
    let rows = body.filter { $0.count == count }
    guard count >= Self.fewest, !heads.isEmpty, !rows.isEmpty else { return nil }
    let columns = (0..<count).map { place in union((heads + rows).map { $0[place].columns }) }
    let areApart = zip(columns, columns.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    return areApart ? columns : nil
  }

  private func union(_ ranges: [Range<Int>]) -> Range<Int> {
    let start = ranges.map(\.lowerBound).min() ?? 0
    return start..<(ranges.map(\.upperBound).max() ?? start)
  }
}
