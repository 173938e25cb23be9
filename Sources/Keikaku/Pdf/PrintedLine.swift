/// Words of a page that stand on one line, from left to right.
struct PrintedLine: Sendable {
  var words: [PdfWord]
  private(set) var box: PageBox
  /// Set from above to below; then its words come in that order.
  var isDownward = false

  init(_ words: [PdfWord]) {
    self.words = words.sorted { $0.box.x0 < $1.box.x0 }
    box = words.dropFirst().reduce(words[0].box) { $0.joined(with: $1.box) }
  }

  /// The line's height on the page for comparing: box centres order lines well, box heights do not.
  var center: Double {
    words.count == 1 ? box.middleY : words.reduce(0) { $0 + $1.box.middleY } / Double(words.count)
  }
  /// Its words without the gaps between them.
  var text: String { words.count == 1 ? words[0].text : words.map(\.text).joined() }
  var letters: Int { words.reduce(0) { $0 + $1.letters } }

  /// The letter size of most of its full-width letters; nil where it has none.
  var em: Double? { words.count == 1 ? words[0].em : LetterSize.median(of: words) }

  /// The words in groups, parted at gaps of at least `gap` points.
  func segments(gap: Double) -> [PrintedLine] {
    if words.count == 1 { return [self] }
    var groups: [[PdfWord]] = []
    var end = -Double.infinity
    for word in words {
      if groups.isEmpty || word.box.x0 - end >= gap {
        groups.append([word])
      } else {
        groups[groups.count - 1].append(word)
      }
      end = max(end, word.box.x1)
    }
    return groups.map { PrintedLine($0) }
  }

  /// Gaps part its words into cells of columns.
  func showsColumns(em: Double) -> Bool { pieces(em: em).count > 1 }

  /// The words in groups as columns part them; a blank between larger letters is no gap.
  func pieces(em: Double) -> [PrintedLine] {
    if words.count == 1 { return [self] }
    let groups = segments(gap: GutterTables.gap * em)
    guard groups.count > 1, let size = self.em, size > 1.12 * em else { return groups }
    return segments(gap: GutterTables.gap * size)
  }

  /// How far apart two lines that stand beside each other are; negative where one is above the other.
  func distance(beside other: PrintedLine) -> Double { max(box.x0 - other.box.x1, other.box.x0 - box.x1) }

  /// Words stand in frames that lie apart. A label framed beside its framed title adjoins it; boxes of a diagram do not.
  func joinsFrames(_ frames: [PageBox], em: Double) -> Bool {
    guard segments(gap: em).count > 1 else { return false }
    var end = Double.infinity
    for word in words {
      guard let frame = word.innermost(of: frames) else { continue }
      if frame.x0 - end > em { return true }
      end = frame.x1
    }
    return false
  }

  /// It stands in a frame, and another frame with words of the page stands beside that one, apart from it.
  func standsBeside(_ frames: [PageBox], words: [PdfWord], em: Double) -> Bool {
    guard frames.count > 1, let own = self.words[0].innermost(of: frames) else { return false }
    return frames.contains { other in
      let overlap = min(own.y1, other.y1) - max(own.y0, other.y0)
      return max(own.x0 - other.x1, other.x0 - own.x1) > em && overlap * 5 > min(own.height, other.height)
        && words.contains { other.contains(x: $0.box.middleX, y: $0.box.middleY) }
    }
  }

  /// It joins frames, and an arrow stands between them.
  func isDiagram(_ frames: [PageBox], em: Double) -> Bool {
    words.contains { $0.isArrow && $0.innermost(of: frames) == nil } && joinsFrames(frames, em: em)
  }

  /// Dots between a heading and its page number.
  var hasLeader: Bool { words.contains { $0.isLeader } }

