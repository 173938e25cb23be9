/// Finds columns whose lines are not level with each other, so that no line of the page shows the gap between them.
///
/// Word processors set each column of prose by itself; a heading or a blank line in one moves its lines against those of the
/// other. A label set in the middle of the text beside it stands half a line off.
struct StaggeredColumns {
  private(set) var columns: [GutterTables.ProseColumns] = []
  /// Labels beside text.
  private(set) var tables: [PageTable] = []
  /// The lines above, between and below them.
  private(set) var stretches: [[PrintedLine]] = []

  private let em: Double

  init(lines: [PrintedLine], em: Double) {
    self.em = em
    var start = 0
    var index = 0
    while index + 1 < lines.count {
      if let found = columns(in: lines, around: index, after: start) {
        stretches.append(Array(lines[start..<found.range.lowerBound]))
        columns.append(found.columns)
        start = found.range.upperBound
      } else if let found = labels(in: lines, around: index, after: start) {
        stretches.append(Array(lines[start..<found.range.lowerBound]))
        tables.append(found.table)
        start = found.range.upperBound
      }
      index = max(index + 1, start)
    }
    stretches.append(Array(lines[start...]))
    stretches.removeAll(where: \.isEmpty)
  }

  private func columns(in lines: [PrintedLine], around index: Int, after start: Int)
    -> (columns: GutterTables.ProseColumns, range: Range<Int>)?
  {
    guard let (range, strip) = region(in: lines, around: index, after: start, where: goesOn) else { return nil }
    return prose(Array(lines[range]), strip).map { ($0, range) }
  }

  private func labels(in lines: [PrintedLine], around index: Int, after start: Int)
    -> (table: PageTable, range: Range<Int>)?
  {
    guard let (range, strip) = region(in: lines, around: index, after: start, where: isNear) else { return nil }
    return labelled(Array(lines[range]), strip).map { ($0, range) }
  }

  /// The lines around two that stand beside each other half a line apart, as far as a strip of the page stays free.
  private func region(
    in lines: [PrintedLine], around index: Int, after start: Int,
    where belongs: (ArraySlice<PrintedLine>, PrintedLine, PageStrip) -> Bool
  ) -> (range: Range<Int>, strip: PageStrip)? {
    let (first, second) = (lines[index], lines[index + 1])
    let (left, right) = first.box.x0 < second.box.x0 ? (first, second) : (second, first)
    var strip = PageStrip(left: left.box.x1, right: right.box.x0)
    guard strip.right - strip.left >= em, second.center - first.center < 0.9 * em else { return nil }
    var range = index..<index + 2
    while range.upperBound < lines.count, let narrowed = strip.narrowed(by: lines[range.upperBound], em: em),
      belongs(lines[range], lines[range.upperBound], strip)
    {
      strip = narrowed
      range = range.lowerBound..<range.upperBound + 1
    }
    while range.lowerBound > start, let narrowed = strip.narrowed(by: lines[range.lowerBound - 1], em: em),
      belongs(lines[range], lines[range.lowerBound - 1], strip)
    {
      strip = narrowed
      range = range.lowerBound - 1..<range.upperBound
    }
    return (range, strip)
  }

  /// The line stands in its column as near to the next one as lines of a paragraph do.
  private func goesOn(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine, _ strip: PageStrip) -> Bool {
    lines.contains { other in
      let isSameSide = (other.box.x0 < strip.middle) == (line.box.x0 < strip.middle)
      return isSameSide && abs(other.center - line.center) < 2.3 * em
    }
  }

  /// The line stands near to those of either column, and not alone over or below the labels.
  private func isNear(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine, _ strip: PageStrip) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    return min(abs(first.center - line.center), abs(last.center - line.center)) < 2.3 * em
  }

  private func prose(_ lines: [PrintedLine], _ strip: PageStrip) -> GutterTables.ProseColumns? {
    let words = lines.flatMap(\.words)
    let parts = [words.filter { $0.box.middleX < strip.middle }, words.filter { $0.box.middleX >= strip.middle }]
    let columns = parts.map { PrintedLine.lines(of: $0, em: em) }
    guard columns.allSatisfy({ GutterTables.isProse($0, em: em) }) else { return nil }
    return GutterTables.ProseColumns(columns, of: lines)
  }

  /// Text that no further gap parts, beside labels of a few letters a line.
  private func labelled(_ lines: [PrintedLine], _ strip: PageStrip) -> PageTable? {
    let texts = lines.filter { $0.box.x1 > strip.middle }
    let isParted = texts.contains { line in
      line.segments(gap: GutterTables.gap * em).count { $0.box.x0 > strip.middle } > 1
    }
    guard !isParted, !lines.contains(where: \.hasLeader) else { return nil }
    let table = OpenTable(middles: [strip.middle], em: em).table(of: lines)
    return table.rows.count >= 2 && TableJudge.isLabelled(table) ? table : nil
  }
}
