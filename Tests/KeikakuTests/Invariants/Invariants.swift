import KeikakuText
import Testing

@testable import Keikaku

/// What holds for every document, whatever its bytes.
enum Invariants {
  /// Joining the parts of the lines gives back the text; parts stand inside their line, one behind the other.
  static func expectLossless(_ text: SourceText, _ comment: Comment, _ location: SourceLocation = #_sourceLocation) {
    let table = LineReader.read(text)
    var next: UInt32 = 0
    for line in table.lines {
      #expect(line.start == next, comment, sourceLocation: location)
      var inside = line.start
      for part in table.parts(of: line) {
        #expect(part.start == inside && part.end > part.start, comment, sourceLocation: location)
        inside = part.end
      }
      #expect(inside == line.end, comment, sourceLocation: location)
      next = line.end
    }
    #expect(next == UInt32(text.bytes.count), comment, sourceLocation: location)
  }

  /// Every line that is not blank belongs to a block; blocks stand one behind the other.
  static func expectBlocksCoverLines(
    _ text: SourceText, _ comment: Comment, _ location: SourceLocation = #_sourceLocation
  ) {
    let lines = LineReader.read(text)
    let blocks = BlockReader.read(lines, lexicon: .standard)
    var covered = [Bool](repeating: false, count: lines.count)
    var last = 0
    for block in blocks {
      #expect(!block.lines.isEmpty && block.lines.upperBound <= lines.count, comment, sourceLocation: location)
      #expect(
        block.lines.lowerBound >= last, "a block begins before the one above it: \(comment)", sourceLocation: location)
      // Several headings may share a line.
      last = block.lines.lowerBound
      for index in block.lines { covered[index] = true }
    }
    let lost = lines.lines.indices.filter { !lines[$0].isBlank && !covered[$0] }
    // What a page break tore apart is joined to the block before and keeps its own source.
    let joined = lost.filter { index in
      !blocks.contains { $0.source.start <= lines[index].start && lines[index].start < max($0.source.end, textEnd($0)) }
    }
    #expect(joined.isEmpty, "lines \(joined.map { $0 + 1 }) are in no block: \(comment)", sourceLocation: location)
  }

  private static func textEnd(_ block: Block) -> UInt32 {
    switch block.content {
    case .paragraph(let text), .fragment(let text): text.source.end
    case .list(let items): items.map(\.text.source.end).max() ?? 0
    case .note(let note): note.text.source.end
    default: block.source.end
    }
  }

  /// Every element stands inside the text, on whole scalars, and refers to what is there.
  static func expectConsistent(
    _ document: PlanDocument, _ comment: Comment, _ location: SourceLocation = #_sourceLocation
  ) {
    let bytes = document.text.bytes
    func check(_ source: SourceRange) {
      #expect(source.start <= source.end && Int(source.end) <= bytes.count, comment, sourceLocation: location)
      for offset in [Int(source.start), Int(source.end)] where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80, "a source cuts a letter: \(comment)", sourceLocation: location)
      }
    }
    func check(_ node: NodeID?) {
      if let node { #expect(document.nodes.indices.contains(node.index), comment, sourceLocation: location) }
    }
    for (index, node) in document.nodes.enumerated() {
      check(node.source)
      check(node.parent)
      #expect(!isBelowItself(index, document), "a node stands below itself: \(comment)", sourceLocation: location)
    }
    for indicator in document.indicators {
      check(indicator.source)
      check(indicator.node)
      for note in indicator.notes { #expect(document.notes.indices.contains(note), comment, sourceLocation: location) }
      for measurement in [indicator.baseline].compactMap({ $0 }) + indicator.targets + indicator.actuals {
        check(measurement.source)
      }
    }
    for action in document.actions {
      check(action.source)
      check(action.node)
    }
    for relation in document.relations {
      check(relation.source)
      check(relation.from)
      check(relation.to)
    }
    for note in document.notes { check(note.source) }
    for table in document.tables { check(table.source) }
    for mention in document.mentions { check(mention.source) }
    for diagnostic in document.diagnostics { if let source = diagnostic.source { check(source) } }
    #expect(document.coverage.unclassified <= document.coverage.characters, comment, sourceLocation: location)
  }

  private static func isBelowItself(_ start: Int, _ document: PlanDocument) -> Bool {
    var current = document.nodes[start].parent
    var steps = 0
    while let node = current {
      if node.index == start || steps > document.nodes.count { return true }
      current = document.nodes[node.index].parent
      steps += 1
    }
    return false
  }
}
