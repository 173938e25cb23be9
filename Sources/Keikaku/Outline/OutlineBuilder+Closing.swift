import KeikakuText

/// What a heading ends of the headings that are open.
extension OutlineBuilder {
  mutating func closeLegend() {
    if let start = legendStart, start < stack.count { stack.cut(to: start) }
    legendStart = nil
  }

  /// Closes up to the last heading of the same style; false where none is open.
  @discardableResult
  mutating func close(for style: HeadingStyle, _ heading: Heading) -> Bool {
    if style.isChapter {
      while let (_, open) = stack.last, open.chapterRank >= style.chapterRank { stack.pop() }
      return true
    }
    if heading.markdownLevel > 0 {
      while let (entry, open) = stack.last, open.markdownLevel >= heading.markdownLevel, !isNode(entry) { stack.pop() }
      if followsSiblings(heading) { stack.pop() }
    }
    guard let place = siblingPlace(of: heading, style), !restarts(heading, after: stack.entries[place]),
      goesOn(heading, after: stack.entries[place]) || !beginsPart(heading)
    else { return false }
    stack.cut(to: place)
    return true
  }

  /// ### 環境指標 behind ### 施策1 and ### 施策2, between which no other heading of their level stands: it is told of what they
  /// all stand below, and not of the last.
  private func followsSiblings(_ heading: Heading) -> Bool {
    guard heading.number == nil, heading.label == nil, let top = stack.top, isNode(top),
      outline.entries[top].heading.markdownLevel == heading.markdownLevel
    else { return false }
    let parent = outline.entries[top].parent
    let level = outline.entries.indices.filter {
      outline.entries[$0].parent == parent && outline.entries[$0].heading.markdownLevel == heading.markdownLevel
    }
    return level.count > 1 && level.allSatisfy(isNode)
  }

  /// The innermost open heading of the same style; of several, the one whose number comes right before: after １ 施策,
  /// １ 課題 and ２ 方向 another ２ goes on with the first.
  private func siblingPlace(of heading: Heading, _ style: HeadingStyle) -> Int? {
    var places = stack.places(ofSiblingsOf: style)
    if !namesPart(heading), let place = places.first(where: { !namesPart(outline.entries[stack.entries[$0]].heading) })
    {
      places = places.filter { $0 <= place }
    }
    guard places.count > 1, let before = heading.number.flatMap({ Int($0) }).map({ String($0 - 1) }) else {
      return places.first
    }
    return places.first { outline.entries[stack.entries[$0]].heading.number == before } ?? places.first
  }

  /// ■取組内容 right below ● 相談体制の充実 is a part of it, though ■課題 stands above both. ■成果指標 below the one item of
  /// ■主な取組 is none, nor what Markdown sets a level higher.
  private func beginsPart(_ heading: Heading) -> Bool {
    guard heading.group?.role != nil, let top = stack.top, top == outline.entries.count - 1, isNode(top) else {
      return false
    }
    let node = outline.entries[top]
    let level = node.heading.markdownLevel
    if heading.markdownLevel > 0, level == 0 || level > heading.markdownLevel { return false }
    guard node.heading.label == nil, node.heading.mark == nil, node.heading.number != nil, let parent = node.parent,
      outline.entries[parent].group?.role?.status != nil
    else { return true }
    return !HeadingStyle(heading, isGroup: true).isSibling(
      of: HeadingStyle(outline.entries[parent].heading, isGroup: true))
  }

  /// (3) 指標 where (2) 施策 is open goes on with its count, whatever (2) opened; so does 5-2 指標 where 5-1 目標 is open.
  private func goesOn(_ heading: Heading, after sibling: Int) -> Bool {
    guard heading.label == nil, let number = heading.number else { return false }
    return outline.entries[sibling].heading.number.map { number.follows($0) } ?? false
  }

  /// Whether a numbered heading names a part of the node above it: １ 現状と課題.
  private func namesPart(_ heading: Heading) -> Bool { heading.group?.role != nil || recurring.contains(heading) }

