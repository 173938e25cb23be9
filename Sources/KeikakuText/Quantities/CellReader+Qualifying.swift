/// What the items around a figure add to it: unit, qualifiers, period, second figures.
extension CellReader {
  func finish(_ figure: Figure, _ items: [CellItem], raw: String) -> Quantity {
    var figure = figure
    var period: Temporal?
    var also: [Quantity] = []
    for item in items {
      switch item {
      case .words(let range): apply(words: range, to: &figure)
      case .date(let date): period = period ?? temporal(date)
      case .duration(_, let qualifier): figure.qualifiers.insert(qualifier)
      case .base(let range) where text[range.upperBound] == "比": figure.qualifiers.insert(.relative)
      case .rate(let unit, _): applyRate(unit, to: &figure)
      case .bracket(let inner): apply(bracket: inner, to: &figure, &period, &also)
      default: break
      }
    }
    if let period, period.kind == .range, averageFollows(items) { figure.qualifiers.insert(.annualAverage) }
    if figure.unit == "位", figure.qualifiers.isEmpty { figure.qualifiers.insert(.rank) }
    figure.applyBoundsUnlessRange()
    applyContext(&figure)
    applySignOfWords(&figure, items)
    var quantity = figure.quantity(raw: raw)
    quantity.period = period
    quantity.also = also
    return quantity
  }

  func temporal(_ date: DateExpression) -> Temporal { date.temporal(raw: slice(date.range)) }

  /// The qualifiers that words beside a figure carry.
  func qualifiers(in range: Range<Int>) -> Set<Quantity.Qualifier> {
    var found: Set<Quantity.Qualifier> = []
    var index = range.lowerBound
    while index < range.upperBound {
      let word = QuantityWords.besideFigureTable.longest(text, at: index) { _, end in end <= range.upperBound }
      if let word, !isSpread(index..<word.end) { found.insert(word.value) }
      index = word?.end ?? index + 1
    }
    if found.contains(.annualAverage) { found.remove(.annual) }
    return found
  }

  /// 延床面積 and 延長: the letter of 延べ in words for what is long, late or wide.
  private func isSpread(_ word: Range<Int>) -> Bool {
    word.count == 1 && text[word.lowerBound] == "延" && "床長伸期焼命滞面".unicodeScalars.contains(text[word.upperBound])
  }

  private func apply(words range: Range<Int>, to figure: inout Figure) {
    figure.qualifiers.formUnion(qualifiers(in: range))
    let isBefore = range.upperBound <= figure.range.lowerBound
    if isBefore, text[range.upperBound - 1] == "年", range.count == 1 { figure.qualifiers.insert(.annual) }
    if isBefore, range.count == 1, range.lowerBound == 0 || text[range.lowerBound] != "~",
      let bound = QuantityWords.boundMarks[text[range.lowerBound]]
    {
      figure.qualifiers.insert(bound)
    }
    if figure.unit == "位", isBefore, isRankScope(range) { figure.qualifiers.insert(.rank) }
    if isBefore, let unit = rateUnit(range) { applyRate(unit, to: &figure) }
    if isBefore, figure.unit == nil, let unit = QuantityReader(units: units).unit(text.text(range)) {
      take(unit, &figure)
    }
  }

  /// 日当たり without a number.
  private func rateUnit(_ range: Range<Int>) -> String? {
    for (word, unit): (StaticString, String) in [
      ("日当たり", "日"), ("日あたり", "日"), ("月当たり", "月"), ("月あたり", "月"),
    ] {
      for index in range where text.end(of: word, at: index).map({ $0 <= range.upperBound }) == true { return unit }
    }
    return nil
  }

  func isRankScope(_ range: Range<Int>) -> Bool {
    QuantityWords.rankScopes.contains { word in
      range.contains { index in text.end(of: word, at: index).map { $0 <= range.upperBound } ?? false }
    }
  }

  private func applyRate(_ unit: String?, to figure: inout Figure) {
    guard let unit, let base = figure.unit, base != "%" else { return }
    figure.unit = base + (base.contains("/") ? "・" : "/") + (unit == "年間" ? "年" : unit)
  }

  private func averageFollows(_ items: [CellItem]) -> Bool {
    items.contains { item in
      guard case .words(let range) = item else { return false }
      return range.contains { text.end(of: "平均", at: $0).map { $0 <= range.upperBound } ?? false }
    }
  }

  // MARK: Brackets

