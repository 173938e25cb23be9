/// A whole number of a date or an ordinal: 27, 二十七, 二七, 3O.
struct ShortNumber {
  private(set) var value = 0
  /// How many digits were written; a kanji number with 十 counts as two or more.
  private(set) var digits = 0
  private(set) var end: Int
  private(set) var repaired = false
  private(set) var isKanji = false

  /// Reads a number of at most nine digits.
  ///
  /// - Parameter repairing: whether O, l and I may stand for digits, which the caller knows from what is beside them.
  init?(_ text: FoldedScalars, at start: Int, repairing: Bool = false) {
    end = start
    if text[start].kanjiDigit != nil || text[start].smallPower != nil {
      guard readKanji(text) else { return nil }
    } else {
      guard readDigits(text, repairing: repairing) else { return nil }
      joinSpacedDigits(text)
    }
  }

  private mutating func readDigits(_ text: FoldedScalars, repairing: Bool) -> Bool {
    var real = 0
    while digits <= 9 {
      if let digit = text[end].digitValue {
        value = value * 10 + digit
        real += 1
      } else if repairing, let digit = text[end].misreadDigit {
        value = value * 10 + digit
        repaired = true
      } else {
        break
      }
      digits += 1
      end += 1
    }
    let mayBeAllMisread = digits == 1 || digits == 2 && text[end - 2] == "l"
    return (1...9).contains(digits) && (real > 0 || mayBeAllMisread) && !(repaired && text[end].isLatin)
  }

  /// 二七 is read by place, 二十七 by powers.
  private mutating func readKanji(_ text: FoldedScalars) -> Bool {
    var total = 0
    var pending: Int?
    var byPlace = 0
    var hasPower = false
    while digits <= 9 {
      if let digit = text[end].kanjiDigit ?? text[end].digitValue {
        pending = digit
        byPlace = byPlace * 10 + digit
      } else if let power = text[end].smallPower {
        total += (pending ?? 1) * (power == 1 ? 10 : power == 2 ? 100 : 1000)
        pending = nil
        hasPower = true
      } else {
        break
      }
      digits += 1
      end += 1
    }
    value = hasPower ? total + (pending ?? 0) : byPlace
    guard digits <= 9 else { return false }
    if hasPower { digits = value < 100 ? 2 : value < 1000 ? 3 : 4 }
    isKanji = true
    return true
  }

  /// 2 0 2 0 年: single digits held apart by blanks are one number where a unit of time follows them.
  private mutating func joinSpacedDigits(_ text: FoldedScalars) {
    guard digits == 1, text[end] == " ", text[end + 1].isDigit else { return }
    var joined = value
    var index = end
    var count = 1
    while text[index] == " ", let digit = text[index + 1].digitValue, !text[index + 2].isDigit, count < 4 {
      joined = joined * 10 + digit
      index += 2
      count += 1
    }
    switch text[text.skippingBlanks(index)] {
    case "年", "月", "日":
      value = joined
      digits = count
      end = index
    default: break
    }
  }
}
