import KeikakuText

/// Tells tables from what only looks like one: contents pages, diagrams, charts, captions set apart.
struct TableJudge: Sendable {
  let lexicon: Lexicon

  /// A header word, or two rows that hold a quantity, or a full grid of aligned texts.
  func accepts(_ table: PageTable, lines: [PrintedLine]) -> Bool {
    guard lines.count(where: \.hasLeader) * 3 < lines.count else { return false }
    guard table.rows.count >= 2, table.columnCount >= 2 else { return false }
    return hasHeader(table) || hasSchedule(table) || quantityRows(table) >= 2 && isAligned(table, share: 0.6)
      || isFullGrid(table) || Self.isLabelled(table)
  }

  /// Short labels beside text of several full lines: 内容 and what it says.
  static func isLabelled(_ table: PageTable) -> Bool {
    guard table.columnCount == 2 else { return false }
    let labels = table.rows.map { $0[0] }.filter { !$0.isEmpty }
    let texts = table.rows.map { $0[1].lines }
    guard labels.count >= 2, labels.count * 4 >= table.rows.count * 3,
      labels.allSatisfy({ $0.letters <= 30 && $0.letters <= 12 * $0.lines.count })
    else { return false }
    let right = texts.joined().map(\.box.x1).max() ?? 0
    let wrapped = texts.flatMap { $0.dropLast() }
    let full = wrapped.count { $0.box.x1 > right - 2 * ($0.em ?? 10) && $0.letters >= 12 }
    return !wrapped.isEmpty && full * 5 >= wrapped.count * 4
  }

  /// A ruled grid needs less: its cells were drawn on purpose. Mostly empty ones are charts and forms.
  func acceptsRuled(_ table: PageTable) -> Bool {
    let cells = table.rows.reduce(0) { $0 + $1.count { !$0.isCovered } }
    let named = table.rows.count { row in row.prefix(2).contains { !$0.isEmpty || $0.isCovered } }
    return table.filledCells * 5 >= cells * 2 || named * 5 >= table.rows.count * 3 || hasHeader(table)
      || quantityRows(table) >= 2
  }

  /// Parts a table that no border encloses where a line of its own stands above another header: the title of the next table.
  func partedAtHeads(_ table: PageTable) -> (parts: [PageTable], heads: [PrintedLine]) {
    guard table.form != .ruled, table.rows.count > 3, isHeaderRow(table.rows[0]) else { return ([table], []) }
    var parts: [PageTable] = []
    var heads: [PrintedLine] = []
    var start = 0
    for row in table.rows.indices.dropFirst().dropLast() {
      let filled = table.rows[row].filter { !$0.isEmpty }
      guard filled.count == 1, filled[0].lines.count == 1, !table.rows[row][0].isEmpty, isHeaderRow(table.rows[row + 1])
      else { continue }
      parts.append(table.part(start..<row))
      heads.append(filled[0].lines[0])
      start = row + 1
    }
    return (parts + [table.part(start..<table.rows.count)], heads)
  }

  private func isHeaderRow(_ row: [PageTable.Cell]) -> Bool {
    row.count { !$0.isEmpty } >= 2 && row.contains(where: isHeaderWord)
  }

  private func hasHeader(_ table: PageTable) -> Bool {
    table.rows.prefix(3).contains(where: isHeaderRow)
  }

  /// Two years side by side head a schedule; arrows in two rows are its bars.
  private func hasSchedule(_ table: PageTable) -> Bool {
    let years = table.rows.prefix(2).contains { row in row.count { Self.isYear($0.text.folded) } >= 2 }
    let arrows = table.rows.count { row in row.dropFirst().contains { Self.isArrow($0.text) } }
    return years || arrows >= 2
  }

  /// H27, R5, 令和5年度, 2020年.
  private static func isYear(_ text: String) -> Bool {
    var rest = text.filter { $0 != " " }[...]
    for era in ["平成", "令和", "昭和", "H", "R", "S"] where rest.hasPrefix(era) { rest = rest.dropFirst(era.count) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "元" }
    guard !digits.isEmpty, digits.count <= 4 else { return false }
    let tail = rest.dropFirst(digits.count)
    return tail.isEmpty ? digits.count == 4 || digits.count < text.count : ["年", "年度", "年度末"].contains(tail)
  }

  private static func isArrow(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { "→⇒➡⇨●○―─－-".unicodeScalars.contains($0) }
  }

  /// A line with gaps that holds a header word.
  func isHeader(_ line: PrintedLine, em: Double) -> Bool {
    let segments = line.segments(gap: GutterTables.gap * em)
    return segments.count >= 2 && segments.contains { isHeaderWord(PageTable.Cell(lines: [$0])) }
  }

  /// A line with gaps that holds a header word and no figure but years, or the years of a schedule.
  func isHeaderOnly(_ line: PrintedLine, em: Double) -> Bool {
    let pieces = line.pieces(em: em)
    if pieces.count >= 3, pieces.allSatisfy({ Self.isYear($0.text.folded) }) { return true }
    return isHeader(line, em: em) && !pieces.contains(where: Self.isFigure)
  }

  /// A number that is no year: 12件, ▲3.5％, 約200人.
  static func isFigure(_ piece: PrintedLine) -> Bool {
    let text = piece.text.folded
    let number = text.drop { "約年延べ▲△+-−".contains($0) }
    guard let first = number.first, first.isASCII, first.isNumber else { return false }
    return !isYear(text) && !text.hasSuffix("年") && !text.hasSuffix("年度")
  }

  /// A year alone, perhaps in brackets: R4, （令和10年度）.
  static func isPeriod(_ piece: PrintedLine) -> Bool {
    isYear(piece.text.folded.filter { !"()[] ".contains($0) })
  }

  /// Words that other text is full of as well do not tell a header by themselves; they fill their cell.
  func isHeaderWord(_ cell: PageTable.Cell) -> Bool {
    guard !cell.isEmpty, cell.letters <= 24 else { return false }
    let text = cell.text.folded.filter { $0 != " " }
    guard let match = lexicon.columnRoles.prefix(of: text) else { return false }
    let rest = text.utf8.dropFirst(match.length)
    return rest.isEmpty || rest.first == UInt8(ascii: "(") || rest.first == UInt8(ascii: "[")
      || text.utf8.last == UInt8(ascii: ")")
  }

  /// Rows with a figure beyond their first cell.
  private func quantityRows(_ table: PageTable) -> Int {
    table.rows.count { row in
      !(row.first?.isEmpty ?? true)
        && row.dropFirst().contains { cell in
          cell.text.unicodeScalars.contains { $0.isDecimal }
        }
    }
  }

  private func isFullGrid(_ table: PageTable) -> Bool {
    let cells = table.rows.count * table.columnCount
    return table.rows.count >= 3 && table.filledCells * 10 >= cells * 7 && isAligned(table, share: 0.8)
  }

  /// Most cells of each column share their left edge, their right edge or their middle with the column's others.
  private func isAligned(_ table: PageTable, share: Double) -> Bool {
    (0..<table.columnCount).allSatisfy { column in
      let boxes = table.rows.compactMap { $0[column].columnSpan == 1 ? $0[column].lines.first?.box : nil }
      guard boxes.count > 1 else { return true }
      return [boxes.map(\.x0), boxes.map(\.x1), boxes.map(\.middleX)].contains { edges in
        let sorted = edges.sorted()
        let middle = sorted[sorted.count / 2]
        return Double(edges.count { abs($0 - middle) < 3 }) >= share * Double(edges.count)
      }
    }
  }
}
