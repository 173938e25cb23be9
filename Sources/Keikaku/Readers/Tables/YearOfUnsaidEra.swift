import KeikakuText

/// 1,230人（32年度） beside 974人（平成28年度）: the bracket leaves out an era that the row has said before.
struct YearOfUnsaidEra {
  /// As written: 32年度.
  private let year: String

  private static let ends = ["年度末", "年度", "年末", "年"]
  private static let longestSpan = 15

  /// Nil where the text ends with no such bracket.
  init?(inBracketOf text: String) {
    guard let last = text.last, ")）".contains(last), let open = text.lastIndex(where: { "(（".contains($0) }) else {
      return nil
    }
    let inner = text[text.index(after: open)...].dropLast()
    let folded = String(inner).folded
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), Self.ends.contains(String(folded.dropFirst(digits.count))) else { return nil }
    year = String(inner)
  }

  /// The year in the era of the value before it, as long as it follows on that value's.
  func period(behind values: [Measurement]) -> Temporal? {
    guard let last = values.last(where: { $0.quantity.period != nil })?.quantity.period, let start = last.startYear
    else {
      return nil
    }
    return period(in: last) { (start...start + Self.longestSpan).contains($0) }
  }

  /// The year in the era that a cell above it in its column says for a year close by.
  func period(below cells: some Sequence<String>) -> Temporal? {
    for cell in cells {
      guard let above = TemporalReader().first(in: cell, context: .text)?.temporal, let start = above.startYear else {
        continue
      }
      return period(in: above) { abs($0 - start) <= Self.closeBy }
    }
    return nil
  }

  private func period(in said: Temporal, where isMeant: (Int) -> Bool) -> Temporal? {
    guard let era = Self.era(of: said), var period = TemporalReader().whole(era + year), let start = period.startYear,
      isMeant(start)
    else { return nil }
    period.raw = year
    return period
  }

  /// In years, between two rows of a table.
  private static let closeBy = 5

  /// Told by the number that is written for the year.
  private static func era(of period: Temporal) -> String? {
    guard let start = period.startYear else { return nil }
    let digits = period.raw.folded.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    let number = Int(digits) ?? (period.raw.contains("元") ? 1 : nil)
    return number.flatMap { firstYears[start - $0 + 1] }
  }

  private static let firstYears = [1926: "昭和", 1989: "平成", 2019: "令和"]
}
