import KeikakuText

/// What stands around a text and bears on its figures, told from the outline.
extension DocumentReader {
  func proseContext(_ entry: Int?, isItem: Bool = false) -> ProseContext {
    let isUnderIndicatorHeading =
      entry.map {
        !looseHeads.contains($0)
          && (outline.group(at: $0)?.role == .indicators || headsTargets($0) || isPartOfTargets($0))
      } ?? false
    var context = ProseContext(isUnderIndicatorHeading: isUnderIndicatorHeading, units: lexicon.units)
    if isUnderIndicatorHeading, let entry {
      // 数値目標（現状値R1→目標値R6）.
      var caption = TableContext()
      let title = outline.entries[entry].heading.title
      CaptionReader.read(title, into: &caption)
      context.baselinePeriod = caption.baselinePeriod
      context.targetPeriod = caption.targetPeriod
      context.isItem = isItem
      context.givesAccount = Self.accounts.contains(where: title.contains)
      context.setsTargets = title.contains("目標") && !context.givesAccount
    }
    if standsBehindAnnouncement { context.isUnderIndicatorHeading = true }
    context.arrowYears = arrowYears
    context.isBelowNode = !isUnderIndicatorHeading && entry.map { node(at: $0) != nil && !tellsSituation($0) } ?? false
    context.tellsSituation = !isUnderIndicatorHeading && tellsSituation(entry)
    context.arrows = arrowSense(entry)
    return context
  }

  /// Words of heads below which figures of the past stand beside those aimed at.
  private static let accounts = ["状況", "達成度", "進捗", "実績", "推移", "の評価"]

  /// Below 取組実績 an arrow leads to what was reached; in a report it may.
  private func arrowSense(_ entry: Int?) -> ArrowSense {
    if let entry, outline.group(at: entry)?.role == .results { return .result }
    return vantage.isReport ? .report(until: vantage.reportedYear) : .target
  }

  /// Below 第２章 町の現状 every section tells how things stand, until a node of the plan begins.
  private func tellsSituation(_ entry: Int?) -> Bool {
    var current = entry
    while let place = current {
      let isNode = outline.node(at: place) == place
      if !isNode || place == entry, GroupHeads.tellsSituation(outline.entries[place].heading.title) { return true }
      current = isNode ? nil : outline.entries[place].parent
    }
    return false
  }

  /// (4) 地域の持続的発展のための基本目標: a section whose sentences set the plan's targets.
  private func headsTargets(_ entry: Int) -> Bool {
    outline.entries[entry].role == .section && outline.entries[entry].heading.title.hasSuffix("目標")
  }

  /// 1 道路交通の安全 right below ■目標: the sections of a list of targets.
  private func isPartOfTargets(_ entry: Int) -> Bool {
    guard outline.entries[entry].role == .section, let parent = outline.entries[entry].parent,
      outline.isBare(parent)
    else { return false }
    let above = outline.entries[parent]
    return above.group?.role == .indicators && above.heading.title.contains("目標") || headsTargets(parent)
  }
}
