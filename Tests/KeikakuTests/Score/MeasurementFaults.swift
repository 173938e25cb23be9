import Foundation
import Keikaku
import KeikakuText

/// Compares extracted measurements and periods with annotated ones.
enum MeasurementFaults {
  /// The fields in which a measurement differs; none where the annotation leaves it open with a value of `*`.
  static func of(_ found: Keikaku.Measurement?, expected: Truth.Row?) -> [String] {
    guard let expected else {
      let isNothing = found.map { $0.quantity.value == nil && $0.quantity.qualifiers.isEmpty } ?? true
      return isNothing ? [] : ["absent"]
    }
    if expected.text("value") == "*" { return [] }
    guard let quantity = found?.quantity else { return ["missing"] }
    var faults: [String] = []
    if !partsAgree(quantity.parts, expected.rows("parts")) { faults.append("parts") }
    if !sameNumber(expected.number("value"), quantity.value) { faults.append("value") }
    if let unit = expected.text("unit"), unitKey(unit) != unitKey(quantity.unit ?? "") { faults.append("unit") }
    if let year = expected.text("year"), !agrees(quantity.period, year) { faults.append("year") }
    let qualifiers = Set(expected.texts("qualifiers") ?? [])
    if !qualifiers.isSubset(of: quantity.qualifiers.map(\.rawValue)) { faults.append("qualifiers") }
    return faults
  }

  /// Whether a period is one of the alternatives, `2024|2020/2024`.
  static func agrees(_ period: Temporal?, _ alternatives: String) -> Bool {
    guard let period, let start = period.startYear ?? period.endYear else { return false }
    let end = period.endYear ?? start
    let year = period.startYear == nil || end == start ? "\(start)" : "\(start)/\(end)"
    return alternatives.split(separator: "|").contains { $0 == year }
  }

  private static func partsAgree(_ found: [Quantity.Part], _ expected: [Truth.Row]) -> Bool {
    guard !expected.isEmpty else { return true }
    guard found.count == expected.count else { return false }
    return zip(found, expected).allSatisfy { part, row in
      ComparedText(part.label) == row.compared("label") && sameNumber(row.number("value"), part.value)
    }
  }

  static func sameNumber(_ expected: Double?, _ found: ExactDecimal?) -> Bool {
    guard let expected, let found = found.flatMap({ Double($0.description) }) else {
      return expected == nil && found == nil
    }
    return abs(expected - found) <= 1e-9 * max(1, abs(expected))
  }

  private static func unitKey(_ unit: String) -> String {
    let folded = unit.precomposedStringWithCompatibilityMapping.filter { $0 != " " }
    switch folded {
    case "箇所", "カ所", "ヶ所", "ケ所", "個所": return "か所"
    case "パーセント": return "%"
    default: return folded
    }
  }
}
