import KeikakuText

/// Deals a table that stands column by column, each behind its own head (`StackedBatch` shows one).
///
/// All columns of values must hold the same number of values, as many as there are names.
struct StackedByColumn {
  let columns: StackedColumns
  let quantities: QuantityReader

  /// - Parameter items: what stands behind each run of header cells.
  /// - Returns: the rows, or none where the columns do not agree.
  func rows(_ items: [[StackedItem]]) -> [StackedRow] {
    guard let name = columns.first(.name),
      !items.joined().contains(where: { $0.sort == .year && !columns.takesAsValue($0) }),
      let values = values(items), let count = values.first?.value.count,
      values.values.allSatisfy({ $0.count == count }), values.count == columns.valueLike.count,
      let words = words(withoutGroup(items), count), let names = words[name],
      !names.contains(where: { StackedCells.isMixed(StackedItem.cell($0).text) }), !areFewer(count, in: items)
    else { return [] }
    var dealt = (0..<count).map { row in
      var result = StackedRow(cells: [:], items: [])
      for (column, items) in values {
        result.cells?[column] = items[row].cell
        result.items.append(items[row])
      }
      for (column, cells) in words {
        result.cells?[column] = StackedItem.cell(cells[row])
        result.items += cells[row]
      }
      return result
    }
    if let column = columns.first(.group), let group = group(items) {
      dealt[0].cells?[column] = group.cell
      dealt[0].items.append(group)
    }
    return dealt
  }

  /// 1 刑法犯認知 and 件数 as two names below No.: the numbers tell that the rows are fewer.
  private func areFewer(_ count: Int, in items: [[StackedItem]]) -> Bool {
    let numbers = items.enumerated().reduce(0) { sum, run in
      sum + run.element.count { columns.takesAsValue($0) && isNumber($0, in: run.offset) }
    }
    return numbers > 0 && numbers != count
  }

  /// The one group of all rows, where the header has a column for groups and one title stands among the names; which of
  /// several is whose, nothing tells.
  private func group(_ items: [[StackedItem]]) -> StackedItem? {
    guard columns.first(.group) != nil else { return nil }
    let titles = items.joined().filter(Self.isTitle)
    return titles.count == 1 ? titles[0] : nil
  }

  private func withoutGroup(_ items: [[StackedItem]]) -> [[StackedItem]] {
    guard let group = group(items) else { return items }
    return items.map { $0.filter { $0.source != group.source } }
  }

  private static func isTitle(_ item: StackedItem) -> Bool {
    item.sort == .words && NameContinuation.endsAsTitle(item.text) && !NameContinuation.endsAsName(item.text)
  }

  private func columns(in run: Int, _ isWanted: (StackedColumns.Column) -> Bool) -> [Int] {
    columns.columns.indices.filter { columns.columns[$0].run == run && isWanted(columns.columns[$0]) }
  }

  /// The values and years of each column: behind several heads they go row by row. Those behind heads for words alone
  /// belong to the heads of values before.
  private func values(_ items: [[StackedItem]]) -> [Int: [StackedItem]]? {
    var result: [Int: [StackedItem]] = [:]
    var heads: [Int] = []
    var values: [StackedItem] = []
    func deal() -> Bool {
      guard !heads.isEmpty else { return values.isEmpty }
      guard let rows = StackedValues(columns: columns, places: heads, quantities: quantities).dealt(values) else {
        return false
      }
      for (order, head) in heads.enumerated() { result[head] = rows.map { $0[order] } }
      return true
    }
    for (run, items) in items.enumerated() {
      let own = columns(in: run) { $0.kind == .value || $0.kind == .year }
      if !own.isEmpty, !values.isEmpty {
        guard deal() else { return nil }
        (heads, values) = ([], [])
      }
      heads += own
      values += items.filter { columns.takesAsValue($0) && !isUnitMark($0, in: run) && !isNumber($0, in: run) }
    }
    return deal() ? result : nil
  }

  /// The number of a row, in a run whose heads are no values'.
  private func isNumber(_ item: StackedItem, in run: Int) -> Bool {
    !columns(in: run) { $0.kind == .number }.isEmpty && columns(in: run) { $0.kind == .value }.isEmpty
      && item.text.folded.allSatisfy { $0.isNumber || "(). ".contains($0) }
  }

  /// A dash in the column of units.
  private func isUnitMark(_ item: StackedItem, in run: Int) -> Bool {
    columns(in: run) { $0.kind == .value }.isEmpty && !columns(in: run) { $0.kind == .unit }.isEmpty
      && !item.text.contains(where: \.isNumber)
  }

  /// The cells of each column of words and units. A run with two columns of words does not tell them apart.
  private func words(_ items: [[StackedItem]], _ count: Int) -> [Int: [ArraySlice<StackedItem>]]? {
    var result: [Int: [ArraySlice<StackedItem>]] = [:]
    for (run, items) in items.enumerated() {
      let units = items.filter { $0.sort == .unit || $0.sort == .value && isUnitMark($0, in: run) }
      let words = items.filter { $0.sort == .words }
      if let head = columns(in: run, { $0.kind == .unit }).first, !units.isEmpty {
        guard units.count == count else { return nil }
        result[head] = units.indices.map { units[$0...$0] }
      }
      let heads = columns(in: run) { $0.kind == .name || $0.kind == .words }
      guard let head = heads.first else {
        // 小6・・・国67.8％ 算62.7％、中3・・・国64.8％: more figures of a cell than its first value.
        if words.contains(where: { $0.text.contains(where: \.isNumber) }) { return nil }
        continue
      }
      let widest = words.map(\.width).max() ?? 0
      if heads.count == 1, let cells = StackedCells.parted(words, into: count, widest: widest) {
        result[head] = cells
      } else if heads.contains(where: { columns.columns[$0].kind == .name }) {
        return nil
      }
    }
    return result
  }
}
