import KeikakuText

/// The years of both sides of an arrow, written together behind the right one.
///
///     19,823人 ⇒ 20,000人（H28）（R6）
///     88.4％→92.0％（R1→R7）
///     88.4％ → 92.0％（現状値：令和元年度　目標値：令和７年度）
///     11人→14人→18人（R5→R8→R10）
///     11人→18人（R5、R10）
struct YearsBehindArrow {
  let text: ProseText
  private static let temporals = TemporalReader()

  struct Years {
    var baseline: Temporal
    /// One for each figure right of an arrow.
    var targets: [Temporal]
    /// Where the brackets end.
    var end: Int
  }

  /// The years behind the last of so many figures; nil where the brackets there hold anything else.
  func years(of figures: Int, from start: Int) -> Years? {
    let limit = text.scalars.count
    let open = text.skipBlanks(start, limit)
    guard let close = text.endOfBracket(at: open, limit: limit) else { return nil }
    let inner = open + 1..<close - 1
    let next = text.skipBlanks(close, limit)
    if figures == 2, let end = text.endOfBracket(at: next, limit: limit) {
      return years([inner, next + 1..<end - 1], end: end)
    }
    let steps = text.parts(of: inner, at: Self.partsYears)
    if steps.count > 1 { return steps.count == figures ? years(steps, end: close) : nil }
    return figures == 2 ? labelled(inner, end: close) : nil
  }

  /// R5→R8→R10, R5、R10: more than one figure's year.
  func areSeveral(_ bracket: Range<Int>) -> Bool {
    let steps = text.parts(of: bracket, at: Self.partsYears)
    return steps.count > 1 && steps.allSatisfy { ValueLook.isYear(text.text($0)) }
  }

  private static func partsYears(_ letter: Unicode.Scalar) -> Bool {
    ProseText.isArrow(letter) || "、,・".unicodeScalars.contains(letter)
  }

  private func years(_ ranges: [Range<Int>], end: Int) -> Years? {
    let years = ranges.compactMap { Self.temporals.whole(text.text($0)) }
    guard years.count == ranges.count, zip(years, years.dropFirst()).allSatisfy(isInOrder) else { return nil }
    return Years(baseline: years[0], targets: Array(years.dropFirst()), end: end)
  }

  private func labelled(_ inner: Range<Int>, end: Int) -> Years? {
    let written = text.text(inner)
    let found = Self.temporals.matches(in: written)
    let bytes = Array(written.utf8)
    guard found.count == 2, CaptionReader.baselineWords.contains(where: written.hasPrefix),
      String(decoding: bytes[found[0].range.upperBound..<found[1].range.lowerBound], as: UTF8.self).contains("目標"),
      isInOrder(found[0].temporal, found[1].temporal)
    else { return nil }
    return Years(baseline: found[0].temporal, targets: [found[1].temporal], end: end)
  }

  private func isInOrder(_ first: Temporal, _ last: Temporal) -> Bool {
    guard let start = first.startYear, let end = last.startYear else { return false }
    return start < end
  }
}
