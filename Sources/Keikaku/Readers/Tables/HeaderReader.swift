import KeikakuText

/// Takes the rows of a header together: one column's words may stand in several rows, and one cell may head several columns.
struct HeaderReader {
  let table: Table
  let scan: TableScan
  let rows: Range<Int>
  let width: Int
  let units: Units

  private static let temporals = TemporalReader()

  /// The columns as the header alone describes them.
  func columns() -> [ColumnLayout.Column] {
    var columns = [ColumnLayout.Column](repeating: ColumnLayout.Column(), count: width)
    for row in rows { read(row, into: &columns) }
    if table.form == .aligned { shareYears(&columns) }
    return columns
  }

  /// 令和5年度目標 | 実績: where blanks alone part the columns, a year printed over both stands with the first of them.
  private func shareYears(_ columns: inout [ColumnLayout.Column]) {
    guard let last = rows.last else { return }
    for column in columns.indices.dropFirst() {
      let left = columns[column - 1]
      guard columns[column].role == .actual, columns[column].period == nil, left.role == .target,
        let year = left.period,
        column < table.rows[last].count, scan[last, column]?.header?.isComplete == true,
        let match = Self.temporals.first(in: table.rows[last][column - 1].text.folded, context: .yearColumn),
        match.range.lowerBound == 0
      else { continue }
      columns[column].period = year
    }
  }

  /// Whether the header's words say that the table holds the plan's own figures.
  var saysIndicators: Bool {
    rows.contains { row in scan.rows[row].contains { $0.header?.saysIndicator == true } }
  }

  private func read(_ row: Int, into columns: inout [ColumnLayout.Column]) {
    var owner: Int?
    for column in 0..<width {
      if let cell = scan[row, column], cell.shape != .empty {
        owner = column
        take(cell, at: row, column, into: &columns)
      } else if let left = owner, inherits(row, column, from: left, columns) {
        inherit(row, column, from: left, into: &columns)
      } else {
        owner = nil
      }
    }
  }

  private func take(_ cell: TableScan.Cell, at row: Int, _ column: Int, into columns: inout [ColumnLayout.Column]) {
    columns[column].isTitled = true
    columns[column].continues = nil
    if !cell.shape.isYear, let header = cell.header, !tellsOfYear(cell, header, below: columns[column]) {
      apply(header, to: &columns[column])
    }
    let text = table.rows[row][column].text
    if let unit = UnitBracket.unit(inHeader: text, units) { columns[column].unit = unit }
    // Another figure of that year, which is none of the indicator's.
    if cell.header == nil, !cell.shape.isYear, DatedLabel.holds(text), !DatedLabel.namesSurvey(text) {
      columns[column].role = .forecast
    }
    let periods = periods(of: cell, era(besides: column, in: row) + text)
    if let years = yearsOfPair(periods, text, isPair: columns[column].isPair) {
      columns[column].role = .target
      columns[column].isPair = true
      columns[column].pairPeriods = years
      return
    }
    guard let first = periods.first else { return }
    columns[column].period = first
    spread(periods, from: column, row, into: &columns)
  }

  /// （基準年） below 現況値: the bracket says only that each value is of a year of its own.
  private func tellsOfYear(_ cell: TableScan.Cell, _ header: HeaderWord, below column: ColumnLayout.Column) -> Bool {
    [.baselineYear, .targetYear, .year].contains(header.role) && column.role?.isValue == true
      && scan.bytes[cell.range].first == UInt8(ascii: "(")
  }

  /// A lower row refines what stands above it: 基準値 over 年度 is the year of the baseline.
  private func apply(_ header: HeaderWord, to column: inout ColumnLayout.Column) {
    switch (column.role, header.role) {
    case (.target, .year): column.role = .targetYear
    case (.baseline, .year), (.actual, .year): column.role = .baselineYear
    case (let upper?, .name) where upper.isValue: break
    // （単位） below 指標 heads the units beside it.
    case (.name, .unit): break
    default: column.role = header.role
    }
    column.isCumulative = column.isCumulative || header.isCumulative
    column.isPair = header.isPair
    column.mayBeTarget = column.role == .name && header.isAmbiguous
  }

