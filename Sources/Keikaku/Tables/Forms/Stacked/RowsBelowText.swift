import KeikakuText

/// Finds the further rows of a table whose last column holds sentences, which end the table for those who go by cells:
///
///     項目 基準値
///     目標値
///     評価のコメント
///     空き家の登録件数 12件
///     （令和2年）
///     30件
///     （令和7年）
///     相談の体制が整い、件数が伸びている。
///     移住相談の件数 45件
///     （令和2年）
///     …
///
/// Only where each value has its year in the line below, by which a row is known again.
struct RowsBelowText {
  let rows: TextLines
  let reader: StackedItemReader
  let walker: StackedWalker
  /// Of sentences between two rows.
  private static let mostLines = 12
  private static let mostRows = 100

  /// The walk with the rows behind sentences, or nil where there are none.
  func resumed(_ walk: StackedWalk) -> StackedWalk? {
    guard walk.items.count == 1, walk.items[0].last.map({ YearBracket.dates($0.text) }) == true else { return nil }
    var whole = walk
    var count = 0
    while count < Self.mostRows, let start = nextRow(from: whole.end) {
      let more = walker.rows(from: start, below: walk.heads)
      guard more.items.count == 1, more.heads.count == walk.heads.count, more.end > start else { return nil }
      let block = (whole.items[0].last?.block ?? 0) + 1
      whole.items[0] += more.items[0].map { item in
        var item = item
        item.block += block
        return item
      }
      whole.textLines += whole.end..<start
      whole.end = more.end
      count += 1
    }
    return count > 0 ? whole : nil
  }

  /// The line of the next name, whose first value stands behind it or below it and has its year in the line below that.
  private func nextRow(from first: Int) -> Int? {
    guard first < rows.count, Sentences.ends(text(first)) else { return nil }
    for line in first + 1..<max(first + 1, min(rows.count - 1, first + Self.mostLines)) {
      guard !rows.isBlank(line), !rows.beginsPage(line), !rows.holdsSeparator(rows.content(line)) else { return nil }
      guard rows.content(line + 1).count <= Self.longestYear, YearBracket.dates(text(line + 1)) else { continue }
      let words = rows.words(rows.content(line))
      guard let value = words.last, ValueLook.isFigure(rows.string(value)) else { return nil }
      if words.count > 1 { return Sentences.ends(text(line - 1)) ? line : nil }
      return line - 1 > first && !Sentences.ends(text(line - 1)) && Sentences.ends(text(line - 2)) ? line - 1 : nil
    }
    return nil
  }

  /// In bytes.
  private static let longestYear = 60

  private func text(_ line: Int) -> String { rows.string(rows.content(line)) }
}
