import KeikakuText

/// Deals columns whose cells stand together: all names, then all values.
///
///     指標名          指標名
///     基準値          出生数
///     目標値          婚姻数
///     出生数          基準値
///     婚姻数          480人
///     480人           90件
///     500人           目標値
///     90件            500人
///     100件           100件
///
/// On the left the header stands first and the values come row by row; on the right each column has its own head. What is
/// read must agree with the number of names, and the values of a row in their unit.
struct StackedBatch {
  let columns: StackedColumns
  let widest: Int
  let quantities: QuantityReader

  private var valuesInRow: Int { columns.valueLike.count }

  /// The rows where all names stand before the first value; nil where they do not.
  func rows(words: [[StackedItem]], units: [StackedItem], values: [[StackedItem]], tail: [StackedItem]) -> [StackedRow]?
  {
    let all = values.flatMap { $0 }
    let count = all.count / max(1, valuesInRow)
    guard count > 1, all.count == count * valuesInRow, columns.leadingWords.count == 1,
      units.isEmpty || units.count == count, !words.joined().contains(where: isOfHeader),
      words.count < count || words.dropFirst().allSatisfy(isTrailing),
      let names = StackedCells.parted(words[0], into: count, widest: widest)
    else { return nil }
    let between = words.dropFirst().flatMap { $0 }
    guard columns.trailingWords.count == 1 || between.isEmpty,
      let dealt = StackedValues(
        columns: columns, places: columns.valueLike, quantities: quantities, rowsAreApart: rowsAreApart(values)
      ).dealt(all)
    else { return nil }
    return rows(names, units, dealt, trailing: between + tail)
  }

  /// A year, or 年度, among the words: there are columns that the header does not tell.
  private func isOfHeader(_ item: StackedItem) -> Bool {
    item.sort == .year || StackedHeader.yearParts.contains(item.text)
  }

  private func rowsAreApart(_ values: [[StackedItem]]) -> Bool {
    values.count > 1 && values.allSatisfy { $0.count.isMultiple(of: valuesInRow) }
  }

  /// Words that may all stand right of the values.
  private func isTrailing(_ words: [StackedItem]) -> Bool { words.count <= columns.trailingWords.count }

  private func rows(
    _ names: [ArraySlice<StackedItem>], _ units: [StackedItem], _ values: [[StackedItem]], trailing: [StackedItem]
  ) -> [StackedRow] {
    let last = columns.trailingWords.first
    let remarks = last == nil ? nil : StackedCells.parted(trailing, into: names.count, widest: widest)
    return names.indices.map { index in
      var row = StackedRow(cells: [:], items: Array(names[index]) + values[index])
      row.cells?[columns.first(.name) ?? 0] = StackedItem.cell(names[index])
      for (column, value) in zip(columns.valueLike, values[index]) { row.cells?[column] = value.cell }
      if let column = columns.first(.unit), !units.isEmpty {
        row.cells?[column] = units[index].cell
        row.items.append(units[index])
      }
      if let last, let remarks {
        row.cells?[last] = StackedItem.cell(remarks[index])
        row.items += remarks[index]
      }
      return row
    }
  }
}
