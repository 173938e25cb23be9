import KeikakuText

/// Tables whose cells stand one after another, as plain `pdftotext` leaves them.
///
///     指標名
///     基準値
///     目標値
///     出生数
///     480人
///     500人
///
/// Read only where header and order tell which value is whose: row by row behind the header (`StackedRows`), all names and
/// then all values (`StackedBatch`), or each column behind its own head (`StackedByColumn`). Where they do not, the
/// table's lines are kept as they stand, without an order.
struct StackedTableReader {
  private let rows: TextLines
  private let reader: StackedItemReader
  private let heads: StackedHeads
  private let walker: StackedWalker

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    reader = StackedItemReader(rows: rows, lexicon: lexicon)
    heads = StackedHeads(rows: rows, lexicon: lexicon)
    walker = StackedWalker(rows: rows, reader: reader, heads: heads)
  }

  /// The tables that begin with a header at a line; each but the first repeats the header, after rows that cannot be
  /// read. Empty where there is none.
  ///
  /// - Parameter reach: moved to the line behind all that was looked at.
  func regions(at first: Int, reach: inout Int) -> [PageHints.TableRegion] {
    guard !reader.isText(first), heads.cells(at: first) != nil else { return [] }
    let start = groupHead(above: first) ?? years(above: first) ?? first
    let near = walker.walk(from: start, overText: false)
    reach = max(reach, near.end)
    if let more = RowsBelowText(rows: rows, reader: reader, walker: walker).resumed(near) {
      reach = max(reach, more.end)
      let whole = regions(of: more)
      if whole.count == 1, !whole[0].table.isUnordered { return whole }
    }
    let found = regions(of: near)
    guard found.isEmpty || found.contains(where: \.table.isUnordered) || near.lacksTarget else { return found }
    let longer = walker.walk(from: start, overText: true)
    reach = max(reach, longer.end)
    guard !longer.textLines.isEmpty else { return found }
    let whole = regions(of: longer)
    return whole.count == 1 && !whole[0].table.isUnordered ? whole : found
  }

  private func regions(of walk: StackedWalk) -> [PageHints.TableRegion] {
    var walk = walk
    takeSecondNameAsTarget(&walk)
    let written = walk.heads
    dropLead(&walk)
    takeGoalAsName(&walk)
    guard walk.heads.count >= 3, var start = firstLine(walk.heads) else { return [] }
    if let whole = NamesAboveHeader(rows: rows, reader: reader).joined(to: walk, from: start) {
      walk = whole
      start = whole.items[0].first?.line ?? start
    }
    walk.items = YearsBelowValues.joined(
      walk.items.map { items in
        WrappedCells(reader: reader, hasUnits: walk.hasUnits).joined(items.filter { !isSlot($0) })
      })
    let items = walk.items.flatMap { $0 }
    guard items.contains(where: { $0.sort == .value }) else { return [] }
    let dealer = StackedDealer(rows: rows, reader: reader, heads: heads)
    var found: [PageHints.TableRegion]?
    for walk in [walk, withLateHeadsJoined(walk)].compactMap({ $0 }) {
      guard let columns = StackedHeader(heads: walk.heads).columns() else { continue }
      if let explained = dealer.explainedRows(of: walk, columns) {
        return regions(explained.rows, explained.columns, from: start, walk, definitions: explained.place)
      }
      guard let dealt = dealer.rows(of: walk, columns) else { continue }
      found = regions(dealt, columns, from: start, walk)
      if dealt.contains(where: { $0.cells != nil }) { return found ?? [] }
      break
    }
    if let (columns, dealt) = dealer.rowsByShape(of: walk, heads: written) {
      return regions(dealt, columns, from: firstLine(written) ?? start, walk)
    }
    if let found { return found }
    return unordered(walk, from: start)
  }

  /// 指標② in a line of its own, above the name.
  private func isSlot(_ item: StackedItem) -> Bool { SlotLabel.rest(of: item.text)?.isEmpty == true }

  private func firstLine(_ heads: [StackedHeader.Head]) -> Int? {
    heads.map { rows.text.line(at: $0.cell.source.start) - 1 }.min()
  }

  /// The line above that heads the column of row groups: 区分, 分野. Such words alone begin no table.
  private func groupHead(above first: Int) -> Int? {
    let above = (max(0, first - 2)..<first).last { !rows.isBlank($0) }
    guard let above, !rows.beginsPage(first), !reader.isText(above),
      let head = heads.head(rows.string(rows.content(above)), SourceRange(rows.content(above)))
    else { return nil }
    return head.role == .group || head.role == .number ? above : nil
  }

  /// The line right above that holds years alone, several of them: they are higher than the words beside them.
  private func years(above first: Int) -> Int? {
    guard first > 0, !rows.isBlank(first - 1), !rows.beginsPage(first) else { return nil }
    let years = reader.pieces.joined(rows.words(rows.content(first - 1)), hasUnits: true).map(rows.string)
    return years.count > 1 && years.allSatisfy(ValueLook.isYear) ? first - 1 : nil
  }

  /// A lead word such as 数値目標 above the header is none of it: the last word for names begins the header.
  private func dropLead(_ walk: inout StackedWalk) {
    while walk.heads.count > 1, walk.heads[0].role == .name,
      walk.heads.dropFirst().prefix(2).contains(where: { $0.role == .name })
    {
      walk.heads.removeFirst()
    }
  }

  /// 成果目標（期限） behind 成果目標 is the target where no other head is.
  private func takeSecondNameAsTarget(_ walk: inout StackedWalk) {
    let names = walk.heads.indices.filter { walk.heads[$0].role == .name }
    guard names.count == 2, walk.heads[names[1]].mayBeTarget, names[0] == 0,
      walk.heads.contains(where: { $0.role == .baseline }), !walk.heads.contains(where: { $0.role == .target })
    else { return }
    walk.heads[names[1]].role = .target
  }

  /// 数値目標 behind 現状 is no target but the head of the names where no other is and the target has its own.
  private func takeGoalAsName(_ walk: inout StackedWalk) {
    guard !walk.heads.contains(where: { $0.role == .name }), walk.heads.count(where: { $0.role == .target }) > 1,
      let goal = walk.heads.firstIndex(where: { $0.mayBeTarget && $0.role == .target })
    else { return }
    walk.heads[goal].role = .name
  }

  /// Where all heads of values stand before the first value, the values may go on behind all heads: no column by column. Nil
  /// where they do not stand so.
  private func withLateHeadsJoined(_ walk: StackedWalk) -> StackedWalk? {
    let runs = Set(walk.heads.map(\.run))
    guard runs.count > 1, walk.items.dropLast().allSatisfy({ !holdsValues($0, walk) }) else { return nil }
    let early = walk.items.dropLast().flatMap { $0 }.compactMap { item -> StackedItem? in
      guard item.sort == .value else { return item }
      var mark = item
      mark.sort = .unit
      return item.text.contains(where: \.isNumber) ? nil : mark
    }
    var walk = walk
    walk.items = [early + walk.items[walk.items.count - 1]]
    for index in walk.heads.indices { walk.heads[index].run = 0 }
    return walk
  }

  /// Values beside the numbers of rows and the dashes of a column of units.
  private func holdsValues(_ items: [StackedItem], _ walk: StackedWalk) -> Bool {
    let isNumbered = walk.heads.contains { $0.role == .number }
    return items.contains { item in
      item.sort == .value && item.text.contains(where: \.isNumber) && !(isNumbered && Int(item.text.folded) != nil)
    }
  }

  // MARK: Tables

  private func regions(
    _ dealt: [StackedRow], _ columns: StackedColumns, from start: Int, _ walk: StackedWalk, definitions: Int? = nil
  ) -> [PageHints.TableRegion] {
    let header = columns.rows
    let headEnd = walk.heads.map { rows.text.line(at: $0.cell.source.end - 1) }.max() ?? start + 1
    var found: [PageHints.TableRegion] = []
    /// Where the rows before, of the other kind, end.
    var lastBefore: Int?
    var index = 0
    while index < dealt.count {
      let isRead = dealt[index].cells != nil
      var end = index + 1
      while end < dealt.count, (dealt[end].cells != nil) == isRead { end += 1 }
      let part = dealt[index..<end]
      // Values that stand above the name of a row that was not read may be that row's.
      if isRead, let lastBefore, firstLine(part, start) < lastBefore { return unordered(walk, from: start) }
      lastBefore = lastLine(part, start)
      // A head may be written out behind all rows.
      let last = max(lastLine(part, start), end == dealt.count ? headEnd - 1 : 0)
      let next = found.last?.lines.upperBound ?? start
      // The end of one row and the beginning of the next in one line: no line is of the next alone.
      guard next <= last else { return unordered(walk, from: start) }
      let first = (next...last).first { !rows.isBlank($0) } ?? next
      let lines = first..<max(last, first) + 1
      let body = isRead ? part.map { row in cells(row, columns) } : part.flatMap(\.items).map { [$0.cell] }
      var region = rows.region(lines, isRead ? header + body : body, form: .stacked, isUnordered: !isRead)
      region.table.definitionColumn = isRead ? definitions : nil
      region.textLines = walk.textLines.filter(lines.contains)
      found.append(region)
      index = end
    }
    return found
  }

  /// The line in which the last item of some rows ends.
  private func lastLine(_ part: ArraySlice<StackedRow>, _ start: Int) -> Int {
    part.flatMap(\.items).map(lastLine).max() ?? start
  }

  /// The line in which the first item of some rows begins.
  private func firstLine(_ part: ArraySlice<StackedRow>, _ start: Int) -> Int {
    part.flatMap(\.items).map { rows.text.line(at: UInt32($0.source.lowerBound)) - 1 }.min() ?? start
  }

  private func lastLine(_ item: StackedItem) -> Int {
    rows.text.line(at: UInt32(max(item.source.lowerBound, item.source.upperBound - 1))) - 1
  }

  private func cells(_ row: StackedRow, _ columns: StackedColumns) -> [Table.Cell] {
    let start = row.items.map(\.source.lowerBound).min() ?? 0
    return columns.columns.indices.map { row.cells?[$0] ?? Table.Cell(text: "", source: SourceRange(start..<start)) }
  }

  /// The lines as they stand, a cell each, up to the last value.
  private func unordered(_ walk: StackedWalk, from start: Int) -> [PageHints.TableRegion] {
    let roles = walk.heads.compactMap(\.role)
    let items = walk.items.flatMap { $0 }
    guard roles.contains(.name), roles.contains(.target) || roles.contains(.baseline),
      let last = items.last(where: { $0.sort == .value }), items.count(where: { $0.sort == .value }) > 1
    else { return [] }
    let body = (walk.heads.map(\.cell) + items.map(\.cell)).filter { $0.source.end <= UInt32(last.source.upperBound) }
      .sorted { $0.source.start < $1.source.start }
    return [rows.region(start..<lastLine(last) + 1, body.map { [$0] }, form: .stacked, isUnordered: true)]
  }
}
