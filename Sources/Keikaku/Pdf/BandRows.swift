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
      if bodies.count > 1, !rows.allSatisfy({ holdsOneLineOfFigures($0, of: band) }) || isHeaded(band, xs) { continue }
      for (upper, lower) in zip(rows, rows.dropFirst()) { result.append((upper.bottom + lower.top) / 2) }
    }
    return result
  }

  /// The letters of a head stand one below the other beside all rows of the group.
  private func isHeaded(_ band: RuledBand, _ xs: [Double]) -> Bool {
    let first = band.lines.flatMap(\.words).filter { $0.box.middleX < xs[1] }
    return first.count >= 2 && first.allSatisfy { $0.letters == 1 }
  }

  private func holdsOneLineOfFigures(_ row: GutterRows.Row, of band: RuledBand) -> Bool {
    band.lines.count { line in
      row.top < line.center && line.center < row.bottom
        && line.segments(gap: Gutters.width * em).dropFirst().contains(where: TableJudge.isFigure)
    } == 1
  }

  /// Several lines have a name and a figure.
  private func holdsRows(_ band: RuledBand, _ xs: [Double]) -> Bool {
    band.lines.count { line in
      let pieces = line.segments(gap: Gutters.width * em)
      return pieces[0].box.x0 < xs[1] && pieces.dropFirst().contains(where: TableJudge.isFigure)
    } >= 2
  }
}
