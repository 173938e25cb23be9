/// Deals the pieces of lines to the columns of a table of words.
///
/// A full line deals its pieces by their order, and the full lines together tell where each column begins. A piece of a
/// shorter line belongs to the column that it stands nearest to. Cells that fill their columns leave a single blank:
///
///     お試し住宅の運営           必要な経費の一部を補助します。
///     放課後児童クラブの拡充と充実 国の制度を活用します。
struct WordColumns {
  struct Piece {
    var column: Int
    var segment: LineSegment
  }

  struct Line {
    var line: Int
    var pieces: [Piece]
    var followsBlank: Bool

    func piece(_ column: Int) -> Piece? { pieces.first { $0.column == column } }
  }

  let rows: TextLines
  private let count: Int
  /// Where the columns begin, full-width characters counted as two and as one.
  private let measures: [(reader: SegmentReader, starts: [Int])]

  /// A line that begins so far in holds nothing of the first column.
  private static let leastIndent = 4

  /// Nil where the lines do not tell where the columns begin.
  init?(_ lines: [WordTableLine], count: Int, rows: TextLines) {
    self.rows = rows
    self.count = count
    let plain = SegmentReader(rows.text.bytes)
    let full = lines.filter { !$0.isParted && Self.full(rows.indented($0.line), plain, count) != nil }
    if !full.isEmpty {
      measures = [plain, plain.counterpart].map { reader in
        let found = full.compactMap { Self.full(rows.indented($0.line), reader, count)?.map(\.columns.lowerBound) }
        return (reader, (0..<count).map { column in found.map { $0[column] }.sorted()[found.count / 2] })
      }
    } else if count == 2, let second = Self.usualIndent(lines) {
      measures = [plain, plain.counterpart].map { ($0, [0, second]) }
    } else {
      return nil
    }
  }

  /// The pieces of a line that has all cells, parted by gaps, or from the margin on by single blanks.
  private static func full(_ line: Range<Int>, _ reader: SegmentReader, _ count: Int) -> [LineSegment]? {
    let segments = reader.segments(line)
    if segments.count == count { return segments }
    let pieces = reader.segments(line, gap: 1)
    return pieces.count == count && pieces[0].columns.lowerBound < leastIndent ? pieces : nil
  }

  /// Where most of the lines begin that hold the second column alone.
  private static func usualIndent(_ lines: [WordTableLine]) -> Int? {
    let indents = lines.filter { $0.segments.count == 1 }.map { $0.segments[0].columns.lowerBound }
    let counts = Dictionary(indents.filter { $0 > leastIndent }.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// The lines as far as they keep to the columns: one that fills several at once is text below the table.
  func deal(_ lines: [WordTableLine]) -> [Line] {
    var result: [Line] = []
    for line in lines {
      guard let pieces = pieces(line) else { break }
      result.append(Line(line: line.line, pieces: pieces, followsBlank: line.followsBlank))
    }
    return result
  }

  private func pieces(_ line: WordTableLine) -> [Piece]? {
    if line.isParted { return inOrder(line.segments) }
    let content = rows.indented(line.line)
    if let full = Self.full(content, measures[0].reader, count) { return inOrder(full) }
    return
      (measures.compactMap { dealt(content, $0.reader, $0.starts) }.min { $0.distance < $1.distance }
      ?? measures.compactMap { dealtAtBlanks(content, $0.reader, $0.starts) }.min { $0.distance < $1.distance })?.pieces
  }

  /// The pieces between all blanks, where each stands nearest to a column of its own: cells set in the middle or at the
  /// right of their columns begin anywhere.
  private func dealtAtBlanks(
    _ line: Range<Int>, _ reader: SegmentReader, _ starts: [Int]
  ) -> (pieces: [Piece], distance: Int)? {
    let pieces = reader.segments(line, gap: 1).map { Piece(column: nearest($0, starts), segment: $0) }
    guard pieces.count > 1, zip(pieces, pieces.dropFirst()).allSatisfy({ $0.column < $1.column }) else { return nil }
    return (pieces, distance(pieces, starts))
  }

  /// The pieces in the columns that they stand nearest to, and how far from these; nil where one does not keep to its own.
  private func dealt(_ line: Range<Int>, _ reader: SegmentReader, _ starts: [Int]) -> (pieces: [Piece], distance: Int)?
  {
    let parts = reader.segments(line).flatMap { parted($0, reader, starts) }
    let pieces = parts.map { Piece(column: nearest($0, starts), segment: $0) }
    guard pieces.allSatisfy({ keepsToColumn($0, starts) }), Set(pieces.map(\.column)).count == pieces.count else {
      return nil
    }
    return (pieces, distance(pieces, starts))
  }

  private func distance(_ pieces: [Piece], _ starts: [Int]) -> Int {
    pieces.reduce(0) { $0 + abs($1.segment.columns.lowerBound - starts[$1.column]) }
  }

  private func inOrder(_ segments: [LineSegment]) -> [Piece] {
    segments.enumerated().map { Piece(column: $0, segment: $1) }
  }

  /// The parts of a segment between the single blanks before columns.
  private func parted(_ segment: LineSegment, _ reader: SegmentReader, _ starts: [Int]) -> [LineSegment] {
    var parts: [LineSegment] = []
    var rest = segment
    for blank in reader.blanks(in: segment)
    where starts.dropFirst().contains(where: { abs($0 - blank.column - blank.width) <= Self.tolerance }) {
      let cut = rest.parted(at: blank)
      parts.append(cut.left)
      rest = cut.right
    }
    return parts + [rest]
  }

  private func nearest(_ segment: LineSegment, _ starts: [Int]) -> Int {
    let left = segment.columns.lowerBound
    return (0..<count).min { abs(starts[$0] - left) < abs(starts[$1] - left) } ?? 0
  }

  private func keepsToColumn(_ piece: Piece, _ starts: [Int]) -> Bool {
    piece.column + 1 == count || piece.segment.columns.upperBound <= starts[piece.column + 1] + Self.tolerance
  }

  /// Letters of other widths push what stands behind them out of line.
  private static let tolerance = 2
}
