/// Lines of an aligned table that stand over its whole width and head the rows below them, or say something of those above.
///
///     指標                 基準値(R1)    目標値(R6)
///     基本目標１　しごと
///     農業産出額           12億円        13億円
///     【畜産】
///     肉用牛飼養頭数       3,210頭       3,400頭
///     ※各年２月１日現在
struct AlignedBands {
  let rows: TextLines
  let labels: NodeLabels

  /// A label with its number, and no wide gap behind it; a name in brackets or behind a mark; a note.
  func holds(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard !content.isEmpty, content.count <= Self.longest else { return false }
    let text = rows.string(content).folded
    if NoteMarks.isNote(text) || isMarkedName(text) { return true }
    return labels.head(text) && !text.contains("  ")
      && !text.split(separator: " ").contains { ValueLook.isValue(String($0)) }
  }

  /// 家畜飼養頭数 alone in its line, and right below it 肉用牛 with its values, set in deeper; the row before stands as it does.
  func headsIndented(_ line: Int, above next: Int, below last: Int) -> Bool {
    let reader = SegmentReader(rows.text.bytes)
    let (own, below, before) = (
      reader.segments(rows.indented(line)), reader.segments(rows.indented(next)), reader.segments(rows.indented(last))
    )
    guard own.count == 1, below.count > 1, before.count > 1, next == line + 1,
      (2...Self.deepest).contains(below[0].columns.lowerBound - own[0].columns.lowerBound),
      before[0].columns.lowerBound == own[0].columns.lowerBound,
      below.dropFirst().contains(where: { ValueLook.isValue(rows.string($0.source)) }),
      !ValueLook.isValue(rows.string(below[0].source)), !ValueLook.isYear(rows.string(below[0].source))
    else { return false }
    let name = rows.string(own[0].source)
    return NameContinuation.endsAsName(name) && !NameContinuation.continues(name)
      && NameContinuation.endsAsName(rows.string(before[0].source))
  }

  /// 【畜産】, ＜交通＞, ■交通: a short name without figures.
  private func isMarkedName(_ text: String) -> Bool {
    guard text.count <= Self.longestName, !text.contains(" "), !text.contains(where: \.isNumber),
      let first = text.unicodeScalars.first, let last = text.unicodeScalars.last
    else { return false }
    if let close = HeadingMarks.brackets[first.value] { return last.value == close }
    return HeadingMarks.standard.contains(first.value)
  }

  /// In bytes.
  private static let longest = 150
  /// In letters.
  private static let longestName = 20
  /// In columns: how far the names of a group are set in at most.
  private static let deepest = 6

  /// The table with a row for each band, before the first row that stands below it.
  func inserted(_ bands: [Int], into table: Table) -> Table {
    var table = table
    let width = table.rows.first?.count ?? 1
    for band in bands.reversed() {
      let source = SourceRange(rows.content(band))
      let place =
        table.rows.firstIndex { row in row.contains { !$0.isEmpty && $0.source.start > source.start } }
        ?? table.rows.count
      let empty = Table.Cell(text: "", source: SourceRange(start: source.end, end: source.end))
      let cells = [Table.Cell(text: rows.string(rows.content(band)), source: source)]
      table.rows.insert(cells + Array(repeating: empty, count: max(0, width - 1)), at: place)
    }
    return table
  }
}
