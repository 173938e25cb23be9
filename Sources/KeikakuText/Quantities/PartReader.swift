/// Several labelled figures in one cell: 小75.7%/中64.9%, 平日 237,673 人／日、休日 237,672 人／日, 80年(男) 87年(女).
struct PartReader {
  let text: FoldedScalars
  let scanner: CellScanner
  let units: Units

  struct Part {
    var label: String
    var figure: Figure
  }

  /// The parts, or nil where not every figure has a label of its own.
  func parts(_ items: [CellItem]) -> [Part]? { labelsBefore(items) ?? labelsBehind(items) }

  private func labelsBefore(_ items: [CellItem]) -> [Part]? {
    var parts: [Part] = []
    var label: Range<Int>?
    var counted = ""
    var followsCounted = false
    let areBracketed = Self.beginWithBracket(items)
    for item in items {
      switch item {
      case .words(let range): label = range
      case .counted(let range): (counted, label, followsCounted) = (text.text(range), nil, true)
      case .figure(let figure):
        // 小6・・・国67.8％: behind the class the subject is no unit.
        guard label.map({ isLabel($0) || !counted.isEmpty && $0.count == 1 }) ?? followsCounted else { return nil }
        parts.append(Part(label: counted + (label.map { text.text($0) } ?? ""), figure: figure))
        (label, followsCounted) = (nil, false)
      case .bracket(let inner):
        if SchoolYear.isWhole(inner, in: text) {
          (counted, label, followsCounted) = (text.text(inner), nil, true)
        } else if label == nil, isLabel(inner), parts.isEmpty || areBracketed || text[inner.lowerBound - 2].isBlank {
          label = inner
        }
      case .date, .refused: return nil
      default: break
      }
    }
    return parts.count > 1 && haveLabelsApart(parts) ? parts : nil
  }

  /// (男)79.9年(女)84.3年: a bracket begins the cell and a figure ends it.
  private static func beginWithBracket(_ items: [CellItem]) -> Bool {
    guard case .bracket? = items.first, case .figure? = items.last else { return false }
    return true
  }

  private func labelsBehind(_ items: [CellItem]) -> [Part]? {
    var parts: [Part] = []
    var figure: Figure?
    for item in items {
      switch item {
      case .figure(let next):
        if figure != nil { return nil }
        figure = next
      case .bracket(let inner):
        guard let current = figure, isLabel(inner) else { return nil }
        parts.append(Part(label: text.text(inner), figure: current))
        figure = nil
      case .words: break
      default: return nil
      }
    }
    return figure == nil && parts.count > 1 && haveLabelsApart(parts) ? parts : nil
  }

  private func haveLabelsApart(_ parts: [Part]) -> Bool { Set(parts.map(\.label)).count == parts.count }

  /// A label names a group; a qualifier (累計), a unit, or a sentence does not.
  private func isLabel(_ range: Range<Int>) -> Bool {
    let label = text.text(range)
    guard !range.isEmpty, range.count <= 12, range.count > 1 || QuantityReader(units: units).unit(label) == nil
    else { return false }
    if text.scalars[range].contains(where: { $0.isDigit && !$0.isBlank || $0 == "→" }) { return false }
    return !range.contains { index in
      QuantityWords.besideFigureTable.longest(text, at: index) { _, end in end <= range.upperBound } != nil
    }
  }
}

extension CellReader {
  /// The parts of a cell in which every figure has a label, the ranks beside them aside: 男性80.6年 全国4位 女性84.8年 全国3位.
  func readParts(_ items: [CellItem], _ scanner: CellScanner) -> Quantity? {
    let reader = PartReader(text: text, scanner: scanner, units: units)
    if let parts = reader.parts(items) { return quantity(of: parts, items) }
    let (rest, ranks) = withoutRanks(items)
    guard !ranks.isEmpty, let parts = reader.parts(rest) else { return nil }
    var parted = quantity(of: parts, rest)
    parted.also = ranks.map { group in
      let rank = Self.figure(in: group)!
      var also = finish(rank, group, raw: slice(rank.range))
      also.period = also.period ?? parted.period
      return also
    }
    return parted
  }

  /// Each 全国4位 with the words before it, and the items without them.
  private func withoutRanks(_ items: [CellItem]) -> (rest: [CellItem], ranks: [[CellItem]]) {
    var rest: [CellItem] = []
    var ranks: [[CellItem]] = []
    for item in items {
      if case .figure(let figure) = item, figure.unit == "位", case .words(let scope)? = rest.last, isRankScope(scope) {
        ranks.append([rest.removeLast(), item])
      } else {
        rest.append(item)
      }
    }
    return (rest, ranks)
  }

  func quantity(of parts: [PartReader.Part], _ items: [CellItem]) -> Quantity {
    var quantity = Quantity(raw: raw)
    let others = items.filter { item in
      switch item {
      case .figure, .words, .counted, .bracket: false
      default: true
      }
    }
    let finished = parts.map { (label: $0.label, quantity: finish($0.figure, others, raw: raw)) }
    quantity.parts = finished.map { Quantity.Part(label: $0.label, value: $0.quantity.value, unit: $0.quantity.unit) }
    let units = Set(quantity.parts.map(\.unit))
    if units.count == 1 { quantity.unit = units.first ?? nil }
    quantity.period = finished.first?.quantity.period ?? sharedYear(items)
    let qualifiers = Set(finished.flatMap(\.quantity.qualifiers))
    let flags = Set(finished.flatMap(\.quantity.flags))
    quantity.qualifiers = Quantity.Qualifier.allCases.filter(qualifiers.contains)
    quantity.flags = Quantity.Flag.allCases.filter(flags.contains)
    return quantity
  }

  /// H30 of 小97 中95（H30）: the year of all parts. None where brackets tell different ones, for parts have no years of their own.
  private func sharedYear(_ items: [CellItem]) -> Temporal? {
    let years = items.compactMap { if case .bracket(let inner) = $0 { year(alone: inner) } else { nil } }
    guard let first = years.first, years.allSatisfy({ $0.start == first.start && $0.end == first.end }) else {
      return nil
    }
    return first
  }
}
