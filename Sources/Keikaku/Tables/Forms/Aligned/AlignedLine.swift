/// A line of an aligned table with its pieces laid into columns.
struct AlignedLine {
  struct Piece {
    var column: Int
    var columnSpan = 1
    var source: Range<Int>
    /// The display columns that it fills.
    var place: Range<Int>
    var text: String
    /// Twice the middle of its place.
    var center: Int { place.lowerBound + place.upperBound }
  }

  /// The line's number, from 0.
  var line: Int
  var pieces: [Piece]
  /// A blank line stands before it.
  var followsBlank = false

  func piece(_ column: Int) -> Piece? { pieces.first { $0.column == column } }

  /// A value stands in one of some columns.
  func holdsValue(in columns: Set<Int>) -> Bool {
    pieces.contains { columns.contains($0.column) && ValueLook.isValue($0.text) }
  }
}

/// Lays the segments of lines into the columns that gutters leave.
struct AlignedLineReader {
  let rows: TextLines
  let reader: SegmentReader
  let gutters: ColumnGutters
  let headers: HeaderWords

  func line(_ line: Int, segments: [LineSegment], followsBlank: Bool) -> AlignedLine {
    var pieces: [AlignedLine.Piece] = []
    let parts = segments.flatMap(split)
    for (segment, covered) in zip(parts, places(parts)) {
      let column = covered.lowerBound
      if let last = pieces.last, last.column + last.columnSpan > column {
        // Two segments in one column are one text with a wide blank in it.
        pieces[pieces.count - 1].source = last.source.lowerBound..<segment.source.upperBound
        pieces[pieces.count - 1].place = last.place.lowerBound..<segment.columns.upperBound
        pieces[pieces.count - 1].text = rows.string(pieces[pieces.count - 1].source)
      } else {
        pieces.append(
          AlignedLine.Piece(
            column: column, columnSpan: covered.count, source: segment.source, place: segment.columns,
            text: rows.string(segment.source)))
      }
    }
    return AlignedLine(line: line, pieces: pieces, followsBlank: followsBlank)
  }

  /// The columns that each segment stands in.
  private func places(_ segments: [LineSegment]) -> [Range<Int>] {
    let places = segments.map { segment in
      let covered = gutters.covered(by: segment)
      if covered.count > 1 { return covered }
      let place = gutters.place(of: segment)
      return place..<place + 1
    }
    let collide = zip(places, places.dropFirst()).contains { $0.upperBound > $1.lowerBound }
    guard collide, segments.allSatisfy({ headers.isHeader(rows.string($0.source)) }) else { return places }
    return parted(places) ?? places
  }

  /// Header cells stand between the columns as often as over them: where two fall on one, those on the left move left as
  /// far as there is room. Nil where there is none.
  private func parted(_ places: [Range<Int>]) -> [Range<Int>]? {
    var parted = places
    for index in parted.indices.dropLast().reversed() where parted[index].upperBound > parted[index + 1].lowerBound {
      guard parted[index].count == 1, parted[index + 1].lowerBound > 0 else { return nil }
      parted[index] = parted[index + 1].lowerBound - 1..<parted[index + 1].lowerBound
    }
    return parted
  }

  /// Header words with a single blank between them: 数値目標 基準値. A year in brackets belongs to the word before it.
  private func headerWords(of segment: LineSegment) -> [LineSegment]? {
    var words: [LineSegment] = []
    var rest = segment
    for blank in reader.blanks(in: segment) {
      words.append(
        LineSegment(source: rest.source.lowerBound..<blank.byte, columns: rest.columns.lowerBound..<blank.column))
      rest = LineSegment(
        source: blank.byte + blank.length..<rest.source.upperBound,
        columns: blank.column + blank.width..<rest.columns.upperBound)
    }
    words.append(rest)
    let texts = words.map { rows.string($0.source) }
    guard words.count > 1, texts.allSatisfy(headers.isHeader), !texts.contains(where: ValueLook.isYearInBrackets) else {
      return nil
    }
    return words
  }

  /// Cuts a segment that runs over a gutter where a blank of it stands in or beside the gutter.
  private func split(_ segment: LineSegment) -> [LineSegment] {
    if let words = headerWords(of: segment) { return words }
    let covered = gutters.covered(by: segment)
    guard covered.count > 1 else { return [segment] }
    let blanks = reader.blanks(in: segment)
    var parts: [LineSegment] = []
    var rest = segment
    for column in covered.dropFirst() {
      let gutter = gutters.columns[column - 1].upperBound - 1...gutters.columns[column].lowerBound
      let inside = blanks.filter { $0.byte > rest.source.lowerBound }
      let blank =
        inside.first { gutter.contains($0.column) }
        ?? inside.last { ValueLook.isValue(rows.string($0.byte + $0.length..<segment.source.upperBound)) }
      guard let blank else { continue }
      parts.append(
        LineSegment(source: rest.source.lowerBound..<blank.byte, columns: rest.columns.lowerBound..<blank.column))
      rest = LineSegment(
        source: blank.byte + blank.length..<rest.source.upperBound,
        columns: blank.column + blank.width..<rest.columns.upperBound)
    }
    return parts + [rest]
  }
}
