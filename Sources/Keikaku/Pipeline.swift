import KeikakuText

/// The whole way of a document, from bytes to meaning.
public struct Pipeline: Sendable {
  /// What a caller may set.
  public struct Options: Sendable {
    /// Decode as this encoding, whatever the bytes look like.
    public var encoding: String?
    public var lexicon = Lexicon.standard
    /// The canonical indicators to look for: the program's own, or a user's.
    public var vocabulary: VocabularyMatcher {
      get { ownVocabulary ?? .standard }
      set { ownVocabulary = newValue }
    }
    /// The program's own is made when the first indicator asks for it.
    private var ownVocabulary: VocabularyMatcher?
    /// How PDF files are read.
    public var pdf = PdfReader.Options()

    public init() {}
  }

  public var options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Reads one document. Never fails: what is wrong with the content is among the diagnostics.
  public func document(from file: SourceFile) -> PlanDocument {
    let (original, source, diagnostics) = decode(file)
    let readable = ReadableText(of: original, mediaType: source.mediaType)
    var document = document(readable.text, source, hints: nil, planID: file.planIdentifier(digest: source.sha256))
    if readable.isChanged { document.move(to: original, readable.original) }
    document.diagnostics = diagnostics + document.diagnostics + readable.diagnostics
    return document
  }

  /// Reads the document at a path, as PDF or as text by what its bytes are.
  ///
  /// - Throws: `PdfError` where a PDF needs poppler and it is missing.
  public func document(from file: SourceFile, at path: String) throws(PdfError) -> PlanDocument {
    file.isPDF ? try document(fromPDF: path, file: file) : document(from: file)
  }

  /// Reads a PDF file by the geometry of its pages.
  ///
  /// - Parameters:
  ///   - path: where the file is; poppler's programs read it there.
  ///   - file: its name and bytes, by which the document is known.
  /// - Throws: `PdfError` where poppler is missing. What is wrong with the file is among the diagnostics.
  public func document(fromPDF path: String, file: SourceFile) throws(PdfError) -> PlanDocument {
    let pdf = try PdfReader.read(path: path, options: options.pdf)
    let source = SourceDescription(
      file: file.name, sha256: SHA256.hexadecimalDigest(of: file.bytes), encoding: "utf-8",
      mediaType: "application/pdf",
      bytes: file.bytes.count, lines: pdf.text.bytes.isEmpty ? 0 : pdf.text.lineStarts.count, pages: pdf.pages)
    var document = document(
      pdf.text, source, hints: pdf.hints, planID: file.planIdentifier(digest: source.sha256))
    document.diagnostics = pdf.diagnostics + document.diagnostics
    return document
  }

  /// The way of a text from lines to meaning. `hints` say how its pages looked, where there were pages.
  private func document(
    _ text: SourceText, _ source: SourceDescription, hints: PageHints?, planID: String
  ) -> PlanDocument {
    let lines = LineReader.read(text)
    let lexicon = CountedLabels.extending(options.lexicon, by: lines)
    let blocks = BlockReader.read(lines, lexicon: lexicon, hints: hints)
    let outline = OutlineBuilder.build(blocks, lexicon: lexicon)
    let (plan, planDiagnostics) = FrontMatterReader().read(blocks: blocks, text: text, planID: planID)
    let reading = DocumentReader.read(outline, text: text, lexicon: lexicon, vantage: Vantage(plan))
    var document = PlanDocument(text: text, source: source, plan: plan)
    document.take(reading)
    if !document.indicators.isEmpty { options.vocabulary.matchIndicators(of: &document) }
    document.coverage = CoverageCounter.count(outline, unclassified: reading.unclassified, text: text)
    document.diagnostics = planDiagnostics + reading.diagnostics
    document.settleForeseenFigures()
    AchievementReader.complete(&document)
    document.settleReportedActions()
    return document
  }

  /// The text of a file with the description of where it came from.
  private func decode(_ file: SourceFile) -> (text: SourceText, source: SourceDescription, diagnostics: [Diagnostic]) {
    let decoded = TextDecoder(forced: options.encoding.flatMap(TextEncoding.init(name:))).decode(file.bytes)
    let text = SourceText(bytes: decoded.bytes, countsAllLineEnds: true)
    let source = SourceDescription(
      file: file.name, sha256: SHA256.hexadecimalDigest(of: file.bytes), encoding: decoded.encoding,
      mediaType: file.mediaType, bytes: file.bytes.count, lines: decoded.bytes.isEmpty ? 0 : text.lineStarts.count,
      pages: text.pageStarts.isEmpty ? nil : text.pageStarts.count)
    let empty =
      decoded.bytes.isEmpty && !decoded.isBinary ? [Diagnostic(.documentEmpty, "The file holds no text.")] : []
    return (text, source, decoded.diagnostics + GarbledText.find(in: text) + empty)
  }

  /// What `dump` can show of a document's way.
  public enum Stage: String, Sendable, CaseIterable {
    case lines, blocks, tree, json
  }

  /// A stage as text for people. `json` is the export module's to write.
  ///
  /// - Parameter path: where the file is; a PDF is read there. Nil where it came through a pipe.
  public func dump(_ stage: Stage, of file: SourceFile, at path: String? = nil) throws(PdfError) -> String {
    let decoded = decode(file)
    var text = ReadableText(of: decoded.text, mediaType: decoded.source.mediaType).text
    var hints: PageHints?
    if let path, file.isPDF {
      let pdf = try PdfReader.read(path: path, options: options.pdf)
      text = pdf.text
      hints = pdf.hints
    }
    let lines = LineReader.read(text)
    if stage == .lines { return StagePrinter.lines(lines) }
    let lexicon = CountedLabels.extending(options.lexicon, by: lines)
    let blocks = BlockReader.read(lines, lexicon: lexicon, hints: hints)
    switch stage {
    case .blocks: return StagePrinter.blocks(blocks, lines.text)
    case .tree: return StagePrinter.tree(OutlineBuilder.build(blocks, lexicon: lexicon), lines.text)
    case .lines, .json: return ""
    }
  }
}
