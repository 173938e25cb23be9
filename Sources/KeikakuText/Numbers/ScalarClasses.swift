/// What kind of letter a folded character is, as far as the readers ask.
extension Unicode.Scalar {
  var isDigit: Bool { value &- 0x30 < 10 }

  var isLatin: Bool { (value | 0x20) &- 0x61 < 26 }

  var isKanji: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || value == 0x3005
      || (0x20000...0x3FFFF).contains(value)
  }

  package var isKatakana: Bool { (0x30A1...0x30FA).contains(value) || value == 0x30FC }

  var isHiragana: Bool { (0x3041...0x309F).contains(value) }

  var isBlank: Bool { value == 0x20 || value == 0x09 || value == 0x0A || value == 0x0D }

  /// The value of a digit in ASCII.
  var digitValue: Int? { isDigit ? Int(value) - 0x30 : nil }

  /// The value of a kanji digit, among them the two circles that documents write for zero.
  var kanjiDigit: Int? {
    switch self {
    case "〇", "○", "零": 0
    case "一", "壱", "壹": 1
    case "二", "弐": 2
    case "三", "参": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// 十, 百 and 千 as powers of ten.
  var smallPower: Int? {
    switch self {
    case "十", "拾": 1
    case "百": 2
    case "千": 3
    default: nil
    }
  }

  /// 万, 億, 兆 and 京 as powers of ten.
  var largePower: Int? {
    switch self {
    case "万", "萬": 4
    case "億": 8
    case "兆": 12
    case "京": 16
    default: nil
    }
  }

  /// The digit that a letter is a misreading of, beside digits or an era's letter.
  var misreadDigit: Int? {
    switch self {
    case "O", "o": 0
    case "l", "I", "|": 1
    default: nil
    }
  }

  var isOpeningBracket: Bool {
    switch self {
    case "(", "[", "<", "〔", "【", "〈", "《", "［", "＜", "{": true
    default: false
    }
  }

  var isClosingBracket: Bool {
    switch self {
    case ")", "]", ">", "〕", "】", "〉", "》", "］", "＞", "}": true
    default: false
    }
  }
}
