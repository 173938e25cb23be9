import KeikakuText

/// Puts the headings of a document one below the other.
///
/// Headings of one style are siblings: a new one closes all that was opened since the last of its style. A style not seen
/// since opens a level below. Labels rank by their kind, chapters and sections by their word, Markdown by its `#`.
struct OutlineBuilder {
  let lexicon: Lexicon
  var outline: Outline
  var stack = HeadingStack()
  /// Comparison key of a node's title → its first entry, to know a heading that repeats one.
  var titles: [TitleKey: Int] = [:]
  let recurring: RecurringHeads
  let listedAhead: GoalsListedAhead
  /// How the numbered items of the document's lists are counted.
  let listedStyles: Set<Heading.NumberStyle>
  /// How the nodes are counted below which text of their own stood so far.
  var stylesOfNodes: Set<Heading.NumberStyle> = []
  /// How many headings were open where a legend began, while one is open.
  var legendStart: Int?

  static func build(_ blocks: [Block], lexicon: Lexicon) -> Outline {
    var builder = OutlineBuilder(blocks, lexicon: lexicon)
    builder.buildAll()
    return builder.outline
  }

  private init(_ blocks: [Block], lexicon: Lexicon) {
    self.lexicon = lexicon
    outline = Outline(blocks: blocks)
    recurring = RecurringHeads(blocks)
    listedAhead = GoalsListedAhead(blocks)
    listedStyles = Self.listedStyles(in: blocks)
  }

  private mutating func buildAll() {
    let ones = RomanOnes.find(outline.blocks)
    outline.entries.reserveCapacity(outline.blocks.count { if case .heading = $0.content { true } else { false } })
    var firstHeading: Int?
    let nested = NestedLabels(
      outline.blocks.compactMap { if case .heading(let heading) = $0.content { heading } else { nil } })
    for (index, block) in outline.blocks.enumerated() {
      guard case .heading(var heading) = block.content else { continue }
      if ones.contains(index) { heading.numberStyle = .decimal }
      if isRunningHead(heading) { continue }
      heading.wholes = nested.wholes(of: heading)
      closeBlocks(before: index)
      firstHeading = firstHeading ?? index
      add(heading, at: index, source: block.source)
    }
    closeBlocks(before: outline.blocks.count)
    promotePolicies()
    nameReferred()
    outline.cover = 0..<(firstHeading ?? outline.blocks.count)
  }

  /// 第1章 めざす姿 while that chapter is open: the head of its next page, below which the text goes on.
  private func isRunningHead(_ heading: Heading) -> Bool {
    guard heading.numberStyle.isChapter, heading.label == nil, !heading.title.isEmpty else { return false }
    return stack.entries.contains { entry in
      let open = outline.entries[entry].heading
      return open.numberStyle == heading.numberStyle && open.number == heading.number
        && TitleKey(open.title) == TitleKey(heading.title)
    }
  }

  private mutating func closeBlocks(before index: Int) {
    guard let last = outline.entries.indices.last else { return }
    outline.entries[last].blocks = outline.entries[last].blocks.lowerBound..<index
    if case .node = outline.entries[last].role, !outline.isBare(last) {
      stylesOfNodes.insert(outline.entries[last].heading.numberStyle)
    }
  }

  private mutating func add(_ heading: Heading, at block: Int, source: SourceRange) {
    var group = heading.group
    if group?.kind == .vision, tellsAimOfNode(heading) { group = GroupHead(role: .description) }
    let style = HeadingStyle(heading, isGroup: group != nil)
    let role: Outline.Role
    var isAnnex = false
    closeListedChapters(before: heading)
    if beginsAnnex(heading) {
      openAnnex(heading, style)
      role = .section
      isAnnex = true
    } else if staysInAnnex(heading, style) {
      role = roleInAnnex(of: heading, style)
      group?.kind = nil
    } else if refersToNode(heading, style, at: block) {
      role = .reference
    } else if isLegend(heading) || legendStart != nil && group != nil {
      legendStart = legendStart ?? stack.count
      role = .legend
    } else {
      if heading.label != nil { closeLegend() }
      role = self.role(of: heading, at: block, style: style, group: group)
    }
    let entry = Outline.Entry(
      heading: heading, role: role, group: group,
      childKind: group?.kind ?? (isInAnnex ? nil : namedKind(heading, role)), parent: stack.top,
      depth: stack.count, isAnnex: isAnnex, source: source, blocks: block + 1..<block + 1)
    push(entry, style: style)
  }

