/// The order in which plain `pdftotext` writes out the lines of one row's cells: from the highest to the lowest, those of
/// one height from left to right.
///
///     体験型観光プ
///     環境
///     ログラムの造
///     町内の全地区で順次実施します。
///     課
///     成
///
/// is a row of three cells of three, one and two lines, set in the middle of the row. Lines that differ by half a line's
/// height may come out as one: then their pieces stand from left to right, even where gaps between them end lines again.
struct CellHeights {
  /// The column of each piece, from the highest to the lowest.
  private let columns: [Int]
  /// In halves of a line.
  private let heights: [Int]

  /// - Parameters:
  ///   - counts: how many lines each cell has.
  ///   - isCentred: cells stand in the middle of the row, and not at its top.
  init(_ counts: [Int], isCentred: Bool) {
    let places = counts.enumerated().flatMap { column, count in
      (0..<count).map { (height: isCentred ? 2 * $0 - count + 1 : 2 * $0, column: column) }
    }.sorted { ($0.height, $0.column) < ($1.height, $1.column) }
    columns = places.map(\.column)
    heights = places.map(\.height)
  }

  var pieceCount: Int { columns.count }

  /// The columns of the pieces in lines of the text that hold so many each, in every way in which the row's pieces fall into
  /// such lines.
  ///
  /// - Parameter partsMerged: lines of two heights that come out as one may be ended again by gaps.
  func dealings(_ sizes: [Int], partsMerged: Bool = false) -> Set<[Int]> {
    var found: Set<[Int]> = []
    deal(from: 0, dealt: [], Self.ends(of: sizes), partsMerged, into: &found)
    return found
  }

  /// Deals the pieces of a height, alone and together with those half a line lower, to whole lines of the text.
  private func deal(
    from start: Int, dealt: [Int], _ ends: Set<Int>, _ partsMerged: Bool, into found: inout Set<[Int]>
  ) {
    guard start < columns.count else {
      found.insert(dealt)
      return
    }
    for reach in 0...1 {
      let end = heights[start...].firstIndex { $0 > heights[start] + reach } ?? heights.count
      guard ends.contains(end), reach == 0 || heights[end - 1] > heights[start],
        reach == 0 || partsMerged || !(start + 1..<end).contains(where: ends.contains)
      else { continue }
      deal(from: end, dealt: dealt + columns[start..<end].sorted(), ends, partsMerged, into: &found)
    }
  }

  /// How many pieces stand in the first line, in the first two and so on.
  private static func ends(of sizes: [Int]) -> Set<Int> {
    var ends: Set<Int> = []
    var count = 0
    for size in sizes {
      count += size
      ends.insert(count)
    }
    return ends
  }

  /// Every row of so many columns, whose cells have at most so many lines and all together at most so many.
  static func all(columns: Int, mostLines: Int, mostPieces: Int, isCentred: Bool = true) -> [CellHeights] {
    var counts: [[Int]] = [[]]
    for _ in 0..<columns {
      counts = counts.flatMap { known in (1...mostLines).map { known + [$0] } }
      counts.removeAll { $0.reduce(0, +) > mostPieces }
    }
    return counts.map { CellHeights($0, isCentred: isCentred) }
  }
}
