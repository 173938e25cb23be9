import KeikakuText

/// Reads a table that reports measures in words, one action for each cell that tells what was done or what comes next.
///
/// ```
/// 施策名           令和6年度の実績                 評価   今後の方向性
/// 後継者の確保     研修生5名を受け入れた。          A      研修用の漁船を増やす。
/// ```
struct ReportTableReader {
  let table: Table
  let scan: TableScan
  let words: TableWords

  func actions(_ header: Range<Int>, _ body: Range<Int>) -> [TableAction] {
    let columns = ReportColumns(header.lowerBound, of: scan, words: words).columns
    let department = scan.rows[header.lowerBound].firstIndex { $0.header?.role == .department }
    let groups = RowGroups(
      table: table, scan: scan, words: words, header: header, taken: columns.map(\.column))
    return zip(body, groups.groups(body)).flatMap { row, groups in
      columns.flatMap { actions(row, $0.column, $0.head) }.map { action in
        var action = action
        if let department, let cell = scan[row, department], cell.shape == .words {
          action.department = UnitBracket.trimmed(Substring(table.rows[row][department].text))
        }
        return TableAction(action: action, groups: groups)
      }
    }
  }

  /// 継続 and 拡充 under 今後の方向性 judge what is done and are nothing to do.
  private static let longestVerdict = 4

  /// The cell's text, one action for each ・ where it lists several.
  private func actions(_ row: Int, _ column: Int, _ head: GroupHead) -> [Action] {
    guard let cell = scan[row, column], cell.shape.isText else { return [] }
    let place = table.rows[row][column]
    let text = UnitBracket.trimmed(Substring(place.text))
    if head.status == .direction, text.count <= Self.longestVerdict { return [] }
    let parts = text.hasPrefix("・") ? text.split(separator: "・") : [Substring(text)]
    return parts.map { UnitBracket.trimmed($0) }.filter { !$0.isEmpty }.map { part in
      var action = Action(text: NoteReferences.removed(from: part), status: head.status, source: place.source)
      action.period = head.period
      return action
    }
  }
}

/// The columns of such a table whose heads say 実績 or 今後の方向性.
struct ReportColumns {
  private(set) var columns: [(column: Int, head: GroupHead)] = []

  init(_ row: Int, of scan: TableScan, words: TableWords) {
    guard !scan.rows[row].contains(where: { $0.header?.saysIndicator == true }) else { return }
    for (column, cell) in scan.rows[row].enumerated() where Self.mayHead(cell, in: scan) {
      // 令和5年度の取組内容 tells what was done where that year is reported.
      guard let head = words.groups.read(scan.bytes, cell.range),
        head.status == .result || head.status == .direction || head.status == .planned && head.period != nil
      else { continue }
      columns.append((column, head))
    }
    // A row that begins with 実績 and tells nothing else of the kind is a row of a sheet.
    if columns.count == 1, columns[0].column == 0 { columns = [] }
  }

  /// A year alone, a mark or a figure without a word behind it heads nothing.
  private static func mayHead(_ cell: TableScan.Cell, in scan: TableScan) -> Bool {
    switch cell.shape {
    case .empty, .mark, .arrow, .year, .bareYear: false
    case .figure: !(UInt8(ascii: "%")...UInt8(ascii: "9")).contains(scan.bytes[cell.range.upperBound - 1])
    case .words, .prose: true
    }
  }

  /// Shorter words under 実績 say how an indicator stands: 設置, 未調査.
  private static let shortestText = 24

  /// Whether a row may hold text in such columns: the cheap question.
  static func mayHold(_ row: Int, of scan: TableScan) -> Bool { scan.rows[row].contains(where: isText) }

  private static func isText(_ cell: TableScan.Cell) -> Bool {
    cell.shape.isText && cell.header == nil && cell.range.count >= shortestText
  }

  /// Whether a row below holds text in these columns, and no figure as a table of indicators does.
  func hold(_ row: Int, of scan: TableScan) -> Bool {
    let cells = columns.compactMap { scan[row, $0.column] }.filter { $0.shape != .empty && $0.shape != .mark }
    return cells.contains(where: Self.isText) && cells.allSatisfy { $0.shape.isText && $0.header == nil }
  }
}
