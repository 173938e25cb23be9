/// Puts together what a page break tore apart: a sentence, an item of a list, a note and the text below its term.
enum BlockJoiner {
  static func join(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if !joinNoteText(block, to: &result), !joinSentence(block, to: &result), !joinItem(block, to: &result) {
        result.append(block)
      }
    }
    return result
  }

  /// The rest of a sentence that broke off before notes or furniture: …見込まれるため、 | ※2：… | 地域社会の構成員として….
  private static func joinSentence(_ block: Block, to blocks: inout [Block]) -> Bool {
    guard let rest = runningText(block), let index = lastBeforeInterruption(blocks),
      let open = runningText(blocks[index])
    else { return false }
    guard open.text.utf8.count >= 60, !Sentences.ends(open.text), Sentences.ends(rest.text), !opensAnew(rest.text)
    else { return false }
    var joined = open
    joined.append(rest.text, source: rest.source)
    blocks[index].content = .paragraph(joined)
    return true
  }

  private static func runningText(_ block: Block) -> MappedText? {
    switch block.content {
    case .paragraph(let text), .fragment(let text): text
    default: nil
    }
  }

  /// The last block that is no note, furniture or text of a note.
  private static func lastBeforeInterruption(_ blocks: [Block]) -> Int? {
    var index = blocks.count - 1
    while index >= 0 {
      switch blocks[index].content {
      case .note, .furniture: index -= 1
      default: return index
      }
    }
    return nil
  }

  private static let openers = ["「", "（", "(", "【", "また", "さらに", "このため", "そのため", "しかし", "なお", "一方"]

  private static func opensAnew(_ text: String) -> Bool { openers.contains { text.hasPrefix($0) } }

  /// An item without the inner bullet that its list's items bear goes on with the last: …メディアの活用 | - などによる….
  private static func joinItem(_ block: Block, to blocks: inout [Block]) -> Bool {
    guard case .list(let items) = block.content, let first = items.first, let index = lastBeforeInterruption(blocks),
      case .list(var before) = blocks[index].content, let open = before.last, first.markCount < open.markCount,
      first.number == nil,
      !Sentences.ends(open.text.text)
    else { return false }
    before[before.count - 1].text.append(first.text.text, source: first.text.source)
    before += items.dropFirst()
    blocks[index].content = .list(before)
    return true
  }

  /// A note that is only a term takes the paragraph below it.
  private static func joinNoteText(_ block: Block, to blocks: inout [Block]) -> Bool {
    guard case .paragraph(let text) = block.content, let last = blocks.last, case .note(var note) = last.content,
      note.text.text.isEmpty,
      note.term != nil
    else { return false }
    note.text = text
    blocks[blocks.count - 1].content = .note(note)
    blocks[blocks.count - 1].lines = last.lines.lowerBound..<block.lines.upperBound
    blocks[blocks.count - 1].source = last.source.joined(with: block.source)
    return true
  }
}
