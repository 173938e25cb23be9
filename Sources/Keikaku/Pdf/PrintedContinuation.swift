/// Tells whether a table at the foot of a page goes on at the head of the next one.
struct PrintedContinuation: Sendable {
  let judge: TableJudge

  /// For each page how many rows at the head of the next one's first table repeat the header of its last one; nil where that
  /// table does not go on. Tables that go on are given the same columns.
  func join(_ layouts: inout [PageLayout]) -> [Int?] {
    var result = [Int?](repeating: nil, count: layouts.count)
    for page in layouts.indices.dropLast() where layouts[page + 1].page.number == layouts[page].page.number + 1 {
      takeRows(&layouts, page)
      takeRest(&layouts, page)
      guard let last = layouts[page].items.lastIndex(where: { !$0.isFurniture }),
        case .table(let above) = layouts[page].items[last].content,
        let first = layouts[page + 1].items.firstIndex(where: { !$0.isFurniture }),
        case .table(let below) = layouts[page + 1].items[first].content,
        let joined = joined(above, below, em: layouts[page].page.em)
      else { continue }
      layouts[page].items[last].content = .table(joined.above)
      layouts[page + 1].items[first].content = .table(joined.below)
      result[page] = joined.repeated
    }
    return result
  }

  /// Both parts on the same columns, and how many rows of the lower one repeat the header.
  private func joined(_ above: PageTable, _ below: PageTable, em: Double)
    -> (above: PageTable, below: PageTable, repeated: Int)?
  {
    if let borders = commonBorders(above, below, em: em) {
      guard let repeated = repeatedRows(above, below) else { return nil }
      return (above.spread(to: borders), below.spread(to: borders), repeated)
    }
    guard above.form == .gutters, below.form == .gutters, repeatedRows(above, below) == 0 else { return nil }
    if !hasHeader(below), OpenContinuation(wide: above, em: em).sharesColumns(with: below) {
      var rest = below
      rest.borders = above.borders
      return (above, rest, 0)
    }
    if !hasHeader(below), let placed = OpenContinuation(wide: above, em: em).rows(below: below) {
      return (above, placed, 0)
    }
    return OpenContinuation(wide: below, em: em).rows(above: above).map { ($0, below, 0) }
  }

  /// Takes the first lines of a page for rows of the table that ends the page before, where they stand in its columns.
  private func takeRows(_ layouts: inout [PageLayout], _ page: Int) {
    guard let last = layouts[page].items.last(where: { !$0.isFurniture }), case .table(let above) = last.content,
      let first = layouts[page + 1].items.firstIndex(where: { !$0.isFurniture })
    else { return }
    let items = layouts[page + 1].items[first...].map(\.lines).prefix { !$0.isEmpty }
    guard let found = OpenContinuation(wide: above, em: layouts[page].page.em).rows(of: Array(items)) else { return }
    layouts[page + 1].items.replaceSubrange(
      first..<first + found.count, with: [PageLayout.Item(content: .table(found.table), box: found.table.box)])
  }

  /// Takes the last lines of a page for the rest of cells in the table's last row above them, where the next page begins with
  /// a table in the same columns: a page that tears a row leaves it without a rule at its foot.
  private func takeRest(_ layouts: inout [PageLayout], _ page: Int) {
    let text = layouts[page].items.indices.filter { !layouts[page].items[$0].isFurniture }.suffix(2)
    guard text.count == 2, let rest = text.last, let place = text.first,
      case .table(var above) = layouts[page].items[place].content, above.form == .ruled,
      let row = above.rows.indices.last,
      let first = layouts[page + 1].items.first(where: { !$0.isFurniture }), case .table(let below) = first.content,
      commonBorders(above, below, em: layouts[page].page.em) != nil
    else { return }
    let em = layouts[page].page.em
    let lines = layouts[page].items[rest].lines
    guard let top = lines.first, top.box.y0 - above.box.y1 < 1.5 * em else { return }
    for line in lines {
      let columns = line.words.map { above.column(of: $0.box, in: row) }
      guard columns.allSatisfy({ $0.map { !above.rows[row][$0].isEmpty } ?? false }) else { return }
      for (column, words) in Dictionary(grouping: zip(columns, line.words), by: \.0) {
        above.rows[row][column!].lines += PrintedLine.lines(of: words.map(\.1), em: em)
      }
    }
    layouts[page].items[place].content = .table(above)
    layouts[page].items.remove(at: rest)
  }

  private func repeatedRows(_ above: PageTable, _ below: PageTable) -> Int? {
    let repeated = above.columnCount == below.columnCount ? headerRows(above, below) : 0
    if repeated > 0 { return repeated }
    // The same label at the head of another row: the next of several forms.
    if let label = above.rows.first?.first?.text, !label.isEmpty, label == below.rows.first?.first?.text { return nil }
    if goesOnWithHeader(above, below) { return 0 }
    return hasHeader(below) && above.rows.indices.contains { isHeader(above.rows[$0]) } ? nil : 0
  }

  /// The page parts the header: above stand its upper cells alone, below years under some of them.
  private func goesOnWithHeader(_ above: PageTable, _ below: PageTable) -> Bool {
    above.rows.allSatisfy(isHeader) && below.rows.first?.first?.isEmpty ?? false
  }

  private func hasHeader(_ table: PageTable) -> Bool { table.rows.first.map(isHeader) ?? false }

  private func isHeader(_ row: [PageTable.Cell]) -> Bool {
    row.count { !$0.isEmpty } >= 2 && row.contains(where: judge.isHeaderWord)
  }

  /// The borders of both, where the outer ones agree and all of one are among those of the other: a page may show none of
  /// the rows that have all columns.
  private func commonBorders(_ above: PageTable, _ below: PageTable, em: Double) -> [Double]? {
    guard above.form == below.form else { return nil }
    let slack = above.form == .ruled ? 2.0 : 1.5 * em
    let (wide, narrow) = above.columnCount >= below.columnCount ? (above, below) : (below, above)
    guard above.form == .ruled || above.columnCount == below.columnCount else { return nil }
    guard abs(wide.borders[0] - narrow.borders[0]) <= max(slack, 1.5 * em),
      abs(wide.borders[wide.columnCount] - narrow.borders[narrow.columnCount]) <= max(slack, 3 * em)
    else { return nil }
    let isInside = narrow.borders.dropFirst().dropLast().allSatisfy { border in
      wide.borders.contains { abs($0 - border) <= slack }
    }
    return isInside ? wide.borders : nil
  }

  private func headerRows(_ above: PageTable, _ below: PageTable) -> Int {
    var count = 0
    for (upper, lower) in zip(above.rows.prefix(3), below.rows) {
      guard upper.map(\.text) == lower.map(\.text), upper.contains(where: { !$0.isEmpty }) else { break }
      count += 1
    }
    return count < below.rows.count ? count : 0
  }
}
