/// Tells whether a table at the foot of a page goes on at the head of the next one.
struct PrintedContinuation: Sendable {
  let judge: TableJudge

  /// For each page how many rows at the head of the next one's first table repeat the header of its last one; nil where that
  /// table does not go on. Tables that go on are given the same columns.
  func join(_ layouts: inout [PageLayout]) -> [Int?] {
    var result = [Int?](repeating: nil, count: layouts.count)
    for page in layouts.indices.dropLast() where layouts[page + 1].page.number == layouts[page].page.number + 1 {
      guard let last = layouts[page].items.lastIndex(where: { !$0.isFurniture }),
        case .table(let above) = layouts[page].items[last].content,
        let first = layouts[page + 1].items.firstIndex(where: { !$0.isFurniture }),
        case .table(let below) = layouts[page + 1].items[first].content,
        let borders = commonBorders(above, below, em: layouts[page].page.em), let repeated = repeatedRows(above, below)
      else { continue }
      layouts[page].items[last].content = .table(above.spread(to: borders))
      layouts[page + 1].items[first].content = .table(below.spread(to: borders))
      result[page] = repeated
    }
    return result
  }

  private func repeatedRows(_ above: PageTable, _ below: PageTable) -> Int? {
    let repeated = above.columnCount == below.columnCount ? headerRows(above, below) : 0
    if repeated > 0 { return repeated }
    // The same label at the head of another row: the next of several forms.
    if let label = above.rows.first?.first?.text, !label.isEmpty, label == below.rows.first?.first?.text { return nil }
    return hasHeader(below) && above.rows.indices.contains { isHeader(above.rows[$0]) } ? nil : 0
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
