import KeikakuText

/// The name of an indicator in running text: what is left of a piece without marks, numbers and lead words before it.
enum ProseName {
  /// Longer pieces are sentences.
  private static let longest = 60

  private static let leads = ProseWords(
    """
    数値目標 重要業績評価指標(KPI) 重要業績評価指標 重要業績指標 KPI KPI(重要業績評価指標) 成果目標 成果指標 目標指標 評価指標 達成目標 目標値 指標 指標名 目標 \
    基本目標の数値目標 施策の数値目標 数値目標(KGI) 数値目標(KPI) KGI 活動指標 まちづくり指標
    """)

  /// So many blanks stand between letters of a word that is spaced out at most.
  private static let widestGap = 4

  /// 未達成 above 21％→20％: how it went is no name of what it was.
  private static let standings = ProseWords(
    "未達成 達成 一部達成 概ね達成 おおむね達成 ほぼ達成 達成見込み 達成困難 達成済 達成済み 達成状況 進捗状況 継続 改善 悪化 横ばい")

  /// What a measure costs is no indicator of it.
  private static let amounts = ProseWords("予算 予算額 当初予算 当初予算額 決算額 事業費 総事業費 概算事業費 財源")

  /// Where the name begins in a piece: behind bullets, numbers and lead words with their mark.
  static func start(in text: ProseText, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      if let next = bullet(in: text, at: index, range.upperBound) ?? lead(in: text, at: index, range.upperBound)?.end
        ?? spokenLead(in: text, at: index, range.upperBound)
      {
        index = next
      } else {
        break
      }
    }
    return index
  }

  static func skipBullets(in text: ProseText, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, let next = bullet(in: text, at: index, range.upperBound) { index = next }
    return index
  }

  /// A lead word stands at the beginning, behind bullets.
  static func hasLead(in text: ProseText, _ range: Range<Int>) -> Bool {
    lead(in: text, at: skipBullets(in: text, range), range.upperBound) != nil
  }

  /// A lead word with a mark behind it: 数値目標…, KPI：, 《目標指標》.
  static func lead(in text: ProseText, at start: Int, _ limit: Int) -> (end: Int, Bool)? {
    if let end = titledLead(in: text, at: start, limit) {
      let blank = text.skipBlanks(end, limit)
      return blank < limit ? (blank, true) : nil
    }
    var index = start
    let opened = index < limit && opensLead(text.scalars[index])
    if opened { index += 1 }
    guard let length = text.match(leads, at: index, limit: limit) else { return nil }
    index += length
    while index < limit, (0x2460...0x2473).contains(text.scalars[index].value) || isDigit(text.scalars[index]) {
      index += 1
    }
    let marked = index
    while index < limit, "…:：・》】〉＞>]］」)*―—-‥.".unicodeScalars.contains(text.scalars[index]) { index += 1 }
    let hasMark = index > marked
    let blank = text.skipBlanks(index, limit)
    guard hasMark || opened || blank > index, blank < limit else { return nil }
    return (blank, true)
  }

  /// 【施策の目標】, 〔基本目標1の成果指標〕: a title in brackets of its own that ends with the word for what follows.
  private static func titledLead(in text: ProseText, at start: Int, _ limit: Int) -> Int? {
    guard start < limit, "【〔《[".unicodeScalars.contains(text.scalars[start]),
      let close = (start + 1..<min(limit, start + longestTitle)).first(where: {
        "】〕》]".unicodeScalars.contains(text.scalars[$0])
      })
    else { return nil }
    var end = close
    while end > start + 1, isDigit(text.scalars[end - 1]) || (0x2460...0x2473).contains(text.scalars[end - 1].value) {
      end -= 1
    }
    // 【国の目標】, 【前計画の目標】 are another's.
    let title = text.text(start + 1..<end)
    if AimedSentence.isOfOthers(title) || HeaderSideWords.superseded.contains(where: title.contains) { return nil }
    return titleEndings.contains { text.scalars[start + 1..<end].suffix($0.count).elementsEqual($0) } ? close + 1 : nil
  }

  private static let titleEndings = ["目標", "指標", "KPI", "KGI"].map { Array($0.unicodeScalars) }
  /// In letters, with its brackets.
  private static let longestTitle = 16

  /// まちづくり指標、 before 健診の受診率: a word that ends in 指標 and a comma for the colon, as read aloud.
  static func spokenLead(in text: ProseText, at start: Int, _ limit: Int) -> Int? {
    for index in start..<min(limit, start + longestLead) {
      switch text.scalars[index] {
      case "、":
        guard index - start > 1, text.scalars[index - 2] == "指", text.scalars[index - 1] == "標" else { return nil }
        return index + 1 < limit ? index + 1 : nil
      case ":", "。", "(", "=": return nil
      default: continue
      }
    }
    return nil
  }

  /// In letters.
  private static let longestLead = 12

  private static func opensLead(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "《", "【", "〈", "＜", "<", "[", "［", "「", "(": true
    default: false
    }
  }

  /// A bullet, a circled number or a Roman one.
  private static func isBullet(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "・", "●", "○", "■", "□", "◆", "◇", "◎", "▼", "▽", "★", "☆", "※", "*", "-", "–", "—", "►", "▶", "➢",
      "\u{2460}"..."\u{2473}", "\u{2160}"..."\u{216B}":
      true
    default: false
    }
  }

  private static func bullet(in text: ProseText, at index: Int, _ limit: Int) -> Int? {
    let scalar = text.scalars[index]
    if text.isBlank(index) || isBullet(scalar) { return index + 1 }
    var end = index
    let bracketed = scalar == "("
    if bracketed { end += 1 }
    let digits = end
    while end < limit, isDigit(text.scalars[end]), end - digits < 2 { end += 1 }
    guard end > digits, end < limit else { return nil }
    if bracketed { return text.scalars[end] == ")" ? end + 1 : nil }
    guard text.scalars[end] == "." || text.scalars[end] == "．" || text.scalars[end] == ")" else { return nil }
    return end + 1 < limit && isDigit(text.scalars[end + 1]) ? nil : end + 1
  }

  /// 防災訓練への参加団体数 団体 15, 年少人口 3,120人, 市税収納率 ―: cells of a table that have run together, no name.
  private static func endsWithFigure(in text: ProseText, _ range: Range<Int>) -> Bool {
    let length = range.reversed().prefix { !text.isBlank($0) }.count
    guard length < range.count else { return false }
    let word = text.text(range.upperBound - length..<range.upperBound)
    return ValueLook.isValue(word) && !word.first!.isLetter
  }

  /// 雇用者数：5年間で500人 出生数: a statement before the name.
  private static func statesFigure(in text: ProseText, _ range: Range<Int>) -> Bool {
    range.contains { index in
      guard ":：".unicodeScalars.contains(text.scalars[index]) else { return false }
      let start = (range.lowerBound..<index).last { text.isBlank($0) }.map { $0 + 1 } ?? range.lowerBound
      return !ValueLook.isYear(text.text(start..<index))
        && ValueSpan(in: text, at: text.skipBlanks(index + 1, range.upperBound), limit: range.upperBound)?.isNumber
          == true
    }
  }

  /// 新規就農者数18人（R10）　R5 before 11人: a figure with its year ends a statement of its own.
  private static func holdsDatedFigure(in text: ProseText, _ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      guard isDigit(text.scalars[index]), !isDigit(text.scalars[index - 1]),
        !endsWithEra(in: text, range.lowerBound..<index), !"HRS".unicodeScalars.contains(text.scalars[index - 1]),
        let value = ValueSpan(in: text, at: index, limit: range.upperBound), let bracket = value.bracket
      else { return false }
      return ValueLook.isYear(text.text(bracket))
    }
  }

  /// 観光入込客数      250,000人, 第1回会議   令和6年5月20日: a wide gap parts a name from a value or a date, the cells of a table.
  private static func holdsCells(in text: ProseText, _ range: Range<Int>) -> Bool {
    let blanks = range.filter { text.isBlank($0) }
    guard zip(blanks, blanks.dropFirst()).contains(where: { $1 == $0 + 1 }) else { return false }
    // 現状          目標値: the heads of columns.
    if zip(blanks, blanks.dropFirst(widestGap - 1)).contains(where: { $1 == $0 + widestGap - 1 }) { return true }
    let words = text.text(range).folded.split(separator: " ")
    return words.dropFirst().contains { word in
      ValueLook.isYear(String(word)) || ValueLook.isFigure(String(word))
        || word.hasSuffix("日") && word.contains { $0.isASCII && $0.isNumber }
    }
  }

  /// 令和4年度 250,000人: nothing but years and values, the cells of a table.
  private static func isCells(in text: ProseText, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, !text.isBlank(end) { end += 1 }
      let isValue =
        ValueSpan(in: text, at: index, limit: end).map { $0.isNumber && $0.range.upperBound == end } ?? false
        && !ValueLook.isNameWithFigure(text.text(index..<end))
      guard isValue || ValueLook.isYear(text.text(index..<end)) else { return false }
      index = text.skipBlanks(end, range.upperBound)
    }
    return true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Where 年間観光客数 ends before a row of ・ that leads to the figure.
  private static func withoutLeader(in text: ProseText, _ range: Range<Int>) -> Int {
    let dots = range.reversed().prefix { "・．.".unicodeScalars.contains(text.scalars[$0]) }.count
    return dots > 1 ? text.trimmed(range.lowerBound..<range.upperBound - dots).upperBound : range.upperBound
  }

  private static let labels = ["現況", "現状", "現況値", "現状値", "基準値", "基準", "策定時", "計画策定時"]

  /// Where 認定農業者数 ends in 認定農業者数　　現況: the label belongs to the figure behind it.
  private static func withoutLabel(in text: ProseText, _ range: Range<Int>) -> Int {
    guard let blank = range.last(where: { text.isBlank($0) }), blank > range.lowerBound,
      labels.contains(text.text(blank + 1..<range.upperBound))
    else { return range.upperBound }
    return text.trimmed(range.lowerBound..<blank).upperBound
  }

  /// 平成 before 52 年: the figure is a year's.
  private static func endsWithEra(in text: ProseText, _ range: Range<Int>) -> Bool {
    range.count > 1 && text.match(ValueSpan.eras, at: range.upperBound - 2, limit: range.upperBound) != nil
  }

  /// The name's place without marks around it; nil where the piece can be no name.
  static func range(in text: ProseText, _ range: Range<Int>) -> Range<Int>? {
    let start = start(in: text, range)
    var end = range.upperBound
    while end > start, text.isBlank(end - 1) || ":：…‥をはが、,=＝".unicodeScalars.contains(text.scalars[end - 1]) {
      end -= 1
    }
    end = withoutLeader(in: text, start..<end)
    end = withoutLabel(in: text, start..<end)
    guard end > start, end - start <= longest, !endsWithEra(in: text, start..<end),
      text.match(leads, at: start, limit: end) != end - start,
      text.match(amounts, at: start, limit: end) != end - start,
      text.match(standings, at: start, limit: end) != end - start
    else {
      return nil
    }
    let name = text.scalars[start..<end]
    guard !NoName.is(text.text(start..<end)), !statesFigure(in: text, start..<end),
      !endsWithFigure(in: text, start..<end),
      !holdsDatedFigure(in: text, start..<end), !holdsCells(in: text, start..<end), !isCells(in: text, start..<end),
      !NameContinuation.isOpenInBracket(text.text(start..<end))
    else { return nil }
    guard name.contains(where: { $0.properties.isAlphabetic && $0.value > 0x3000 }), !name.contains("。"),
      !name.contains(where: ProseText.isArrow)
    else { return nil }
    return start..<end
  }
}
