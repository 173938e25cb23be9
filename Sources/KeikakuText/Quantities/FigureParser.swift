/// Reads a figure at a place of a folded text: sign, number, unit, bounds, and the second number of a range.
struct FigureParser {
  let text: FoldedScalars
  let units: UnitReader
  /// Whether any word that looks like a counter is taken for the unit; in running text only the table's units are.
  var takesAnyCounter = true

  enum Result {
    case figure(Figure)
    /// A number that is a name, a place or a part of a word; it ends at the index.
    case refused(Int)
    case none
  }

  func figure(at start: Int) -> Result {
    if var special = SpecialFigure.read(text, at: start, units) {
      finish(&special)
      return .figure(special)
    }
    let sign = Sign(text, at: start)
    let first = sign?.end ?? start
    guard let number = WrittenNumber(text, at: first) else { return longDigits(at: first) }
    if number.isKanji, sign == nil, let refusal = refusalOfKanji(number, at: start) { return refusal }
    if isPartOfName(number, at: sign == nil ? start : first, start: start) { return .refused(endOfChain(number.end)) }
    if let end = endOfPower(number) { return .refused(end) }
    var figure = Figure(range: start..<number.end, value: number.value, scale: number.scale)
    if number.repaired { figure.flags.insert(.ocrRepaired) }
    figure.isBare = number.isPlain && sign == nil
    guard readUnit(&figure, number) else { return .refused(endOfName(number.end)) }
    if sign?.isNegative == true { negate(&figure) }
    if sign?.isMisread == true { figure.flags.insert(.ocrRepaired) }
    readRange(&figure, number)
    finish(&figure)
    return .figure(figure)
  }

  /// The end of digits at `start` behind which nothing stands that could be a unit or go on with a figure: the usual
  /// number of a table or a list, told without reading it. Nil where the figure must be read to know.
  func endOfNumberAlone(at start: Int) -> Int? {
    guard text[start].isDigit else { return nil }
    var end = start + 1
    while text[end].isDigit || text[end] == "," || text[end] == "." { end += 1 }
    return units.mayFollowNumber(text[text.skippingBlanks(end)]) ? nil : end
  }

  /// Reads the words behind the figure, and sets its bounds.
  private func finish(_ figure: inout Figure) {
    while let suffix = UnitSuffix.read(text, at: text.skippingBlanks(figure.range.upperBound)) {
      figure.qualifiers.insert(suffix.qualifier)
      figure.range = figure.range.lowerBound..<suffix.end
      readRate(&figure)
    }
    if figure.value != nil { figure.applyBounds() }
  }

  /// 1回以上／年: what the unit is counted by, behind the bound.
  private func readRate(_ figure: inout Figure) {
    guard let base = figure.unit, !base.contains("/"), text[figure.range.upperBound] == "/" else { return }
    let rate = units.rate(UnitReader.Unit(base: base, power: 0, end: figure.range.upperBound), text)
    figure.unit = rate.base
    figure.range = figure.range.lowerBound..<rate.end
  }

  private func negate(_ figure: inout Figure) {
    figure.value = figure.value.map { -$0 }
  }

  // MARK: Refusals

  /// A digit at `start` that begins no number: more digits than a figure has.
  private func longDigits(at start: Int) -> Result {
    guard text[start].isDigit else { return .none }
    return .refused(endOfChain(start))
  }

  /// 10³人, 10^3人 and 5.2×10³t: behind ten a raised number may be a power or the mark of a note, so that the figure is not told.
  private func endOfPower(_ number: WrittenNumber) -> Int? {
    if number.value == 10, number.isPlain { return endOfExponent(at: number.end) }
    guard text[number.end] == "×", let factor = text.end(of: "10", at: text.skippingBlanks(number.end + 1)) else {
      return nil
    }
    return endOfExponent(at: factor)
  }

