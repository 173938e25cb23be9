import KeikakuText

/// What the lines around one, or the columns within it, say of whether it heads.
extension HeadingJudge {
  /// 第1章 alone in its line with 快適で住みよいまち below it: the title of the chapter. The head of a page has text below that goes
  /// on or ends a sentence.
  func hasTitleBelow(_ index: Int, _ numbering: Numbering) -> Bool {
    guard [.part, .chapter, .section].contains(numbering.style), numbering.end == lines[index].body.upperBound,
      let below = neighbour(of: index, by: 1), below <= index + 2, lines[below].shape == .text
    else { return false }
    let title = reader.read(lines[below].body)
    return title.label == nil && title.numbering == nil && title.mark == nil && title.markdownLevel == 0
      && Self.titleBelow.contains(lines[below].body.count) && !Sentences.ends(bytes, lines[below].body)
      && !Joining.breaksOff(bytes, lines[below].body) && !groupRole(lines[below].body)
      && !holdsValue(lines[below].body)
  }

  /// In bytes: two letters at least.
  private static let titleBelow = 6...90

  /// 移住・定住       (1) 移住・定住        住宅取得支援事業            町 behind a 1: cells of a row, with wide gaps between them.
  func isRowOfColumns(_ title: Range<Int>) -> Bool {
    var gaps = 0
    var blanks = 0
    for index in title {
      blanks = bytes[index] == Ascii.space ? blanks + 1 : 0
      if blanks == Self.widestBlank { gaps += 1 }
    }
    return gaps > 1
  }

  private static let widestBlank = 3

  /// ◆ 家庭の省エネ診断 and ◆ 公共施設のLED化 between ### 1-1 省エネ and ### 1-2 再エネ: where Markdown heads, a mark with nothing below
  /// lists.
  func listsInMarkdown(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard HeadingMarks.brackets[mark.value] == nil else { return false }
    guard let above = end(ofMarked: mark, from: index, by: -1), reader.read(lines[above].body).markdownLevel > 0 else {
      return false
    }
    return end(ofMarked: mark, from: index, by: 1).map { reader.read(lines[$0].body).markdownLevel > 0 } ?? true
  }

  /// The first line behind those with a mark; nil where they reach the end of the text.
  private func end(ofMarked mark: Unicode.Scalar, from index: Int, by step: Int) -> Int? {
    var next = neighbour(of: index, by: step)
    for _ in 0..<Self.textAbove {
      guard let place = next, lines[place].shape == .text, reader.read(lines[place].body).mark == mark else { break }
      next = neighbour(of: place, by: step)
    }
    return next
  }
}
