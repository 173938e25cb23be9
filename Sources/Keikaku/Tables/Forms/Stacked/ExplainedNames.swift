import KeikakuText

/// Deals rows in which the name stands above what explains it, below one head for both:
///
///     指標 現状 目標
///     認定こども園の利用者数
///     4月1日に在籍する園児の数
///     310人
///     325人
///
/// Every row must have a name and an explanation, and something must tell that the lines are no wrapped name: blank lines
/// between them, or two texts that both end as names do where another letter would have fitted into the first line.
struct ExplainedNames {
  let columns: StackedColumns
  let quantities: QuantityReader

  private struct Row {
    var words: [StackedItem] = []
    var values: [StackedItem] = []
  }

  /// The place of the column for the explanations among the columns, these and the rows; nil where the rows are not so.
  func dealt(_ items: [StackedItem]) -> (place: Int, columns: StackedColumns, rows: [StackedRow])? {
    guard let name = columns.first(.name), columns.leadingWords == [name], columns.trailingWords.isEmpty,
      !columns.hasUnits, columns.first(.number) == nil, let rows = rows(items), rows.count > 1,
      arePartedByBlanks(rows) || areTwoNamesEach(rows)
    else { return nil }
    let place = name + 1
    var column = StackedColumns.Column(kind: .words, head: columns.columns[name].head, run: 0)
    column.head = Table.Cell(
      text: "", source: SourceRange(start: column.head.source.end, end: column.head.source.end))
    var widened = columns
    widened.columns.insert(column, at: place)
    return (place, widened, rows.map { row in stackedRow(row, name: name, place: place, widened) })
  }

  private func stackedRow(_ row: Row, name: Int, place: Int, _ columns: StackedColumns) -> StackedRow {
    var cells = [name: StackedItem.cell(row.words[..<1]), place: StackedItem.cell(row.words[1...])]
    for (column, value) in zip(columns.valueLike, row.values) { cells[column] = value.cell }
    return StackedRow(cells: cells, items: row.words + row.values, isParted: true)
  }

  /// Words, of which the first may be a name, and as many values as there are columns; nil where one row is otherwise.
  private func rows(_ items: [StackedItem]) -> [Row]? {
    var rows: [Row] = []
    for item in items {
      if columns.takesAsValue(item) {
        guard !rows.isEmpty else { return nil }
        rows[rows.count - 1].values.append(item)
      } else {
        guard item.sort == .words else { return nil }
        if rows.last.map({ !$0.values.isEmpty }) ?? true { rows.append(Row()) }
        rows[rows.count - 1].words.append(item)
      }
    }
    let isEven = rows.allSatisfy { row in
      row.values.count == columns.valueLike.count && columns.fit(row.values, columns.valueLike) && hasNameFirst(row)
    }
    return isEven ? rows : nil
  }

  /// The first line is whole, is no title of a group and no unit, and the next begins anew.
  private func hasNameFirst(_ row: Row) -> Bool {
    guard row.words.count > 1 else { return false }
    let (name, next) = (row.words[0], row.words[1])
    return name.text.count > 2 && !quantities.isUnit(name.text) && !StackedCells.isMixed(name.text)
      && !NameContinuation.endsAsTitle(name.text) && !NameContinuation.isOpen(name.text)
      && !NameContinuation.continues(next.text) && next.text.count > NameContinuation.longestEnd
      && next.line != name.line
  }

  /// Blank lines stand between the name and the rest in every row.
  private func arePartedByBlanks(_ rows: [Row]) -> Bool {
    rows.allSatisfy { $0.words[0].block != $0.words[1].block }
  }

  /// Two lines each, of which both end as names do, and one first line at least is not full.
  private func areTwoNamesEach(_ rows: [Row]) -> Bool {
    let widest = rows.flatMap(\.words).map(\.width).max() ?? 0
    return rows.allSatisfy { row in
      row.words.count == 2 && row.words.allSatisfy { NameContinuation.endsAsName($0.text) }
    } && rows.contains { !StackedCells.isFull($0.words[0], widest, Self.widestLetter) }
  }

  /// In display columns: less may be left free at the end of a line that goes on.
  private static let widestLetter = 4
}
