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
    }
    guard let place = stack.place(ofSiblingOf: style), !restarts(heading, after: stack.entries[place]) else {
      return false
    }
    stack.cut(to: place)
    return true
  }

  /// A list that begins again with 1 stands below what was opened since.
  private func restarts(_ heading: Heading, after sibling: Int) -> Bool {
    guard heading.number == "1", heading.label == nil, !heading.isListed, stack.top != sibling else { return false }
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

  /// (8), ① and heads such as 数値目標 are too small to stand above a goal with its label.
  mutating func closeSmallSections() {
    while let (entry, style) = stack.last, style.isSmall, outline.entries[entry].childKind == nil,
      [.section, .caption, .group].contains(outline.entries[entry].role)
    { stack.pop() }
  }
}
