import KeikakuText

/// What stands in the lines of a table, in order.
struct StackedWalk {
  var heads: [StackedHeader.Head] = []
  /// The items behind each run of header cells.
  var items: [[StackedItem]] = [[]]
  var end: Int
  /// Lines of text that stand among the table's.
  var textLines: [Int] = []
  /// The columns whose heads are known to follow behind their cells.
  var expected: Set<ColumnRole> = []
  var hasUnits: Bool { has(.unit) }
  /// The last column of values may stand further below: there is no target yet, or one for a year between alone.
  var lacksTarget: Bool {
    heads.contains { $0.role == .baseline }
      && heads.allSatisfy { $0.role != .target || $0.cell.text.hasPrefix("中間") }
  }
  /// Of 年度 and 値 below each head of values some are still to come.
  var lacksParts: Bool {
    let parts = heads.count(where: \.isPart)
    return parts > 0 && parts < 2 * max(1, heads.count { $0.role?.isValue == true })
  }
  /// A column of words beside the names.
  var hasTwoWords: Bool { has(.group) || has(.definition) }

  private func has(_ role: ColumnRole) -> Bool { expected.contains(role) || heads.contains { $0.role == role } }
}

/// Steps through the lines of a table whose cells stand one after another, heads apart from the other cells.
struct StackedWalker {
  private let rows: TextLines
  private let reader: StackedItemReader
  private let heads: StackedHeads
  private let textBetween: TextBetweenColumns
  private static let mostLines = 1500
  private static let mostHeads = 24

  init(rows: TextLines, reader: StackedItemReader, heads: StackedHeads) {
    self.rows = rows
    self.reader = reader
    self.heads = heads
    textBetween = TextBetweenColumns(rows: rows, reader: reader, heads: heads)
  }

  /// - Parameter overText: text between the table's columns is stepped over.
  ///
  /// Where 単位 is written out behind the values, 件 below a number begins the next row and does not end the number; where
  /// 分野 is, two words in a line are a group and a name.
  func walk(from first: Int, overText: Bool) -> StackedWalk {
    let found = steps(from: first, overText: overText, expected: [])
    let late = found.heads.filter { head in
      (head.role == .unit || head.role == .group)
        && found.items.joined().contains { $0.sort == .value && $0.source.lowerBound < head.cell.source.start }
    }
    return late.isEmpty ? found : steps(from: first, overText: overText, expected: Set(late.compactMap(\.role)))
  }

