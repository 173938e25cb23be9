import KeikakuText

/// What a cell's text looks like, before anything is read from it.
enum ValueLook {
  private static let eras = ["令和", "平成", "昭和", "大正", "R", "H", "S", "西暦"]
  private static let words: Set<String> = [
    "-", "―", "—", "－", "‐", "–", "ー", "…", "なし", "未設定", "未調査", "未実施", "未定", "維持", "増加", "減少", "向上", "調査中", "皆無",
    "実施", "検討", "策定", "設置", "現状維持", "新規",
  ]
  /// What may stand before the figure of a value.
  private static let openings: [String] = [
    "約", "年平均", "年間平均", "年間", "年", "月平均", "1日平均", "平均", "延べ", "のべ", "累計", "全国", "県内", "毎年", "概ね", "おおむね", "月", "週",
    "1日", "各", "男", "女", "小", "中", "平日",
    "休日", "計",
  ]

  /// A figure, perhaps with a sign or a word before it, or a mark that stands for none.
  static func isValue(_ text: String) -> Bool {
    let folded = text.folded.filter { $0 != " " }
    guard !folded.isEmpty, !isYear(folded) else { return false }
    if words.contains(folded) { return true }
    if isDayOfYear(folded) { return false }
    if isNumberedName(text.folded) { return false }
    var rest = folded[...]
    if let opening = openings.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(opening.count) }
    if let sign = rest.unicodeScalars.first, "▲△+-−±<>≧≦▼約".unicodeScalars.contains(sign) { rest = rest.dropFirst() }
    guard let digit = rest.unicodeScalars.first, CellText.isDigit(digit), rest.count <= 40 else { return false }
    return !isNumbering(rest)
  }

  /// 5月1日現在, 3月末: a day that every year has.
  private static func isDayOfYear(_ text: String) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    return (1...2).contains(digits.count) && rest.hasPrefix("月") && !rest.hasPrefix("月間")
  }

  /// 1 市内の事業所数: a small number, a blank and more letters than a unit has.
  static func isNumberedName(_ text: String) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count) else { return false }
    let rest = text.dropFirst(digits.count)
    let name = rest.drop { $0 == " " }
    return rest.count > name.count && name.count >= 5 && !name.contains { $0.isASCII && $0.isNumber || $0 == "(" }
  }

  /// 1-1-2, (3), 1. and the like, which number and do not measure.
  private static func isNumbering(_ text: Substring) -> Bool {
    text.utf8.filter { $0 == UInt8(ascii: "-") }.count >= 2
      || text.hasSuffix(".") || text.contains("歳児") || text.hasPrefix("1人当") || text.hasPrefix("1人あ")
  }

  /// Whether the first letter can be one of a year's: the cheap question, since most cells begin with another.
  private static func mayBeginYear(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return switch first {
    case "令", "平", "昭", "大", "西", "年", "末", "時", "月", "日", "現", "か", "ま": true
    case "\u{3041}"..."\u{30FA}", "\u{4E00}"..."\u{9FFF}": false
    default: true
    }
  }

  /// 9(2019年度) and 9(R1): a figure and in a bracket its year, where 31(2019)年度 and 2019(R1) are years.
  private static func isDatedFigure(_ text: String) -> Bool {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return false }
    let figure = text[..<open].filter { $0 != " " }
    guard !figure.isEmpty, figure.allSatisfy({ $0.isASCII && ($0.isNumber || ".,".contains($0)) }) else { return false }
    let isFullYear = figure.count == 4 && (figure.hasPrefix("19") || figure.hasPrefix("20"))
    let date = text[open..<close].dropFirst()
    return !isFullYear && (date.contains("年") || eras.contains(where: date.hasPrefix))
  }

  /// A year or a span of years with nothing else: H26, (R5), 平成26年度, 2024年度末, R2～R6.
  static func isYear(_ text: String) -> Bool {
    guard mayBeginYear(text) else { return false }
    let folded = text.folded
    guard !isDatedFigure(folded) else { return false }
    var rest = folded.filter { !" ()[]〔〕<>【】".contains($0) }[...]
    guard !rest.isEmpty, rest.utf8.count <= 48 else { return false }
    var sawYear = false
    while !rest.isEmpty {
      if let era = eras.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(era.count)
        if rest.hasPrefix("元") { rest = "1" + rest.dropFirst() }
        guard rest.first?.isASCII == true, rest.first?.isNumber == true else { return false }
        rest = rest.drop { $0.isASCII && $0.isNumber }
        sawYear = true
      } else if rest.first!.isASCII, rest.first!.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let after = rest.dropFirst(digits.count)
        guard
          (digits.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19"))) || sawYear || after.hasPrefix("年")
        else { return false }
        if after.hasPrefix("年"), digits.count <= 2, !sawYear, !after.hasPrefix("年度") { return false }
        rest = after
        sawYear = true
      } else if let part = [
        "年度末", "年度", "年", "末", "時点", "月", "日", "現在", "~", "〜", "-", "―", "・", "/", "→", "から", "まで", ".",
      ].first(
        where: { rest.hasPrefix($0) })
      {
        rest = rest.dropFirst(part.count)
      } else {
        return false
      }
    }
    return sawYear
  }
}
