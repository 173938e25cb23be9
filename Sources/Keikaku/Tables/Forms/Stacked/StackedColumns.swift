import KeikakuText

/// The columns of a table whose header cells stand one after another.
struct StackedColumns {
  enum Kind { case number, group, name, unit, words, value, year }

  struct Column {
    var kind: Kind
    /// The header's cell, and the one below it under a merged cell.
    var head: Table.Cell
    var below: Table.Cell?
    /// Columns under one merged cell: how many it covers, 0 for those that follow its first.
    var span = 1
    /// Which run of header cells it stands in: header cells with the table's cells between them are several.
    var run: Int
    /// It stands right of the values.
    var isTrailing = false
    /// Its values tell how much of the target is reached, in a unit of their own.
    var isRate = false
    /// Known where the other heads tell it and not the head's own text.
    var role: ColumnRole?
  }

  var columns: [Column]

  var valueLike: [Int] { columns.indices.filter { columns[$0].kind == .value || columns[$0].kind == .year } }
  var hasUnits: Bool { columns.contains { $0.kind == .unit } }
  var leadingWords: [Int] {
    columns.indices.filter { !columns[$0].isTrailing && [.group, .name, .words].contains(columns[$0].kind) }
  }
  var trailingWords: [Int] { columns.indices.filter { columns[$0].isTrailing } }
  func first(_ kind: Kind) -> Int? { columns.firstIndex { $0.kind == kind } }

  /// Years stand under years, values under values.
  func fit(_ values: [StackedItem], _ places: [Int]) -> Bool {
    zip(places, values).allSatisfy { place, item in
      switch columns[place].kind {
      case .year: item.sort == .year || !item.text.contains(where: \.isNumber)
      default: item.sort == .value
      }
    }
  }

  /// The item stands in a column for values, or for the years beside them.
  func takesAsValue(_ item: StackedItem) -> Bool {
    item.sort == .value || item.sort == .year && first(.year) != nil
  }

  /// The rows of the header: one, or two where a cell stands over several.
  var rows: [[Table.Cell]] {
    let upper = columns.map { column -> Table.Cell in
      var cell = column.head
      cell.columnSpan = max(1, column.span)
      if column.span == 0 {
        cell.text = ""
        cell.isCovered = true
      }
      return cell
    }
    guard columns.contains(where: { $0.below != nil }) else { return [upper] }
    let lower = columns.map { column in
      column.below
        ?? Table.Cell(text: "", source: SourceRange(start: column.head.source.start, end: column.head.source.start))
    }
    return [upper, lower]
  }
}
