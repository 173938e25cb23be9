import KeikakuText

/// Several years behind one label.
extension LabelledLinesReader {
  /// 実績値　R2：21人　R3：48人 and R2：21人／R3：48人: a column for each year.
  func byYear(_ pair: Pair) -> [Pair] {
    let range = pair.value.source.indices
    return byYear(pair, rows.words(in: range)) ?? byYear(pair, rows.words(in: range, alsoAt: Self.betweenYears)) ?? [
      pair
    ]
  }

  private static let betweenYears = Set("/、,・;".unicodeScalars.map(\.value))

  private func byYear(_ pair: Pair, _ pieces: [Range<Int>]) -> [Pair]? {
    var pairs: [Pair] = []
    for piece in pieces {
      guard let colon = separator(in: piece) else { return nil }
      let year = rows.string(piece.lowerBound..<colon.lowerBound)
      guard ValueLook.isYear(year), colon.upperBound < piece.upperBound else { return nil }
      var label = pair.label
      label.text += "（\(year)）"
      pairs.append(Pair(role: pair.role, label: label, value: rows.cell(colon.upperBound..<piece.upperBound)))
    }
    return pairs.count > 1 ? pairs : nil
  }
}
