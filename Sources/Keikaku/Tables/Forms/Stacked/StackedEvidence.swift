import KeikakuText

/// Tells whether rows may have been dealt as they stand on the page, or come out of a text that was written in another order.
struct StackedEvidence {
  let rows: TextLines
  let columns: StackedColumns
  let quantities: QuantityReader
  /// Of the columns of values; nil for others.
  private let roles: [ColumnRole?]
  /// The target stands left of all else: 目標値 | 策定時の値 | 最新値.
  private let isTargetFirst: Bool
  private let temporals = TemporalReader()

  init(rows: TextLines, columns: StackedColumns, heads: StackedHeads, quantities: QuantityReader) {
    self.rows = rows
    self.columns = columns
    self.quantities = quantities
    let roles = columns.columns.indices.map { place in
      columns.valueLike.contains(place) ? heads.role(of: columns.columns[place]) : nil
    }
    self.roles = roles
    let ofValues = columns.valueLike.map { roles[$0] }
    isTargetFirst = ofValues.count > 1 && ofValues[0] == .target && !ofValues.dropFirst().contains(.target)
  }

  /// Nothing of the rows contradicts their columns; false where there are none.
  func agrees(_ rows: [StackedRow]) -> Bool {
    !rows.isEmpty && !areNumbered(rows) && !turnBack(rows) && haveYearsAlike(rows)
      && rows.allSatisfy { NameUnits.agree($0, columns) && ($0.isDated || isInTime($0)) && !isStaggered($0) }
  }

  /// The rows without cells where nothing tells which of their values is whose.
  func withoutShuffled(_ rows: [StackedRow]) -> [StackedRow] {
    let stray = strayNumber(in: rows)
    let repeated = repeatedLines(rows)
    return rows.map { row in
      var row = row
      if !row.isDated, isShuffled(row) || isScattered(row) { row.cells = nil }
      if nameLines(of: row).contains(where: repeated.contains) { row.cells = nil }
      if let stray, row.items.contains(where: { $0.source == stray.source }) { row.cells = nil }
      return row
    }
  }

  /// Lines that stand in the names of several rows, each with others: 毎年実施する市民アンケート above 新規就農者数 begins a remark.
  private func repeatedLines(_ rows: [StackedRow]) -> Set<String> {
    // （人） and 者数 end the names of many.
    let lines = rows.map(nameLines).filter { $0.count > 1 }.joined()
      .filter { $0.count > NameContinuation.longestEnd && !NameContinuation.continues($0) }
    return Set(Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.keys)
  }

  private func nameLines(of row: StackedRow) -> [String] {
    guard let source = columns.first(.name).flatMap({ row.cells?[$0]?.source }) else { return [] }
    return row.items.filter {
      $0.sort == .words && $0.source.lowerBound >= Int(source.start) && $0.source.upperBound <= Int(source.end)
    }.map(\.text)
  }

  /// The one value without a unit among values that have theirs, alone in its line: it may be the number of a page.
  private func strayNumber(in rows: [StackedRow]) -> StackedItem? {
    guard !columns.hasUnits else { return nil }
    let values = rows.flatMap(\.items).filter { $0.sort == .value && $0.text.contains(where: \.isNumber) }
    let bare = values.filter { !$0.text.contains { $0.isLetter || "%％".contains($0) } }
    guard values.count >= Self.fewestWithUnits, bare.count == 1, Int(bare[0].text.folded) != nil,
      bare[0].text.count <= Self.longestPageNumber,
      bare[0].text.folded != "0", self.rows.content(bare[0].line) == bare[0].source
    else { return nil }
    return bare[0]
  }

  private static let fewestWithUnits = 4
  private static let longestPageNumber = 3

  /// The values of a row stand apart in several blocks and the last, the target, is a dash: dashes of years to come were
  /// written out behind it.
  private func isScattered(_ row: StackedRow) -> Bool {
    let places = columns.valueLike.filter { !columns.columns[$0].isRate }
    guard let last = places.last, roles[last] == .target,
      let target = row.cells?[last]?.text, ValueLook.isMark(target)
    else { return false }
    return Set(row.items.filter { $0.sort == .value }.map(\.block)).count > 2
  }

