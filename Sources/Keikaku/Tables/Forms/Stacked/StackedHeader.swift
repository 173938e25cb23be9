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
  }

  let heads: [Head]

  /// The columns; nil where the cells do not tell how many there are or which stand under which.
  ///
  /// Where a head for names or units stands behind heads of values whose years run back, the header's lines were written
  /// out in another order than they stand in; the years tell it.
  ///
  ///     R6年度 R7年度 目標値(R8年度)
  ///     指標名
  ///     現状値(R4年度) R5年度
  func columns() -> StackedColumns? {
    guard var dealt = dealtColumns() else { return nil }
    if heads.contains(where: \.isWrapped) || areYearsMixed || isSeriesShuffled { return inTime(dealt) }
    let values = dealt.columns.indices.filter { dealt.columns[$0].kind == .value && dealt.columns[$0].below == nil }
    guard let first = values.first, values.count == dealt.valueLike.count,
      let last = dealt.columns[..<first].map(\.head.source.start).max(),
      dealt.columns[first...].contains(where: { $0.head.source.start < last }),
      Set(values.map { dealt.columns[$0].run }).count == 1
    else { return dealt }
    let sorted = Self.inTime(values.map { dealt.columns[$0] }, text: \.head.text)
    for (place, column) in zip(values, sorted) { dealt.columns[place] = column }
    return dealt
  }

  /// The columns in the order of their years, where cells of several lines are written out by their heights; nil where a
  /// column has no year of its own. 達成率 needs none where the others stand in order.
  private func inTime(_ dealt: StackedColumns) -> StackedColumns? {
    let values = dealt.columns.indices.filter { dealt.columns[$0].kind == .value && !dealt.columns[$0].isRate }
    let years = values.compactMap { Self.year((dealt.columns[$0].below ?? dealt.columns[$0].head).text) }
    guard years.count == values.count, Set(years).count == years.count else { return nil }
    if zip(years, years.dropFirst()).allSatisfy({ $0 < $1 }) { return dealt }
    // Heads of one line stand from left to right: 現状（R4） 目標（R10） 実績（R6）.
    let lines = values.map { place in
      heads.first { $0.cell.source.start == dealt.columns[place].head.source.start }?.textLine
    }
    if Set(lines).count == 1 { return dealt }
    let isTorn = values.indices.contains { left in
      values.indices.contains { left < $0 && years[left] > years[$0] && lines[left] == lines[$0] }
    }
    guard !isTorn, values.count == dealt.valueLike.count, values.allSatisfy({ dealt.columns[$0].below == nil }) else {
      return nil
    }
    var ordered = dealt
    for (place, column) in zip(values, zip(values, years).sorted { $0.1 < $1.1 }.map { dealt.columns[$0.0] }) {
      ordered.columns[place] = column
    }
    return ordered
  }

  private func dealtColumns() -> StackedColumns? {
    let named = heads.filter { $0.role != nil }
    let years = inOrder(heads.filter { $0.role == nil && ValueLook.isYear($0.cell.text) })
    let parts = heads.filter { $0.role == nil && !ValueLook.isYear($0.cell.text) }
    guard named.contains(where: { $0.role == .name }) else { return nil }
    let values = named.indices.filter { Self.isValue(named[$0].role) }
    if values.isEmpty { return parts.isEmpty ? plain(named, years: years) : nil }
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
      if head.role == .name || [.number, .group, .unit].contains(head.role) || index < values[0] {
        leading.append(Self.column(head))
      } else if head.role == .definition, head.run > 0 {
        leading.append(Self.column(head))
      } else if index > values[values.count - 1] || head.run > named[values[0]].run {
        var column = Self.column(head)
        column.isTrailing = true
        trailing.append(column)
      } else {
        return nil
      }
    }
    return isInTime(values.map { named[$0] }, below) ? StackedColumns(columns: leading + middle + trailing) : nil
  }

  /// The text is set in columns, and each head's place is known.
  private var hasPlaces: Bool { heads.contains { $0.center != nil } }

  /// All heads stand in one line of a text set in columns, so that none is above another.
  private var isOneLine: Bool { heads.allSatisfy { $0.center != nil && $0.line == heads[0].line } }

  /// Years of several lines, of which none need stand where its line's blanks put it, go from the first to the last. So do
  /// those that are written out behind the heads of 現状, 実績 and 目標, some of them with their heads.
  private func inOrder(_ years: [Head]) -> [Head] {
    let undated = heads.filter { $0.role?.isValue == true && !Self.isDated($0.cell.text) }.map(\.role)
    let isDealtByTime = years.contains { $0.center == nil } && undated == Self.roles && years.count > undated.count
    let isByHeight = heads.contains(where: \.isWrapped) || Set(years.map(\.line)).count > 1
    return isDealtByTime || isByHeight ? Self.inTime(years, text: \.cell.text) : years
  }

  /// Of a header in which 実績 alone stands over several years.
  private static let roles: [ColumnRole] = [.baseline, .actual, .target]

  /// In the order of the years that their texts name; as they are where one names none or two name the same.
  static func inTime<Element>(_ elements: [Element], text: (Element) -> String) -> [Element] {
    let dated = elements.compactMap { element in year(text(element)).map { (element: element, year: $0) } }
    guard dated.count == elements.count, Set(dated.map(\.year)).count == dated.count else { return elements }
    return dated.sorted { $0.year < $1.year }.map(\.element)
  }

  private static func areInTime(_ years: [Head]) -> Bool {
    let dated = years.compactMap { year($0.cell.text) }
    return dated.count == years.count && zip(dated, dated.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// No target lies before the baseline, nor has that several years where the results have one: else the years have been
  /// dealt to the wrong heads.
  private func isInTime(_ values: [Head], _ below: [[Head]]) -> Bool {
    func mostYears(_ role: ColumnRole) -> Int {
      values.indices.filter { values[$0].role == role }.map { below[$0].count { ValueLook.isYear($0.cell.text) } }.max()
        ?? .max
    }
    if mostYears(.baseline) < .max, mostYears(.baseline) > max(1, mostYears(.actual)) { return false }
    func years(of role: ColumnRole) -> [Int] {
      values.indices.filter { values[$0].role == role }.compactMap { index in
        Self.year(below[index].first?.cell.text ?? "") ?? Self.year(values[index].cell.text)
      }
    }
    guard let baseline = years(of: .baseline).min(), let target = years(of: .target).min() else { return true }
    return baseline <= target
  }

  /// The heads of values from left to right. A head over several years stands higher than the others and may have been
  /// written out before one at its left: then the years tell the order, and without years nothing does.
  private func order(_ values: [Head], _ below: [[Head]]) -> [Int]? {
    let merged = below.firstIndex {
      $0.count > 1 && !Self.yearParts.contains($0[0].cell.text) && !Self.yearParts.contains($0[1].cell.text)
    }
    guard let merged, below[(merged + 1)...].contains(where: { $0.count <= 1 }) else { return Array(values.indices) }
    let years = values.indices.map { Self.year(below[$0].first?.cell.text ?? values[$0].cell.text) }
    guard years.allSatisfy({ $0 != nil }), Set(years).count == years.count else { return nil }
    return values.indices.sorted { years[$0]! < years[$1]! }
  }

  private static let temporals = TemporalReader()

  private static func year(_ text: String) -> Int? {
    temporals.matches(in: text, context: .yearColumn).first?.temporal.startYear
  }

  private static func isValue(_ role: ColumnRole?) -> Bool {
    role?.isValue == true || role == .achievementRate || role == .forecast
  }

  private static func column(_ head: Head) -> StackedColumns.Column {
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
  private func plain(_ named: [Head], years: [Head]) -> StackedColumns? {
    guard years.count > 1, !years.contains(where: { $0.cell.text.folded.hasPrefix("(") }) else { return nil }
    let values = years.map { StackedColumns.Column(kind: .value, head: $0.cell, run: $0.run) }
    return StackedColumns(columns: named.map(Self.column) + values)
  }

  /// Years alone among heads that have their own: R元（基準） | R2 | R3 | R5目標.
  private func besideYears() -> StackedColumns? {
    let isFigure = heads.map { $0.role == nil || Self.isValue($0.role) }
    guard let first = isFigure.firstIndex(of: true), let last = isFigure.lastIndex(of: true),
      isFigure[first...last].allSatisfy({ $0 })
    else { return nil }
    let middle = heads[first...last].flatMap { Self.columns($0, below: []) }
    let trailing = heads[(last + 1)...].map { head in
      var column = Self.column(head)
      column.isTrailing = true
      return column
    }
    return StackedColumns(columns: heads[..<first].map(Self.column) + middle + trailing)
  }

  /// H27実績 and 目標値（令和元年度） have their year.
  static func isDated(_ text: String) -> Bool { text.contains { $0.isNumber || $0 == "元" } }

  /// What stands under each of the values' heads.
  private func under(_ values: [Head], years: [Head], parts: [Head]) -> [[Head]]? {
    // 値 alone is the end of a head that is wrapped before it.
    if parts.contains(where: { Self.yearParts.contains($0.cell.text) }) {
      return years.isEmpty ? pairs(values.count, parts) : nil
    }
    guard !years.isEmpty else { return values.map { _ in [] } }
    var undated = values.indices.filter { !Self.isDated(values[$0].cell.text) }
    // 達成率 needs no year.
    if years.count < undated.count { undated.removeAll { values[$0].role?.isValue != true } }
    guard !undated.isEmpty, years.count >= undated.count else { return nil }
    if let dealt = targetsApart(values, undated, years) ?? seriesByTime(values, undated, years) { return dealt }
    if years.count > undated.count, Self.areInTime(years) { undated = Self.inOrderOfRoles(undated) { values[$0].role } }
    guard let counts = counts(of: years, under: undated.map { values[$0] }) else { return nil }
    guard isWrittenOut(years, counts, undated.map { values[$0] }) else { return nil }
    var result = values.map { _ in [Head]() }
    var next = 0
    for (place, count) in zip(undated, counts) {
      result[place] = Array(years[next..<next + count])
      next += count
    }
    return result
  }

  /// R元年度 and R2年度 above the results, and （R4年度） below the target: the years in brackets are the targets'.
  private func targetsApart(_ values: [Head], _ undated: [Int], _ years: [Head]) -> [[Head]]? {
    let bracketed = years.filter { $0.cell.text.folded.hasPrefix("(") }
    let targets = undated.filter { values[$0].role == .target }
    guard areYearsMixed, bracketed.count == targets.count, years.count == undated.count else { return nil }
    let bare = years.filter { !$0.cell.text.folded.hasPrefix("(") }
    var result = values.map { _ in [Head]() }
    for (place, year) in zip(targets, bracketed) { result[place] = [year] }
    for (place, year) in zip(undated.filter { !targets.contains($0) }, bare) { result[place] = [year] }
    return result
  }

  /// 現状, 実績 for each year and 目標, with as many years written out in another order: the first is the baseline's, the last
  /// the target's.
  private func seriesByTime(_ values: [Head], _ undated: [Int], _ years: [Head]) -> [[Head]]? {
    guard isSeriesShuffled else { return nil }
    let order = Self.roles.flatMap { role in undated.filter { values[$0].role == role } }
    guard order.count == years.count else { return nil }
    var result = values.map { _ in [Head]() }
    for (place, year) in zip(order, Self.inTime(years, text: \.cell.text)) { result[place] = [year] }
    return result
  }

  /// The years below 現状, several 実績 and 目標 are none that could stand below these in their order.
  private var isSeriesShuffled: Bool {
    guard !hasPlaces else { return false }
    let undated = heads.filter { $0.role?.isValue == true && !Self.isDated($0.cell.text) }
    let years = heads.filter { $0.role == nil && ValueLook.isYear($0.cell.text) }.compactMap { Self.year($0.cell.text) }
    let counts = Self.roles.map { role in undated.count { $0.role == role } }
    guard counts[0] == 1, counts[1] > 1, counts[2] == 1, undated.count == counts.reduce(0, +),
      years.count == undated.count, Set(years).count == years.count
    else { return false }
    let ofRoles = Self.roles.map { role in zip(undated, years).filter { $0.0.role == role }.map(\.1) }
    return ofRoles[0].first != years.min() || ofRoles[2].first != years.max() || ofRoles[1] != ofRoles[1].sorted()
  }

  /// Some years stand in brackets, others do not.
  private var areYearsMixed: Bool {
    guard !hasPlaces else { return false }
    let years = heads.filter { $0.role == nil && ValueLook.isYear($0.cell.text) }
    let count = years.count { $0.cell.text.folded.hasPrefix("(") }
    return count > 0 && count < years.count
  }

  /// A head over several years stands higher than the others and may be written out before one at its left, with which the
  /// years begin.
  private static func inOrderOfRoles(_ places: [Int], _ role: (Int) -> ColumnRole?) -> [Int] {
    let ranks = places.map { place in role(place).flatMap { roles.firstIndex(of: $0) } }
    guard !ranks.contains(nil), Set(ranks).count == ranks.count else { return places }
    return zip(places, ranks).sorted { $0.1! < $1.1! }.map(\.0)
  }

  /// The years stand in the order of their heads. Cells of a header that are wrapped at different heights are written out in
  /// any order, where no places tell it; then the baseline's year is not the first or the target's not the last.
  private func isWrittenOut(_ years: [Head], _ counts: [Int], _ heads: [Head]) -> Bool {
    guard years.contains(where: { $0.center == nil }), counts.allSatisfy({ $0 == 1 }), years.count > 2 else {
      return true
    }
    let dealt = zip(heads, years).compactMap { head, year in Self.year(year.cell.text).map { (head.role, $0) } }
    let targets = dealt.filter { $0.0 == .target }.map(\.1)
    return dealt.allSatisfy { $0.0 != .baseline || $0.1 == dealt.map(\.1).min() }
      && (targets.isEmpty || targets.max() == dealt.map(\.1).max())
  }

  /// How many of the years stand under each head. The places of heads and years tell it where each stand in one line;
  /// without places only the last head can have several, and with 実績 among those before it nothing tells.
  private func counts(of years: [Head], under heads: [Head]) -> [Int]? {
    if years.count == heads.count || heads.count == 1 {
      return heads.indices.map { $0 == heads.count - 1 ? years.count - heads.count + 1 : 1 }
    }
    let centers = (years: years.compactMap(\.center), heads: heads.compactMap(\.center))
    guard centers.years.count == years.count, centers.heads.count == heads.count else {
      if heads.map(\.role) == Self.roles, Self.areInTime(years) { return [1, years.count - 2, 1] }
      if heads.dropLast().contains(where: { $0.role == .actual }) { return nil }
      return heads.indices.map { $0 == heads.count - 1 ? years.count - heads.count + 1 : 1 }
    }
    if Set(years.map(\.line)).count == 1, Set(heads.map(\.line)).count == 1 {
      return YearShares(years: centers.years, heads: zip(heads, centers.heads).map { ($0.role, $1) }).counts
    }
    // Lines of a header are shifted against each other. 実績 between 現状 and 目標 is the one that has several years.
    guard heads.map(\.role) == Self.roles else { return nil }
    return [1, years.count - 2, 1]
  }

  /// 年度 and 値 under each head. 値 may have been taken for the end of the head that it stands below.
  private func pairs(_ count: Int, _ parts: [Head]) -> [[Head]]? {
    let years = parts.filter { Self.yearParts.contains($0.cell.text) }
    let values = parts.filter { !Self.yearParts.contains($0.cell.text) }
    guard years.count == count, let value = values.first, values.count <= count else { return nil }
    let isYearFirst = years[0].cell.source.start < value.cell.source.start
    return (0..<count).map { index in
      let own = index < values.count ? values[index] : value
      return isYearFirst ? [years[index], own] : [own, years[index]]
    }
  }

  static let yearParts: Set<String> = ["年度", "年", "年次", "時点"]

  /// One year below a word dates it; several, or 年度 and 値, stand in columns of their own below it.
  private static func columns(_ head: Head, below: [Head]) -> [StackedColumns.Column] {
    var column = StackedColumns.Column(kind: .value, head: head.cell, run: head.run)
    column.isRate = head.role == .achievementRate
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
