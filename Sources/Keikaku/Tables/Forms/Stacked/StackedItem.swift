import KeikakuText

/// A cell, or a line of one, of a table whose cells stand one after another.
struct StackedItem {
  enum Sort { case value, year, unit, words }

  var sort: Sort
  var text: String
  var source: Range<Int>
  var line: Int
  /// Lines without a blank line between them are one block: the lines of one cell, or the cells of one column.
  var block: Int
  /// In display columns.
  var width: Int
  /// A value whose year stands in the line below: `YearsBelowValues`.
  var hasYearBelow = false

  var cell: Table.Cell { Table.Cell(text: text, source: SourceRange(source)) }

  /// The lines of one cell as one.
  static func cell(_ items: ArraySlice<StackedItem>) -> Table.Cell {
    WordValueColumns.joined(items.map(\.cell)[...])
  }
}

/// Takes lines apart into items.
struct StackedItemReader {
  let rows: TextLines
  private let labels: NodeLabels
  let quantities: QuantityReader
  let pieces: CellPieces
  private static let longestCell = 240
  /// Of one that stands between blank lines.
  private static let longestCellApart = 480
  /// Wider sentences are text and no remark of a cell.
  private static let widestSentence = 44
  /// More blank lines than this end a table.
  private static let mostBlankLines = 2

  init(rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    labels = NodeLabels(lexicon)
    quantities = QuantityReader(units: lexicon.units)
    pieces = CellPieces(rows: rows, quantities: quantities)
  }

  /// The first filled line at or after one that may be a cell, with how many blank lines stand before it.
  ///
  /// - Parameters:
  ///   - overPages: a row at the top of the next page goes on with the table.
  ///   - beginsTable: the line is the table's first, wherever it stands.
  func line(at first: Int, overPages: Bool, beginsTable: Bool) -> (line: Int, blanks: Int)? {
    var next = first
    while next < rows.count, rows.isBlank(next), next - first <= Self.mostBlankLines { next += 1 }
    guard next < rows.count, next - first <= Self.mostBlankLines else { return nil }
    if !beginsTable, (first...next).contains(where: rows.beginsPage), !(overPages && holdsValue(next)) { return nil }
    let content = rows.content(next)
    let isApart = next > first && (next + 1 >= rows.count || rows.isBlank(next + 1))
    let longest = isApart ? Self.longestCellApart : Self.longestCell
    guard !content.isEmpty, content.count <= longest, !rows.holdsSeparator(content), !rows.holdsGap(content) else {
      return nil
    }
    return (next, next - first)
  }

  private func holdsValue(_ line: Int) -> Bool {
    items(line, block: 0, hasUnits: false, partsWords: false).contains { $0.sort == .value }
  }

  /// Whether a line heads, lists, notes or ends as a sentence: text below the table.
  func isText(_ line: Int) -> Bool {
    let content = rows.content(line)
    let text = rows.string(content)
    guard let first = text.unicodeScalars.first else { return true }
    if first == "※", isAboveFigures(line) { return false }
    if "■●◆◇▼□☆★【＜《#※○◎◯▶＊*→⇒".unicodeScalars.contains(first) || isListed(content) { return true }
    let folded = text.folded
    if Self.beginsWithNumberedBracket(folded) || labels.begin(folded) || headsByPath(content) { return true }
    return text.hasSuffix("。") && rows.width(content) > Self.widestSentence
  }

  /// ※ of a cell between blank lines, with a value and its year or another value below it.
  private func isAboveFigures(_ line: Int) -> Bool {
    let below = (line + 1..<max(line + 1, min(rows.count, line + Self.nearBelow))).filter { !rows.isBlank($0) }
      .prefix(2).map { rows.string(rows.content($0)) }
    return line > 0 && rows.isBlank(line - 1) && below.count == 2 && ValueLook.isFigure(below[0])
      && (YearBracket.dates(below[1]) || ValueLook.isFigure(below[1]))
  }

