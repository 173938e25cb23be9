import KeikakuText

/// Tables: read once before the walk, since an overview may name what only later stands in the text.
extension DocumentReader {
  mutating func readTables() {
    for index in outline.cover { interpretTable(index, below: nil) }
    for (place, entry) in outline.entries.enumerated() {
      for index in entry.blocks { interpretTable(index, below: place) }
    }
  }

  private mutating func interpretTable(_ index: Int, below place: Int?) {
    guard case .table(let table) = outline.blocks[index].content else { return }
    let context = tableContext(index, below: place)
    let scan = table.isUnordered || table.columnCount > TableReader.mostColumns ? nil : tableReader.scan(table)
    var reading = tableReader.read(table, scan: scan, context: context)
    statedIndicators.complete(&reading, of: table, scan: scan, context: context)
    tableReadings[index] = reading
    if let name = context.heading,
      reading.indicators.contains(where: { $0.indicator.source.start == name.source.start })
    {
      taken.insert(index - 1)
    }
  }

  /// What the caption right above a table and the heading that it stands under say of its figures.
  private func tableContext(_ index: Int, below place: Int?) -> TableContext {
    var context = TableContext(vantage: vantage, units: lexicon.units)
    if let place { context.isUnderIndicatorHeading = outline.group(at: place)?.role == .indicators }
    if let caption = caption(index, below: place) {
      CaptionReader.read(caption.text, into: &context)
      let prose = ProseText(caption)
      // KPI：星空の観察会に来た人 above its figures.
      if ProseName.hasLead(in: prose, prose.range) {
        context.isUnderIndicatorHeading = true
      } else if Self.costs.prefix(of: caption.text) != nil {
        context.isUnderIndicatorHeading = false
      }
    }
    if let place { CaptionReader.read(outline.entries[place].heading.title, into: &context) }
    if let below = captionBelow(index) { CaptionReader.read(below, into: &context) }
    context.heading = tableName(index, below: place)
    return context
  }

  /// 投資計画（百万円） above a table below 目標: what is spent by year, and none of the figures that the heading tells of.
  private static let costs = WordTrie(["投資計画", "財政計画", "収支計画", "事業費", "予算額", "概算費用"].map { ($0, true) })

  /// （単位：千人、現状値は令和元年度、目標値は令和6年度） ※基準は令和２年度、目標は令和７年度の値 or
  /// ※上段は目標値、下段は実績値 right below a table.
  private func captionBelow(_ index: Int) -> String? {
    guard index + 1 < outline.blocks.count else { return nil }
    if index + 2 < outline.blocks.count, case .table = outline.blocks[index + 2].content {
      let blanks = blankLines(around: index + 1)
      if blanks.above > 0, blanks.below == 0 { return nil }
    }
    let text: String
    switch outline.blocks[index + 1].content {
    case .fragment(let fragment): text = fragment.text
    case .note(let note): text = (note.term ?? "") + note.text.text
    default: return nil
    }
    let folded = text.folded
    let tellsYears = ["現状", "基準"].contains(where: folded.contains) && folded.contains("目標") && folded.contains("年")
    return folded.hasPrefix("(単位") || tellsYears || PairedCells.isLegend(folded) ? text : nil
  }

  /// The line right above a table, below the same heading.
  private func caption(_ index: Int, below place: Int?) -> MappedText? {
    guard index > place.map({ outline.entries[$0].blocks.lowerBound }) ?? 0, index > 0,
      case .fragment(let caption) = outline.blocks[index - 1].content, !belongsAbove(caption, index)
    else { return nil }
    return caption
  }

  /// （単位：千円） right below a table and a blank line above the next one: the unit of the former.
  private func belongsAbove(_ caption: MappedText, _ index: Int) -> Bool {
    guard index > 1, case .table = outline.blocks[index - 2].content else { return false }
    let blanks = blankLines(around: index - 1)
    return blanks.above == 0 && blanks.below > 0
  }

  /// How many lines a block is set off from those around it.
  private func blankLines(around index: Int) -> (above: Int, below: Int) {
    let source = outline.blocks[index].source
    let above = text.line(at: max(outline.blocks[index - 1].source.end, 1) - 1)
    let below = text.line(at: outline.blocks[index + 1].source.start)
    return (text.line(at: source.start) - above - 1, below - text.line(at: max(source.end, 1) - 1) - 1)
  }

