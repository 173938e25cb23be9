import Keikaku
import KeikakuText

/// Writes plan documents as the contract's JSON.
///
/// Every key is present, unknown values are `null`, arrays never are. Equal documents give equal bytes: nothing here
/// depends on the clock, the machine or the order of a dictionary. One writer serves many documents and keeps its memory.
public struct DocumentJSON: ~Copyable {
  /// How the JSON is laid out; the values are the same.
  public enum Layout: Sendable {
    /// One line a document, as JSON Lines wants it.
    case compact
    /// One element of an array a line, which is as fast and can be read and compared.
    case lines
  }

  var out = ByteBuffer()
  var positions = PositionCursor(SourceText(bytes: []))
  /// The last place that was written, and the bytes it was written as.
  var lastPlace: (range: SourceRange, bytes: Range<Int>)?
  /// The plan's id as a JSON string without its closing quote, then a full stop: how every id begins.
  var idPrefix: [UInt8] = []
  let layout: Layout

  public init(layout: Layout = .lines) { self.layout = layout }

  /// The JSON of one document, with a line feed at its end.
  public static func bytes(of document: PlanDocument, layout: Layout = .lines) -> [UInt8] {
    var writer = DocumentJSON(layout: layout)
    writer.write(document)
    return writer.bytes
  }

  /// The bytes of the last document.
  public var bytes: [UInt8] { out.bytes }

  /// Lends the bytes of the last document.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try out.withBytes(body)
  }

  /// Writes a document in place of the last one.
  public mutating func write(_ document: PlanDocument) {
    out.removeAll()
    begin(document)
    out.append("{\"schema_version\":\"")
    out.append(DocumentSchema.version)
    out.append("\"")
    write(document.source)
    write(document.plan)
    writeElements(of: document)
    write(document.coverage)
    newline()
    out.append("}\n")
  }

  private mutating func begin(_ document: PlanDocument) {
    positions = PositionCursor(document.text)
    lastPlace = nil
    pages = document.text.pageStarts.isEmpty ? nil : document.text
    var prefix = ByteBuffer(capacity: 256)
    prefix.append(jsonString: document.plan.id)
    idPrefix = prefix.bytes
    idPrefix[idPrefix.count - 1] = UInt8(ascii: ".")
  }

  /// The text where it has pages, nil elsewhere.
  var pages: SourceText?

  private mutating func writeElements(of document: PlanDocument) {
    write("nodes", document.nodes) { $0.write($1, index: $2) }
    write("indicators", document.indicators) { $0.write($1, index: $2) }
    write("actions", document.actions) { $0.write($1, index: $2) }
    write("relations", document.relations) { writer, relation, _ in writer.write(relation) }
    write("notes", document.notes) { $0.write($1, index: $2) }
    write("tables", document.tables) { $0.write($1, index: $2) }
    write("mentions", document.mentions) { writer, mention, _ in writer.write(mention) }
    write("diagnostics", document.diagnostics) { writer, diagnostic, _ in writer.write(diagnostic) }
  }

  /// Writes an array, one element a line.
  @inline(__always)
  private mutating func write<Element>(
    _ key: StaticString, _ elements: [Element], _ body: (inout DocumentJSON, Element, Int) -> Void
  ) {
    beginKey(key)
    out.append("[")
    for index in elements.indices {
      if index > 0 { out.append(",") }
      newline()
      body(&self, elements[index], index)
    }
    if !elements.isEmpty { newline() }
    out.append("]")
  }

  mutating func beginKey(_ key: StaticString) {
    out.append(",")
    newline()
    out.append("\"")
    out.append(key)
    out.append("\":")
  }

  mutating func newline() {
    if layout == .lines { out.append(UInt8(ascii: "\n")) }
  }
}
