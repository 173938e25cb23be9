import KeikakuText

/// Titles in the lines below their labels.
extension BlockReader {
  /// 重要戦略 1 on a line of its own: the next line of text is its title, also where a page ends between them.
  mutating func titleBelow(_ index: Int, level: Int) -> (title: MappedText, end: Int)? {
    var next = index + 1
    var blanks = 0
    while next < lines.count, blanks <= 2, lines[next].isBlank || claims[next] == .furniture {
      blanks = lines[next].isBlank ? blanks + 1 : 0
      next += 1
    }
    guard next < lines.count, claims.isFree(next), lines[next].shape == .text, lines[next].body.count <= 420,
      !hints.look(ofLine: next).joinsFrames
    else { return nil }
    if let title = bareTitle(next, level: level) { return (title, next + 1) }
    guard isText(next), !formWords.isLabel(lines.body(next)), !isRowOfFigures(next) else { return nil }
    let first = mapped(lines[next].body)
    // …となりました。 tells of the goal and names it not.
    guard !first.text.hasSuffix("た。") else { return nil }
    return wrappedTitle(first, at: next)
  }

  /// A title is wrapped into two lines at most. It is no sentence, neither: what ends one below it is the text of the goal.
  private mutating func wrappedTitle(_ first: MappedText, at line: Int) -> (title: MappedText, end: Int) {
    guard !Self.wholeEnds.contains(where: first.text.hasSuffix) else { return (first, line + 1) }
    var title = first
    var two: MappedText?
    var end = line + 1
    while end < lines.count, lines[end].shape == .text, !Sentences.ends(title.text), isWrapped(end),
      !formWords.isLabel(lines.body(end))
    {
      append(end, to: &title)
      if end == line + 1 { two = title }
      end += 1
    }
    if Sentences.ends(title.text), !Sentences.ends(first.text) { return (first, line + 1) }
    guard end > line + 2, let two else { return (title, end) }
    return Joining.breaksOff(bytes, lines[line].body) ? (two, line + 2) : (first, line + 1)
  }

  /// What ends a phrase that needs no more, though no 。 stands behind it.
  private static let wholeEnds = ["ます", "ました", "です"]

  /// ## しごとをつくる below ## 基本目標1: a heading of the same level or size that has nothing but its title.
  private mutating func bareTitle(_ index: Int, level: Int) -> MappedText? {
    guard case .heading(let title) = judge.judge(index), title.label == nil,
      title.numbering == nil, title.mark == nil, groups.read(bytes, title.title) == nil,
      title.markdownLevel == level || level > 0 && title.markdownLevel == level + 1
    else { return nil }
    return mapped(title.title)
  }

  /// 平成30年度 平成31年度, 120人 150人: the head or a row of a table.
  private func isRowOfFigures(_ line: Int) -> Bool {
    lines.body(line).split(whereSeparator: \.isWhitespace).map(String.init).allSatisfy {
      ValueLook.isYear($0) || ValueLook.isFigure($0)
    }
  }

  // MARK: Several labels, then their titles

  /// Labels one below the other and then as many titles, as boxes of a diagram come out:
  ///
  ///     基本目標1
  ///     基本目標2
  ///     はたらく場を増やす
  ///     住みたい人を迎える
  ///
  /// They pair in their order. Where the titles are more or fewer, nothing tells whose they are: goals of one label get none.
  mutating func readLabels(first candidate: HeadingCandidate, at index: Int) -> Int? {
    guard isBareLabel(candidate) else { return nil }
    var labels = [(candidate: candidate, line: index)]
    let isSpaced = index + 1 < lines.count && lines[index + 1].isBlank
    var next = below(index, isSpaced)
    while let line = next, labels.count < Self.mostLabels, case .heading(let further) = judge.judge(line),
      isBareLabel(further)
    {
      labels.append((further, line))
      next = below(line, isSpaced)
    }
    guard labels.count > 1, let last = labels.last?.line else { return nil }
    let titles = self.titles(below: last, isSpaced, count: labels.count)
    let isSeries = Set(labels.map { lines.text.string(SourceRange($0.candidate.label!)) }).count == 1
    guard titles != nil || isSeries else { return nil }
    for (place, label) in labels.enumerated() {
      var heading = heading(label.candidate)
      heading.indent = indent(label.line)
      if let title = titles?.titles[place] {
        heading.title = title.text
        heading.titleSource = title.source
      }
      add(.heading(heading), label.line..<label.line + 1)
    }
    return titles?.end ?? last + 1
  }

  private static let mostLabels = 12

  private func isBareLabel(_ candidate: HeadingCandidate) -> Bool {
    candidate.label != nil && candidate.numbering != nil && candidate.title.isEmpty && !namesPart(candidate)
  }

  /// The next line that may go on with a list, in a text whose lines blank ones part or not.
  private func below(_ line: Int, _ isSpaced: Bool) -> Int? {
    var next = line + 1
    while next < lines.count, claims[next] == .furniture || isSpaced && lines[next].isBlank { next += 1 }
    guard next < lines.count, claims.isFree(next), lines[next].shape == .text else { return nil }
    return next
  }

  /// So many titles and no more, each of one line or wrapped where it breaks off.
  private mutating func titles(
    below line: Int, _ isSpaced: Bool, count: Int
  ) -> (titles: [MappedText], end: Int)? {
    var found: [MappedText] = []
    var end = line + 1
    var next = below(line, isSpaced)
    while let place = next, found.count <= 2 * count, isTitle(place) {
      found.append(mapped(lines[place].body))
      end = place + 1
      next = below(place, isSpaced)
    }
    if found.count > count { found = Self.joined(found) }
    return found.count == count ? (found, end) : nil
  }

  private mutating func isTitle(_ line: Int) -> Bool {
    isText(line) && !Sentences.ends(bytes, lines[line].body) && !formWords.isLabel(lines.body(line))
      && !ValueLook.isValue(lines.body(line)) && !isRowOfFigures(line)
  }

  /// Titles that break off behind a particle with the lines that they go on in.
  private static func joined(_ lines: [MappedText]) -> [MappedText] {
    var titles: [MappedText] = []
    var isOpen = false
    for line in lines {
      if isOpen {
        titles[titles.count - 1].append(line.text, source: line.source)
      } else {
        titles.append(line)
      }
      let text = Array(line.text.utf8)
      isOpen = Joining.breaksOff(text, 0..<text.count)
    }
    return titles
  }
}