  private func apply(
    bracket inner: Range<Int>, to figure: inout Figure, _ period: inout Temporal?, _ also: inout [Quantity]
  ) {
    if figure.unit == nil, let unit = QuantityReader(units: units).unit(text.text(inner)) { return take(unit, &figure) }
    if period == nil, let year = bareYear(inner, beside: figure) ?? yearsWithArrow(inner) {
      period = year
      return
    }
    if isYearOfUnsaidEra(inner) { return }
    let items = CellScanner(text, units).items(in: inner)
    if Self.figure(in: items) != nil {
      for group in Self.groups(items) {
        guard let second = Self.figure(in: group), !second.isBare || group.count > 1 else { continue }
        also.append(finish(second, group, raw: slice(second.range)))
      }
      return
    }
    for item in items {
      switch item {
      case .words(let range): apply(words: range, to: &figure)
      case .date(let date): period = period ?? temporal(date)
      case .duration(_, let qualifier): figure.qualifiers.insert(qualifier)
      case .rate(let unit, _): applyRate(unit, to: &figure)
      default: break
      }
    }
    if let period, period.kind == .range, averageFollows(items) { figure.qualifiers.insert(.annualAverage) }
  }

  /// 32年度 alone in a bracket is a year of an era that the bracket does not say, and no second figure.
  func isYearOfUnsaidEra(_ inner: Range<Int>) -> Bool {
    let digits = inner.prefix { text[$0].isDigit }
    guard (1...2).contains(digits.count), digits.endIndex < inner.upperBound else { return false }
    return ["年", "年度", "年度末", "年末"].contains(text.text(digits.endIndex..<inner.upperBound))
  }

  /// 52.1%(2016): a bare year alone in the bracket. Beside a bare figure that may be a year as well it is a second figure, but
  /// not beside 6,339, whose digits are grouped as those of a year never are.
  private func bareYear(_ inner: Range<Int>, beside figure: Figure) -> Temporal? {
    guard inner.count == 4, text.scalars[inner].allSatisfy(\.isDigit) else { return nil }
    let isGrouped = text.scalars[figure.range].contains { $0 == "," }
    if figure.unit == nil, let value = figure.value, value >= 1000, !isGrouped { return nil }
    return TemporalReader().whole(text.text(inner))
  }

  /// 39.9%（2010→2015年）: an arrow between the years that a bracket holds parts the ends of a span, as ～ does.
  private func yearsWithArrow(_ inner: Range<Int>) -> Temporal? {
    guard inner.count <= Self.longestSpan, let arrow = inner.first(where: { "→⇒➡".unicodeScalars.contains(text[$0]) })
    else { return nil }
    let span = text.text(inner.lowerBound..<arrow) + "~" + text.text(arrow + 1..<inner.upperBound)
    guard var years = TemporalReader().whole(span), years.kind == .range, years.reason == nil else { return nil }
    years.raw = slice(inner)
    return years
  }

  private static let longestSpan = 32

  /// The one year that a bracket holds and nothing else: （H30）.
  func year(alone inner: Range<Int>) -> Temporal? {
    guard inner.count <= Self.longestSpan, text.scalars[inner].contains(where: \.isDigit) else { return nil }
    return TemporalReader().whole(text.text(inner)).map { year in
      var year = year
      year.raw = slice(inner)
      return year
    } ?? yearsWithArrow(inner)
  }

  // MARK: The table around the cell

  private func applyContext(_ figure: inout Figure) {
    guard figure.unit == nil, let written = context.unit else { return }
    take(QuantityReader(units: units).unit(written) ?? (base: written, factor: 1), &figure)
  }

  /// A scale that the figure carries itself (2.4億) is not multiplied again.
  private func take(_ unit: (base: String, factor: ExactDecimal), _ figure: inout Figure) {
    figure.unit = unit.base
    guard figure.scale == 1, unit.factor != 1 else { return }
    figure.value = figure.value.flatMap { $0.multiplied(by: unit.factor) }
    figure.low = figure.low.flatMap { $0.multiplied(by: unit.factor) }
    figure.high = figure.high.flatMap { $0.multiplied(by: unit.factor) }
    figure.scale = unit.factor
  }

  /// A surplus in words is a sign under a name that counts its opposite: 1,209人の転出超過 is negative where 転入超過 is
  /// counted, as it is everywhere unless the name itself says 転出超過.
  private func applySignOfWords(_ figure: inout Figure, _ items: [CellItem]) {
    guard let value = figure.value, value.significand > 0 else { return }
    var surplus: SurplusWord?
    for item in items where surplus == nil {
      switch item {
      case .words(let range): surplus = SurplusWord.first(in: text, range)
      case .bracket(let inner) where !text.scalars[inner].contains(where: \.isDigit):
        surplus = SurplusWord.first(in: text, inner)
      default: break
      }
    }
    guard let surplus, surplus.isNegative(under: context.name?.folded ?? "") else { return }
    figure.value = -value
    (figure.low, figure.high) = (figure.high.map { -$0 }, figure.low.map { -$0 })
  }
}

extension Figure {
  /// Bounds anew after more qualifiers were found; a range has its own.
  mutating func applyBoundsUnlessRange() {
    if value != nil { applyBounds() }
  }
}
