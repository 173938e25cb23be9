/// A JSON Schema as a value: the few forms that the contract needs.
indirect enum SchemaType: Sendable {
  case text
  case integer
  case number
  case boolean
  /// A text of this exact form.
  case pattern(String)
  /// One of these texts.
  case names([String])
  /// One fixed text.
  case constant(String)
  case array(SchemaType)
  /// An object with exactly these keys, all present.
  case object([(String, SchemaType)])
  /// A named schema of `$defs`.
  case definition(String)
  case optional(SchemaType)

  /// The schema as JSON, indented by two blanks a level.
  func json(indent: Int = 0) -> String {
    switch self {
    case .text: #"{ "type": "string" }"#
    case .integer: #"{ "type": "integer" }"#
    case .number: #"{ "type": "number" }"#
    case .boolean: #"{ "type": "boolean" }"#
    case .pattern(let pattern): #"{ "type": "string", "pattern": \#(Self.quoted(pattern)) }"#
    case .names(let names): "{ \"enum\": [\(names.map(Self.quoted).joined(separator: ", "))] }"
    case .constant(let text): "{ \"const\": \(Self.quoted(text)) }"
    case .array(let element): "{ \"type\": \"array\", \"items\": \(element.json(indent: indent)) }"
    case .object(let properties): Self.object(properties, indent)
    case .definition(let name): "{ \"$ref\": \"#/$defs/\(name)\" }"
    case .optional(let type): "{ \"anyOf\": [\(type.json(indent: indent)), { \"type\": \"null\" }] }"
    }
  }

  private static func object(_ properties: [(String, SchemaType)], _ indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let lines = properties.map { "\(margin)    \(quoted($0.0)): \($0.1.json(indent: indent + 4))" }
    return """
      {
      \(margin)  "type": "object",
      \(margin)  "additionalProperties": false,
      \(margin)  "required": [\(properties.map { quoted($0.0) }.joined(separator: ", "))],
      \(margin)  "properties": {
      \(lines.joined(separator: ",\n"))
      \(margin)  }
      \(margin)}
      """
  }

  static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(jsonString: text)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
