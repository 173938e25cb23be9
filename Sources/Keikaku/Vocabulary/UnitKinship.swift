import KeikakuText

/// Whether a figure in one unit can be the canonical figure in another: never a rate for a count, a sum per head for a
/// sum, a day's number for a year's.
enum UnitKinship {
  private enum Sort {
    case none, rate, money, score, count
  }

  static func agree(_ unit: String?, canonical: String?) -> Bool {
    guard let unit = unit?.folded, !unit.isEmpty else { return true }
    let (whole, divisor) = parts(unit)
    let (canonicalWhole, canonicalDivisor) = parts(canonical ?? "")
    guard divisor == canonicalDivisor || (divisor == "年" && canonicalDivisor == nil) else { return false }
    let sort = sort(whole)
    return canonicalWhole.isEmpty ? sort == .count && whole == "人" : sort == self.sort(canonicalWhole)
  }

  private static func parts(_ unit: String) -> (whole: String, divisor: String?) {
    let parts = unit.split(separator: "/", maxSplits: 1).map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
  }

  private static func sort(_ unit: String) -> Sort {
    switch unit {
    case "": .none
    case "%", "‰", "ポイント", "pt": .rate
    case "円": .money
    case "点", "位": .score
    default: .count
    }
  }
}
