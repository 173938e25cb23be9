/// Joins columns that only the header fills with those that only the rows below fill.
///
///     指標名                 現状値
///     新規就農者数    4人
///
/// A header is centred over its cell while the figures stand at one side of it, so that the two may not touch.
struct HeaderColumns {
  let header: ArraySlice<[LineSegment]>
  let body: ArraySlice<[LineSegment]>

  /// The columns with the two halves of each such pair as one.
  func joined(_ columns: [Range<Int>]) -> [Range<Int>] {
    guard !header.isEmpty, !body.isEmpty else { return columns }
    let inHeader = columns.map { isFilled($0, in: header) }
    let inBody = columns.map { isFilled($0, in: body) }
    var result: [Range<Int>] = []
    var isOpen = false
    for (place, column) in columns.enumerated() {
      let isOnlyHeader = inHeader[place] && !inBody[place]
      let isOnlyBody = inBody[place] && !inHeader[place]
      let joinsLeft = isOpen && place > 0 && (isOnlyHeader && !inHeader[place - 1] || isOnlyBody && !inBody[place - 1])
      if joinsLeft, !prefersRight(place, columns, inHeader, inBody) {
        result[result.count - 1] = result[result.count - 1].lowerBound..<column.upperBound
        isOpen = false
      } else {
        result.append(column)
        isOpen = isOnlyHeader || isOnlyBody
      }
    }
    return result
  }

  /// A header between two columns without one belongs to the nearer.
  private func prefersRight(_ place: Int, _ columns: [Range<Int>], _ inHeader: [Bool], _ inBody: [Bool]) -> Bool {
    guard inHeader[place], place + 1 < columns.count, !inHeader[place + 1], inBody[place + 1] else { return false }
    let left = columns[place].lowerBound - columns[place - 1].upperBound
    return columns[place + 1].lowerBound - columns[place].upperBound < left
  }

  private func isFilled(_ column: Range<Int>, in lines: ArraySlice<[LineSegment]>) -> Bool {
    lines.contains { line in line.contains { $0.columns.overlaps(column) } }
  }
}
