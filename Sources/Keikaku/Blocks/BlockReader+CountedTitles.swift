import KeikakuText

/// Titles behind bare numbers below a head that says what they are, as plain text of a PDF has the boxes of a page:
///
///     基本目標                    基本目標
///     1                           1安心して住めること
///     「海」と生きるまち            2産業が栄えること
///     2
///     「森」を育てるまち
///
/// A number alone in its line would be a page's, and one right before its text a figure: only the whole count, from 1 on, tells
/// that they number titles.
extension BlockReader {
  private struct CountedTitle {
    var number: Int
    var title: MappedText
    var lines: Range<Int>
  }

  /// Reads such titles where they begin; returns the line behind them, or nil where none stand.
  mutating func readCountedTitles(at start: Int) -> Int? {
    guard beginsWithOne(start), headOfKind != nil else { return nil }
    var found: [CountedTitle] = []
    var next: Int? = start
    while let line = next, let title = countedTitle(found.count + 1, at: line) {
      found.append(title)
      next = (title.lines.upperBound..<lines.count).prefix(Self.mostBlanks + 1).first { !lines[$0].isBlank }
    }
    guard found.count > 1 else { return nil }
    for item in found {
      let heading = Heading(
        numberStyle: .decimal, number: String(item.number), title: item.title.text, titleSource: item.title.source)
      add(.heading(heading), item.lines)
    }
    return found.last?.lines.upperBound
  }

  private static let mostBlanks = 2
  private static let longestTitle = 120
  private static let one = Array("１".utf8)

  /// The cheap question: most lines do not begin with a 1.
  private func beginsWithOne(_ line: Int) -> Bool {
    let body = lines[line].body
    guard let first = body.first.map({ bytes[$0] }), lines[line].shape == .text else { return false }
    return first == UInt8(ascii: "1") || first == Self.one[0] && bytes[body].starts(with: Self.one)
  }

  /// The last heading, where it names a kind of node and nothing but text stands below it.
  private var headOfKind: NodeKind? {
    for block in lastBlocks(Self.farthestHead).reversed() {
      switch block.content {
      case .heading(let heading): return heading.group?.kind
      case .paragraph, .fragment, .furniture: continue
      default: return nil
      }
    }
    return nil
  }

  private static let farthestHead = 6

  private mutating func countedTitle(_ number: Int, at line: Int) -> CountedTitle? {
    let body = lines[line].body
    guard lines[line].shape == .text, body.count <= Self.longestTitle else { return nil }
    var cursor = ScalarCursor(bytes, body)
    guard Numbering.arabic(&cursor) == number else { return nil }
    if cursor.isAtEnd { return titleBelowNumber(number, line) }
    let title = cursor.offset..<body.upperBound
    guard claims.isFree(line), mayBeTitle(title), cursor.peek().map({ (0x3041...0x9FFF).contains($0.scalar) }) ?? false,
      !judge.figures.isCounted(title)
    else { return nil }
    return CountedTitle(number: number, title: mapped(title), lines: line..<line + 1)
  }

  private mutating func titleBelowNumber(_ number: Int, _ line: Int) -> CountedTitle? {
    let below = (line + 1..<lines.count).prefix(Self.mostBlanks + 1).first { !lines[$0].isBlank }
    guard let below, lines[below].shape == .text, claims.isFree(below), mayBeTitle(lines[below].body), isText(below),
      !ValueLook.isValue(lines.body(below)), !formWords.isLabel(lines.body(below))
    else { return nil }
    var title = mapped(lines[below].body)
    var end = below + 1
    if end < lines.count, lines[end].shape == .text, claims.isFree(end), Joining.breaksOff(bytes, lines[below].body),
      mayBeTitle(lines[end].body), isText(end)
    {
      title.append(lines.body(end), source: lines[end].bodySource)
      end += 1
    }
    return CountedTitle(number: number, title: title, lines: line..<end)
  }

  private func mayBeTitle(_ range: Range<Int>) -> Bool {
    range.count <= Self.longestTitle && !Sentences.ends(bytes, range)
  }
}