  /// A value of one line stands between the lines of another: higher cells come out before lower ones, whichever columns
  /// they are of.
  private func isShuffled(_ row: StackedRow) -> Bool {
    let cells = columns.valueLike.compactMap { row.cells?[$0]?.source }
    return cells.contains { wrapped in
      cells.contains { other in
        other.start > wrapped.start && other.end < wrapped.end
          && rows.text.line(at: other.start) > rows.text.line(at: wrapped.start)
      }
    }
  }

  /// Several values of a row stand side by side, others in a line above and in one below, and the name around them all:
  /// cells of different height, centred, which come out in the order of their heights and not of their columns.
  private func isStaggered(_ row: StackedRow) -> Bool {
    var counts: [Int: Int] = [:]
    for column in columns.valueLike {
      guard let cell = row.cells?[column] else { continue }
      counts[rows.text.line(at: cell.source.start), default: 0] += 1
    }
    let lines = counts.sorted { $0.key < $1.key }
    guard let first = lines.first, let last = lines.last, lines.dropFirst().dropLast().contains(where: { $0.value > 1 })
    else { return false }
    let words = row.items.filter { $0.sort == .words }.map { $0.line + 1 }
    return words.contains { $0 <= first.key } && words.contains { $0 > last.key }
  }

  /// Values that bring their own years, 4人（R3） and 0人（R7）, stand from the first to the last, wherever their columns do: from
  /// the present state over the results to the target, whose year is none of the present state's.
  private func isInTime(_ row: StackedRow) -> Bool {
    let dated = columns.valueLike.compactMap { column -> (rank: Int, column: Int, year: Int)? in
      guard let text = row.cells?[column]?.text,
        let year = temporals.matches(in: text).first?.temporal.startYear
      else { return nil }
      return (Self.order.firstIndex(of: roles[column]) ?? 0, column, year)
    }
    let inOrder = isTargetFirst ? dated.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) } : dated
    let last = Self.order.count - 1
    return zip(inOrder, inOrder.dropFirst()).allSatisfy { left, right in
      left.year < right.year
        || left.year == right.year && (isTargetFirst || (left.rank == last) == (right.rank == last))
    }
  }

  private static let order: [ColumnRole?] = [.baseline, .actual, .target]

  /// Of 現状, 中間目標 and 目標 the middle lies beyond both others in every row: the columns have been written out in another
  /// order than their heads.
  private func turnBack(_ rows: [StackedRow]) -> Bool {
    let places = columns.valueLike.filter { columns.columns[$0].kind == .value && !columns.columns[$0].isRate }
    guard places.count == 3, rows.count > 1,
      places.dropFirst().allSatisfy({ roles[$0] == .target })
    else { return false }
    return rows.allSatisfy { row in
      let values = places.compactMap { row.cells?[$0].flatMap { quantities.read($0.text).value } }
      guard values.count == 3 else { return false }
      return values[1] > max(values[0], values[2]) || values[1] < min(values[0], values[2])
    }
  }

  /// The values of a column bear their years all in lines of their own, or none does; a mark for none needs no year.
  private func haveYearsAlike(_ rows: [StackedRow]) -> Bool {
    let dated = Set(rows.flatMap(\.items).filter(\.hasYearBelow).map { SourceRange($0.source) })
    guard !dated.isEmpty else { return true }
    let cells = rows.compactMap(\.cells)
    return columns.valueLike.allSatisfy { column in
      let figures = cells.compactMap { $0[column] }.filter { $0.text.contains(where: \.isNumber) }
      let count = figures.count { dated.contains($0.source) }
      return count == 0 || count == figures.count
    }
  }

  /// The numbers of the rows stand where values are looked for: 2, 3, 4 under 現状値.
  private func areNumbered(_ rows: [StackedRow]) -> Bool {
    guard let number = columns.first(.number), rows.count > 1, rows.allSatisfy({ $0.cells?[number] == nil }) else {
      return false
    }
    return columns.valueLike.contains { column in
      let counts = rows.compactMap { $0.cells?[column].flatMap { Int($0.text.folded) } }
      return counts.count == rows.count && zip(counts, counts.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
  }
}
