import KeikakuText

/// A name with the date of its target before it: 令和6年度末（…）の人口, 令和9年度における火災件数.
struct DatedName {
  let date: Range<Int>
  let name: Range<Int>

  private static let ends = ProseWords("における 時点の の に までに までの には において")

  /// Nil where the name begins with no date, or holds nothing else.
  init?(_ name: Range<Int>, in text: ProseText) {
    guard var end = ValueSpan.date(in: text, at: name.lowerBound, limit: name.upperBound) else { return nil }
    date = name.lowerBound..<end
    while let close = text.endOfBracket(at: end, limit: name.upperBound) { end = close }
    guard let length = text.match(Self.ends, at: end, limit: name.upperBound) else { return nil }
    end += length
    if end < name.upperBound, text.scalars[end] == "、" { end += 1 }
    guard end < name.upperBound else { return nil }
    self.name = end..<name.upperBound
  }
}
