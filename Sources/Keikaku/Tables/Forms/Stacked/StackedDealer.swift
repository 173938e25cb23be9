/// Deals what stands in a table's lines into rows.
struct StackedDealer {
  let rows: TextLines
  let reader: StackedItemReader
  let heads: StackedHeads

  /// The rows, or nil where nothing tells them. Columns may stand in their order though their heads do not: a wrapped head
  /// is written out behind its values.
  func rows(of walk: StackedWalk, _ columns: StackedColumns) -> [StackedRow]? {
    let items = walk.items.flatMap { $0 }
    let evidence = StackedEvidence(rows: rows, columns: columns, heads: heads, quantities: reader.quantities)
    let byRow = StackedRows(columns: columns, items: items, quantities: reader.quantities)
    let found = walk.items.count == 1 ? byRow.rows(walk.items[0]) : byColumn(columns).rows(walk.items)
    let rows = DatedCells(columns: columns, heads: heads).inOrder(found)
    if evidence.agrees(rows) {
      let mayMix = walk.items.count == 1 && !byRow.partsByBlanks && mayMix(rows, walk, columns)
      return mayMix ? nil : evidence.withoutShuffled(rows)
    }
    guard walk.items.count > 1 else { return nil }
    return [byRow.batch(items), withFurtherRows(walk, columns, byRow)].first(where: evidence.agrees).map(
      evidence.withoutShuffled)
  }

  /// The rows where the name of each stands above what explains it, with a column for that.
  func explainedRows(
    of walk: StackedWalk, _ columns: StackedColumns
  ) -> (place: Int, columns: StackedColumns, rows: [StackedRow])? {
    guard walk.items.count == 1,
      let found = ExplainedNames(columns: columns, quantities: reader.quantities).dealt(walk.items[0]),
      let rows = certain(found.rows, found.columns)
    else { return nil }
    return (found.place, found.columns, rows)
  }

  private func certain(_ rows: [StackedRow], _ columns: StackedColumns) -> [StackedRow]? {
    let evidence = StackedEvidence(rows: self.rows, columns: columns, heads: heads, quantities: reader.quantities)
    return evidence.agrees(rows) ? evidence.withoutShuffled(rows) : nil
  }

  /// The rows where each repeats the shape that the heads tell.
  func rowsByShape(
    of walk: StackedWalk, heads: [StackedHeader.Head]
  ) -> (columns: StackedColumns, rows: [StackedRow])? {
    guard walk.items.count == 1,
      let (columns, dealt) = StackedShape(heads: heads, quantities: reader.quantities)?.dealt(walk.items[0]),
      let rows = certain(dealt, columns)
    else { return nil }
    return (columns, rows)
  }

  private func byColumn(_ columns: StackedColumns) -> StackedByColumn {
    StackedByColumn(columns: columns, quantities: reader.quantities)
  }

  /// The lines of a name and of what explains it are mixed where they are wrapped without a blank line between rows.
  private func mayMix(_ rows: [StackedRow], _ walk: StackedWalk, _ columns: StackedColumns) -> Bool {
    guard walk.heads.contains(where: { $0.role == .definition }) else { return false }
    let count = columns.leadingWords.count + columns.trailingWords.count
    if rows.contains(where: { $0.cells == nil }) { return true }
    return rows.contains { row in
      guard let name = columns.first(.name).flatMap({ row.cells?[$0] }), !row.isParted,
        row.items.count(where: { $0.sort == .words }) != count
      else { return false }
      return !NameContinuation.endsAsName(name.text) || row.items.contains { breaksSentence($0, in: name) }
    }
  }

  /// 市が実施する調査に in 市が実施する調査に | 認定農業者数: no name is wrapped behind such a particle.
  private func breaksSentence(_ item: StackedItem, in name: Table.Cell) -> Bool {
    item.sort == .words && item.source.lowerBound >= Int(name.source.start)
      && item.source.upperBound < Int(name.source.end)
      && item.text.last.map { "をにがはでへ、".contains($0) } == true
  }

  /// Columns behind their heads that hold the first rows alone; the others stand behind the last, row by row or names first.
  ///
  ///     指標名   現状値   目標値
  ///     出生数
  ///     480人
  ///     500人
  ///     婚姻数
  ///     転入者数
  ///     90件
  ///     …
  private func withFurtherRows(
    _ walk: StackedWalk, _ columns: StackedColumns, _ rows: StackedRows
  ) -> [StackedRow] {
    guard columns.trailingWords.isEmpty, let last = walk.items.last,
      let value = last.firstIndex(where: { $0.sort == .value }),
      let words = last[value...].firstIndex(where: { $0.sort == .words })
    else { return [] }
    let firsts = byColumn(columns).rows(
      walk.items.dropLast() + [Array(last[..<words])])
    let others = rows.rows(Array(last[words...]))
    return firsts.isEmpty || others.isEmpty ? [] : firsts + others
  }
}
