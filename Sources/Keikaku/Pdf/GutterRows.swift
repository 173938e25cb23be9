/// Puts the lines of a table without rules together to rows.
///
/// A cell that was wrapped has its upper line nearly full and the next one at the pitch of text; a value may stand half-way
/// beside a name that was wrapped above and below it.
struct GutterRows {
  /// A piece of a cell: what stands in one column on one line.
  struct Piece {
    var column: Int
    var line: PrintedLine
    var center: Double { line.box.middleY }
  }

  struct Row {
    var pieces: [Piece]
    /// A head to its left stands for so many rows from this one.
    var headSpan = 1
    var top: Double { pieces.map(\.line.box.y0).min() ?? 0 }
    var bottom: Double { pieces.map(\.line.box.y1).max() ?? 0 }
    var center: Double { (top + bottom) / 2 }
    var hasHead: Bool { pieces.contains { $0.column == 0 } }
  }

  private(set) var rows: [Row] = []
  private let em: Double
  private let columnCount: Int
  private var pieces: [Piece] = []
  /// For each column its pieces from above to below.
  private var columns: [[Int]]
  private var widest: [Double]
  /// Pieces of wrapped first cells that stand beside several rows; they say nothing about the lines of those.
  private var heads: Set<Int> = []

  init(lines: [PrintedLine], borders: [Double], em: Double) {
    self.em = em
    columnCount = borders.count - 1
    columns = Array(repeating: [], count: max(columnCount, 1))
    widest = Array(repeating: 0, count: max(columnCount, 1))
    for line in lines { add(line, borders) }
    group()
  }

  private mutating func add(_ line: PrintedLine, _ borders: [Double]) {
    var byColumn: [Int: [PdfWord]] = [:]
    for word in line.words {
      let column = borders.indices.dropFirst().dropLast().last { borders[$0] <= word.box.middleX } ?? 0
      byColumn[column, default: []].append(word)
    }
    for (column, words) in byColumn.sorted(by: { $0.key < $1.key }) {
      columns[column].append(pieces.count)
      pieces.append(Piece(column: column, line: PrintedLine(words)))
      widest[column] = max(widest[column], pieces[pieces.count - 1].line.box.width)
    }
  }

  private mutating func group() {
    var groups = DisjointSets(count: pieces.count)
    let distances = columns.flatMap { column in
      zip(column, column.dropFirst()).map { pieces[$1].center - pieces[$0].center }
    }
    let pitch = distances.filter { $0 > 0.5 * em }.min() ?? 0
    let isEven = (distances.max() ?? 0) < 1.2 * pitch
    joinHeads(&groups, pitch: pitch)
    for column in columns {
      for (upper, lower) in zip(column, column.dropFirst())
      where !heads.contains(upper) && continues(upper, lower, pitch: pitch, isEven: isEven) {
        groups.join(upper, lower)
      }
    }
    let stacks = stacks(&groups, pitch: pitch)
    joinLevel(&groups, besides: Set(stacks.joined()))
    rows = collected(&groups)
    absorb(sparing: stacks.isEmpty ? 0 : 2)
    placeHeads()
    absorb(sparing: 0)
  }

  /// Cells of the first column that stand beside several rows and join none of them: letters set one below the other in a
  /// narrow column, and wrapped heads beside lines that lie farther apart than those of one cell.
  private func stacks(_ groups: inout DisjointSets, pitch: Double) -> [[Int]] {
    guard columnCount > 1 else { return [] }
    var stacks: [Int: [Int]] = [:]
    for piece in columns[0] { stacks[groups.root(piece), default: []].append(piece) }
    return stacks.values.filter { $0.count >= 2 && (widest[0] <= 2.5 * em || standsBesideRows($0, pitch: pitch)) }
  }

