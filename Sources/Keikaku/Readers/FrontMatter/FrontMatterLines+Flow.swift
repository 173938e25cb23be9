import KeikakuText

extension FrontMatterLines {
  /// A text whose line ends are lost begins with its cover all the same: the words up to the contents or the first sentence,
  /// as far as they are short.
  static func beginningOfFlow(_ text: SourceText) -> [FrontLine] {
    guard let line = firstLongLine(of: text) else { return [] }
    let flow = FlowWords(
      text.bytes, in: line.lowerBound..<min(line.upperBound, line.lowerBound + longestLine), limit: mostWordsOfFlow)
    var found: [FrontLine] = []
    for word in flow.words {
      let source = SourceRange(word.source)
      guard let line = FrontLine(text.string(source), source: source, number: found.count + 1) else { continue }
      guard word.source.count <= longestWordOfFlow else { return found + cutAtContents(line) }
      if CoverEnd.begins(at: line, hasTitle: !found.isEmpty) { break }
      if !word.isNumbered || TitleStart.isSure(line.text) { found.append(line) }
    }
    return found
  }

  /// A line that holds more than one, behind at most the number of its page.
  private static func firstLongLine(of text: SourceText) -> Range<Int>? {
    let bytes = text.bytes.span
    var start = 0
    for _ in 0..<mostLinesBeforeFlow where start < bytes.count {
      let end = bytes.first(UInt8(ascii: "\n"), from: start, to: bytes.count)
      if end - start > shortestFlow { return start..<end }
      guard end - start <= 6 else { return nil }
      start = end + 1
    }
    return nil
  }

  /// The page's number and a blank line.
  private static let mostLinesBeforeFlow = 3
  /// In bytes; a shorter line is what it looks like.
  private static let shortestFlow = 300
  private static let mostWordsOfFlow = 10
  /// In bytes.
  private static let longestWordOfFlow = 120

  /// 〇〇市環境基本計画令和3年8月目次1生活環境…: no blanks at all.
  private static func cutAtContents(_ line: FrontLine) -> [FrontLine] {
    let date = TemporalReader().matches(in: String(line.text.prefix(60))).first {
      $0.temporal.kind == .month || $0.temporal.kind == .day
    }
    let contents = line.text.ranges(of: "目次").first.map {
      line.text.utf8.distance(from: line.text.startIndex, to: $0.lowerBound)
    }
    guard let end = [date?.range.lowerBound, contents].compactMap({ $0 }).min(), (1...longestWordOfFlow).contains(end)
    else {
      return []
    }
    let source = SourceRange(line.source.indices.lowerBound..<line.source.indices.lowerBound + end)
    return FrontLine(line.text.slice(utf8: 0..<end), source: source, number: line.number).map { [$0] } ?? []
  }
}
