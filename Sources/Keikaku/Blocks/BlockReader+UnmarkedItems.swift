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
    let column = unmarkedLines(from: start)
    guard let found = names(in: column), let first = found.first, let last = column.last,
      !found.contains(where: holdsCells)
    else { return nil }
    let sentences = found.count { Sentences.ends(bytes, lines[$0].body) }
    guard sentences == 0 || sentences == found.count && !headsTexts(head.heading) else { return nil }
    let isSetIn = indent(first) > indent(head.lines.lowerBound) + 1
    guard isSetIn || found.count > 1 && found.count(where: mayStandAlone) * 2 > found.count else { return nil }
    add(.list(items(of: found)), start..<last + 1)
    return last + 1
  }

  /// An item for each line, but for lines into which a narrow column wraps the one before.
  private func items(of found: [Int]) -> [ListItem] {
    let widest = found.map { Sentences.width(bytes, lines[$0].body) }.max() ?? 0
    var items: [ListItem] = []
    for (place, index) in found.enumerated() {
      let text = lines.body(index)
      if place > 0, goesOn(from: found[place - 1], in: text, widest) {
        items[items.count - 1].text.append(text, source: lines[index].bodySource)
      } else {
        items.append(ListItem(depth: 0, text: MappedText(text: text, source: lines[index].bodySource)))
      }
    }
    return items
  }

  /// Where the line is full, 強化 and の実施 end what stands above them.
  private func goesOn(from line: Int, in next: String, _ widest: Int) -> Bool {
    guard Sentences.width(bytes, lines[line].body) + Self.slack >= widest, !Sentences.ends(bytes, lines[line].body)
    else {
      return false
    }
    return next.count < Self.shortestItem || StackedCells.goesOn(lines.body(line), in: next)
  }

  private static let shortestItem = 4
  /// A full-width letter that may not begin a line, and one that did not fit in.
  private static let slack = 3

  /// The lines that name what is done; nil where other columns of a table stand among them and may go on in one of these.
  ///
  ///     取組
  ///     事業内容
  ///     担当課
  ///     ため池の改修
  ///     県の補助を受けて進めます。
  ///     農林課
  private func names(in column: [Int]) -> [Int]? {
    let names = column.filter { !Self.names.contains(lines.body($0).folded) }
    let others = names.filter(isOfOtherColumn)
    guard others.contains(where: { !Sentences.ends(bytes, lines[$0].body) }) else { return names }
    let widest = others.map { Sentences.width(bytes, lines[$0].body) }.max() ?? 0
    let found = names.filter { !others.contains($0) && !Sentences.ends(bytes, lines[$0].body) }
    let areWhole = found.allSatisfy { Sentences.width(bytes, lines[$0].body) + Self.slack < widest }
    return areWhole && names[0] == others[0] ? found : nil
  }

  /// The words that head other columns, sentences with something behind them, and offices.
  private func isOfOtherColumn(_ index: Int) -> Bool {
    let text = lines.body(index)
    return text.contains("。") || Self.texts[text.folded] != nil || DepartmentNames.end(text)
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

  /// 目標値 基準値 備考, 人 14 7: the cells of a table of indicators that has come below the head.
  private func holdsCells(_ index: Int) -> Bool {
    let words = lines.body(index).split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 else { return false }
    return words.count { headerWords.role(of: $0)?.isValue == true } > 1
      || words.count(where: ValueLook.isFigure) > 1
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
    return text.count >= Self.shortestItem && !ValueLook.isValue(text) && !ValueLook.isYear(text)
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
