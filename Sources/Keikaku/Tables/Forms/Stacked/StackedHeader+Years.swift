import KeikakuText

/// Deals the years of a header to its heads.
extension StackedHeader {
  /// What stands under each of the values' heads.
  func under(_ values: [Head], years: [Head], parts: [Head]) -> [[Head]]? {
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
    if years.count > undated.count, Self.areInTime(years.map(\.cell.text)) {
      undated = Self.inOrderOfRoles(undated) { values[$0].role }
    }
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
    let bracketed = years.filter(\.isInBrackets)
    let targets = undated.filter { values[$0].role == .target }
    guard areYearsMixed, bracketed.count == targets.count, years.count == undated.count else { return nil }
    let bare = years.filter { !$0.isInBrackets }
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
  var isSeriesShuffled: Bool {
    guard !hasPlaces else { return false }
    let undated = undatedValues
    let years = heads.filter(\.isYear).compactMap { Self.year($0.cell.text) }
    let counts = Self.roles.map { role in undated.count { $0.role == role } }
    guard counts[0] == 1, counts[1] > 1, counts[2] == 1, undated.count == counts.reduce(0, +),
      years.count == undated.count, Set(years).count == years.count
    else { return false }
    let ofRoles = Self.roles.map { role in zip(undated, years).filter { $0.0.role == role }.map(\.1) }
    return ofRoles[0].first != years.min() || ofRoles[2].first != years.max() || ofRoles[1] != ofRoles[1].sorted()
  }

  private var undatedValues: [Head] { heads.filter { $0.role?.isValue == true && !Self.isDated($0.cell.text) } }

  /// Some years stand in brackets, others do not.
  var areYearsMixed: Bool {
    guard !hasPlaces else { return false }
    let years = heads.filter(\.isYear)
    let count = years.count(where: \.isInBrackets)
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
      if heads.map(\.role) == Self.roles, Self.areInTime(years.map(\.cell.text)) { return [1, years.count - 2, 1] }
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

  /// Years of several lines, of which none need stand where its line's blanks put it, go from the first to the last. So do
  /// those that are written out behind the heads of 現状, 実績 and 目標, some of them with their heads.
  func inOrder(_ years: [Head]) -> [Head] {
    let undated = undatedValues.map(\.role)
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

  /// Each text names a year later than that before it.
  static func areInTime(_ texts: some Collection<String>) -> Bool {
    let dated = texts.compactMap(year)
    return dated.count == texts.count && zip(dated, dated.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// No target lies before the baseline, nor has that several years where the results have one: else the years have been
  /// dealt to the wrong heads.
  func isInTime(_ values: [Head], _ below: [[Head]]) -> Bool {
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

  private static let temporals = TemporalReader()

  static func year(_ text: String) -> Int? {
    temporals.matches(in: text, context: .yearColumn).first?.temporal.startYear
  }

  /// H27実績 and 目標値（令和元年度） have their year; that of 現況値（基準年） stands in the cells.
  static func isDated(_ text: String) -> Bool {
    text.contains { $0.isNumber || $0 == "元" } || text.contains("（基準年") || text.contains("(基準年")
  }
}
