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
  struct Stretch {
    var words: [StackedItem] = []
    var units: [StackedItem] = []
    var values: [StackedItem] = []
    var items: [StackedItem] { (words + units + values).sorted { $0.source.lowerBound < $1.source.lowerBound } }
  }

  let quantities: QuantityReader
  var valuesInRow: Int { columns.valueLike.count }

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
    let unitsFollow = unitsFollowValues(items)
    for item in items {
      var last = stretches[stretches.count - 1]
      if isValueLike(item) {
        last.values.append(item)
      } else if unitsFollow, item.sort == .unit, last.units.isEmpty {
        last.units.append(item)
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

  /// 30 58 人: the column of units stands right of the values, as the first row begins with a value and the last ends with a
  /// unit.
  private func unitsFollowValues(_ items: [StackedItem]) -> Bool {
    let cells = items.filter { isValueLike($0) || $0.sort == .unit }
    return cells.first?.sort == .value && cells.last?.sort == .unit
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
  func isRow(_ stretch: Stretch) -> Bool {
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

  /// 184.2千t-: the value goes on in another line, and nothing tells whether the row does.
  private static func isCutOff(_ value: StackedItem) -> Bool {
    let text = value.text.folded
    return text.hasSuffix("-") && text.dropLast().last?.isLetter == true
  }

  private func add(_ rest: StackedItem, to row: inout StackedRow) {
    guard let name = columns.first(.name), let cell = row.cells?[name] else { return }
    row.cells?[name] = WordValueColumns.joined([cell, rest.cell])
    row.items.append(rest)
  }

  private func cells(_ leading: [ArraySlice<StackedItem>], _ stretch: Stretch) -> [Int: Table.Cell]? {
    // （令和2年度） among the words dates a value that is not told.
    guard isRow(stretch), stretch.units.count <= 1, !stretch.words.contains(where: { YearBracket.dates($0.text) }),
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

  private func give(_ trailing: [ArraySlice<StackedItem>], to row: inout StackedRow) {
    for (column, lines) in zip(columns.trailingWords, trailing) {
      row.cells?[column] = StackedItem.cell(lines)
      row.items += lines
    }
  }
}
