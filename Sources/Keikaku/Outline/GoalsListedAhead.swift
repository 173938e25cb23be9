import KeikakuText

/// Numbered titles that a document lists before anything else and then takes for its chapters, without a word for them:
///
///     総括表
///     (1) 町民とともに歩む
///     (2) 仕組みを変える
///
///     (1) 町民とともに歩む
///     ① 対話の場づくり
///
/// They are what the plan is ordered by: policies, each with what stands below its chapter.
struct GoalsListedAhead {
  private var titles: Set<TitleKey> = []
  /// In blocks.
  private static let farthest = 200

  private struct Listed {
    var title: TitleKey
    var style: Heading.NumberStyle
    /// 計画の趣旨 in a list makes it a table of contents.
    var isStructure: Bool
  }

  private static let structures = WordTrie(
    (GroupHeads.structures + GroupHeads.situations + [
      "趣旨", "位置付け", "位置づけ", "期間", "目的", "はじめに", "概要", "方針", "目標", "状況", "結果", "資料", "考え方", "人口",
    ]).map { ($0, true) })

  init(_ blocks: [Block]) {
    var listed: [Listed] = []
    var end = 0
    search: for (index, block) in blocks.enumerated().prefix(Self.farthest) {
      switch block.content {
      case .heading(let heading):
        if listed.isEmpty, heading.number == nil, heading.label == nil { continue }
        guard heading.label == nil, heading.group == nil,
          Self.append(heading.title, heading.number, heading.numberStyle, to: &listed)
        else { break search }
      case .list(let items):
        for item in items where !Self.append(item.text.text, item.number, item.numberStyle, to: &listed) {
          break search
        }
      case .table where !listed.isEmpty: break search
      default: continue
      }
      end = index + 1
    }
    guard listed.count > 1, !listed.contains(where: \.isStructure) else { return }
    let again = blocks[end...].compactMap { block -> TitleKey? in
      guard case .heading(let heading) = block.content, heading.number != nil, heading.label == nil else { return nil }
      return TitleKey(heading.title)
    }
    let found = Set(again).intersection(listed.map(\.title))
    if found.count > 1 { titles = found }
  }

  /// Adds the next of a count; false where the title is none.
  private static func append(
    _ title: String, _ number: String?, _ style: Heading.NumberStyle, to listed: inout [Listed]
  ) -> Bool {
    guard number == String(listed.count + 1), listed.last.map({ $0.style == style }) ?? true, !title.isEmpty,
      !Sentences.ends(title)
    else { return false }
    listed.append(Listed(title: TitleKey(title), style: style, isStructure: structures.occurs(in: title)))
    return true
  }

  func contains(_ heading: Heading) -> Bool {
    !titles.isEmpty && heading.label == nil && heading.number != nil && titles.contains(TitleKey(heading.title))
  }
}
