import Keikaku
import KeikakuText

/// Reading plans back from the `plans.sqlite` of a dataset.
extension ComparedPlan {
  /// The plans of a database in their order.
  ///
  /// - Throws: `FileFailure` where the file is no database of ours.
  static func plans(in database: SQLiteDatabase) throws(FileFailure) -> [ComparedPlan] {
    let values = try measurements(in: database)
    var indicators: [String: [JSONValue]] = [:]
    for row in try rows(of: "indicators where canonical_code is not null", indicatorColumns, in: database) {
      indicators[row["plan_id"].string ?? "", default: []].append(
        indicator(row, values[row["indicator_id"].string ?? ""] ?? [:]))
    }
    return try rows(of: "plans", planColumns, in: database).compactMap {
      ComparedPlan(plan($0, indicators[$0["plan_id"].string ?? ""] ?? []))
    }
  }

  private static let planColumns = [
    "plan_id", "title", "municipality_name", "prefecture", "municipality_code", "period_start_year", "period_end_year",
    "source_file",
  ]
  private static let indicatorColumns = [
    "indicator_id", "plan_id", "name", "unit", "canonical_code", "canonical_name", "canonical_method",
    "canonical_good_direction", "canonical_result_kind", "achievement_progress", "achievement_ratio",
    "achievement_printed_rate",
  ]
  private static let measurementColumns = [
    "indicator_id", "role", "raw", "value", "low", "high", "unit", "text", "scale", "qualifiers", "flags", "period_raw",
    "period_kind", "start_year", "end_year", "period_end",
  ]

  /// The values of each indicator by their role.
  private static func measurements(
    in database: SQLiteDatabase
  ) throws(FileFailure) -> [String: [String: [JSONValue]]] {
    var values: [String: [String: [JSONValue]]] = [:]
    for row in try rows(of: "measurements where also_of is null", measurementColumns, in: database) {
      values[row["indicator_id"].string ?? "", default: [:]][row["role"].string ?? "", default: []].append(
        measurement(row))
    }
    return values
  }

  /// The rows of a table in the order they were written, each by the names of its columns.
  private static func rows(
    of table: String, _ columns: [String], in database: SQLiteDatabase
  ) throws(FileFailure) -> [JSONValue] {
    let statement = try database.prepare("select \(columns.joined(separator: ", ")) from \(table) order by rowid")
    return try statement.rows().map { row in
      .object(Dictionary(uniqueKeysWithValues: zip(columns, row.map(JSONValue.init))))
    }
  }

  // MARK: The shape of the JSON

  private static func plan(_ row: JSONValue, _ indicators: [JSONValue]) -> JSONValue {
    let municipality: [String: JSONValue] = [
      "name": row["municipality_name"], "prefecture": row["prefecture"], "code": row["municipality_code"],
    ]
    let period: [String: JSONValue] = ["start_year": row["period_start_year"], "end_year": row["period_end_year"]]
    let plan: [String: JSONValue] = [
      "id": row["plan_id"], "title": row["title"], "municipality": .object(municipality), "period": .object(period),
    ]
    return .object([
      "schema_version": .string(""), "source": .object(["file": row["source_file"]]), "plan": .object(plan),
      "indicators": .array(indicators),
    ])
  }

  private static func indicator(_ row: JSONValue, _ values: [String: [JSONValue]]) -> JSONValue {
    let canonical: [String: JSONValue] = [
      "code": row["canonical_code"], "name": row["canonical_name"], "method": row["canonical_method"],
      "good_direction": row["canonical_good_direction"], "result_kind": row["canonical_result_kind"],
    ]
    let rates: [String: JSONValue] = [
      "progress": row["achievement_progress"], "ratio": row["achievement_ratio"],
      "printed_rate": row["achievement_printed_rate"],
    ]
    return .object([
      "name": row["name"], "unit": row["unit"], "canonical": .object(canonical),
      "baseline": values["baseline"]?.first ?? .null, "targets": .array(values["target"] ?? []),
      "actuals": .array(values["actual"] ?? []),
      "achievement": rates.values.allSatisfy { $0 == .null } ? .null : .object(rates),
    ])
  }

  private static func measurement(_ row: JSONValue) -> JSONValue {
    guard case .object(var measurement) = row else { return .null }
    for name in ["qualifiers", "flags"] {
      let names = row[name].string?.split(separator: ";") ?? []
      measurement[name] = .array(names.map { .string(String($0)) })
    }
    measurement["period"] = .object([
      "raw": row["period_raw"], "kind": row["period_kind"], "start_year": row["start_year"],
      "end_year": row["end_year"], "end": row["period_end"],
    ])
    return .object(measurement)
  }
}

extension JSONValue {
  /// A value of a database. A number is the shortest decimal that the database's binary number stands for.
  fileprivate init(_ value: SQLiteValue) {
    switch value {
    case .null: self = .null
    case .integer(let integer): self = .number(ExactDecimal(integerLiteral: integer))
    case .text(let text): self = .string(text)
    case .real(let real): self = (try? JSONValue(Array(real.description.utf8))) ?? .null
    }
  }
}
