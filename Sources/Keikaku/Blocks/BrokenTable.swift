/// A table whose cells hold line breaks, which a word processor copies out as lines of their own:
///
///     指標⇥基準値
///     （R1）⇥目標値
///     （R6）⇥備考
///     新規就農者数
///     （累計）⇥12人⇥20人⇥農林課
///
/// The end of a line and the beginning of the next are one cell. How many cells a row has, its header tells; where the header
/// itself is broken, the one reading of it counts under which rows of figures follow.
struct BrokenTable {
  private(set) var rows: [[Table.Cell]] = []
  /// How many lines the header and the rows take.
  private(set) var lineCount = 0

  /// A header has at most this many lines.
  private static let mostHeaderLines = 40
  /// So does a row.
  private static let mostLinesOfRow = 40
  /// A last cell goes on over at most this many lines more.
  private static let mostFurtherLines = 2
  private static let leastColumns = 3

  /// Some line has fewer cells than the first one or than a table has: the cheap question, for most tables have rows of one
  /// length.
  static func mayBe(_ counts: [Int]) -> Bool {
    guard let first = counts.first, counts.count > 2,
      counts.dropFirst().contains(where: { $0 < max(first, leastColumns) })
    else { return false }
    return counts.contains { $0 > 1 }
  }

  /// - Parameter lines: the cells of each line, one for a line without tabs.
  /// - Returns: nil where the lines do not make rows of figures below a header in this way.
  init?(_ lines: [[Table.Cell]], _ words: HeaderWords) {
    guard !Self.areWhole(lines) else { return nil }
    let firstValue = lines.prefix(Self.mostHeaderLines).firstIndex { cells in
      cells.contains { Self.isFigure($0.text, words) }
    }
    guard let last = firstValue, last > 0 else { return nil }
    for headerLines in 1...last {
      // The years of one line alone stand each below a head of its own.
      if headerLines == 2, lines[1].allSatisfy({ ValueLook.isYear($0.text) }) { continue }
      // A further line without tabs only makes the last head longer.
      if headerLines > 1, headerLines < last, lines[headerLines - 1].count == 1, lines[headerLines].count == 1 {
        continue
      }
      let header = Self.joined(lines[..<headerLines])
      guard header.count >= Self.leastColumns, let body = Body(header, words, lines) else { continue }
      let found = body.rows(from: headerLines)
      // A header of one line with whole rows needs no joining.
      guard found.rows.count > 1 || headerLines > 1 && !found.rows.isEmpty,
        found.end - found.rows.count > 1 || headerLines > 1, found.end > lineCount
      else { continue }
      rows = [header] + found.rows
      lineCount = found.end
    }
    if rows.isEmpty { return nil }
  }

  /// Every line with tabs has as many cells as the first, a row of figures among them: lines without tabs stand beside the table.
  private static func areWhole(_ lines: [[Table.Cell]]) -> Bool {
    let rows = lines.filter { $0.count > 1 }
    guard let width = rows.first?.count, width >= leastColumns, rows.allSatisfy({ $0.count == width }) else {
      return false
    }
    return rows.dropFirst().contains { row in
      !row[0].isEmpty && !ValueLook.isValue(row[0].text) && row.dropFirst().allSatisfy { ValueLook.isFigure($0.text) }
    }
  }

  private static func isFigure(_ text: String, _ words: HeaderWords) -> Bool {
    ValueLook.isValue(text) && !ValueLook.isYear(text) && !words.isHeader(text)
  }

  /// The end of each line and the beginning of the next made one cell.
  private static func joined(_ lines: ArraySlice<[Table.Cell]>) -> [Table.Cell] {
    var row: [[Table.Cell]] = []
    for cells in lines {
      if row.isEmpty {
        row = cells.map { [$0] }
      } else {
        row[row.count - 1].append(cells[0])
        row += cells.dropFirst().map { [$0] }
      }
    }
    return row.map { pieces in
      guard pieces.count > 1 else { return pieces[0] }
      return Table.Cell(
        lines: pieces.map(\.text), source: pieces[0].source.joined(with: pieces[pieces.count - 1].source))
    }
  }

