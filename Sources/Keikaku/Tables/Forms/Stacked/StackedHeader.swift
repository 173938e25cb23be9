import KeikakuText

/// Puts the cells of a header into columns.
struct StackedHeader {
  struct Head {
    var cell: Table.Cell
    var role: ColumnRole?
    /// A word for names that may as well be meant as the target: 数値目標.
    var mayBeTarget = false
    var run: Int
    /// The line of the text in which it begins.
    var textLine: Int
    /// Where the text is set in columns, the middle of its own, and the line of the header in which it begins.
    var center: Int?
    var line = 0
    /// Its year ends in a line behind other heads.
    var isWrapped = false

    /// 年度 and 値, below a head of values.
    var isPart: Bool { HeaderWords.partsOfValue[cell.text] != nil }
    var isYearPart: Bool { StackedHeader.yearParts.contains(cell.text) }
    /// A year alone, in brackets or not.
    var isYear: Bool { role == nil && ValueLook.isYear(cell.text) }
    var isInBrackets: Bool { cell.text.folded.hasPrefix("(") }
  }

  let heads: [Head]

  /// The columns; nil where the cells do not tell how many there are or which stand under which.
  ///
  /// Where the head for names or units stands between heads of values in several lines, whose years run back, the header's
  /// lines were written out in another order than they stand in; the years tell it.
  ///
  ///     R6年度 R7年度 目標値(R8年度)
  ///     指標名
  ///     現状値(R4年度) R5年度
  func columns() -> StackedColumns? {
    guard let dealt = dealtColumns() else { return nil }
    if heads.contains(where: \.isWrapped) || areYearsMixed || isSeriesShuffled { return inTime(dealt) }
    let values = dealt.columns.indices.filter { dealt.columns[$0].kind == .value && dealt.columns[$0].below == nil }
    guard !hasPlaces, let first = values.first, values.count == dealt.valueLike.count,
      dealt.columns[..<first].contains(where: { standsAmongValues($0.head) }),
      Set(values.map { dealt.columns[$0].run }).count == 1, valuesBringYears, Set(lines(of: values, dealt)).count > 1
    else { return dealt }
    return reordered(dealt, values)
  }

  /// The columns with those of some places in the order of the years in their heads.
  private func reordered(_ dealt: StackedColumns, _ places: [Int]) -> StackedColumns {
    var ordered = dealt
    let columns = Self.inTime(places.map { dealt.columns[$0] }, text: \.head.text)
    for (place, column) in zip(places, columns) { ordered.columns[place] = column }
    return ordered
  }

  /// The columns in the order of their years, where cells of several lines are written out by their heights; nil where a
  /// column has no year of its own. 達成率 needs none where the others stand in order.
  private func inTime(_ dealt: StackedColumns) -> StackedColumns? {
    let values = dealt.columns.indices.filter { dealt.columns[$0].kind == .value && !dealt.columns[$0].isRate }
    let years = values.compactMap { Self.year((dealt.columns[$0].below ?? dealt.columns[$0].head).text) }
    guard years.count == values.count, Set(years).count == years.count else { return nil }
    if zip(years, years.dropFirst()).allSatisfy({ $0 < $1 }) { return dealt }
    // Heads of one line stand from left to right: 現状（R4） 目標（R10） 実績（R6）.
    let lines = lines(of: values, dealt)
    if Set(lines).count == 1 { return dealt }
    let isTorn = values.indices.contains { left in
      values.indices.contains { left < $0 && years[left] > years[$0] && lines[left] == lines[$0] }
    }
    guard !isTorn, values.count == dealt.valueLike.count, values.allSatisfy({ dealt.columns[$0].below == nil }) else {
      return nil
    }
    return reordered(dealt, values)
  }

  /// A head of words is written out between those of values and years.
  private func standsAmongValues(_ head: Table.Cell) -> Bool {
    let starts = heads.filter { $0.role == nil || $0.role?.isValue == true }.map(\.cell.source.start)
    return starts.contains { $0 < head.source.start } && starts.contains { $0 > head.source.start }
  }

  /// The lines in which the heads of columns begin.
  private func lines(of places: [Int], _ dealt: StackedColumns) -> [Int?] {
    places.map { place in
      heads.first { $0.cell.source.start == dealt.columns[place].head.source.start }?.textLine
    }
  }

  /// 目標値(R9年度), where R9 below 目標値 stands in the order of its head.
  private var valuesBringYears: Bool {
    heads.contains { $0.role?.isValue == true && Self.isDated($0.cell.text) }
  }

