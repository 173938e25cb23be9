/// Puts together what a page break tore apart: a sentence, a list, an item of one, a note and the text below its term.
enum BlockJoiner {
  /// - Parameter pageStarts: the bytes at which pages begin.
  static func join(_ blocks: [Block], pageStarts: [UInt32]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if !joinNoteText(block, to: &result), !joinSentence(block, to: &result), !joinItem(block, to: &result),
        !joinList(block, to: &result, pageStarts)
      {
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
      case .note, .furniture, .cells: index -= 1
      default: return index
      }
    }
    return nil
  }

  private static func lastBeforeFurniture(_ blocks: [Block]) -> Int? {
    blocks.lastIndex { if case .furniture = $0.content { false } else { true } }
  }

  private static let openers = [
    "「", "（", "(", "【", "また", "さらに", "このため", "そのため", "しかし", "なお", "一方", "数値目標", "成果目標", "目標値", "目標：", "目標　", "KPI",
    "ＫＰＩ",
    "重要業績評価指標",
  ]

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

  /// A list goes on over a page break, with nothing but page numbers and running heads between its parts. A form feed counts
  /// to the line that it begins.
  private static func joinList(_ block: Block, to blocks: inout [Block], _ pageStarts: [UInt32]) -> Bool {
    guard case .list(let items) = block.content,
      let index = lastBeforeFurniture(blocks),
      case .list(let before) = blocks[index].content, before.last?.mark == items.first?.mark,
      before.last?.numberStyle == items.first?.numberStyle,
      pageStarts.contains(where: { $0 >= blocks[index].source.end && $0 <= block.source.start + 1 })
    else { return false }
    // From here the list's last page counts: a third page may follow.
    blocks[index].source = blocks[index].source.joined(with: block.source)
    blocks[index].content = .list(before + items)
    return true
  }

  private static let remarks = [
    "による", "より", "現在", "時点", "比較", "月比", "年比", "年度比", "含む", "含まない", "除く", "調査", "統計", "推計", "とする", "算出", "集計", "同じ",
    "予定", "速報値", "見込み",
    "見込",
  ]

  /// ※国の統計による, ※増減は前年度と比較: it is whole; ※1 and its term wait for what they mean.
  private static func isRemark(_ note: NoteBlock) -> Bool {
    guard let term = note.term else { return false }
    if term.hasSuffix("もの") { return true }
    guard note.marker?.contains(where: \.isNumber) != true else { return false }
    return remarks.contains(where: term.hasSuffix) || term.contains { $0.isWhitespace }
  }

  /// A note that is only a term takes the paragraph below it.
  private static func joinNoteText(_ block: Block, to blocks: inout [Block]) -> Bool {
    guard case .paragraph(let text) = block.content, let index = lastBeforeFurniture(blocks),
      case .note(var note) = blocks[index].content, note.text.text.isEmpty, note.term != nil,
      !Self.isRemark(note)
    else { return false }
    note.text = text
    blocks[index].content = .note(note)
    // Page numbers between the two keep their lines.
    if index == blocks.count - 1 { blocks[index].lines = blocks[index].lines.lowerBound..<block.lines.upperBound }
    blocks[index].source = blocks[index].source.joined(with: block.source)
    return true
  }
}
