/// Finds where a table goes on behind text that stands between its columns.
///
/// `pdftotext` writes columns one after another and takes what stands below a narrow column, the next heading, for the end
/// of it:
///
///     指標名
///     出生数
///     婚姻数
///     （1）子育て支援の充実
///
///     現状値(R1)
///     480人
///     90件
struct TextBetweenColumns {
  let rows: TextLines
  let reader: StackedItemReader
  let heads: StackedHeads
  /// So many lines of text may stand before the head of a further column, and so many before values without a head.
  private static let mostLines = 120
  private static let mostBeforeValues = 2
  private static let mostWithBlanks = 240

  /// The line at which the table goes on, and the lines of text before it, blank ones among them; nil where it does not.
  ///
  /// - Parameters:
  ///   - known: the heads of the table so far.
  ///   - items: what stands behind them: names, and perhaps values.
  ///   - isText: whether a line heads, lists, notes or ends as a sentence.
  func next(
    from first: Int, _ known: [StackedHeader.Head], _ items: [StackedItem], isText: (Int) -> Bool
  ) -> (line: Int, text: Range<Int>)? {
    guard known.contains(where: { $0.role == .name }), !items.isEmpty else { return nil }
    var text: [Int] = []
    var line = first
    while line < rows.count, text.count <= Self.mostLines, line - first <= Self.mostWithBlanks, !rows.beginsPage(line) {
      if !rows.isBlank(line) {
        if !isText(line), !headsText(line), !isHeading(line, in: text), let cells = heads.cells(at: line)?.heads {
          return !text.isEmpty && isFurther(cells, known) ? (line, text[0]..<line) : nil
        }
        if !text.isEmpty, goesOnWithValues(at: line, behind: text.count, known, items) { return (line, text[0]..<line) }
        guard isHeading(line, in: text) || isText(line) || !text.isEmpty && (headsText(line) || !isCell(line)) else {
          return nil
        }
        text.append(line)
      }
      line += 1
    }
    return nil
  }

  /// Heads for values, for their years or for what stands beside them, that the table still lacks, and none that begin
  /// another.
  private func isFurther(_ cells: [StackedHeader.Head], _ known: [StackedHeader.Head]) -> Bool {
    guard cells.contains(where: { $0.isPart || $0.role?.isValue == true }) else { return false }
    return cells.allSatisfy { cell in
      guard let role = cell.role else { return true }
      return role != .name && role != .group
        && !known.contains { $0.role == role && $0.cell.text == cell.cell.text }
    }
  }

  /// 主な取組 and １ 現状と課題 above text are headings there, though 主な取組 may head a column and 1 be a value.
  private func headsText(_ line: Int) -> Bool { isNumbered(line) || isAboveText(line) }

  /// １ 現状と課題 right above text.
  func isNumberedHeading(_ line: Int) -> Bool { isNumbered(line) && isAboveText(line) }

  private func isAboveText(_ line: Int) -> Bool {
    line + 1 < rows.count && !rows.isBlank(line + 1) && reader.isText(line + 1)
  }

  /// ２ 今後の方向: a short number, and words without figures.
  private func isNumbered(_ line: Int) -> Bool {
    let pieces = rows.words(rows.content(line)).map(rows.string)
    guard pieces.count > 1, let number = Int(pieces[0].folded), (1...30).contains(number) else { return false }
    return !pieces.dropFirst().contains {
      ValueLook.isValue($0) || ValueLook.isYear($0) || reader.quantities.isUnit($0)
    }
  }

  /// A word that has headed text before, though it may head a column: 主な取組.
  private func isHeading(_ line: Int, in text: [Int]) -> Bool {
    let word = rows.string(rows.content(line))
    return text.contains { rows.string(rows.content($0)) == word }
  }

  /// Values without a head: those of all columns where there are none yet, or a further column like the one before.
  private func goesOnWithValues(
    at line: Int, behind textLines: Int, _ known: [StackedHeader.Head], _ items: [StackedItem]
  ) -> Bool {
    if textLines <= Self.mostBeforeValues, lacksValues(known, items), holdsValue(line) { return true }
    return isFurtherColumn(at: line, known, items)
  }

  /// A block of values alone, as many as each column before holds and in the same units, where the header has columns that
  /// are still without values.
  ///
  ///     現状値 目標値
  ///     出生数
  ///     婚姻数
  ///     480人
  ///     90件
  ///     （1）子育て支援の充実
  ///     本市では、…
  ///
  ///     500人
  ///     100件
  private func isFurtherColumn(at line: Int, _ known: [StackedHeader.Head], _ items: [StackedItem]) -> Bool {
    guard line > 0, rows.isBlank(line - 1), holdsValue(line) else { return false }
    let end = (line..<rows.count).first { rows.isBlank($0) || !holdsValue($0) } ?? rows.count
    let block = (line..<end).flatMap { reader.items($0, block: 0, hasUnits: false, partsWords: false) }
    let before = items.filter { $0.sort == .value }
    let columns = known.count { $0.role?.isValue == true }
    guard end == rows.count || rows.isBlank(end), block.count == end - line, block.count > 1,
      !before.isEmpty, before.count.isMultiple(of: block.count), before.count / block.count < columns
    else { return false }
    return zip(before, block).allSatisfy { above, value in
      guard let unit = StackedValues.unit(of: above.text), let own = StackedValues.unit(of: value.text) else {
        return true
      }
      return unit == own
    }
  }

  /// All heads stand there, and no value yet.
  private func lacksValues(_ known: [StackedHeader.Head], _ items: [StackedItem]) -> Bool {
    known.contains { $0.role == .target } && known.contains { $0.role == .baseline }
      && !items.contains { $0.sort == .value && $0.text.contains(where: \.isNumber) }
  }

  /// A value or a unit alone: a column of another table stands in between, and nothing tells whose the next is.
  private func isCell(_ line: Int) -> Bool {
    reader.items(line, block: 0, hasUnits: true, partsWords: false).contains { $0.sort != .words }
  }

  private func holdsValue(_ line: Int) -> Bool {
    reader.items(line, block: 0, hasUnits: false, partsWords: false).allSatisfy { $0.sort == .value }
  }
}
