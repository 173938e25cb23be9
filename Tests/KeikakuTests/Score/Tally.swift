/// What was expected, found and right, and what was found that should not be.
struct Tally: Equatable {
  var expected = 0
  var found = 0
  var exact = 0
  /// Found in documents whose annotation is complete, and of these the right ones.
  var extracted = 0
  var right = 0
  /// Wrong without any diagnostic.
  var silent = 0

  var recall: Double { Self.share(found, expected) }
  var precision: Double { Self.share(right, extracted) }
  var exactness: Double { Self.share(exact, expected) }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 1 : Double(part) / Double(whole)
  }
}

/// Pairs annotated rows with extracted ones, the most alike first; of equals the earlier ones.
func bestPairs<Row, Element>(
  _ rows: [Row], _ elements: [Element], _ likeness: (Row, Element) -> Double
) -> [(row: Int, element: Int)] {
  var candidates: [(likeness: Double, row: Int, element: Int)] = []
  for (row, expected) in rows.enumerated() {
    for (element, found) in elements.enumerated() {
      let likeness = likeness(expected, found)
      if likeness > 0 { candidates.append((likeness, row, element)) }
    }
  }
  candidates.sort { ($1.likeness, $0.row, $0.element) < ($0.likeness, $1.row, $1.element) }
  var rowsTaken: Set<Int> = []
  var elementsTaken: Set<Int> = []
  return candidates.compactMap { candidate in
    guard !rowsTaken.contains(candidate.row), !elementsTaken.contains(candidate.element) else { return nil }
    rowsTaken.insert(candidate.row)
    elementsTaken.insert(candidate.element)
    return (candidate.row, candidate.element)
  }
}
