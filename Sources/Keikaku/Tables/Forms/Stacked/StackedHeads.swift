import KeikakuText

/// Reads the cells of a header that stand one a line, or several in one with blanks between them.
struct StackedHeads {
  let rows: TextLines
  private let words: HeaderLexicon
  private let memory = Memory()
  private let quantities: QuantityReader
  private let pieces: CellPieces
  /// Cells of a header are wrapped over so many lines at most.
  private static let mostLines = 3
  /// Other words before the header's own, in bytes: めざす姿の目標値.
  private static let longestLine = 96

  init(rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    words = HeaderLexicon(lexicon)
    quantities = QuantityReader(units: lexicon.units)
    pieces = CellPieces(rows: rows, quantities: quantities)
  }

  /// What has been told of a line: each of many lines of header words is asked for from all those above it.
  private final class Memory {
    var cells: [Int: (heads: [StackedHeader.Head], next: Int)?] = [:]
  }

  /// The header's cells in a line and those below it into which they are wrapped, with the next line; nil where the line
  /// is none of a header.
  func cells(at line: Int) -> (heads: [StackedHeader.Head], next: Int)? {
    if let known = memory.cells[line] { return known }
    let found = readCells(at: line)
    memory.cells[line] = .some(found)
    return found
  }

  private func readCells(at line: Int) -> (heads: [StackedHeader.Head], next: Int)? {
    let content = rows.content(line)
    var cells = self.cells(in: content)
    guard let first = cells.first, cells.count > 1 ? mayBegin(first) : content.count <= Self.longestLine else {
      return nil
    }
    var next = line + 1
    while next - line < Self.mostLines * cells.count {
      if cells.count > 1, let dealt = dealt(next, to: cells) {
        cells = dealt
      } else if let ended = endedLast(cells, by: next) {
        cells = ended
      } else if next - line < Self.mostLines, let whole = wholeLast(cells, with: next) {
        cells[cells.count - 1] = whole
      } else {
        break
      }
      next += 1
    }
    let heads = cells.compactMap { head($0.text, $0.source) }
    return heads.count == cells.count ? (heads, next) : nil
  }

  /// The last of some cells with the first piece of the next line, which closes its bracket, and the further heads of that
  /// line:
  ///
  ///     目標値(2026
  ///     年度) 達成率 評
  ///     価
  private func endedLast(_ cells: [Table.Cell], by next: Int) -> [Table.Cell]? {
    let last = cells[cells.count - 1]
    guard text(next) != nil, NameContinuation.isOpenInBracket(last.text) else { return nil }
    let pieces = rows.words(rows.content(next))
    guard pieces.count > 1, NameContinuation.closesUnopened(rows.string(pieces[0])) else { return nil }
    let further = self.cells(in: pieces[1].lowerBound..<pieces[pieces.count - 1].upperBound)
    guard further.allSatisfy({ $0.text.count <= 2 || head($0.text, $0.source) != nil }) else { return nil }
    let end = rows.cell(pieces[0])
    return cells.dropLast() + [WordValueColumns.joined([last, end])] + further
  }

  /// The last of some cells with the line into which it is wrapped.
  private func wholeLast(_ cells: [Table.Cell], with next: Int) -> Table.Cell? {
    let last = cells[cells.count - 1]
    guard text(next) != nil else { return nil }
    let isOneOf = cells.count > 1 && rows.words(rows.content(next)).count > 1
    // （R4年度） below 実績 実績 実績 is of none of them.
    let isOfOther =
      cells.count > 1 && Set(cells.map(\.text)).count == 1 && ValueLook.isYear(rows.string(rows.content(next)))
    guard !isOneOf, !isOfOther, goesOn(last.text, isHead: head(last.text, last.source) != nil, at: next) else {
      return nil
    }
    let rest = rows.cell(rows.content(next))
    return WordValueColumns.joined([last, rest])
  }

