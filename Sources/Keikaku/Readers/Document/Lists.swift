import KeikakuText

/// Lists: actions, nodes that only a list names, marks that tie programmes to directions, related measures.
extension DocumentReader {
  mutating func readList(_ items: [ListItem], _ index: Int, below entry: Int?) {
    let known = indicators.count
    defer { tellRunTogether(items, since: known) }
    for item in items { findMentions(in: item.text) }
    guard let entry else {
      if !enterLabelled(items, below: nil) {
        for item in items where !takeIndicators(in: item.text, below: nil) {
          tellAim(in: item.text, below: nil)
        }
      }
      return
    }
    guard outline.entries[entry].role != .legend else { return }
    let group = outline.group(at: entry)
    var rest = items
    rest.removeAll { takeGlossary($0.text, below: entry) }
    if group?.role != .related, enterLabelled(rest, below: entry) { return }
    if let kind = announcedKind(index, rest) ?? group?.kind ?? outline.childKind(at: entry)
      ?? listedKind(rest, below: entry, group)
    {
      rest.removeAll { enterItem($0, kind, below: entry) }
    }
    if group?.role == .related { return readRelated(rest, below: entry) }
    if takeDirectionMarks(rest, below: entry) { return }
    takeAnnounced(&rest, below: entry)
    let context = proseContext(entry, isItem: true)
    rest.removeAll { take(proseReader.indicators(in: $0.text, context: context), below: entry) }
    // KPI　・企業誘致件数：10社（5年間） with ・創業者数：30人（H31） right below it.
    if standsBehindStatement(index) {
      rest.removeAll { item in
        item.text.text.folded.contains(":") && takeFurtherIndicators(in: item.text, index, below: entry)
      }
    }
    if group?.role == .indicators { rest.removeAll { tellUnread($0.text) } }
    rest.removeAll { tellChange($0.text, below: entry) }
    for item in rest { tellAim(in: item.text, below: entry) }
    if let group, describes(group), !listsContents(entry, index, rest) { return readDescription(rest, below: entry) }
    rest.removeAll { takeMarked($0, below: entry, group) }
    dropStatements(from: &rest, below: entry)
    guard !rest.isEmpty else { return }
    let owner = actionOwner(entry, group) ?? sectionOwner(entry, group)
    // Lines without a mark may be cells of a table that no node explains.
    let areMarked = rest.allSatisfy { $0.markCount > 0 || $0.mark != nil || $0.number != nil }
    guard owner != nil || areMarked && group?.status != nil && !outline.isInAnnex(entry) else {
      return appendTexts(of: rest, to: section(above: entry))
    }
    var (status, period) = standing(of: index, below: entry, group)
    if group?.role == .description { status = .planned }
    for item in rest where !takeInlineList(item, owner) { addAction(item, owner, status, period) }
  }

  /// ★主な事業　直売所連携事業／輸出支援事業: an action for each part.
  private mutating func takeInlineList(_ item: ListItem, _ owner: NodeID?) -> Bool {
    let bytes = Array(item.text.text.utf8)
    guard let list = InlineList.read(bytes, 0..<bytes.count, groups: tableReader.groups) else { return false }
    for part in list.parts {
      var action = Action(
        node: owner, text: NoteReferences.removed(from: String(decoding: bytes[part], as: UTF8.self)),
        status: list.head.status, source: item.text.source(of: part))
      action.period = list.head.period
      action.department = Department.read(action.text)
      actions.append(action)
    }
    return true
  }

  private mutating func addAction(_ item: ListItem, _ owner: NodeID?, _ status: ActionStatus?, _ period: Temporal?) {
    var action = Action(
      node: owner, text: NoteReferences.removed(from: item.text.text), status: status, source: item.text.source)
    action.period = period
    action.department = Department.read(action.text)
    actions.append(action)
  }

  /// Takes an item whose mark the report explains; ▲ before a problem makes it no action.
  private mutating func takeMarked(_ item: ListItem, below entry: Int, _ group: GroupHead?) -> Bool {
    guard let mark = item.mark, let meaning = markLegend.meanings[mark] else { return false }
    if MarkLegend.isExplanation(item.text.text) { return true }
    guard let owner = actionOwner(entry, group) else { return false }
    if let status = meaning.status {
      addAction(item, owner, status, meaning.period ?? group?.period)
    } else {
      register.appendText(NoteReferences.removed(from: item.text.text), to: owner)
    }
    return true
  }

  /// A numbered line below 主な取組 with text below it, or alone: 1) 周遊アプリの開発.
  mutating func enterAction(_ index: Int) {
    let group = outline.group(at: index)
    guard let owner = actionOwner(index, group) else { return }
    let heading = outline.entries[index].heading
    let text = NoteReferences.removed(from: heading.title)
    var action = Action(node: owner, text: text, status: group?.role?.status ?? .planned, source: heading.titleSource)
    action.period = group?.period
    action.department = Department.read(text)
    actions.append(action)
  }

