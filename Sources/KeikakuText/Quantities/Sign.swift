/// A sign before a number: ▲ △ － + プラス マイナス, with blanks behind it.
struct Sign {
  var isNegative: Bool
  /// A long-vowel mark in the place of a minus.
  var isMisread = false
  /// Where the number begins.
  var end: Int

  init?(_ text: FoldedScalars, at start: Int) {
    isNegative = false
    switch text[start] {
    case "▲", "△": isNegative = true
    case "-":
      guard Self.isSignPlace(text, start) else { return nil }
      isNegative = true
    case "ー":
      guard text[start - 1] == "\0", text[start + 1].isDigit else { return nil }
      isNegative = true
      isMisread = true
    case "+", "±": break
    case "プ", "マ":
      guard let word = text.end(of: "プラス", at: start) ?? text.end(of: "マイナス", at: start) else { return nil }
      isNegative = text[start] == "マ"
      end = text.skippingBlanks(word)
      return
    default: return nil
    }
    end = text.skippingBlanks(start + 1)
    guard text[end].isDigit || text[end].kanjiDigit != nil else { return nil }
  }

  /// A hyphen is a minus at the start of a text, behind a blank, a bracket, a colon or a word, never behind a letter or
  /// a digit.
  private static func isSignPlace(_ text: FoldedScalars, _ start: Int) -> Bool {
    let before = text[start - 1]
    if before.isBlank {
      let word = text[text.skippingBlanksBackwards(start) - 1]
      return !word.isDigit && !word.isLatin && word != "-"
    }
    if isOrdinalLetter(text, start - 1) { return false }
    return !before.isDigit && !before.isLatin && before != "-" && before != "%" && !before.isClosingBracket
  }

  /// Ⅰ-1, ア-1, ①-2: a section's number, written with one letter that nothing stands before.
  private static func isOrdinalLetter(_ text: FoldedScalars, _ index: Int) -> Bool {
    let letter = text[index]
    let isNumeral = (0x2160...0x2188).contains(letter.value) || (0x2460...0x24FF).contains(letter.value)
    return isNumeral || (letter.isKatakana || letter.isHiragana) && (text[index - 1] == "\0" || text[index - 1].isBlank)
  }
}