  /// Cells of one line with the pieces of the next, which open a bracket below each head of values, close one below each that
  /// stands open, or end years.
  ///
  ///     現状値 目標値
  ///     （令和3年 （令和8年
  ///     度）
  ///     度）
  private func dealt(_ next: Int, to cells: [Table.Cell]) -> [Table.Cell]? {
    guard text(next) != nil else { return nil }
    let pieces = self.cells(in: rows.content(next))
    let open = cells.indices.filter { NameContinuation.isOpenInBracket(cells[$0].text) }
    let places: [Int]
    let years = cells.indices.filter { ValueLook.isYear(cells[$0].text) && cells[$0].text.hasSuffix("年") }
    if let place = undated(among: cells), pieces.count == 1, pieces[0].text.folded.hasPrefix("("),
      ValueLook.isYear(pieces[0].text)
    {
      places = [place]
    } else if open.isEmpty, years.count > 1, pieces.allSatisfy({ $0.text == "度" }), pieces.count <= years.count {
      places = Array(years.prefix(pieces.count))
    } else if open.isEmpty {
      places = cells.indices.filter { takesYear(cells[$0].text) }
      guard places.count > 1, places.count == pieces.count, pieces.allSatisfy({ $0.text.folded.hasPrefix("(") }) else {
        return nil
      }
    } else {
      places = Array(open.prefix(pieces.count))
      guard places.count == pieces.count, pieces.allSatisfy({ NameContinuation.closesUnopened($0.text) }) else {
        return nil
      }
    }
    var dealt = cells
    for (place, piece) in zip(places, pieces) { dealt[place] = WordValueColumns.joined([dealt[place], piece]) }
    return dealt
  }

  /// The one head of values without a year beside others that have one, or its beginning: 中間目標値 in 現状値（2019 中間目標値
  /// 目標値（2023.
  private func undated(among cells: [Table.Cell]) -> Int? {
    let values = cells.indices.filter { StackedHeader.isDated(cells[$0].text) || takesYear(cells[$0].text) }
    let places = values.filter { takesYear(cells[$0].text) }
    return values.count > 1 && places.count == 1 ? places[0] : nil
  }

  /// Heads with the ends of their years, which stand in a line behind other heads, and the further heads of that line; nil
  /// where the line holds more.
  ///
  ///     現状(2022 目標(2027        R元年 R2年
  ///     指標名                     指標
  ///     年度)                      現状（H30年度） 度 度 目標値（R4年度）
  ///     年度)
  func finished(_ heads: [StackedHeader.Head], by line: Int) -> [StackedHeader.Head]? {
    let pieces = rows.words(rows.content(line))
    guard pieces.contains(where: { Self.mayEnd(rows.string($0)) }) else { return nil }
    var heads = heads
    var further: [StackedHeader.Head] = []
    for piece in pieces {
      let rest = rows.cell(piece)
      let folded = rest.text.folded
      if Self.mayEnd(folded), let place = heads.firstIndex(where: { Self.isEnded($0, by: folded) }) {
        heads[place].cell = WordValueColumns.joined([heads[place].cell, rest])
        heads[place].isWrapped = true
      } else if var head = head(rest.text, rest.source) {
        head.run = heads.last?.run ?? 0
        further.append(head)
      } else {
        return nil
      }
    }
    return further.count < pieces.count ? heads + further : nil
  }

  /// The cheap question whether a piece ends any head, asked before all the heads above are looked at.
  private static func mayEnd(_ piece: String) -> Bool {
    endsOfYears.contains(piece) || NameContinuation.closesUnopened(piece)
  }

  private static let endsOfYears: Set<String> = ["度", "年度", "年"]

