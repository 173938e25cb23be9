/// JSON as a value, its keys in the order given: for the small files that describe a dataset.
indirect enum MetadataJSON: Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case array([MetadataJSON])
  case object([(String, MetadataJSON)])

  static func texts(_ texts: [String]) -> MetadataJSON { .array(texts.map(MetadataJSON.text)) }

  /// An object without the keys that have no value.
  static func object(having properties: [(String, MetadataJSON?)]) -> MetadataJSON {
    .object(properties.compactMap { name, value in value.map { (name, $0) } })
  }

  /// The file's bytes: indented by two blanks a level, lists of texts on one line.
  var bytes: [UInt8] { Array((json(indent: "") + "\n").utf8) }

  private func json(indent: String) -> String {
    switch self {
    case .text(let text): SchemaType.quoted(text)
    case .integer(let integer): "\(integer)"
    case .boolean(let flag): flag ? "true" : "false"
    case .array(let items): Self.list(items, indent)
    case .object(let properties):
      Self.lines(properties.map { "\(SchemaType.quoted($0)): \($1.json(indent: indent + "  "))" }, "{", "}", indent)
    }
  }

  private static func list(_ items: [MetadataJSON], _ indent: String) -> String {
    let isFlat = items.allSatisfy { if case .text = $0 { true } else { false } }
    if isFlat { return "[\(items.map { $0.json(indent: "") }.joined(separator: ", "))]" }
    return lines(items.map { $0.json(indent: indent + "  ") }, "[", "]", indent)
  }

  private static func lines(_ lines: [String], _ open: String, _ close: String, _ indent: String) -> String {
    if lines.isEmpty { return open + close }
    return "\(open)\n" + lines.map { "\(indent)  \($0)" }.joined(separator: ",\n") + "\n\(indent)\(close)"
  }
}

extension MetadataJSON: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .boolean(flag) }
  init(dictionaryLiteral properties: (String, MetadataJSON)...) { self = .object(properties) }
  init(arrayLiteral items: MetadataJSON...) { self = .array(items) }
}
