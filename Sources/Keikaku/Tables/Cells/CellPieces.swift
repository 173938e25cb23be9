import KeikakuText

/// Puts the pieces of a line together that are one cell, where single blanks part cells as well as what stands within them.
///
///     図書館の利用者数 4,200 人 (令和元年度) 約 4,800 人 (令和 6 年度)
///
/// A bracket with blanks in it, the letters of a year, a figure with its sign and its unit, a value and the bracket with its
/// year.
struct CellPieces {
  private let rows: TextLines
  private let ends: PieceEnds

  init(rows: TextLines, quantities: QuantityReader) {
    self.rows = rows
    ends = PieceEnds(rows: rows, quantities: quantities)
  }

  /// - Parameter hasUnits: the table has a column of units: one behind a figure is a cell of its own.
  func joined(_ pieces: [Range<Int>], hasUnits: Bool) -> [Range<Int>] {
    guard pieces.count > 1 else { return pieces }
    // Closures, as each name of a method alone would copy the readers it needs.
    var joined = whole(pieces) { ends.ofBracket($0, $1) }
    joined = whole(joined) { ends.ofYear($0, $1) }
    joined = whole(joined) { ends.ofSign($0, $1) }
    return withYearsOfValues(hasUnits ? joined : whole(joined) { ends.ofUnit($0, $1) })
  }

  /// Each run of pieces that are one as one; `end` tells behind which piece the one that begins at a place ends.
  private func whole(_ pieces: [Range<Int>], _ end: ([Range<Int>], Int) -> Int?) -> [Range<Int>] {
    var whole: [Range<Int>] = []
    var index = 0
    while index < pieces.count {
      // No end behind a piece that nothing follows closely.
      let mayGoOn = index + 1 < pieces.count && ends.areBeside(pieces, index + 1)
      let next = mayGoOn ? end(pieces, index) ?? index + 1 : index + 1
      whole.append(pieces[index].lowerBound..<pieces[next - 1].upperBound)
      index = next
    }
    return whole
  }

  /// 402件 (2019年): where each bracket with a year stands behind a value. Where one stands elsewhere, before its value or
  /// behind another year, they are left alone.
  private func withYearsOfValues(_ pieces: [Range<Int>]) -> [Range<Int>] {
    let isYear = pieces.map { $0.count <= PieceEnds.longest && YearBracket.dates(rows.string($0)) }
    guard isYear.contains(true), isYear.indices.allSatisfy({ !isYear[$0] || $0 > 0 && takesYear(pieces, $0 - 1) })
    else { return pieces }
    return whole(pieces) { _, index in index + 1 < isYear.count && isYear[index + 1] ? index + 2 : nil }
  }

  private func takesYear(_ pieces: [Range<Int>], _ index: Int) -> Bool {
    let text = rows.string(pieces[index])
    return ends.areBeside(pieces, index + 1) && ValueLook.isValue(text) && !ValueLook.endsInYear(text)
  }
}
