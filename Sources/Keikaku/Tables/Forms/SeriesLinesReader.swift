import KeikakuText

/// Figures by year whose lines are set by the order of their words, whatever the gaps between them:
///
///     指標：観光入込客数（万人）
///         H30  R1  R2  R3  目標(R6)
///     実績　72　　70　　31　　40　　80
///
///     指標　　　　　　　　　Ｈ２７　Ｈ２８　Ｈ２９
///     健診受診率（％）　目標　４５　４８　　５０
///     　　　　　　　　　実績　４３．２　４５．１　－
///
/// The years stand across; each line below holds a value for each of them behind 目標 or 実績, or alone below a line that
/// names the indicator. Where a line holds another number of values, none is told apart.
struct SeriesLinesReader {
  private struct Row {
    var name: Range<Int>?
    var unit: Range<Int>?
    var label: Range<Int>?
    var values: [Range<Int>]
  }

  private let rows: TextLines
  private let headers: HeaderWords
  private let names: NameAboveFigures
  private let pieces: CellPieces
  private let next: NextTable
  /// In bytes.
  private static let longestLine = 300
  private static let mostRows = 400

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    names = NameAboveFigures(rows, lexicon: lexicon)
    next = NextTable(rows, headers: headers)
    pieces = CellPieces(rows: rows, quantities: QuantityReader(units: lexicon.units))
  }

  /// The table whose line of years this is, or nil.
  func region(at line: Int) -> PageHints.TableRegion? {
    guard let heads = heads(in: line) else { return nil }
    var found: [Row] = []
    var next = line + 1
    while next < rows.count, found.count < Self.mostRows, !rows.beginsPage(next),
      let row = row(in: next, heads)
    {
      found.append(row)
      next += 1
    }
    guard let first = found.first, next == rows.count || !isCutOff(next) else { return nil }
    if first.name != nil {
      // Names beside unlabelled values are an ordinary table, whose columns its gaps tell.
      let isTight = heads.name != nil && (line + 1..<next).contains(where: holdsNarrowGap)
      guard found.allSatisfy({ $0.label != nil }) || found.allSatisfy({ $0.name != nil }) && isTight else { return nil }
      return region(lines: line..<next, heads, found, name: nil)
    }
    guard heads.name == nil, found.allSatisfy({ $0.name == nil && ($0.label != nil || found.count == 1) }),
      let name = names.anyName(above: line)
    else { return nil }
    return region(lines: name.line..<next, heads, found, name: name.range)
  }

  /// 教室参加者（人）　８５０　９００　１，０００: wide blanks alone part the cells, and one is enough.
  private func holdsNarrowGap(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard !rows.string(content).contains(" ") else { return false }
    let words = rows.words(in: content)
    return zip(words, words.dropFirst()).allSatisfy { $1.lowerBound == $0.upperBound + "　".utf8.count }
  }

  /// Further values stand close below the last row: the table goes on in a way that is not understood.
  private func isCutOff(_ line: Int) -> Bool {
    if next.beginsTightOther(line) { return false }
    return (line..<min(rows.count, line + Self.closeBelow)).contains { below in
      let words = rows.words(in: rows.content(below))
      return words.count { ValueLook.isValue(rows.string($0)) } > 1 && words.count < Self.mostWords
    }
  }

  private static let closeBelow = 3
  /// Of a row; more are text.
  private static let mostWords = 40

  private func region(
    lines: Range<Int>, _ heads: Heads, _ found: [Row], name: Range<Int>?
  ) -> PageHints.TableRegion {
    // 実績 before a single row whose last head is 目標(R6) says what the others are, which years without a word are anyway.
    let hasLabels = found.contains { $0.label != nil } && (found.count > 1 || !heads.years.contains(where: isTarget))
    let start = heads.years[0].lowerBound
    let empty = Table.Cell(text: "", source: SourceRange(start..<start))
    let cellOrEmpty = { (range: Range<Int>?) in range.map { rows.cell($0) } ?? empty }
    let units = { (range: Range<Int>?) in heads.unit == nil ? [] : [cellOrEmpty(range)] }
    var table = [
      [cellOrEmpty(heads.name)] + units(heads.unit) + (hasLabels ? [empty] : []) + yearCells(heads)
    ]
    for (index, row) in found.enumerated() {
      let first = row.name ?? (index == 0 ? name : nil)
      table.append(
        [cellOrEmpty(first)] + units(row.unit) + (hasLabels ? [cellOrEmpty(row.label)] : []) + row.values.map(rows.cell)
      )
    }
    return rows.region(lines, table, form: .aligned)
  }

  private func yearCells(_ heads: Heads) -> [Table.Cell] {
    let written = heads.written ?? heads.years.map(rows.string)
    return zip(heads.years, written).map { Table.Cell(text: $1, source: SourceRange($0)) }
  }

  private struct Heads {
    var name: Range<Int>?
    var unit: Range<Int>?
    var years: [Range<Int>]
    /// The years in full where one word gives their era: 平成(年度) 17 18 19.
    var written: [String]?
  }

  /// Years and words for values, at least two years among them, behind a word for names or alone.
  private func heads(in line: Int) -> Heads? {
    let content = rows.content(line)
    guard headers.mayBegin(content, in: rows.text.bytes), content.count <= Self.longestLine,
      !rows.holdsSeparator(content)
    else { return nil }
    var words = rows.words(in: content)[...]
    var name: Range<Int>?
    guard let first = words.first else { return nil }
    let lead = rows.string(first)
    if let written = EraOfYears.years(lead, words.dropFirst().map { rows.string($0) }) {
      return Heads(years: Array(words.dropFirst()), written: written)
    }
    if !headers.isYearOfValues(lead) {
      guard headers.role(of: lead) == .name || Self.leads.contains(lead) else { return nil }
      name = first
      words = words.dropFirst()
    }
    var unit: Range<Int>?
    if let next = words.first, name != nil, headers.role(of: rows.string(next)) == .unit {
      unit = next
      words = words.dropFirst()
    }
    guard words.count > 1, words.allSatisfy({ headers.isYearOfValues(rows.string($0)) }),
      words.count(where: { rows.string($0).contains { $0.isNumber || $0 == "元" } }) > 1
    else { return nil }
    return Heads(name: name, unit: unit, years: Array(words))
  }

  private static let leads: Set<String> = ["区分", "年度", "年"]

  private func isTarget(_ head: Range<Int>) -> Bool { headers.role(of: rows.string(head)) == .target }

  private func row(in line: Int, _ heads: Heads) -> Row? {
    let content = rows.content(line)
    guard content.count <= Self.longestLine, !rows.holdsSeparator(content) else { return nil }
    let words = pieces.joined(rows.words(in: content), hasUnits: heads.unit != nil)
    let count = heads.years.count
    guard words.count >= count, words.suffix(count).allSatisfy({ ValueLook.isValue(rows.string($0)) }) else {
      return nil
    }
    var before = words.dropLast(count)
    var label: Range<Int>?
    if let last = before.last, Self.labels.contains(rows.string(last)) {
      label = last
      before = before.dropLast()
    }
    var unit: Range<Int>?
    if heads.unit != nil, !before.isEmpty {
      guard before.count > 1 else { return nil }
      unit = before.removeLast()
    }
    guard !before.contains(where: { ValueLook.isValue(rows.string($0)) }) else { return nil }
    let name = before.first.map { $0.lowerBound..<before[before.endIndex - 1].upperBound }
    return Row(name: name, unit: unit, label: label, values: Array(words.suffix(count)))
  }

  private static let labels = Set(LabelledFigures.aimsAndResults.map(\.word))
}
