/// Tells a class of pupils from a count: 小6, 中3, 小学5年生, 高校2年 before a figure of their own.
///
///     小6・・・88.5％、中3・・・89.5％
///
/// 小5校 counts schools, and so do 小5 中2, since no figure follows them.
enum SchoolYear {
  private static let schools: [StaticString] = ["小学校", "中学校", "高等学校", "小学", "中学", "高校", "小", "中", "高"]
  private static let years: [StaticString] = ["年生", "年", "生"]
  /// What may follow directly: sexes, subjects, 児童 and 生徒.
  private static let followers: Set<Unicode.Scalar> = [
    "男", "女", "児", "生", "国", "算", "数", "英", "理", "社", "・", "…", "‥", ":", " ", "の", ")",
  ]
  /// From the class to its figure, in letters.
  private static let longestLabel = 16

  /// The place behind the class that begins at `start`.
  static func end(in text: FoldedScalars, at start: Int, limit: Int) -> Int? {
    guard start < limit, !text[start - 1].isKanji, let name = name(in: text, at: start, limit: limit) else {
      return nil
    }
    let isFollowed = name.end < limit && (followers.contains(text[name.end]) || name.saysYear && text[name.end].isDigit)
    return isFollowed && precedesFigure(in: text, name.end, limit) ? name.end : nil
  }

  /// Whether a piece is the name of a class and nothing else.
  static func isWhole(_ range: Range<Int>, in text: FoldedScalars) -> Bool {
    name(in: text, at: range.lowerBound, limit: range.upperBound)?.end == range.upperBound
  }

  private static func name(
    in text: FoldedScalars, at start: Int, limit: Int
  ) -> (end: Int, saysYear: Bool)? {
    guard let school = schools.lazy.compactMap({ text.end(of: $0, at: start) }).first, school < limit,
      (0x31...0x36).contains(text[school].value)
    else { return nil }
    let end = school + 1
    if text[end].isDigit || text[end] == "." || text[end] == "," { return nil }
    let year = years.lazy.compactMap({ text.end(of: $0, at: end) }).first
    return (year ?? end, year != nil)
  }

  /// A figure follows that is not that of the next class.
  private static func precedesFigure(in text: FoldedScalars, _ start: Int, _ limit: Int) -> Bool {
    for index in start..<min(limit, start + longestLabel) where text[index].isDigit {
      return !["小", "中", "高", "学", "校"].contains(text[index - 1])
    }
    return false
  }
}
