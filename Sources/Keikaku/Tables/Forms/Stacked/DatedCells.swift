import KeikakuText

/// Puts values that bring their own years under the heads that these belong to.
///
/// A cell of two lines comes out before one of a single line, be it further right:
///
///     成果指標        現状                  目標
///     9,890人（令和8年
///     利用者数 8,600人（令和3年度）
///     度）
///
/// The years tell which is whose: they run on from the present state over the results to the target, and a dash stands
/// where the others' year is missing.
struct DatedCells {
  let columns: StackedColumns
  /// The columns of values in the order of their years.
  private let places: [Int]
  private let temporals = TemporalReader()

  init(columns: StackedColumns, heads: StackedHeads) {
    self.columns = columns
    let roles: [ColumnRole?] = [.baseline, .actual, .target]
    let ranked = columns.valueLike.map { place in
      let role = heads.role(of: columns.columns[place])
      return (place: place, rank: roles.firstIndex(of: role) ?? roles.count)
    }
    places = ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
  }

  func inOrder(_ rows: [StackedRow]) -> [StackedRow] {
    guard places.count > 1, places.allSatisfy({ columns.columns[$0].kind == .value && !columns.columns[$0].isRate })
    else {
      return rows
    }
    let years = rows.map { row in places.map { year(row.cells?[$0]) } }
    let known = years.first { row in
      let dated = row.compactMap { $0 }
      return dated.count == places.count && zip(dated, dated.dropFirst()).allSatisfy { $0 < $1 }
    }
    return zip(rows, years).map { row, years in
      guard let cells = row.cells, let order = order(of: years, cells, known) else { return row }
      var row = row
      for (place, from) in zip(places, order) { row.cells?[place] = cells[places[from]] }
      row.isDated = true
      return row
    }
  }

  /// From which of the places each value comes; nil where nothing tells.
  private func order(of years: [Int?], _ cells: [Int: Table.Cell], _ known: [Int?]?) -> [Int]? {
    let dated = years.compactMap { $0 }
    guard Set(dated).count == dated.count, dated.count > 0 else { return nil }
    if dated.count == years.count {
      return years.indices.sorted { years[$0]! < years[$1]! }
    }
    // The year of another row's column says where a value beside a dash belongs.
    guard let known, dated.allSatisfy(known.contains) else { return nil }
    let undated = years.indices.filter { years[$0] == nil }
    guard undated.allSatisfy({ isDash(cells[places[$0]]) }) else { return nil }
    var rest = undated[...]
    return known.map { year in years.firstIndex(of: year) ?? rest.removeFirst() }
  }

  private func isDash(_ cell: Table.Cell?) -> Bool {
    cell.map { ValueLook.isMark($0.text) } ?? false
  }

  /// The year in the bracket of a value: 8,600人（令和3年度）.
  private func year(_ cell: Table.Cell?) -> Int? {
    guard let text = cell?.text, ValueLook.isValue(text), text.folded.contains("(") else { return nil }
    return temporals.matches(in: text).first?.temporal.startYear
  }
}
