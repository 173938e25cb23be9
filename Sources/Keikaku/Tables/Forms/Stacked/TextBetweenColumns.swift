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
  private static let mostLines = 40
  private static let mostBeforeValues = 2
  private static let mostWithBlanks = 100

  /// The line at which the table goes on, and the lines of text before it, blank ones among them; nil where it does not.
  ///
  /// - Parameters:
  ///   - known: the heads of the table so far.
  ///   - items: what stands behind them: names, and perhaps values.
  ///   - isText: whether a line heads, lists, notes or ends as a sentence.
  func next(
    from first: Int, _ known: [StackedHeader.Head], _ items: [StackedItem], isText: (Int) -> Bool
  ) -> (line: Int, text: Range<Int>)? {
    guard known.contains(where: { $0.role == .name }), items.contains(where: { $0.sort == .words }) else { return nil }
    var text: [Int] = []
    var line = first
    while line < rows.count, text.count <= Self.mostLines, line - first <= Self.mostWithBlanks, !rows.beginsPage(line) {
      if !rows.isBlank(line) {
        if !isText(line), !headsText(line), let cells = heads.cells(at: line)?.heads {
          return !text.isEmpty && isFurther(cells, known) ? (line, text[0]..<line) : nil
        }
        if !text.isEmpty, text.count <= Self.mostBeforeValues, lacksValues(known, items), holdsValue(line) {
          return (line, text[0]..<line)
        }
        guard isText(line) || !text.isEmpty && (headsText(line) || !isCell(line)) else { return nil }
        text.append(line)
      }
      line += 1
    }
    return nil
  }

  /// Heads for values that the table still lacks, and none that begin another.
  private func isFurther(_ cells: [StackedHeader.Head], _ known: [StackedHeader.Head]) -> Bool {
    cells.allSatisfy { cell in
      cell.role?.isValue == true && !known.contains { $0.role == cell.role && $0.cell.text == cell.cell.text }
    }
  }

  /// 主な取組 and １ 現状と課題 above text are headings there, though 主な取組 may head a column and 1 be a value.
  private func headsText(_ line: Int) -> Bool {
    isNumbered(line) || line + 1 < rows.count && !rows.isBlank(line + 1) && reader.isText(line + 1)
  }

  /// ２ 今後の方向: a short number, and words without figures.
  private func isNumbered(_ line: Int) -> Bool {
    let pieces = rows.words(rows.content(line)).map(rows.string)
    guard pieces.count > 1, let number = Int(pieces[0].folded), (1...30).contains(number) else { return false }
    return !pieces.dropFirst().contains {
      ValueLook.isValue($0) || ValueLook.isYear($0) || reader.quantities.isUnit($0)
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
