import KeikakuText

/// What a cell's text looks like, before anything is read from it.
///
/// Asked of every cell of every kind of table, so the answers come from the folded bytes.
enum ValueLook {
  private static let eras = words("令和", "平成", "昭和", "大正", "R", "H", "S", "西暦")
  private static let wordValues = words(
    "-", "―", "—", "－", "‐", "–", "ー", "…", "なし", "未設定", "未調査", "未実施", "未定", "未公表", "集計中", "未集計", "算出中", "未確定",
    "非公表", "未把握", "中止", "未発表", "公表前", "調査なし", "データなし", "対象外", "算定中", "精査中", "維持", "増加", "減少", "向上", "調査中", "皆無",
    "実施", "検討", "策定", "設置", "現状維持", "新規", "現状値以上", "現状以上", "基準値以上", "前年度以上", "前年以上", "現状値以下", "現状以下", "基準値以下",
    "前年度以下", "全国平均以上", "県平均以上", "国平均以上", "増加傾向", "減少傾向", "解消", "おおむね解消", "概ね解消", "早期に解消", "ゼロ", "全廃", "毎年度増加", "毎年増加",
    "維持・向上", "維持又は向上", "上昇", "低下", "改善")
  /// What may stand before the figure of a value.
  private static let openings = words(
    "約", "年平均", "年間平均", "年間", "年", "月平均", "1日平均", "平均", "延べ", "のべ", "累計", "全国", "県内", "毎年", "概ね", "おおむね", "月", "週",
    "1日", "各", "男", "女", "小", "中", "平日", "休日", "計")
  private static let signs = words("▲", "△", "+", "-", "−", "±", "<", ">", "≧", "≦", "▼", "約")

  private static func words(_ words: String...) -> WordTrie<Bool> { WordTrie(words.map { ($0, true) }) }

  /// A figure, perhaps with a sign or a word before it, or a mark that stands for none.
  static func isValue(_ text: String) -> Bool {
    guard mayBeginValue(text) else { return false }
    let folded = FoldedText.bytes(of: text)
    let key = folded.filter { $0 != Ascii.space }
    guard !key.isEmpty, !(mayBeginYear(text) && isYear(key[...])) else { return false }
    if wordValues.whole(key[...]) != nil || isDatedWord(key) || isCutWord(key) { return true }
    if isDayOfYear(key) || isNumberedName(folded) { return false }
    var rest = withoutYearsOfAverage(key)
    if let opening = openings.prefix(of: rest) { rest = rest.dropFirst(opening) }
    if let sign = signs.prefix(of: rest) { rest = rest.dropFirst(sign) }
    guard rest.first?.isDigit == true, rest.count(where: \.beginsCharacter) <= longestValue else { return false }
    return !isNumbering(rest)
  }

  /// A value that is told in digits: 95人, and neither 維持 nor －.
  static func isFigure(_ text: String) -> Bool { isValue(text) && text.contains(where: \.isNumber) }

  /// 250人（2019年）: what stands in the last brackets is a year.
  static func endsInYear(_ text: String) -> Bool {
    text.lastIndex { "（(".contains($0) }.map { isYearInBrackets(String(text[$0...])) } ?? false
  }

  /// The cheap question by the first letter, where that is a kanji, which folding leaves as it is.
  private static func mayBeginValue(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count >= 3, (0xE4...0xE9).contains(bytes[0]) else { return true }
    return wordValues.mayBegin(in: bytes, at: 0, limit: bytes.count)
      || openings.mayBegin(in: bytes, at: 0, limit: bytes.count) || signs.mayBegin(in: bytes, at: 0, limit: bytes.count)
      || eras.mayBegin(in: bytes, at: 0, limit: bytes.count)
  }

  private static let averages = words("年平均", "年度平均", "平均", "累計", "年度累計", "年累計", "の平均", "年度の平均", "の累計")