  /// Items below 現状と課題 or 基本的方向 say how things stand or where they go; nothing is done by them.
  private func describes(_ group: GroupHead) -> Bool { group.role == .description || group.kind == .basicDirection }

  private static let contents = ["施策の内容", "施策内容"].map { TitleKey($0) }

  private static let letters: Set<Heading.NumberStyle> = [.kana, .letter]

  /// ・保育所を整備します。 and ア 保育所の整備 below 施策の内容 is what the measure consists of.
  private func listsContents(_ entry: Int, _ block: Int, _ items: [ListItem]) -> Bool {
    guard Self.contents.contains(TitleKey(outline.entries[entry].heading.title)) else { return false }
    let before = outline.blocks[outline.entries[entry].blocks.lowerBound..<block]
    let isDirect = before.allSatisfy { if case .list = $0.content { true } else { false } }
    return isDirect && items.allSatisfy { $0.number == nil || Self.letters.contains($0.numberStyle) }
  }

  private mutating func readDescription(_ items: [ListItem], below entry: Int) {
    appendTexts(of: items, to: node(at: entry) ?? section(above: entry))
  }

  mutating func appendTexts(of items: [ListItem], to owner: NodeID?) {
    guard let owner else { return }
    for item in items { register.appendText(NoteReferences.removed(from: item.text.text), to: owner) }
  }

  // MARK: Items that are nodes

  /// ・基本目標1 しごとをつくる and the other goals, one below the other: each names its node with label and number. A single
  /// such line, or one that goes on as a sentence, only speaks of a node.
  @discardableResult
  private mutating func enterLabelled(_ items: [ListItem], below entry: Int?) -> Bool {
    guard items.count > 1, mayBeLabelled(items[0].text.text) else { return false }
    var headings: [CellHeading] = []
    for item in items {
      let heading = CellHeading(withoutRelistedTag(item.text).title, lexicon: lexicon)
      guard heading.labelKind != nil else { return false }
      headings.append(heading)
    }
    guard let kind = headings[0].labelKind, Set(headings.map(\.number)).count == items.count,
      headings.allSatisfy({ $0.labelKind == kind && $0.number != nil && Self.isTitle($0.title) }),
      !headings.contains(where: { DevelopmentGoals.contain($0.title) })
    else { return false }
    for (item, heading) in zip(items, headings) {
      let parent = entry.flatMap { node(at: $0) }.flatMap { register[$0].kind.rank < kind.rank ? $0 : nil }
      let title = NoteReferences.removed(from: heading.title)
      _ = register.enter(
        NodeRegister.Sighting(
          kind: kind, label: heading.label, number: heading.number, title: title,
          parent: parent ?? register.find(title: title, kinds: [kind]).flatMap { register[$0].parent },
          relisted: withoutRelistedTag(item.text).relisted,
          place: NodeRegister.Place(
            title: title, source: item.text.source, section: entry.flatMap { section(above: $0) }, weight: 0,
            isHeading: false)))
    }
    return true
  }

  /// The cheap question: a word stands in it that labels nodes or parts of an annex.
  private func mayBeLabelled(_ text: String) -> Bool {
    lexicon.labels.occurs(in: text) || HeadingLabels.annexWords.occurs(in: text)
      || lexicon.labels.occurs(in: text.folded)
  }

  private static let particles: Set<Character> = ["と", "の", "を", "に", "は", "が", "で", "へ", "も", "や"]

  private static func isTitle(_ title: String) -> Bool {
    guard let first = title.first, !particles.contains(first) else { return false }
    return !Sentences.ends(title) && title.utf8.count <= 180
  }

  /// 2 施策の方向 with ①稼ぐ力を高める and others below it, outside any node: the head names what its short items are.
  private func listedKind(_ items: [ListItem], below entry: Int, _ group: GroupHead?) -> NodeKind? {
    guard group?.role == .description, node(at: entry) == nil,
      items.allSatisfy({ $0.number != nil && !Sentences.ends($0.text.text) })
    else { return nil }
    return lexicon.labels[outline.entries[entry].heading.title]
  }

  private func announcedKind(_ index: Int, _ items: [ListItem]) -> NodeKind? {
    guard index > 0, items.count > 1, items.allSatisfy({ !Sentences.ends($0.text.text) }) else { return nil }
    switch outline.blocks[index - 1].content {
    case .paragraph(let text), .fragment(let text):
      return AnnouncedKind.read(text.text, count: items.count, labels: lexicon.labels)
    default: return nil
    }
  }

  /// Below ■展開すべき施策 an item with a number is a measure; below 基本目標 any item that is short is a goal.
  private mutating func enterItem(_ item: ListItem, _ kind: NodeKind, below entry: Int) -> Bool {
    let (title, relisted) = withoutRelistedTag(item.text)
    guard !Sentences.ends(title), title.utf8.count <= 180, !Arrows.standBetweenFigures(in: title) else { return false }
    let known = register.find(title: title, kinds: [kind])
    guard known != nil || item.number != nil || kind.rank <= 3 else { return false }
    let parent = node(at: entry).flatMap { register[$0].kind.rank < kind.rank ? $0 : nil }
    _ = register.enter(
      NodeRegister.Sighting(
        kind: kind, number: item.number, title: title, parent: parent ?? known.flatMap { register[$0].parent },
        relisted: relisted,
        place: NodeRegister.Place(
          title: title, source: item.text.source, section: section(above: entry), weight: 0, isHeading: false)))
    return true
  }

