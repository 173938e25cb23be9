import KeikakuText

/// A line that is one bracket with two figures, each behind its year: （平成31年転出超過数150人、平成26年転出超過数240人）.
struct LevelsInBracket {
  let earlier: Measurement
  let later: Measurement

  init?(text: ProseText, units: Units) {
    let whole = text.trimmed(text.range)
    guard text.endOfBracket(at: whole.lowerBound, limit: whole.upperBound) == whole.upperBound else { return nil }
    let pieces = text.parts(of: whole.lowerBound + 1..<whole.upperBound - 1) { $0 == "、" }
    let assembly = ProseIndicator(text: text, context: ProseContext(units: units))
    let figures = pieces.compactMap { Self.figure(in: $0, text, assembly) }
    guard pieces.count == 2, figures.count == 2, let first = figures[0].quantity.period?.endYear,
      let second = figures[1].quantity.period?.endYear, first != second
    else { return nil }
    (earlier, later) = first < second ? (figures[0], figures[1]) : (figures[1], figures[0])
  }

  /// 150人 with its year, the name between them left out.
  private static func figure(in piece: Range<Int>, _ text: ProseText, _ assembly: ProseIndicator) -> Measurement? {
    let piece = text.trimmed(piece)
    guard var end = ValueSpan.date(in: text, at: piece.lowerBound, limit: piece.upperBound) else { return nil }
    let period = assembly.period(in: piece.lowerBound..<end)
    end = text.endOfBracket(at: end, limit: piece.upperBound) ?? end
    guard
      let value = (end..<piece.upperBound).lazy.compactMap({
        ValueSpan(in: text, at: $0, limit: piece.upperBound)
      }).first(where: { $0.isNumber && $0.range.upperBound == piece.upperBound })
    else { return nil }
    return assembly.reading(
      ProseIndicator.Parts(
        name: piece, baseline: value.range, baselinePeriod: period, whole: piece)
    ).indicator.baseline
  }
}
