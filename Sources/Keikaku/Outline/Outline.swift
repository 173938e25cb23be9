/// The document's headings in order, each with its place below the others and the blocks that stand under it.
struct Outline: Sendable {
  /// What a heading heads.
  enum Role: Hashable, Sendable {
    /// Structure without policy meaning: 第1章, 2 対象期間.
    case section
    case node(NodeKind)
    /// Repeats the heading of an earlier entry: a goal that heads a second list.
    case mention(of: Int)
    /// Names a part of what it stands below: ■スケジュール.
    case group
    /// A numbered line below 主な取組: it names what is done, not a node.
    case action
    /// Refers to the node that it would head elsewhere: 1-2 観光の振興 below 関連施策.
    case reference
    /// A name inside a node that opens no level of its own: 【市民会館】, the caption of a figure.
    case caption
    /// Shows where the parts of each node will stand: 基本目標名, ①施策名.
    case legend
  }

  struct Entry: Sendable {
    var heading: Heading
    var role: Role
    /// What stands below it, for group heads and for sections that are named like one.
    var group: GroupHead?
    /// The kind of its numbered lines, where the heading names one: 基本目標, 具体的な事業.
    var childKind: NodeKind?
    /// The entry it stands below.
    var parent: Int?
    var depth: Int
    /// Heads what is bound behind the plan; nothing below it is a node of the plan.
    var isAnnex = false
    var source: SourceRange
    /// Indices of the blocks between this heading and the next.
    var blocks: Range<Int>
  }

  let blocks: [Block]
  var entries: [Entry] = []
  /// The blocks before the first heading: the cover.
  var cover: Range<Int> = 0..<0

  /// The nearest entry, the given one included, that is a node or repeats one; as the entry of the node.
  func node(at entry: Int?) -> Int? {
    var current = entry
    while let index = current {
      switch entries[index].role {
      case .node: return index
      case .mention(let origin): return origin
      default: current = entries[index].parent
      }
    }
    return nil
  }

  /// Whether an entry stands in what is bound behind the plan.
  func isInAnnex(_ entry: Int) -> Bool {
    var current: Int? = entry
    while let index = current {
      if entries[index].isAnnex { return true }
      current = entries[index].parent
    }
    return false
  }

  /// Whether nothing but page furniture and cells of a table above stands between a heading and the next.
  func isBare(_ entry: Int) -> Bool {
    entries[entry].blocks.allSatisfy {
      switch blocks[$0].content {
      case .furniture, .cells: true
      default: false
      }
    }
  }

  /// The kind that a heading at or above an entry gives its numbered lines: 施策の基本的方向 > (1) 雇用を創出する > ①…, and
  /// 3 具体的施策 > 基本目標1 > (1)….
  func childKind(at entry: Int) -> NodeKind? {
    var current: Int? = entry
    var above: NodeKind?
    while let index = current {
      let role = repeated(index)
      if let kind = entries[index].childKind, above == nil || role == .section {
        return above.map { $0.rank < kind.rank } ?? true ? kind : nil
      }
      switch role {
      case .caption: break
      case .node(let kind) where above == nil && kind.rank <= 1: above = kind
      case .section where above != nil: break
      default: return nil
      }
      current = entries[index].parent
    }
    return nil
  }

  /// The role of an entry, or of the node that it repeats.
  private func repeated(_ entry: Int) -> Role {
    if case .mention(let origin) = entries[entry].role { return entries[origin].role }
    return entries[entry].role
  }

  /// The nearest group head above the blocks of an entry, below its node; a theme is a part of what the head above it lists.
  func group(at entry: Int) -> GroupHead? {
    var current: Int? = entry
    while let index = current {
      if let group = entries[index].group { return group }
      guard [.caption, .group, .action, .node(.theme)].contains(entries[index].role) else { return nil }
      current = entries[index].parent
    }
    return nil
  }
}
