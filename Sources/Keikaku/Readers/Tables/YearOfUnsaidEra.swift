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
    guard let last = values.last(where: { $0.quantity.period != nil })?.quantity.period, let start = last.startYear,
      let era = ["令和", "平成", "昭和"].first(where: last.raw.folded.hasPrefix),
      var period = TemporalReader().whole(era + year), let next = period.startYear,
      (start...start + Self.longestSpan).contains(next)
    else { return nil }
    period.raw = year
    return period
  }
}

extension Indicator {
  /// Its values as a row tells them.
  var values: [Measurement] { (baseline.map { [$0] } ?? []) + targets + actuals }
}
