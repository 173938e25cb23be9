/// Reads temporal expressions of Japanese public documents.
public struct TemporalReader: Sendable {
  /// What the surroundings say about a bare number.
  public enum Context: Sendable {
    /// Running text or a cell of mixed content: a bare four-digit number is no year.
    case text
    /// A header or a column of years: a bare 2024, '24 or 6 beside an era is a fiscal year, `assumed`.
    case yearColumn
  }

  /// An expression found in a text: what it says and the bytes it stands in.
  public struct Match: Sendable {
    public var temporal: Temporal
    public var range: Range<Int>

    public init(temporal: Temporal, range: Range<Int>) {
      self.temporal = temporal
      self.range = range
    }
  }

  public init() {}

  /// All expressions in order; impossible ones are among them, with flag `invalid`.
  ///
  /// A list (平成27・28年度) is several expressions; a range (平成27～28年度) is one.
  public func matches(in text: String, context: Context = .text) -> [Match] {
    let folded = FoldedScalars(text)
    return DateScanner(folded, context: context).expressions.map { match($0, folded, text) }
  }

  /// The first expression.
  public func first(in text: String, context: Context = .text) -> Match? {
    let folded = FoldedScalars(text)
    return DateScanner(folded, context: context).expressions.first.map { match($0, folded, text) }
  }

  /// What the whole text says, blanks and brackets around it apart; nil where more than a date stands in it.
  public func whole(_ text: String, context: Context = .yearColumn) -> Temporal? {
    let folded = FoldedScalars(text)
    var start = 0
    var end = folded.count
    while folded[start].isBlank || folded[start].isOpeningBracket { start += 1 }
    while end > start, folded[end - 1].isBlank || folded[end - 1].isClosingBracket { end -= 1 }
    guard start < end, let expression = DateParser(text: folded, context: context).expression(at: start) else {
      return nil
    }
    guard Self.isRemainderEmpty(folded, expression.range.upperBound, end) else { return nil }
    return match(expression, folded, text).temporal
  }

  /// 現在, 時点 and 頃 behind a date, and a bracket that the date took with it, are no more than the date.
  private static func isRemainderEmpty(_ text: FoldedScalars, _ start: Int, _ end: Int) -> Bool {
    if start >= end { return true }
    for word: StaticString in ["現在", "時点", "頃", "ごろ", "中", "内", "の間"] {
      if let tail = text.end(of: word, at: start), tail >= end { return true }
    }
    return false
  }

  private func match(_ expression: DateExpression, _ folded: FoldedScalars, _ text: String) -> Match {
    let range = folded.original(expression.range)
    return Match(temporal: expression.temporal(raw: text.slice(utf8: range)), range: range)
  }
}

extension String {
  /// The part of a text in a range of its UTF-8 bytes.
  package func slice(utf8 range: Range<Int>) -> String {
    String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
