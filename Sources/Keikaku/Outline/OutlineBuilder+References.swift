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