  /// First cells whose lines follow each other at the pitch of text while rows end beside them.
  private mutating func joinHeads(_ groups: inout DisjointSets, pitch: Double) {
    guard columnCount > 1 else { return }
    var chain: [Int] = []
    for piece in columns[0] + [-1] {
      if let last = chain.last, piece >= 0, goesOn(last, piece), gap(last, piece) <= 1.12 * pitch {
        chain.append(piece)
        continue
      }
      if chain.count >= 2, standsBesideRows(chain, pitch: pitch) {
        for other in chain { groups.join(chain[0], other) }
        heads.formUnion(chain)
      }
      chain = piece < 0 ? [] : [piece]
    }
  }

  private func gap(_ upper: Int, _ lower: Int) -> Double { pieces[lower].center - pieces[upper].center }

  private func standsBesideRows(_ stack: [Int], pitch: Double) -> Bool {
    let centers = stack.map { pieces[$0].center }
    let reach = ((centers.min() ?? 0) - 0.6 * em)...((centers.max() ?? 0) + 0.6 * em)
    // The lines of one column tell it, or those of all columns together.
    let together = columns.dropFirst().joined().sorted { pieces[$0].center < pieces[$1].center }
    return (columns.dropFirst() + [together]).contains { column in
      zip(column, column.dropFirst()).contains { upper, lower in
        reach.contains(pieces[upper].center) && reach.contains(pieces[lower].center)
          && gap(upper, lower) > 1.12 * pitch
      }
    }
  }

  /// The lower piece goes on where the upper one ended, and nothing else on the two lines speaks against it.
  private func continues(_ upper: Int, _ lower: Int, pitch: Double, isEven: Bool) -> Bool {
    guard pieces[lower].center - pieces[upper].center <= 1.12 * pitch, pitch <= 2.2 * em else { return false }
    let above = level(with: upper)
    let below = level(with: lower)
    if isEven, Double(min(above.count, below.count)) >= 0.6 * Double(columnCount), above.count > 1 { return false }
    if !isEven, isBetween(above, below) { return true }
    if below.count > 1, below.filter({ pieces[$0].column > (pieces[below[0]].column) }).allSatisfy(isPeriod) {
      return true
    }
    if min(above.count, below.count) == 1, isFullOfItsRun(upper, pitch: pitch) { return true }
    return above.allSatisfy { piece in
      below.first { pieces[$0].column == pieces[piece].column }.map { goesOn(piece, $0) } ?? true
    }
  }

  /// Long text whose lines end alike, though other cells of its column reach farther.
  private func isFullOfItsRun(_ piece: Int, pitch: Double) -> Bool {
    guard pieces[piece].line.letters >= 12, let place = columns[pieces[piece].column].firstIndex(of: piece) else {
      return false
    }
    let column = columns[pieces[piece].column]
    var run = place..<place + 1
    while run.lowerBound > 0, gap(column[run.lowerBound - 1], column[run.lowerBound]) <= 1.12 * pitch {
      run = run.lowerBound - 1..<run.upperBound
    }
    while run.upperBound < column.count, gap(column[run.upperBound - 1], column[run.upperBound]) <= 1.12 * pitch {
      run = run.lowerBound..<run.upperBound + 1
    }
    let end = run.lazy.map { pieces[column[$0]].line.box.x1 }.max() ?? 0
    return pieces[piece].line.box.x1 > end - 1.6 * em
  }

  /// The upper line is full, or the lower one is what follows a figure in brackets: its year.
  private func goesOn(_ upper: Int, _ lower: Int) -> Bool {
    if isFull(upper) { return true }
    let first = pieces[lower].line.words.first?.text.unicodeScalars.first
    return first == "(" || first == "（"
  }

  /// A year or 累計 in brackets, as stands below a figure; (145) is a figure of its own.
  private func isPeriod(_ piece: Int) -> Bool {
    let scalars = pieces[piece].line.words.lazy.flatMap(\.text.unicodeScalars)
    guard let first = scalars.first, first == "(" || first == "（", let second = scalars.dropFirst().first else {
      return false
    }
    return "HRSＨＲＳ平令昭累年".unicodeScalars.contains(second)
      || "12１２".unicodeScalars.contains(second) && scalars.prefix(6).contains("年")
  }

