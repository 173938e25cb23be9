/// Something seen on the way that a reader of the data should know. Data, printed at the edge.
public struct Diagnostic: Hashable, Sendable {
  public var code: DiagnosticCode
  /// What was seen, and which rule decided.
  public var message: String
  /// Nil where it concerns the whole document.
  public var source: SourceRange?

  public init(_ code: DiagnosticCode, _ message: String, at source: SourceRange? = nil) {
    self.code = code
    self.message = message
    self.source = source
  }
}

/// A stable name for one sort of finding, with its weight and what it means.
public struct DiagnosticCode: Hashable, Sendable {
  public enum Severity: String, Sendable, CaseIterable {
    case error, warning, note
  }

  public let name: String
  public let severity: Severity
  /// For the catalogue: what was seen and what the program then did.
  public let meaning: String

  init(_ name: String, _ severity: Severity, _ meaning: String) {
    self.name = name
    self.severity = severity
    self.meaning = meaning
  }

  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
