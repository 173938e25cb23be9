import KeikakuText

/// Reads what a document says of itself: title, kind, status, series, period, dates, and whose plan it is.
///
/// The evidence is the cover (everything before the contents or the first chapter), the first headings, the colophon at
/// the end, and the sentences about the plan's period. What none of them says stays nil.
struct FrontMatterReader: Sendable {
  /// How much of the beginning speaks of whose plan it is.
  private static let headBytes = 3000

  private let titleReader = TitleReader()
  private let classifier = PlanClassifier()
  private let resolver = MunicipalityResolver()

  func read(blocks: [Block], text: SourceText, planID: String) -> (Plan, [Diagnostic]) {
    var plan = Plan(id: planID)
    guard text.bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return (plan, []) }
    let lines = FrontMatterLines(blocks: blocks, text: text)
    let head = head(of: text)
    let title = titleReader.title(of: lines, head: head)
    let titleLine = title.flatMap { FrontLine($0.text, source: $0.source, number: 0) }
    plan.title = title?.text
    plan.kind = classifier.kind(title: titleLine, cover: lines.cover)
    plan.series = classifier.series(title: titleLine)
    plan.period = PlanPeriodReader().period(
      title: titleLine, lines: lines, text: text, paragraphs: paragraphs(blocks), works: WorkTables(blocks))
    let published = PublicationReader().published(lines)
    plan.published = published?.date
    plan.status = classifier.status(title: titleLine, cover: lines.cover, isDecided: published?.isDecided ?? false)
    if title == nil, plan.kind == .other, let year = FirstSentences(head).announcedYear {
      plan.kind = .progressReport
      plan.reportingYear = year
    } else if plan.kind == .progressReport {
      plan.reportingYear = ReportingYearReader().reportingYear(title: titleLine, lines: lines, head: head)
    }
    let (municipality, diagnostics) = resolver.resolve(evidence(title: title?.text, lines, head: head, text))
    plan.municipality = municipality
    return (plan, diagnostics + missing(title))
  }

  private static let paragraphsOfBeginning = 40

  private func paragraphs(_ blocks: [Block]) -> [MappedText] {
    blocks.prefix(Self.paragraphsOfBeginning).compactMap { block in
      if case .paragraph(let paragraph) = block.content { paragraph } else { nil }
    }
  }

  private func missing(_ title: TitleReader.Title?) -> [Diagnostic] {
    title == nil ? [Diagnostic(.titleMissing, "Neither cover nor headings nor text name the document.")] : []
  }

  private func head(of text: SourceText) -> String {
    var end = min(text.bytes.count, Self.headBytes)
    while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return text.string(SourceRange(0..<end))
  }

  private func evidence(title: String?, _ lines: FrontMatterLines, head: String, _ text: SourceText) -> PlaceEvidence {
    PlaceEvidence(
      title: title, cover: lines.cover.map(\.text), colophon: lines.colophon.map(\.text), head: head,
      wholeText: { text.string(SourceRange(0..<text.bytes.count)) })
  }
}