  /// A cell to the left of both lines stands half-way between them: they are two lines of the cells beside it.
  private func isBetween(_ above: [Int], _ below: [Int]) -> Bool {
    guard let upper = above.first, let lower = below.first else { return false }
    let columns = (above + below).map { pieces[$0].column }
    let middle = (pieces[upper].center + pieces[lower].center) / 2
    return pieces.indices.contains { piece in
      !heads.contains(piece) && abs(pieces[piece].center - middle) <= 0.2 * em
        && columns.allSatisfy { $0 > pieces[piece].column } && pieces[piece].line.letters > 1
    }
  }

  private func isFull(_ piece: Int) -> Bool { pieces[piece].line.box.width >= widest[pieces[piece].column] - 1.6 * em }

  /// The pieces of all columns on the line of this one.
  private func level(with piece: Int) -> [Int] {
    pieces.indices.filter { !heads.contains($0) && abs(gap(piece, $0)) <= 0.3 * em }
  }

  private func joinLevel(_ groups: inout DisjointSets, besides heads: Set<Int>) {
    let sorted = pieces.indices.filter { !heads.contains($0) }.sorted { pieces[$0].center < pieces[$1].center }
    for (index, piece) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        guard pieces[other].center - pieces[piece].center <= 0.3 * em else { break }
        groups.join(piece, other)
      }
    }
  }

  private func collected(_ groups: inout DisjointSets) -> [Row] {
    var rows: [Int: Row] = [:]
    for piece in pieces.indices { rows[groups.root(piece), default: Row(pieces: [])].pieces.append(pieces[piece]) }
    return rows.values.sorted { $0.center < $1.center }
  }

  /// A row that lies inside the height of another belongs to it, if they do not both speak in a column. First cells of so
  /// many lines are spared: they may be heads of several rows.
  private mutating func absorb(sparing lines: Int) {
    var index = 0
    while index < rows.count {
      let inner = rows[index]
      if lines > 0, inner.pieces.count >= lines, inner.pieces.allSatisfy({ $0.column == 0 }) {
        index += 1
        continue
      }
      let outer = rows.indices.first { other in
        other != index && rows[other].pieces.count > 1 && rows[other].top < inner.center
          && inner.center < rows[other].bottom
          && rows[other].bottom - rows[other].top > 1.6 * em
          && Set(rows[other].pieces.map(\.column)).isDisjoint(with: inner.pieces.map(\.column))
      }
      if let outer {
        rows[outer].pieces += inner.pieces
        rows.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Gives heads that stand alone in the middle of the rows they are for to the first of those rows.
  private mutating func placeHeads() {
    var claimed = 0
    for head in rows.filter({ $0.pieces.allSatisfy { $0.column == 0 } }) {
      guard
        let place = rows.firstIndex(where: {
          $0.center == head.center && $0.pieces.count == head.pieces.count && $0.hasHead
        })
      else { continue }
      rows.remove(at: place)
      if let run = run(around: head, from: claimed) {
        rows[run.lowerBound].pieces += head.pieces
        rows[run.lowerBound].headSpan = run.count
        claimed = run.upperBound
      } else {
        rows.insert(head, at: place)
      }
    }
  }

  /// The rows without a head, one after the other, in whose middle the head stands.
  private func run(around head: Row, from first: Int) -> Range<Int>? {
    let free = rows.indices.filter { $0 >= first && !rows[$0].hasHead }
    for start in free where rows[start].top < head.center {
      var end = start
      while end < rows.count, !rows[end].hasHead {
        let middle = (rows[start].top + rows[end].bottom) / 2
        end += 1
        let covers = rows[start].top <= head.top + 0.4 * em && rows[end - 1].bottom >= head.bottom - 0.4 * em
        if abs(middle - head.center) <= 0.6 * em, covers || end - start >= 2 { return start..<end }
      }
    }
    return nil
  }
}
