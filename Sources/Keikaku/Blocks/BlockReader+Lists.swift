import KeikakuText

/// Lists by their bullets, numbers and marks.
extension BlockReader {
  mutating func readList(at start: Int) -> Int {
    var items: [ListItem] = []
    var index = start
    let base = lines[start].indent
    while index < lines.count {
      switch lines[index].shape {
      case .bullet where claims.isFree(index):
        index = appendItem(at: index, depth: lines[index].indent >= base + 2 ? 1 : 0, to: &items)
      default:
        add(.list(items), start..<index)
        return index
      }
    }
    add(.list(items), start..<index)
    return index
  }

  private mutating func appendItem(at index: Int, depth: Int, to items: inout [ListItem]) -> Int {
    let numbering = Numbering.read(bytes, lines[index].body)
    let body = lines[index].body
    var cursor = ScalarCursor(bytes, (numbering?.end ?? body.lowerBound)..<body.upperBound)
    cursor.skipBlanks()
    let isNumbered = numbering != nil && !cursor.isAtEnd
    let marks = lines.parts(of: lines[index]).filter { $0.kind == .mark }
    let range = isNumbered ? cursor.offset..<body.upperBound : body
    let mark = marks.last.flatMap { ScalarCursor(bytes, Int($0.start)..<Int($0.end)).peek()?.scalar }
    let sideBySide = SideBySideItems(bytes: bytes).marked(mark.flatMap(Unicode.Scalar.init), in: range)
    for (place, item) in sideBySide.enumerated() {
      let isFirst = place == 0 && isNumbered
      items.append(
        ListItem(
          depth: depth, number: isFirst ? numbering?.number : nil,
          furtherNumbers: isFirst ? numbering?.further ?? [] : [],
          numberStyle: isFirst ? numbering?.style ?? .none : .none, markCount: marks.count, text: mapped(item.range)))
    }
    if let values = valuesLine(below: index) ?? datedValuesLine(below: index) {
      items[items.count - 1].text.append(lines.body(values), source: lines[values].bodySource, separator: " ")
      return values + 1
    }
    return standsAbove(index) ? index + 1 : appendWrapped(to: &items[items.count - 1].text, after: index)
  }

  func mapped(_ range: Range<Int>) -> MappedText {
    MappedText(text: lines.text.string(SourceRange(range)), source: SourceRange(range))
  }

  /// Adds a line to the text that it goes on with.
  func append(_ line: Int, to text: inout MappedText) {
    let rest = lines.body(line)
    text.append(rest, source: lines[line].bodySource, separator: Joining.separator(text.text, rest))
  }

  /// ○農地の集積 with a longer line of text below it: no printed line is wrapped before its margin.
  func standsAbove(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].shape == .text else { return false }
    let slack = 4
    return Sentences.width(bytes, lines[index + 1].body) + Int(lines[index + 1].indent)
      > Sentences.width(bytes, lines[index].body) + Int(lines[index].indent) + 2 + slack
  }

  /// Joins the plain lines right below that a printed line was wrapped into; returns the line behind them.
  mutating func appendWrapped(to text: inout MappedText, after start: Int) -> Int {
    var index = start + 1
    while index < lines.count, lines[index].shape == .text, !Sentences.ends(text.text), isWrapped(index) {
      append(index, to: &text)
      index += 1
    }
    return index
  }

  mutating func isWrapped(_ index: Int) -> Bool {
    guard claims.isFree(index), !isLoneBullet(index), case .text = judge.judge(index) else { return false }
    return !beginsAnew(lines[index].body) && !leads.begins(lines[index].body)
  }

  private static let openers = ["（参考", "(参考", "【", "《", "≪"].map { Array($0.utf8) }

  /// 【KPI】, ★ and （参考） open what they stand before; no line is wrapped right before them.
  func beginsAnew(_ range: Range<Int>) -> Bool {
    if let (scalar, _) = ScalarCursor(bytes, range).peek(), marks.contains(scalar) { return true }
    return Self.openers.contains { bytes[range].starts(with: $0) }
  }

  private static let loneBullets = ["・", "•"].map { Array($0.utf8) }

  func isLoneBullet(_ index: Int) -> Bool {
    lines[index].shape == .text && Self.loneBullets.contains { bytes[lines[index].body].elementsEqual($0) }
  }

  /// ・ in a line and its text in the next, as plain text of a PDF has them: a list.
  mutating func readLoneBullets(at start: Int) -> Int? {
    var items: [ListItem] = []
    var index = start
    while index + 1 < lines.count, claims.isFree(index), claims.isFree(index + 1), isLoneBullet(index),
      lines[index + 1].shape == .text, !isLoneBullet(index + 1)
    {
      var text = mapped(lines[index + 1].body)
      index = appendWrapped(to: &text, after: index + 1)
      items.append(ListItem(depth: 0, text: text))
    }
    guard !items.isEmpty else { return nil }
    add(.list(items), start..<index)
    return index
  }

  /// Items whose mark or number lists: ○ …します。, ① …, one below the other.
  mutating func readItems(first: HeadingCandidate, at start: Int) -> Int {
    var items: [ListItem] = []
    var index = start
    // The first is one already, be it a line with pipes that make no table.
    while index < lines.count, index == start || claims.isFree(index) && lines[index].shape == .text,
      case .item(let candidate) = judge.judge(index)
    {
      let title = candidate.title.lowerBound..<(candidate.relisted ? lines[index].body : candidate.title).upperBound
      let style = candidate.numbering?.style ?? .none
      for (number, range) in SideBySideItems(bytes: bytes).numbered(candidate.number, style, in: title) {
        items.append(
          ListItem(
            depth: candidate.numbering?.style == first.numbering?.style ? 0 : 1, number: number,
            furtherNumbers: number == candidate.number ? candidate.numbering?.further ?? [] : [], numberStyle: style,
            mark: candidate.mark, text: mapped(range)))
      }
      index = standsAbove(index) ? index + 1 : appendWrapped(to: &items[items.count - 1].text, after: index)
    }
    add(.list(items), start..<index)
    return index
  }
}
