import KeikakuText

/// Reads statements that stand behind a lead word in the middle of a text whose lines have run together.
///
/// ```
/// 1 項目 [KPI] 農業産出額 (H25)817億円 → (H31)850億円 2 位置付け …
/// <基本的方向> 観光の振興 数値目標 観光入込客数 5年後に214千人 宿泊者数 5年間で10万人 <基本目標Ⅱ> …
/// ```
/// A lead in brackets holds for the figure behind the arrow or colon next to it. A lead between blanks holds for names each
/// with a figure that bears its time: 5年間で10件 can be nothing but a target.
struct MarkedStatements {
  let text: ProseText
  let context: ProseContext
  let reader: ProseIndicatorReader

  /// In letters, of one statement.
  private static let longest = 90
  private static let leads = ProseWords("数値目標 重要業績評価指標 KPI 成果指標 目標指標 評価指標 KGI")
  private static let times = ProseWords("年間で 年後に 年間の累計で 年間の合計で か年で")

  func readings() -> [IndicatorReading] {
    var result: [IndicatorReading] = []
    var index = 0
    while index < text.scalars.count {
      if let behind = bracketedLead(at: index) {
        let (found, end) = statement(index, behind)
        result += found
        index = max(end, behind)
      } else if let behind = plainLead(at: index) {
        let (found, end) = timedItems(from: behind)
        result += found
        index = max(end, behind)
      } else {
        index += 1
      }
    }
    return result
  }

  // MARK: In brackets

  /// [数値目標・KPI]: one lead word or several in a bracket.
  private func bracketedLead(at index: Int) -> Int? {
    guard "[【〔《<(".unicodeScalars.contains(text.scalars[index]) else { return nil }
    let limit = min(text.scalars.count, index + Self.longest)
    var place = index + 1
    while let length = text.match(Self.leads, at: place, limit: limit) {
      place += length
      guard place < limit else { return nil }
      if "]】〕》>)".unicodeScalars.contains(text.scalars[place]) { return place + 1 }
      guard text.scalars[place] == "・" else { return nil }
      place += 1
    }
    return nil
  }

  /// The statement up to the end of its last figure.
  private func statement(_ lead: Int, _ start: Int) -> (found: [IndicatorReading], end: Int) {
    let limit =
      (start..<min(text.scalars.count, start + Self.longest)).first {
        text.scalars[$0] == "。" || bracketedLead(at: $0) != nil
      }
      ?? min(text.scalars.count, start + Self.longest)
    let signs = (start..<limit).filter { ProseText.isArrow(text.scalars[$0]) || text.scalars[$0] == ":" }
    guard let sign = signs.first(where: { ProseText.isArrow(text.scalars[$0]) }) ?? signs.first,
      let value = ValueSpan(in: text, at: text.skipBlanks(sign + 1, limit), limit: limit), value.isNumber,
      value.range.upperBound == text.scalars.count || text.isBlank(value.range.upperBound)
    else { return ([], start) }
    var context = context
    context.isUnderIndicatorHeading = true
    let whole = start..<value.range.upperBound
    let found = reader.indicators(in: MappedText(text: text.text(whole), source: text.source(whole)), context: context)
    return (found.count == 1 ? found : [], value.range.upperBound)
  }

  // MARK: Between blanks

  private func plainLead(at index: Int) -> Int? {
    guard index == 0 || text.isBlank(index - 1),
      let length = text.match(Self.leads, at: index, limit: text.scalars.count),
      index + length < text.scalars.count, text.isBlank(index + length)
    else { return nil }
    return text.skipBlanks(index + length, text.scalars.count)
  }

  /// 新規就農者数 5年間で10件 新規起業件数 5年間で8件: as long as the names go on so.
  private func timedItems(from start: Int) -> (found: [IndicatorReading], end: Int) {
    var found: [IndicatorReading] = []
    var index = start
    while let (name, value) = timedItem(from: index) {
      let parts = ProseIndicator.Parts(
        name: name, targets: [value.range], whole: name.lowerBound..<value.range.upperBound)
      found.append(ProseIndicator(text: text, context: context).reading(parts))
      index = text.skipBlanks(value.range.upperBound, text.scalars.count)
    }
    return (found, index)
  }

  private func timedItem(from start: Int) -> (name: Range<Int>, value: ValueSpan)? {
    let limit = min(text.scalars.count, start + Self.longest)
    guard start < limit,
      let place = (start + 1..<limit).first(where: { text.isBlank($0 - 1) && isTime(at: $0, limit) }),
      let value = ValueSpan(in: text, at: place, limit: limit), value.isNumber,
      value.range.upperBound == text.scalars.count || text.isBlank(value.range.upperBound) || value.bracket != nil,
      let name = ProseName.range(in: text, start..<place),
      !name.contains(where: { "<〈【。".unicodeScalars.contains(text.scalars[$0]) })
    else { return nil }
    return (name, value)
  }

  /// 5年間で.
  private func isTime(at index: Int, _ limit: Int) -> Bool {
    let digits = text.scalars[index..<limit].prefix(3).prefix { (0x30...0x39).contains($0.value) }.count
    return digits > 0 && text.match(Self.times, at: index + digits, limit: limit) != nil
  }
}
