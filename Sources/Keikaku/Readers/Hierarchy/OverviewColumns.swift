/// The cells of an overview table as nodes, each in the column that its number tells.
///
/// Overviews lose cells: where 4-2 stands a column too far left, the other numbers of two parts tell its column.
struct OverviewColumns {
  struct Item {
    var kind: NodeKind
    var label: String?
    var number: String?
    var title: String
    var column: Int
    var isShifted: Bool
    var source: SourceRange
  }

  private(set) var items: [Item] = []
  private let kinds: [NodeKind?]

  init(_ rows: HierarchyRows, lexicon: Lexicon) {
    kinds = rows.kinds
    let found = rows.entries.compactMap { Self.item($0, rows.kinds, lexicon) }.filter {
      !DevelopmentGoals.contain($0.title)
    }
    let usual = Self.usualColumns(found)
    let placed = found.map { item in
      guard let parts = item.numberParts, parts > 1, let column = usual[parts], column != item.column,
        let kind = rows.kinds[column]
      else { return item }
      var moved = item
      moved.column = column
      moved.kind = kind
      moved.isShifted = true
      return moved
    }
    items = Self.parentsFirst(placed)
  }

  /// A goal whose cell stands beside several rows is written in the middle of them: where 2-1 comes before 基本目標2, the goal
  /// comes first.
  private static func parentsFirst(_ items: [Item]) -> [Item] {
    var result: [Item] = []
    var taken = Set<Int>()
    for (index, item) in items.enumerated() where taken.insert(index).inserted {
      if let parent = item.parentNumber,
        let later = items[index...].firstIndex(where: {
          $0.number == parent && $0.column < item.column && $0.kind.rank < item.kind.rank
        }), !result.contains(where: { $0.number == parent && $0.column == items[later].column })
      {
        taken.insert(later)
        result.append(items[later])
      }
      result.append(item)
    }
    return result
  }

  /// Whether a column ranks above those to its right: a second column of one rank stands beside the first, not below it.
  func leads(_ column: Int) -> Bool {
    guard let kind = kinds[column] else { return false }
    return !kinds[..<column].contains { $0?.rank == kind.rank }
  }

  private static func item(_ entry: HierarchyRows.Entry, _ kinds: [NodeKind?], _ lexicon: Lexicon) -> Item? {
    guard kinds.indices.contains(entry.column), let columnKind = kinds[entry.column] else { return nil }
    let cell = CellHeading(entry.text.text, lexicon: lexicon, isNamed: true)
    guard !cell.title.isEmpty else { return nil }
    return Item(
      kind: cell.labelKind ?? columnKind,
      label: cell.label,
      number: cell.number, title: cell.title, column: entry.column,
      isShifted: false, source: entry.text.source)
  }

  /// For each count of number parts the column in which most of such numbers stand.
  private static func usualColumns(_ items: [Item]) -> [Int: Int] {
    var counts: [Int: [Int: Int]] = [:]
    for item in items where item.label == nil {
      if let parts = item.numberParts { counts[parts, default: [:]][item.column, default: 0] += 1 }
    }
    return counts.mapValues { columns in columns.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0 }
  }
}

extension OverviewColumns.Item {
  /// The 1-1 of 1-1-2.
  fileprivate var parentNumber: String? {
    number.flatMap { number in number.lastIndex(of: "-").map { String(number[..<$0]) } }
  }

  /// How many parts the number has: three in 1-1-2.
  fileprivate var numberParts: Int? { number.map { $0.utf8.count { $0 == UInt8(ascii: "-") } + 1 } }
}
