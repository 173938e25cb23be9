import KeikakuText

/// A row of a table whose cells stand one after another: its cells by column, or items whose place is not told.
struct StackedRow {
  /// Nil where the order does not tell which value is whose.
  var cells: [Int: Table.Cell]?
  var items: [StackedItem]
  /// The lines of its words can be parted in one way only.
  var isParted = false
  /// Years of their own tell which of the values is whose.
  var isDated = false
}

/// Deals the items behind a header that stands before all of them into rows.
///
/// Each row has as many values as the header has columns for them, and its words stand before them; or all names come
/// first and then the values. A row with another number of values, or without a name of its own, is told apart and not read.
struct StackedRows {
  let columns: StackedColumns
  /// The display width of the widest line of words.
  let widest: Int
  /// Blank lines stand between all of the table's values.
  let partsByBlanks: Bool

  init(columns: StackedColumns, items: [StackedItem], quantities: QuantityReader) {
    self.columns = columns
    self.quantities = quantities
    widest = items.filter { $0.sort == .words }.map(\.width).max() ?? 0
    let values = items.filter { $0.sort == .value }
    partsByBlanks = values.count > 1 && Set(values.map(\.block)).count == values.count
  }

  /// Words and then values.
  private struct Stretch {
    var words: [StackedItem] = []
    var units: [StackedItem] = []
    var values: [StackedItem] = []
    var items: [StackedItem] { (words + units + values).sorted { $0.source.lowerBound < $1.source.lowerBound } }
  }

  private let quantities: QuantityReader
  private var valuesInRow: Int { columns.valueLike.count }

  func rows(_ items: [StackedItem]) -> [StackedRow] {
    var (stretches, tail) = stretches(withoutNumbers(items))
    guard !stretches.isEmpty else { return [] }
    for index in stretches.indices { takeMarkAsUnit(&stretches[index]) }
    let lengths = stretches.map { $0.values.count }
    if let rows = StackedBatch(columns: columns, widest: widest, quantities: quantities).rows(
      words: stretches.map(\.words), units: stretches.flatMap(\.units), values: stretches.map(\.values), tail: tail)
    {
      return rows
    }
    // Values before any name: the names stand somewhere else. Where most rows lack values, these stand somewhere else too,
    // and a row that seems whole may have another's.
    guard lengths.contains(valuesInRow), !stretches[0].words.isEmpty,
      lengths.count(where: { $0 < valuesInRow }) * 2 <= lengths.count
    else {
      return [StackedRow(cells: nil, items: stretches.flatMap(\.items))]
    }
    return local(stretches, tail)
  }

  /// The rows where all names stand before all values, which come one column after the other or row by row; else none.
  func batch(_ items: [StackedItem]) -> [StackedRow] {
    let (stretches, tail) = stretches(withoutNumbers(items))
    return StackedBatch(columns: columns, widest: widest, quantities: quantities).rows(
      words: stretches.map(\.words), units: stretches.flatMap(\.units), values: stretches.map(\.values), tail: tail)
      ?? []
  }

  private func isValueLike(_ item: StackedItem) -> Bool { columns.takesAsValue(item) }

  private func stretches(_ items: [StackedItem]) -> (stretches: [Stretch], tail: [StackedItem]) {
    var stretches = [Stretch()]
    for item in items {
      var last = stretches[stretches.count - 1]
      if isValueLike(item) {
        last.values.append(item)
      } else {
        if !last.values.isEmpty {
          stretches.append(Stretch())
          last = Stretch()
        }
        if item.sort == .unit { last.units.append(item) } else { last.words.append(item) }
      }
      stretches[stretches.count - 1] = last
    }
    let tail = stretches[stretches.count - 1].values.isEmpty ? stretches.removeLast().items : []
    return (stretches, tail)
  }

  /// A dash in the column of units stands before the values.
  private func takeMarkAsUnit(_ stretch: inout Stretch) {
    guard columns.hasUnits, stretch.units.isEmpty, stretch.values.count == valuesInRow + 1,
      !stretch.values[0].text.contains(where: \.isNumber)
    else { return }
    stretch.units = [stretch.values.removeFirst()]
  }

