/// The year itself: 平成27, 平27, H27, 2015, '15, FY2015, 二〇一五.
extension DateParser {
  func yearHead(at start: Int) -> DatePoint? {
    let first = text[start]
    if first.isDigit || first.kanjiDigit != nil || first == "千" { return westernHead(at: start, prefix: start) }
    if let era = Era(kanji: first) { return eraHead(era, at: start) }
    if let era = Era(letter: first) { return letterHead(era, at: start) }
    switch first {
    case "西": return text.end(of: "西暦", at: start).flatMap { westernHead(at: text.skippingBlanks($0), prefix: start) }
    case "F": return fiscalHead(at: start)
    case "'": return apostropheHead(at: start)
    default: return nil
    }
  }

  /// 平成27, 令和元, 平27; a blank may stand between name and number, and O or l may be a misread digit.
  private func eraHead(_ era: Era, at start: Int) -> DatePoint? {
    if let end = text.end(of: era.name, at: start) {
      return eraPoint(era, from: start, numberAt: text.skippingBlanks(end), digits: 3)
    }
    guard !text[start - 1].isKanji, text[start + 1].isDigit || text[start + 1] == "元" else { return nil }
    guard let point = eraPoint(era, from: start, numberAt: start + 1, digits: 2) else { return nil }
    let needsYear = era == .meiji || era == .taisho
    return needsYear && text[text.skippingBlanks(point.end)] != "年" ? nil : point
  }

  private func eraPoint(_ era: Era, from start: Int, numberAt index: Int, digits: Int) -> DatePoint? {
    if text[index] == "元" {
      return DatePoint(start: start, end: index + 1, era: era, number: 1, year: era.year(1))
    }
    guard let number = ShortNumber(text, at: index, repairing: true), number.digits <= digits else { return nil }
    if number.digits == 3, text[text.skippingBlanks(number.end)] != "年" { return nil }
    if number.isKanji, number.digits == 1, number.value == 0, text[index] != "零" { return nil }
    if number.isKanji, text[number.end].isKanji, text[number.end] != "年" { return nil }
    if number.repaired, !isRepairable(number, at: index) { return nil }
    return DatePoint(
      start: start, end: number.end, era: era, number: number.value, year: era.year(number.value),
      repaired: number.repaired)
  }

  /// Misread digits alone (平成OO) are a blank form's circles, unless one of them stands alone before 年.
  private func isRepairable(_ number: ShortNumber, at index: Int) -> Bool {
    (index..<number.end).contains { text[$0].isDigit } || number.digits == 1 && number.value > 0 || text[index] == "l"
  }

  /// H27, R元, R 6, Hl9. A letter of a word, of a model or of a formula is none.
  private func letterHead(_ era: Era, at start: Int) -> DatePoint? {
    let before = text[start - 1]
    guard !before.isLatin, !before.isDigit, before != "_", before != "." else { return nil }
    if before == "-", text[start - 2].isLatin || text[start - 2].isDigit, !isRangeMark(at: start - 1) { return nil }
    var index = start + 1
    if text[index] == ".", text[index + 1].isDigit { index += 1 }
    let hasBlank = text[index] == " "
    index = text.skippingBlanks(index)
    guard let point = eraPoint(era, from: start, numberAt: index, digits: 2) else { return nil }
    let hasYear = text[text.skippingBlanks(point.end)] == "年"
    if point.repaired, !hasYear, !isClearlyRepaired(point, era, hasBlank) { return nil }
    if text[index] == "0", point.number == 0, !hasYear { return nil }
    guard !hasYear else { return point }
    return isLikelyBare(point, era, hasBlank: hasBlank) ? point : nil
  }

  /// A hyphen before an era's letter joins two dates where a date stands before it: H27-H31, R6.4.1-R7.3.31.
  private func isRangeMark(at index: Int) -> Bool {
    guard text[index - 1].isDigit else { return false }
    var first = index - 1
    while text[first - 1].isDigit || text[first - 1] == "." || text[first - 1] == "/" { first -= 1 }
    return Era(letter: text[first - 1]) != nil && index - first <= 8
  }

  /// H3O and R I are misread years; H2O is water and RI an isotope.
  private func isClearlyRepaired(_ point: DatePoint, _ era: Era, _ hasBlank: Bool) -> Bool {
    if era == .heisei, point.number == 20, text[point.end - 1].isLatin { return false }
    if point.end - point.start == 2 { return false }
    return !hasBlank || ends(at: point.end)
  }