  /// Puts words on lines: centres within 0.3 em are one line; then raised marks and letters of another font, whose boxes lie
  /// higher or lower, come to the line that they overlap.
  static func lines(of words: [PdfWord], em: Double) -> [PrintedLine] {
    var groups: [[PdfWord]] = []
    var sum = 0.0
    for word in words.sorted(by: { ($0.box.middleY, $0.box.x0) < ($1.box.middleY, $1.box.x0) }) {
      if let last = groups.last, word.box.middleY - sum / Double(last.count) <= 0.3 * em {
        groups[groups.count - 1].append(word)
        sum += word.box.middleY
      } else {
        groups.append([word])
        sum = word.box.middleY
      }
    }
    return settled(groups.map { PrintedLine($0) }, em: em)
  }

  private static func settled(_ lines: [PrintedLine], em: Double) -> [PrintedLine] {
    var result: [PrintedLine] = []
    for line in lines {
      if let last = result.last, last.shares(with: line, em: em) {
        result[result.count - 1] = PrintedLine(last.words + line.words)
      } else {
        result.append(line)
      }
    }
    return result
  }

  private func shares(with other: PrintedLine, em: Double) -> Bool {
    let overlap = min(box.y1, other.box.y1) - max(box.y0, other.box.y0)
    let smaller = min(box.height, other.box.height)
    let isRaised =
      smaller < 0.75 * max(box.height, other.box.height) && overlap >= 0.5 * smaller && min(letters, other.letters) <= 4
    guard isRaised || (overlap >= 0.6 * smaller && abs(center - other.center) < 0.6 * em) else { return false }
    return !words.contains { word in
      other.words.contains { min($0.box.x1, word.box.x1) - max($0.box.x0, word.box.x0) > 0.2 * em }
    }
  }
}

extension PdfWord {
  /// The smallest frame around the word's middle.
  fileprivate func innermost(of frames: [PageBox]) -> PageBox? {
    frames.filter { $0.contains(x: box.middleX, y: box.middleY) }.min { $0.width * $0.height < $1.width * $1.height }
  }

  fileprivate var isArrow: Bool { text.unicodeScalars.allSatisfy { "→⇒➡⇨←⇐↑↓⇔↔".unicodeScalars.contains($0) } }
}

extension PdfWord {
  /// 1-, the beginning of a number that goes on in the next line.
  fileprivate var endsInNumber: Bool {
    let end = text.unicodeScalars.suffix(2)
    return end.count == 2 && end.first?.isDecimal == true && end.last == "-"
  }

  fileprivate var beginsWithDigit: Bool { text.unicodeScalars.first?.isDecimal ?? false }

  /// One or two digits.
  fileprivate var isShortNumber: Bool {
    letters <= 2 && text.unicodeScalars.allSatisfy { $0.isDecimal }
  }

  /// The raised number of a footnote, 35² or 3¹⁾, which without its place would be a digit of the value. Behind Latin letters
  /// it belongs to a unit: km², t-CO₂.
  func isRaisedNumber(behind word: PdfWord) -> Bool {
    guard let last = word.text.unicodeScalars.last,
      last.isJapanese || last == "%" || last.isDecimal,
      box.height <= 0.75 * word.box.height, box.middleY < word.box.middleY - 0.1 * word.box.height,
      abs(box.x0 - word.box.x1) < 0.2 * word.box.height
    else { return false }
    let mark = text.unicodeScalars.drop { "*＊".unicodeScalars.contains($0) }
    let digits = mark.prefix { $0.isDecimal }
    return letters <= 3 && mark.count - digits.count <= 1 && (!digits.isEmpty || mark.isEmpty)
      && mark.dropFirst(digits.count).allSatisfy { ")）".unicodeScalars.contains($0) }
  }