  // MARK: Item numbers

  /// Without the numbers of the rows: whole numbers that count up, each behind a full row of values.
  private func withoutNumbers(_ items: [StackedItem]) -> [StackedItem] {
    guard columns.first(.number) != nil else { return items }
    let items = items.flatMap(Self.numberApart)
    guard let first = items.first.flatMap(Self.number) else { return items }
    var expected = first
    var sinceNumber = valuesInRow
    var result: [StackedItem] = []
    for item in items {
      if Self.number(item) == expected, sinceNumber >= valuesInRow {
        expected += 1
        sinceNumber = 0
      } else {
        if isValueLike(item) { sinceNumber += 1 }
        result.append(item)
      }
    }
    return result
  }

  /// 2 新規就農者数: a number and a name in one line.
  private static func numberApart(_ item: StackedItem) -> [StackedItem] {
    guard item.sort == .words, let blank = item.text.firstIndex(of: " "), ValueLook.isNumberedName(item.text) else {
      return [item]
    }
    var (number, name) = (item, item)
    number.text = String(item.text[..<blank])
    number.sort = .value
    number.source = item.source.lowerBound..<item.source.lowerBound + number.text.utf8.count
    name.text = String(item.text[blank...].drop { $0 == " " })
    name.source = item.source.upperBound - name.text.utf8.count..<item.source.upperBound
    name.width = item.width - number.text.count - 1
    return [number, name]
  }

  private static func number(_ item: StackedItem) -> Int? {
    Int(item.text.folded.filter { !"(). ".contains($0) }).flatMap { $0 < 1000 ? $0 : nil }
  }

  // MARK: Rows with their words before them

  private func local(_ stretches: [Stretch], _ tail: [StackedItem]) -> [StackedRow] {
    let isWhole = stretches.allSatisfy { !$0.words.isEmpty && $0.values.count == valuesInRow }
    let isEven =
      isWhole && stretches.count > 1
      && stretches.enumerated().allSatisfy { hasBlockForEachCell($1.words, isFirst: $0 == 0) }
    let (stretches, tail) = withNamesClosed(stretches, tail)
    var rows: [StackedRow] = []
    if isWhole, tail.isEmpty, let parted = partedByWidth(stretches) { return parted }
    for (index, stretch) in stretches.enumerated() {
      if let batch = batch(stretch) {
        rows += batch
        continue
      }
      var lines = stretch.words
      if index > 0, lines.count > columns.leadingWords.count || !isRow(stretch), departmentEnd(in: lines) == nil,
        let rest = restOfName(in: lines, after: stretches[index - 1], before: stretch)
      {
        add(lines.remove(at: rest), to: &rows[rows.count - 1])
      }
      let words = parted(lines, isFirst: index == 0, isCertain: isWhole, isEven: isEven)
      if index > 0, let words { give(words.trailing, to: &rows[rows.count - 1]) }
      let leading = words.map { $0.leading.flatMap { $0 } } ?? stretch.words
      let items = (leading + stretch.units + stretch.values).sorted { $0.source.lowerBound < $1.source.lowerBound }
      let cells = words.flatMap { self.cells($0.leading, stretch) }
      rows.append(StackedRow(cells: cells, items: items))
    }
    var last = tail
    if departmentEnd(in: tail) == nil,
      let rest = restOfName(in: tail, after: stretches[stretches.count - 1], before: nil)
    {
      add(last.remove(at: rest), to: &rows[rows.count - 1])
    }
    give(trailing(in: last), to: &rows[rows.count - 1])
    return rows
  }

  /// Several names and then all their values, behind rows that stand one by one; where nothing stands right of the values.
  private func batch(_ stretch: Stretch) -> [StackedRow]? {
    guard columns.trailingWords.isEmpty, stretch.words.count > 1, stretch.values.count > valuesInRow else { return nil }
    return StackedBatch(columns: columns, widest: widest, quantities: quantities).rows(
      words: [stretch.words], units: stretch.units, values: [stretch.values], tail: [])
  }

