import KeikakuText

/// Tells a cell that holds the figures of several rows, of which none is the value of the one beside it: 820 34 41.0.
///
/// Rows that nothing parts come as one, and their figures as one cell. 1 234 may be a number with its thousands apart; nothing
/// tells. Other digits that blanks part are one number, and are left to the reader of quantities: 1 2 0 set wide, 61万 4千人,
/// 2020 45.0 with its year.
enum SeveralNumbers {
  /// - Parameter lines: the cell's lines as a page shows them, of which a figure may fill the first.
  static func areIn(_ text: String, lines: [String]) -> Bool {
    areSeveral(text.split(whereSeparator: { $0 == " " || $0 == "　" })) || areSeveral(lines.map { $0[...] })
  }

  private static func areSeveral(_ pieces: [Substring]) -> Bool {
    guard pieces.count > 1 else { return false }
    let numbers = pieces.map { Number($0) }
    guard let last = numbers.last ?? nil, numbers.allSatisfy({ $0 != nil }) else { return false }
    let whole = numbers.compactMap { $0 }
    let isSpread =
      whole.allSatisfy { $0.digits == 1 } && whole.dropLast().allSatisfy { !$0.hasPoint && $0.unit.isEmpty }
    // 10 60.0%: a value and its rate.
    let shareUnit = whole.allSatisfy { $0.unit == last.unit || $0.unit.isEmpty && last.unit != "%" }
    return shareUnit && !isSpread && !whole.contains(where: \.isYear)
      && !whole.contains { $0.unit.contains(where: "万億千百".contains) }
  }

  /// A number that is whole by itself, with at most a unit behind it: 1,000人, ▲3.5％.
  private struct Number {
    /// Before the decimal point.
    var digits = 0
    var hasPoint = false
    var isYear = false
    var unit: Substring = ""

    private static let longestUnit = 4

    init?(_ piece: Substring) {
      let text = String(piece).folded
      let rest: Substring = text.drop { "▲△+-−".contains($0) }
      let number: Substring = rest.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
      guard let first = number.first, first.isNumber, let end = number.last, end.isNumber else { return nil }
      let parts: [Substring] = number.split(separator: ".", omittingEmptySubsequences: false)
      let groups: [Substring] = parts[0].split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count <= 2, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
      digits = parts[0].count { $0.isNumber }
      hasPoint = parts.count == 2
      unit = rest[number.endIndex...]
      isYear = unit.isEmpty && number.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
      guard unit.count <= Self.longestUnit, unit.allSatisfy({ $0.isLetter || $0 == "%" }), !unit.hasPrefix("年") else {
        return nil
      }
    }
  }
}
