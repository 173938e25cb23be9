/// Parts the rows of a band with lines alone.
struct BandRows {
  let em: Double

  /// Where the rows of a band part that no rule parts: a table with rules only around its head and below its body, or
  /// around groups of rows.
  func dividers(of run: [RuledBand], xs: [Double]) -> [Double] {
    let bodies = run.filter { $0.kind == .rows }
    var result: [Double] = []
    for band in bodies where bodies.count == 1 || holdsRows(band, xs) {
      let rows = GutterRows(lines: band.lines, borders: xs, em: em).rows
      for (upper, lower) in zip(rows, rows.dropFirst()) { result.append((upper.bottom + lower.top) / 2) }
    }
    return result
  }

  /// Several lines have a name and a figure.
  private func holdsRows(_ band: RuledBand, _ xs: [Double]) -> Bool {
    band.lines.count { line in
      let pieces = line.segments(gap: Gutters.width * em)
      return pieces[0].box.x0 < xs[1] && pieces.dropFirst().contains(where: TableJudge.isFigure)
    } >= 2
  }
}