  /// The values make a row.
  private func isRow(_ stretch: Stretch) -> Bool {
    stretch.values.count == valuesInRow && !stretch.values.contains(where: Self.isCutOff)
  }

  /// Rows with a name and what explains it.
  private func partedByWidth(_ stretches: [Stretch]) -> [StackedRow]? {
    guard columns.leadingWords.count == 2, columns.trailingWords.isEmpty, columns.first(.group) == nil,
      let splits = TwoWordColumns.splits(stretches.map(\.words))
    else { return nil }
    return zip(stretches, splits).map { stretch, split in
      let cells = self.cells([stretch.words[..<split], stretch.words[split...]], stretch)
      return StackedRow(cells: cells, items: stretch.items, isParted: true)
    }
  }

  /// A name whose bracket stands open ends with the line behind the row's values that closes it, and の定住率 ends the one
  /// before it, behind the grade where the row has one.
  private func withNamesClosed(_ stretches: [Stretch], _ tail: [StackedItem]) -> ([Stretch], [StackedItem]) {
    var (stretches, tail) = (stretches, tail)
    for index in stretches.indices {
      let following = index + 1 < stretches.count ? stretches[index + 1].words : tail
      let grades = columns.trailingWords.isEmpty ? 0 : following.prefix { $0.text.count == 1 }.count
      guard let name = stretches[index].words.last, grades < following.count else { continue }
      let next = following[grades]
      let closes = NameContinuation.isOpenInBracket(name.text) && NameContinuation.closesUnopened(next.text)
      let goesOn = grades == 1 && NameContinuation.continues(next.text)
      guard closes || goesOn, next.block == name.block else { continue }
      stretches[index].words.append(next)
      if index + 1 < stretches.count { stretches[index + 1].words.remove(at: grades) } else { tail.remove(at: grades) }
    }
    return (stretches, tail)
  }

  /// The line that ends the name of the row before, where its values stand beside the name's first line:
  ///
  ///     移住相談窓口を通じて移住 17 35 年度末
  ///     した世帯の数
  ///
  /// or between its lines: a full line that ends as no name does, with the end of one behind the values.
  private func restOfName(in lines: [StackedItem], after row: Stretch, before next: Stretch?) -> Int? {
    if lines.first.map({ Self.isNumbered($0.text) }) ?? false { return nil }
    if columns.trailingWords.isEmpty, let name = row.words.last, let rest = lines.first, isCutOff(name),
      NameContinuation.endsAsName(name.text + rest.text)
    {
      return 0
    }
    guard let name = row.words.last, let beside = (row.units + row.values).first, beside.line == name.line else {
      return nil
    }
    let lastLine = row.values.last?.line
    let place = lines.firstIndex { $0.line != lastLine }
    guard let place, place <= columns.trailingWords.count,
      (next.map { $0.units + $0.values } ?? []).first?.line != lines[place].line
    else { return nil }
    // ート goes on with what stands right before it, 市民アンケ in the last column, unless that is a grade: A.
    if NameContinuation.isOpen(name.text) || place == 0 && NameContinuation.continues(lines[place].text) {
      return place
    }
    if place > 0, NameContinuation.continues(lines[place].text) {
      return lines[place - 1].text.count == 1 ? place : nil
    }
    // As many lines as there are cells: each is one.
    let cells = columns.trailingWords.count + (next == nil ? 0 : columns.leadingWords.count)
    if !columns.trailingWords.isEmpty, lines.count == cells || NameContinuation.endsAsName(name.text) { return nil }
    let isFull = StackedCells.isFull(name, widest)
    return isFull && name.block == lines[place].block && !StackedCells.isFull(lines[place], widest) ? place : nil
  }

  /// 1．空き家の利活用: no name goes on so.
  static func isNumbered(_ text: String) -> Bool {
    let folded = text.folded
    let rest = folded.drop { $0.isASCII && $0.isNumber }
    guard rest.startIndex > folded.startIndex, let mark = rest.first, mark == "." || mark == "-" else { return false }
    return rest.dropFirst().first { $0 != " " }.map { !$0.isNumber } ?? false
  }

