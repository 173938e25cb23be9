/// Finds columns of prose whose lines are not level with each other, so that no line of the page shows the gap between them.
///
/// Word processors set each column by itself; a heading or a blank line in one moves its lines against those of the other.
struct StaggeredColumns {
  private(set) var columns: [GutterTables.ProseColumns] = []
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
      }
      index = max(index + 1, start)
    }
    stretches.append(Array(lines[start...]))
    stretches.removeAll(where: \.isEmpty)
  }

  /// A strip of the page that no line crosses.
  private struct Strip {
    var left: Double
    var right: Double
    var middle: Double { (left + right) / 2 }

    func narrowed(by line: PrintedLine, em: Double) -> Strip? {
      var strip = self
      for word in line.words {
        if word.box.middleX < middle {
          strip.left = max(strip.left, word.box.x1)
        } else {
          strip.right = min(strip.right, word.box.x0)
        }
      }
      return strip.right - strip.left >= 0.8 * em ? strip : nil
    }
  }

  private func columns(in lines: [PrintedLine], around index: Int, after start: Int)
    -> (columns: GutterTables.ProseColumns, range: Range<Int>)?
  {
    let (first, second) = (lines[index], lines[index + 1])
    let (left, right) = first.box.x0 < second.box.x0 ? (first, second) : (second, first)
    var strip = Strip(left: left.box.x1, right: right.box.x0)
    guard strip.right - strip.left >= em, second.center - first.center < 0.9 * em else { return nil }
    var range = index..<index + 2
    while range.upperBound < lines.count, let narrowed = strip.narrowed(by: lines[range.upperBound], em: em),
      goesOn(lines[range], lines[range.upperBound], strip)
    {
      strip = narrowed
      range = range.lowerBound..<range.upperBound + 1
    }
    while range.lowerBound > start, let narrowed = strip.narrowed(by: lines[range.lowerBound - 1], em: em),
      goesOn(lines[range], lines[range.lowerBound - 1], strip)
    {
      strip = narrowed
      range = range.lowerBound - 1..<range.upperBound
    }
    return prose(Array(lines[range]), strip).map { ($0, range) }
  }

  /// The line stands in its column as near to the next one as lines of a paragraph do.
  private func goesOn(_ lines: ArraySlice<PrintedLine>, _ line: PrintedLine, _ strip: Strip) -> Bool {
    lines.contains { other in
      let isSameSide = (other.box.x0 < strip.middle) == (line.box.x0 < strip.middle)
      return isSameSide && abs(other.center - line.center) < 2.3 * em
    }
  }

  private func prose(_ lines: [PrintedLine], _ strip: Strip) -> GutterTables.ProseColumns? {
    let words = lines.flatMap(\.words)
    let parts = [words.filter { $0.box.middleX < strip.middle }, words.filter { $0.box.middleX >= strip.middle }]
    let columns = parts.map { PrintedLine.lines(of: $0, em: em) }
    guard columns.allSatisfy({ GutterTables.isProse($0, em: em) }) else { return nil }
    return GutterTables.ProseColumns(columns, of: lines)
  }
}