  /// What may name the figures of a table without names: the line right above it, or the heading that it stands under,
  /// without number and lead word.
  private func tableName(_ index: Int, below place: Int?) -> MappedLabel? {
    let above: MappedText
    if let place, index == outline.entries[place].blocks.lowerBound {
      let entry = outline.entries[place]
      above = MappedText(text: entry.heading.title, source: entry.source.trimmed(in: text))
    } else if let caption = caption(index, below: place) {
      above = caption
    } else {
      return nil
    }
    let prose = ProseText(above)
    guard let range = ProseName.range(in: prose, prose.range) else { return nil }
    let name = prose.text(range)
    guard !HeaderWords(lexicon).isHeader(name), !ValueLook.isValue(name), !Sentences.ends(name) else { return nil }
    return MappedLabel(text: name, source: prose.source(range))
  }

  // MARK: Overviews

  /// Enters what overview tables name, with each entry's nearest higher entry as parent.
  mutating func readOverviews() {
    for index in tableReadings.keys.sorted() {
      for section in tableReadings[index]?.sections ?? [] {
        if case .hierarchy(let rows) = section.content { enterOverview(rows, at: index) }
      }
    }
  }

  private mutating func enterOverview(_ rows: HierarchyRows, at block: Int) {
    let columns = OverviewColumns(rows, lexicon: lexicon)
    var lastOfColumn: [Int: NodeID] = [:]
    for item in columns.items {
      if item.isShifted {
        diagnostics.append(
          Diagnostic(.rowShifted, "“\(item.title)” stands in another column than its number tells.", at: item.source))
      }
      let id = register.enter(
        NodeRegister.Sighting(
          kind: item.kind, label: item.label, number: item.number, title: item.title,
          parent: overviewParent(item, lastOfColumn.filter { columns.leads($0.key) }),
          place: NodeRegister.Place(title: item.title, source: item.source, section: nil, weight: 0, isHeading: false)))
      lastOfColumn[item.column] = id
    }
  }

  /// 1-1-2 stands below 1-1; without such a number the nearest column of a higher rank decides.
  private func overviewParent(_ item: OverviewColumns.Item, _ lastOfColumn: [Int: NodeID]) -> NodeID? {
    // Closures over the register alone: those over self would copy the whole reader.
    let register = register
    // 基本施策 | 施策: two words for one kind, of which the left one stands above.
    let above = lastOfColumn.filter { column, node in
      column < item.column && (register[node].kind.rank < item.kind.rank || register[node].kind == item.kind)
    }
    .sorted { $0.key > $1.key }.map(\.value)
    guard let number = item.number, let dash = number.lastIndex(of: "-") else { return above.first }
    return above.first { register[$0].number.map { $0 == number[..<dash] } ?? false } ?? above.first
  }

  // MARK: In the walk

  mutating func readTable(_ table: Table, _ index: Int, below entry: Int?) {
    guard let reading = tableReadings[index] else { return }
    diagnostics += reading.diagnostics
    if reading.indicators.isEmpty, reading.diagnostics.isEmpty, isBelowTargets(entry), holdsTargets(table) {
      diagnostics.append(TableReader.unreadFigures(at: table.source))
    }
    let above = sheet.flatMap { $0.entry == entry ? $0.node : nil } ?? self.node(at: entry)
    var node = above
    for section in reading.sections { readSection(section, &node, index, below: entry) }
    if let node, node != above { sheet = (entry, node) }
    let owner = node ?? entry.flatMap { self.section(above: $0) }
    for indicator in reading.stated { take(indicator, node: owner) }
    let main = reading.sections.first { $0.kind != .form && $0.kind != .other } ?? reading.sections.first
    tables.append(
      DocumentTable(
        node: node ?? entry.flatMap { self.section(above: $0) }, kind: main?.kind ?? .other,
        headerRows: main?.headerRows ?? 0,
        rows: table.rows.map { $0.map(\.text) }, source: table.source.trimmed(in: text)))
  }

  /// 空家等対策の目標 or a heading of its kind.
  private func isBelowTargets(_ entry: Int?) -> Bool {
    guard let entry else { return false }
    return ["目標", "指標", "KPI"].contains(where: outline.entries[entry].heading.title.folded.contains)
  }

  /// 令和４年度末 | 令和９年度末 over figures, of which nothing says which year is the target's; or 中間目標 beside a sentence.
  private func holdsTargets(_ table: Table) -> Bool {
    let years = table.rows.prefix(3).contains { row in
      row.count { cell in ValueLook.isYear(String(cell.text.prefix { !"（(".contains($0) })) } > 1
    }
    let figures = table.rows.filter { row in row.dropFirst().count { ValueLook.isFigure($0.text) } > 1 }
    if years, figures.count > 1 || figures.first.map({ ValueLook.isFigure($0[0].text) }) ?? false { return true }
    return table.rows.contains { row in
      row.count == 2 && row[0].text.hasSuffix("目標") && row[1].text.folded.contains { $0.isASCII && $0.isNumber }
    }
  }