  /// One or two digits in brackets: (1), （10）.
  fileprivate var isBracketedNumber: Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, letters > 2, letters < 5 else {
      return false
    }
    return "(（".unicodeScalars.contains(first) && ")）".unicodeScalars.contains(last)
      && text.unicodeScalars.dropFirst().dropLast().allSatisfy { $0.isDecimal }
  }

  /// I to XVIII, in letters or in signs of their own.
  fileprivate var isRomanNumber: Bool {
    letters <= 5
      && text.unicodeScalars.allSatisfy { "IVX".unicodeScalars.contains($0) || (0x2160...0x216B).contains($0.value) }
  }

  /// ・, ■, ##: a sign, or the same one several times.
  fileprivate var isListMark: Bool {
    guard let sign = text.unicodeScalars.first, letters <= 4 else { return false }
    return "-・•○●◇◆□■#*".unicodeScalars.contains(sign) && text.unicodeScalars.allSatisfy { $0 == sign }
  }

  fileprivate var beginsWide: Bool { text.unicodeScalars.first.map { $0.isWide || $0 == "/" } ?? false }

  /// A comma or full stop may have a blank of its own behind it, where a line is spread.
  fileprivate var endsWide: Bool {
    text.unicodeScalars.last.map { ($0.isWide || $0 == "/") && !"、。，．".unicodeScalars.contains($0) } ?? false
  }

  /// A number of several short parts, as plans number their measures: 1-1-2, 3-1, 2.1.4.
  var isItemNumber: Bool {
    let scalars = text.unicodeScalars
    guard letters >= 3, letters <= 11, let first = scalars.first, first.isDecimal else {
      return false
    }
    var digits = 0
    var hyphens = 0
    var points = 0
    for scalar in scalars {
      if scalar.isDecimal {
        digits += 1
        if digits > 2 { return false }
        continue
      }
      guard digits > 0 else { return false }
      digits = 0
      if "-－‐".unicodeScalars.contains(scalar) {
        hyphens += 1
      } else if scalar == "." {
        points += 1
      } else {
        return false
      }
    }
    return digits > 0 && (hyphens > 0 && points == 0 || points > 1 && hyphens == 0)
  }
}

/// The size of letters, from the widths of words.
enum LetterSize {
  /// The median over the letters of words that have only full-width letters; nil without any.
  static func median(of words: some Sequence<PdfWord>) -> Double? {
    var sizes: [(size: Double, letters: Int)] = []
    for word in words { if let em = word.em { sizes.append((em, word.letters)) } }
    guard !sizes.isEmpty else { return nil }
    sizes.sort { $0.size < $1.size }
    let half = sizes.reduce(0) { $0 + $1.letters } / 2
    var count = 0
    for entry in sizes {
      count += entry.letters
      if count > half { return entry.size }
    }
    return sizes[sizes.count - 1].size
  }
}

/// Where words are joined and where a blank parts them.
enum WordJoining {
  /// What stands between two words of a line.
  ///
  /// Poppler cuts at every gap over 0.1 em, so that justified Japanese text comes letter by letter; a blank was meant where
  /// the gap is half a letter beside Japanese letters, less between Latin ones.
  static func separator(_ left: PdfWord, _ right: PdfWord, em: Double) -> String {
    let gap = right.box.x0 - left.box.x1
    guard let last = left.text.unicodeScalars.last, let first = right.text.unicodeScalars.first else { return "" }
    let limit = last.isJapanese || first.isJapanese ? 0.45 : 0.15
    return gap > limit * em ? " " : ""
  }

  /// What stands before each word of a line but the first.
  static func separators(of line: PrintedLine, em: Double) -> [String] {
    if line.words.count == 1 { return [] }
    if line.isDownward || isLetterSpaced(line.words) { return Array(repeating: "", count: line.words.count - 1) }
    let pairs = zip(line.words, line.words.dropFirst())
    if let spread = separatorsOfSpread(line, em: em) { return spread }
    var separators = pairs.map { separator($0, $1, em: em) }
    let narrow = pairs.map { left, right in
      let gap = right.box.x0 - left.box.x1
      return gap > 0.15 * em && gap <= 0.45 * em && !left.isLeader && !right.isLeader
    }
    guard let first = narrow.first, narrow.contains(true) else { return separators }
    let between = zip(pairs, narrow).map { $1 && $0.0.endsWide && $0.1.beginsWide }
    // Where a line is spread to fill its width, every letter is a word of its own.
    if between.count(where: { $0 }) * 4 <= line.letters {
      for index in between.indices where between[index] { separators[index] = " " }
    }
    if first, line.words[0].isListMark { separators[0] = " " }
    if let index = numberEnd(of: line), narrow[index],
      line.words[index].isBracketedNumber || isAlone(index, of: pairs.map { $1.box.x0 - $0.box.x1 }, narrow, em: em)
    {
      separators[index] = " "
    }
    return separators
  }

