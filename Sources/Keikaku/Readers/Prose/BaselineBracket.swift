import KeikakuText

/// Reads the bracket behind a target: （H30：82,687人）, （H28～H30の平均：3,152人）, （現状値 72人）, one entry for each name in it.
struct BaselineBracket {
  let text: ProseText
  let range: Range<Int>
  let context: ProseContext

  struct Entry {
    /// What stands before the colon.
    var label: String
    var value: Range<Int>
    var period: Temporal?
    var isAverage: Bool
    var isDated: Bool { period != nil }
  }

  /// Whether a bracket says itself that it holds where the target starts from: 基準値：平成26年 62人.
  var isMarked: Bool {
    let whole = text.trimmed(range)
    guard let length = text.match(Self.marks, at: whole.lowerBound, limit: whole.upperBound) else { return false }
    return whole.count > length && text.scalars[whole.lowerBound + length] == ":"
  }

  private static let marks = ProseWords("現状値 基準値 現状 基準 現況値 当初値 策定時")

  func entries() -> [Entry] {
    pieces().compactMap(entry)
  }

  /// Pieces between commas, each with a colon of its own; a piece without belongs to the one before: 平日 …、休日 ….
  private func pieces() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text.scalars[index] == "、" || text.scalars[index] == ";" {
      let rest = index + 1..<range.upperBound
      let next = rest.first { text.scalars[$0] == "、" } ?? range.upperBound
      guard colon(in: index + 1..<next) != nil else { continue }
      result.append(start..<index)
      start = index + 1
    }
    return result + [start..<range.upperBound]
  }

  private func colon(in piece: Range<Int>) -> Int? {
    piece.first { text.scalars[$0] == ":" || text.scalars[$0] == "：" }
  }

  private func entry(_ piece: Range<Int>) -> Entry? {
    let assembly = ProseIndicator(text: text, context: context)
    if let colon = colon(in: piece) {
      let label = piece.lowerBound..<colon
      let value = text.trimmed(colon + 1..<piece.upperBound)
      guard holdsDigit(value) else { return nil }
      return Entry(
        label: text.text(label), value: value, period: assembly.period(in: label),
        isAverage: text.text(label).contains("平均"))
    }
    let whole = text.trimmed(piece)
    if let entry = averageOfYears(whole) { return entry }
    let isMarked = text.match(Self.marks, at: whole.lowerBound, limit: whole.upperBound) != nil
    guard let end = ValueSpan.date(in: text, at: whole.lowerBound, limit: whole.upperBound) ?? markEnd(whole, isMarked),
      let value = ValueSpan(in: text, at: text.skipBlanks(end, whole.upperBound), limit: whole.upperBound),
      value.isNumber
    else { return nil }
    let date = whole.lowerBound..<value.core.lowerBound
    return Entry(label: "", value: value.range, period: assembly.period(in: date), isAverage: false)
  }

  private static let averages = ProseWords("の平均 平均 の年平均 年平均")

  /// 平成27～30年度平均 48件: the years, a word for their average, a blank and the figure.
  private func averageOfYears(_ whole: Range<Int>) -> Entry? {
    guard let blank = whole.first(where: { text.isBlank($0) }),
      let years = (whole.lowerBound..<blank).first(where: {
        text.match(Self.averages, at: $0, limit: blank) == blank - $0
      }),
      let period = ProseIndicator(text: text, context: context).period(in: whole.lowerBound..<years),
      let value = ValueSpan(in: text, at: text.skipBlanks(blank, whole.upperBound), limit: whole.upperBound),
      value.isNumber
    else { return nil }
    return Entry(label: "", value: value.range, period: period, isAverage: true)
  }

  private func markEnd(_ whole: Range<Int>, _ isMarked: Bool) -> Int? {
    guard isMarked, let length = text.match(Self.marks, at: whole.lowerBound, limit: whole.upperBound) else {
      return nil
    }
    return whole.lowerBound + length
  }

  private func holdsDigit(_ range: Range<Int>) -> Bool {
    range.contains { (0x30...0x39).contains(text.scalars[$0].value) }
  }
}