  private func dealtColumns() -> StackedColumns? {
    let named = heads.filter { $0.role != nil }
    let years = inOrder(heads.filter(\.isYear))
    let parts = heads.filter { $0.role == nil && !ValueLook.isYear($0.cell.text) }
    guard named.contains(where: { $0.role == .name }) else { return nil }
    let values = named.indices.filter { Self.isValue(named[$0].role) }
    if values.isEmpty { return parts.isEmpty ? plain(named, years: years) : nil }
    if parts.isEmpty, years.isEmpty, isOneLine, let columns = StackedHeader.besideYearColumns(heads) { return columns }
    if parts.isEmpty, !years.isEmpty, isOneLine || values.allSatisfy({ Self.isDated(named[$0].cell.text) }) {
      return besideYears()
    }
    guard let below = under(values.map { named[$0] }, years: years, parts: parts),
      let order = order(values.map { named[$0] }, below)
    else { return nil }
    var leading: [StackedColumns.Column] = []
    var middle: [StackedColumns.Column] = []
    var trailing: [StackedColumns.Column] = []
    for place in order { middle += Self.columns(named[values[place]], below: below[place]) }
    for (index, head) in named.enumerated() where !values.contains(index) {
      let isOfWords = [.name, .number, .group, .unit].contains(head.role) || head.role == .definition && head.run > 0
      if isOfWords || index < values[0] {
        leading.append(Self.column(head))
      } else if index > values[values.count - 1] || head.run > named[values[0]].run {
        trailing.append(Self.trailingColumn(head))
      } else {
        return nil
      }
    }
    return isInTime(values.map { named[$0] }, below) ? StackedColumns(columns: leading + middle + trailing) : nil
  }

  /// The text is set in columns, and each head's place is known.
  var hasPlaces: Bool { heads.contains { $0.center != nil } }

  /// All heads stand in one line of a text set in columns, so that none is above another.
  var isOneLine: Bool { heads.allSatisfy { $0.center != nil && $0.line == heads[0].line } }

  /// The heads of values from left to right. A head over several years stands higher than the others and may have been
  /// written out before one at its left: then the years tell the order, and without years nothing does.
  func order(_ values: [Head], _ below: [[Head]]) -> [Int]? {
    let merged = below.firstIndex {
      $0.count > 1 && !Self.yearParts.contains($0[0].cell.text) && !Self.yearParts.contains($0[1].cell.text)
    }
    guard let merged, below[(merged + 1)...].contains(where: { $0.count <= 1 }) else { return Array(values.indices) }
    let years = values.indices.map { Self.year(below[$0].first?.cell.text ?? values[$0].cell.text) }
    guard years.allSatisfy({ $0 != nil }), Set(years).count == years.count else { return nil }
    return values.indices.sorted { years[$0]! < years[$1]! }
  }

  static func isValue(_ role: ColumnRole?) -> Bool {
    role?.isValue == true || role == .achievementRate || role == .forecast
  }

  static func column(_ head: Head) -> StackedColumns.Column {
    let kind: StackedColumns.Kind =
      switch head.role {
      case .name: .name
      case .number: .number
      case .group: .group
      case .unit: .unit
      case .year, .targetYear, .baselineYear: .year
      default: .words
      }
    return StackedColumns.Column(kind: kind, head: head.cell, run: head.run)
  }

  /// Years alone above the values: 指標 | R2 | R3; （R3） in brackets dates a word that stands elsewhere.
  func plain(_ named: [Head], years: [Head]) -> StackedColumns? {
    guard years.count > 1, !years.contains(where: \.isInBrackets) else { return nil }
    let values = years.map { StackedColumns.Column(kind: .value, head: $0.cell, run: $0.run) }
    return StackedColumns(columns: named.map(Self.column) + values)
  }

  /// Years alone among heads that have their own: R元（基準） | R2 | R3 | R5目標.
  private func besideYears() -> StackedColumns? {
    let isFigure = heads.map { $0.role == nil || Self.isValue($0.role) }
    guard let first = isFigure.firstIndex(of: true), let last = isFigure.lastIndex(of: true),
      isFigure[first...last].allSatisfy({ $0 })
    else { return nil }
    return Self.columns(heads, values: first...last)
  }

  /// The columns in the order of their heads, of which some are those of values and years.
  static func columns(_ heads: [Head], values: ClosedRange<Int>) -> StackedColumns {
    let middle = heads[values].flatMap { head in
      head.role == nil || isValue(head.role) ? columns(head, below: []) : [column(head)]
    }
    let trailing = heads[(values.upperBound + 1)...].map(trailingColumn)
    return StackedColumns(columns: heads[..<values.lowerBound].map(column) + middle + trailing)
  }

  private static func trailingColumn(_ head: Head) -> StackedColumns.Column {
    var column = column(head)
    column.isTrailing = true
    return column
  }

  static let yearParts: Set<String> = ["年度", "年", "年次", "時点"]

  /// One year below a word dates it; several, or 年度 and 値, stand in columns of their own below it.
  static func columns(_ head: Head, below: [Head]) -> [StackedColumns.Column] {
    var column = StackedColumns.Column(kind: .value, head: head.cell, run: head.run)
    column.isRate = head.role == .achievementRate
    if head.mayBeTarget { column.role = head.role }
    guard !below.isEmpty else { return [column] }
    if below.count == 1 {
      column.head.text += below[0].cell.text
      return [column]
    }
    return below.enumerated().map { order, part in
      column.below = part.cell
      column.span = order == 0 ? below.count : 0
      column.run = part.run
      column.kind = yearParts.contains(part.cell.text) ? .year : .value
      return column
    }
  }
}