  /// A bracket that stands open holds a year with the rest, or a year alone does.
  private static func isEnded(_ head: StackedHeader.Head, by rest: String) -> Bool {
    let text = head.cell.text.folded
    if NameContinuation.isOpenInBracket(text), NameContinuation.closesUnopened(rest) {
      // 令和6年 and 年度), 令和5 and 30年度) are of two years.
      guard let open = text.lastIndex(of: "("), let last = text.last, last != rest.first,
        !last.isNumber || rest.first == "年"
      else { return false }
      return ValueLook.isYear(text[open...] + rest)
    }
    guard head.role == nil, ValueLook.isYear(text) else { return false }
    switch rest {
    case "度": return text.hasSuffix("年")
    case "年度", "年": return text.last?.isNumber == true || text.hasSuffix("元")
    default: return false
    }
  }

  private func takesYear(_ text: String) -> Bool { role(text)?.isValue == true && !StackedHeader.isDated(text) }

  /// Asked of the first piece before the others are looked at, since hardly any line begins with such a word.
  private func mayBegin(_ first: Table.Cell) -> Bool { head(first.text, first.source) != nil }

  /// The pieces of a line between single blanks; a bracket belongs to the word before.
  private func cells(in content: Range<Int>) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    for piece in pieces.joined(rows.words(content), hasUnits: true) {
      var cell = rows.cell(piece)
      // 平成 28 年度.
      if cell.text.contains(" "), ValueLook.isYear(cell.text) { cell.text.removeAll { $0 == " " } }
      if let last = cells.last, Self.isBracketed(cell.text), !Self.isBracketed(last.text),
        !ValueLook.isYear(cell.text) || role(last.text)?.isValue == true
      {
        cells[cells.count - 1] = WordValueColumns.joined([last, cell])
      } else {
        cells.append(cell)
      }
    }
    return cells
  }

  /// A bracket stands open or opens, or only with the next line is it a header's word: 単 | 位, 令和7年 | 度.
  private func goesOn(_ text: String, isHead: Bool, at next: Int) -> Bool {
    guard let rest = self.text(next) else { return false }
    if NameContinuation.isOpenInBracket(text) { return !beginsWithHead(next) }
    if rest.folded.hasPrefix("("), !Self.isPartOfYear(text) { return isHead && takesBracket(text, rest, at: next) }
    let below = head(rest, SourceRange(rows.content(next)))
    guard isHead else {
      return text.count <= 4 && rest.count <= 4 && below == nil && role(text + rest) != nil
    }
    // 年度 above the years of its column.
    if HeaderWords.partsOfValue[text] != nil, ValueLook.isYear(rest) { return false }
    if Self.isPartOfYear(text), Self.isPartOfYear(rest) {
      return !text.hasSuffix("年度") && !(ValueLook.isYear(text) && ValueLook.isYear(rest))
    }
    guard HeaderWords.partsOfValue[rest] == nil else { return false }
    guard rest.count <= 2, !ValueLook.isValue(rest), !ValueLook.isYear(rest), !quantities.isUnit(rest) else {
      return false
    }
    return !ValueLook.isYear(text) && below?.role == nil && role(text + rest) != nil
  }

  /// Another cell of the header stands in a line before what closes the bracket above.
  private func beginsWithHead(_ line: Int) -> Bool {
    guard let first = rows.words(rows.content(line)).first else { return false }
    let text = rows.string(first)
    return !NameContinuation.closesUnopened(text) && role(text) != nil
  }

  /// Nothing but what a year is written with: 令和, 2(2020), 年度.
  static func isPartOfYear(_ text: String) -> Bool {
    text.count <= 12 && text.folded.allSatisfy { "令和平成昭0123456789元年度末RH() ".contains($0) }
  }

  /// A year in brackets dates the value above it, unless another stands below: those are dealt out together.
  private func takesBracket(_ text: String, _ bracket: String, at line: Int) -> Bool {
    let pieces = rows.words(rows.content(line)).map(rows.string)
    // （R1） （R6）, （R1） 実績, and （2021年 （2026年 above what closes them are cells of their own.
    if pieces.count > 1, Self.isBracketed(pieces[0]), ValueLook.isYear(pieces[0]) { return false }
    if pieces.count > 1, pieces.allSatisfy({ $0.folded.hasPrefix("(") }) { return false }
    // （令和4年 達成率: the year is this head's, or those of others, and its end is in another line.
    if pieces.count > 1, ValueLook.isYear(pieces[0]) { return false }
    guard ValueLook.isYear(bracket) else { return !areOfValues(text, bracket, at: line) }
    let isNextBracket = self.text(line + 1)?.folded.hasPrefix("(") ?? false
    return role(text)?.isValue == true && !isNextBracket
  }

  /// （現況） and （目標） below 指標 head columns of their own.
  private func areOfValues(_ text: String, _ bracket: String, at line: Int) -> Bool {
    guard role(bracket)?.isValue == true else { return false }
    if Self.isBracketed(text) { return true }
    guard role(text) == .name, let next = self.text(line + 1) else { return false }
    return Self.isBracketed(next) && role(next)?.isValue == true
  }

  /// The text of a filled line that goes on with the block above.
  private func text(_ line: Int) -> String? {
    guard line < rows.count, !rows.isBlank(line), !rows.beginsPage(line) else { return nil }
    let content = rows.content(line)
    return content.count <= Self.longestLine && !rows.holdsSeparator(content) ? rows.string(content) : nil
  }

  private static func isBracketed(_ text: String) -> Bool {
    let folded = text.folded
    return folded.hasPrefix("(") && folded.hasSuffix(")")
  }

  /// A cell of a header: a word for a column, a year alone, or 年度 and 値 as parts of a value.
  func head(_ text: String, _ source: SourceRange) -> StackedHeader.Head? {
    let cell = Table.Cell(text: text, source: source)
    if HeaderWords.partsOfValue[text] != nil || ValueLook.isYear(text) {
      return StackedHeader.Head(cell: cell, role: nil, run: 0, textLine: rows.text.line(at: source.start))
    }
    guard let word = word(text), beginsWithYear(text.folded) || !ValueLook.isValue(text), !beginsAsFigure(text.folded)
    else { return nil }
    let isLoose = word.role == .name || word.role.isValue
    guard word.isComplete || isLoose, !mentionsInBracket(text), SlotLabel.rest(of: text) == nil else { return nil }
    return StackedHeader.Head(
      cell: cell, role: word.role, mayBeTarget: word.isAmbiguous && Self.isGoal(text.folded), run: 0,
      textLine: rows.text.line(at: source.start))
  }

  /// What the column holds, as the other heads or its own text tell it.
  func role(of column: StackedColumns.Column) -> ColumnRole? {
    column.role ?? head(column.head.text, column.head.source)?.role
  }

  /// 【目標の達成に向けて】: a heading in brackets that only holds a word for a column.
  private func mentionsInBracket(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let close = HeadingMarks.brackets[first.value],
      text.unicodeScalars.last?.value == close
    else { return false }
    return word(String(text.dropFirst().dropLast())) == nil
  }

  private static func isGoal(_ text: String) -> Bool {
    !text.contains("指標") && ["数値目標", "成果目標", "KPI", "KGI"].contains(where: text.hasPrefix)
  }

  /// 24 毎年度の実績: a figure and a remark, where 2030年度目標 and 29年度実績 begin with a year.
  private func beginsAsFigure(_ text: String) -> Bool {
    text.first.map { $0.isASCII && $0.isNumber } == true && text.prefix { $0.isASCII && $0.isNumber }.count != 4
      && !beginsWithYear(text)
  }

  /// 2023年度実績, 29年度実績.
  private func beginsWithYear(_ text: String) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }.count
    return digits == 4 && text.dropFirst(4).hasPrefix("年")
      || (1...2).contains(digits) && text.dropFirst(digits).hasPrefix("年度")
  }

  private func role(_ text: String) -> ColumnRole? { word(text).flatMap { $0.isComplete ? $0.role : nil } }

  private func word(_ text: String) -> HeaderWord? {
    let bytes = FoldedText.compactBytes(of: text)
    let span = bytes.span
    return words.header(in: span, range: 0..<bytes.count)
  }
}