  private mutating func readSection(_ section: TableSection, _ node: inout NodeID?, _ block: Int, below entry: Int?) {
    switch section.content {
    case .form(let rows): for row in rows { readForm(row, &node, below: entry) }
    case .indicators(let readings):
      let owner = node ?? entry.flatMap { self.section(above: $0) }
      for reading in readings { take(reading, node: owner) }
    case .actions where showsStructure(entry): break
    case .schedule(let rows), .actions(let rows):
      for row in rows where !tellRowOfFigures(row.action) {
        var action = row.action
        action.node = groupNode(row.groups, within: node) ?? node ?? sectionOfActions(entry)
        action.status = action.status ?? .planned
        if !completeListed(by: action) { actions.append(action) }
      }
    case .definitions(let rows): for row in rows { readDefinition(row, node: node, below: entry) }
    case .related(let rows):
      for row in rows {
        pendingRelated.append(
          PendingRelation(from: node, number: row.number, title: row.title.text, page: row.page, source: row.source))
      }
    case .hierarchy, .contents, .other: break
    }
  }

  /// Below 施策の体系 a table shows what stands below what; the chapters tell what is done.
  private func showsStructure(_ entry: Int?) -> Bool {
    guard let entry else { return false }
    let title = outline.entries[entry].heading.title
    return title.hasSuffix("体系") || title.hasSuffix("体系図")
  }

  /// The section whose programmes a table lists, where the plan's chapters and sections stand for no nodes.
  private func sectionOfActions(_ entry: Int?) -> NodeID? {
    entry.flatMap { outline.isInAnnex($0) ? nil : section(above: $0) }
  }

  /// An indicator below a row group belongs to the node that the group names, where the document has it.
  private mutating func take(_ reading: consuming IndicatorReading, node: NodeID?) {
    guard !tellsNoName(reading.indicator) else { return }
    var group: NodeID?
    for label in reading.groups { group = groupNode(label, named: nil, below: group, within: node) ?? group }
    reading.indicator.node = group ?? node
    indicators.append(reading)
  }

  /// The node that the innermost of a row's groups names.
  private mutating func groupNode(_ groups: [RowGroups.Group], within owner: NodeID?) -> NodeID? {
    var node: NodeID?
    for group in groups { node = groupNode(group.label, named: group.kind, below: node, within: owner) ?? node }
    return node
  }

  /// - Parameters:
  ///   - named: the kind that the head of the column names.
  ///   - above: the node of the group to its left: 基本目標 | 施策.
  ///   - owner: the node that the table stands below.
  private mutating func groupNode(
    _ label: MappedLabel, named: NodeKind?, below above: NodeID?, within owner: NodeID?
  ) -> NodeID? {
    let cell = CellHeading(label.text, lexicon: lexicon)
    let headed = (cell.labelKind ?? named).flatMap { kind in
      cell.number.flatMap { headedTitles.whole(cell.title, kind, $0) }
    }
    let title = headed ?? cell.title
    if let known = register.find(title: title), register[known].kind.rank >= 0 { return known }
    if let number = cell.number, let kind = cell.labelKind ?? named {
      // Closures over the register alone: those over self would copy the whole reader.
      let nodes = register
      // The same number before another title counts another node, below another goal.
      let known = register.find(number: number, kind: kind).filter { title.isEmpty || register[$0].title.isEmpty }
      let uppers = above.map { [$0] } ?? ancestors(of: owner)
      let here = uppers.lazy.compactMap { upper in known.first { nodes[$0].parent == upper } }.first
      if let same = here ?? (above == nil && known.count == 1 ? known.first : nil) { return same }
    }
    // 施策名 below a measure names parts of it that have no kind of their own.
    let upper = above ?? owner
    let mayName = Self.mayBeTitle(title) && upper.map { register[$0].kind.rank < named?.rank ?? 0 } ?? true
    guard let kind = cell.labelKind ?? (mayName ? named : nil), !title.isEmpty else { return nil }
    let parent = upper.flatMap { 0..<kind.rank ~= register[$0].kind.rank ? $0 : nil }
    return register.enter(
      NodeRegister.Sighting(
        kind: kind, label: cell.label, number: cell.number,
        title: title, parent: parent,
        place: NodeRegister.Place(title: title, source: label.source, section: nil, weight: 0, isHeading: false)))
  }

