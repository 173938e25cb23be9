/// Counts how much of a text was understood, in Unicode scalars without blanks and line ends.
enum CoverageCounter {
  static func count(_ outline: Outline, unclassified: [Int], text: SourceText) -> Coverage {
    var coverage = Coverage()
    coverage.characters = scalars(text.bytes, 0..<text.bytes.count)
    for block in outline.blocks {
      if case .paragraph(let paragraph) = block.content, Sentences.ends(paragraph.text) {
        coverage.runningText += scalars(text.bytes, block.source.indices)
      }
    }
    for index in unclassified { coverage.unclassified += scalars(text.bytes, outline.blocks[index].source.indices) }
    return coverage
  }

  private static func scalars(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = 0
    for byte in bytes[range] where byte & 0xC0 != 0x80 && byte > Ascii.space { count += 1 }
    return count
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