  /// In lines.
  private static let nearBelow = 5

  /// Behind a bullet; a dash is a value that is missing.
  private func isListed(_ content: Range<Int>) -> Bool {
    Bullets.width(at: content.lowerBound, in: rows.text.bytes, to: content.upperBound) != nil
      && !rows.words(content).prefix(1).contains { ValueLook.isValue(rows.string($0)) }
  }

  /// １－１ 防災の推進: a number with the one above it, and a title without figures.
  private func headsByPath(_ content: Range<Int>) -> Bool {
    guard Numbering.read(rows.text.bytes, content)?.style == .hyphenated else { return false }
    let pieces = rows.string(content).split(whereSeparator: \.isWhitespace).map(String.init)
    // 92.0 暦年の値 is a value and a remark.
    guard pieces.count > 1, pieces[0].folded.contains("-") else { return false }
    return !pieces.dropFirst().contains { ValueLook.isValue($0) || ValueLook.isYear($0) }
  }

  /// （1）移住の促進: a number in brackets and text behind it.
  private static func beginsWithNumberedBracket(_ text: String) -> Bool {
    guard text.hasPrefix("("), let close = text.firstIndex(of: ")") else { return false }
    let number = text[text.index(after: text.startIndex)..<close]
    return !number.isEmpty && number.count <= 2 && number.allSatisfy(\.isNumber)
      && text.index(after: close) < text.endIndex
  }

  /// An item with the line right below that it cannot do without: 512人（令和元 | 年度）, 令和元(2019)年 | 度, か | 所.
  func joined(_ item: StackedItem, with line: Int, hasUnits: Bool) -> StackedItem? {
    let content = rows.content(line)
    let rest = rows.string(content)
    // A name between an open bracket and its end stands beside them: `WrappedCells`.
    let isOpen =
      item.sort != .words && NameContinuation.isOpenInBracket(item.text)
      && (NameContinuation.closesUnopened(rest) || !NameContinuation.endsAsName(rest) && !holdsFurtherValue(content))
    let isYear =
      item.sort == .year && StackedHeads.isPartOfYear(rest) && rest.first?.isNumber == false && !ValueLook.isYear(rest)
    let isUnit =
      hasUnits && item.text.count <= 2 && rest.count <= 2 && item.sort != .value && quantities.isUnit(item.text + rest)
    let isEnd = !hasUnits && item.sort == .value && WrappedValues(items: self).isEnd(rest, of: item.text)
    guard isOpen || isYear || isUnit || isEnd else { return nil }
    let text = item.text + rest
    return StackedItem(
      sort: sort(text, hasUnits), text: text, source: item.source.lowerBound..<content.upperBound, line: line,
      block: item.block, width: item.width)
  }

  private func holdsFurtherValue(_ content: Range<Int>) -> Bool {
    rows.words(content).dropFirst().contains { ValueLook.isValue(rows.string($0)) }
  }

