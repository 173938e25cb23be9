import KeikakuText

/// Reads list items under a heading of indicators that give the target first, or alone.
///
/// ```
/// 社会増減数 △2,700 人（R6：△3,215 人）
/// KPI：空き家バンク成約件数 50件（R6）
/// 転入者数 50人（基準値：平成26年 40人）
/// ```
struct TargetFirstItems {
  let text: ProseText
  let context: ProseContext

  func readings() -> [IndicatorReading] {
    let whole = text.trimmed(text.range)
    let pieces = pieces(of: whole)
    guard pieces.count > 1 else { return readings(in: whole, hasLead: false) }
    let hasLead = ProseName.hasLead(in: text, whole)
    let all = pieces.map { readings(in: $0, hasLead: hasLead) }
    return all.contains(where: \.isEmpty) ? [] : all.flatMap { $0 }
  }

  /// A：2か所（H26：0か所）、B：0人（H26：3人）: statements that commas part, each with a colon and a figure of its own.
  private func pieces(of whole: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = whole.lowerBound
    var depth = 0
    for index in whole {
      if ProseText.isOpening(text.scalars[index]) { depth += 1 }
      if ProseText.isClosing(text.scalars[index]) { depth -= 1 }
      guard depth == 0, Self.parts(text.scalars[index]) else { continue }
      guard states(start..<index), states(index + 1..<whole.upperBound) else { continue }
      pieces.append(start..<index)
      start = index + 1
    }
    return pieces + [start..<whole.upperBound]
  }

  private static func parts(_ letter: Unicode.Scalar) -> Bool { "、；;／/".unicodeScalars.contains(letter) }

  /// In letters; the rest of a long list need not be looked through for each of its commas.
  private static let longestName = 80

  /// A name, a colon, and a figure right behind it.
  private func states(_ piece: Range<Int>) -> Bool {
    let name = ProseName.start(in: text, piece)
    guard
      let colon = (name..<max(name, piece.upperBound)).prefix(Self.longestName).first(where: {
        ":：".unicodeScalars.contains(text.scalars[$0])
      }),
      colon - name > 1, !(name..<colon).contains(where: { "、。(（".unicodeScalars.contains(text.scalars[$0]) }),
      let value = ValueSpan(in: text, at: text.skipBlanks(colon + 1, piece.upperBound), limit: piece.upperBound)
    else { return false }
    return value.isNumber
  }

  private func readings(in whole: Range<Int>, hasLead: Bool) -> [IndicatorReading] {
    let first = ProseName.start(in: text, whole)
    let hasLead = hasLead || ProseName.hasLead(in: text, whole)
    guard let (name, value) = split(first..<whole.upperBound, hasLead: hasLead),
      context.isUnderIndicatorHeading || hasLead || hasMarkedBaseline(value, whole.upperBound),
      let nameRange = ProseName.range(in: text, name), !endsWithUnit(nameRange),
      !LabelledValues.isLabel(nameRange, in: text), !LabelledValues.beginsWithLabel(nameRange, in: text),
      !endsWithValue(nameRange), hasLead || !context.givesAccount && !isOfOthers(nameRange)
    else { return [] }
    if let dated = datedBaseline(in: nameRange) { return [reading(dated, value)].compactMap { $0 } }
    let assembly = ProseIndicator(text: text, context: context)
    let dated = DatedName(nameRange, in: text)
    var parts = ProseIndicator.Parts(
      name: dated?.name ?? nameRange, targets: [value.range], whole: nameRange.lowerBound..<whole.upperBound)
    parts.targetPeriod = dated.flatMap { assembly.period(in: $0.date) }
    let further = furtherBracket(behind: value, whole.upperBound)
    if let bracket = further ?? value.bracket,
      let entry = BaselineBracket(text: text, range: bracket, context: context).entries().first
    {
      if further == nil { parts.targets = [value.range.lowerBound..<value.core.upperBound] }
      parts.baseline = entry.value
      parts.baselinePeriod = entry.period
      parts.baselineIsAverage = entry.isAverage
    }
    return [assembly.reading(parts)]
  }

  /// 前回の値, 国の死者数: what stood before or stands elsewhere is told beside the targets.
  private func isOfOthers(_ name: Range<Int>) -> Bool {
    let words = text.text(name)
    return Self.others.contains(where: words.hasPrefix)
  }

  private static let others = ["現在の", "前回", "前年", "昨年", "これまでの", "国の", "県の", "都の", "府の", "道の", "全国の", "県内の"]

  private func hasMarkedBaseline(_ value: ValueSpan, _ limit: Int) -> Bool {
    guard let bracket = furtherBracket(behind: value, limit) ?? value.bracket else { return false }
    return BaselineBracket(text: text, range: bracket, context: context).isMarked
  }

  /// 観光入込客数　H26：1,234千人 before H31：1,500千人: a dated figure ends the name, and is where the target starts from.
  private func datedBaseline(in name: Range<Int>) -> (name: Range<Int>, value: ValueSpan)? {
    for start in name.dropFirst() where text.isBlank(start - 1) && !text.isBlank(start) {
      guard let value = ValueSpan(in: text, at: start, limit: name.upperBound), value.isNumber, value.hasYear,
        value.range.upperBound == name.upperBound
      else { continue }
      return (name.lowerBound..<start, value)
    }
    return nil
  }

