import KeikakuText

/// Chapters and sections that stand for policies.
///
///     第1節 農業                    第2節 水産業
///       1 現状と課題                  1 現状と課題
///       2 主要な施策                  2 主要な施策
///
/// A plan without labelled goals orders its measures by chapters or sections of one frame. A section is a policy where a
/// head of what is done stands right below it and no goal, and where this is so of another section of its style too, or a
/// head of the situation stands there as well.
extension OutlineBuilder {
  mutating func promotePolicies() {
    let framed = outline.entries.indices.filter { isFramed($0) }
    let styles = framed.map { HeadingStyle(outline.entries[$0].heading, isGroup: false) }
    for (place, entry) in framed.enumerated()
    where styles.indices.contains(where: { $0 != place && styles[$0].isSibling(of: styles[place]) })
      || tellsItsSituation(entry)
    {
      outline.entries[entry].role = .node(.policy)
    }
    promoteOrderers()
    promoteCounted()
    promoteChapters()
  }

  /// 第1章 健やかなまち above 施策1 and 施策2, and 第2章 for others: chapters that order the measures of a plan without goals are
  /// its policies. A single one is where the measures are counted below it: 施策1-1, 施策1-2.
  private mutating func promoteChapters() {
    var ordering: Set<Int> = []
    var counted: [Int: Int] = [:]
    for below in outline.entries.indices {
      let entry = outline.entries[below]
      guard case .node(let kind) = entry.role, kind.rank >= NodeKind.measure.rank, entry.heading.label != nil,
        entry.heading.number != nil, let above = ordererOf(below), ordersMeasures(above)
      else { continue }
      ordering.insert(above)
      if let number = entry.heading.number, let upper = outline.entries[above].heading.number,
        number.hasPrefix(upper + "-")
      {
        counted[above, default: 0] += 1
      }
    }
    let styles = ordering.map { outline.entries[$0].heading.numberStyle }
    guard Set(styles).count == 1, ordering.count > 1 || counted.values.contains(where: { $0 > 1 }) else { return }
    for entry in ordering { outline.entries[entry].role = .node(.policy) }
  }

  private func ordersMeasures(_ index: Int) -> Bool {
    let entry = outline.entries[index]
    return entry.role == .section && entry.heading.numberStyle.isChapter
      && !entry.heading.title.isEmpty
      && entry.heading.label == nil && entry.group == nil && entry.childKind == nil && outline.node(at: index) == nil
      && !outline.isInAnnex(index) && !GroupHeads.structures.contains { entry.heading.title.contains($0) }
  }

  /// 第1節 医療 above ア 医師の確保 and イ 救急体制, each with what is done: sections that order such policies are the policies, and
  /// those their measures. Chapters and what has no number are the frame of all.
  private mutating func promoteOrderers() {
    let promoted = outline.entries.indices.filter { entry in
      let heading = outline.entries[entry].heading
      return outline.entries[entry].role == .node(.policy) && heading.label == nil
        && !heading.numberStyle.isChapter
    }
    let above = Set(promoted.compactMap { outline.entries[$0].parent }).filter { above in
      let heading = outline.entries[above].heading
      return outline.entries[above].role == .section && heading.number != nil && heading.group == nil
        && ![.chapter, .part, .ordinal].contains(heading.numberStyle)
        && !GroupHeads.structures.contains { heading.title.contains($0) }
    }
    guard above.count > 1 else { return }
    // What orders such sections stands a level higher.
    let orderers = above.subtracting(above.compactMap { outline.entries[$0].parent })
    for above in orderers { outline.entries[above].role = .node(.policy) }
    for entry in outline.entries.indices where isFramed(entry) && isSibling(entry, ofAny: orderers) {
      outline.entries[entry].role = .node(.policy)
    }
    for below in promoted where outline.entries[below].parent.map(orderers.contains) ?? false {
      outline.entries[below].role = .node(.measure)
    }
  }

  private func isSibling(_ entry: Int, ofAny others: Set<Int>) -> Bool {
    let style = HeadingStyle(outline.entries[entry].heading, isGroup: false)
    return others.contains { other in
      outline.entries[other].parent == outline.entries[entry].parent
        && HeadingStyle(outline.entries[other].heading, isGroup: false).isSibling(of: style)
    }
  }

  /// Ⅰ しごとをつくる above the policies Ⅰ-1 and Ⅰ-2: what they are counted below is no mere section.
  private mutating func promoteCounted() {
    var counted: Set<Int> = []
    for below in outline.entries.indices {
      guard case .node = outline.entries[below].role, outline.entries[below].heading.label == nil,
        let number = outline.entries[below].heading.number, number.utf8.contains(UInt8(ascii: "-")),
        let above = ordererOf(below), outline.entries[above].role == .section,
        outline.entries[above].heading.number.map({ number.hasPrefix($0 + "-") }) == true,
        !GroupHeads.structures.contains(where: { outline.entries[above].heading.title.contains($0) })
      else { continue }
      counted.insert(above)
    }
    guard counted.count > 1 else { return }
    for entry in counted { outline.entries[entry].role = .node(.basicGoal) }
  }

  /// 現況と問題点 right below a section: what is done there answers it.
  private func tellsItsSituation(_ index: Int) -> Bool {
    outline.entries[(index + 1)...].contains { below in
      below.parent == index && (below.heading.number != nil || below.group?.role == .description)
        && GroupHeads.situations.contains { below.heading.title.contains($0) }
    }
  }

  /// What an entry stands below, heads of parts between them aside.
  private func ordererOf(_ entry: Int) -> Int? {
    var above = outline.entries[entry].parent
    while let index = above, outline.entries[index].group != nil { above = outline.entries[index].parent }
    return above
  }

  /// Whether measures or what will be done for them stand below a head.
  private func tellsMeasures(_ group: GroupHead) -> Bool {
    group.status == .planned || group.kind.map { $0.rank >= NodeKind.measure.rank && $0 != .other } ?? false
  }

  private func isFramed(_ index: Int) -> Bool {
    let entry = outline.entries[index]
    guard entry.role == .section, entry.heading.number != nil, entry.group == nil, entry.childKind == nil,
      outline.node(at: index) == nil, !GroupHeads.structures.contains(where: { entry.heading.title.contains($0) })
    else { return false }
    var headsActions = false
    for below in index + 1..<outline.entries.count {
      let next = outline.entries[below]
      if next.depth <= entry.depth { break }
      if case .node(let kind) = next.role, kind.rank <= NodeKind.policy.rank { return false }
      if let group = next.group,
        next.parent == index && group.status != nil
          || ordererOf(below) == index && (tellsMeasures(group) || isMeasured(below, of: index))
      {
        headsActions = true
      }
    }
    return headsActions
  }

  /// （2）評価指標 with its table right below １ 栄養・食生活: what is measured there is a field of the plan. 人口の推移 tells how things
  /// stand.
  private func isMeasured(_ below: Int, of index: Int) -> Bool {
    outline.entries[below].group?.role == .indicators
      && !GroupHeads.tellsSituation(outline.entries[index].heading.title)
      && outline.entries[below].blocks.contains { if case .table = outline.blocks[$0].content { true } else { false } }
  }
}
