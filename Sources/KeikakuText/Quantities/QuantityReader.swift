/// Reads quantities of Japanese public documents: exact values with units, bounds, qualifiers and periods.
public struct QuantityReader: Sendable {
  /// What the table around a cell says of its figures.
  public struct Context: Sendable {
    /// The unit that a column, a name's bracket or a header gives, as written: 十億円, 人/年, %. One that is not known is
    /// the figure's unit as it stands.
    public var unit: String?
    /// The indicator's name, for signs in words: 転出超過 under a name that counts 転入超過.
    public var name: String?

    public init(unit: String? = nil, name: String? = nil) {
      self.unit = unit
      self.name = name
    }
  }

  let units: Units

  public init(units: Units = .standard) { self.units = units }

  /// Reads the whole of a cell. Never fails: what is no quantity says so by its flags.
  public func read(_ text: String, context: Context = Context()) -> Quantity {
    CellReader(text, context: context, units: units).read().quantity
  }

  /// Whether a text is a unit as documents write one: 人, か所, 十億円, 人/日.
  public func isUnit(_ text: String) -> Bool { unit(text) != nil }

  /// The base unit and factor of a written unit: 十億円 is 円 × 10⁹, ヶ所 is か所; 単位：人 and (人) are 人.
  public func unit(_ text: String) -> (base: String, factor: ExactDecimal)? {
    let folded = FoldedScalars(text)
    guard folded.count <= 40 else { return nil }
    var start = 0
    var end = folded.count
    while folded[start].isBlank || folded[start].isOpeningBracket { start += 1 }
    while end > start, folded[end - 1].isBlank || folded[end - 1].isClosingBracket { end -= 1 }
    if let behind = folded.end(of: "単位", at: start) {
      start = folded.skippingBlanks(
        folded[folded.skippingBlanks(behind)] == ":" ? folded.skippingBlanks(behind) + 1 : behind)
    }
    guard start < end else { return nil }
    if let unit = units.reader.known(folded, at: start), unit.end == end { return factored(unit, 1) }
    return scaledUnit(folded, start, end)
  }

  /// 十億円, 千人, 百万t: a power of ten in kanji before a unit.
  private func scaledUnit(_ text: FoldedScalars, _ start: Int, _ end: Int) -> (base: String, factor: ExactDecimal)? {
    guard text[start].smallPower != nil || text[start].largePower != nil else { return nil }
    if text[start] == "万" || text[start] == "億" || text[start] == "兆" {
      guard let unit = units.reader.known(text, at: start + 1), unit.end == end else { return nil }
      return ExactDecimal.exactly(significand: 1, exponent: text[start].largePower!).flatMap { factored(unit, $0) }
    }
    guard let number = WrittenNumber(text, at: start), number.isKanji,
      let unit = units.reader.known(text, at: number.end), unit.end == end
    else { return nil }
    return factored(unit, number.value)
  }

  private func factored(_ unit: UnitReader.Unit, _ factor: ExactDecimal) -> (base: String, factor: ExactDecimal)? {
    factor.multiplied(byPowerOfTen: unit.power).map { (unit.base, $0) }
  }
}
