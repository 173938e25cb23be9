import KeikakuText

/// The columns of a comparison as a table of data, one row a plan and indicator.
enum ComparisonColumns {
  static let names = [
    "canonical_code", "canonical_name", "good_direction", "municipality", "prefecture", "municipality_code", "plan_id",
    "plan_title", "file", "plan_start_year", "plan_end_year", "name", "sign_flipped", "unit", "baseline",
    "baseline_year",
    "baseline_raw", "target", "target_year", "target_year_assumed", "target_raw", "target_qualifiers", "change",
    "years",
    "change_per_year", "percent_per_year", "actual", "actual_year", "actual_raw", "progress", "ratio",
  ]

  /// The values of a row in the order of the names.
  static func values(of row: ComparedIndicator) -> [Value] {
    let plan = row.plan
    var values: [Value] = [
      .text(row.code), .text(row.name), Value(row.goodDirection), Value(plan.municipality), Value(plan.prefecture),
      Value(plan.code), .text(plan.id), Value(plan.title), .text(plan.file), Value(plan.startYear),
      Value(plan.endYear), .text(row.writtenName), .boolean(row.isFlipped),
      Value(row.target?.unit ?? row.baseline?.unit ?? row.actual?.unit),
    ]
    values += [Value(row.baseline?.value), Value(row.baseline?.year), Value(row.baseline?.raw)]
    values += [Value(row.target?.value), Value(row.target?.year)]
    values += [row.target.map { .boolean($0.isYearAssumed) } ?? .null, Value(row.target?.raw)]
    values += [Value(names: row.target?.qualifiers ?? [])]
    values += [Value(row.change), Value(row.years), Value(row.changePerYear), Value(row.percentPerYear)]
    values += [Value(row.actual?.value), Value(row.actual?.year), Value(row.actual?.raw)]
    return values + [Value(row.progress), Value(row.ratio)]
  }
}
