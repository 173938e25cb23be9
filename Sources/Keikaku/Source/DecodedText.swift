/// A file's text in UTF-8, and how it was come by.
public struct DecodedText: Sendable {
  /// Without byte order mark; carriage returns are kept. Empty where the file holds no text.
  public var bytes: [UInt8]
  /// The encoding's name; `binary` where the file holds no text.
  public var encoding: String
  /// What the choice of the encoding rests on.
  public var evidence: String
  public var diagnostics: [Diagnostic] = []

  init(bytes: [UInt8], encoding: String, evidence: String, diagnostics: [Diagnostic] = []) {
    self.bytes = bytes
    self.encoding = encoding
    self.evidence = evidence
    self.diagnostics = diagnostics
  }

  /// True for a file that is no text in any encoding.
  public var isBinary: Bool { encoding == Self.binary }

  static let binary = "binary"
}
