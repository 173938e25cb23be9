import KeikakuText

/// Figures by how much something is to change, measured against a year: 2030年度までに2013年度比で51％削減する.
enum Reduction {
  private static let changeNouns = ["削減", "縮減", "減少", "低減", "増加"].map { Array($0.unicodeScalars) }
  private static let changingVerbs = ProseWords("する します させる させます を目標 を目指 をめざ することを目標 することを目指 することをめざ し、")

  /// する of 51％削減する: the noun behind the figure says which way it is to go.
  static func length(of text: ProseText, at verb: Int, behind value: ValueSpan) -> Int? {
    let core = text.scalars[value.core]
    guard changeNouns.contains(where: { core.count > $0.count && core.suffix($0.count).elementsEqual($0) }) else {
      return nil
    }
    return verb == text.scalars.count ? 0 : text.match(changingVerbs, at: verb, limit: text.scalars.count)
  }

  private static let comparisons = ProseWords("年度比で 年比で 年度比 年比 年度に比べて 年度に比べ 年に比べて 年度と比較して 年度対比で 年度から 年から 年度より 年より")
  /// In letters: 平成25（2013）年度と比較して、.
  private static let longestComparison = 24

  /// 2013年度比で before 51％削減: the year that the figure is measured against, up to it.
  static func comparison(in text: ProseText, endingAt end: Int, from start: Int) -> Range<Int>? {
    for place in (max(start, end - longestComparison)..<end).reversed() {
      guard let length = text.match(comparisons, at: place, limit: end) else { continue }
      var rest = text.skipBlanks(place + length, end)
      if rest < end, text.scalars[rest] == "、" { rest = text.skipBlanks(rest + 1, end) }
      guard rest == end else { continue }
      return (max(start, place - longestComparison)..<place).first {
        ValueSpan.date(in: text, at: $0, limit: place + 2).map { $0 >= place } ?? false
      }
      .map { $0..<end }
    }
    return nil
  }
}