  /// A node and those above it, innermost first.
  func ancestors(of node: NodeID?) -> [NodeID] {
    var found: [NodeID] = []
    var current = node
    while let place = current {
      found.append(place)
      current = register[place].parent
    }
    return found
  }

  private static let longestTitle = 120

  /// Short words without a figure: the name of a measure in a column of such.
  private static func mayBeTitle(_ text: String) -> Bool {
    text.utf8.count <= longestTitle && !Sentences.ends(text) && !ValueLook.isValue(text)
  }

  private mutating func readForm(_ row: FormRow, _ node: inout NodeID?, below entry: Int?) {
    switch row.field {
    case .title(let kind):
      let cell = CellHeading(row.value.text, lexicon: lexicon)
      let title = NoteReferences.removed(from: cell.title)
      guard !title.isEmpty, !DevelopmentGoals.contain(title) else { return }
      var above = node ?? entry.flatMap { self.node(at: $0) }
      while let place = above, register[place].kind.rank >= kind.rank { above = register[place].parent }
      // 施策1-1 | 創業の支援: the number stands with the word.
      let label = CellHeading(row.label.text, lexicon: lexicon)
      node = register.enter(
        NodeRegister.Sighting(
          kind: kind, label: label.label ?? row.label.text, number: cell.number ?? label.number, title: title,
          parent: above,
          place: NodeRegister.Place(
            title: title, source: row.source, section: entry.flatMap { section(above: $0) }, weight: 1, isHeading: true)
        ))
    case .text: if let node, !row.value.text.isEmpty { register.appendText(row.value.text, to: node) }
    case .actions: addActions(row, status: .planned, period: nil, node: node)
    case .group(let head): addActions(row, status: head.status, period: head.period, node: node)
    case .references:
      let kind = RelatedWords(lexicon: lexicon).kind(FoldedText.bytes(of: row.label.text)[...])
      readReferences(MappedText(text: row.value.text, source: row.value.source), kind: kind, from: node)
    case .department, .budget, .period, .other: break
    }
  }

  /// 給水人口（人） 40,200 35,110 29,800: a row of what was counted and is expected, whose cells have run together.
  private mutating func tellRowOfFigures(_ action: Action) -> Bool {
    let figures = action.text.split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
    guard figures.count >= Self.fewestFigures, figures.allSatisfy(ValueLook.isFigure) else { return false }
    diagnostics.append(
      Diagnostic(
        .tableRunTogether, "A row of figures stands where actions are listed; none was taken for a value.",
        at: action.source))
    return true
  }

  private static let fewestFigures = 3

  /// The value of a form's row as actions, one for each ・ where it holds several.
  private mutating func addActions(_ row: FormRow, status: ActionStatus?, period: Temporal?, node: NodeID?) {
    guard let node else { return }
    let parts = row.value.text.hasPrefix("・") ? row.value.text.split(separator: "・") : [Substring(row.value.text)]
    for part in parts.map(\.trimmed) where !part.isEmpty {
      var action = Action(
        node: node, text: NoteReferences.removed(from: String(part)), status: status, source: row.value.source)
      action.period = period
      action.department = Department.read(action.text)
      actions.append(action)
    }
  }

  /// 1 新たな地域づくり | 持続可能な… below a 重点施策 is a project with its text; elsewhere a term with its definition.
  private mutating func readDefinition(_ row: DefinitionRow, node: NodeID?, below entry: Int?) {
    if let entry, outline.group(at: entry)?.role == .glossary {
      return readNote(
        NoteBlock(
          marker: nil, term: row.term.text, text: MappedText(text: row.text.text, source: row.text.source)))
    }
    let cell = CellHeading(row.term.text, lexicon: lexicon)
    let title = NoteReferences.removed(from: cell.title)
    let named = entry.flatMap { outline.group(at: $0)?.kind ?? outline.entries[$0].childKind }
    guard
      let kind = cell.labelKind ?? named
        ?? (cell.number != nil ? node.map { register[$0].kind.childKind } : nil),
      !title.isEmpty
    else { return }
    let id = register.enter(
      NodeRegister.Sighting(
        kind: kind, number: cell.number, title: title,
        parent: node.flatMap { register[$0].kind.rank < kind.rank ? $0 : nil },
        place: NodeRegister.Place(
          title: title, source: row.term.source, section: entry.flatMap { section(above: $0) },
          weight: row.text.text.utf8.count,
          isHeading: true)))
    register.appendText(row.text.text, to: id)
    findMentions(in: MappedText(text: row.text.text, source: row.text.source))
  }
}
