/// Finds the gutters of one blank only: where a cell is full, a single blank parts it from the next column.
///
///     認定農業者の経営体数 21経営体
///     新規就農者数         4人
///
/// Such a blank parts columns where hardly any line has a letter in it and what follows begins right behind it in most lines.
struct NarrowGutters {
  /// The pieces of each line, parted at every blank.
  private let pieces: [[LineSegment]]
  /// The display columns at which a piece begins behind a wide gap.
  private let clearBegins: Set<Int>
  /// So many lines show a gutter; it also bounds the work.
  private static let mostLines = 200
  /// A column of item numbers is no wider.
  private static let widestNumber = 3

  init(pieces: [[LineSegment]], segments: [[LineSegment]]) {
    self.pieces = Array(pieces.prefix(Self.mostLines))
    clearBegins = Set(segments.flatMap { $0.dropFirst().map(\.columns.lowerBound) })
  }

  /// A column parted where such gutters run through it.
  func parted(_ column: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = column.lowerBound
    for begin in begins(in: column) {
      guard isGutter(before: begin, left: start..<begin, right: begin..<column.upperBound) else { continue }
      found.append(start..<begin - 1)
      start = begin
    }
    return found + [start..<column.upperBound]
  }

  /// Where pieces of several lines begin inside a column.
  private func begins(in column: Range<Int>) -> [Int] {
    let inside = pieces.joined().map(\.columns.lowerBound)
      .filter { $0 > column.lowerBound + 1 && $0 < column.upperBound }
    let counts = Dictionary(inside.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  private func isGutter(before begin: Int, left: Range<Int>, right: Range<Int>) -> Bool {
    guard clearBegins.contains(begin) || left.count <= Self.widestNumber else { return false }
    let leftLines = lines { $0.overlaps(left) }
    let rightLines = lines { $0.overlaps(right) }
    let filled = lines { $0.overlaps(left) || $0.overlaps(right) }
    let crossing = lines { $0.contains(begin - 1) }
    let beginning = lines { $0.lowerBound == begin }
    return crossing * 5 <= filled && leftLines > 1 && beginning > 1 && beginning * 2 >= rightLines
  }

  /// How many lines have a piece that stands so.
  private func lines(where stands: (Range<Int>) -> Bool) -> Int {
    pieces.count { line in line.contains { stands($0.columns) } }
  }
}