  private mutating func push(_ entry: Outline.Entry, style: HeadingStyle) {
    let index = outline.entries.count
    outline.entries.append(entry)
    if entry.role == .reference { return }
    if case .node = entry.role, !entry.heading.title.isEmpty {
      let key = TitleKey(entry.heading.title)
      if titles[key] == nil { titles[key] = index }
    }
    stack.push(index, style)
  }

  // MARK: Roles

  private static let nameWord = Array("名".utf8)

  /// A heading that stands for all of its kind: 基本目標名, ①施策名.
  private func isLegend(_ heading: Heading) -> Bool {
    guard heading.label == nil, Sentences.contains(heading.title, Self.nameWord) else { return false }
    let first = heading.title.prefix { $0 != " " && $0 != "　" && $0 != "/" && $0 != "／" }
    return first.hasSuffix("名") && lexicon.labels[String(first.dropLast())] != nil
  }

  /// Also closes what the heading ends.
  private mutating func role(
    of heading: Heading, at block: Int, style: HeadingStyle, group: GroupHead?
  ) -> Outline.Role {
    if heading.label.map({ $0 == "目標" || $0 == "ゴール" }) ?? true, DevelopmentGoals.contain(heading.title) {
      return .caption
    }
    if heading.label != nil, let kind = heading.labelKind { return labelled(heading, kind, style) }
    if !close(for: style, heading) { closeBracketed(before: heading) }
    if let group {
      if let kind = group.kind, kind.rank <= 1, heading.number == nil, !headsPartOfGoal(heading, kind),
        !isDeeper(heading)
      {
        closeNodes(from: kind.rank)
      }
      return heading.number == nil ? .group : .section
    }
    if style.isChapter || recurring.contains(heading) { return .section }
    if GroupHeads.closesPlan(heading.title) || heading.number != nil && GroupHeads.opensPlan(heading.title) {
      closeNodes(from: 0)
      return .section
    }
    if heading.number == nil { closeDeeperNodes(heading) }
    return heading.number == nil ? unnumbered(heading, at: block) : numbered(heading, style, at: block)
  }

  /// 【めざすまちの姿】 inside a measure says what that measure is to bring about; it is no vision of the whole plan.
  private func tellsAimOfNode(_ heading: Heading) -> Bool {
    guard heading.number == nil, let node = outline.node(at: stack.top), let kind = nodeKind(node),
      kind.rank >= NodeKind.policy.rank
    else { return false }
    return heading.markdownLevel == 0 || heading.markdownLevel > outline.entries[node].heading.markdownLevel
  }

  /// #### 基本目標 below ### 政策分野1 tells the goal of that field.
  private func isDeeper(_ heading: Heading) -> Bool {
    guard let node = stack.entries.last(where: { nodeKind($0) != nil }) else { return false }
    let level = outline.entries[node].heading.markdownLevel
    return level > 0 && level < heading.markdownLevel
  }

  /// ◎重点施策 below 基本目標1 heads the measures of that goal to which weight is given.
  private func headsPartOfGoal(_ heading: Heading, _ kind: NodeKind) -> Bool {
    guard kind == .priorityMeasure, let mark = heading.mark, HeadingMarks.brackets[mark.value] == nil else {
      return false
    }
    return stack.entries.contains {
      outline.entries[$0].role == .node(.basicGoal) && outline.entries[$0].heading.label != nil
    }
  }

  private mutating func labelled(_ heading: Heading, _ kind: NodeKind, _ style: HeadingStyle) -> Outline.Role {
    if tellsAim(heading, style) { return .caption }
    if heading.number == nil { yieldSection(to: kind) }
    let kind =
      stack.place(ofSiblingOf: style).flatMap { nodeKind(stack.entries[$0]) }
      ?? (kind == .leadingProject && isBelowPriority ? .project : kind)
    if !close(for: style, heading) {
      if let whole = stack.entries.lastIndex(where: { isWhole($0, of: heading, kind) }) {
        stack.cut(to: whole + 1)
      } else {
        closeNodes(from: kind.rank)
        closeSmallSections()
      }
    }
    return heading.headsPart ? named(by: heading, kind).map { .mention(of: $0) } ?? .node(kind) : .node(kind)
  }

