extension StackedHeader {
  /// The columns of a header in one line, in the order of its heads, where years stand in columns between those of the values:
  ///
  ///     指標     基準年度   基準値   目標年度   目標値
  ///
  /// Nil where none stands between two values.
  static func besideYearColumns(_ heads: [Head]) -> StackedColumns? {
    let areValues = heads.map { isValue($0.role) }
    let areYears = heads.map { $0.role == .baselineYear || $0.role == .targetYear }
    guard let firstValue = areValues.firstIndex(of: true), let last = areValues.lastIndex(of: true),
      areYears[firstValue...last].contains(true)
    else { return nil }
    // The first year stands before the first value.
    let first = firstValue > 0 && areYears[firstValue - 1] ? firstValue - 1 : firstValue
    guard (first...last).allSatisfy({ areValues[$0] || areYears[$0] }) else { return nil }
    return columns(heads, values: first...last)
  }
}
