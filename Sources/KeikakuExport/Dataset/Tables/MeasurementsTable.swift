import Keikaku
import KeikakuText

/// A measurement with the indicator it belongs to.
struct MeasurementEntry: Sendable {
  enum Role: String, Sendable, CaseIterable {
    case baseline, target, actual
  }

  var id: String
  var indicatorID: String
  var role: Role
  /// From 1 within the role; a second figure of a cell bears its first one's.
  var ordinal: Int
  /// The measurement whose cell this figure stands in too.
  var alsoOf: String?
  var quantity: Quantity
  var source: SourceRange
}

extension DatasetTable {
  /// The values of indicators.
  static let measurements = DatasetTable(
    "measurements", "指標値", "One row a value: baseline, target or actual of an indicator.", "指標の値（基準値・目標値・実績値）ごとに1行",
    key: ["measurement_id"], columns: measurementColumns,
    rows: { $0.rows($0.measurements) { $0.source } })

  private static let measurementColumns: [Column<MeasurementEntry>] = {
    let quantity = Column<MeasurementEntry>.quantity("", "") { $0.quantity }
    let period = Column<MeasurementEntry>.temporal("period", "期間") { $0.quantity.period }
    return measurementKeys + quantity.picking("value", "low", "high", "unit", "text")
      + period.picking("period_start", "period_end") + yearColumns + quantity.picking("qualifiers", "raw")
      + Column.source.picking("line") + quantity.picking("scale", "flags")
      + period.picking("period_raw", "period_kind", "period_assumed", "period_flags", "period_reason")
      + Column.source.leaving("line") + measurementOrigins
  }()

  private static let measurementKeys: [Column<MeasurementEntry>] = [
    .init("measurement_id", .text, "指標値ID", "Identifies the value.", "指標値の識別子") { .text($0.element.id) }.required,
    .init("indicator_id", .text, "指標ID", "The indicator.", "指標") { .text($0.element.indicatorID) }.required
      .referring(to: "indicators"),
    .init("role", .text, "区分", "Baseline, target or actual.", "基準値・目標値・実績値", choices: MeasurementEntry.Role.names) {
      CellValue($0.element.role)
    }.required,
    .init("ordinal", .integer, "順序", "From 1 within its role, in the document's order.", "区分内の順序") {
      .integer($0.element.ordinal)
    }.required,
  ]

  private static let yearColumns: [Column<MeasurementEntry>] = [
    .init("start_year", .integer, "開始年", "First year that the text names.", "本文が示す最初の年（度）") {
      CellValue($0.element.quantity.period?.startYear)
    },
    .init("end_year", .integer, "終了年", "Last year that the text names.", "本文が示す最後の年（度）") {
      CellValue($0.element.quantity.period?.endYear)
    },
  ]

  private static let measurementOrigins: [Column<MeasurementEntry>] = [
    .init("also_of", .text, "併記元ID", "The value in whose cell this second figure stands.", "同じセルの主たる値") {
      CellValue($0.element.alsoOf)
    }.referring(to: "measurements"),
    .plan,
  ]

  /// Labelled figures of one value: 平日 and 休日.
  static let measurementParts = DatasetTable(
    "measurement_parts", "指標値内訳", "Labelled figures of one value, such as 平日 and 休日.", "指標値の内訳（平日・休日など）",
    key: ["measurement_id", "ordinal"], columns: partColumns,
    rows: { document in
      document.measurements.flatMap { entry in
        entry.quantity.parts.enumerated().map {
          Row(document, $0.offset, PartEntry(measurementID: entry.id, part: $0.element), source: nil)
        }
      }
    })

  private static let partColumns: [Column<PartEntry>] = [
    .init("measurement_id", .text, "指標値ID", "The value.", "指標値") { .text($0.element.measurementID) }.required
      .referring(to: "measurements"),
    .init("ordinal", .integer, "順序", "From 1.", "順序") { .integer($0.index + 1) }.required,
    .init("label", .text, "内訳名", "What the figure is of.", "内訳の名称") { .text($0.element.part.label) }.required,
    .init("value", .number, "値", "The exact value in the base unit.", "基本単位での正確な値") {
      CellValue($0.element.part.value)
    },
    .init("unit", .text, "単位", "The base unit.", "基本単位") { CellValue($0.element.part.unit) },
  ]
}

/// One labelled figure with the measurement it belongs to.
struct PartEntry: Sendable {
  var measurementID: String
  var part: Quantity.Part
}

extension DocumentContext {
  /// Every value of every indicator, second figures after the one they stand beside.
  var measurements: [MeasurementEntry] {
    document.indicators.enumerated().flatMap { index, indicator in
      let id = id(.indicator, index)
      let baseline = indicator.baseline.map { [$0] } ?? []
      return entries(baseline, .baseline, of: id) + entries(indicator.targets, .target, of: id)
        + entries(indicator.actuals, .actual, of: id)
    }
  }

  private func entries(
    _ measurements: [Measurement], _ role: MeasurementEntry.Role, of indicator: String
  ) -> [MeasurementEntry] {
    measurements.enumerated().flatMap { index, measurement in
      let entry = MeasurementEntry(
        id: "\(indicator).\(role.rawValue)\(index + 1)", indicatorID: indicator, role: role, ordinal: index + 1,
        quantity: measurement.quantity, source: measurement.source)
      return [entry] + others(beside: entry)
    }
  }

  private func others(beside entry: MeasurementEntry) -> [MeasurementEntry] {
    entry.quantity.also.enumerated().flatMap { index, quantity in
      var other = entry
      other.id = "\(entry.id).also\(index + 1)"
      other.alsoOf = entry.id
      other.quantity = quantity
      return [other] + others(beside: other)
    }
  }
}