  /// 平成 for 27年度, whose era only the years before it tell; empty where the year needs none.
  /// 5年後 tells how long it takes until then.
  private func era(besides column: Int, in row: Int) -> String {
    let cell = table.rows[row][column].text
    guard cell.unicodeScalars.first?.properties.numericType != nil else { return "" }
    let text = cell.folded
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count)
    guard (1...2).contains(digits.count), rest.hasPrefix("年"), !rest.hasPrefix("年後"), let number = Int(digits) else {
      return ""
    }
    let before = rows.lazy.flatMap { row in table.rows[row].prefix(column).map(\.text.folded) }
    for cell in before.reversed() {
      for (names, last) in Self.eras {
        guard let name = names.lazy.compactMap({ cell.firstRange(of: $0) }).first else { continue }
        let year = cell[name.upperBound...].prefix(while: \.isNumber)
        if number <= last, Int(year).map({ $0 < number }) ?? (number > 1) { return names[0] }
      }
    }
    return ""
  }

  /// How the eras of plans are written, and the last year of each.
  private static let eras = [(["平成", "H"], 31), (["令和", "R"], 99)]

  private func periods(of cell: TableScan.Cell, _ text: String) -> [Temporal] {
    guard scan.hasYearSign(cell) else { return [] }
    if let span = spanWithArrow(cell, text) { return [span] }
    let matches = Self.temporals.matches(in: text, context: .yearColumn)
    if matches.isEmpty, let year = bareYear(of: cell, text) { return [year] }
    return matches.compactMap { $0.temporal.flags.contains(.invalid) ? nil : $0.temporal }
  }

  /// 現状値（R5）→目標値（R10）, or 2023 → 2029 alone: a year on each side of the arrow, the earlier first.
  private func yearsOfPair(_ periods: [Temporal], _ text: String, isPair: Bool) -> [Temporal]? {
    let years = isPair && Arrows.stand(in: text) ? periods : YearToYear.years(in: text)
    guard years.count == 2, let first = years[0].endYear, let last = years[1].startYear, first < last else {
      return nil
    }
    return years
  }

  /// 2019 当初値: the one number in the head of a value is the year of it, without a sign that says so.
  private func bareYear(of cell: TableScan.Cell, _ text: String) -> Temporal? {
    guard cell.header?.role.isValue == true else { return nil }
    let numbers = text.split { !$0.isNumber }
    guard numbers.count == 1, numbers[0].count == 4, ["19", "20"].contains(String(numbers[0].prefix(2)).folded) else {
      return nil
    }
    return Self.temporals.whole(String(numbers[0]))
  }

  /// 現状値（2010→2015年）: the arrow parts the ends of a span where the head is that of one value.
  private func spanWithArrow(_ cell: TableScan.Cell, _ text: String) -> Temporal? {
    guard let header = cell.header, header.role.isValue, !header.isPair, scan.bytes[cell.range].contains(0xE2),
      let arrow = text.firstIndex(where: { Arrows.characters.contains($0) })
    else { return nil }
    let span = text[..<arrow] + "~" + text[text.index(after: arrow)...]
    guard var years = Self.temporals.first(in: String(span), context: .yearColumn)?.temporal, years.kind == .range,
      years.reason == nil
    else { return nil }
    years.raw = years.raw.replacing("~", with: String(text[arrow]))
    return years
  }

  /// 目標値 (R1) (R5) over two columns: each following column without a header of its own gets the next year. Where there are
  /// more years than columns, none is told to be a column's own.
  private func spread(
    _ periods: [Temporal], from column: Int, _ row: Int, into columns: inout [ColumnLayout.Column]
  ) {
    guard periods.count > 1 else { return }
    let others = column + 1..<column + periods.count
    guard others.upperBound <= width, others.allSatisfy({ scan[row, $0].map { $0.shape == .empty } ?? true }) else {
      columns[column].period = nil
      columns[column].hasUnclearYear = true
      return
    }
    for (next, period) in zip(others, periods.dropFirst()) {
      columns[next].role = columns[column].role
      columns[next].unit = columns[column].unit
      columns[next].isCumulative = columns[column].isCumulative
      columns[next].mayBeTarget = columns[column].mayBeTarget
      columns[next].isTitled = true
      columns[next].period = period
    }
  }

  private func inherits(_ row: Int, _ column: Int, from left: Int, _ columns: [ColumnLayout.Column]) -> Bool {
    if columns[column].isTitled { return false }
    if let cell = scan[row, column], cell.isCovered { return left + table.rows[row][left].columnSpan > column }
    return true
  }

  private func inherit(
    _ row: Int, _ column: Int, from left: Int, into columns: inout [ColumnLayout.Column]
  ) {
    let isUpper = (row + 1..<max(row + 1, rows.upperBound)).contains { lower in
      scan[lower, column].map { $0.shape != .empty } ?? false
    }
    let source = columns[left]
    guard isUpper else {
      columns[column].continues = source.continues ?? left
      return
    }
    guard let role = source.role else {
      columns[column].period = source.period
      return
    }
    guard role.isValue || role == .forecast || source.mayBeTarget else { return }
    columns[column].mayBeTarget = source.mayBeTarget
    columns[column].role = role
    columns[column].period = source.period
    columns[column].unit = source.unit
    columns[column].isCumulative = source.isCumulative
  }
}

