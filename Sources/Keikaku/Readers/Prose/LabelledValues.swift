import KeikakuText

/// Reads values with a label before each, in one line: 指標：出生数 基準値：72人（R1） 目標値：80人（R6）,
/// 出生数 【基準値】72人 【目標値】80人 【実績】R2：70人 R3：75人.
struct LabelledValues {
  let text: ProseText
  let context: ProseContext

  /// ち is how editions for reading aloud write 値.
  private enum Label { case name, baseline, target, result, rate, grade }

  private static let labels: [(Label, ProseWords)] = [
    (.name, ProseWords("指標名 指標 KPI 数値目標 成果指標 評価指標 重要業績評価指標 重要業績評価指標(KPI) 目標指標 項目 KPI名")),
    (.baseline, ProseWords("基準値 現状値 現況値 現状 当初値 策定時 基準 計画策定時 初期値 基準ち 現状ち 現況ち 従前値")),
    (.target, ProseWords("目標値 目標 最終目標 最終目標値 数値目標値 目標ち")),
    (.result, ProseWords("実績値 実績 直近値 最新値 実績ち")),
    (.rate, ProseWords("達成率 進捗率 目標達成率")),
  ]

  private static let grades = ProseWords("評価 判定 自己評価 内部評価 進捗評価 達成度 評価区分")
  private static let beginnings = ProseWords(joining: labels.map(\.1) + [grades])
  private static let gradeLetters: Set<Unicode.Scalar> = Set("ABCDESabcdes◎○〇●△▲×☓☆★".unicodeScalars)

  /// Whether a name is a label and nothing else, perhaps with its year: 現状値（R1）. It names no indicator.
  static func isLabel(_ name: Range<Int>, in text: ProseText) -> Bool {
    labels.contains { label, words in
      guard label != .name, let length = text.match(words, at: name.lowerBound, limit: name.upperBound) else {
        return false
      }
      let end = name.lowerBound + length
      return end == name.upperBound || text.endOfBracket(at: end, limit: name.upperBound) == name.upperBound
    }
  }

  /// Whether a name begins with a label and its year: 現状値（R1）空き家の登録件数 are two cells of a table.
  static func beginsWithLabel(_ name: Range<Int>, in text: ProseText) -> Bool {
    labels.contains { label, words in
      guard label != .name, let length = text.match(words, at: name.lowerBound, limit: name.upperBound),
        let end = text.endOfBracket(at: name.lowerBound + length, limit: name.upperBound)
      else { return false }
      return ValueLook.isYear(text.text(name.lowerBound + length..<end))
    }
  }

  /// The same of a name that is no part of a longer text.
  static func beginsWithLabel(_ name: MappedLabel) -> Bool {
    // Kana and kanji of the ordinary blocks fold to nothing else.
    guard let first = name.text.unicodeScalars.first,
      !(0x3041..<0xF900).contains(first.value) || beginnings.mayBegin(with: first)
    else { return false }
    let text = ProseText(MappedText(text: name.text, source: name.source))
    return beginsWithLabel(text.range, in: text)
  }

  func readings() -> [IndicatorReading] {
    var found = marks()
    guard found.contains(where: { $0.label == .target }), found.contains(where: { $0.label != .target }) else {
      return []
    }
    if let first = found.first, first.label != .name {
      found.insert((.name, 0, 0), at: 0)
    }
    return groups(found).compactMap(reading)
  }

  private typealias Mark = (label: Label, start: Int, end: Int)

  /// Labels at the beginning, after a blank, a colon, a bracket or a comma, with a colon, a bracket or a blank behind them. A mark
  /// starts with its bracket.
  private func marks() -> [Mark] {
    var result: [Mark] = []
    var index = 0
    while index < text.scalars.count {
      if Self.beginnings.mayBegin(with: text.scalars[index]), mayStand(at: index), var mark = mark(at: index) {
        if index > 0, Self.isOpening(text.scalars[index - 1]) { mark.start -= 1 }
        result.append(mark)
        index = mark.end
      } else {
        index += 1
      }
    }
    return result
  }

  private func mayStand(at index: Int) -> Bool {
    guard index > 0 else { return true }
    switch text.scalars[index - 1] {
    case "、", ",", "/", "／", "→", "⇒", "・", ":", "：": return true
    case let before: return Self.isOpening(before) || before.isWhiteSpace || text.lineStarts.contains(index)
    }
  }

