import KeikakuText

/// A JSON value read back, with numbers as the exact decimals that they are written as.
public enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case number(ExactDecimal)
  case string(String)
  case array([JSONValue])
  /// The members in their order; of two with one name the last counts.
  case object([String: JSONValue])

  /// Reads one JSON text (RFC 8259).
  ///
  /// - Throws: `JSONError` with the byte of the first fault.
  public init(_ bytes: [UInt8]) throws(JSONError) {
    var reader = JSONValueReader(bytes: bytes)
    self = try reader.readAll()
  }

  /// The member of an object; null where there is none.
  public subscript(name: String) -> JSONValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var number: ExactDecimal? { if case .number(let number) = self { number } else { nil } }
  public var array: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// A whole number that fits.
  public var integer: Int? { number.flatMap { $0.exponent == 0 ? Int(exactly: $0.significand) : nil } }
}

/// Why a text is no JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 0.
  public var byte: Int
  public var problem: String

  public var description: String { "byte \(byte): \(problem)" }
}
