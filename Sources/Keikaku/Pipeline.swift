import KeikakuText

/// The whole way of a document, from bytes to meaning.
public struct Pipeline: Sendable {
  /// What a caller may set.
  public struct Options: Sendable {
    /// Decode as this encoding, whatever the bytes look like.
    public var encoding: String?
    public var lexicon = Lexicon.standard
    /// The canonical indicators to look for: the program's own, or a user's.
    public var vocabulary = VocabularyMatcher.standard

    public init() {}
  }

  public var options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Reads one document. Never fails: what is wrong with the content is among the diagnostics.
  public func document(from file: SourceFile) -> PlanDocument {
    let (original, source, diagnostics) = decode(file)
    let repair = TextRepair.repair(original)
    let text = repair.map { SourceText(bytes: $0.text.bytes) } ?? original
    let lines = LineReader.read(text)
    let blocks = BlockReader.read(lines, lexicon: options.lexicon)
    let outline = OutlineBuilder.build(blocks, lexicon: options.lexicon)
    let reading = DocumentReader.read(outline, text: text, lexicon: options.lexicon)
    let (plan, planDiagnostics) = FrontMatterReader().read(
      blocks: blocks, text: text, planID: file.planIdentifier(digest: source.sha256))
    var document = PlanDocument(text: text, source: source, plan: plan)
    document.take(reading)
    options.vocabulary.matchIndicators(of: &document)
    document.coverage = CoverageCounter.count(outline, unclassified: reading.unclassified, text: text)
    document.diagnostics = planDiagnostics + reading.diagnostics
    if let repair {
      document.move(to: original, repair.text.original)
      document.diagnostics += repair.diagnostics
    }
    document.diagnostics = diagnostics + document.diagnostics
    return document
  }

  /// The text of a file with the description of where it came from.
  private func decode(_ file: SourceFile) -> (text: SourceText, source: SourceDescription, diagnostics: [Diagnostic]) {
    let decoded = TextDecoder(forced: options.encoding.flatMap(TextEncoding.init(name:))).decode(file.bytes)
    let text = SourceText(bytes: decoded.bytes)
    let source = SourceDescription(
      file: file.name, sha256: SHA256.hexadecimalDigest(of: file.bytes), encoding: decoded.encoding,
      mediaType: file.mediaType, bytes: file.bytes.count, lines: decoded.bytes.isEmpty ? 0 : text.lineStarts.count,
      pages: text.pageStarts.isEmpty ? nil : text.pageStarts.count)
    let empty =
      decoded.bytes.isEmpty && !decoded.isBinary ? [Diagnostic(.documentEmpty, "The file holds no text.")] : []
    return (text, source, decoded.diagnostics + empty)
  }

  /// What `dump` can show of a document's way.
  public enum Stage: String, Sendable, CaseIterable {
    case lines, blocks, tree, json
  }

  /// A stage as text for people. `json` is the export module's to write.
  public func dump(_ stage: Stage, of file: SourceFile) -> String {
    let original = decode(file).text
    let lines = LineReader.read(TextRepair.repair(original).map { SourceText(bytes: $0.text.bytes) } ?? original)
    switch stage {
    case .lines: return StagePrinter.lines(lines)
    case .blocks: return StagePrinter.blocks(BlockReader.read(lines, lexicon: options.lexicon), lines.text)
    case .tree:
      return StagePrinter.tree(
        OutlineBuilder.build(BlockReader.read(lines, lexicon: options.lexicon), lexicon: options.lexicon), lines.text)
    case .json: return ""
    }
  }
}
