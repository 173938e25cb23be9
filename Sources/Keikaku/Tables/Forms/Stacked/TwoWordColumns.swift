/// Tells the lines of a name from those of what explains it, where both are wrapped and only their widths part them:
///
///     スポーツ実施率（週1回以
///     上）
///     毎年実施する市民アンケー
///     トで「満足」と回答した人
///     の割合
///     41.9％ 54.5％
///
/// A line of a cell that goes on fills its column; so there are few ways to part the lines of all rows, and often one.
enum TwoWordColumns {
  /// In display columns: less is left free by a line that goes on, be the next letters held together.
  private static let mostFree = 3
  private static let mostWidths = 24

  /// How many lines the first cell of each row has; nil where there are several ways or none.
  static func splits(_ rows: [[StackedItem]]) -> [Int]? {
    let widths = Set(rows.flatMap { $0.map(\.width) })
    guard widths.count <= mostWidths, rows.allSatisfy({ $0.count > 1 }) else { return nil }
    var found: [Int]?
    for first in widths {
      for second in widths {
        let ways = rows.map { cuts($0, first, second) }
        guard ways.allSatisfy({ !$0.isEmpty }) else { continue }
        let only = ways.compactMap { $0.count == 1 ? $0[0] : nil }
        guard only.count == rows.count, found == nil || found == only else { return nil }
        found = only
      }
    }
    return found
  }

  private static func cuts(_ lines: [StackedItem], _ first: Int, _ second: Int) -> [Int] {
    (1..<lines.count).filter { cut in
      !StackedCells.mustJoin(lines[cut - 1].text, lines[cut].text) && isCell(lines[..<cut], first)
        && isCell(lines[cut...], second)
    }
  }

  private static func isCell(_ lines: ArraySlice<StackedItem>, _ width: Int) -> Bool {
    lines.allSatisfy { $0.width <= width }
      && zip(lines, lines.dropFirst()).allSatisfy { line, next in
        line.width + mostFree >= width || StackedCells.mustJoin(line.text, next.text)
      }
  }
}
