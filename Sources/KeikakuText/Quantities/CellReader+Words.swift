/// Cells without a figure of their own: words, empty marks, and words with a figure in brackets.
extension CellReader {
  func readWithoutFigure(_ items: [CellItem], _ whole: Range<Int>) -> (quantity: Quantity, range: Range<Int>?) {
    if let found = figureInBracket(items) { return found }
    for case .duration(let figure, _) in items { return (finish(figure, items, raw: raw), figure.range) }
    return (withoutNumber(items, whole), nil)
  }

  /// 転出超過数の半減（604人）: the figure of the bracket under the words before it. （2） alone is a number of a list.
  private func figureInBracket(_ items: [CellItem]) -> (quantity: Quantity, range: Range<Int>?)? {
    guard !items.contains(where: { if case .refused = $0 { true } else { false } }) else { return nil }
    let words = items.compactMap { if case .words(let range) = $0 { range } else { nil } }
    for case .bracket(let inner) in items where words.isEmpty || !isYearOfUnsaidEra(inner) {
      let inside = CellScanner(text, units).items(in: inner)
      guard let figure = Self.figure(in: inside), !figure.isBare, figure.value != nil else { continue }
      if words.isEmpty && inside.count > 1 { continue }
      var quantity = finish(figure, items.filter { if case .bracket = $0 { false } else { true } } + inside, raw: raw)
      if let first = words.first, let last = words.last {
        quantity.text = slice(first.lowerBound..<last.upperBound)
        let known = WordValue(text, in: first, units)?.qualifiers ?? []
        let all = Set(quantity.qualifiers + known.filter { $0 == .maintain || $0 == .increase || $0 == .decrease })
        quantity.qualifiers = Quantity.Qualifier.allCases.filter(all.contains)
      }
      return (quantity, figure.range)
    }
    return nil
  }

  /// 維持（令和7年度）; a bracket that says more than a date, （令和元年度比）, tells what is compared.
  private func dateAlone(inBracketsOf items: [CellItem]) -> DateExpression? {
    for case .bracket(let inner) in items {
      let inside = CellScanner(text, units).items(in: inner)
      if inside.count == 1, case .date(let date) = inside[0] { return date }
    }
    return nil
  }

  /// What a cell says in words, with the date beside them.
  func withoutNumber(_ items: [CellItem], _ whole: Range<Int>) -> Quantity {
    var quantity = Quantity(raw: raw)
    for case .date(let date) in items where quantity.period == nil { quantity.period = temporal(date) }
    quantity.period = quantity.period ?? dateAlone(inBracketsOf: items).map(temporal)
    let words = wordRange(items, whole)
    let hasName = items.contains { if case .refused = $0 { true } else { false } }
    guard let value = WordValue(text, in: words, units), !hasName || value.isMissing else {
      quantity.flags = [.notAQuantity]
      if !words.isEmpty { quantity.text = slice(words) }
      return quantity
    }
    if value.isMissing {
      quantity.flags = [.missing]
    } else {
      quantity.qualifiers = value.qualifiers
      quantity.text = slice(words)
    }
    return quantity
  }

  /// The whole text without the date at its beginning and the brackets at its end.
  private func wordRange(_ items: [CellItem], _ whole: Range<Int>) -> Range<Int> {
    var start = whole.lowerBound
    var end = whole.upperBound
    if case .date(let date)? = items.first, !text[date.range.upperBound].isHiragana { start = date.range.upperBound }
    if case .bracket(let inner)? = items.last, items.count > 1 { end = inner.lowerBound - 1 }
    while start < end, CellScanner.isSeparator(text[start]) { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    return start < end ? start..<end : whole
  }
}
