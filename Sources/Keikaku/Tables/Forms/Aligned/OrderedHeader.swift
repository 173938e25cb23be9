import KeikakuText

/// The header of a table set in columns, taken cell by cell: the words of its first line with what stands below to
/// complete them.
///
///     指標名      単   現状値（令和元    目標値（令和６
///                 位   年度）            年度）
struct OrderedHeader {
  struct Cell {
    var text: String
    var source: Range<Int>
    var columns: Range<Int>
    /// The line of the header in which it begins.
    var line: Int
    /// What it is sorted by: where it begins, unless a line of the header shows that it stands elsewhere.
    var place: Double
    var center: Int { columns.lowerBound + columns.upperBound }
  }

  private let rows: TextLines
  private let heads: StackedHeads
  private let items: StackedItemReader
  private let reader: SegmentReader
  private let touching: TouchingHeads
  private var cells: [Cell] = []
  private static let mostLines = 6
  private static let longestWord = 4
  private static let longestBeginning = 3

  init(
    rows: TextLines, heads: StackedHeads, items: StackedItemReader, reader: SegmentReader, touching: TouchingHeads
  ) {
    self.rows = rows
    self.touching = touching
    self.reader = reader
    self.heads = heads
    self.items = items
  }

  /// The columns and how many of the lines are the header's; nil where the lines begin with none.
  mutating func columns(_ lines: [[LineSegment]]) -> (columns: StackedColumns, length: Int)? {
    var length = 0
    for segments in lines.prefix(Self.mostLines) {
      let taken = cells
      guard take(segments.flatMap(words), line: length) else {
        cells = taken
        break
      }
      length += 1
    }
    let sorted = withBracketsInTime(
      cells.sorted { ($0.place, $0.columns.lowerBound) < ($1.place, $1.columns.lowerBound) })
    let found = sorted.compactMap { cell in
      head(of: cell).map { head in
        var head = head
        head.center = cell.center
        head.line = cell.line
        return head
      }
    }
    guard length > 0, found.count == cells.count,
      let columns = StackedHeader(heads: settled(inTime(found))).columns()
    else { return nil }
    return (columns, length)
  }

  /// The cells taken so far are heads of names, of several values and of more years than these, which none of them has.
  var isUndealt: Bool {
    let found = cells.compactMap(head)
    let undated = found.count { $0.role?.isValue == true && !StackedHeader.isDated($0.cell.text) }
    let years = found.count { $0.role == nil && ValueLook.isYear($0.cell.text) }
    return found.contains { $0.role == .name } && undated > 1 && years > undated
  }

  /// A segment as header words, where single blanks part several.
  private func words(_ segment: LineSegment) -> [LineSegment] {
    let pieces = rows.words(segment.source).flatMap(bracketsApart).flatMap { piece in
      touching.parted([reader.part(piece, of: segment)]).map(\.source)
    }
    // 達成 評 above 率 価, 現状（令和元年 2年 above 度） 度: beginnings of words that the next line ends.
    let mayBegin = pieces.allSatisfy { piece in
      let text = rows.string(piece)
      return text.count <= Self.longestBeginning || NameContinuation.isOpenInBracket(text)
        || StackedHeads.isPartOfYear(text)
        || heads.head(text, SourceRange(piece)) != nil
        // 実績（見込み） beside 目標.
        || heads.head(String(text.prefix { $0 != "（" && $0 != "(" }), SourceRange(piece))?.role?.isValue == true
    }
    guard pieces.count > 1, mayBegin else { return [segment] }
    return pieces.map { reader.part($0, of: segment) }
  }

  /// （令和7年度）（令和8年度）: two cells that touch.
  private func bracketsApart(_ piece: Range<Int>) -> [Range<Int>] {
    let characters = Array(rows.string(piece))
    guard characters[0] == "（" || characters[0] == "(",
      let close = characters.indices.dropLast().first(where: {
        "）)".contains(characters[$0]) && "（(".contains(characters[$0 + 1])
      })
    else { return [piece] }
    let cut = piece.lowerBound + String(characters[...close]).utf8.count
    return [piece.lowerBound..<cut] + bracketsApart(cut..<piece.upperBound)
  }

