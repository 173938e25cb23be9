import KeikakuText

/// Lists whose marks are not in the text: drawn as dots, or lost on the way, or never there.
///
///     主な取組
///        婚活イベントの開催を進めます。
///        路線バスへの補助を行います。
///
/// Right below the head of what is done each line is an item of its own, where the lines are short, all of them sentences
/// or none, and set in below the head or at least two.
extension BlockReader {
  /// Columns from which on a line may be part of a paragraph.
  private static let widest = 56

  /// Reads such a list where it begins; returns the line behind it, or nil where none stands.
  mutating func readUnmarkedItems(at start: Int) -> Int? {
    guard let head = lastHeading, head.heading.group?.status != nil, head.lines.upperBound <= start,
      (head.lines.upperBound..<start).allSatisfy({ lines[$0].isBlank })
    else { return nil }
    let found = unmarkedLines(from: start)
    guard let first = found.first, let last = found.last else { return nil }
    let sentences = found.count { Sentences.ends(bytes, lines[$0].body) }
    guard sentences == 0 || sentences == found.count && !headsTexts(head.heading) else { return nil }
    let isSetIn = indent(first) > indent(head.lines.lowerBound) + 1
    guard isSetIn || found.count > 1 && found.count(where: mayStandAlone) * 2 > found.count else { return nil }
    let items = found.map { ListItem(depth: 0, text: MappedText(text: lines.body($0), source: lines[$0].bodySource)) }
    add(.list(items), start..<last + 1)
    return last + 1
  }

  /// The lines from here on that are set in alike; on printed pages blank lines may stand between them. On a page of which
  /// they are all that is set in, nothing tells that they are.
  private mutating func unmarkedLines(from start: Int) -> [Int] {
    var found: [Int] = []
    var index = start
    var indent = indent(start)
    while index < lines.count, claims.isFree(index) {
      if lines[index].isBlank {
        guard isPrinted else { break }
      } else {
        guard lines[index].shape == .text, isText(index), !TextLines(text: lines.text).holdsGap(lines[index].body),
          Sentences.width(bytes, lines[index].body) <= Self.widest
        else { break }
        if !found.isEmpty, beginsPage(index), self.indent(index) < indent, mayStandAlone(index), precedesHeading(index)
        {
          indent = self.indent(index)
        }
        guard abs(self.indent(index) - indent) <= 1 else { break }
        found.append(index)
      }
      index += 1
    }
    return found
  }

  private func beginsPage(_ index: Int) -> Bool { bytes[Int(lines[index].start)] == UInt8(ascii: "\u{0C}") }

  /// A heading or the end of the text follows.
  private mutating func precedesHeading(_ index: Int) -> Bool {
    guard let next = (index + 1..<lines.count).first(where: { !lines[$0].isBlank }) else { return true }
    return !isText(next)
  }

  /// A name of what is done, neither a figure nor a word of a table's header.
  private func mayStandAlone(_ index: Int) -> Bool {
    let text = lines.body(index)
    return text.count >= 4 && !ValueLook.isValue(text) && !ValueLook.isYear(text)
  }

  /// 事業内容 behind 主な事業, the columns of a table whose cells stand one below the other: its sentences tell of what the
  /// other column names.
  private func headsTexts(_ heading: Heading) -> Bool {
    guard case .text? = Self.texts[heading.title.folded] else { return false }
    return headings(before: Self.nearby).contains { Self.names.contains($0.title.folded) }
  }

  private static let nearby = 8
  private static let texts = Dictionary(FormLabels.words, uniquingKeysWith: { _, last in last })
  private static let names = Set(ActionWords.names)
}