  /// M and T alone name magnitudes and sizes, S a class; a bare year needs a number that the era had.
  private func isLikelyBare(_ point: DatePoint, _ era: Era, hasBlank: Bool) -> Bool {
    let isDotted = text[point.end] == "." || text[point.end] == "/"
    switch era {
    case .meiji, .taisho: return isDotted && hasThreeParts(from: point.end)
    case .showa: return isDotted && hasThreeParts(from: point.end) || (20...64).contains(point.number)
    default: return true
    }
  }

  /// Whether two more short numbers follow, each behind the same mark.
  func hasThreeParts(from index: Int) -> Bool {
    let mark = text[index]
    guard let second = ShortNumber(text, at: text.skippingBlanks(index + 1)), second.digits <= 2,
      text[second.end] == mark
    else { return false }
    guard let third = ShortNumber(text, at: text.skippingBlanks(second.end + 1)) else { return false }
    return third.digits <= 2
  }

  private func ends(at index: Int) -> Bool {
    let next = text[text.skippingBlanks(index)]
    return next == "\0" || next == ":" || next.isClosingBracket || next.isOpeningBracket
  }

  /// 2015, 二〇一五: four digits. `prefix` is where 西暦 begins, before which any number of digits will do.
  private func westernHead(at start: Int, prefix: Int) -> DatePoint? {
    let isNamed = prefix < start
    guard isNamed || mayHaveFourDigits(at: start) && !continuesNumber(at: start) else { return nil }
    guard let number = ShortNumber(text, at: start, repairing: text[start].isDigit) else { return nil }
    if number.repaired, text[text.skippingBlanks(number.end)] != "年" { return nil }
    guard isNamed || number.digits == 4 || number.isKanji && number.value > 999 else { return nil }
    guard isNamed ? number.value > 0 : (1500...2199).contains(number.value) else { return nil }
    return DatePoint(
      start: prefix, end: number.end, number: number.value, year: number.value, isBare: true, repaired: number.repaired)
  }

  /// False for digits that are no year of four, which most of a text's are; all else is left to be read.
  private func mayHaveFourDigits(at start: Int) -> Bool {
    var end = start
    while text[end].isDigit { end += 1 }
    return end - start == 4 || end == start || text[end] == " " || text[end].misreadDigit != nil
  }

  /// Whether the digits at `start` are the tail of a longer number or name: 1,2019, ISO2015, 759-2212.
  private func continuesNumber(at start: Int) -> Bool {
    let before = text[start - 1]
    if before.isDigit || before.isLatin || before == "第" || before.kanjiDigit != nil || before.smallPower != nil {
      return true
    }
    guard text[start - 2].isDigit else { return false }
    if before == "-", text[start + 4] == "." || text[start + 4] == "/", hasThreeParts(from: start + 4) { return false }
    return before == "," || before == "." || before == "-" && !isYearBefore(start - 1)
  }

  private func isYearBefore(_ index: Int) -> Bool {
    guard let number = ShortNumber(text, at: index - 4), number.end == index, number.digits == 4 else { return false }
    return (1500...2199).contains(number.value) && !text[index - 5].isDigit && text[index - 5] != "-"
  }

  private func fiscalHead(at start: Int) -> DatePoint? {
    guard text[start + 1] == "Y", !text[start - 1].isLatin else { return nil }
    let index = text.skippingBlanks(start + 2)
    guard let number = ShortNumber(text, at: index), number.digits == 4 || number.digits == 2 else { return nil }
    let year = number.digits == 4 ? number.value : Self.century(number.value)
    return DatePoint(start: start, end: number.end, number: year, year: year, unit: .fiscal)
  }

  private func apostropheHead(at start: Int) -> DatePoint? {
    guard !text[start - 1].isLatin, text[start + 1].isDigit, text[start + 2].isDigit, !text[start + 3].isDigit,
      let number = ShortNumber(text, at: start + 1), number.digits == 2, text[start + 3] != "'"
    else { return nil }
    let year = Self.century(number.value)
    return DatePoint(start: start, end: number.end, number: year, year: year, isBare: false)
  }

  /// The year that two digits stand for: '80 to '99 are of the last century.
  static func century(_ number: Int) -> Int { number < 80 ? 2000 + number : 1900 + number }
}