  // MARK: Owners of actions

  /// The node whose list it is; the parent where several siblings stand bare above one list.
  func actionOwner(_ entry: Int, _ group: GroupHead?) -> NodeID? {
    guard let nodeEntry = outline.node(at: entry), let node = nodeOfEntry[nodeEntry] else {
      return sheetNode(of: entry)
    }
    if isListed(nodeEntry) || isBareSibling(nodeEntry, group, entry) { return register[node].parent ?? node }
    return node
  }

  /// The section whose 主な取組 a list stands below, where the plan's chapters and sections stand for no nodes.
  private func sectionOwner(_ entry: Int, _ group: GroupHead?) -> NodeID? {
    group?.status != nil && !outline.isInAnnex(entry) ? section(above: entry) : nil
  }

  /// ①観光の振興／②国際観光の推進 heads a list of all of them; so does a single one where the others are written so.
  private func isListed(_ nodeEntry: Int) -> Bool {
    let heading = outline.entries[nodeEntry].heading
    guard heading.numberStyle == .circled, heading.label == nil else { return false }
    return heading.isListed || listedRoles.contains(outline.entries[nodeEntry].role)
  }

  /// 主な取組 behind several measures that hold nothing of their own serves them all.
  private func isBareSibling(_ nodeEntry: Int, _ group: GroupHead?, _ entry: Int) -> Bool {
    guard group?.role?.status != nil, entry != nodeEntry, outline.isBare(nodeEntry),
      nodeEntry + 1 == groupStart(entry)
    else { return false }
    guard let sibling = outline.entries[..<nodeEntry].indices.last,
      outline.entries[sibling].role == outline.entries[nodeEntry].role
    else { return false }
    return outline.isBare(sibling)
      && outline.entries[sibling].parent == outline.entries[nodeEntry].parent
  }

  private func groupStart(_ entry: Int) -> Int {
    var current = entry
    while outline.entries[current].role == .caption, let parent = outline.entries[current].parent { current = parent }
    return current
  }

  /// What the list reports and for which year: by its group head, else by the report's legend, else planned.
  private mutating func standing(of block: Int, below entry: Int, _ group: GroupHead?) -> (ActionStatus?, Temporal?) {
    if let group, let status = group.role?.status { return (status, group.period) }
    guard !legend.groups.isEmpty else { return (.planned, nil) }
    let lists = outline.entries[entry].blocks.filter {
      if case .list = outline.blocks[$0].content { true } else { false }
    }
    guard lists.count == legend.groups.count, let place = lists.firstIndex(of: block) else {
      diagnostics.append(
        Diagnostic(
          .legendGroups, "\(lists.count) lists stand here where the legend shows \(legend.groups.count) groups.",
          at: outline.blocks[block].source))
      return (nil, nil)
    }
    return (legend.groups[place].status, legend.groups[place].period)
  }

  // MARK: Repeated group heads

  /// Remembers a group head; where a node's first one comes again, the next sibling's heading is missing.
  mutating func noteGroupHead(_ index: Int) {
    guard outline.entries[index].role == .group, let nodeEntry = outline.node(at: index),
      let node = nodeOfEntry[nodeEntry]
    else { return }
    let key = TitleKey(outline.entries[index].heading.title)
    let seen = groupHeadsSeen[node] ?? []
    guard seen.count >= 2, seen[0] == key, let sibling = unheadedSibling(after: node) else {
      groupHeadsSeen[node] = seen + [key]
      return
    }
    groupHeadsSeen[sibling] = [key]
    nodeOfEntry[nodeEntry] = sibling
    register.add(
      NodeRegister.Place(
        title: register[sibling].title, source: outline.entries[index].source.trimmed(in: text),
        section: section(above: index), weight: 1, isHeading: true), to: sibling)
    diagnostics.append(
      Diagnostic(
        .headingMissing,
        "“\(outline.entries[index].heading.title)” begins again; what follows is given to “\(register[sibling].title)”, which only an overview names.",
        at: outline.entries[index].source.trimmed(in: text)))
  }

  /// The node with the next number that an overview names and that no heading of the document bears.
  private func unheadedSibling(after node: NodeID) -> NodeID? {
    guard let number = register[node].number.flatMap({ Int($0) }) else { return nil }
    let found = register.find(number: String(number + 1), kind: register[node].kind).first { register.isOnlyListed($0) }
    guard let found else { return nil }
    let isHeadedLater = outline.entries.contains { entry in
      entry.role == .node(register[node].kind) && entry.heading.number == String(number + 1)
    }
    return isHeadedLater ? nil : found
  }
}