  /// 184.2千t-: the value goes on in another line, and nothing tells whether the row does.
  private static func isCutOff(_ value: StackedItem) -> Bool {
    let text = value.text.folded
    return text.hasSuffix("-") && text.dropLast().last?.isLetter == true
  }

  private func isCutOff(_ name: StackedItem) -> Bool {
    StackedCells.isFull(name, widest) && !NameContinuation.endsAsName(name.text)
  }

  private func add(_ rest: StackedItem, to row: inout StackedRow) {
    guard let name = columns.first(.name), let cell = row.cells?[name] else { return }
    row.cells?[name] = WordValueColumns.joined([cell, rest.cell])
    row.items.append(rest)
  }

  /// Between all rows stand as many blocks of words as the header has columns for them.
  private func hasBlockForEachCell(_ words: [StackedItem], isFirst: Bool) -> Bool {
    Set(words.map(\.block)).count == columns.leadingWords.count + (isFirst ? 0 : columns.trailingWords.count)
  }

  /// The lines between two rows: the last words of the one and the first of the other.
  private func parted(
    _ words: [StackedItem], isFirst: Bool, isCertain: Bool, isEven: Bool
  ) -> (trailing: [ArraySlice<StackedItem>], leading: [ArraySlice<StackedItem>])? {
    let leading = columns.leadingWords.count
    let trailing = isFirst ? 0 : columns.trailingWords.count
    if let byEnd = departmentApart(words, trailing: trailing, leading: leading) { return byEnd }
    let hasGroup = columns.first(.group) != nil
    var counts = [trailing + leading]
    if hasGroup, leading > 1 { counts.append(trailing + leading - 1) }
    if trailing > 0 { counts.append(leading) }
    let fullness = isEven ? 0 : widest
    // Without blank lines the end of a row that is missing cannot be told from one that is wrapped.
    let told = trailing > 0 && words.count > 1 && !partsByBlanks ? counts.dropLast() : counts[...]
    let byBlocks = told.lazy.compactMap { StackedCells.blocks(words, $0, fullness) }.first
    let byLines =
      partsByBlanks ? nil : told.lazy.compactMap { StackedCells.parted(words, into: $0, widest: widest) }.first
    let mayBeGroup = hasGroup && !partsByBlanks && (byBlocks ?? byLines).map(mayHoldGroup) ?? false
    guard let cells = mayBeGroup ? groupApart(words) : byBlocks ?? byLines,
      isCertain || cells.allSatisfy({ $0.count == 1 })
    else { return nil }
    let before = max(0, cells.count - leading)
    // A cell alone may be the end of the row before as well as the name of the next.
    if before < trailing, let name = cells.last, !NameContinuation.endsAsName(StackedItem.cell(name).text) {
      return nil
    }
    return (Array(cells[..<before]), Array(cells[before...]))
  }

  /// Whether lines taken for one name may be the head of a group of rows above it: a line that is not full or ends as a
  /// title, and nothing joins the next to it for certain.
  private func mayHoldGroup(_ cells: [ArraySlice<StackedItem>]) -> Bool {
    guard cells.count < columns.leadingWords.count, let lines = cells.last else { return false }
    return zip(lines, lines.dropFirst()).contains { line, next in
      let isWrapped = StackedCells.isFull(line, widest) && !NameContinuation.endsAsTitle(line.text)
      return !isWrapped && !StackedCells.mustJoin(line, next)
    }
  }

  /// A line that is no wrapped beginning, since another letter fits in, above the name of a row.
  private func groupApart(_ words: [StackedItem]) -> [ArraySlice<StackedItem>]? {
    guard words.count == 2, columns.leadingWords.count == 2, !StackedCells.isFull(words[0], widest),
      NameContinuation.endsAsName(words[1].text)
    else { return nil }
    return [words[..<1], words[1...]]
  }

