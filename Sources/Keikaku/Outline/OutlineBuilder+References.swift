import KeikakuText

/// Numbered lines below the heads that name a part of a node.
extension OutlineBuilder {
  /// (1) 人口の減少 right below 現状と課題, or after another such: it tells how things stand and is no measure.
  func tellsSituation(_ heading: Heading) -> Bool {
    guard let top = stack.top, outline.entries[top].group?.role == .description, outline.isBare(top),
      HeadingStyle(heading, isGroup: false).isSmall
    else { return false }
    let title = outline.entries[top].heading.title
    return GroupHeads.situations.contains { title.contains($0) }
  }

  /// ４ 総合評価 Ｂ inside a measure: how it is judged, with the grade beside the word.
  func tellsGrade(_ heading: Heading) -> Bool {
    guard heading.title.utf8.count <= Self.longestGrade else { return false }
    let words = heading.title.folded.split { $0 == " " || $0 == ":" }
    guard words.count == 2, words[0].hasSuffix("評価") || words[0].hasSuffix("達成度") else { return false }
    return words[1].count == 1 && "SABCDE◎○△×".contains(words[1])
  }

  /// In bytes.
  private static let longestGrade = 40

  /// ４ 今後に向けて below a goal, where nothing in the document was counted so before: the end of a count that was lost, and
  /// no section behind all goals.
  func isDetached(_ heading: Heading, _ style: HeadingStyle) -> Bool {
    heading.number != "1" && heading.markdownLevel == 0 && heading.number?.utf8.contains(UInt8(ascii: "-")) == false
      && !outline.entries.contains { HeadingStyle($0.heading, isGroup: false).isSibling(of: style) }
  }

  /// Closes 数値目標 and the like where the numbered lines that follow its text or table are no part of it.
  mutating func closeSpentHead() {
    guard let top = stack.top, top == outline.entries.count - 1, outline.entries[top].role == .group,
      outline.entries[top].childKind == nil, !outline.isBare(top), let role = outline.entries[top].group?.role
    else { return }
    if [.indicators, .schedule, .description].contains(role) { stack.pop() }
  }
}

/// Numbered lines below a head such as 関連施策: they refer to nodes and head nothing.
extension OutlineBuilder {
  /// Whether the heading stands right below such a head, or below another reference, with nothing of its own.
  func refersToNode(_ heading: Heading, _ style: HeadingStyle, at block: Int) -> Bool {
    guard let last = outline.entries.last, heading.number != nil, heading.markdownLevel == 0, !style.isChapter else {
      return false
    }
    let isFirst = last.group?.role == .related
    guard isFirst || last.role == .reference else { return false }
    let before = outline.blocks[last.blocks.lowerBound - 1].lines.upperBound
    guard outline.blocks[block].lines.lowerBound - before <= (isFirst ? 1 : 0) else { return false }
    return NodeReference(heading.title, lexicon: lexicon).page != nil || headsNothing(block, isFirst: isFirst)
  }

  /// The last of several references may stand above the next head: ■主な取組.
  private func headsNothing(_ block: Int, isFirst: Bool) -> Bool {
    guard block + 1 < outline.blocks.count else { return true }
    switch outline.blocks[block + 1].content {
    case .paragraph, .list, .table: return false
    case .heading(let next): return next.group == nil || !isFirst
    default: return true
    }
  }

  // MARK: What references tell of others

  /// Makes a section a node where a reference below 関連施策 names it by number and title: 1-1 子育て支援の充実 (P.12).
  mutating func nameReferred() {
    var kinds: [TitleKey: (number: String, kind: NodeKind)] = [:]
    for (text, kind) in references() {
      let reference = NodeReference(text, lexicon: lexicon)
      if let number = reference.number, !reference.title.isEmpty { kinds[TitleKey(reference.title)] = (number, kind) }
    }
    guard !kinds.isEmpty else { return }
    for index in outline.entries.indices
    where outline.entries[index].role == .section && outline.entries[index].heading.labelKind == nil {
      let heading = outline.entries[index].heading
      guard let named = kinds[TitleKey(heading.title)], named.number == heading.number else { continue }
      outline.entries[index].role = .node(named.kind)
    }
  }

  /// What stands below heads such as 関連施策, with the kind that the head names.
  private func references() -> [(text: String, kind: NodeKind)] {
    let words = RelatedWords(lexicon: lexicon)
    return outline.entries.flatMap { entry -> [(text: String, kind: NodeKind)] in
      let head = entry.role == .reference ? entry.parent.map { outline.entries[$0] } : entry
      guard let head, head.group?.role == .related,
        let kind = words.kind(FoldedText.bytes(of: head.heading.title).filter { $0 != Ascii.space }[...])
      else { return [] }
      if entry.role == .reference, let number = entry.heading.number {
        return [(number + " " + entry.heading.title, kind)]
      }
      return entry.blocks.flatMap { block -> [(text: String, kind: NodeKind)] in
        guard case .list(let items) = outline.blocks[block].content else { return [] }
        return items.map { (($0.number.map { $0 + " " } ?? "") + $0.text.text, kind) }
      }
    }
  }
}
