/// Deals the pieces of lines to the columns of a table of words.
///
/// A full line deals its pieces by their order. A piece of a shorter line belongs to the column that it stands nearest to.
struct WordColumns {
  struct Piece {
    var column: Int
    var segment: LineSegment
  }

  struct Line {
    var pieces: [Piece]
    var followsBlank: Bool

    func piece(_ column: Int) -> Piece? { pieces.first { $0.column == column } }
  }

  let count: Int
  let rows: TextLines

  /// Nil where no line has all cells.
  func deal(_ lines: [WordTableReader.Line]) -> [Line]? {
    let full = lines.filter { !$0.isParted && $0.segments.count == count }
    guard !full.isEmpty else { return nil }
    let reader =
      ColumnMeasure(bytes: rows.text.bytes, lines: full.map { rows.indented($0.line) }).reader
      ?? SegmentReader(rows.text.bytes)
    let found = full.map { reader.segments(rows.indented($0.line)).map(\.columns.lowerBound) }
    let starts = (0..<count).map { column in found.map { $0[column] }.sorted()[found.count / 2] }
    return lines.map { line in
      let segments = line.isParted ? line.segments : reader.segments(rows.indented(line.line))
      return Line(
        pieces: segments.enumerated().map { place, segment in
          Piece(column: segments.count == count ? place : nearest(segment, starts), segment: segment)
        }, followsBlank: line.followsBlank)
    }
  }

  private func nearest(_ segment: LineSegment, _ starts: [Int]) -> Int {
    let left = segment.columns.lowerBound
    return (0..<count).min { abs(starts[$0] - left) < abs(starts[$1] - left) } ?? 0
  }
}
