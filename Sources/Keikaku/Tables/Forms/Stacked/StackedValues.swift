import KeikakuText

/// Deals values that stand behind several heads into rows: row by row or column by column, as their blocks tell, else
/// their units.
struct StackedValues {
  let columns: StackedColumns
  /// The columns of the heads.
  let places: [Int]
  let quantities: QuantityReader
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
    if rowsAreApart || areAlone(byRow) || shareLines(byRow) { return agree(byRow) ? byRow : nil }
    if let byBlocks = byBlocks(values) { return agree(byBlocks) ? byBlocks : nil }
    guard Set(values.map(\.block)).count == 1 else { return nil }
    let (isByRow, isByColumn) = (agree(byRow), agree(byColumn))
    if isByRow, isByColumn { return alike(byRow, byColumn) }
    return isByRow ? byRow : isByColumn ? byColumn : nil
  }

  /// Blank lines stand between all of them, but for some of one row: cells are written out row by row. Blocks of columns
  /// hold a value of each row.
  private func areAlone(_ rows: [[StackedItem]]) -> Bool {
    let blocks = rows.map { Set($0.map(\.block)) }
    let sizes = Dictionary(grouping: rows.joined(), by: \.block).mapValues(\.count)
    return sizes.values.count { $0 == 1 } * 2 > sizes.count && blocks.allSatisfy { $0.count > 1 }
      && zip(blocks, blocks.dropFirst()).allSatisfy { $0.isDisjoint(with: $1) }
  }

  /// Values of a row stand in one line, and no line holds those of two.
  private func shareLines(_ rows: [[StackedItem]]) -> Bool {
    rows.contains { row in zip(row, row.dropFirst()).contains { $0.line == $1.line } }
      && zip(rows, rows.dropFirst()).allSatisfy { $0[$0.count - 1].line != $1[0].line }
  }

  /// The one of two ways to deal values of one unit by which those of each row are of one size, where by the other none are:
  /// 98.9％ 99.9％ 18.2％ 17.3％ are two shares that change little, hardly two that change fivefold.
  private func alike(_ byRow: [[StackedItem]], _ byColumn: [[StackedItem]]) -> [[StackedItem]]? {
    func isClear(_ chosen: [[StackedItem]], _ other: [[StackedItem]]) -> Bool {
      let (chosen, other) = (chosen.map(figures).filter { $0.count > 1 }, other.map(figures).filter { $0.count > 1 })
      return !chosen.isEmpty && !other.isEmpty && chosen.allSatisfy { Self.lie($0, within: Self.alikeSpread) }
        && !other.contains { Self.lie($0, within: Self.unlikeSpread) }
    }
    if isClear(byRow, byColumn) { return byRow }
    return isClear(byColumn, byRow) ? byColumn : nil
  }

  private func figures(_ row: [StackedItem]) -> [ExactDecimal] { row.compactMap { quantities.read($0.text).value } }

  /// Whether the largest of some figures is at most so many times the smallest; never where they differ in sign.
  private static func lie(_ figures: [ExactDecimal], within factor: ExactDecimal) -> Bool {
    guard let low = figures.min(), let high = figures.max(), low > 0 || high < 0 else { return false }
    let (least, most) = low > 0 ? (low, high) : (-high, -low)
    return least.multiplied(by: factor).map { $0 >= most } ?? false
  }

  private static let alikeSpread: ExactDecimal = 2
  private static let unlikeSpread: ExactDecimal = 3

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
    rows.allSatisfy { columns.fit($0, places) && Set($0.compactMap { Self.unit(of: $0.text) }).count <= 1 }
  }

  /// What stands behind a figure, without what is in brackets; nil where there is no figure.
  static func unit(of text: String) -> String? {
    let figure = text.folded.prefix { $0 != "(" }
    guard !ValueLook.isYear(text), let last = figure.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    return figure[figure.index(after: last)...].filter { $0 != " " }
  }
}
