/// Counts how much of a text was understood, in Unicode scalars without blanks and line ends.
enum CoverageCounter {
  static func count(_ outline: Outline, unclassified: [Int], text: SourceText) -> Coverage {
    var coverage = Coverage()
    coverage.characters = scalars(text, SourceRange(0..<text.bytes.count))
    let unclassified = Set(unclassified)
    for (index, block) in outline.blocks.enumerated() where !unclassified.contains(index) {
      if case .paragraph(let paragraph) = block.content, Sentences.ends(paragraph.text) {
        coverage.runningText += scalars(text, block.source)
      }
    }
    for index in unclassified { coverage.unclassified += scalars(text, outline.blocks[index].source) }
    return coverage
  }

  private static func scalars(_ text: SourceText, _ range: SourceRange) -> Int {
    text.bytes.span.visibleCount(from: Int(range.start), to: Int(range.end))
  }
}

extension PlanDocument {
  /// Takes over what the readers found.
  mutating func take(_ reading: DocumentReading) {
    nodes = reading.nodes
    indicators = reading.indicators
    actions = reading.actions
    relations = reading.relations
    notes = reading.notes
    tables = reading.tables
    mentions = reading.mentions
  }
}
