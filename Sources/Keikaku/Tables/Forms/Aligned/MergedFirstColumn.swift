/// The pieces of a first column whose cells stand beside several rows: 施策 beside its 指標.
///
///                     温室効果ガス排出量     184.2千t-CO2 128.9千t-CO2
///     循環型社会の形成
///                   鳥獣被害額             12,800千円     7,680千円
///
/// Such a cell is set in the middle of its rows, so that its lines stand beside names that are not its own or between them.
enum MergedFirstColumn {
  typealias Piece = OrderedPiece
  /// A line of the cell with the line of the text that it stands in.
  typealias Part = (line: Int, piece: Piece)

  /// A cell and the rows beside which it stands.
  struct Cell {
    var pieces: [Piece]
    var rows: Range<Int>
  }

  /// In display columns: names of one column begin no further apart.
  private static let leastDistance = 5
  /// In display columns: less is left free where a cell's text goes on in the next line.
  private static let mostFree = 3

  // MARK: Columns

  /// Of the words left of the values of each line, which is of the first column; nil where the places do not tell it.
  ///
  /// - Parameter lines: the words of each line, and whether values stand behind them.
  static func places(_ lines: [(words: [Piece], holdsValues: Bool)]) -> [Int?]? {
    guard lines.allSatisfy({ $0.words.count <= 2 }) else { return nil }
    let first = lines.compactMap { $0.words.first?.columns.lowerBound }.min()
    let names = lines.compactMap { line -> Int? in
      line.words.count == 2 || line.holdsValues ? line.words.last?.columns.lowerBound : nil
    }.sorted()
    guard let first, !names.isEmpty, names[names.count / 2] - first >= leastDistance else { return nil }
    let name = names[names.count / 2]
    return lines.map { line in
      guard let piece = line.words.first else { return nil }
      let isFirst = line.words.count == 2 || piece.columns.lowerBound - first < name - piece.columns.lowerBound
      return isFirst ? 0 : nil
    }
  }

  // MARK: Cells

  /// The cells of the column; nil where a cell of its own may stand beside each row, or nothing tells which rows are whose.
  ///
  /// - Parameter rows: the lines of the text over which each row is written.
  static func cells(_ parts: [Part], beside rows: [ClosedRange<Int>]) -> [Cell]? {
    let blocks = blocks(parts)
    guard !blocks.isEmpty, blocks.count < rows.count else { return nil }
    guard let only = parting(rows, to: blocks) else { return nil }
    return zip(blocks, only).map { Cell(pieces: $0.map(\.piece), rows: $1) }
  }

  /// The lines of each cell: a text goes on in the next line where it fills its own.
  private static func blocks(_ parts: [Part]) -> [[Part]] {
    let widest = parts.map(\.piece.item.width).max() ?? 0
    var blocks: [[Part]] = []
    for part in parts {
      if let last = blocks.last?.last, part.line - last.line <= 1, goesOn(last.piece, part.piece, widest) {
        blocks[blocks.count - 1].append(part)
      } else {
        blocks.append([part])
      }
    }
    return blocks
  }

  private static func goesOn(_ first: Piece, _ next: Piece, _ widest: Int) -> Bool {
    widest - first.item.width < mostFree || NameContinuation.isOpen(first.item.text)
      || NameContinuation.continues(next.item.text)
  }

  /// A way to deal rows to blocks.
  private struct Way {
    var ranges: [Range<Int>]
    /// How far the blocks stand from the middle of their rows, in half lines.
    var distance: Int
    /// The distance of the next best way.
    var next = Int.max / 2
  }

  /// The way to deal the rows to the blocks by which each block stands in the middle of its own; nil where there are
  /// several that fit as well, or none.
  private static func parting(_ rows: [ClosedRange<Int>], to blocks: [[Part]]) -> [Range<Int>]? {
    // Of the blocks dealt so far, the best way by the row that comes next.
    var dealt: [Int: Way] = [0: Way(ranges: [], distance: 0)]
    for block in blocks {
      guard let first = block.first, let last = block.last else { return nil }
      var longer: [Int: Way] = [:]
      for (start, way) in dealt {
        for end in start..<rows.count {
          let distance = rows[start].lowerBound + rows[end].upperBound - first.line - last.line
          if distance > mostOffCentre { break }
          guard distance >= -mostOffCentre else { continue }
          var whole = way
          whole.ranges.append(start..<end + 1)
          whole.distance += abs(distance)
          whole.next += abs(distance)
          longer[end + 1] = longer[end + 1].map { better(of: whole, $0) } ?? whole
        }
      }
      dealt = longer
    }
    return dealt[rows.count].flatMap { $0.next >= $0.distance + leastAhead ? $0.ranges : nil }
  }

  private static func better(of first: Way, _ second: Way) -> Way {
    var best = first.distance <= second.distance ? first : second
    best.next = min(best.next, max(first.distance, second.distance))
    return best
  }

  /// In half lines.
  private static let mostOffCentre = 2
  private static let leastAhead = 2
}