  /// Takes a line; false where it is none of the header.
  private mutating func take(_ segments: [LineSegment], line number: Int) -> Bool {
    var line = segments.map {
      Cell(
        text: rows.string($0.source), source: $0.source, columns: $0.columns, line: number,
        place: Double($0.columns.lowerBound))
    }
    takeEndOfName(from: &line)
    // 基準値（令和4(202 | 2)年度）, 令和 | 5(2023) | 年度: what completes a head is no value.
    let openCount = cells.count(where: needsMore)
    guard
      line.count <= openCount || !line.contains(where: { isValue($0.text, besideHeads: line.contains(where: isHead)) })
    else { return false }
    if completesName(line) || completesSomeYears(line) || completes(line) { return true }
    let brackets = line.indices.filter { line[$0].text.folded.hasPrefix("(") }
    let rests = line.indices.filter { !brackets.contains($0) && isRest(line[$0]) }
    let areYears = brackets.allSatisfy { ValueLook.isYear(line[$0].text) }
    var open = cells.indices.filter { takesBracket(cells[$0]) && !(areYears && StackedHeader.isDated(cells[$0].text)) }
    // 数値目標 may be the target or the names' head; where the others are as many as the brackets, it is the latter.
    let values = open.filter { head(of: cells[$0])?.role?.isValue == true }
    if values.count == brackets.count { open = values }
    var owners =
      besideYears(line, brackets, with: values) ?? besideYears(line, brackets, with: open)
      ?? pairs(brackets.map { line[$0] }, with: open)
    owners += self.owners(of: rests.map { line[$0] })
    var completed: [(cell: Int, columns: Range<Int>)] = []
    var begun: [Cell] = line.indices.filter { !brackets.contains($0) && !rests.contains($0) }.map { line[$0] }
    for (place, owner) in zip(brackets + rests, owners) {
      if let owner, fits(line[place].text, below: cells[owner]) {
        completed.append((owner, line[place].columns))
        cells[owner].text += line[place].text
        cells[owner].source =
          cells[owner].source.lowerBound..<max(cells[owner].source.upperBound, line[place].source.upperBound)
      } else if mayGoOn(line[place].text) {
        begun.append(line[place])
      } else {
        return false
      }
    }
    let known = begun.count { isHead($0) || StackedHeads.isPartOfYear($0.text) }
    guard begun.isEmpty || known * 2 >= begun.count || cells.isEmpty && known > 0 else { return false }
    begin(begun, beside: completed)
    return true
  }

  /// Begins cells in a line whose other pieces complete cells above: they stand between the cells that their neighbours
  /// complete, however the line is shifted.
  private mutating func begin(_ begun: [Cell], beside completed: [(cell: Int, columns: Range<Int>)]) {
    for var cell in begun {
      let left = completed.filter { $0.columns.upperBound <= cell.columns.lowerBound }.map { cells[$0.cell].place }
        .max()
      let right = completed.filter { $0.columns.lowerBound >= cell.columns.upperBound }.map { cells[$0.cell].place }
        .min()
      if let left, cell.place <= left { cell.place = left + 0.5 }
      if let right, cell.place >= right { cell.place = max(left ?? right - 1, right - 1) + 0.5 }
      cells.append(cell)
    }
  }

  /// A figure; beside other heads 2023 is the beginning of a year: 2023 | 年度.
  private func isValue(_ text: String, besideHeads: Bool) -> Bool {
    let isBareYear = text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20")) && Int(text) != nil
    return items.sort(text, false) == .value && !(isBareYear && besideHeads)
  }

  /// （KPI） alone in a line below 重要業績評価指標 and the other heads.
  private mutating func completesName(_ line: [Cell]) -> Bool {
    guard line.count == 1, let only = line.first, only.text.folded.hasPrefix("("), only.text.folded.hasSuffix(")"),
      heads.head(String(only.text.dropFirst().dropLast()), SourceRange(only.source))?.role == .name,
      let name = cells.firstIndex(where: { head(of: $0)?.role == .name }), only.columns.overlaps(cells[name].columns)
    else { return false }
    cells[name].text += only.text
    cells[name].source = cells[name].source.lowerBound..<max(cells[name].source.upperBound, only.source.upperBound)
    return true
  }

  /// 基準値 below the first of several years and 目標値 below the last: each belongs to the year right above, the others to none.
  private mutating func completesSomeYears(_ line: [Cell]) -> Bool {
    // （単位） below the head of the names says nothing of the years.
    let line = line.filter { $0.text.folded != "(単位)" }
    let years = cells.indices.filter { half(of: cells[$0]) == .year }
    let owners = line.map { word in years.filter { cells[$0].columns.overlaps(word.columns) } }
    let areBracketed = line.allSatisfy { $0.text.folded.hasPrefix("(") }
    guard line.count > 1, line.count < years.count || areBracketed && line.count == years.count,
      owners.allSatisfy({ $0.count == 1 }),
      Set(owners.joined()).count == line.count,
      line.allSatisfy({ saysValue($0) })
    else { return false }
    for (word, owner) in zip(line, owners) {
      cells[owner[0]].text += word.text
      cells[owner[0]].source =
        cells[owner[0]].source.lowerBound..<max(cells[owner[0]].source.upperBound, word.source.upperBound)
    }
    return true
  }

