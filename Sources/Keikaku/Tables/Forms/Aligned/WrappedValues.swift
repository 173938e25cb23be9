import KeikakuText

/// Values that a narrow column breaks before the end of their unit, and the rests that stand below them.
///
///     866億 888億 909億 930億円
///     円     円    円
///
/// What a line's blanks say of a rest's place is not to be trusted, so rests are dealt in their order, and only where as
/// many values stand without an end.
struct WrappedValues {
  let items: StackedItemReader
  /// The rest of a wrapped value: 人, 経営体, 千t-CO2.
  private static let longestRest = 6

  /// The value that each rest completes; nil where they are not as many as the values that need one.
  func owners(of rests: [String], among values: [String]) -> [Int]? {
    let needing = values.indices.filter { place in rests.contains { completes(values[place], $0, beside: values) } }
    guard needing.count == rests.count,
      zip(needing, rests).allSatisfy({ completes(values[$0], $1, beside: values) })
    else { return nil }
    return needing
  }

  /// The text may be the rest of one of the values.
  func isRest(_ text: String, of values: [String]) -> Bool {
    text.count <= Self.longestRest && values.contains { completes($0, text, beside: values) }
  }

  /// The text right behind a value is its end: 10,752千 | 円, 現状値以 | 上.
  func isEnd(_ text: String, of value: String) -> Bool {
    guard text.count <= Self.longestRest, !ValueLook.isYear(value) else { return false }
    return ValueLook.isCutWord(value) || Self.tail(of: value) != nil ? completes(value, text, beside: []) : false
  }

  /// A value goes on in a rest: to the unit that others of its row have, to one that is known, to the end of its bracket.
  private func completes(_ value: String, _ rest: String, beside others: [String]) -> Bool {
    if NameContinuation.isOpenInBracket(value) { return NameContinuation.closesUnopened(rest) }
    if ValueLook.isCutWord(value) { return ValueLook.isValue(value + rest) }
    if ValueLook.isYear(value) { return value.hasSuffix("年") && rest == "度" }
    guard let tail = Self.tail(of: value) else { return false }
    let tails = Set(others.compactMap(Self.tail)).subtracting([""])
    if tail.isEmpty { return isUnit(rest) && tails.allSatisfy { rest.folded.hasPrefix($0) } }
    let whole = tail + rest.folded
    return tails.contains(whole) || isUnit(whole)
  }

  /// 4.5 beside 3.2億円: the figure may have lost a power of ten.
  static func mayLackScale(_ values: [String]) -> Bool {
    let tails = values.compactMap(tail)
    return tails.contains("") && tails.contains { $0.first.map { "百千万億兆".contains($0) } ?? false }
  }

  private func isUnit(_ text: String) -> Bool { items.quantities.isUnit(text) }

  /// What stands behind the first figure; nil where there is none.
  private static func tail(of value: String) -> String? {
    let folded = value.folded
    // 千 and 億 are numbers to Unicode.
    guard let first = folded.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    return String(folded[first...].drop { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." })
  }
}
