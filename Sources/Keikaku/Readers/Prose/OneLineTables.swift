import KeikakuText

/// Reads tables of indicators that have come as one line, as pages of books for the screen give them.
///
/// ```
/// 重要業績評価指標(KPI) 基準値 目標値 婚姻数 402件 (2019年) 440件 (2026年) 取組件数 8件 (2019年度) 60件 (2021～2026年度累計) (5)…
/// ```
/// Only where nothing is left to guess: the words of the header stand beside each other, and behind every name stand as many
/// figures as the header has columns for them, each with its year, in the order of time. One row that is otherwise makes the
/// whole table one of those that cannot be told.
struct OneLineTables {
  let text: ProseText
  let context: ProseContext
  private(set) var readings: [IndicatorReading] = []
  /// A header stands in the text whose rows cannot be told.
  private(set) var isUnclear = false

  private enum Role { case baseline, target, result }

  private static let columns: [(Role, ProseWords)] = [
    (.baseline, ProseWords("基準値 現状値 現況値 当初値 現状 基準")), (.target, ProseWords("目標値 数値目標 目標")),
    (.result, ProseWords("実績値 最新値 直近値")),
  ]
  private static let names = ["指標", "KPI", "数値目標", "KPI)", "項目", "指標名", "標)"].map { Array($0.unicodeScalars) }

  init(_ text: ProseText, _ context: ProseContext) {
    self.text = text
    self.context = context
    var index = 0
    while let header = header(from: index) {
      index = header.end
      guard let (rows, end) = rows(behind: header) else {
        isUnclear = true
        continue
      }
      readings += rows
      index = end
    }
  }

  // MARK: Header

  private struct Header {
    var roles: [Role]
    var end: Int
  }

  /// A word for indicators, and behind it between blanks the words of the columns, one for where they start and one for where
  /// they lead.
  private func header(from start: Int) -> Header? {
    for index in start..<text.scalars.count
    where index > 0 && text.isBlank(index - 1) && !text.isBlank(index) && endsName(index) {
      var header = Header(roles: [], end: index)
      while let (role, end) = column(at: header.end) {
        header.roles.append(role)
        header.end = text.skipBlanks(end, text.scalars.count)
      }
      if header.roles.count(where: { $0 == .baseline }) == 1, header.roles.count(where: { $0 == .target }) == 1,
        header.roles.count <= 3, header.end < text.scalars.count
      {
        return header
      }
    }
    return nil
  }

  private func endsName(_ index: Int) -> Bool {
    guard let last = (0..<index).last(where: { !text.isBlank($0) }) else { return false }
    let before = text.scalars[..<(last + 1)]
    return Self.names.contains { before.suffix($0.count).elementsEqual($0) }
  }

  private func column(at index: Int) -> (Role, Int)? {
    for (role, words) in Self.columns {
      guard let length = text.match(words, at: index, limit: text.scalars.count) else { continue }
      let end = index + length
      if end == text.scalars.count || text.isBlank(end) { return (role, end) }
    }
    return nil
  }

  // MARK: Rows

  /// The rows up to the end of the text, or to a mark that opens something else.
  private func rows(behind header: Header) -> (rows: [IndicatorReading], end: Int)? {
    var rows: [IndicatorReading] = []
    var index = header.end
    while index < text.scalars.count {
      if !rows.isEmpty, opensOther(index) { return (rows, index) }
      guard let (row, end) = row(from: index, header.roles) else {
        return rows.isEmpty || holdsDatedFigure(from: index) ? nil : (rows, index)
      }
      rows.append(row)
      index = text.skipBlanks(end, text.scalars.count)
    }
    return rows.isEmpty ? nil : (rows, index)
  }

  private func row(from start: Int, _ roles: [Role]) -> (IndicatorReading, end: Int)? {
    let limit = min(text.scalars.count, start + Self.longestName)
    for index in start + 1..<max(start + 1, limit) where text.isBlank(index - 1) {
      guard let first = datedValue(at: index) else { continue }
      var values = [first]
      while values.count < roles.count,
        let next = datedValue(at: text.skipBlanks(values[values.count - 1].range.upperBound, text.scalars.count))
      {
        values.append(next)
      }
      let end = values[values.count - 1].range.upperBound
      guard values.count == roles.count, datedValue(at: text.skipBlanks(end, text.scalars.count)) == nil,
        let name = ProseName.range(in: text, start..<index), isName(name)
      else { return nil }
      return reading(name, values, roles).map { ($0, end) }
    }
    return nil
  }

  /// In letters.
  private static let longestName = 60
  private static let longestValue = 60

  /// A figure, or a mark for none, with its year in the bracket behind it; the number of years over which it is counted is as
  /// good.
  private func datedValue(at index: Int) -> ValueSpan? {
    let limit = min(text.scalars.count, index + Self.longestValue)
    guard index < limit, let value = ValueSpan(in: text, at: index, limit: limit), let bracket = value.bracket,
      value.range.lowerBound == value.core.lowerBound, value.isNumber || text.scalars[index].properties.isDash
    else { return nil }
    return value.hasYear
      || ValueSpan.skipTime(in: text, at: bracket.lowerBound, limit: bracket.upperBound) > bracket.lowerBound
      || isYears(bracket) ? value : nil
  }

  /// 5年間.
  private func isYears(_ bracket: Range<Int>) -> Bool {
    let written = text.text(bracket).folded
    return written.hasSuffix("年間") && written.dropLast(2).allSatisfy(\.isNumber)
  }

  /// No figure of another cell and no footnote stands in it.
  private func isName(_ name: Range<Int>) -> Bool {
    !name.contains { index in
      if text.scalars[index] == "※" { return index + 1 < name.upperBound }
      return text.isBlank(index) && index + 1 < name.upperBound
        && ValueSpan(in: text, at: index + 1, limit: name.upperBound)?.isNumber == true
    }
  }

  private func reading(_ name: Range<Int>, _ values: [ValueSpan], _ roles: [Role]) -> IndicatorReading? {
    let assembly = ProseIndicator(text: text, context: context)
    var parts = ProseIndicator.Parts(name: name, whole: name.lowerBound..<values[values.count - 1].range.upperBound)
    var years: [Role: Int] = [:]
    for (role, value) in zip(roles, values) {
      years[role] = value.bracket.flatMap(assembly.period)?.endYear
      switch role {
      case .baseline: parts.baseline = value.range
      case .target: parts.targets = [value.range]
      case .result: parts.actuals = [value.range]
      }
    }
    if let first = years[.baseline], let last = years[.target], first >= last { return nil }
    return years[.baseline] == nil ? nil : assembly.reading(parts)
  }

  // MARK: The end

  /// 【基本的方向】, (5)…, 1.基本的方向, ● and the like.
  private func opensOther(_ index: Int) -> Bool {
    switch text.scalars[index] {
    case "【", "<", "〈", "《", "≪", "●", "○", "■", "◆", "◎", "・", "□", "◇", "※", "\u{2160}"..."\u{216B}": return true
    default: return ProseName.skipBullets(in: text, index..<text.scalars.count) > index
    }
  }

  private func holdsDatedFigure(from start: Int) -> Bool {
    let end = min(text.scalars.count, start + Self.longestName)
    return (start..<end).contains { text.isBlank($0) && datedValue(at: $0 + 1) != nil }
  }
}
