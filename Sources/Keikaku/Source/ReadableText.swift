/// The text that the readers read: a page of HTML without its tags, a badly made text with its faults repaired, lines that
/// end in line feeds, without what is struck out; any other as it came.
struct ReadableText {
  private(set) var text: SourceText
  /// What was repaired, with its places in the text as it came.
  private(set) var diagnostics: [Diagnostic] = []
  /// The changes in the order in which they were made.
  private var steps: [RepairedText] = []

  init(of source: SourceText, mediaType: String) {
    text = source
    if let lines = LineEnds.unified(text) { take(lines) }
    if let seen = HiddenCharacters.removed(from: text) { take(seen) }
    if let shown = RaisedAndStruck.taken(from: text, mediaType: mediaType) { take(shown) }
    if let page = HTMLPage.text(of: text, mediaType: mediaType) { take(page) }
    if let repair = TextRepair.repair(text) { take(repair) }
  }

  private mutating func take(_ step: (text: RepairedText, diagnostics: [Diagnostic])) {
    diagnostics += step.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.source = diagnostic.source.map(original)
      return diagnostic
    }
    take(step.text)
  }

  private mutating func take(_ step: RepairedText) {
    steps.append(step)
    text = SourceText(bytes: step.bytes)
  }

  var isChanged: Bool { !steps.isEmpty }

  /// Where a range of the text stands in the text as it came.
  func original(_ range: SourceRange) -> SourceRange {
    steps.reversed().reduce(range) { range, step in step.original(range) }
  }
}
