/// Numbered lines that name what is done and head nothing.
extension OutlineBuilder {
  /// The ways of counting that lists of several items have.
  static func listedStyles(in blocks: [Block]) -> Set<Heading.NumberStyle> {
    var styles: Set<Heading.NumberStyle> = []
    for case .list(let items) in blocks.lazy.map(\.content) where items.count > 1 {
      styles.insert(items[0].numberStyle)
    }
    return styles
  }

  /// Whether a numbered heading inside a node is one of the things done for it: below 主な取組, or the one item of a list
  /// where others of its style list several.
  ///
  ///     施策1 畜産の振興            施策2 園芸の振興
  ///       主な事業                    主な事業
  ///       1. 優良雌牛導入事業         1. 学校運営事業
  ///                                   2. 産地拡大事業
  func isItem(_ heading: Heading, at block: Int, below parent: Int) -> Bool {
    let style = HeadingStyle(heading, isGroup: false)
    guard outline.group(at: parent)?.status != nil else {
      return heading.numberStyle == .circled && heading.number == "1" && listedStyles.contains(.circled)
        && endsBelow(block, style) && !stylesOfNodes.contains(.circled)
    }
    if style.isSmall { return !headsActions(block) && !headsBullets(block) }
    return heading.markdownLevel == 0 && heading.label == nil && [.decimal, .decimalDot].contains(heading.numberStyle)
      && heading.number == "1" && endsBelow(block, style)
  }

  /// Nothing stands below a heading but the next, which is none of its style.
  private func endsBelow(_ block: Int, _ style: HeadingStyle) -> Bool {
    for below in outline.blocks[(block + 1)...] {
      switch below.content {
      case .heading(let next): return !HeadingStyle(next, isGroup: next.group != nil).isSibling(of: style)
      case .furniture, .cells: continue
      default: return false
      }
    }
    return true
  }
}