  /// 95人 of H26-30平均95人: the years over which it is counted, and a word for how.
  private static func withoutYearsOfAverage(_ key: [UInt8]) -> ArraySlice<UInt8> {
    guard let era = eras.prefix(of: key[...]) else { return key[...] }
    let years = key.dropFirst(era).drop { $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "~") }
    guard let word = averages.prefix(of: years), years.startIndex > era else { return key[...] }
    return years.dropFirst(word)
  }

  /// 現状値以: a word in place of a value without its end, which stands in the next line of its cell.
  static func isCutWord(_ text: String) -> Bool { isCutWord(FoldedText.bytes(of: text).filter { $0 != Ascii.space }) }

  private static func isCutWord(_ key: [UInt8]) -> Bool {
    key.suffix(3) == atLeast.prefix(3) && wordValues.whole((key + atLeast.suffix(3))[...]) != nil
  }

  private static let atLeast = Array("以上".utf8)

  /// 増加(令和7年度), 減少を目指す(令和7年度): a word in place of a value with its year.
  private static func isDatedWord(_ key: [UInt8]) -> Bool {
    guard key.last == UInt8(ascii: ")"), let open = key.lastIndex(of: UInt8(ascii: "(")), open > 0 else { return false }
    let word = key[..<open]
    let aim = aims.first { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    return wordValues.whole(word.dropLast(aim?.count ?? 0)) != nil && isYear(key[open...])
  }

  /// What may stand behind the word for a development that is aimed at.
  private static let aims = ["を目指します", "をめざします", "を目指す", "をめざす", "させます", "させる", "を図ります", "を図る", "します", "する"].map {
    Array($0.utf8)
  }

  /// In characters; what goes on longer is text that begins with a figure.
  private static let longestValue = 40

  private static let month = Array("月".utf8)
  private static let monthsLong = Array("月間".utf8)

  /// 5月1日現在, 3月末: a day that every year has.
  private static func isDayOfYear(_ key: [UInt8]) -> Bool {
    let rest = key.drop(while: \.isDigit)
    return (1...2).contains(rest.startIndex) && rest.starts(with: month) && !rest.starts(with: monthsLong)
  }

  /// 1 市内の事業所数: a small number, a blank and more letters than a unit has.
  static func isNumberedName(_ text: String) -> Bool { isNumberedName(FoldedText.bytes(of: text)) }

  private static func isNumberedName(_ folded: [UInt8]) -> Bool {
    let rest = folded.drop(while: \.isDigit)
    guard (1...2).contains(rest.startIndex), rest.first == Ascii.space else { return false }
    let name = rest.drop { $0 == Ascii.space }
    return name.count { $0.beginsCharacter && $0 != Ascii.space } >= 5
      && !name.contains { $0.isDigit || $0 == UInt8(ascii: "(") }
  }

  /// 65歳以上の就業者数, 20～39歳の人口: more letters behind a figure than any unit has, or の between two words.
  static func isNameWithFigure(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, CellText.isDigit(first) else { return false }
    var depth = 0
    var letters = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth == 0, CellText.isJapanese(scalar) { letters += 1 }
      if depth == 0, scalar == "の", letters > 1 { return true }
    }
    return letters > 6
  }

  /// 現状 45.1%, 目標　1,000人（R6）: a word and behind a blank a figure that is no year.
  static func isLabelledFigure(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= longestLabelled, bytes.contains(where: { $0 == Ascii.space || $0 == 0xE3 }) else {
      return false
    }
    let pieces = text.split(whereSeparator: { $0 == " " || $0 == "　" }).map(String.init)
    guard pieces.count > 1, pieces[0].first?.isNumber == false else { return false }
    return pieces.indices.dropFirst().contains { index in
      let piece = pieces[index]
      return piece.folded.utf8.first?.isDigit == true && isValue(piece) && !isYear(piece)
        && !piece.prefix(4).contains("年") && !isNumberOfYear(pieces, index)
    }
  }

  /// 26 of 現状値（平成 26 年度）.
  private static func isNumberOfYear(_ pieces: [String], _ index: Int) -> Bool {
    if index + 1 < pieces.count, pieces[index + 1].hasPrefix("年") { return true }
    let before = pieces[index - 1].folded
    return writtenEras.contains { before.hasSuffix($0) }
      || letterEras.contains { before == $0 || before.hasSuffix("(" + $0) }
  }

  static let writtenEras = ["令和", "平成", "昭和"]
  static let letterEras = ["R", "H", "S"]

  /// In bytes.
  private static let longestLabelled = 80

  private static let ages = Array("歳児".utf8)
  private static let perPerson = words("1人当", "1人あ")

  /// 1-1-2, (3), 1. and the like, which number and do not measure.
  private static func isNumbering(_ text: ArraySlice<UInt8>) -> Bool {
    text.count { $0 == UInt8(ascii: "-") } >= 2 || text.last == UInt8(ascii: ".")
      || text.span.holds(ages.span) || perPerson.prefix(of: text) != nil
  }

  /// A dash and the like, for what is missing.
  static func isMark(_ text: String) -> Bool { !text.contains { $0.isLetter || $0.isNumber } }

  // MARK: Years

  /// A year or a span of years with nothing else: H26, (R5), 平成26年度, 2024年度末, R2～R6.
  static func isYear(_ text: String) -> Bool { mayBeginYear(text) && isYear(FoldedText.bytes(of: text)[...]) }

  /// (2019年), (2015～2017年の平均): the date of a value, in brackets of its own.
  static func isYearInBrackets(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "(" || first.value >= 0xFE00 else { return false }
    let folded = text.folded
    guard folded.hasPrefix("("), folded.hasSuffix(")") else { return false }
    return folded.dropFirst().dropLast().split(separator: "の").first.map { isYear(String($0)) } ?? false
  }

  /// Whether the first letter can be one of a year's: the cheap question, since most cells begin with another.
  static func mayBeginYear(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return switch first {
    case "令", "平", "昭", "大", "西", "年", "末", "時", "月", "日", "現", "か", "ま": true
    case "\u{3041}"..."\u{30FA}", "\u{4E00}"..."\u{9FFF}": false
    default: true
    }
  }

  /// Brackets and blanks say nothing of a year; the longest span of years, in bytes.
  private static let brackets = words(" ", "(", ")", "[", "]", "〔", "〕", "<", ">", "【", "】")
  private static let longestYear = 48
  private static let year = Array("年".utf8)
  private static let fiscalYear = Array("年度".utf8)
  private static let first = Array("元".utf8)
  private static let yearParts = words(
    "年度末", "年度", "年", "末", "時点", "月", "日", "現在", "~", "〜", "-", "―", "・", "/", "→", "から", "まで", ".")

  private static func isYear(_ folded: ArraySlice<UInt8>) -> Bool {
    guard !isDatedFigure(folded) else { return false }
    let key = withoutBrackets(folded)
    guard !key.isEmpty, key.count <= longestYear else { return false }
    var rest = key[...]
    var sawYear = false
    while let next = rest.first {
      if next.isDigit {
        guard let end = yearEnd(rest, sawYear: sawYear) else { return false }
        rest = rest[end...]
        sawYear = true
      } else if let era = eras.prefix(of: rest) {
        rest = rest.dropFirst(era)
        let isFirst = rest.starts(with: first)
        if isFirst { rest = rest.dropFirst(first.count) }
        guard isFirst || rest.first?.isDigit == true else { return false }
        rest = rest.drop(while: \.isDigit)
        sawYear = true
      } else if let part = yearParts.prefix(of: rest) {
        rest = rest.dropFirst(part)
      } else {
        return false
      }
    }
    return sawYear
  }

  /// Where the digits at the beginning end, if they can be those of a year.
  private static func yearEnd(_ text: ArraySlice<UInt8>, sawYear: Bool) -> Int? {
    let after = text.drop(while: \.isDigit)
    let count = after.startIndex - text.startIndex
    guard sawYear || isFullYear(text[..<after.startIndex]) || after.starts(with: year) else { return nil }
    if after.starts(with: year), count <= 2, !sawYear, !after.starts(with: fiscalYear) { return nil }
    return after.startIndex
  }

  private static func isFullYear(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 4 && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
  }

  private static func withoutBrackets(_ folded: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = folded.span
    var key: [UInt8] = []
    key.reserveCapacity(min(bytes.count, longestYear + 1))
    var index = 0
    while index < bytes.count, key.count <= longestYear {
      if let bracket = brackets.longestMatch(in: bytes, at: index, limit: bytes.count) {
        index += bracket.length
      } else {
        key.append(bytes[index])
        index += 1
      }
    }
    return key
  }

  /// 9(2019年度), 9(R1) and -(R1): a figure or a mark for none and in a bracket its year, where 31(2019)年度 and 2019(R1) are
  /// years.
  private static func isDatedFigure(_ text: ArraySlice<UInt8>) -> Bool {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")), let close = text[open...].firstIndex(of: UInt8(ascii: ")"))
    else { return false }
    let figure = text[..<open].filter { $0 != Ascii.space }
    guard !figure.isEmpty,
      figure.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        || wordValues.whole(figure[...]) != nil
    else { return false }
    let date = text[open..<close].dropFirst()
    return !isFullYear(figure[...]) && (date.span.holds(year.span) || eras.prefix(of: date) != nil)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether a byte is the first of a character's.
  var beginsCharacter: Bool { self & 0xC0 != 0x80 }
}

extension WordTrie {
  /// The length in bytes of the longest word at the beginning.
  fileprivate func prefix(of bytes: ArraySlice<UInt8>) -> Int? {
    longestMatch(in: bytes.span, at: 0, limit: bytes.count)?.length
  }
}
