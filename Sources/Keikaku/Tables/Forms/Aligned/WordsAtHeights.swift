/// Deals the lines of a column of words to rows of which the middles are known, so that each cell stands in the middle of its
/// own and no text is parted that goes on.
struct WordsAtHeights {
  typealias Placed = CentredCells.Placed

  let pieces: [Placed]
  /// Four times the line in which the middle of each row stands.
  let centres: [Int]
  /// Cells of the column may be empty.
  let mayLack: Bool

  /// A way to deal the pieces to rows: where the cell of each row ends.
  private struct Way {
    var ends: [Int]
    var cost: Int
    /// The cost of the next best way.
    var next = Int.max / 2
  }

  /// The pieces of each row; nil where no way fits, or several fit as well.
  func dealt() -> [[Placed]]? {
    let widest = pieces.map(\.piece.place.count).max() ?? 0
    // By the piece that comes next, the best way so far.
    var ways: [Int: Way] = [0: Way(ends: [], cost: 0)]
    for centre in centres {
      var longer: [Int: Way] = [:]
      for (start, way) in ways {
        for end in start...min(pieces.count, start + Self.mostLines) {
          guard let cost = cost(of: start..<end, centre, widest) else { continue }
          var whole = way
          whole.ends.append(end)
          whole.cost += cost
          whole.next += cost
          longer[end] = longer[end].map { Self.better(of: whole, $0) } ?? whole
        }
      }
      ways = longer
    }
    guard let best = ways[pieces.count], best.next - best.cost >= Self.leastAhead else { return nil }
    return zip([0] + best.ends, best.ends).map { Array(pieces[$0..<$1]) }
  }

  private static func better(of first: Way, _ second: Way) -> Way {
    var best = first.cost <= second.cost ? first : second
    best.next = min(best.next, max(first.cost, second.cost))
    return best
  }

  /// What speaks against some lines as the cell of a row, in quarters of a line; nil where they cannot be it.
  private func cost(of lines: Range<Int>, _ centre: Int, _ widest: Int) -> Int? {
    guard let first = lines.first, let last = lines.last else { return mayLack ? 0 : nil }
    let distance = abs(2 * (pieces[first].line + pieces[last].line) - centre)
    guard distance <= Self.mostOffCentre else { return nil }
    var cost = distance
    for line in lines.dropLast() {
      guard pieces[line + 1].line - pieces[line].line <= CentredCells.widestStep else { return nil }
      cost += costOfJoining(line, widest)
    }
    if last + 1 < pieces.count {
      guard let parting = costOfParting(last, widest) else { return nil }
      cost += parting
    }
    return cost
  }

  /// A text that leaves its column half empty does not go on below.
  private func costOfJoining(_ line: Int, _ widest: Int) -> Int {
    let (text, below) = (pieces[line].piece.text, pieces[line + 1].piece.text)
    if NameContinuation.isOpen(text) || NameContinuation.continues(below) { return 0 }
    if NameContinuation.areTwoNames(text, below) { return Self.contradiction }
    return widest - pieces[line].piece.place.count >= Self.leastFree ? Self.contradiction : 0
  }

  /// Nil where the text goes on for sure.
  private func costOfParting(_ line: Int, _ widest: Int) -> Int? {
    let (text, below) = (pieces[line].piece.text, pieces[line + 1].piece.text)
    if NameContinuation.isOpenInBracket(text) || NameContinuation.closesUnopened(below) { return nil }
    let isFull = widest - pieces[line].piece.place.count < 2 && !NameContinuation.endsAsName(text)
    return isFull && pieces[line + 1].line == pieces[line].line + 1 ? Self.contradiction : 0
  }

  private static let mostLines = 8
  /// In display columns.
  private static let leastFree = 5
  /// In quarters of a line, as the following.
  private static let mostOffCentre = 6
  private static let contradiction = 6
  private static let leastAhead = 2
}
