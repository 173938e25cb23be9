/// Makes one quantity of the items of a cell.
///
/// The first figure is the value, unless several figures carry labels (男性 80.73年 女性 87.88年), which makes them
/// parts; what stands in brackets qualifies the value, dates it, or is a second figure.
struct CellReader {
  let text: FoldedScalars
  let raw: String
  let context: QuantityReader.Context
  let units: Units
  /// No cell says one quantity in more letters; a longer text is prose, and reading it as a cell would take too long.
  private static let longestCell = 4000

  init(_ raw: String, context: QuantityReader.Context, units: Units) {
    self.raw = raw
    self.context = context
    self.units = units
    text = FoldedScalars(raw)
  }

  /// The quantity, and the characters that its figures stand in; nil where there is no figure.
  func read() -> (quantity: Quantity, range: Range<Int>?) {
    let whole = trimmed(0..<text.count)
    if let figure = loneFigure(whole) { return (finish(figure, [], raw: raw), figure.range) }
    guard whole.count <= Self.longestCell else { return (withoutNumber([], whole), nil) }
    let scanner = CellScanner(text, units)
    let items = withoutAges(scanner.items(in: whole))
    let figures = items.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    if isRefused(items, figures) { return (withoutNumber(items, whole), nil) }
    if figures.isEmpty { return readWithoutFigure(items, whole) }
    if figures.count == 2, items.count == 2, let split = splitFigure(figures[0], figures[1]) {
      return (finish(split, items, raw: raw), split.range)
    }
    if figures.count > 1, let parted = readParts(items, scanner) {
      return (parted, figures[0].range.lowerBound..<figures[figures.count - 1].range.upperBound)
    }
    // Figures of classes that cannot be told apart are no value and its second.
    if figures.count > 1, items.contains(where: { if case .counted = $0 { true } else { false } }) {
      return (withoutNumber(items, whole), nil)
    }
    let groups = Self.groups(items)
    var result = finish(figures[0], groups[0], raw: raw)
    for group in groups.dropFirst() {
      guard let figure = Self.figure(in: group) else { continue }
      result.also.append(finish(figure, group, raw: slice(figure.range)))
    }
    dateAll(of: &result, items)
    return (result, figures[0].range)
  }

