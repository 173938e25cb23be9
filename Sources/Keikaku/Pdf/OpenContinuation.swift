/// Puts what a page shows of a table without rules into the columns that its other page shows.
///
/// Rows that leave columns empty show fewer gutters than the header that they stand below; what tells their columns is where
/// their cells begin and end.
struct OpenContinuation {
  /// The table that shows more columns.
  let wide: PageTable
  let em: Double
  /// Where the texts of each column begin and end, if it has any.
  private let lefts: [Double?]
  private let rights: [Double?]

  init(wide: PageTable, em: Double) {
    self.wide = wide
    self.em = em
    let boxes = (0..<wide.columnCount).map { column in
      wide.rows.filter { $0[column].columnSpan == 1 }.flatMap { $0[column].lines.map(\.box) }
    }
    lefts = boxes.map { $0.map(\.x0).min() }
    rights = boxes.map { $0.map(\.x1).max() }
  }

  /// The rows of a narrower table on the page below; nil where a cell stands across two columns.
  func rows(below narrow: PageTable) -> PageTable? {
    guard narrow.columnCount < wide.columnCount, beginsLevel(narrow), narrow.box.x1 <= wide.box.x1 + 3 * em else {
      return nil
    }
    return placed(narrow, mayStandAcross: false)
  }

  /// The rows of a narrower table above, where each of its columns begins as one does here; texts may stand across the others.
  func rows(above narrow: PageTable) -> PageTable? {
    guard narrow.columnCount < wide.columnCount, beginsLevel(narrow) else { return nil }
    for column in 1..<narrow.columnCount {
      let left = narrow.rows.lazy.flatMap { $0[column].lines.map(\.box.x0) }.min()
      guard let left, lefts.contains(where: { $0.map { abs($0 - left) <= 0.3 * em } ?? false }) else { return nil }
    }
    return placed(narrow, mayStandAcross: true)
  }

  /// The columns of a table with as many begin, or end, where these do, though the blank strips between them differ.
  func sharesColumns(with other: PageTable) -> Bool {
    guard other.columnCount == wide.columnCount else { return false }
    let columns = OpenContinuation(wide: other, em: em)
    return lefts.indices.allSatisfy { column in
      let edges = [(lefts[column], columns.lefts[column]), (rights[column], columns.rights[column])]
      return edges.contains { own, other in
        guard let own, let other else { return false }
        return abs(own - other) <= 0.3 * em
      }
    }
  }

  private func beginsLevel(_ narrow: PageTable) -> Bool { abs(narrow.borders[0] - wide.borders[0]) <= 0.3 * em }

  private func placed(_ table: PageTable, mayStandAcross: Bool) -> PageTable? {
    var result = PageTable(form: table.form, box: table.box, borders: wide.borders, rows: [])
    for row in table.rows {
      guard let cells = placed(row, mayStandAcross: mayStandAcross) else { return nil }
      result.rows.append(cells)
    }
    return result
  }

  private func placed(_ row: [PageTable.Cell], mayStandAcross: Bool) -> [PageTable.Cell]? {
    let borders = wide.borders
    var cells = borders.indices.dropLast().map { PageTable.Cell(width: borders[$0 + 1] - borders[$0]) }
    if let head = row.first, head.isEmpty { cells[0] = head }
    for cell in row where !cell.isEmpty {
      guard let x0 = cell.lines.map(\.box.x0).min(), let x1 = cell.lines.map(\.box.x1).max() else { continue }
      let column = borders.indices.dropLast().last { borders[$0] <= x0 + 0.3 * em } ?? 0
      let end = self.end(of: column, x1)
      guard cells[column].isEmpty, mayStandAcross || end == column + 1 else { return nil }
      cells[column] = cell
      cells[column].columnSpan = end - column
      for covered in column + 1..<max(end, column + 1) { cells[covered].isCovered = true }
    }
    return cells
  }

  /// The column behind the last one that text which ends at `x1` reaches into.
  private func end(of column: Int, _ x1: Double) -> Int {
    var end = column + 1
    while end < wide.columnCount, x1 > max(lefts[end] ?? wide.borders[end], wide.borders[end]) + 0.3 * em { end += 1 }
    return end
  }

  // MARK: Single rows

  /// The table that the first lines of a page make in the columns of the one before, and how many of the items it takes: each
  /// piece begins, ends or is centred as the texts of its column are. A single row shows no gutters by itself.
  func rows(of items: [[PrintedLine]]) -> (table: PageTable, count: Int)? {
    // A page may begin with a line that has a gap by itself; below drawn cells it takes more to go on without any.
    let least = wide.form == .ruled ? min(3, wide.columnCount) : 2
    var taken = 0
    var last: PrintedLine?
    for (index, item) in items.enumerated() {
      guard item.allSatisfy(fits) else { break }
      let isRow = item.contains { $0.segments(gap: GutterTables.gap * em).count >= least }
      let distance = last.map { item[0].center - $0.center } ?? 0
      guard distance < (isRow ? 3.2 : 1.5) * em else { break }
      last = item.last
      // A lone line belongs to a row below it; after the last row only the rest of a wrapped cell does.
      if isRow { taken = index + 1 } else if taken == index, index > 0 { taken += 1 }
    }
    guard taken > 0 else { return nil }
    let kept = items.prefix(taken).flatMap { $0 }
    var table = OpenTable(middles: Array(wide.borders.dropFirst().dropLast()), em: em).table(of: kept)
    table.borders = wide.borders
    table.form = wide.form
    return (table, taken)
  }

  /// Each piece of the line stands in a column of its own.
  private func fits(_ line: PrintedLine) -> Bool {
    let columns = line.segments(gap: GutterTables.gap * em).map { column(of: $0) }
    return columns.allSatisfy { $0 != nil } && Set(columns).count == columns.count
  }

  private func column(of piece: PrintedLine) -> Int? {
    wide.borders.indices.dropLast().first { column in
      guard let left = lefts[column], let right = rights[column] else { return false }
      let limit = column + 1 < lefts.count ? lefts[column + 1] ?? .infinity : .infinity
      let isAligned =
        abs(piece.box.x0 - left) <= 0.3 * em || abs(piece.box.x1 - right) <= 0.3 * em
        || abs(piece.box.middleX - (left + right) / 2) <= 0.3 * em
      return isAligned && piece.box.x0 >= left - 0.3 * em && piece.box.x1 < limit
    }
  }
}
