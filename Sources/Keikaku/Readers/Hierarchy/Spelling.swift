import KeikakuText

/// Tells two spellings of one title from two titles.
enum Spelling {
  /// Whether two titles differ in at most one letter of ten, as recognition errors do.
  static func isVariant(_ left: String, _ right: String) -> Bool {
    let left = Array(String(decoding: TitleKey(left).bytes, as: UTF8.self).unicodeScalars)
    let right = Array(String(decoding: TitleKey(right).bytes, as: UTF8.self).unicodeScalars)
    let allowed = max(1, min(left.count, right.count) / 10)
    guard min(left.count, right.count) >= 5, abs(left.count - right.count) <= allowed else { return false }
    return distance(left, right, limit: allowed) <= allowed
  }

  /// How many letters must be changed, added or dropped; stops counting past the limit.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        current.append(min(previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
      }
      if current.min() ?? 0 > limit { return limit + 1 }
      previous = current
    }
    return previous[right.count]
  }
}
