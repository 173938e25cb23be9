import KeikakuText

/// A file's bytes with the name that the document will bear.
public struct SourceFile: Sendable {
  /// The path below the input folder, `/`-separated; for a single file its last component.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The whole way of a document, from bytes to meaning.
public struct Pipeline: Sendable {
  /// What a caller may set.
  public struct Options: Sendable {
    /// Decode as this encoding, whatever the bytes look like.
    public var encoding: String?
    public var lexicon = Lexicon.standard

    public init() {}
  }

  public var options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Reads one document. Never fails: what is wrong with the content is among the diagnostics.
  public func document(from file: SourceFile) -> PlanDocument {
    let text = SourceText(bytes: file.bytes)
    let source = SourceDescription(
      file: file.name, sha256: "", encoding: "utf-8", mediaType: "text/plain", bytes: file.bytes.count,
      lines: text.lineStarts.count)
    return PlanDocument(text: text, source: source, plan: Plan(id: file.name))
  }
}
