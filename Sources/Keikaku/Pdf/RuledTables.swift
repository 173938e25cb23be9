/// Finds the tables whose cells are drawn: rules that cross each other, taken together, make a grid.
struct RuledTables {
  var tables: [PageTable] = []
  /// The words that no table took.
  var words: [PdfWord]
  /// The horizontal rules that no table took.
  var looseHorizontals: [PdfRule] = []
  /// Rectangles that stand alone, with one cell each: boxes of a diagram, frames around prose.
  var frames: [PageBox] = []

  private let em: Double
  /// How far apart two rules may end and still meet.
  private static let tolerance = 2.5
  /// More rules than this one way are graph paper or a picture.
  static let ruleLimit = 4_000

  /// - Parameter fills: coloured areas, which part the cells of a grid where lines leave it open.
  init(
    horizontals: [PdfRule], verticals: [PdfRule], fills: [PageBox] = [], words: [PdfWord], form: Table.Form = .ruled,
    em: Double
  ) {
    self.words = words
    self.em = em
    guard horizontals.count <= Self.ruleLimit, verticals.count <= Self.ruleLimit else { return }
    let components = Self.components(horizontals, verticals)
    // Small ones first: a frame around a table must not take the table's words.
    for component in components.sorted(by: { $0.area < $1.area }) {
      var grid = component.grid
      grid?.markEdges(of: fills)
      if let found = grid.flatMap({ GridFilling.table($0, form: form, words: self.words, em: em) }) {
        tables.append(found.table)
        self.words = found.rest
      } else {
        looseHorizontals += component.horizontals
        if let grid, grid.columnCount * grid.rowCount == 1 { frames.append(grid.box) }
      }
    }
  }

  /// Rules that hang together by crossing.
  struct Component {
    var horizontals: [PdfRule] = []
    var verticals: [PdfRule] = []

    /// The grid of its borders; nil where it has no inside. Rules that reach beyond the outermost crossing ones close an
    /// open side.
    var grid: BorderGrid? {
      guard horizontals.count + verticals.count >= 3, !horizontals.isEmpty, !verticals.isEmpty else { return nil }
      let xs = Self.positions(verticals, ends: horizontals)
      let ys = Self.positions(horizontals, ends: verticals)
      guard xs.count >= 2, ys.count >= 2, (xs.count - 1) * (ys.count - 1) <= BorderGrid.cellLimit else { return nil }
      var grid = BorderGrid(xs: xs, ys: ys)
      for rule in verticals { grid.markVertical(rule) }
      for rule in horizontals { grid.markHorizontal(rule) }
      return grid
    }

    var area: Double {
      let width = (horizontals.map(\.to).max() ?? 0) - (horizontals.map(\.from).min() ?? 0)
      let height = (verticals.map(\.to).max() ?? 0) - (verticals.map(\.from).min() ?? 0)
      return width * height
    }

    private static func positions(_ rules: [PdfRule], ends: [PdfRule]) -> [Double] {
      var positions = rules.map(\.position)
      if let first = positions.min(), let from = ends.map(\.from).min(), from < first - 6 { positions.append(from) }
      if let last = positions.max(), let to = ends.map(\.to).max(), to > last + 6 { positions.append(to) }
      return BorderGrid.clusters(positions)
    }
  }

  static func components(_ horizontals: [PdfRule], _ verticals: [PdfRule]) -> [Component] {
    let verticals = verticals.sorted { $0.position < $1.position }
    var groups = DisjointSets(count: horizontals.count + verticals.count)
    for (index, horizontal) in horizontals.enumerated() {
      var place = verticals.firstPlace { $0.position >= horizontal.from - tolerance }
      while place < verticals.count, verticals[place].position <= horizontal.to + tolerance {
        let vertical = verticals[place]
        if vertical.from - tolerance <= horizontal.position, horizontal.position <= vertical.to + tolerance {
          groups.join(index, horizontals.count + place)
        }
        place += 1
      }
    }
    var components: [Int: Component] = [:]
    var order: [Int] = []
    for index in 0..<horizontals.count + verticals.count {
      let root = groups.root(index)
      if components[root] == nil { order.append(root) }
      if index < horizontals.count {
        components[root, default: Component()].horizontals.append(horizontals[index])
      } else {
        components[root, default: Component()].verticals.append(verticals[index - horizontals.count])
      }
    }
    return order.compactMap { components[$0] }
  }
}

/// Sets that are joined pair by pair.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// The smaller root stands for both.
  mutating func join(_ first: Int, _ second: Int) {
    let (a, b) = (root(first), root(second))
    parents[max(a, b)] = min(a, b)
  }
}