  /// The open node that a heading is a part of though its kind ranks no lower.
  private func isWhole(_ entry: Int, of heading: Heading, _ kind: NodeKind) -> Bool {
    guard let own = nodeKind(entry), own.rank >= kind.rank else { return false }
    return heading.isPart(of: outline.entries[entry].heading)
  }

  /// Parts of what is told of a node stand at most so many headings behind it.
  private static let farthestPart = 400

  /// The last node with the label and number of a heading without a title.
  private func named(by heading: Heading, _ kind: NodeKind) -> Int? {
    guard heading.title.isEmpty else { return nil }
    return outline.entries.indices.suffix(Self.farthestPart).last { entry in
      let other = outline.entries[entry]
      return other.role == .node(kind) && other.heading.label == heading.label && other.heading.number == heading.number
        && !other.heading.title.isEmpty
    }
  }

  /// 目標：健康寿命を延ばす inside a measure says what it is to reach; where such lines head the measures it is a goal.
  private func tellsAim(_ heading: Heading, _ style: HeadingStyle) -> Bool {
    guard heading.number == nil, heading.label == "目標", stack.place(ofSiblingOf: style) == nil else { return false }
    return stack.entries.contains { nodeKind($0).map { $0.rank >= NodeKind.measure.rank } ?? false }
  }

  /// 3-1 しごと with 基本目標：… right below it is the section in which the goal stands.
  private mutating func yieldSection(to kind: NodeKind) {
    guard let top = stack.top, top == outline.entries.count - 1, outline.isBare(top),
      outline.entries[top].role == .node(kind),
      outline.entries[top].heading.label == nil
    else { return }
    outline.entries[top].role = .section
    titles[TitleKey(outline.entries[top].heading.title)] = nil
  }

  /// プロジェクト1 below a 重点戦略 is one of its projects.
  private var isBelowPriority: Bool {
    stack.entries.contains { [.node(.priorityStrategy), .node(.priorityMeasure)].contains(outline.entries[$0].role) }
  }

  private mutating func numbered(_ heading: Heading, _ style: HeadingStyle, at block: Int) -> Outline.Role {
    if listedAhead.contains(heading) {
      closeNodes(from: NodeKind.policy.rank)
      return .node(.policy)
    }
    if tellsSituation(heading) || tellsGrade(heading) { return .caption }
    if judgesKind(heading.title) { return .section }
    if headsVision(heading) {
      closeNodes(from: 0)
      return .section
    }
    closeSpentHead()
    if let kind = suffixKind(heading.title) {
      closeNodes(from: kind.rank)
      return .node(kind)
    }
    guard let parent = stack.top else { return .section }
    let node = outline.node(at: parent)
    if let origin = titles[TitleKey(heading.title)], outline.entries[origin].heading.number == heading.number,
      mayRepeat(origin, below: node)
    {
      return .mention(of: origin)
    }
    let above = node.flatMap { nodeKind($0) }
    if let kind = outline.childKind(at: parent) { return .node(Self.kind(kind, below: above)) }
    if node == nil, let kind = kindBelowHead(at: parent), beginsOrGoesOn(heading), !tellsOfDocument(heading) {
      return .node(kind)
    }
    guard let node, let above, begins(heading, below: node) else {
      if node != nil, isDetached(heading, style) { return .caption }
      closeNodes(from: 0)
      return .section
    }
    if outline.group(at: parent)?.status != nil, style.isSmall, headsBullets(block) { return .node(.theme) }
    // 1 施策の体系 below 施策名　農業の振興 is a part of the sheet.
    if outline.entries[node].heading.label?.hasSuffix("名") == true { return .section }
    return isItem(heading, at: block, below: parent) ? .action : .node(above.childKind)
  }

  /// イ 基本施策の評価: a part of what is told of the measure, named by its kind and by what is told.
  private func judgesKind(_ title: String) -> Bool {
    guard let kind = lexicon.labels.prefix(of: title), title.utf8.count > kind.length else { return false }
    let rest = title.utf8.dropFirst(kind.length)
    return Self.judgements.contains { rest.elementsEqual($0) }
  }

  private static let judgements = [
    "評価", "状況", "進捗", "進捗状況", "検証", "検証結果", "結果", "実績", "達成状況", "実施状況", "評価結果", "総合評価", "総括", "コスト", "目的", "体系",
  ].map { Array("の\($0)".utf8) }