  /// Most cells are one figure and no more, and need no cutting up. 2020年 and 2020～2024 may be dates.
  private func loneFigure(_ whole: Range<Int>) -> Figure? {
    let first = text[whole.lowerBound]
    guard first.isDigit || first == "▲" || first == "△",
      case .figure(let figure) = FigureParser(text: text, units: units.reader).figure(at: whole.lowerBound),
      figure.range == whole,
      figure.unit != "年", figure.unit != nil || figure.value != nil
    else { return nil }
    return figure
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isBlank { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  func slice(_ range: Range<Int>) -> String { raw.slice(utf8: text.original(range)) }

  // MARK: Groups of items, one for each figure

  /// The items before the second figure belong to the first, and so on; a label before a figure belongs to that figure.
  static func groups(_ items: [CellItem]) -> [[CellItem]] {
    var groups: [[CellItem]] = [[]]
    var hasFigure = false
    for item in items {
      var opensGroup = false
      switch item {
      case .figure: opensGroup = hasFigure && figure(in: groups[groups.count - 1]) != nil
      case .date, .words, .rate, .duration: opensGroup = false
      default: break
      }
      if opensGroup {
        groups.append(leading(&groups[groups.count - 1]))
      }
      if case .figure = item { hasFigure = true }
      groups[groups.count - 1].append(item)
    }
    return groups
  }

  /// Takes the words and dates that stand behind a group's figure, to lead the next group.
  private static func leading(_ group: inout [CellItem]) -> [CellItem] {
    var taken: [CellItem] = []
    while let last = group.last {
      switch last {
      case .words, .date, .rate, .duration, .base: taken.insert(group.removeLast(), at: 0)
      default: return taken
      }
    }
    return taken
  }

  static func figure(in items: [CellItem]) -> Figure? {
    for case .figure(let figure) in items { return figure }
    return nil
  }

  /// 72.5点 全国4位（R6）: figures of several units before one year were all taken in it. Of two figures of one unit the year
  /// may be the second's alone.
  private func dateAll(of quantity: inout Quantity, _ items: [CellItem]) {
    guard quantity.period == nil, let last = quantity.also.last, case .bracket(let inner)? = items.last,
      let year = last.period, year == self.year(alone: inner),
      quantity.also.allSatisfy({ $0.unit != quantity.unit }), quantity.also.dropLast().allSatisfy({ $0.period == nil })
    else { return }
    quantity.period = year
    for index in quantity.also.indices { quantity.also[index].period = year }
  }

  // MARK: Refusals and repairs

  /// Whether the figures belong to names: 1都3県, 5つの目標, 基本目標3.
  private func isRefused(_ items: [CellItem], _ figures: [Figure]) -> Bool {
    for (index, item) in items.enumerated() {
      switch item {
      case .refused(let range):
        if units.reader.isFollower(text, at: range.lowerBound), !figures.isEmpty { break }
        if figures.isEmpty || figures.contains(where: { touches($0.range, range) }) { return true }
        if figures.allSatisfy({ $0.isBare && $0.unit == nil }) { return true }
      case .figure(let figure):
        if let unit = figure.unit,
          units.reader.beginsCompound(text, at: figure.range.upperBound, behind: unit)
        {
          return true
        }
        if standsBehindDash(figure) { return true }
        if figure.isAge, let age = figure.value, age > Self.oldestAge { return true }
        if index > 0, case .words(let words) = items[index - 1], namesDegrees(words) { return true }
        if figures.count == 1, isPartOfPhrase(figure, index > 0 ? items[index - 1] : nil) { return true }
        if let next = figures.first(where: { $0.range.lowerBound >= figure.range.upperBound }), isCompound(figure, next)
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// ― 98.8％: a dash that says that a value is missing, and a blank, are no minus sign; two cells came out as one.
  private func standsBehindDash(_ figure: Figure) -> Bool {
    guard text[figure.range.lowerBound] == "-", text[figure.range.lowerBound + 1].isBlank else { return false }
    return slice(figure.range).first.map(Self.dashes.contains) ?? false
  }

  private static let dashes: Set<Character> = ["―", "—", "–", "─"]

  /// In years; 千歳 is a town.
  private static let oldestAge: ExactDecimal = 150

  /// 65歳以上人口割合 35.2%, 3歳児 12.5%: an age before a figure of another unit says who is counted.
  private func withoutAges(_ items: [CellItem]) -> [CellItem] {
    guard items.count > 1, let last = items.lastIndex(where: { if case .figure = $0 { true } else { false } }),
      case .figure(let figure) = items[last], !figure.isAge, figure.unit != nil
    else { return items }
    return items.enumerated().map { index, item in
      switch item {
      case .figure(let figure) where index < last && figure.isAge: .counted(figure.range)
      case .refused(let range) where index < last && range.contains { text[$0] == "歳" }: .counted(range)
      default: item
      }
    }
  }

  private func touches(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.lowerBound == second.upperBound || first.upperBound == second.lowerBound
  }

  /// 1市2町, 2泊3日, 1時間30分: two counts that are one expression.
  private func isCompound(_ first: Figure, _ second: Figure) -> Bool {
    if first.range.upperBound < second.range.lowerBound {
      let between = first.range.upperBound..<second.range.lowerBound
      return isShare(between) || isCutApart(first, second, between)
    }
    if first.value == 1, second.value == 1 { return true }
    return first.unit.flatMap { Self.compoundUnits[$0] } ?? false
  }

  private static let compoundUnits = WordTrie(
    ["都", "道", "府", "県", "市", "町", "村", "区", "泊", "時間", "分", "年", "か月", "分間"].map { ($0, true) })

  /// 2人に1人, 100校中80校, 10件から20件へ: neither figure is the value.
  private func isShare(_ between: Range<Int>) -> Bool {
    guard (1...3).contains(between.count) else { return false }
    return ["に", "中", "中の", "から", "のうち"].contains(text.text(between))
  }

  /// 1・2・3, 3 345人: bare numbers beside each other are a list, or one number of which a part is lost.
  private func isCutApart(_ first: Figure, _ second: Figure, _ between: Range<Int>) -> Bool {
    guard first.isBare, text[first.range.lowerBound - 1] == "\0", text[second.range.lowerBound].isDigit else {
      return false
    }
    // 1汁3菜: letters that both numbers touch.
    if between.allSatisfy({ text[$0].isKanji }) { return true }
    let mark = text.text(between)
    return ["、", "・", ", "].contains(mark) || mark == " " && splitFigure(first, second) == nil && !second.isBare
  }

  /// A bare number that words touch, 5つの目標 and 百年の森: a number in a sentence and no value.
  private func isPartOfPhrase(_ figure: Figure, _ before: CellItem?) -> Bool {
    let next = text[figure.range.upperBound]
    if next == "の", figure.isBare || ["つ", "番目", "年"].contains(figure.unit) { return true }
    var words: Range<Int>?
    if case .words(let range) = before { words = range }
    if figure.unit != nil { return isYearOfSchool(figure, words) }
    guard figure.isBare, figure.qualifiers.isEmpty else { return words.map { isDegree(figure, of: $0) } ?? false }
    if next.isHiragana || next == ")" || next == "." || next == "-" { return true }
    if next == "、", text[figure.range.upperBound + 1] == "\0" { return true }
    guard let words, !isUnit(words) else { return false }
    return !isQualifying(words) && text[figure.range.lowerBound - 1] != ":"
  }

  /// A unit that stands before its figure; プロジェクト3 and 事業4 are names of one and no counts.
  private func isUnit(_ words: Range<Int>) -> Bool {
    let word = text.text(words)
    guard let unit = QuantityReader(units: units).unit(word) else { return false }
    let first = text[words.lowerBound]
    if first.isKatakana { return unit.base != word }
    return !first.isKanji || !(text[words.upperBound].isDigit)
  }

  /// 中学3年: a class and no length of time.
  private func isYearOfSchool(_ figure: Figure, _ before: Range<Int>?) -> Bool {
    figure.unit == "年" && before.map { ["学", "校"].contains(text[$0.upperBound - 1]) } ?? false
  }

  /// 要介護3以上, 震度6弱: the number of a degree, whatever follows it.
  private func namesDegrees(_ words: Range<Int>) -> Bool {
    QuantityWords.degrees.contains { word in
      text.end(of: word, at: words.upperBound - word.utf8CodeUnitCount / 3) == words.upperBound
    }
  }

  /// Society 5.0, マグニチュード7.0: a number that belongs to the word before it.
  private func isDegree(_ figure: Figure, of words: Range<Int>) -> Bool {
    guard text[figure.range.lowerBound].isDigit, figure.scale == 1, !isUnit(words), !isQualifying(words) else {
      return false
    }
    let letter = text[words.upperBound - 1]
    return letter.isLatin || letter.isKatakana && words.upperBound == figure.range.lowerBound
  }

  private func isQualifying(_ range: Range<Int>) -> Bool {
    let last = text[range.upperBound - 1]
    return range.count == 1 && (last == "年" || QuantityWords.boundMarks[last] != nil) || !qualifiers(in: range).isEmpty
  }

  /// 2 1.19 alone in a cell: one digit parted from the rest of its number by a blank.
  private func splitFigure(_ first: Figure, _ second: Figure) -> Figure? {
    guard first.isBare, first.range.count == 1, !second.isBare,
      second.range.lowerBound == first.range.upperBound + 1, text[second.range.lowerBound].isDigit,
      let head = first.value, let tail = second.value, tail.exponent < 0, second.scale == 1
    else { return nil }
    let digits = text.scalars[second.range].prefix { $0.isDigit }.count
    var joined = second
    joined.value = head.multiplied(byPowerOfTen: digits).flatMap { $0.adding(tail) }
    joined.range = first.range.lowerBound..<second.range.upperBound
    joined.flags.insert(.ocrRepaired)
    joined.applyBounds()
    return joined
  }
}
