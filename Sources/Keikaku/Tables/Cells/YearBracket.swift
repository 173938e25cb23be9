import KeikakuText

/// A bracket that tells when the value before it is measured, and nothing else: （2019年）, (R2～R6年度累計), （5年間）.
enum YearBracket {
  private static let summed = ["の平均", "平均", "の累計", "累計", "の合計", "合計", "計", "見込み", "見込", "実績"]
  private static let spans: Set<Substring> = ["年間", "か年", "カ年", "ヶ年", "ヵ年"]

  static func dates(_ text: String) -> Bool {
    if ValueLook.isYearInBrackets(text) { return true }
    guard let first = text.unicodeScalars.first, first == "(" || first.value >= 0xFE00 else { return false }
    let folded = text.folded.filter { $0 != " " }
    guard folded.hasPrefix("("), folded.hasSuffix(")") else { return false }
    var inner = folded.dropFirst().dropLast()
    guard let word = summed.first(where: inner.hasSuffix) else { return isSpan(inner) }
    inner = inner.dropLast(word.count)
    return ValueLook.isYear(String(inner)) || isSpan(inner)
  }

  /// 5年間, 5か年.
  private static func isSpan(_ text: Substring) -> Bool {
    let rest = text.drop { $0.isASCII && $0.isNumber }
    return rest.startIndex > text.startIndex && spans.contains(rest)
  }
}
