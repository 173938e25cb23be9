/// Reads the mentions of one piece of running text.
///
/// Stricter than the readers of cells: a quantity needs a unit of the table, and a number that may be a name, a chapter
/// or a length of time is passed over.
struct MentionReader {
  private let text: FoldedScalars
  private let bytes: UnsafeBufferPointer<UInt8>
  private let dates: DateParser
  private let figures: FigureParser
  /// The characters of the last date found, while nothing but a blank or a colon stands behind it.
  private var lastDate: (expression: DateExpression, end: Int)?
  /// Where the last mention ended; nothing before it is read twice.
  private var lastEnd = 0

  init(_ text: FoldedScalars, bytes: UnsafeBufferPointer<UInt8>, units: UnitReader) {
    self.text = text
    self.bytes = bytes
    dates = DateParser(text: text, context: .text)
    figures = FigureParser(text: text, units: units, takesAnyCounter: false)
  }

  /// Adds the mentions of the piece to those found before, in order.
  mutating func readAll(into mentions: inout [MentionFinder.Mention]) {
    var index = 0
    while let (start, kind) = MentionLetters.first(in: text, from: index) {
      if kind.contains(.date), let date = dates.expression(at: start) {
        append(date, to: &mentions)
        index = max(date.range.upperBound, start + 1)
      } else if kind.contains(.figure) {
        index = figures.endOfNumberAlone(at: start) ?? readFigure(at: start, into: &mentions)
      } else {
        index = start + 1
      }
    }
  }

  private mutating func append(_ date: DateExpression, to mentions: inout [MentionFinder.Mention]) {
    let range = text.original(date.range)
    mentions.append(MentionFinder.Mention(finding: .date(date.temporal(raw: slice(range))), range: range))
    lastEnd = date.range.upperBound
    lastDate = date.interval.reason == nil ? (date, date.range.upperBound) : nil
  }

  private func slice(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Reads a figure and returns where to go on.
  private mutating func readFigure(at index: Int, into mentions: inout [MentionFinder.Mention]) -> Int {
    switch figures.figure(at: index) {
    case .none: return index + 1
    case .refused(let end): return max(end, index + 1)
    case .figure(let figure):
      guard isMention(figure) else { return max(figure.range.upperBound, index + 1) }
      return append(figure, to: &mentions)
    }
  }

  private mutating func append(_ figure: Figure, to mentions: inout [MentionFinder.Mention]) -> Int {
    var figure = figure
    readPrefix(&figure)
    var range = figure.range
    var quantity = figure.quantity(raw: "")
    if let last = lastDate, isBeside(last.end, range.lowerBound) {
      quantity.period = mentions.removeLast().temporal
      range = last.expression.range.lowerBound..<range.upperBound
    } else if let (date, end) = dateInBracket(behind: range.upperBound) {
      quantity.period = date.temporal(raw: slice(text.original(date.range)))
      range = range.lowerBound..<end
    }
    lastDate = nil
    lastEnd = range.upperBound
    let original = text.original(range)
    quantity.raw = slice(original)
    mentions.append(MentionFinder.Mention(finding: .quantity(quantity), range: original))
    return range.upperBound
  }

  private func isBeside(_ end: Int, _ start: Int) -> Bool {
    guard (0...3).contains(start - end) else { return false }
    return (end..<start).allSatisfy { text[$0].isBlank || text[$0] == ":" || text[$0] == "の" || text[$0] == "に" }
  }

  /// 38,039人(H25): the date of a bracket that holds nothing else.
  private func dateInBracket(behind index: Int) -> (DateExpression, Int)? {
    let open = text.skippingBlanks(index)
    guard text[open].isOpeningBracket, DateScanner.mayBegin(text[open + 1]),
      let date = dates.expression(at: open + 1), date.interval.reason == nil,
      text[date.range.upperBound].isClosingBracket
    else { return nil }
    return (date, date.range.upperBound + 1)
  }

  // MARK: What is no mention

  /// Units of lengths of time and of places, which numbers in running text seldom count.
  private static let passedOver = WordTrie(
    [
      "年間", "年", "か年", "日", "日間", "か月", "週間", "週", "月間", "つ", "市", "町", "村", "区", "県", "国", "部", "体", "度", "地区", "分",
    ].map { ($0, true) })

  private func isMention(_ figure: Figure) -> Bool {
    guard let unit = figure.unit else { return figure.flags.contains(.rounded) }
    guard figure.hasKnownUnit, !figure.qualifiers.contains(.ordinal), Self.passedOver[unit] == nil else {
      return false
    }
    return !isHeadingNumber(figure) && !isSingleKanji(figure)
  }

  /// 1 人口の現状: a number at the start of a line, a blank, and a word that begins like a unit.
  private func isHeadingNumber(_ figure: Figure) -> Bool {
    let next = text[figure.range.upperBound]
    guard next.isKanji || next.isKatakana else { return false }
    return text.scalars[figure.range].contains(" ")
  }

  /// 一人, 三校: too often a part of a phrase.
  private func isSingleKanji(_ figure: Figure) -> Bool {
    let first = text[figure.range.lowerBound]
    let second = text[figure.range.lowerBound + 1]
    return first.kanjiDigit != nil && second.kanjiDigit == nil && second.smallPower == nil && second.largePower == nil
      && figure.unit != "%"
  }

  // MARK: What stands before the figure

  private static let prefixes: [(word: StaticString, qualifier: Quantity.Qualifier)] = [
    ("約", .about), ("およそ", .about), ("おおむね", .about), ("概ね", .about), ("年平均", .annualAverage), ("累計", .cumulative),
    ("延べ", .cumulative),
    ("年間", .annual), ("毎年", .annual), ("全国", .rank),
  ]

  private static let prefixEnds = BlockTable<Bool>(of: prefixes.map { $0.word.description.unicodeScalars.last! })

  private func readPrefix(_ figure: inout Figure) {
    let end = text.skippingBlanksBackwards(figure.range.lowerBound)
    for (word, qualifier) in Self.prefixes where Self.prefixEnds.contains(text[end - 1]) {
      let start = end - word.utf8CodeUnitCount / 3
      guard start >= lastEnd, text.end(of: word, at: start) == end, qualifier != .rank || figure.unit == "位" else {
        continue
      }
      figure.qualifiers.insert(qualifier)
      figure.range = start..<figure.range.upperBound
      break
    }
    figure.applyBoundsUnlessRange()
  }
}

extension MentionFinder.Mention {
  fileprivate var temporal: Temporal? {
    if case .date(let date) = finding { date } else { nil }
  }
}
