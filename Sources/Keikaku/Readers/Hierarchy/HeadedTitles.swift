import KeikakuText

/// The titles that the goals and policies of a document have in their headings, by kind and number: a cell of a table may
/// cut them short.
///
///     基本目標         評価指標
///     1 支え合い       ボランティア登録者数      of 基本目標1　支え合いの地域づくり
struct HeadedTitles {
  private struct Count: Hashable {
    var kind: NodeKind
    var number: String
  }

  private var titles: [Count: [String]] = [:]
  /// The title on which all headings of a number agree; nil where they differ.
  private var agreed: [Count: String?] = [:]
  /// In bytes: fewer letters may begin many titles.
  private static let shortestCut = 6

  init(_ outline: Outline) {
    for entry in outline.entries {
      guard case .node(let kind) = entry.role, (0...NodeKind.policy.rank).contains(kind.rank),
        let number = entry.heading.number
      else { continue }
      titles[Count(kind: kind, number: number), default: []].append(entry.heading.title)
    }
    for (count, written) in titles {
      let found = written.map(NoteReferences.removed).filter { !$0.isEmpty }
      let first = found.first.map { TitleKey($0) }
      agreed.updateValue(found.allSatisfy { TitleKey($0) == first } ? found.first : nil, forKey: count)
    }
  }

  /// The title of the goal or policy of this kind and number, where all headings that have one agree: － 基本目標1 － is a running
  /// head of 基本目標1 しごとをつくる.
  func only(_ kind: NodeKind, _ number: String) -> String? { agreed[Count(kind: kind, number: number)] ?? nil }

  /// The title of the one heading of this kind and number that begins as the cut one does.
  func whole(_ cut: String, _ kind: NodeKind, _ number: String) -> String? {
    let key = TitleKey(cut).bytes
    guard key.count >= Self.shortestCut, let found = titles[Count(kind: kind, number: number)] else { return nil }
    let whole = Set(found.map(NoteReferences.removed)).filter { TitleKey($0).bytes.starts(with: key) }
    return whole.count == 1 ? whole.first : nil
  }
}
