/// The borders of a table's cells: where they could be, and on which stretches they are.
struct BorderGrid: Sendable {
  /// Positions of the vertical and horizontal borders, ascending.
  var xs: [Double]
  var ys: [Double]
  /// For each vertical border and each row, whether it parts the row's cells there.
  var parts: [[Bool]]
  /// For each horizontal border and each column, whether it parts the column's cells there.
  var divides: [[Bool]]

  /// No more elementary cells than this: beyond it is a drawing on graph paper.
  static let cellLimit = 20_000

  var columnCount: Int { xs.count - 1 }
  var rowCount: Int { ys.count - 1 }
  var box: PageBox { PageBox(x0: xs[0], y0: ys[0], x1: xs[xs.count - 1], y1: ys[ys.count - 1]) }

  /// A grid with borders nowhere yet.
  init(xs: [Double], ys: [Double]) {
    self.xs = xs
    self.ys = ys
    parts = Array(repeating: Array(repeating: false, count: max(0, ys.count - 1)), count: xs.count)
    divides = Array(repeating: Array(repeating: false, count: max(0, xs.count - 1)), count: ys.count)
  }

  /// Marks the stretches that a rule covers: those whose middle it passes.
  mutating func markVertical(_ rule: PdfRule) {
    guard let x = Self.nearest(xs, rule.position) else { return }
    for row in 0..<rowCount where covers(rule, (ys[row] + ys[row + 1]) / 2) { parts[x][row] = true }
  }

  mutating func markHorizontal(_ rule: PdfRule) {
    guard let y = Self.nearest(ys, rule.position) else { return }
    for column in 0..<columnCount where covers(rule, (xs[column] + xs[column + 1]) / 2) { divides[y][column] = true }
  }

  private func covers(_ rule: PdfRule, _ point: Double) -> Bool { rule.from - 1 <= point && point <= rule.to + 1 }

  private static func nearest(_ positions: [Double], _ position: Double) -> Int? {
    positions.indices.min { abs(positions[$0] - position) < abs(positions[$1] - position) }
  }

  /// Positions that lie within 3.2 points of each other made one: both lines of a double rule are one border.
  static func clusters(_ positions: [Double]) -> [Double] {
    var result: [Double] = []
    var sum = 0.0
    var count = 0
    for position in positions.sorted() {
      if count > 0, position - sum / Double(count) <= 3.2 {
        sum += position
        count += 1
        result[result.count - 1] = sum / Double(count)
      } else {
        result.append(position)
        sum = position
        count = 1
      }
    }
    return result
  }

  /// The merged cells: for each elementary cell the place of its region's first cell, and each region's spans.
  func regions() -> (owner: [Int], spans: [Int: (rows: Int, columns: Int)]) {
    var owner = joinedCells()
    var extents: [Int: (top: Int, left: Int, bottom: Int, right: Int)] = [:]
    for cell in owner.indices {
      let (row, column) = (cell / columnCount, cell % columnCount)
      let old = extents[owner[cell]] ?? (row, column, row, column)
      extents[owner[cell]] = (min(old.top, row), min(old.left, column), max(old.bottom, row), max(old.right, column))
    }
    var sizes: [Int: Int] = [:]
    for root in owner { sizes[root, default: 0] += 1 }
    for (root, extent) in extents {
      let area = (extent.bottom - extent.top + 1) * (extent.right - extent.left + 1)
      // A region that is no rectangle misses a rule; its cells are kept apart row by row.
      if area != sizes[root] { splitRows(of: root, &owner) }
    }
    return (owner, Self.spans(of: owner, columnCount: columnCount))
  }

  private static func spans(of owner: [Int], columnCount: Int) -> [Int: (rows: Int, columns: Int)] {
    var spans: [Int: (rows: Int, columns: Int)] = [:]
    for cell in owner.indices {
      let root = owner[cell]
      let rows = cell / columnCount - root / columnCount + 1
      let columns = cell % columnCount - root % columnCount + 1
      let old = spans[root] ?? (1, 1)
      spans[root] = (max(old.rows, rows), max(old.columns, columns))
    }
    return spans
  }

  /// Each cell with the first cell of its region.
  private func joinedCells() -> [Int] {
    var owner = Array(0..<rowCount * columnCount)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while owner[cell] != cell { cell = owner[cell] }
      return cell
    }
    func join(_ first: Int, _ second: Int) {
      let (a, b) = (root(first), root(second))
      owner[max(a, b)] = min(a, b)
    }
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let cell = row * columnCount + column
        if column + 1 < columnCount, !parts[column + 1][row] { join(cell, cell + 1) }
        if row + 1 < rowCount, !divides[row + 1][column] { join(cell, cell + columnCount) }
      }
    }
    return owner.indices.map(root)
  }

  private func splitRows(of root: Int, _ owner: inout [Int]) {
    for cell in owner.indices where owner[cell] == root {
      let goesOn = cell % columnCount > 0 && !parts[cell % columnCount][cell / columnCount]
      owner[cell] = goesOn ? owner[cell - 1] : cell
    }
  }
}