  /// 目標値, （最終年度）.
  private func saysValue(_ cell: Cell) -> Bool {
    guard !cell.text.contains(where: \.isNumber), let role = head(of: cell)?.role else { return false }
    return role.isValue || cell.text.folded.hasPrefix("(") && (role == .targetYear || role == .baselineYear)
  }

  /// Takes a line that gives each head above it what it lacks: years below 現状 and 目標値, 実績 below years, the end of a
  /// year or of a bracket. Where these are as many and in the same order as what they complete, they stand below it,
  /// wherever the blanks put them. Beside them may stand heads of words, as 指標.
  private mutating func completes(_ line: [Cell]) -> Bool {
    let places = cells.indices.sorted { cells[$0].center < cells[$1].center }.filter {
      half(of: cells[$0]) != nil || NameContinuation.isOpenInBracket(cells[$0].text)
    }
    var heads = line.indices.filter { isHeadOfWords(line[$0]) }
    // 現状 beside the year below 目標値 stands lower than that.
    let others = line.indices.filter { half(of: line[$0]) == .word }
    if places.allSatisfy({ half(of: cells[$0]) == .word }), line.count - heads.count > places.count { heads += others }
    let rests = line.indices.filter { !heads.contains($0) }.map { line[$0] }
    guard places.count == rests.count, zip(places, rests).allSatisfy({ isOtherHalf($1, of: cells[$0]) }),
      places.contains(where: { half(of: cells[$0]) == .year }) || heads.contains(where: others.contains)
    else { return false }
    for (place, below) in zip(places, rests) {
      cells[place].text += below.text
      cells[place].source =
        cells[place].source.lowerBound..<max(cells[place].source.upperBound, below.source.upperBound)
    }
    begin(heads.sorted().map { line[$0] }, beside: zip(places, rests).map { ($0, $1.columns) })
    return true
  }

  private func isHeadOfWords(_ cell: Cell) -> Bool {
    guard let role = head(of: cell)?.role else { return false }
    return !role.isValue
  }

  private func isOtherHalf(_ below: Cell, of above: Cell) -> Bool {
    if NameContinuation.isOpenInBracket(above.text) { return NameContinuation.closesUnopened(below.text) }
    // R7年 | 度, while （R4年 opens below 現状.
    if StackedHeads.isPartOfYear(above.text), !above.text.hasSuffix("年度"), StackedHeads.isPartOfYear(below.text) {
      return !ValueLook.isYear(below.text) && ValueLook.isYear(above.text + below.text)
    }
    guard let upper = half(of: above) else { return false }
    if upper == .word, below.text.folded.hasPrefix("("), StackedHeads.isPartOfYear(below.text) { return true }
    return half(of: below).map { $0 != upper } ?? false
  }

  private enum Half { case year, word }

  /// Whether a head of a value is a year alone or a word without one.
  private func half(of cell: Cell) -> Half? {
    if ValueLook.isYear(cell.text) { return .year }
    let head = head(of: cell)
    return head?.role?.isValue == true && !StackedHeader.isDated(cell.text) ? .word : nil
  }

  func head(of cell: Cell) -> StackedHeader.Head? { heads.head(cell.text, SourceRange(cell.source)) }

  private func isHead(_ cell: Cell) -> Bool { head(of: cell) != nil }

  /// The beginning of a word that goes on in the next line: 単, （令和元, 令和.
  private func mayGoOn(_ text: String) -> Bool {
    text.count <= Self.longestWord || NameContinuation.isOpenInBracket(text)
  }

  /// （KPI） below 重要業績評価指標.
  private mutating func takeEndOfName(from line: inout [Cell]) {
    guard line.count > 1, let place = line.firstIndex(where: { ["(KPI)", "(KGI)"].contains($0.text.folded) }),
      let name = cells.firstIndex(where: { head(of: $0)?.role == .name && !$0.text.folded.contains("(") })
    else { return }
    let end = line.remove(at: place)
    cells[name].text += end.text
    cells[name].source = cells[name].source.lowerBound..<max(cells[name].source.upperBound, end.source.upperBound)
  }

  /// What ends a cell above: it closes a bracket, is no head of its own, or is 年度 below 令和5.
  private func isRest(_ cell: Cell) -> Bool {
    if NameContinuation.closesUnopened(cell.text) || !isHead(cell) { return true }
    return cell.text.hasPrefix("年") && cells.contains { StackedHeads.isPartOfYear($0.text) && !$0.text.contains("年") }
  }