extension TableScan {
  private static let sum = Array("累計".utf8)

  /// 累計, 累計(H28～R2年度): the sum of what the column before counts by year.
  func isSum(_ cell: Cell) -> Bool { bytes[cell.range].starts(with: Self.sum) }

  /// A digit or 元 stands in the cell, without which there is no year.
  func hasYearSign(_ cell: Cell) -> Bool {
    let range = cell.range
    for index in range {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 { return true }
      if byte == 0xE5, index + 2 < range.upperBound, bytes[index + 1] == 0x85, bytes[index + 2] == 0x83 { return true }
    }
    return false
  }
}

/// 2023 → 2029 as the head of cells with two values: a year on each side of an arrow, and nothing else.
enum YearToYear {
  private static let temporals = TemporalReader()

  /// The two years; empty where the text is anything else.
  static func years(in text: String) -> [Temporal] {
    guard Arrows.stand(in: text) else { return [] }
    let sides = text.split { Arrows.characters.contains($0) }.map { String($0.trimmed) }
    guard sides.count == 2 else { return [] }
    let years = sides.compactMap { temporals.first(in: $0, context: .yearColumn) }
    return zip(years, sides).allSatisfy { $0.range == 0..<$1.utf8.count } ? years.map(\.temporal) : []
  }
}

/// R5予算額（千円）, 令和5年度決算額, 2030年度（BAU）: a year and a word that says nothing of indicators.
enum DatedLabel {
  private static let temporals = TemporalReader()
  private static let shortest = 2

  private static let surveys = WordEndings(["調査", "アンケート", "センサス", "統計"])

  /// R2国勢調査, R4市民アンケート: the year of the figures and where they come from, as good as the year alone.
  static func namesSurvey(_ text: String) -> Bool {
    let folded = text.folded
    return temporals.first(in: folded, context: .yearColumn)?.range.lowerBound == 0 && surveys.end(folded)
  }

  static func holds(_ text: String) -> Bool {
    let folded = text.folded
    guard let match = temporals.first(in: folded, context: .yearColumn), match.range.lowerBound == 0 else {
      return false
    }
    var rest = String(decoding: Array(folded.utf8)[match.range.upperBound...], as: UTF8.self)[...]
    let isBracketed = rest.first == "(" && rest.last == ")"
    rest = isBracketed ? rest.dropFirst().dropLast() : rest.prefix { $0 != "(" && $0 != "[" }
    let word = rest.filter { $0 != " " && $0 != "の" }
    // 令和5年度見直し後, R5速報: the word changes nothing of the year.
    if HeaderSideWords.neutral.contains(String(word)) { return false }
    if isBracketed, QuantityReader().isUnit(String(word)) { return false }
    // What would be emitted without measures: business as usual.
    if word == "BAU" { return true }
    return word.count >= shortest
      && word.allSatisfy { $0.isLetter && (isBracketed || $0.unicodeScalars.first!.value >= 0x3041) }
  }
}