  /// 基 本 目 標 １　産 業 の 振 興: letters set apart over a line, with wider gaps between its words; nil for other lines.
  private static func separatorsOfSpread(_ line: PrintedLine, em: Double) -> [String]? {
    guard line.words.count >= 4, line.words.allSatisfy({ $0.letters == 1 && $0.wideLetters == 1 }) else { return nil }
    let gaps = zip(line.words, line.words.dropFirst()).map { $1.box.x0 - $0.box.x1 }
    guard let least = gaps.min(), least > 0.3 * em else { return nil }
    return gaps.map { $0 > 1.6 * least + 0.5 ? " " : "" }
  }

  /// The number that begins a line, perhaps behind a mark of a list: １ 現状と課題, - 1-1-2 担い手の育成, (1) 産業の振興.
  private static func numberEnd(of line: PrintedLine) -> Int? {
    let index = line.words[0].isListMark ? 1 : 0
    guard index + 1 < line.words.count else { return nil }
    let word = line.words[index]
    return word.isItemNumber || word.isShortNumber || word.isRomanNumber || word.isBracketedNumber ? index : nil
  }

  /// No gap behind it is like this one: a blank of a quarter letter was typed, figures are not set apart everywhere.
  private static func isAlone(_ index: Int, of gaps: [Double], _ narrow: [Bool], em: Double) -> Bool {
    gaps.indices.allSatisfy { $0 <= index || !narrow[$0] || gaps[$0] < 0.6 * gaps[index] }
  }

  /// All words are single full-width letters, set apart to fill a width: 指　標.
  static func isLetterSpaced(_ words: [PdfWord]) -> Bool {
    guard words.count >= 2, words.count <= 12, words.allSatisfy({ $0.letters == 1 && $0.wideLetters == 1 }) else {
      return false
    }
    let gaps = zip(words, words.dropFirst()).map { $1.box.x0 - $0.box.x1 }
    guard let least = gaps.min(), let most = gaps.max() else { return false }
    return least > 0 && most <= 1.6 * least + 0.5
  }

  /// What stands between two lines of a cell or a paragraph.
  ///
  /// A line that fills its width goes on in the next one; a shorter one was ended on purpose, which matters where figures meet.
  ///
  /// The number of an item, 1-1-2, is no part of the text beside it, wherever the line was broken.
  static func lineSeparator(_ upper: PrintedLine, _ lower: PrintedLine, upperIsFull: Bool) -> String {
    guard let upper = upper.words.last, let lower = lower.words.first else { return "" }
    if upper.endsInNumber && lower.beginsWithDigit { return "" }
    if upper.isItemNumber || lower.isItemNumber { return " " }
    return lineSeparator(upper, lower, upperIsFull: upperIsFull)
  }

  private static func lineSeparator(_ upper: PdfWord, _ lower: PdfWord, upperIsFull: Bool) -> String {
    guard let last = upper.text.unicodeScalars.last, let first = lower.text.unicodeScalars.first else { return "" }
    if last.isJapanese && first.isJapanese && !beginsItem(first) { return "" }
    if upperIsFull && (last.isJapanese || first.isJapanese) { return "" }
    if upperIsFull, last.properties.numericType != nil, first.properties.numericType != nil { return "" }
    return " "
  }

  private static func beginsItem(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x24FF, 0x25A0...0x25FF, 0x203B, 0x30FB: true
    default: false
    }
  }
}
