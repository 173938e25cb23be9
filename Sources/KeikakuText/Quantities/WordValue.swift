/// What a cell says without a number: that there is none, or what is to become of the indicator.
struct WordValue {
  var qualifiers: [Quantity.Qualifier] = []
  var isMissing = false

  /// Nil where the words say nothing that the readers know.
  init?(_ text: FoldedScalars, in range: Range<Int>, _ units: Units) {
    let letters = text.letters[range].map(\.scalar)
      .filter { !$0.isBlank && !$0.isOpeningBracket && !$0.isClosingBracket }
    if letters.count <= 12, QuantityWords.missing.contains(Self.string(letters)) || Self.isDashWithUnit(letters, units)
    {
      isMissing = true
      return
    }
    var found: Set<Quantity.Qualifier> = []
    for index in range {
      let word = QuantityWords.aloneTable.longest(text, at: index) { _, end in
        end <= range.upperBound && Self.mayEnd(text, at: end, range.upperBound)
      }
      if let word { found.insert(word.value) }
    }
    guard !found.isEmpty, range.count <= 40 else { return nil }
    qualifiers = Quantity.Qualifier.allCases.filter(found.contains)
  }

  /// — 件/年: a dash in the place of the number.
  private static func isDashWithUnit(_ letters: [Unicode.Scalar], _ units: Units) -> Bool {
    guard letters.count > 1, letters[0] == "-" || letters[0] == "…", !letters[1].isDigit else { return false }
    return QuantityReader(units: units).isUnit(string(letters.dropFirst()))
  }

  /// Whether a word is the whole statement here and not the beginning of another: 維持 but not 維持管理.
  private static func mayEnd(_ text: FoldedScalars, at end: Int, _ limit: Int) -> Bool {
    if end >= limit { return true }
    if QuantityWords.endings.contains(where: { text.end(of: $0, at: end) != nil }) { return true }
    return QuantityWords.aloneTable.longest(text, at: end) != nil
  }

  private static func string(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters)
    return String(view)
  }
}
