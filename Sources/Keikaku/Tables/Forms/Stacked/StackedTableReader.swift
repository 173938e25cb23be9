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
  private let textBetween: TextBetweenColumns
  private let temporals = TemporalReader()
  private static let mostLines = 1500
  private static let mostHeads = 24

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    reader = StackedItemReader(rows: rows, lexicon: lexicon)
    heads = StackedHeads(rows: rows, lexicon: lexicon)
    textBetween = TextBetweenColumns(rows: rows, reader: reader, heads: heads)
  }

  /// What stands in the lines of a table, in order.
  private struct Walk {
    var heads: [StackedHeader.Head] = []
    /// The items behind each run of header cells.
    var items: [[StackedItem]] = [[]]
    var end: Int
    /// Lines of text that stand among the table's.
    var textLines: [Int] = []
    /// The head of a column of units is known to follow behind its cells.
    var expectsUnits = false
    var hasUnits: Bool { expectsUnits || heads.contains { $0.role == .unit } }
    /// The last column of values may stand further below: there is no target yet, or one for a year between alone.
    var lacksTarget: Bool {
      heads.contains { $0.role == .baseline }
        && heads.allSatisfy { $0.role != .target || $0.cell.text.hasPrefix("中間") }
    }
    /// A column of words beside the names.
    var hasTwoWords: Bool { heads.contains { $0.role == .group || $0.role == .definition } }
  }

  /// The tables that begin with a header at a line; each but the first repeats the header, after rows that cannot be
  /// read. Empty where there is none.
  func regions(at first: Int) -> [PageHints.TableRegion] {
    guard !reader.isText(first), heads.cells(at: first) != nil else { return [] }
    let start = groupHead(above: first) ?? first
    let near = walk(from: start, overText: false)
    let found = regions(of: near)
    guard found.isEmpty || found.contains(where: \.table.isUnordered) || near.lacksTarget else { return found }
    let longer = walk(from: start, overText: true)
    guard !longer.textLines.isEmpty else { return found }
    let whole = regions(of: longer)
    return whole.count == 1 && !whole[0].table.isUnordered ? whole : found
  }

  private func regions(of walk: Walk) -> [PageHints.TableRegion] {
    var walk = walk
    dropLead(&walk)
    joinLateHeads(&walk)
    guard walk.heads.count >= 3, let start = walk.heads.first.map({ rows.text.line(at: $0.cell.source.start) - 1 })
    else { return [] }
    let items = walk.items.flatMap { $0 }
    guard items.contains(where: { $0.sort == .value }) else { return [] }
    guard let columns = StackedHeader(heads: walk.heads).columns() else { return unordered(walk, from: start) }
    guard let dealt = dealt(walk, columns) else { return unordered(walk, from: start) }
    return regions(dealt, columns, from: start, walk)
  }

  /// The rows, or nil where nothing tells them. Columns may stand in their order though their heads do not: a wrapped head
  /// is written out behind its values.
  private func dealt(_ walk: Walk, _ columns: StackedColumns) -> [StackedRow]? {
    let items = walk.items.flatMap { $0 }
    let rows = StackedRows(columns: columns, items: items, quantities: reader.quantities)
    func agrees(_ rows: [StackedRow]) -> Bool {
      !rows.isEmpty && !areNumbered(rows, columns)
        && rows.allSatisfy { NameUnits.agree($0, columns) && isInTime($0, columns) }
    }
    // The lines of a name and of what explains it are mixed where they are wrapped without a blank line between rows.
    func mayMix(_ found: [StackedRow]) -> Bool {
      guard walk.heads.contains(where: { $0.role == .definition }), !rows.partsByBlanks else { return false }
      let count = columns.leadingWords.count + columns.trailingWords.count
      if found.contains(where: { $0.cells == nil }) { return true }
      return found.contains { row in
        guard let name = columns.first(.name).flatMap({ row.cells?[$0]?.text }) else { return false }
        return !row.isParted && row.items.count { $0.sort == .words } != count && !NameContinuation.endsAsName(name)
      }
    }
    let first =
      walk.items.count == 1
      ? rows.rows(walk.items[0])
      : StackedByColumn(columns: columns, quantities: reader.quantities).rows(walk.items)
    if agrees(first) { return mayMix(first) ? nil : first }
    let batch = walk.items.count > 1 ? rows.batch(items) : []
    return agrees(batch) ? batch : nil
  }

  /// Values that bring their own years, 4人（R3） and 0人（R7）, stand from the first to the last.
  private func isInTime(_ row: StackedRow, _ columns: StackedColumns) -> Bool {
    let values = columns.valueLike.compactMap { row.cells?[$0]?.text }.filter { $0.folded.contains("(") }
    let years = values.compactMap { temporals.matches(in: $0).first?.temporal.startYear }
    return zip(years, years.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The numbers of the rows stand where values are looked for: 2, 3, 4 under 現状値.
  private func areNumbered(_ rows: [StackedRow], _ columns: StackedColumns) -> Bool {
    guard let number = columns.first(.number), rows.count > 1, rows.allSatisfy({ $0.cells?[number] == nil }) else {
      return false
    }
    return columns.valueLike.contains { column in
      let counts = rows.compactMap { $0.cells?[column].flatMap { Int($0.text.folded) } }
      return counts.count == rows.count && zip(counts, counts.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
  }

  /// The line above that heads the column of row groups: 区分, 分野. Such words alone begin no table.
  private func groupHead(above first: Int) -> Int? {
    let above = (max(0, first - 2)..<first).last { !rows.isBlank($0) }
    guard let above, !rows.beginsPage(first), !reader.isText(above),
      let head = heads.head(rows.string(rows.content(above)), SourceRange(rows.content(above)))
    else { return nil }
    return head.role == .group || head.role == .number ? above : nil
  }

  /// A lead word such as 数値目標 above the header is none of it: the last word for names begins the header.
  private func dropLead(_ walk: inout Walk) {
    while walk.heads.count > 1, walk.heads[0].role == .name,
      walk.heads.dropFirst().prefix(2).contains(where: { $0.role == .name })
    {
      walk.heads.removeFirst()
    }
  }

  /// Where all heads of values stand before the first value, the values go on behind all heads: no column by column.
  private func joinLateHeads(_ walk: inout Walk) {
    let runs = Set(walk.heads.map(\.run))
    guard runs.count > 1, walk.items.dropLast().allSatisfy({ !holdsValues($0, walk) }) else { return }
    let early = walk.items.dropLast().flatMap { $0 }.compactMap { item -> StackedItem? in
      guard item.sort == .value else { return item }
      var mark = item
      mark.sort = .unit
      return item.text.contains(where: \.isNumber) ? nil : mark
    }
    walk.items = [early + walk.items[walk.items.count - 1]]
    for index in walk.heads.indices { walk.heads[index].run = 0 }
  }

  /// Values beside the numbers of rows and the dashes of a column of units.
  private func holdsValues(_ items: [StackedItem], _ walk: Walk) -> Bool {
    let isNumbered = walk.heads.contains { $0.role == .number }
    return items.contains { item in
      item.sort == .value && item.text.contains(where: \.isNumber) && !(isNumbered && Int(item.text.folded) != nil)
    }
  }

  // MARK: Lines

  /// - Parameter overText: text between the table's columns is stepped over.
  ///
  /// Where 単位 is written out behind the values, 件 below a number begins the next row and does not end the number.
  private func walk(from first: Int, overText: Bool) -> Walk {
    let found = steps(from: first, overText: overText, expectsUnits: false)
    guard let unit = found.heads.first(where: { $0.role == .unit }),
      found.items.joined().contains(where: { $0.sort == .value && $0.source.lowerBound < unit.cell.source.start })
    else { return found }
    return steps(from: first, overText: overText, expectsUnits: true)
  }

  private func steps(from first: Int, overText: Bool, expectsUnits: Bool) -> Walk {
    var walk = Walk(end: first, expectsUnits: expectsUnits)
    var line = first
    var block = 0
    while line - first < Self.mostLines, walk.heads.count <= Self.mostHeads {
      let next =
        reader.line(at: line, overPages: holdsRow(walk), beginsTable: line == first) ?? headOverPage(at: line, walk)
      if let next, walk.items[walk.items.count - 1].isEmpty, let whole = heads.finished(walk.heads, by: next.line) {
        walk.heads = whole
        line = next.line + 1
      } else if let next, !isHeading(next.line, walk), let (cells, end) = heads.cells(at: next.line),
        isHeader(cells, in: walk)
      {
        if next.blanks > 0 { block += 1 }
        if endsTable(cells, walk) {
          takeLateName(cells, &walk)
          break
        }
        take(cells, into: &walk)
        line = end
      } else if let next, !ends(walk, at: next.line) {
        if next.blanks > 0 { block += 1 }
        takeItems(next.line, isBelow: next.blanks == 0, block: block, &walk)
        line = next.line + 1
      } else if overText,
        let next = textBetween.next(
          from: line, walk.heads, walk.items.flatMap { $0 }, isText: { endsNames(at: $0, walk) })
      {
        walk.textLines += next.text
        block += 1
        line = next.line
        continue
      } else {
        break
      }
      walk.end = line
    }
    return walk
  }

  /// 【現状と課題】 behind values heads text and no column.
  private func isHeading(_ line: Int, _ walk: Walk) -> Bool {
    reader.isText(line) && walk.items.joined().contains { $0.sort == .value }
  }

  private func ends(_ walk: Walk, at line: Int) -> Bool {
    endsNames(at: line, walk) || walk.heads.count < 2 && walk.items[0].isEmpty && !isBare(walk)
  }

  private func endsNames(at line: Int, _ walk: Walk) -> Bool {
    reader.isText(line) || beginsNumbered(line) && !isNumbered(walk)
  }

  /// 1．観光の振興, without figures behind it.
  private func beginsNumbered(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard [.decimalDot, .decimal].contains(Numbering.read(rows.text.bytes, content)?.style),
      StackedRows.isNumbered(rows.string(content))
    else { return false }
    return !rows.words(content).dropFirst().contains { ValueLook.isValue(rows.string($0)) }
  }

  /// The rows have numbers, of their own or in their names.
  private func isNumbered(_ walk: Walk) -> Bool {
    walk.heads.contains { $0.role == .number } || walk.items.joined().contains { StackedRows.isNumbered($0.text) }
  }

  private func takeItems(_ line: Int, isBelow: Bool, block: Int, _ walk: inout Walk) {
    let run = walk.items.count - 1
    if isBelow, let last = walk.items[run].last, let whole = reader.joined(last, with: line, hasUnits: walk.hasUnits) {
      walk.items[run][walk.items[run].count - 1] = whole
    } else if isBelow, let last = walk.items[run].last,
      let (whole, rest) = reader.ended(last, by: line, hasUnits: walk.hasUnits)
    {
      walk.items[run][walk.items[run].count - 1] = whole
      walk.items[run] += reader.items(
        in: rest, line, block: block, hasUnits: walk.hasUnits, partsWords: walk.hasTwoWords)
    } else {
      walk.items[run] += reader.items(line, block: block, hasUnits: walk.hasUnits, partsWords: walk.hasTwoWords)
    }
  }

  /// The rest of a header at the top of the next page, where none of its rows has come yet.
  private func headOverPage(at line: Int, _ walk: Walk) -> (line: Int, blanks: Int)? {
    guard !walk.heads.isEmpty, walk.items.allSatisfy(\.isEmpty),
      let next = (line..<min(rows.count, line + Self.mostBlanksAtBreak)).first(where: { !rows.isBlank($0) }),
      (line...next).contains(where: rows.beginsPage), let cells = heads.cells(at: next)?.heads,
      !cells.contains(where: { $0.role == .name })
    else { return nil }
    return (next, next - line)
  }

  private static let mostBlanksAtBreak = 4

  /// A whole header, with rows behind it or none yet.
  private func holdsRow(_ walk: Walk) -> Bool {
    walk.heads.count > 2 && walk.items.count == 1
  }

  /// A name's head alone above the names of a table that stands column by column.
  private func isBare(_ walk: Walk) -> Bool { walk.heads.contains { $0.role == .name } }

  private func take(_ cells: [StackedHeader.Head], into walk: inout Walk) {
    if !walk.items[walk.items.count - 1].isEmpty { walk.items.append([]) }
    for cell in cells {
      var head = cell
      head.run = walk.items.count - 1
      if isTarget(cell, walk) { head.role = .target }
      walk.heads.append(head)
    }
  }

  /// The head of the names may be written out behind the whole table.
  private func takeLateName(_ cells: [StackedHeader.Head], _ walk: inout Walk) {
    guard cells.count == 1, cells[0].role == .name, !walk.heads.contains(where: { $0.role == .name }) else { return }
    walk.heads.append(cells[0])
    walk.end = rows.text.line(at: cells[0].cell.source.end - 1)
  }

  /// 数値目標 behind a head for values is the target.
  private func isTarget(_ head: StackedHeader.Head, _ walk: Walk) -> Bool {
    let roles = walk.heads.map(\.role)
    return head.mayBeTarget && roles.contains(.baseline) && !roles.contains(.target)
  }

  /// Between the cells of the table only words for columns that the header still lacks go on with it.
  private func isHeader(_ cells: [StackedHeader.Head], in walk: Walk) -> Bool {
    guard walk.items.contains(where: { !$0.isEmpty }) else { return true }
    // Years below 年度 are the cells of its column.
    if walk.heads.last?.cell.text == "年度", cells.allSatisfy({ ValueLook.isYear($0.cell.text) }) { return false }
    guard !cells.contains(where: { $0.role == .name }) else { return true }
    if walk.items[walk.items.count - 1].isEmpty { return true }
    let isComplete = walk.heads.filter { $0.run == 0 && $0.role?.isValue == true }.count > 1
    if isComplete { return walk.items.count == 1 && cells.allSatisfy { isLateHead($0, walk) } }
    if cells.allSatisfy({ HeaderWords.partsOfValue[$0.cell.text] != nil }) { return true }
    return cells.contains { cell in
      cell.role.map { $0.isValue || Self.trailing.contains($0) || $0 == .unit || $0 == .definition } == true
    }
  }

  /// 備考 alone, written out behind the names, heads the last column.
  private func isLateHead(_ head: StackedHeader.Head, _ walk: Walk) -> Bool {
    guard let role = head.role, Self.trailing.contains(role), head.cell.text.count <= 5 else { return false }
    return !walk.heads.contains { $0.role == role } && !walk.items[0].contains { $0.sort == .value }
  }

  private static let trailing: Set<ColumnRole> = [.remarks, .department, .dataSource, .grade, .achievementRate]

  /// The words of the same header again, or another header, begin another table.
  private func endsTable(_ cells: [StackedHeader.Head], _ walk: Walk) -> Bool {
    guard walk.items.contains(where: { !$0.isEmpty }) else { return false }
    return cells.contains { cell in
      cell.role == .name && !isTarget(cell, walk)
        || cell.role != nil && walk.heads.contains { $0.role == cell.role && $0.cell.text == cell.cell.text }
    }
  }

  // MARK: Tables

  private func regions(
    _ dealt: [StackedRow], _ columns: StackedColumns, from start: Int, _ walk: Walk
  ) -> [PageHints.TableRegion] {
    let header = columns.rows
    let headEnd = walk.heads.map { rows.text.line(at: $0.cell.source.end - 1) }.max() ?? start + 1
    var found: [PageHints.TableRegion] = []
    var index = 0
    while index < dealt.count {
      let isRead = dealt[index].cells != nil
      var end = index + 1
      while end < dealt.count, (dealt[end].cells != nil) == isRead { end += 1 }
      let part = dealt[index..<end]
      // A head may be written out behind all rows.
      let last = max(part.map(\.lines.upperBound).max() ?? start, end == dealt.count ? headEnd - 1 : 0)
      let first = found.isEmpty ? start : found[found.count - 1].lines.upperBound
      let lines = first..<max(last, first) + 1
      let body = isRead ? part.map { row in cells(row, columns) } : part.flatMap(\.items).map { [$0.cell] }
      var region = region(isRead ? header + body : body, lines, isUnordered: !isRead)
      region.textLines = walk.textLines.filter(lines.contains)
      found.append(region)
      index = end
    }
    return found
  }

  private func cells(_ row: StackedRow, _ columns: StackedColumns) -> [Table.Cell] {
    let start = row.items.map(\.source.lowerBound).min() ?? 0
    return columns.columns.indices.map { row.cells?[$0] ?? Table.Cell(text: "", source: SourceRange(start..<start)) }
  }

  /// The lines as they stand, a cell each, up to the last value.
  private func unordered(_ walk: Walk, from start: Int) -> [PageHints.TableRegion] {
    let roles = walk.heads.compactMap(\.role)
    let items = walk.items.flatMap { $0 }
    guard roles.contains(.name), roles.contains(.target) || roles.contains(.baseline),
      let last = items.last(where: { $0.sort == .value }), items.count(where: { $0.sort == .value }) > 1
    else { return [] }
    let body = (walk.heads.map(\.cell) + items.map(\.cell)).filter { $0.source.end <= UInt32(last.source.upperBound) }
      .sorted { $0.source.start < $1.source.start }
    return [region(body.map { [$0] }, start..<last.line + 1, isUnordered: true)]
  }

  private func region(_ cells: [[Table.Cell]], _ lines: Range<Int>, isUnordered: Bool) -> PageHints.TableRegion {
    let source = rows.content(lines.lowerBound).lowerBound..<rows.content(lines.upperBound - 1).upperBound
    var table = Table(rows: cells, form: .stacked, source: SourceRange(source))
    table.isUnordered = isUnordered
    return PageHints.TableRegion(lines: lines, table: table)
  }
}
