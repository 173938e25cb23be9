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
  static func values(of row: ComparedIndicator) -> [CellValue] {
    let plan = row.plan
    var values: [CellValue] = [
      .text(row.code), .text(row.name), CellValue(row.goodDirection), CellValue(plan.municipality),
      CellValue(plan.prefecture),
      CellValue(plan.code), .text(plan.id), CellValue(plan.title), .text(plan.file), CellValue(plan.startYear),
      CellValue(plan.endYear), .text(row.writtenName), .boolean(row.isFlipped),
      CellValue(row.target?.unit ?? row.baseline?.unit ?? row.actual?.unit),
    ]
    values += [CellValue(row.baseline?.value), CellValue(row.baseline?.year), CellValue(row.baseline?.raw)]
    values += [CellValue(row.target?.value), CellValue(row.target?.year)]
    values += [row.target.map { .boolean($0.isYearAssumed) } ?? .null, CellValue(row.target?.raw)]
    values += [CellValue(names: row.target?.qualifiers ?? [])]
    values += [
      CellValue(row.change), CellValue(row.years), CellValue(row.changePerYear), CellValue(row.percentPerYear),
    ]
    values += [CellValue(row.actual?.value), CellValue(row.actual?.year), CellValue(row.actual?.raw)]
    return values + [CellValue(row.progress), CellValue(row.ratio)]
  }
}
