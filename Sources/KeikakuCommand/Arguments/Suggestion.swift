extension String {
  /// The candidate that this may be a misspelling of: at most two letters differ, and fewer than it has.
  func nearest(among candidates: [String]) -> String? {
    let ranked = candidates.map { (distance: editDistance(to: $0), name: $0) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= 2 && best.distance < unicodeScalars.count ? best.name : nil
  }

  /// How many letters must be put in, taken out or replaced to make one text the other (Levenshtein).
  func editDistance(to other: String) -> Int {
    let left = Array(unicodeScalars)
    let right = Array(other.unicodeScalars)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, candidate) in right.enumerated() {
        let replaced = diagonal + (letter == candidate ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