  /// A last column for departments ends where one's name does, and one column of names begins there:
  ///
  ///     38.7％ 58.1％
  ///     学校
  ///     教育
  ///     課
  ///     製造品出荷額等
  private func departmentApart(
    _ words: [StackedItem], trailing: Int, leading: Int
  ) -> (trailing: [ArraySlice<StackedItem>], leading: [ArraySlice<StackedItem>])? {
    guard trailing == 1, leading == 1, words.count > 2, let end = departmentEnd(in: words), end + 1 < words.count,
      !words[(end + 1)...].contains(where: { DepartmentNames.end($0.text) })
    else { return nil }
    return ([words[...end]], [words[(end + 1)...]])
  }

  /// The line in which the name of a department in the only column right of the values ends.
  private func departmentEnd(in words: [StackedItem]) -> Int? {
    guard columns.trailingWords.count == 1, let column = columns.trailingWords.first,
      DepartmentNames.head(columns.columns[column].head.text)
    else { return nil }
    return words.firstIndex { DepartmentNames.end($0.text) }
  }

  private func cells(_ leading: [ArraySlice<StackedItem>], _ stretch: Stretch) -> [Int: Table.Cell]? {
    guard isRow(stretch), stretch.units.count <= 1,
      columns.fit(stretch.values, columns.valueLike)
    else { return nil }
    var cells: [Int: Table.Cell] = [:]
    let words = columns.leadingWords.suffix(leading.count)
    for (column, lines) in zip(words, leading) {
      if columns.columns[column].kind == .name, holdOthers(lines) { return nil }
      cells[column] = StackedItem.cell(lines)
    }
    for (column, value) in zip(columns.valueLike, stretch.values) { cells[column] = value.cell }
    if let unit = stretch.units.first, let column = columns.first(.unit) { cells[column] = unit.cell }
    guard let name = columns.first(.name).flatMap({ cells[$0] }), name.text.count > 2,
      !quantities.isUnit(name.text), !holdsValue(name.text)
    else { return nil }
    return cells
  }

  /// Words of other columns or rows stand in the name. Beside a last column for departments, whose lines the text mixes
  /// with those of names, a name of several lines must end as one.
  private func holdOthers(_ lines: ArraySlice<StackedItem>) -> Bool {
    let name = StackedItem.cell(lines).text
    if StackedCells.holdOthers(lines, widest) || StackedCells.isMixed(name) { return true }
    // The title of a group stands behind the first line of a name that is wrapped.
    if columns.first(.group) != nil, lines.count > 1, lines.contains(where: { NameContinuation.endsAsTitle($0.text) }) {
      return true
    }
    // 円 alone is the end of a value; （件） and 件） are that of a name.
    if lines.count > 1, lines.contains(where: { !$0.text.folded.hasSuffix(")") && quantities.isUnit($0.text) }) {
      return true
    }
    guard let last = columns.trailingWords.first, DepartmentNames.head(columns.columns[last].head.text) else {
      return false
    }
    return DepartmentNames.end(name) || lines.count > 1 && !partsByBlanks && !NameContinuation.endsAsName(name)
  }

  /// 防災訓練の参加者数 1,450人 婚姻の件数: another row of fewer values stands in the name.
  private func holdsValue(_ name: String) -> Bool {
    name.split(separator: " ").dropFirst().contains { word in
      word.contains(where: \.isNumber) && ValueLook.isValue(String(word)) && quantities.read(String(word)).value != nil
    }
  }

  private func give(_ trailing: [ArraySlice<StackedItem>], to row: inout StackedRow) {
    for (column, lines) in zip(columns.trailingWords, trailing) {
      row.cells?[column] = StackedItem.cell(lines)
      row.items += lines
    }
  }

  /// What follows the last row at once, a block for each column.
  private func trailing(in tail: [StackedItem]) -> [ArraySlice<StackedItem>] {
    if let end = departmentEnd(in: tail) { return [tail[...end]] }
    var cells: [ArraySlice<StackedItem>] = []
    var start = 0
    while start < tail.count, cells.count < columns.trailingWords.count {
      var end = start + 1
      while end < tail.count, StackedCells.mustJoin(tail[end - 1], tail[end]) { end += 1 }
      cells.append(tail[start..<end])
      start = end
    }
    return cells
  }
}
