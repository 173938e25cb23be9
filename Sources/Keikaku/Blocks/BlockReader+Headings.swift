/// Headings with what belongs to them in the lines below: their titles, further headings in one line.
extension BlockReader {
  /// 基本目標１の進捗状況: its title stands elsewhere, not in the line below.
  func namesPart(_ candidate: HeadingCandidate) -> Bool {
    candidate.headsPart && candidate.title.isEmpty
  }

  mutating func readHeading(_ candidate: HeadingCandidate, at index: Int) -> Int {
    var heading = heading(candidate)
    heading.indent = indent(index)
    if let end = readLabels(first: candidate, at: index) { return end }
    if heading.title.isEmpty, heading.label == nil {
      guard let line = chapterTitle(below: index) else { return readParagraph(at: index) }
      heading.title = lines.body(line)
      heading.titleSource = lines[line].bodySource
      add(.heading(heading), index..<line + 1)
      return line + 1
    }
    if heading.title.isEmpty, heading.label != nil, !namesPart(candidate),
      let (title, end) = titleBelow(index, level: heading.markdownLevel)
    {
      heading.title = title.text
      heading.titleSource = title.source
      add(.heading(heading), index..<end)
      return end
    }
    if goesOnBelow(candidate, at: index) {
      var title = mapped(candidate.title)
      append(index + 1, to: &title)
      heading.title = title.text
      heading.titleSource = title.source
      add(.heading(heading), index..<index + 2)
      return index + 2
    }
    for part in HeadingSplitter.split(heading, bytes: bytes, reader: reader) { add(.heading(part), index..<index + 1) }
    if let part = candidate.part { readPart(part, at: index) }
    return index + 1
  }

  /// The line with the title of 第1章, which stands alone in its own.
  private mutating func chapterTitle(below index: Int) -> Int? {
    guard let line = (index + 1..<lines.count).first(where: { !lines[$0].isBlank && claims[$0] != .furniture }),
      claims.isFree(line), isText(line), !formWords.isLabel(lines.body(line)), !isHeader(line)
    else { return nil }
    return line
  }

  /// 指標名 現状値 目標値: the header of a table.
  private func isHeader(_ line: Int) -> Bool {
    lines.body(line).split(whereSeparator: \.isWhitespace).count { headerWords.isHeader(String($0)) } > 1
  }

  /// What stands behind the title of a heading: another heading, or a statement with its lead.
  private mutating func readPart(_ part: Range<Int>, at index: Int) {
    let candidate = reader.read(part)
    let isHead = groups.read(bytes, candidate.title) != nil
    add(isHead ? .heading(self.heading(candidate)) : paragraph(mapped(part)), index..<index + 1)
  }

  /// In display columns: a title that is not as wide is not wrapped.
  private static let leastWrapped = 32
  private static let longestRest = 60

  /// A title that fills its line and goes on in the next, set in below its first letter.
  ///
  ///     基本目標１　地域に魅力的な仕事をつくり、安心して働
  ///                 けるようにする
  private mutating func goesOnBelow(_ candidate: HeadingCandidate, at index: Int) -> Bool {
    let next = index + 1
    guard !isPrinted, candidate.markdownLevel == 0, candidate.label != nil || candidate.numbering != nil,
      next < lines.count, claims.isFree(next), lines[next].shape == .text,
      !Sentences.ends(bytes, candidate.title), !Sentences.ends(bytes, lines[next].body),
      breaksOff(candidate.title) || isHanging(candidate, at: index, next)
    else { return false }
    return isText(next) && !formWords.isLabel(lines.body(next))
  }

  private func isHanging(_ candidate: HeadingCandidate, at index: Int, _ next: Int) -> Bool {
    guard next + 1 == lines.count || lines[next + 1].isBlank else { return false }
    let width = Sentences.width(bytes, candidate.title)
    let titleColumn = indent(index) + Sentences.width(bytes, lines[index].body.lowerBound..<candidate.title.lowerBound)
    let rest = Sentences.width(bytes, lines[next].body)
    return width >= Self.leastWrapped && rest <= min(width, Self.longestRest) && abs(indent(next) - titleColumn) <= 2
  }

  private static let openEnds = ["、", "の", "と", "を", "及び", "・", "第", "「", "（", "("].map { Array($0.utf8) }
  private static let shortestOpen = 12

  /// 町の力を借りて保育料を第: no title ends so.
  private func breaksOff(_ title: Range<Int>) -> Bool {
    title.count >= Self.shortestOpen && Self.openEnds.contains { Sentences.hasSuffix(bytes, title, $0) }
  }

  mutating func readReferences(_ list: ReferenceList, at index: Int) -> Int {
    add(.references(list), index..<index + 1)
    return index + 1
  }

  func heading(_ candidate: HeadingCandidate) -> Heading {
    let tail = references.tail(of: candidate.title)
    let title = SourceRange(
      tail.map { WhiteSpace.trimmedEnd(candidate.title.lowerBound..<$0.start, in: bytes) } ?? candidate.title)
    let group = candidate.label == nil ? groups.read(bytes, candidate.title) : nil
    return Heading(
      markdownLevel: candidate.markdownLevel, mark: candidate.mark,
      label: candidate.label.map { lines.text.string(SourceRange($0)) }, labelKind: candidate.labelKind,
      numberStyle: candidate.numbering?.style ?? .none, number: candidate.number,
      furtherNumbers: candidate.numbering?.further ?? [], isFilled: candidate.numbering?.isFilled ?? false,
      mayBeOne: candidate.numbering?.mayBeOne ?? false,
      title: lines.text.string(title), group: group, relisted: candidate.relisted, headsPart: candidate.headsPart,
      references: tail?.list, titleSource: title)
  }
}
