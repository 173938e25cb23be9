import KeikakuText

/// What is bound behind a plan: 資料編 with its committees, ordinances and how the plan was made.
///
/// Its headings are sections, its lists no measures. It ends with the next chapter, or with a goal not seen before.
extension OutlineBuilder {
  /// 資料編, or a heading such as 2 審議会委員名簿 that only an annex has.
  func beginsAnnex(_ heading: Heading) -> Bool {
    if heading.group?.role == .annex { return true }
    guard heading.label == nil || heading.labelKind == .section else { return false }
    return GroupHeads.annexEndings.end(heading.title)
  }

  /// Closes what the annex ends: all nodes, and for 資料編 the chapter that it follows.
  mutating func openAnnex(_ heading: Heading, _ style: HeadingStyle) {
    close(for: style, heading)
    closeNodes(from: 0)
    if heading.group?.role == .annex, heading.number == nil, heading.markdownLevel == 0 { stack.cut(to: 0) }
  }

  var isInAnnex: Bool { annex != nil }

  private var annex: Int? { stack.entries.first { outline.entries[$0].isAnnex } }

  /// Whether the heading stands in the annex that is open, if one is.
  mutating func staysInAnnex(_ heading: Heading, _ style: HeadingStyle) -> Bool {
    guard let annex else { return false }
    if style.isChapter { return isChapterOfAnnex(heading, style, annex) }
    if heading.label != nil, heading.number != nil, let kind = heading.labelKind, kind.rank >= 0, kind.rank <= 1 {
      return titles[TitleKey(heading.title)] != nil
    }
    close(for: style, heading)
    return isInAnnex
  }

  /// An ordinance in the annex counts its chapters anew.
  private mutating func isChapterOfAnnex(_ heading: Heading, _ style: HeadingStyle, _ annex: Int) -> Bool {
    guard !outline.entries[annex].heading.numberStyle.isChapter else { return false }
    if let place = stack.place(ofSiblingOf: style), stack.entries[place] > annex {
      stack.cut(to: place)
      return true
    }
    return heading.number == "1"
      && outline.entries[..<annex].contains { $0.heading.numberStyle == heading.numberStyle }
  }

  func roleInAnnex(of heading: Heading, _ style: HeadingStyle) -> Outline.Role {
    if let origin = titles[TitleKey(heading.title)], heading.label != nil { return .mention(of: origin) }
    if heading.group != nil, heading.number == nil { return .group }
    return heading.number == nil && heading.markdownLevel == 0 || heading.label != nil ? .caption : .section
  }
}
