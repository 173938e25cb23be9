/// Tells by their order which parts of a line stand under which of the merged heads in the line above.
///
///        基準値                実績値               目標値
///     年度     数値      R2     R3     R4      年度     数値
///
/// 年度 and 数値 together are one head's, and so are the years between two such pairs. Heads are set in the middle of columns
/// whose widths differ, so that R4 may stand nearer to 目標値 than to its own head.
struct HeadPartGroups {
  /// A part of a head, from left to right.
  struct Part {
    var isYear: Bool
    var text: String
    /// Its middle.
    var center: Int
  }

  let parts: [Part]
  /// The roles and middles of the heads.
  let heads: [(role: ColumnRole?, center: Int)]

  /// How many parts stand under each head; nil where there are no such pairs, or they and the years do not fall to the heads.
  var counts: [Int]? {
    let groups = groups
    let years = groups.indices.filter { parts[groups[$0].lowerBound].isYear }
    guard years.count < groups.count else { return nil }
    if groups.count == heads.count { return groups.map(\.count) }
    // The years between the pairs are those of several heads.
    guard years.count == 1, let place = years.first, groups.count < heads.count else { return nil }
    let owners = place..<heads.count - (groups.count - 1 - place)
    let shares = YearShares(years: parts[groups[place]].map(\.center), heads: Array(heads[owners]))
    return shares.counts.map { groups[..<place].map(\.count) + $0 + groups[(place + 1)...].map(\.count) }
  }

  /// Years side by side, and words up to the first that comes again.
  private var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    for (place, part) in parts.enumerated() {
      if let last = groups.last, parts[last.lowerBound].isYear == part.isYear,
        part.isYear || !parts[last].contains(where: { $0.text == part.text })
      {
        groups[groups.count - 1] = last.lowerBound..<place + 1
      } else {
        groups.append(place..<place + 1)
      }
    }
    return groups
  }
}
