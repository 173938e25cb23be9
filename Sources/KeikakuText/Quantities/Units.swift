/// The units that quantities are read with: those of the table, and those that a user adds.
///
/// Making such a set costs some milliseconds; make one for a run and hand it on.
public struct Units: Sendable {
  /// One way to write a unit.
  public struct Spelling: Sendable {
    /// Folded, without blanks.
    public let written: String
    /// The unit that is counted in the end: 人 for 千人.
    public let base: String
    /// The power of ten that takes a figure there: 3 for 千人.
    public let power: Int

    /// `written` as another spelling of `unit`; where no table knows that unit, it is a new one and its own base.
    ///
    /// - Returns: nil where `written` begins with no letter, or with a numeral, which is read as a part of the figure, where
    ///   it holds a digit or a blank, and where `unit` is a power of ten of a unit that is not known.
    public init?(_ written: String, of unit: String) {
      let letters = FoldedScalars(written)
      guard letters.count > 0, letters[0].properties.isAlphabetic, letters[0].value < 0x10000, !letters[0].isNumeral,
        letters.scalars.allSatisfy({ !$0.isDigit && !$0.isBlank })
      else { return nil }
      self.written = letters.text(0..<letters.count)
      if let (base, factor) = QuantityReader().unit(unit), let power = factor.powerOfTen {
        (self.base, self.power) = (base, power)
      } else {
        let name = FoldedScalars(unit)
        guard name.count > 0, !name[0].isNumeral else { return nil }
        (base, power) = (name.text(0..<name.count), 0)
      }
    }
  }

  public static let standard = Units()

  let reader: UnitReader

  /// A spelling replaces the table's meaning of the same word.
  public init(adding spellings: [Spelling] = []) { reader = UnitReader(adding: spellings) }
}

extension Unicode.Scalar {
  fileprivate var isNumeral: Bool { kanjiDigit != nil || smallPower != nil || largePower != nil }
}

extension ExactDecimal {
  /// The power of ten that the number is, or nil.
  fileprivate var powerOfTen: Int? {
    var rest = significand
    var power = exponent
    while rest > 1, rest % 10 == 0 {
      rest /= 10
      power += 1
    }
    return rest == 1 ? power : nil
  }
}
