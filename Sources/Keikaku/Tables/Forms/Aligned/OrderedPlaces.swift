/// Where the columns of words stand, by the lines that hold a piece for each.
struct OrderedPlaces {
  /// The columns left or right of the values.
  struct Side {
    private let columns: [Int]
    private let starts: [Int]?

    /// - Parameter lines: of each line the display columns of its words on this side.
    init(_ columns: [Int], lines: [[Range<Int>]]) {
      self.columns = columns
      let full = lines.filter { $0.count == columns.count }
      starts = full.first.map { first in
        first.indices.map { place in full.reduce(0) { $0 + $1[place].lowerBound } / full.count }
      }
    }

    /// The column of each piece: in order where there is one for each, else by where the columns begin.
    func columns(of pieces: [Range<Int>]) -> [Int]? {
      if pieces.isEmpty { return [] }
      if pieces.count == columns.count { return columns }
      if columns.count == 1, pieces.count > 1 { return pieces.map { _ in columns[0] } }
      guard pieces.count < columns.count, let starts else { return nil }
      let places = pieces.map { piece in
        starts.indices.min { abs(starts[$0] - piece.lowerBound) < abs(starts[$1] - piece.lowerBound) } ?? 0
      }
      return Set(places).count == places.count ? places.map { columns[$0] } : nil
    }
  }

  let leading: Side
  let trailing: Side
}
