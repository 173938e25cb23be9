import Keikaku
import KeikakuText

/// The same canonical indicator side by side, plan by plan.
public struct Comparison: Sendable {
  /// One canonical indicator with every plan that has it.
  public struct Block: Sendable {
    public var code: String
    public var name: String
    public var goodDirection: String?
    public var rows: [ComparedIndicator]

    /// How many municipalities (or files, where none is known) stand side by side.
    var places: Int { Set(rows.map(\.place)).count }
  }

  /// Those of several municipalities first, then by their codes.
  public private(set) var blocks: [Block]

  /// - Parameters:
  ///   - wanted: canonical codes or names; empty for all.
  ///   - isShared: leave out what only one municipality has.
  public init(_ plans: [ComparedPlan], wanted: [String] = [], isShared: Bool = false) {
    var blocks: [String: Block] = [:]
    for row in plans.flatMap(ComparedIndicator.rows(of:)) {
      var block = blocks[row.code] ?? Block(code: row.code, name: row.name, goodDirection: row.goodDirection, rows: [])
      if !block.rows.contains(where: { $0.repeats(row) }) { block.rows.append(row) }
      blocks[row.code] = block
    }
    let kept = blocks.values.filter { block in
      (wanted.isEmpty || wanted.contains(block.code) || wanted.contains(block.name)) && (!isShared || block.places > 1)
    }
    self.blocks = kept.map(Self.sorted).sorted {
      ($0.places > 1 ? 0 : 1, $0.code) < ($1.places > 1 ? 0 : 1, $1.code)
    }
  }

  /// A municipality's plans stand together, the earlier first; unknown municipalities come last.
  private static func sorted(_ block: Block) -> Block {
    var block = block
    let rows = block.rows.enumerated().sorted { left, right in
      let keys = [left.element, right.element].map { ($0.plan.code ?? "~", $0.place, $0.plan.startYear ?? 0) }
      return keys[0] == keys[1] ? left.offset < right.offset : keys[0] < keys[1]
    }
    block.rows = rows.map(\.element)
    return block
  }
}
