import KeikakuText

/// Deals values that stand behind several heads into rows: row by row or column by column, as their blocks tell, else
/// their units.
struct StackedValues {
  let columns: StackedColumns
  /// The columns of the heads.
  let places: [Int]
  /// Words stand between the rows of values.
  var rowsAreApart = false

  /// The values of each row; nil where nothing tells the order, or units contradict it.
  func dealt(_ values: [StackedItem]) -> [[StackedItem]]? {
    let width = places.count
    guard width > 0, !values.isEmpty, values.count.isMultiple(of: width) else { return nil }
    let count = values.count / width
    let byRow = (0..<count).map { row in Array(values[row * width..<(row + 1) * width]) }
    let byColumn = (0..<count).map { row in (0..<width).map { values[$0 * count + row] } }
    if width == 1 || count == 1 { return agree(byRow) ? byRow : nil }
    if rowsAreApart || isEachAlone(values) || shareLines(byRow) { return agree(byRow) ? byRow : nil }
    if let byBlocks = byBlocks(values) { return agree(byBlocks) ? byBlocks : nil }
    guard Set(values.map(\.block)).count == 1 else { return nil }
    let (isByRow, isByColumn) = (agree(byRow), agree(byColumn))
    guard isByRow != isByColumn else { return nil }
    return isByRow ? byRow : byColumn
  }

  /// Blank lines stand between all of them: cells are written out row by row.
  private func isEachAlone(_ values: [StackedItem]) -> Bool { Set(values.map(\.block)).count == values.count }

  /// Values of a row stand in one line.
  private func shareLines(_ rows: [[StackedItem]]) -> Bool { rows.contains { $0[0].line == $0[1].line } }

  /// The rows where values one below the other without a blank line are of one column: as many blocks as there are columns
  /// hold the same rows, and then as many blocks the next rows.
  private func byBlocks(_ values: [StackedItem]) -> [[StackedItem]]? {
    var blocks: [[StackedItem]] = []
    for value in values {
      if let last = blocks.last?.last, last.block == value.block {
        blocks[blocks.count - 1].append(value)
      } else {
        blocks.append([value])
      }
    }
    guard blocks.count.isMultiple(of: places.count) else { return nil }
    var rows: [[StackedItem]] = []
    for start in stride(from: 0, to: blocks.count, by: places.count) {
      let group = blocks[start..<start + places.count]
      let length = blocks[start].count
      guard group.allSatisfy({ $0.count == length }) else { return nil }
      rows += (0..<length).map { row in group.map { $0[row] } }
    }
    return rows
  }

  /// Whether values fit their columns and those of a row have one unit.
  private func agree(_ rows: [[StackedItem]]) -> Bool {
    rows.allSatisfy { fit($0) && Set($0.compactMap { Self.unit(of: $0.text) }).count <= 1 }
  }

  /// Years stand under years, values under values.
  func fit(_ values: [StackedItem]) -> Bool {
    zip(places, values).allSatisfy { place, item in
      switch columns.columns[place].kind {
      case .year: item.sort == .year || !item.text.contains(where: \.isNumber)
      default: item.sort == .value
      }
    }
  }

  /// What stands behind a figure, without what is in brackets; nil where there is no figure.
  static func unit(of text: String) -> String? {
    let figure = text.folded.prefix { $0 != "(" }
    guard !ValueLook.isYear(text), let last = figure.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    return figure[figure.index(after: last)...].filter { $0 != " " }
  }
}
