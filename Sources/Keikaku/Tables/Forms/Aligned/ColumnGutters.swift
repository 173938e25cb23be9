/// The columns of a table whose cells are only held apart by blanks.
///
/// A display column in which hardly any line has a letter is a gutter. Lines whose text runs over a gutter are few: merged
/// header cells, long names; so the fewest such lines are forgiven that bring the segments of each line apart.
struct ColumnGutters {
  /// The columns from left to right.
  private(set) var columns: [Range<Int>]

  /// Wider lines than this are text, not tables; it also bounds the work.
  static let widest = 1000

  /// - Parameters:
  ///   - lines: The segments of each line, parted by wide gaps.
  ///   - pieces: The lines from the first figures on, parted at every blank.
  ///   - headerCount: How many of the lines stand above the first figures.
  init(_ lines: [[LineSegment]], pieces: [[LineSegment]], headerCount: Int) {
    let width = min(Self.widest, lines.reduce(0) { max($0, $1.last?.columns.upperBound ?? 0) })
    var coverage = [Int](repeating: 0, count: width + 1)
    for line in lines {
      for segment in line { for column in segment.columns where column < width { coverage[column] += 1 } }
    }
    var best: (columns: [Range<Int>], collisions: Int) = ([], .max)
    var last: [Range<Int>]?
    for forgiven in 0...max(1, lines.count / 5) {
      let columns = Self.columns(coverage, above: forgiven, narrowest: lines.count < 5 && forgiven == 0 ? 2 : 1)
      // One more line forgiven often opens no gutter.
      guard columns != last else { continue }
      last = columns
      let collisions = Self.collisions(lines, in: columns)
      if collisions < best.collisions { best = (columns, collisions) }
      if collisions * 10 <= lines.count { break }
    }
    let (header, body) = (lines.prefix(headerCount), lines.dropFirst(headerCount))
    let narrow = NarrowGutters(pieces: pieces, segments: lines)
    columns = HeaderColumns(header: header, body: body).joined(best.columns.flatMap(narrow.parted))
    if Self.collisions(lines, in: columns) > 0, let ordered = OrderedColumns(header: header, body: body).columns(),
      Self.collisions(lines, in: ordered) == 0
    {
      columns = ordered
    }
  }

  private static func columns(_ coverage: [Int], above forgiven: Int, narrowest: Int) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var start: Int?
    for (column, count) in coverage.enumerated() {
      if count > forgiven, start == nil { start = column }
      if count <= forgiven, let open = start {
        columns.append(open..<column)
        start = nil
      }
    }
    var merged: [Range<Int>] = []
    for column in columns {
      if let last = merged.last, column.lowerBound - last.upperBound < narrowest {
        merged[merged.count - 1] = last.lowerBound..<column.upperBound
      } else {
        merged.append(column)
      }
    }
    return merged
  }

  /// How many neighbouring segments of a line fall into one column, which true columns do not have.
  private static func collisions(_ lines: [[LineSegment]], in columns: [Range<Int>]) -> Int {
    var count = 0
    for line in lines {
      let places = line.map { place(of: $0.columns, in: columns) }
      for (left, right) in zip(places, places.dropFirst()) where left == right { count += 1 }
    }
    return count
  }

  /// The column that a segment shares most with; the nearest where it shares none.
  static func place(of segment: Range<Int>, in columns: [Range<Int>]) -> Int {
    // Nearer than those left of the last column that ends before the segment.
    var first = 0
    var end = columns.count
    while first < end {
      let middle = (first + end) / 2
      if columns[middle].upperBound <= segment.lowerBound { first = middle + 1 } else { end = middle }
    }
    var best = (place: max(0, first - 1), overlap: Int.min)
    for place in best.place..<columns.count {
      let column = columns[place]
      // Columns further right are further away.
      if column.lowerBound >= segment.upperBound, place > first { break }
      let overlap = min(segment.upperBound, column.upperBound) - max(segment.lowerBound, column.lowerBound)
      if overlap > best.overlap { best = (place, overlap) }
    }
    return best.place
  }

  func place(of segment: LineSegment) -> Int { Self.place(of: segment.columns, in: columns) }

  /// The columns that a segment truly covers: each with at least two display columns or half of the column.
  func covered(by segment: LineSegment) -> Range<Int> {
    let covered = columns.indices.filter { place in
      let column = columns[place]
      let overlap =
        min(segment.columns.upperBound, column.upperBound) - max(segment.columns.lowerBound, column.lowerBound)
      return overlap >= min(2, (column.count + 1) / 2)
    }
    guard let first = covered.first, let last = covered.last else {
      let place = place(of: segment)
      return place..<place + 1
    }
    return first..<last + 1
  }
}
