import KeikakuText

/// What a line looks like among the lines of a table held apart by blanks, before its columns are known.
struct AlignedShape {
  let rows: TextLines
  private let reader: SegmentReader

  init(_ rows: TextLines) {
    self.rows = rows
    reader = SegmentReader(rows.text.bytes)
  }

  /// The leftmost column that any of some lines fills.
  func leftEdge(_ lines: ClosedRange<Int>) -> Int {
    lines.compactMap { reader.segments(rows.indented($0)).first?.columns.lowerBound }.min() ?? 0
  }

  /// Several segments, and no tab, pipe or leader dots.
  func isMultiple(_ line: Int) -> Bool {
    let range = rows.indented(line)
    guard hasGap(range), range.count < 8192 else { return false }
    return !rows.holdsSeparator(range) && reader.segments(range).count > 1 && !hasLeader(range)
  }

  /// A row whose longest cells leave one blank between the columns: 観光入込客数 68万4千人回（H30） 70万人回（R6）.
  func isTightRow(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard content.count < Self.longestTightRow, !rows.holdsSeparator(content) else { return false }
    var pieces = rows.words(content).map(rows.string)[...]
    // 2 空き家バンク登録件数 56件 27件: the number of the row.
    if pieces.count > 3, pieces[0].utf8.count <= 2, Int(pieces[0]) != nil { pieces = pieces.dropFirst() }
    guard let name = pieces.first, pieces.count > 2, !ValueLook.isValue(name) || ValueLook.isNameWithFigure(name.folded)
    else { return false }
    let looks = pieces.dropFirst().map { ValueLook.isValue($0) || ValueLook.isYear($0) }
    return zip(looks, looks.dropFirst()).contains { $0 && $1 }
  }

  private static let longestTightRow = 400

  /// A part of a row whose wrapped values stand at several heights: 温室効果ガス排出量 184.2千t-, or 3,182 ― ― 3,276人.
  func isPartOfRow(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard content.count < Self.longestTightRow, !rows.holdsSeparator(content) else { return false }
    let pieces = rows.words(content).map(rows.string)
    // － 23 － is a page's number.
    let isBetweenDashes = pieces.first == pieces.last && pieces.count == 3
    return pieces.count > 1 && pieces.dropFirst().allSatisfy(ValueLook.isValue) && !isBetweenDashes
      && (pieces.count == 2 || ValueLook.isValue(pieces[0]))
  }

  /// A value of a row that stands lower than the others, far right of where names begin. A bare
  /// number is rather a page's.
  func isLoneValue(_ line: Int) -> Bool {
    let content = rows.content(line)
    return content.count <= Self.longestValue && content.lowerBound - rows.indented(line).lowerBound >= Self.leastIndent
      && ValueLook.isValue(rows.string(content)) && rows.string(content).contains { $0.isLetter || "％%.,".contains($0) }
  }

  /// （平成28～令和２年度の平均）: the date of a value that stands above or below it.
  func isLoneYear(_ line: Int) -> Bool {
    let content = rows.content(line)
    return content.count <= Self.longestYear && content.lowerBound - rows.indented(line).lowerBound >= Self.leastIndent
      && ValueLook.isYearInBrackets(rows.string(content))
  }

  /// In bytes.
  private static let longestValue = 40
  private static let longestYear = 80

  private static let leastIndent = 16

  /// Two blanks in a row behind some text: the cheap question first.
  private func hasGap(_ range: Range<Int>) -> Bool {
    let bytes = rows.text.bytes
    let content = TextLines.trimmed(range, in: bytes)
    var index = content.lowerBound
    while index + 1 < content.upperBound {
      if bytes[index] == 0x20, bytes[index + 1] == 0x20 { return true }
      if TextLines.isWideBlank(at: index, in: bytes, to: content.upperBound) {
        let next = index + 3
        if next < content.upperBound,
          bytes[next] == 0x20 || TextLines.isWideBlank(at: next, in: bytes, to: content.upperBound)
        {
          return true
        }
        index = next
      } else {
        index += 1
      }
    }
    return false
  }

  /// A row of dots or dashes leads to a page number: a line of a table of contents.
  private func hasLeader(_ range: Range<Int>) -> Bool {
    let text = rows.string(range)
    return ["....", "・・・・", "……", "‥‥", "----", "――――", "─ ─"].contains { text.contains($0) }
  }

  /// Figures behind the first cell.
  func holdsValues(_ line: Int) -> Bool {
    rows.words(rows.content(line)).dropFirst().contains { ValueLook.isValue(rows.string($0)) }
  }
}
