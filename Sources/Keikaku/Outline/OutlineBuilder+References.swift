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
    return outline.blocks[block].lines.lowerBound - before <= (isFirst ? 1 : 0) && headsNothing(block)
  }

  private func headsNothing(_ block: Int) -> Bool {
    guard block + 1 < outline.blocks.count else { return true }
    switch outline.blocks[block + 1].content {
    case .paragraph, .list, .table: return false
    case .heading(let next): return next.group == nil
    default: return true
    }
  }
}
