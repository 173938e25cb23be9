import Keikaku
import KeikakuText

/// The contract's JSON of one document, as a schema: the one declaration of its keys and types.
public enum DocumentSchema {
  /// What `schema_version` says. A change to keys or meanings is a new version.
  static let version: StaticString = "1.0"

  /// The JSON Schema (2020-12), with a line feed at its end.
  public static var text: String {
    let defined = definitions.map { "    \(SchemaType.quoted($0.0)): \($0.1.json(indent: 4))" }
    let head = """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:keikaku:document:\(version)",
        "title": "A municipal plan as keikaku extract prints it",
        "$defs": {
      \(defined.joined(separator: ",\n"))
        },
      """
    return head + document.json().dropFirst(1) + "\n"
  }

  static let document = SchemaType.object([
    ("schema_version", .constant("\(version)")), ("source", file), ("plan", plan),
    ("nodes", .array(.definition("node"))), ("indicators", .array(.definition("indicator"))),
    ("actions", .array(.definition("action"))), ("relations", .array(.definition("relation"))),
    ("notes", .array(.definition("note"))), ("tables", .array(.definition("table"))),
    ("mentions", .array(.definition("mention"))), ("diagnostics", .array(.definition("diagnostic"))),
    ("coverage", .object([("characters", .integer), ("running_text", .integer), ("unclassified", .integer)])),
  ])

  static let definitions: [(String, SchemaType)] = [
    ("source", source), ("box", box), ("temporal", temporal), ("measurement", measurement), ("node", node),
    ("indicator", indicator), ("action", action), ("relation", relation), ("note", note), ("table", table),
    ("mention", mention), ("diagnostic", diagnostic),
  ]

  private static let optionalText = SchemaType.optional(.text)
  private static let optionalInteger = SchemaType.optional(.integer)
  private static let optionalNumber = SchemaType.optional(.number)
  private static let optionalPeriod = SchemaType.optional(.definition("temporal"))
  private static let optionalDay = SchemaType.optional(.pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
  private static let place = ("source", SchemaType.definition("source"))

  private static let file = SchemaType.object([
    ("file", .text), ("sha256", .pattern("^[0-9a-f]{64}$")), ("encoding", .text), ("media_type", .text),
    ("bytes", .integer), ("lines", .integer), ("pages", optionalInteger),
  ])

  private static let plan = SchemaType.object([
    ("id", .text), ("title", optionalText), ("kind", .names(PlanKind.names)),
    ("status", .optional(.names(PlanStatus.names))), ("series", optionalInteger), ("period", optionalPeriod),
    ("published", optionalPeriod), ("reporting_year", optionalPeriod), ("municipality", municipality),
  ])

  private static let municipality = SchemaType.object([
    ("name", optionalText), ("prefecture", optionalText), ("code", .optional(.pattern("^[0-9]{6}$"))),
    ("kind", .optional(.names(MunicipalityReading.Kind.names))),
    ("candidates", .array(.object([("name", .text), ("prefecture", .text), ("code", .pattern("^[0-9]{6}$"))]))),
  ])

  private static let source = SchemaType.object([
    ("line", .integer), ("column", .integer), ("end_line", .integer), ("end_column", .integer),
    ("start_byte", .integer), ("end_byte", .integer), ("page", optionalInteger),
    ("box", .optional(.definition("box"))),
  ])

  private static let box = SchemaType.object([("x0", .number), ("y0", .number), ("x1", .number), ("y1", .number)])

  private static let temporal = SchemaType.object([
    ("raw", .text), ("kind", .optional(.names(Temporal.Kind.names))), ("start", optionalDay), ("end", optionalDay),
    ("start_year", optionalInteger), ("end_year", optionalInteger), ("assumed", .boolean),
    ("flags", .array(.names(Temporal.Flag.names))), ("reason", optionalText),
  ])

  private static let measurement = SchemaType.object([
    ("raw", .text), ("value", optionalNumber), ("low", optionalNumber), ("high", optionalNumber),
    ("unit", optionalText), ("scale", .number), ("qualifiers", .array(.names(Quantity.Qualifier.names))),
    ("period", optionalPeriod), ("text", optionalText),
    ("parts", .array(.object([("label", .text), ("value", optionalNumber), ("unit", optionalText)]))),
    ("also", .array(.definition("measurement"))), ("flags", .array(.names(Quantity.Flag.names))), place,
  ])

  private static let optionalMeasurement = SchemaType.optional(.definition("measurement"))

  private static let node = SchemaType.object([
    ("id", .text), ("kind", .names(NodeKind.names)), ("label", optionalText), ("number", optionalText),
    ("title", .text), ("parent_id", optionalText), ("text", optionalText), ("relisted", .boolean), place,
  ])

  private static let indicator = SchemaType.object([
    ("id", .text), ("node_id", optionalText), ("name", .text), ("unit", optionalText), ("canonical", canonical),
    ("baseline", optionalMeasurement), ("targets", .array(.definition("measurement"))),
    ("actuals", .array(.definition("measurement"))), ("definition", optionalText), ("data_source", optionalText),
    ("department", optionalText), ("remarks", optionalText),
    ("grade", .optional(.object([("raw", .text), ("normalized", optionalText)]))),
    (
      "achievement",
      .optional(.object([("progress", optionalNumber), ("ratio", optionalNumber), ("printed_rate", optionalNumber)]))
    ),
    ("note_ids", .array(.text)), ("diagnostics", .array(.text)), place,
  ])

  private static let canonical = SchemaType.optional(
    .object([
      ("code", .text), ("name", .text), ("method", .text), ("good_direction", optionalText),
      ("result_kind", optionalText),
    ]))

  private static let action = SchemaType.object([
    ("id", .text), ("node_id", optionalText), ("text", .text), ("status", .optional(.names(ActionStatus.names))),
    ("period", optionalPeriod),
    (
      "schedule",
      .array(.object([("period", .definition("temporal")), ("text", .text), ("continues", .boolean)]))
    ),
    ("department", optionalText), ("budget", optionalMeasurement), place,
  ])

  private static let relation = SchemaType.object([
    ("from_id", optionalText), ("to_id", .text), ("kind", .names(RelationKind.names)), ("page", optionalInteger),
    place,
  ])

  private static let note = SchemaType.object([
    ("id", .text), ("marker", optionalText), ("term", optionalText), ("text", .text), place,
  ])

  private static let table = SchemaType.object([
    ("id", .text), ("node_id", optionalText), ("kind", .names(TableKind.names)), ("header_rows", .integer),
    ("rows", .array(.array(.text))), place,
  ])

  private static let mention = SchemaType.object([
    ("kind", .names(["date", "quantity"])), ("date", optionalPeriod), ("quantity", optionalMeasurement), place,
  ])

  private static let diagnostic = SchemaType.object([
    ("code", .text), ("severity", .names(DiagnosticCode.Severity.names)), ("message", .text),
    ("source", .optional(.definition("source"))),
  ])
}
