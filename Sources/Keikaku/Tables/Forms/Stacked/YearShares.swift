/// Tells by their places which of the years in a line stand under which of the merged heads in the line above.
struct YearShares {
  /// The middles of the years, in display columns, from left to right.
  let years: [Int]
  /// The roles and middles of the heads.
  let heads: [(role: ColumnRole?, center: Int)]

  /// How many of the years stand under each head: the parting by which every head is nearest to the middle of its own.
  ///
  /// Nil where that is hardly nearer than the common one: of 現状, 実績 and 目標 the results have several years.
  var counts: [Int]? {
    guard years.count <= Self.mostYears, heads.count <= years.count else { return nil }
    let partings = Self.partings(years.count, heads.count).filter { !areOdd($0) }
    guard let nearest = partings.min(by: { cost(of: $0) < cost(of: $1) }) else { return nil }
    let common = [1, years.count - 2, 1]
    guard heads.map(\.role) == [.baseline, .actual, .target], nearest != common else { return nearest }
    return cost(of: common) - cost(of: nearest) < Self.clear ? nil : nearest
  }

  private func cost(of counts: [Int]) -> Int { distance(of: counts) + oddness(of: counts) }

  /// In halves of display columns.
  private static let clear = 16

  /// A baseline has one year where the target has several.
  private func areOdd(_ counts: [Int]) -> Bool {
    let shares = zip(heads, counts)
    return shares.contains { $0.role == .baseline && $1 > 1 } && shares.contains { $0.role == .target && $1 > 1 }
  }

  private static let mostYears = 14

  /// Every way to write a number as so many counts, none of them zero.
  private static func partings(_ count: Int, _ parts: Int) -> [[Int]] {
    guard parts > 1 else { return [[count]] }
    return (1...max(1, count - parts + 1)).flatMap { first in partings(count - first, parts - 1).map { [first] + $0 } }
  }

  /// How far the heads are from the middles of their years. The whole line of years may be shifted against that of the heads,
  /// so that a common distance counts little.
  private func distance(of counts: [Int]) -> Int {
    var start = 0
    let distances = zip(heads, counts).map { head, count in
      defer { start += count }
      return head.center - (years[start] + years[start + count - 1]) / 2
    }
    let shift = distances.sorted()[distances.count / 2]
    return abs(shift) + 2 * distances.reduce(0) { $0 + abs($1 - shift) }
  }

  /// What speaks against a parting beside the distances: columns below one head stand evenly, and a baseline has one year.
  private func oddness(of counts: [Int]) -> Int {
    let gaps = zip(years.dropFirst(), years).map(-)
    guard let pitch = gaps.min() else { return 0 }
    var start = 0
    return zip(heads, counts).reduce(0) { sum, share in
      defer { start += share.1 }
      let uneven = gaps[start..<start + share.1 - 1].reduce(0) { $0 + $1 - pitch }
      return sum + 2 * uneven + (share.0.role == .baseline ? (share.1 - 1) * pitch : 0)
    }
  }
}
