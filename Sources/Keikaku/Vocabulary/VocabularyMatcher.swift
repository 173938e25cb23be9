import KeikakuText

/// Finds the canonical indicator that a plan's indicator is, if any.
///
/// By the exact name, by an alias, or by rule: what only says how a figure is counted (年間, 累計, 市内の) set aside, or a
/// form of whole names. What holds a canonical name inside is no match (人口に占める消防団員数の割合 is not 総人口), a figure
/// whose unit is of another sort neither, and what nothing matches stays without.
public struct VocabularyMatcher: Sendable {
  private struct Hit: Sendable {
    var entry: Int
    var isAlias: Bool
    var bound: Bound?
  }

  /// A condition on the value: an alias such as 出生率<5.
  private struct Bound: Sendable {
    var isUpper: Bool
    var limit: ExactDecimal
  }

  public static let standard = VocabularyMatcher(.standard)

  /// The entries that are matched.
  public let vocabulary: Vocabulary
  /// By the bytes of the names' keys: equal keys have equal bytes.
  private var hits: [[UInt8]: [Hit]] = [:]
  private var patterns: [(pattern: NamePattern, entry: Int)] = []

  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    for (index, entry) in vocabulary.entries.enumerated() {
      hits[IndicatorNameKey.key(entry.name), default: []].append(Hit(entry: index, isAlias: false))
      for alias in entry.aliases {
        let (name, bound) = Self.parts(of: alias)
        hits[IndicatorNameKey.key(name), default: []].append(Hit(entry: index, isAlias: true, bound: bound))
      }
      patterns += entry.patterns.map { (NamePattern($0), index) }
    }
  }

  /// The codes and names of its canonical indicators.
  public var names: [String] { vocabulary.entries.flatMap { [$0.code, $0.name] } }

  /// - Parameters:
  ///   - value: a value of the indicator, where an alias holds only for some.
  ///   - place: the plan's own municipality, whose name in an indicator's name says no more than 市 or 町.
  public func match(
    name: String, unit: String?, value: ExactDecimal? = nil, place: String? = nil
  ) -> Indicator.Canonical? {
    let written = IndicatorNameKey.key(name)
    let key = Self.withoutPlace(written, place)
    for (index, form) in IndicatorNameKey.forms(of: key).enumerated() {
      if let hit = hits[form]?.first(where: { isMet($0, unit, value) }) {
        let isWhole = index == 0 && key == written
        return canonical(hit.entry, method: isWhole ? (hit.isAlias ? "alias" : "exact") : "rule")
      }
    }
    for (pattern, entry) in patterns where pattern.matches(key) {
      if UnitKinship.agree(unit, canonical: vocabulary.entries[entry].unit) { return canonical(entry, method: "rule") }
    }
    return nil
  }

  private func isMet(_ hit: Hit, _ unit: String?, _ value: ExactDecimal?) -> Bool {
    guard UnitKinship.agree(unit, canonical: vocabulary.entries[hit.entry].unit) else { return false }
    guard let bound = hit.bound else { return true }
    guard let value else { return false }
    return bound.isUpper ? value.isLess(than: bound.limit) : bound.limit.isLess(than: value)
  }

  private func canonical(_ index: Int, method: String) -> Indicator.Canonical {
    let entry = vocabulary.entries[index]
    return Indicator.Canonical(
      code: entry.code, name: entry.name, method: method, goodDirection: entry.goodDirection,
      resultKind: entry.resultKind)
  }

  /// 美祢市の認知度 in 美祢市's plan is 市の認知度. Another city's name stays: it makes another figure.
  private static func withoutPlace(_ key: [UInt8], _ place: String?) -> [UInt8] {
    // 市, 町, 村, 区 and 県 take three bytes each.
    guard let place, place.utf8.count > 3 else { return key }
    let own = IndicatorNameKey.key(place)
    guard key.span.holds(own.span) else { return key }
    var result: [UInt8] = []
    var index = 0
    while index < key.count {
      if key.span.holds(own.span, at: index) {
        result += own.suffix(3)
        index += own.count
      } else {
        result.append(key[index])
        index += 1
      }
    }
    return result
  }

  private static func parts(of alias: String) -> (name: String, bound: Bound?) {
    guard let sign = alias.utf8.lastIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }),
      let limit = Int(alias[alias.index(after: sign)...])
    else { return (alias, nil) }
    let bound = Bound(isUpper: alias[sign] == "<", limit: ExactDecimal(significand: Int128(limit), exponent: 0))
    return (String(alias[..<sign]), bound)
  }
}

extension ExactDecimal {
  /// Compares the numbers, whatever their exponents; figures of plans are far from the limits.
  fileprivate func isLess(than other: ExactDecimal) -> Bool {
    let exponent = min(exponent, other.exponent)
    return Self.scaled(self, to: exponent) < Self.scaled(other, to: exponent)
  }

  private static func scaled(_ number: ExactDecimal, to exponent: Int) -> Int128 {
    (0..<max(0, number.exponent - exponent)).reduce(number.significand) { significand, _ in significand * 10 }
  }
}
