/// Headings with a mark and without a number.
extension OutlineBuilder {
  /// A marked name: a theme below projects and above what is done for it, one of the things done below 主な取組, else a
  /// caption.
  mutating func unnumbered(_ heading: Heading, at block: Int) -> Outline.Role {
    guard let mark = heading.mark else { return heading.markdownLevel > 0 ? .section : .caption }
    closeNodesHeaded(by: mark)
    guard HeadingMarks.brackets[mark.value] == nil, let top = stack.top else { return .caption }
    let kind = outline.node(at: top).flatMap { nodeKind($0) }
    if let kind, kind.rank > NodeKind.policy.rank, headsActions(block), !Particular.holds(heading.title) {
      return .node(.theme)
    }
    if outline.group(at: top)?.status != nil {
      guard headsList(block) else { return .action }
      return kind != nil && headsBullets(block) ? .node(.theme) : .caption
    }
    switch kind {
    case .leadingProject, .priorityMeasure, .priorityStrategy, .project, .crossCutting: return .node(.theme)
    default: return .caption
    }
  }

  /// ■分野別の目標 behind ■重点プロジェクト, right below which プロジェクト1 and プロジェクト2 stood without a ■ of their own: what the same
  /// mark headed there is over.
  private mutating func closeNodesHeaded(by mark: Unicode.Scalar) {
    guard HeadingMarks.brackets[mark.value] == nil,
      let head = outline.entries.lastIndex(where: { $0.heading.mark == mark && $0.heading.number == nil }),
      head + 1 < outline.entries.count, outline.isBare(head), outline.node(at: head) == nil,
      case .node = outline.entries[head + 1].role, let label = outline.entries[head + 1].heading.label,
      outline.entries[(head + 1)...].count(where: { $0.heading.label == label }) > 1,
      stack.entries.contains(where: { outline.entries[$0].heading.label == label })
    else { return }
    closeNodes(from: 0)
  }

  /// Whether a list or a table stands right below a heading.
  private func headsList(_ block: Int) -> Bool {
    guard block + 1 < outline.blocks.count else { return false }
    switch outline.blocks[block + 1].content {
    case .list, .table: return true
    default: return false
    }
  }

  /// Whether a list without numbers stands right below a heading, or below a marked name right below it: what is done, under
  /// one name.
  ///
  ///     主な取組
  ///     ○人材の育成
  ///     ・研修を行います。
  func headsBullets(_ block: Int) -> Bool {
    let below = block + 1
    guard below < outline.blocks.count else { return false }
    switch outline.blocks[below].content {
    case .list(let items): return items.allSatisfy { $0.number == nil }
    case .heading(let next):
      let isName = next.mark.map { HeadingMarks.brackets[$0.value] == nil } ?? false
      guard isName, next.number == nil, next.label == nil, next.group == nil, below + 1 < outline.blocks.count,
        case .list(let items) = outline.blocks[below + 1].content
      else { return false }
      return items.allSatisfy { $0.number == nil }
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