  /// A list that begins again with 1 stands below what was opened since.
  private func restarts(_ heading: Heading, after sibling: Int) -> Bool {
    guard heading.number == "1", heading.label == nil, !heading.isListed else { return false }
    if listedAhead.contains(heading) { return false }
    // １ 現状と課題 names a part of the measure １ above it.
    if namesPart(heading), nodeKind(sibling) != nil { return true }
    // １ しごとづくり right below ５ 基本目標 is the first of what that head names.
    guard stack.top != sibling || outline.entries[sibling].childKind != nil else { return false }
    return outline.entries[sibling].heading.number.map { $0 != "1" } ?? false
  }

  private func isNode(_ entry: Int) -> Bool { nodeKind(entry) != nil }

  /// The kind of the node that an entry is or repeats.
  func nodeKind(_ entry: Int) -> NodeKind? {
    switch outline.entries[entry].role {
    case .node(let kind): kind
    case .mention(let origin): nodeKind(origin)
    default: nil
    }
  }

  /// Closes all open nodes of a rank and below, with what they opened.
  mutating func closeNodes(from rank: Int) {
    if let first = stack.entries.firstIndex(where: { (nodeKind($0)?.rank ?? -1) >= rank }) { stack.cut(to: first) }
  }

  /// A section of Markdown ends the nodes of its level and below where these stand on levels of their own: ## 用語の整理 behind
  /// ## 基本目標1 and ### 施策1.
  mutating func closeDeeperNodes(_ heading: Heading) {
    let level = heading.markdownLevel
    let levels = stack.entries.filter(isNode).map { outline.entries[$0].heading.markdownLevel }
    guard level > 0, let last = levels.last, last > level,
      let first = stack.entries.firstIndex(where: { isNode($0) && outline.entries[$0].heading.markdownLevel >= level })
    else { return }
    stack.cut(to: first)
  }

  /// ２ 移住の促進 behind （６） 計画期間 stands above it: a count below a bracketed number would begin with 1.
  mutating func closeBracketed(before heading: Heading) {
    guard heading.label == nil, [.decimal, .decimalDot].contains(heading.numberStyle), heading.number != "1",
      heading.number?.utf8.contains(UInt8(ascii: "-")) == false
    else { return }
    while let (entry, _) = stack.last, outline.entries[entry].heading.numberStyle == .parenthesized,
      outline.entries[entry].role == .section
    { stack.pop() }
  }

  /// ■目標 behind ■構成 and the chapters that it lists, with no text below any: the list is over, and what follows stands below
  /// none of its chapters.
  mutating func closeListedChapters(before heading: Heading) {
    guard let mark = heading.mark, heading.number == nil, heading.label == nil,
      let head = outline.entries.lastIndex(where: { $0.heading.mark == mark && $0.heading.number == nil }),
      Self.lists.contains(outline.entries[head].heading.title), head + 1 < outline.entries.count,
      outline.entries[(head + 1)...].contains(where: { $0.heading.numberStyle.isChapter }),
      outline.entries.indices[head...].allSatisfy(outline.isBare)
    else { return }
    stack.cut(to: 0)
  }

  /// Heads of a list of the plan's own chapters.
  private static let lists: Set<String> = ["構成", "計画の構成", "本計画の構成", "戦略の構成", "目次", "もくじ"]

  /// (8), ① and heads such as 数値目標 are too small to stand above a goal with its label.
  mutating func closeSmallSections() {
    while let (entry, style) = stack.last, style.isSmall, outline.entries[entry].childKind == nil,
      [.section, .caption, .group].contains(outline.entries[entry].role)
    { stack.pop() }
  }
}

extension String {
  /// Whether it is the next of a count: 3 behind 2, 5-2 behind 5-1.
  fileprivate func follows(_ before: String) -> Bool {
    let (parts, partsBefore) = (split(separator: "-"), before.split(separator: "-"))
    guard parts.count == partsBefore.count, parts.dropLast() == partsBefore.dropLast(),
      let last = parts.last.flatMap({ Int($0) }), let lastBefore = partsBefore.last.flatMap({ Int($0) })
    else { return false }
    return last == lastBefore + 1
  }
}