  /// The lines below a header.
  private struct Body {
    private let lines: [[Table.Cell]]
    private let width: Int
    private let nameColumn: Int
    private let valueColumns: [Int]
    private let endsInDepartments: Bool
    private let endsInValues: Bool

    /// Nil where the header does not head figures of indicators.
    init?(_ header: [Table.Cell], _ words: HeaderWords, _ lines: [[Table.Cell]]) {
      let roles = header.map { words.role(of: $0.text) }
      valueColumns = roles.indices.filter { roles[$0]?.isValue == true }
      guard !valueColumns.isEmpty, roles.count(where: { $0 != nil }) > 2 else { return nil }
      nameColumn = roles.firstIndex(of: .name) ?? 0
      width = header.count
      endsInDepartments = roles.last == .department
      endsInValues = roles.last.flatMap { $0 }?.isValue == true
      self.lines = lines
    }

    /// The rows from a line on and the line behind the last of them. Of two ways to go on, the one that reaches farther is
    /// taken; a line that may belong to a row above or below belongs to the one below.
    func rows(from start: Int) -> (rows: [[Table.Cell]], end: Int) {
      // For each line how far rows reach that begin there, and how many lines the first of them takes.
      var reach = Array(0...lines.count)
      var length = [Int](repeating: 0, count: lines.count + 1)
      for line in stride(from: lines.count - 1, through: start, by: -1) {
        guard let end = endOfRow(line) else { continue }
        for next in end...min(end + BrokenTable.mostFurtherLines, lines.count) {
          if next > end, next > lines.count || lines[next - 1].count > 1 { break }
          // What no row follows is no part of a last cell.
          let gain = next == end ? max(end, reach[end]) : reach[next] > next ? reach[next] : 0
          if next == end, goesOnAbove(end) { continue }
          if gain > reach[line] {
            reach[line] = gain
            length[line] = next - line
          }
        }
      }
      var rows: [[Table.Cell]] = []
      var line = start
      while length[line] > 0 {
        rows.append(BrokenTable.joined(lines[line..<line + length[line]]))
        line += length[line]
      }
      return (rows, line)
    }

    /// A line behind a row that is the end of its last cell: a further department, or any words before a row that is whole
    /// without them and whose name does not go on with them.
    private func goesOnAbove(_ line: Int) -> Bool {
      guard line + 1 < lines.count, lines[line].count == 1 else { return false }
      let text = lines[line][0].text
      if endsInDepartments, DepartmentNames.end(text) { return true }
      guard !endsInValues, lines[line + 1].count == width else { return false }
      let name = lines[line + 1][0].text
      return !NameContinuation.isOpen(text) && !NameContinuation.continues(name) && !UnitBracket.isBracket(name)
    }

    /// The line behind those that make a row.
    private func endOfRow(_ start: Int) -> Int? {
      // No row begins with （2024年度）, which belongs to the value above.
      if ValueLook.isYearInBrackets(lines[start][0].text) { return nil }
      var count = lines[start].count
      var end = start + 1
      while count < width, end < min(lines.count, start + BrokenTable.mostLinesOfRow) {
        count += lines[end].count - 1
        end += 1
      }
      return count == width && isRow(BrokenTable.joined(lines[start..<end])) ? end : nil
    }

    private func isRow(_ cells: [Table.Cell]) -> Bool {
      let values = valueColumns.map { cells[$0].text }
      return values.allSatisfy { $0.isEmpty || ValueLook.isValue($0) } && values.contains { !$0.isEmpty }
        && !cells[nameColumn].isEmpty && !ValueLook.isValue(cells[nameColumn].text)
    }
  }
}