  private func endOfExponent(at start: Int) -> Int? {
    var end = start
    if text[start] == "^", text[start + 1].isDigit {
      end += 2
      while text[end].isDigit || text[end] == "^" { end += 1 }
    } else {
      while Self.isRaised(text[end]) { end += 1 }
    }
    return end > start ? end : nil
  }

  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }

  /// The end of digits with marks between them: 0942-30-9116, 10:30, 1/2.
  private func endOfChain(_ start: Int) -> Int {
    var index = start
    while text[index].largePower != nil || text[index].isDigit { index += 1 }
    while text[index].isDigit || Self.isChainMark(text[index]) && text[index + 1].isDigit { index += 1 }
    return index
  }

  private static func isChainMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "/", ":", ".", ",": true
    default: false
    }
  }

  /// Kanji numerals are numbers only before a counter of the table, and not inside another word.
  private func refusalOfKanji(_ number: WrittenNumber, at start: Int) -> Result? {
    let refused = Result.refused(number.end)
    if isRate(number) { return nil }
    if text[start - 1].isKanji, text[start - 1] != "約", text[start - 1] != "計", text[start - 1] != "年" {
      return refused
    }
    let index = text.skippingBlanks(number.end)
    if text[number.end] == "割" || text.end(of: "分の", at: number.end) != nil { return nil }
    guard let unit = units.known(text, at: index, kanjiNumber: true) else { return refused }
    if text[unit.end].isKanji, !UnitSuffix.begins(text, at: unit.end), text[unit.end] != "目" { return refused }
    if ["ひ", "一", "も", "な", "と"].contains(text[unit.end]) { return refused }
    return nil
  }

  /// 一人当たり, 市民一人あたり: a kanji one counts there wherever it stands.
  private func isRate(_ number: WrittenNumber) -> Bool {
    guard number.value == 1, let unit = units.known(text, at: number.end, kanjiNumber: true) else {
      return false
    }
    let next = text[unit.end] == "一" ? unit.end + 2 : unit.end
    return text.end(of: "当たり", at: next) != nil || text.end(of: "あたり", at: next) != nil
  }

  private func isPartOfName(_ number: WrittenNumber, at first: Int, start: Int) -> Bool {
    let before = text[start - 1]
    if before.isLatin || before.isDigit || before == "_" || before == "〒" || before == "№" { return true }
    if before == "数", !isCounted(text[start - 2]) { return true }
    if before == "." || before == "," { return true }
    if before == "第", text[text.skippingBlanks(number.end)] != "位" { return true }
    if before == "-", start == first { return true }
    if number.hasLeadingZero, number.isPlain || text[first + 1].isDigit { return true }
    return chainFollows(number)
  }

  /// Whether 数 behind a letter ends the name of what is counted (利用者数500人); otherwise it is some: 数10人, 約数10人.
  private func isCounted(_ letter: Unicode.Scalar) -> Bool {
    letter != "約" && (letter.isKanji || letter.isKatakana || letter.isHiragana || letter.isLatin)
  }

  /// A second number behind a slash, a colon, or a hyphen that makes no range: 10:30, 1-2-1, 3/4.
  private func chainFollows(_ number: WrittenNumber) -> Bool {
    let end = number.end
    guard text[end + 1].isDigit else { return text[end] == "-" && text[end + 1].isLatin }
    switch text[end] {
    case "/", ":", ".": return true
    case "-":
      guard let second = WrittenNumber(text, at: end + 1), !second.hasLeadingZero else { return true }
      if text[second.end] == "-" { return true }
      let index = text.skippingBlanks(second.end)
      return !(second.value > number.value && units.known(text, at: index) != nil)
    default: return false
    }
  }

  /// The end of the word that makes the number a name.
  private func endOfName(_ end: Int) -> Int {
    units.endOfRefusal(text, at: text.skippingBlanks(end)) ?? end
  }

  // MARK: The unit

  /// Reads the unit; false where what follows refuses the number.
  private func readUnit(_ figure: inout Figure, _ number: WrittenNumber) -> Bool {
    if SpecialFigure.readTenths(&figure, text) || SpecialFigure.readFraction(&figure, text, number) { return true }
    let index = text.skippingBlanks(number.end)
    let isAttached = index == number.end
    if units.endOfRefusal(text, at: index) != nil, isAttached || text[index] != "か" { return false }
    if isRemainder(at: index) {
      figure.qualifiers.insert(.about)
      take(units.known(text, at: index + 1)!, &figure)
      return true
    }
    // 小学校97 中学校95: behind a blank the next figure's label is no unit.
    if let unit = units.known(text, at: index), isAttached || !text[unit.end].isDigit {
      take(unit, &figure)
      readOrdinal(&figure)
      return true
    }
    if text[number.end].isLatin { return false }
    if takesAnyCounter, let unit = units.plausible(text, at: index) {
      if figure.isBare, let value = figure.value, (1900...2100).contains(value) { return false }
      take(unit, &figure)
    }
    return takesAnyCounter || !text[number.end].isKanji || figure.unit != nil || UnitSuffix.begins(text, at: number.end)
  }

  /// 50余人, 20数件: some more than the number.
  private func isRemainder(at index: Int) -> Bool {
    (text[index] == "余" || text[index] == "数") && units.known(text, at: index + 1) != nil
  }

  private func take(_ unit: UnitReader.Unit, _ figure: inout Figure) {
    figure.unit = unit.base
    figure.hasKnownUnit = unit.isKnown
    figure.isBare = false
    figure.range = figure.range.lowerBound..<unit.end
    figure.multiply(byPowerOfTen: unit.power)
  }

  /// 2人目, 3年目: the unit with 目 is an ordinal.
  private func readOrdinal(_ figure: inout Figure) {
    let end = figure.range.upperBound
    if text[end - 1] == "目", figure.unit == "番目" { figure.qualifiers.insert(.ordinal) }
    guard text[end] == "目", !["標", "的", "指"].contains(text[end + 1]), let unit = figure.unit, !unit.contains("/") else {
      return
    }
    figure.unit = unit + "目"
    figure.range = figure.range.lowerBound..<end + 1
    figure.qualifiers.insert(.ordinal)
  }

  // MARK: Ranges

  /// 30人から50人, 5-10か所, 10人以上20人未満.
  private func readRange(_ figure: inout Figure, _ number: WrittenNumber) {
    let end = text.skippingBlanks(figure.range.upperBound)
    guard let mark = rangeMark(at: end) else { return readBoundedRange(&figure) }
    let begin = text.skippingBlanks(mark)
    let sign = Sign(text, at: begin)
    let index = sign?.end ?? begin
    guard !text[index].isLatin, let second = WrittenNumber(text, at: index), !second.isKanji || number.isKanji else {
      return readOpenEnd(&figure, mark, at: end)
    }
    var last = Figure(range: index..<second.end, value: second.value, scale: second.scale)
    guard readUnit(&last, second) else { return }
    if sign?.isNegative == true { negate(&last) }
    guard let high = last.value, var low = figure.value else { return }
    if figure.unit == nil, figure.scale == 1, last.scale != 1, low < high {
      let scaled = low.multiplied(by: last.scale)
      low = scaled.flatMap { $0 <= high ? $0 : nil } ?? low
    }
    if last.isInTenths, figure.unit == nil { low = low.multiplied(byPowerOfTen: 1) ?? low }
    guard !leadsAway(mark, to: last.range.upperBound) else { return }
    guard low <= high, figure.unit == nil || last.unit == nil || figure.unit == last.unit else { return }
    figure.low = low
    figure.high = high
    figure.value = nil
    figure.unit = last.unit ?? figure.unit
    figure.hasKnownUnit = figure.hasKnownUnit || last.hasKnownUnit
    figure.isBare = false
    figure.flags.formUnion(last.flags)
    figure.range = figure.range.lowerBound..<last.range.upperBound
  }

  /// 10件から20件へ is a change from one figure to another, no range.
  private func leadsAway(_ mark: Int, to end: Int) -> Bool {
    text[mark - 1] == "ら" && (text[end] == "へ" || text[end] == "に")
  }

  /// The end of a range mark between two numbers.
  private func rangeMark(at index: Int) -> Int? {
    switch text[index] {
    case "~", "-", "ー": return index + 1
    case "か" where text[index + 1] == "ら": return index + 2
    default: return nil
    }
  }

  /// 50人～ with nothing behind it is at least fifty.
  private func readOpenEnd(_ figure: inout Figure, _ mark: Int, at end: Int) {
    guard text[end] == "~", text[text.skippingBlanks(mark)] == "\0" else { return }
    figure.qualifiers.insert(.atLeast)
    figure.range = figure.range.lowerBound..<mark
  }

  /// A low bound with a high bound right behind it.
  private func readBoundedRange(_ figure: inout Figure) {
    guard let low = UnitSuffix.read(text, at: figure.range.upperBound),
      low.qualifier == .atLeast || low.qualifier == .above
    else { return }
    let mark = text[low.end] == "、" || text[low.end] == "~" ? low.end + 1 : low.end
    let index = text.skippingBlanks(mark)
    guard text[index].isDigit, let second = WrittenNumber(text, at: index) else { return }
    var last = Figure(range: index..<second.end, value: second.value, scale: second.scale)
    guard readUnit(&last, second), let high = UnitSuffix.read(text, at: last.range.upperBound),
      high.qualifier == .atMost || high.qualifier == .below,
      figure.unit == nil || last.unit == nil || figure.unit == last.unit
    else { return }
    figure.low = figure.value
    figure.high = last.value
    figure.value = nil
    figure.unit = figure.unit ?? last.unit
    figure.qualifiers.formUnion([low.qualifier, high.qualifier])
    figure.range = figure.range.lowerBound..<high.end
  }
}