  /// 1 目指すまちの姿 below まちづくりの目標 is none of the goals.
  private func headsVision(_ heading: Heading) -> Bool {
    guard heading.title.utf8.count <= 45, outline.node(at: stack.top) == nil else { return false }
    let title = TitleKey(heading.title)
    return GroupHeads.visions.contains { title.hasSuffix($0) }
  }

  /// ① 情報発信の充実 below one goal and ① 情報発信の充実 below another are two measures.
  private func mayRepeat(_ origin: Int, below node: Int?) -> Bool {
    guard let node, let above = outline.node(at: outline.entries[origin].parent) else { return true }
    return node == above
  }

  /// 施策の展開 inside a 基本施策 names the next lower kind; 基本目標 ends what stands above it.
  private static func kind(_ kind: NodeKind, below above: NodeKind?) -> NodeKind {
    guard let above, kind.rank > 1, kind.rank <= above.rank else { return kind }
    return above.childKind
  }

  /// A list below a node begins with 1, goes on where a sibling stands before it, or bears the node's number: 1-1 below 1, and
  /// 2-1-1 below the （1） of goal 2.
  private func begins(_ heading: Heading, below node: Int) -> Bool {
    guard let number = heading.number else { return false }
    if number.contains("-") {
      // The ② of ②-1 counts within the goal as often as it is the goal's.
      if heading.numberStyle == .circled { return true }
      guard let own = outline.entries[node].heading.number else { return true }
      return number.hasPrefix(own + "-") || number.dropLastPart.hasSuffix("-" + own)
    }
    return beginsOrGoesOn(heading)
  }

  private func beginsOrGoesOn(_ heading: Heading) -> Bool {
    heading.number == "1" || followsLast(heading)
      || outline.entries.contains { $0.parent == stack.top && $0.heading.numberStyle == heading.numberStyle }
  }

  /// (4) below the second goal where (3) stood last below the first: measures counted through the plan.
  private func followsLast(_ heading: Heading) -> Bool {
    let style = HeadingStyle(heading, isGroup: false)
    guard let number = heading.number.flatMap({ Int($0) }),
      let last = outline.entries.last(where: { HeadingStyle($0.heading, isGroup: false).isSibling(of: style) }),
      case .node = last.role
    else { return false }
    return last.heading.number == String(number - 1)
  }

  /// １ 評価の概要 below （令和5年度実績）, the second line of a report's title: how the report is made, and nothing done.
  private func tellsOfDocument(_ heading: Heading) -> Bool {
    Self.documentWords.end(heading.title)
      && outline.entries.dropFirst().allSatisfy { $0.role == .section && $0.parent == 0 }
  }

  private static let documentWords = WordEndings([
    "概要", "区分", "趣旨", "目的", "方法", "考え方", "見方", "位置付け", "位置づけ", "期間", "構成", "対象", "基準",
  ])

  /// Where chapters stand for goals, 3 主要な施策 names what its numbered lines are.
  private func kindBelowHead(at entry: Int) -> NodeKind? {
    guard let head = outline.entries[entry].group, let status = head.status else { return nil }
    // What was done is told by names of its own.
    guard status == .planned else { return .theme }
    let title = outline.entries[entry].heading.title
    return title.contains("施策") || title.contains("対策") ? .measure : .program
  }

  /// Names that say what they are by their last word.
  private func suffixKind(_ title: String) -> NodeKind? {
    if lexicon.labels[title] != nil { return nil }
    if title.hasSuffix("パッケージ") { return .package }
    return title.hasSuffix("プロジェクト") ? .leadingProject : nil
  }

  private static let kindNames = GroupHeads.kinds.filter { $0.0.utf8.count >= 12 }.map { (TitleKey($0.0), $0.1) }

  /// A section whose title ends with the name of a kind: 総合戦略の基本目標, 総合戦略～政策パッケージ～.
  private func namedKind(_ heading: Heading, _ role: Outline.Role) -> NodeKind? {
    guard role == .section else { return nil }
    let title = TitleKey(heading.title)
    return Self.kindNames.first { name, _ in title.hasSuffix(name) }?.1
  }
}

extension String {
  /// 2-1 of 2-1-3; nothing of a number without parts.
  fileprivate var dropLastPart: Substring { lastIndex(of: "-").map { self[..<$0] } ?? "" }
}
