/// Headings with a mark and without a number.
extension OutlineBuilder {
  /// A marked name: a theme below projects and above what is done for it, one of the things done below 主な取組, else a
  /// caption.
  func unnumbered(_ heading: Heading, at block: Int) -> Outline.Role {
    guard let mark = heading.mark else { return heading.markdownLevel > 0 ? .section : .caption }
    guard HeadingMarks.brackets[mark.value] == nil, let top = stack.top else { return .caption }
    let kind = outline.node(at: top).flatMap { nodeKind($0) }
    if let kind, kind.rank > NodeKind.policy.rank, headsActions(block), !Particular.holds(heading.title) {
      return .node(.theme)
    }
    if outline.group(at: top)?.status != nil { return headsList(block) ? .caption : .action }
    switch kind {
    case .leadingProject, .priorityMeasure, .priorityStrategy, .project, .crossCutting: return .node(.theme)
    default: return .caption
    }
  }

  /// Whether a list or a table stands right below a heading.
  private func headsList(_ block: Int) -> Bool {
    guard block + 1 < outline.blocks.count else { return false }
    switch outline.blocks[block + 1].content {
    case .list, .table: return true
    default: return false
    }
  }

  /// ● 受入環境の整備 or ① 受入環境の整備 with 主な取組 right below it, or below its text.
  func headsActions(_ block: Int) -> Bool {
    for below in outline.blocks[(block + 1)...] {
      switch below.content {
      case .heading(let heading): return heading.group?.status != nil
      case .paragraph, .fragment, .furniture, .cells: continue
      default: return false
      }
    }
    return false
  }
}