  /// The cell that each rest completes: what closes a bracket one that stands open, the end of a year a year, the end of a
  /// word the nearest that it makes whole.
  private func owners(of rests: [Cell]) -> [Int?] {
    let open = cells.indices.filter { NameContinuation.isOpenInBracket(cells[$0].text) }
    let closes = rests.map { NameContinuation.closesUnopened($0.text) }
    let needing = cells.indices.filter { needsMore(cells[$0]) }
    if needing.count == rests.count { return pairs(rests, with: needing) }
    guard closes.count(where: { $0 }) == open.count || !closes.contains(true) else {
      return pairs(rests, with: needing)
    }
    let years = needing.filter { !open.contains($0) && ValueLook.isYear(cells[$0].text) }
    if !closes.contains(true), years.count == rests.count { return pairs(rests, with: years) }
    var closed = open.sorted { cells[$0].center < cells[$1].center }[...]
    return zip(rests, closes).map { rest, closes in
      if closes { return closed.popFirst() }
      let isWord = !StackedHeads.isPartOfYear(rest.text)
      let whole = cells.indices.filter { isWord && !open.contains($0) && fits(rest.text, below: cells[$0]) }
      return pairs([rest], with: whole.isEmpty ? needing : whole).first ?? nil
    }
  }

  /// The cells that pieces may complete: where none of these closes a bracket, years outside of brackets if they are as many.
  private func incomplete(_ pieces: [Cell]) -> [Int] {
    let places = cells.indices.filter { needsMore(cells[$0]) }
    let years = places.filter { ValueLook.isYear(cells[$0].text) && !NameContinuation.isOpenInBracket(cells[$0].text) }
    let closes = pieces.contains { NameContinuation.closesUnopened($0.text) }
    return !closes && years.count == pieces.count ? years : places
  }

  /// The cell above that each piece completes: in order where there are as many, else the nearest; nil where none is.
  private func pairs(_ pieces: [Cell], with places: [Int]) -> [Int?] {
    let above = places.sorted { cells[$0].center < cells[$1].center }
    if pieces.count == above.count { return above }
    return pieces.map { piece in
      above.min { abs(cells[$0].center - piece.center) < abs(cells[$1].center - piece.center) }
    }
  }

  /// （R1） R2 R3 （R6） below 現状, 実績 and 目標: the years without brackets stand together under one of them.
  private func besideYears(_ line: [Cell], _ brackets: [Int], with places: [Int]) -> [Int?]? {
    guard brackets.count < places.count else { return nil }
    let isBracket = line.indices.filter { brackets.contains($0) || isYear(line[$0]) }.map { brackets.contains($0) }
    let above = places.sorted { cells[$0].center < cells[$1].center }
    var owners: [Int?] = []
    var unit = 0
    for (place, isOwn) in isBracket.enumerated() {
      guard unit < above.count else { return nil }
      if isOwn { owners.append(above[unit]) }
      let isLast = place + 1 == isBracket.count
      if isOwn || !isLast && isBracket[place + 1] || isLast { unit += 1 }
    }
    return unit == above.count && owners.count == brackets.count ? owners : nil
  }

  /// A year, be its end in the next line: 令和2年 | 度.
  private func isYear(_ cell: Cell) -> Bool { ValueLook.isYear(cell.text) || StackedHeads.isPartOfYear(cell.text) }

  private func takesBracket(_ cell: Cell) -> Bool {
    guard !cell.text.folded.contains("(") else { return false }
    let head = head(of: cell)
    return head?.role?.isValue == true || head?.mayBeTarget == true
  }

  private func needsMore(_ cell: Cell) -> Bool {
    if NameContinuation.isOpenInBracket(cell.text) { return true }
    if StackedHeads.isPartOfYear(cell.text) { return !cell.text.hasSuffix("年度") }
    return head(of: cell) == nil
  }

  private func fits(_ text: String, below cell: Cell) -> Bool {
    if text.folded.hasPrefix("(") || NameContinuation.isOpen(cell.text) { return true }
    if StackedHeads.isPartOfYear(cell.text) {
      let goesOnInDigits = cell.text.last?.isNumber == true && text.first?.isNumber == true
      return StackedHeads.isPartOfYear(text) && !goesOnInDigits
        && !(ValueLook.isYear(text) && ValueLook.isYear(cell.text))
    }
    return text.count <= Self.longestWord && heads.head(text, SourceRange(cell.source)) == nil
      && heads.head(cell.text + text, SourceRange(cell.source)) != nil
  }
}
