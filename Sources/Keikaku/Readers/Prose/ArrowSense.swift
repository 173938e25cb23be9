import KeikakuText

/// What stands right of an arrow, as the document around it tells: 18施設（H27）→24施設（H30）.
enum ArrowSense: Sendable, Equatable {
  /// What is aimed at.
  case target
  /// Below 取組実績: what was reached.
  case result
  /// A report tells of both; what bears a year up to the one that it reports was reached.
  case report(until: Int?)

  enum Standing { case target, result }

  /// Nil where nothing tells.
  ///
  /// - Parameters:
  ///   - period: when the figure is or was reached.
  ///   - isNamed: a heading of indicators or a lead word says what the line is.
  func standing(at period: Temporal?, isNamed: Bool) -> Standing? {
    switch self {
    case .target: return .target
    case .result: return .result
    case .report(let last):
      guard let period, let year = period.fiscalYearOfDay else { return isNamed ? .target : nil }
      if let last { return year <= last ? .result : .target }
      // Plans aim at years; at the end of February something was counted.
      if period.kind == .day || period.kind == .month, !isNamed { return .result }
      return isNamed ? .target : nil
    }
  }
}
