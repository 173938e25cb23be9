import KeikakuText

/// The nodes of whose lists the text right before them says that they hold indicators.
///
///     ４つの施策目標と主な数値目標
///     施策目標１　しごとを興す
///     ・就業者の割合…58％（令和9年）
///
/// What is done may stand below the same nodes, and among the items of the same list.
struct AnnouncedIndicators {
  private(set) var entries: Set<Int> = []

  init(_ outline: Outline) {
    for index in outline.entries.indices where Self.announces(index, in: outline) {
      entries.formUnion(Self.nodes(from: index + 1, in: outline))
    }
    if let last = outline.cover.last, Self.announces(outline.blocks[last]) {
      entries.formUnion(Self.nodes(from: 0, in: outline))
    }
  }

  /// A head of indicators above nothing but nodes that it names too, or a sentence right above them.
  private static func announces(_ index: Int, in outline: Outline) -> Bool {
    let entry = outline.entries[index]
    if let last = entry.blocks.last { return announces(outline.blocks[last]) }
    return entry.group?.role == .indicators && joints.contains(where: entry.heading.title.contains)
  }

  private static let joints = ["目標と", "目標及び", "目標・", "施策と", "施策及び"]

  private static func announces(_ block: Block) -> Bool {
    switch block.content {
    case .paragraph(let text), .fragment(let text): announcement(in: text.text).map(verbs.occurs) ?? false
    default: false
    }
  }

  /// 本計画の数値目標を次のとおり定めます。: the sentences right below it are what it speaks of.
  static func announcesNext(_ text: String) -> Bool {
    guard let last = announcement(in: text) else { return false }
    return following.occurs(in: last)
  }

  /// The last sentence of a text, where it is short and speaks of indicators.
  private static func announcement(in text: String) -> String? {
    guard leads.occurs(in: text), Sentences.ends(text), let last = Sentences.parts(of: text).last,
      last.utf8.count <= longestSentence, leads.occurs(in: last)
    else { return nil }
    return last
  }

  private static let following = WordTrie(
    ["次のとおり", "以下のとおり", "次の通り", "以下の通り", "下記のとおり", "下記の通り", "次のように", "以下のように"].map { ($0, true) })

  /// In bytes: a longer sentence tells how the plan is made.
  private static let longestSentence = 150
  private static let leads = WordTrie(["KPI", "ＫＰＩ", "数値目標", "業績評価指標", "成果指標"].map { ($0, true) })
  private static let verbs = WordTrie(
    ["を追加し", "を設定し", "を掲げ", "を定め", "次のとおり", "以下のとおり", "次の通り", "以下の通り"].map { ($0, true) })

  /// The nodes of one kind that follow each other.
  private static func nodes(from start: Int, in outline: Outline) -> [Int] {
    guard start < outline.entries.count, case .node = outline.entries[start].role else { return [] }
    let role = outline.entries[start].role
    return Array(outline.entries[start...].indices.prefix { outline.entries[$0].role == role })
  }
}
