/// Tells whether a table at the foot of a page goes on at the head of the next one.
struct PrintedContinuation: Sendable {
  let judge: TableJudge

  /// How many rows at the head of the lower page's table repeat the header; nil where it is a table of its own.
  func repeatedRows(_ upper: PageLayout, _ lower: PageLayout) -> Int? {
    guard let last = upper.items.last(where: { !$0.isFurniture }), case .table(let above) = last.content,
      let first = lower.items.first(where: { !$0.isFurniture }), case .table(let below) = first.content
    else { return nil }
    guard haveSameColumns(above, below, em: upper.page.em) else { return nil }
    let repeated = headerRows(above, below)
    if repeated > 0 { return repeated }
    let hasHeader =
      below.rows.first.map { row in row.count { !$0.isEmpty } >= 2 && row.contains(where: judge.isHeaderWord) } ?? false
    return hasHeader ? nil : 0
  }

  private func haveSameColumns(_ above: PageTable, _ below: PageTable, em: Double) -> Bool {
    guard above.form == below.form, above.columnCount == below.columnCount else { return false }
    let slack = above.form == .ruled ? 2.0 : 1.5 * em
    let inner = zip(above.borders, below.borders).dropFirst().dropLast()
    return inner.allSatisfy { abs($0 - $1) <= slack }
      && abs(above.borders[0] - below.borders[0]) <= max(slack, 1.5 * em)
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
