import KeikakuText

/// A value of the indicators of a table: its column with those that continue it under one merged header cell.
struct ValueField: Sendable {
  var role: ColumnRole
  /// The value column first.
  var columns: [Int]
  var period: Temporal?
  var unit: String?
  var isCumulative: Bool
  var isPair: Bool
  /// The years of the two values of a pair; empty where the header does not tell both.
  var pairPeriods: [Temporal] = []
  /// A column that gives the year of this value.
  var yearColumn: Int?

  /// The value fields of a layout, left to right.
  static func fields(of layout: ColumnLayout, context: TableContext) -> [ValueField] {
    var fields: [ValueField] = []
    for (index, column) in layout.columns.enumerated() {
      guard let role = column.role, role.isValue else {
        if column.role == nil, let owner = column.continues,
          let field = fields.lastIndex(where: { $0.columns[0] == owner })
        {
          fields[field].columns.append(index)
        }
        continue
      }
      let period =
        column.period ?? (role == .baseline ? context.baselinePeriod : role == .target ? context.targetPeriod : nil)
      fields.append(
        ValueField(
          role: role, columns: [index], period: period, unit: column.unit, isCumulative: column.isCumulative,
          isPair: column.isPair, pairPeriods: column.pairPeriods))
    }
    tieYears(of: layout, to: &fields)
    return fields
  }

  /// A column of years belongs to the value that its word names, else to the value beside it: the one on its left, unless
  /// each value has one on its own left.
  private static func tieYears(of layout: ColumnLayout, to fields: inout [ValueField]) {
    let standBefore = yearsStandBefore(fields, layout)
    for (index, column) in layout.columns.enumerated() {
      let field: Int?
      switch column.role {
      case .targetYear: field = fields.lastIndex { $0.role == .target && $0.yearColumn == nil }
      case .baselineYear: field = fields.firstIndex { $0.role != .target && $0.yearColumn == nil }
      case .year:
        let left = fields.lastIndex { $0.columns[0] < index && index - $0.columns.last! == 1 && $0.yearColumn == nil }
        let right = fields.firstIndex { $0.columns[0] == index + 1 && $0.yearColumn == nil }
        field = standBefore ? right : left ?? (isOfOther(index, layout) ? nil : right)
      default: field = nil
      }
      if let field { fields[field].yearColumn = index }
    }
  }

  /// 年度 | 現状値 | 年度 | 目標値, and no year behind the last value.
  private static func yearsStandBefore(_ fields: [ValueField], _ layout: ColumnLayout) -> Bool {
    guard let last = fields.last?.columns[0] else { return false }
    return layout.columns.dropFirst(last + 1).first?.role != .year
      && fields.allSatisfy { $0.columns[0] > 0 && layout.columns[$0.columns[0] - 1].role == .year }
  }

  /// 県平均 | 年度 | 現状値: the year of a figure that is not taken.
  private static func isOfOther(_ index: Int, _ layout: ColumnLayout) -> Bool {
    guard index > 0, index - 1 != layout.nameColumn else { return false }
    let left = layout.columns[index - 1]
    return left.role == .forecast || left.role == nil && left.isTitled
  }
}
