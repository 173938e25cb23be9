/// Takes out the faults that the making of a text file leaves in it, before any line is judged.
///
/// Each rule first asks one cheap question of the whole text; a text without faults costs a few passes at memory speed and
/// comes back as nil. What a rule changed is among the diagnostics.
enum TextRepair {
  /// The rules, in the order in which their edits take precedence.
  private static let rules: [@Sendable (inout RepairFindings) -> Void] = [
    RadicalRepair.find, MiddleDotRepair.find, VerticalTextRepair.find, DoubledGlyphRepair.find, ShadowTextRepair.find,
    ShadowLineRepair.find,
    LetterSpacingRepair.find, SpacedNumberRepair.find, MarkdownMarks.find, LoneCells.find,
  ]

  /// The repaired text, or nil where nothing is to repair.
  static func repair(_ text: SourceText) -> (text: RepairedText, diagnostics: [Diagnostic])? {
    var findings = RepairFindings(text)
    for rule in rules { rule(&findings) }
    guard !findings.edits.isEmpty else { return nil }
    return (RepairedText(text.bytes, edits: findings.edits), findings.diagnostics)
  }
}

/// What the rules of repair have found so far.
struct RepairFindings {
  let text: SourceText
  let rows: TextLines
  private(set) var edits: [RepairedText.Edit] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var count: [DiagnosticCode: Int] = [:]
  private static let mostListed = 50

  init(_ text: SourceText) {
    self.text = text
    rows = TextLines(text: text).indexed()
  }

  mutating func add(_ edits: [RepairedText.Edit]) { self.edits += edits }

  /// Notes what was repaired; a badly made text has thousands of such places, of which the first are listed.
  mutating func report(_ code: DiagnosticCode, _ message: String, at range: Range<Int>) {
    count[code, default: 0] += 1
    if count[code]! <= Self.mostListed { diagnostics.append(Diagnostic(code, message, at: SourceRange(range))) }
  }
}