  /// Only a later year makes the second figure the target of the first; else neither is told, as where a third stands before.
  private func reading(_ baseline: (name: Range<Int>, value: ValueSpan), _ target: ValueSpan) -> IndicatorReading? {
    let assembly = ProseIndicator(text: text, context: context)
    guard let name = ProseName.range(in: text, baseline.name), datedBaseline(in: name) == nil,
      let from = assembly.period(in: baseline.value.range)?.endYear,
      let until = assembly.period(in: target.range)?.endYear, from < until
    else { return nil }
    return assembly.reading(
      ProseIndicator.Parts(
        name: name, baseline: baseline.value.range, targets: [target.range],
        whole: name.lowerBound..<target.range.upperBound))
  }

  /// 空き家の成約件数 件 25: cells of a table in one line, whose figure may be any of its columns.
  private func endsWithUnit(_ name: Range<Int>) -> Bool {
    let last = text.text(name).split(separator: " ").last.map(String.init) ?? ""
    return QuantityReader(units: context.units).isUnit(last) || name.count < 2
  }

  /// The first place from which a value reaches the end, with a blank, a colon or a bracket before it.
  private func split(_ range: Range<Int>, hasLead: Bool) -> (name: Range<Int>, value: ValueSpan)? {
    for start in range.dropFirst() where isBoundary(start) || hasLead && touchesMeasure(start) {
      guard let value = ValueSpan(in: text, at: start, limit: range.upperBound)?.keeping(in: text), value.isNumber
      else { continue }
      let further = furtherBracket(behind: value, range.upperBound)
      let behind = further.map { min($0.upperBound + 1, range.upperBound) } ?? value.range.upperBound
      let end = text.skipBlanks(behind, range.upperBound)
      if end == range.upperBound || (end == range.upperBound - 1 && text.scalars[end] == "。") {
        return (range.lowerBound..<start, value)
      }
    }
    return context.isItem ? bracketed(range) : nil
  }

  /// 移住相談件数（350件/年）: an item of a list of indicators whose bracket holds a figure and nothing else.
  private func bracketed(_ range: Range<Int>) -> (name: Range<Int>, value: ValueSpan)? {
    guard let open = range.dropFirst().first(where: { ProseText.isOpening(text.scalars[$0]) }),
      text.endOfBracket(at: open, limit: range.upperBound) == range.upperBound,
      let value = ValueSpan(in: text, at: open + 1, limit: range.upperBound - 1), value.isNumber, !value.hasYear,
      value.range.upperBound == range.upperBound - 1, !(0x30...0x39).contains(text.scalars[range.upperBound - 2].value)
    else { return nil }
    return (range.lowerBound..<open, value)
  }

  /// 250人（R6）（H30：198人）: the second bracket holds the baseline; so does what stands behind ※: ※2018年度実績 63件.
  private func furtherBracket(behind value: ValueSpan, _ limit: Int) -> Range<Int>? {
    guard value.bracket != nil else { return nil }
    let open = text.skipBlanks(value.range.upperBound, limit)
    if open < limit, text.scalars[open] == "※" { return open + 1..<limit }
    return text.endOfBracket(at: open, limit: limit).map { open + 1..<$0 - 1 }
  }

  /// 観光入込客数 68万人（H30） 70万人（R6）: two figures side by side are cells of a row, and which is which is not said.
  private func endsWithValue(_ name: Range<Int>) -> Bool {
    name.dropFirst().contains { start in
      guard text.isBlank(start - 1), !text.isBlank(start),
        let value = ValueSpan(in: text, at: start, limit: name.upperBound)
      else { return false }
      return value.isNumber && value.bracket != nil && value.range.upperBound == name.upperBound
    }
  }

  /// What the name of an indicator ends with where its figure touches it: 新規就農者数50人.
  private static func isMeasure(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "数", "率", "額", "量", "高", "度", "者": true
    default: false
    }
  }

  /// The same in an item of a list, where more than a figure hardly stands: 総人口82万人超.
  private static func endsMeasure(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "口", "合", "積", "値", "命", "帯": true
    default: isMeasure(letter)
    }
  }

  /// KPI：新規就農者数18人: behind a lead word the figure may touch its name.
  private func touchesMeasure(_ index: Int) -> Bool {
    (0x30...0x39).contains(text.scalars[index].value) && Self.isMeasure(text.scalars[index - 1])
  }

  private func isBoundary(_ index: Int) -> Bool {
    if text.isBlank(index) { return false }
    switch text.scalars[index - 1] {
    case ":", "：", "…", "‥", "=", "＝", "）", ")": return true
    // 就業者の割合・・・58％.
    case "・": return index > 1 && text.scalars[index - 2] == "・"
    case let before where before.isWhiteSpace: return true
    case let before:
      guard (0x30...0x39).contains(text.scalars[index].value) else { return false }
      return context.isCell && Self.isMeasure(before) || context.isItem && Self.endsMeasure(before)
    }
  }
}
