/// Finds how many columns a full-width character takes in the rows of a table.
///
/// Programs that set columns apart by blanks count such a character as two columns or as one. The count under which more
/// pieces of the rows begin or end on a common column is the one that was used.
struct ColumnMeasure {
  let bytes: [UInt8]
  /// Rows with figures: headers are centred and share no edge with what stands below.
  let lines: [Range<Int>]

  /// The two counts must differ by one part in so many.
  private static let leastShare = 8

  /// The reader that counts as the rows were set, or nil where they tell nothing.
  var reader: SegmentReader? {
    let two = SegmentReader(bytes, wideWidth: 2)
    let one = SegmentReader(bytes, wideWidth: 1)
    let (alignedByOne, alignedByTwo) = (aligned(one), aligned(two))
    // Cells that keep to no column fall into line by chance.
    guard abs(alignedByOne - alignedByTwo) * Self.leastShare >= alignedByOne + alignedByTwo else { return nil }
    return alignedByOne == alignedByTwo ? nil : alignedByOne > alignedByTwo ? one : two
  }

  /// How many pieces share the column of their begin or their end with a piece of another line.
  private func aligned(_ reader: SegmentReader) -> Int {
    let pieces = lines.flatMap { reader.segments($0).dropFirst() }
    let begins = Dictionary(pieces.map { ($0.columns.lowerBound, 1) }, uniquingKeysWith: +)
    let ends = Dictionary(pieces.map { ($0.columns.upperBound, 1) }, uniquingKeysWith: +)
    return pieces.count { begins[$0.columns.lowerBound, default: 0] > 1 || ends[$0.columns.upperBound, default: 0] > 1 }
  }
}