  private func steps(from first: Int, overText: Bool, expected: Set<ColumnRole>) -> StackedWalk {
    var walk = StackedWalk(end: first, expected: expected)
    var line = first
    var block = 0
    while line - first < Self.mostLines, walk.heads.count <= Self.mostHeads {
      let next =
        reader.line(at: line, overPages: holdsRow(walk), beginsTable: line == first) ?? headOverPage(at: line, walk)
      if let next, walk.items[walk.items.count - 1].isEmpty, let whole = heads.finished(walk.heads, by: next.line) {
        walk.heads = whole
        line = next.line + 1
      } else if let next, !isHeading(next.line, walk), let (cells, end) = heads.cells(at: next.line),
        isHeader(cells, in: walk) || areYearsAbove(end, cells)
      {
        if next.blanks > 0 { block += 1 }
        if endsTable(cells, walk) {
          takeLateName(cells, &walk)
          break
        }
        if isLateGroup(cells, walk) {
          walk.heads.insert(cells[0], at: 0)
        } else {
          take(cells, into: &walk)
        }
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
    takeNameBelowText(&walk)
    return walk
  }

  /// 【現状と課題】 behind values heads text and no column.
  private func isHeading(_ line: Int, _ walk: StackedWalk) -> Bool {
    reader.isText(line) && walk.items.joined().contains { $0.sort == .value }
  }

  private func ends(_ walk: StackedWalk, at line: Int) -> Bool {
    endsNames(at: line, walk) || walk.heads.count < 2 && walk.items[0].isEmpty && !isBare(walk)
  }

  private func endsNames(at line: Int, _ walk: StackedWalk) -> Bool {
    if reader.isText(line) { return true }
    return (beginsNumbered(line) || textBetween.isNumberedHeading(line)) && !countsOn(line, walk)
  }

  /// 1．観光の振興, without figures behind it.
  private func beginsNumbered(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard [.decimalDot, .decimal].contains(Numbering.read(rows.text.bytes, content)?.style),
      StackedRows.isNumbered(rows.string(content))
    else { return false }
    return !rows.words(content).dropFirst().contains { ValueLook.isValue(rows.string($0)) }
  }

  /// The number in front of a line is that of the next row: the rows have numbers, of their own or in their names, and one
  /// less stands above, or it is the first.
  private func countsOn(_ line: Int, _ walk: StackedWalk) -> Bool {
    guard let number = Self.leadingNumber(rows.string(rows.content(line))) else { return false }
    let hasColumn = walk.heads.contains { $0.role == .number }
    let known = walk.items.joined().filter { $0.sort == .value || StackedRows.isNumbered($0.text) }
    let numbers = known.filter { hasColumn || $0.sort == .words }.compactMap { Self.leadingNumber($0.text) }
    return numbers.isEmpty ? hasColumn : numbers.contains(number - 1)
  }

  private static func leadingNumber(_ text: String) -> Int? { Int(text.folded.prefix { $0.isASCII && $0.isNumber }) }

  private func takeItems(_ line: Int, isBelow: Bool, block: Int, _ walk: inout StackedWalk) {
    let run = walk.items.count - 1
    if isBelow, let last = walk.items[run].last, let whole = reader.joined(last, with: line, hasUnits: walk.hasUnits) {
      walk.items[run][walk.items[run].count - 1] = whole
    } else if isBelow, walk.hasUnits, let last = walk.items[run].last,
      let (name, unit, rest) = reader.unitApart(last, by: line)
    {
      walk.items[run].removeLast()
      walk.items[run] += [name, unit]
      walk.items[run] += reader.items(
        in: rest, line, block: block, hasUnits: walk.hasUnits, partsWords: walk.hasTwoWords)
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
  private func headOverPage(at line: Int, _ walk: StackedWalk) -> (line: Int, blanks: Int)? {
    guard !walk.heads.isEmpty, walk.items.allSatisfy(\.isEmpty),
      let next = (line..<min(rows.count, line + Self.mostBlanksAtBreak)).first(where: { !rows.isBlank($0) }),
      (line...next).contains(where: rows.beginsPage), let cells = heads.cells(at: next)?.heads,
      !cells.contains(where: { $0.role == .name })
    else { return nil }
    return (next, next - line)
  }

  private static let mostBlanksAtBreak = 4

  /// A whole header, with rows behind it or none yet.
  private func holdsRow(_ walk: StackedWalk) -> Bool {
    walk.heads.count > 2 && walk.items.count == 1
  }

  /// A name's head alone above the names of a table that stands column by column.
  private func isBare(_ walk: StackedWalk) -> Bool { walk.heads.contains { $0.role == .name } }

  private func take(_ cells: [StackedHeader.Head], into walk: inout StackedWalk) {
    if !walk.items[walk.items.count - 1].isEmpty { walk.items.append([]) }
    for cell in cells {
      var head = cell
      head.run = walk.items.count - 1
      if isTarget(cell, walk) { head.role = .target }
      walk.heads.append(head)
    }
  }

  /// The head of the names may be written out behind the whole table.
  private func takeLateName(_ cells: [StackedHeader.Head], _ walk: inout StackedWalk) {
    guard cells.count == 1, cells[0].role == .name, !walk.heads.contains(where: { $0.role == .name }) else { return }
    walk.heads.append(cells[0])
    walk.end = rows.text.line(at: cells[0].cell.source.end - 1)
  }

  /// The heads of the words may be written out behind the heading below the table:
  ///
  ///     現状値 目標値
  ///     出生数 480人 500人
  ///     （1）子育て支援の充実
  ///     分野
  ///     指標名
  ///
  ///     【現状と課題】
  private func takeNameBelowText(_ walk: inout StackedWalk) {
    guard !walk.heads.contains(where: { $0.role == .name }), walk.items.count == 1,
      walk.items[0].contains(where: { $0.sort == .words })
    else { return }
    var line = walk.end
    var found: [StackedHeader.Head] = []
    var textLines: [Int] = []
    while line < rows.count, line - walk.end <= Self.mostBeforeLateHeads, !found.contains(where: { $0.role == .name }) {
      if rows.isBlank(line) {
        line += 1
      } else if !reader.isText(line), let (cells, next) = heads.cells(at: line), cells.count == 1,
        cells[0].role == .name || cells[0].role == .group
      {
        found += cells
        line = next
      } else if found.isEmpty, textLines.isEmpty, endsNames(at: line, walk) {
        textLines.append(line)
        line += 1
      } else {
        return
      }
    }
    let next = (line..<rows.count).first { !rows.isBlank($0) }
    guard found.contains(where: { $0.role == .name }), next.map({ $0 > line && endsNames(at: $0, walk) }) ?? true else {
      return
    }
    walk.heads = found.filter { $0.role == .group } + walk.heads + found.filter { $0.role == .name }
    walk.textLines += textLines
    walk.end = line
  }

  private static let mostBeforeLateHeads = 8

  /// 数値目標 behind a head for values is the target.
  private func isTarget(_ head: StackedHeader.Head, _ walk: StackedWalk) -> Bool {
    let roles = walk.heads.map(\.role)
    return head.mayBeTarget && roles.contains(.baseline) && !roles.contains(.target)
  }

  /// Years alone right above the heads of their values: R5 | 実績.
  private func areYearsAbove(_ next: Int, _ cells: [StackedHeader.Head]) -> Bool {
    guard cells.allSatisfy({ $0.role == nil && !$0.isPart }), next < rows.count, !rows.isBlank(next) else {
      return false
    }
    return heads.cells(at: next)?.heads.contains { $0.role?.isValue == true } ?? false
  }

  /// Between the cells of the table only words for columns that the header still lacks go on with it.
  private func isHeader(_ cells: [StackedHeader.Head], in walk: StackedWalk) -> Bool {
    // Years below 年度 are the cells of its column.
    if walk.heads.contains(where: \.isYearPart), cells.allSatisfy({ ValueLook.isYear($0.cell.text) }) { return false }
    guard walk.items.contains(where: { !$0.isEmpty }) else { return true }
    guard !cells.contains(where: { $0.role == .name }) else { return true }
    if walk.items[walk.items.count - 1].isEmpty { return true }
    if cells.allSatisfy(\.isPart), walk.lacksParts || cells.contains(where: \.isYearPart) { return true }
    let isComplete = walk.heads.filter { $0.run == 0 && $0.role?.isValue == true }.count > 1
    if isComplete {
      return walk.items.count == 1 && cells.allSatisfy { isLateHead($0, walk) } || isLateGroup(cells, walk)
    }
    return cells.contains { cell in
      cell.role.map { $0.isValue || Self.trailing.contains($0) || $0 == .unit || $0 == .definition } == true
    }
  }

  /// 備考 alone, written out behind the names, heads the last column.
  private func isLateHead(_ head: StackedHeader.Head, _ walk: StackedWalk) -> Bool {
    guard let role = head.role, Self.trailing.contains(role), head.cell.text.count <= 5 else { return false }
    return !walk.heads.contains { $0.role == role } && !walk.items[0].contains { $0.sort == .value }
  }

  /// 分野 alone, written out behind all rows, heads the column of their groups.
  private func isLateGroup(_ cells: [StackedHeader.Head], _ walk: StackedWalk) -> Bool {
    guard cells.count == 1, cells[0].role == .group, walk.items.count == 1, !cells[0].cell.text.folded.hasPrefix("("),
      walk.items[0].contains(where: { $0.sort == .value }), !walk.heads.contains(where: { $0.role == .group })
    else { return false }
    let next = rows.text.line(at: cells[0].cell.source.end - 1)
    return next >= rows.count || rows.isBlank(next) || endsNames(at: next, walk)
  }

  private static let trailing: Set<ColumnRole> = [.remarks, .department, .dataSource, .grade, .achievementRate]

  /// The words of the same header again, or another header, begin another table.
  private func endsTable(_ cells: [StackedHeader.Head], _ walk: StackedWalk) -> Bool {
    guard walk.items.contains(where: { !$0.isEmpty }) else { return false }
    let isBelowYear =
      walk.items[walk.items.count - 1].isEmpty && walk.heads.last.map { $0.role == nil && !$0.isPart } == true
    return cells.contains { cell in
      cell.role == .name && !isTarget(cell, walk) || cell.role != nil && !isBelowYear && isKnown(cell, walk)
    }
  }

  private func isKnown(_ cell: StackedHeader.Head, _ walk: StackedWalk) -> Bool {
    walk.heads.contains { $0.role == cell.role && $0.cell.text == cell.cell.text }
  }
}