  /// A value or year whose end is the first piece of the line right below, with the rest of that line:
  ///
  ///     農産物直売所の売上高 412百万
  ///     円 494百万円
  func ended(_ item: StackedItem, by line: Int, hasUnits: Bool) -> (item: StackedItem, rest: Range<Int>)? {
    let pieces = rows.words(rows.content(line))
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return nil }
    let end = rows.string(first)
    let isEnd =
      switch item.sort {
      case .year: item.text.hasSuffix("年") && end == "度"
      case .value: !hasUnits && WrappedValues(items: self).isEnd(end, of: item.text)
      case .unit, .words: false
      }
    guard isEnd else { return nil }
    var whole = item
    whole.text += rows.string(first)
    whole.source = item.source.lowerBound..<first.upperBound
    return (whole, pieces[1].lowerBound..<last.upperBound)
  }

  /// A name with the beginning of its unit, which the first piece of the line right below ends, and the rest of that line:
  ///
  ///     認定農業者数 経営
  ///     体 156 172
  func unitApart(
    _ item: StackedItem, by line: Int
  ) -> (name: StackedItem, unit: StackedItem, rest: Range<Int>)? {
    let pieces = rows.words(rows.content(line))
    let words = rows.words(item.source)
    guard item.sort == .words, words.count > 1, pieces.count > 1, let start = words.last else { return nil }
    let text = rows.string(start) + rows.string(pieces[0])
    guard text.count <= Self.longestUnit, quantities.isUnit(text) else { return nil }
    var (name, unit) = (item, item)
    name.source = item.source.lowerBound..<words[words.count - 2].upperBound
    name.text = rows.string(name.source)
    name.width = rows.width(name.source)
    unit.sort = .unit
    unit.text = text
    unit.source = start.lowerBound..<pieces[0].upperBound
    unit.width = rows.width(start)
    return (name, unit, pieces[1].lowerBound..<pieces[pieces.count - 1].upperBound)
  }

  private static let longestUnit = 4

  /// The items of a line: parted at blanks where words, a unit, values and words follow one another so.
  ///
  /// - Parameter partsWords: the table has two columns of words side by side, which one blank may part.
  func items(_ line: Int, block: Int, hasUnits: Bool, partsWords: Bool) -> [StackedItem] {
    items(in: rows.content(line), line, block: block, hasUnits: hasUnits, partsWords: partsWords)
  }

  /// The items of a part of a line.
  func items(
    in content: Range<Int>, _ line: Int, block: Int, hasUnits: Bool, partsWords: Bool = false
  ) -> [StackedItem] {
    let pieces = self.pieces.joined(rows.words(content), hasUnits: hasUnits)
    let whole = item(content, line, block, hasUnits)
    guard pieces.count > 1 else { return [whole] }
    let sorts = pieces.map { sort(rows.string($0), hasUnits) }
    let isTwoWords = partsWords && sorts.prefix { $0 == .words }.count == 2
    let isAllWords = isTwoWords && sorts.count == 2
    guard var parts = isAllWords ? [0..<2] : Self.parts(sorts) else { return [whole] }
    if isTwoWords, parts[0] == 0..<2 { parts.replaceSubrange(0..<1, with: [0..<1, 1..<2]) }
    return parts.map { part in
      let range = pieces[part.lowerBound].lowerBound..<pieces[part.upperBound - 1].upperBound
      return item(range, line, block, hasUnits)
    }
  }

  private func item(_ range: Range<Int>, _ line: Int, _ block: Int, _ hasUnits: Bool) -> StackedItem {
    let text = rows.string(range)
    return StackedItem(
      sort: sort(text, hasUnits), text: text, source: range, line: line, block: block,
      width: rows.width(range))
  }

  func sort(_ text: String, _ hasUnits: Bool) -> StackedItem.Sort {
    if ValueLook.isYear(text) { return .year }
    // 1回以上）: the end of a name.
    if ValueLook.isValue(text), !ValueLook.isNameWithFigure(text.folded), !NameContinuation.closesUnopened(text) {
      return .value
    }
    return hasUnits && quantities.isUnit(text) ? .unit : .words
  }

  /// Words, at most one unit, values and words, each together; nil where the line has another order.
  private static func parts(_ sorts: [StackedItem.Sort]) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    for (index, sort) in sorts.enumerated() {
      if let last = parts.last, sort == .words, sorts[last.lowerBound] == .words {
        parts[parts.count - 1] = last.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    let words = parts.count { sorts[$0.lowerBound] == .words }
    let others = parts.filter { sorts[$0.lowerBound] != .words }
    guard !others.isEmpty, words <= 2 else { return nil }
    // A figure between two pieces of words is one in a name, unless several stand there.
    let isInside =
      words == 2 && sorts[parts[0].lowerBound] == .words && sorts[parts[parts.count - 1].lowerBound] == .words
    return isInside && others.count == 1 && sorts[others[0].lowerBound] != .unit ? nil : parts
  }
}
