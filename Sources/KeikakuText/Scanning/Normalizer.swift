/// Reads lines of one expression each, from any bytes: what `keikaku normalize` prints.
///
/// Bytes that are no UTF-8 are read as U+FFFD; ranges are bytes of the line as given.
public struct Normalizer: Sendable {
  public struct DateLine: Sendable {
    /// The first date of the line; its `raw` is the whole line. Without a date its kind is nil and it carries the flag
    /// `notADate`; an impossible date has no interval and the flag `invalid`.
    public var temporal: Temporal
    /// The bytes of the first date in the line, nil where there is none.
    public var range: Range<Int>?
    /// How many dates follow the first.
    public var more: Int
  }

  public struct QuantityLine: Sendable {
    /// What the line says in numbers; its `raw` is the whole line.
    public var quantity: Quantity
    /// The bytes of the line's quantity, nil where there is none.
    public var range: Range<Int>?
    /// How many quantities follow the first in running text.
    public var more: Int
  }

  public init() {}

  /// Reads the first date of a line.
  public func date(line: [UInt8]) -> DateLine {
    let raw = String(decoding: line, as: UTF8.self)
    let folded = line.withUnsafeBufferPointer { FoldedScalars($0, at: 0) }
    let found = DateScanner(folded, context: .text).expressions
    guard let first = found.first else {
      return DateLine(temporal: Temporal(raw: raw, flags: [.notADate]), range: nil, more: 0)
    }
    return DateLine(temporal: first.temporal(raw: raw), range: folded.original(first.range), more: found.count - 1)
  }

  /// Reads a line as a cell of a table.
  public func quantity(line: [UInt8]) -> QuantityLine {
    let raw = String(decoding: line, as: UTF8.self)
    let reader = CellReader(raw, context: QuantityReader.Context(), units: .standard)
    let found = reader.read()
    let text = line.withUnsafeBufferPointer { FoldedScalars($0, at: 0) }
    return QuantityLine(
      quantity: found.quantity, range: found.range.map(text.original), more: found.quantity.also.count)
  }
}
