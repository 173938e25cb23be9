/// What joins the two ends of a range, or opens one end.
struct RangeMark {
  var end: Int
  /// A dash, which may also be a sign or a hyphen: it never opens a range alone.
  var isHyphen = false
  /// から or より, after which a smaller number is a count and not a year.
  var isWord = false
}

extension DateParser {
  /// The range mark at an index: ～ - ー から より 至.
  func rangeMark(at index: Int) -> RangeMark? {
    switch text[index] {
    case "~": return RangeMark(end: index + (text[index + 1] == "~" ? 2 : 1))
    case "-": return RangeMark(end: index + (text[index + 1] == "-" ? 2 : 1), isHyphen: true)
    case "ー", "一":
      return text[index] == "一" && text[index + 1].isKanji ? nil : RangeMark(end: index + 1, isHyphen: true)
    case "至": return RangeMark(end: index + 1, isHyphen: true)
    case "か" where text[index + 1] == "ら": return RangeMark(end: index + 2, isWord: true)
    case "よ" where text[index + 1] == "り": return RangeMark(end: index + 2, isHyphen: true, isWord: true)
    case "・" where text[index + 1] == "~": return RangeMark(end: index + 2)
    default: return nil
    }
  }
}
