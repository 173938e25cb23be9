import KeikakuText

/// Steps through the lines of a table whose cells stand one after another, heads apart from the other cells.
struct StackedWalker {
  let rows: TextLines
  let reader: StackedItemReader
  let heads: StackedHeads
  let textBetween: TextBetweenColumns
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

  /// Further rows below heads that are known, from a line on.
  func rows(from first: Int, below heads: [StackedHeader.Head]) -> StackedWalk {
    steps(from: first, overText: false, expected: [], below: heads)
  }

  private func steps(
    from first: Int, overText: Bool, expected: Set<ColumnRole>, below heads: [StackedHeader.Head] = []
  ) -> StackedWalk {
    var walk = StackedWalk(heads: heads, end: first, expected: expected)
    var line = first
    var block = 0
    while line - first < Self.mostLines, walk.heads.count <= Self.mostHeads {
      let next =
        reader.line(at: line, overPages: holdsRow(walk), beginsTable: line == first) ?? headOverPage(at: line, walk)
      if let next, walk.items[walk.items.count - 1].isEmpty, let whole = self.heads.finished(walk.heads, by: next.line)
      {
        walk.heads = whole
        line = next.line + 1
      } else if let next, !isHeading(next.line, walk), let (cells, end) = self.heads.cells(at: next.line),
        isHeader(cells, in: walk) || areYearsAbove(end, cells)
      {
        if next.blanks > 0 { block += 1 }
        guard takeHeads(cells, &walk) else { break }
        line = end
      } else if let next, !ends(walk, at: next.line), next.blanks == 0 || !beginsOther(next.line, walk) {
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

  /// Takes the cells of a header; false where they end the table.
  private func takeHeads(_ cells: [StackedHeader.Head], _ walk: inout StackedWalk) -> Bool {
    if endsTable(cells, walk) {
      takeLateName(cells, &walk)
      return false
    }
    if isLateGroup(cells, walk) {
      walk.heads.insert(cells[0], at: 0)
    } else {
      take(cells, into: &walk)
    }
    return true
  }

  /// 【現状と課題】 behind values heads text and no column.
  private func isHeading(_ line: Int, _ walk: StackedWalk) -> Bool {
    reader.isText(line) && walk.items.joined().contains { $0.sort == .value }
  }

  private func ends(_ walk: StackedWalk, at line: Int) -> Bool {
    endsNames(at: line, walk) || walk.heads.count < 2 && walk.items[0].isEmpty && !isBare(walk)
  }

  func endsNames(at line: Int, _ walk: StackedWalk) -> Bool {
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
}
