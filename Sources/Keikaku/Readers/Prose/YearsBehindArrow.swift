import KeikakuText

/// The years of both sides of an arrow, written together behind the right one.
///
///     19,823人 ⇒ 20,000人（H28）（R6）
///     88.4％→92.0％（R1→R7）
///     88.4％ → 92.0％（現状値：令和元年度　目標値：令和７年度）
struct YearsBehindArrow {
  let text: ProseText
  private static let temporals = TemporalReader()

  struct Years {
    var baseline: Temporal
    var target: Temporal
    /// Where the brackets end.
    var end: Int
  }

  /// The years behind a figure; nil where the brackets there hold anything else.
  func years(from start: Int) -> Years? {
    let limit = text.scalars.count
    let open = text.skipBlanks(start, limit)
    guard let close = text.endOfBracket(at: open, limit: limit) else { return nil }
    let inner = open + 1..<close - 1
    let next = text.skipBlanks(close, limit)
    if let end = text.endOfBracket(at: next, limit: limit) {
      return years(inner, next + 1..<end - 1, end: end)
    }
    if let arrow = inner.first(where: { ProseText.isArrow(text.scalars[$0]) }) {
      return years(inner.lowerBound..<arrow, arrow + 1..<inner.upperBound, end: close)
    }
    return labelled(inner, end: close)
  }

  private func years(_ baseline: Range<Int>, _ target: Range<Int>, end: Int) -> Years? {
    guard let first = Self.temporals.whole(text.text(baseline)), let last = Self.temporals.whole(text.text(target)),
      isInOrder(first, last)
    else { return nil }
    return Years(baseline: first, target: last, end: end)
  }

  private func labelled(_ inner: Range<Int>, end: Int) -> Years? {
    let written = text.text(inner)
    let found = Self.temporals.matches(in: written)
    let bytes = Array(written.utf8)
    guard found.count == 2, CaptionReader.baselineWords.contains(where: written.hasPrefix),
      String(decoding: bytes[found[0].range.upperBound..<found[1].range.lowerBound], as: UTF8.self).contains("目標"),
      isInOrder(found[0].temporal, found[1].temporal)
    else { return nil }
    return Years(baseline: found[0].temporal, target: found[1].temporal, end: end)
  }

  private func isInOrder(_ first: Temporal, _ last: Temporal) -> Bool {
    guard let start = first.startYear, let end = last.startYear else { return false }
    return start < end
  }
}