  private static func isOpening(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "【", "[", "《", "〈", "<": true
    default: false
    }
  }

  private func mark(at start: Int) -> Mark? {
    let limit = text.scalars.count
    if let grade = gradeMark(at: start) { return grade }
    for (label, words) in Self.labels {
      guard let length = text.match(words, at: start, limit: limit) else { continue }
      var index = start + length
      if let close = text.endOfBracket(at: index, limit: limit), close < limit { index = close }
      let mark = index
      while index < limit, ":：…】]》〉>".unicodeScalars.contains(text.scalars[index]) { index += 1 }
      guard index > mark || index < limit && (text.isBlank(index) || touches(index, start..<mark)) else { continue }
      return (label, start, index)
    }
    return nil
  }

  /// 目標値40％: a word that is used for nothing else, and a figure right behind it. Behind 目標 the figure has its unit, since 目標1
  /// is one of several.
  private func touches(_ index: Int, _ label: Range<Int>) -> Bool {
    guard (0x30...0x39).contains(text.scalars[index].value) else { return false }
    if "値ち".unicodeScalars.contains(text.scalars[label.upperBound - 1]) { return true }
    let value = ValueSpan(in: text, at: index, limit: text.scalars.count)
    return value.map { !(0x30...0x39).contains(text.scalars[$0.core.upperBound - 1].value) } ?? false
  }

  /// 評価Ｃ, 判定：○: the word with one letter or sign behind it, and nothing more.
  private func gradeMark(at start: Int) -> Mark? {
    let limit = text.scalars.count
    guard let length = text.match(Self.grades, at: start, limit: limit) else { return nil }
    var index = text.skipBlanks(start + length, limit)
    if index < limit, ":：】]".unicodeScalars.contains(text.scalars[index]) { index = text.skipBlanks(index + 1, limit) }
    guard index < limit, Self.gradeLetters.contains(text.scalars[index]) else { return nil }
    let end = index + 1
    guard end == limit || isSeparator(end) else { return nil }
    return (.grade, start, index)
  }

  private func groups(_ marks: [Mark]) -> [[Mark]] {
    var result: [[Mark]] = []
    for mark in marks {
      if mark.label == .name || result.isEmpty { result.append([]) }
      result[result.count - 1].append(mark)
    }
    return result
  }

  private func reading(_ group: [Mark]) -> IndicatorReading? {
    guard let head = group.first, head.label == .name, group.count > 1 else { return nil }
    guard let name = ProseName.range(in: text, head.end..<group[1].start), let last = group.last else { return nil }
    var parts = ProseIndicator.Parts(name: name, whole: name.lowerBound..<last.end)
    let assembly = ProseIndicator(text: text, context: context)
    for (mark, next) in zip(group.dropFirst(), group.dropFirst(2).map(\.start) + [text.scalars.count]) {
      if mark.label == .grade {
        parts.grade = mark.end..<mark.end + 1
        parts.whole = parts.whole.lowerBound..<mark.end + 1
        continue
      }
      if mark.label == .rate {
        guard let rate = value(mark.end..<max(mark.end, next)), rate.isNumber else { return nil }
        parts.rate = rate.core
        parts.whole = parts.whole.lowerBound..<rate.range.upperBound
        continue
      }
      if mark.label == .result {
        guard let results = results(mark.end..<max(mark.end, next)) else { return nil }
        parts.actuals += results
        parts.actualPeriod = assembly.period(in: mark.start..<mark.end)
        parts.whole = parts.whole.lowerBound..<results.last!.upperBound
        continue
      }
      guard let value = value(mark.end..<max(mark.end, next)) else { return nil }
      parts.whole = parts.whole.lowerBound..<value.range.upperBound
      let period = assembly.period(in: mark.start..<mark.end)
      if mark.label == .baseline {
        parts.baseline = value.range
        parts.baselinePeriod = period
      } else {
        parts.targets.append(value.range)
        parts.targetPeriod = period
      }
    }
    return parts.targets.isEmpty ? nil : assembly.reading(parts)
  }

  /// One result or several, each with its year: R2：70人 R3：75人.
  private func results(_ range: Range<Int>) -> [Range<Int>]? {
    var results: [Range<Int>] = []
    var index = range.lowerBound
    while true {
      while index < range.upperBound, isSeparator(index) { index += 1 }
      guard index < range.upperBound else { break }
      guard let value = ValueSpan(in: text, at: index, limit: range.upperBound) else { return nil }
      guard results.isEmpty || value.hasYear else { return nil }
      results.append(value.range)
      index = value.range.upperBound
    }
    return results.isEmpty ? nil : results
  }

  private func value(_ range: Range<Int>) -> ValueSpan? {
    let start = text.skipBlanks(range.lowerBound, range.upperBound)
    guard let value = ValueSpan(in: text, at: start, limit: range.upperBound) else { return nil }
    let rest = value.range.upperBound..<range.upperBound
    return rest.allSatisfy(isSeparator) ? value : nil
  }

  private func isSeparator(_ index: Int) -> Bool {
    text.isBlank(index) || "、,/／→⇒。・|".unicodeScalars.contains(text.scalars[index])
  }
}
