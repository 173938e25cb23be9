/// Tells how the text of a page is turned, by its words alone: poppler gives boxes and no directions.
///
/// A page is suspected first: most of its longer words stand upright and figures among them, or most words are single
/// letters, or its lines look reversed. Then the way that gives most common pairs of letters and, on a page that runs sideways,
/// most lines that begin below each other is the right one; where that is not plain, the page is left as it is.
struct TurnJudge {
  private let words: [PdfWord]
  private var frame: PageTurn.Frame

  /// How a page's text stands; `openTurns` are the ways it may stand where its words do not tell it.
  ///
  /// - Parameters:
  ///   - lines: the page's lines if its text stands upright.
  ///   - shown: the page as it is shown.
  static func judge(
    _ words: [PdfWord], lines: [PrintedLine], on shown: PageTurn.Frame
  ) -> (frame: PageTurn.Frame, openTurns: [PageTurn]) {
    var judge = TurnJudge(words: words, frame: shown)
    let turns: [PageTurn]
    if judge.isTall {
      turns = [.clockwise, .counterclockwise]
    } else if judge.isSpelled {
      judge.frame.isMirrored = true
      turns = PageTurn.allCases
    } else if isReversed(lines) {
      turns = [.upright, .upsideDown]
    } else {
      return (judge.frame, [])
    }
    let best = judge.best(among: turns)
    return (best ?? judge.frame, best == nil ? turns : [])
  }

  /// Longer words stand upright, and among them figures of several digits, which vertical writing sets upright one by one.
  private var isTall: Bool {
    var long = 0
    var tall = 0
    var holdsFigure = false
    for word in words where word.letters > 2 {
      long += 1
      let standsUpright = word.isTall || word.box.height > 1.3 * word.box.width && word.holdsFigure
      guard standsUpright else { continue }
      tall += 1
      holdsFigure = holdsFigure || word.holdsFigure
    }
    return tall * 2 > long && holdsFigure
  }

  /// Nearly all words are single letters.
  private var isSpelled: Bool {
    let single = words.count { $0.letters == 1 }
    return single >= 20 && single * 10 >= words.count * 9
  }

  /// No fewer lines end below each other than begin so, and besides a mark ends one that should begin it, or words read
  /// better backwards.
  private static func isReversed(_ lines: [PrintedLine]) -> Bool {
    let em = LetterSize.median(of: lines.lazy.flatMap(\.words)) ?? 10
    let alignment = Alignment(of: lines, em: em)
    guard alignment.ends >= alignment.beginnings else { return false }
    if alignment.ends > alignment.beginnings { return true }
    if lines.contains(where: { $0.endsInMark(em: em) && !$0.beginsWithMark(em: em) }) { return true }
    let neighbours = lines.flatMap { Self.neighbours(in: $0, em: em) }
    return neighbours.count { areCommon($1, $0) } > neighbours.count(where: areCommon)
  }

  /// The turn with plainly more evidence than every other one.
  private func best(among turns: [PageTurn]) -> PageTurn.Frame? {
    let ranked = turns.map { turn in
      var frame = frame
      frame.turn = turn
      return (frame: frame, evidence: evidence(for: frame))
    }.sorted { $0.evidence > $1.evidence }
    let least = isTall || isSpelled ? 4 : 2
    guard ranked[0].evidence >= least, ranked[0].evidence >= 2 * ranked[1].evidence else { return nil }
    return ranked[0].frame
  }

  /// Common pairs over the boundary of two words, lines that begin with a mark, and on a page that runs sideways or is spelled
  /// the lines that begin below each other, less those that end so. What stands inside a word is the same whichever way the page is turned.
  private func evidence(for frame: PageTurn.Frame) -> Int {
    let words = words.map { PdfWord(text: $0.text, box: frame.upright($0.box)) }
    let em = LetterSize.median(of: words) ?? 10
    let lines = PrintedLine.lines(of: words, em: em)
    var pairs = 0
    var marks = 0
    for line in lines {
      pairs += Self.neighbours(in: line, em: em).count(where: Self.areCommon)
      if line.beginsWithMark(em: em), line.loneNumber == nil { marks += 1 }
    }
    // Whether a page stands on its head its words alone tell: sums and page numbers end below each other on upright pages too.
    let count = Self.countingUp(lines)
    if !isTall, !isSpelled { return pairs + marks + count }
    let alignment = Alignment(of: lines, em: em)
    return pairs + marks + count + max(0, alignment.beginnings - alignment.ends)
  }

  /// How many of the numbers that begin lines, (1) or 1-2-1, count up from the one above.
  private static func countingUp(_ lines: [PrintedLine]) -> Int {
    let numbers = lines.compactMap { line -> [Int]? in
      guard line.words.count > 1, line.words[0].isItemNumber || line.words[0].isLineMark else { return nil }
      let parts = line.words[0].text.folded.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
      return parts.isEmpty ? nil : parts
    }
    return zip(numbers, numbers.dropFirst()).count { $0.lexicographicallyPrecedes($1) }
  }

  /// How many lines at most begin and end below each other.
  private struct Alignment {
    var beginnings: Int
    var ends: Int

    init(of lines: [PrintedLine], em: Double) {
      beginnings = Self.most(lines.map(\.box.x0), em: em)
      ends = Self.most(lines.map(\.box.x1), em: em)
    }

    private static func most(_ edges: [Double], em: Double) -> Int {
      let sorted = edges.sorted()
      var most = 0
      var start = 0
      for end in sorted.indices {
        while sorted[end] - sorted[start] > 0.4 * em { start += 1 }
        most = max(most, end - start + 1)
      }
      return most
    }
  }

  /// Words that follow each other without a wide gap.
  private static func neighbours(in line: PrintedLine, em: Double) -> [(PdfWord, PdfWord)] {
    zip(line.words, line.words.dropFirst()).filter { $1.box.x0 - $0.box.x1 < 0.8 * em }
  }

  /// The last letter of a word and the first of the next follow each other in every plan, and turned round hardly ever.
  private static func areCommon(_ left: PdfWord, _ right: PdfWord) -> Bool {
    guard let last = left.text.unicodeScalars.last, let first = right.text.unicodeScalars.first else { return false }
    // 担い手の育成 before a number is no era.
    if left.letters > 1, first.isDecimal, "成和".unicodeScalars.contains(last),
      !left.text.hasSuffix("平成"), !left.text.hasSuffix("令和")
    {
      return false
    }
    return pairs.contains(UInt64(last.masked) << 32 | UInt64(first.masked))
  }

  private static let pairs: Set<UInt64> = Set(
    [
      "目標", "計画", "事業", "指標", "年度", "数値", "基準", "現状", "実績", "推進", "支援", "地域", "施策", "基本", "総合", "戦略",
      "取組", "活用", "充実", "令和", "平成", "割合", "利用", "する", "した", "して", "ます", "など", "こと", "ため", "いる", "れる",
      "です", "りま", "めま", "にお", "とし", "和0", "成0", "0年", "0人", "0件", "0回", "0社", "0所", "0名", "0円", "0戸", "0％", "0%",
    ].map { word in word.unicodeScalars.reduce(0) { $0 << 32 | UInt64($1.value) } })
}

extension PrintedLine {
  /// A mark stands before its text; marks among other marks are a schedule's.
  fileprivate func beginsWithMark(em: Double) -> Bool {
    words.count > 1 && words[0].isLineMark && words[1].holdsJapanese && words[1].box.x0 - words[0].box.x1 < 1.6 * em
  }

  /// The same, read backwards.
  fileprivate func endsInMark(em: Double) -> Bool {
    let end = words.suffix(2)
    guard end.count == 2, let text = end.first, let mark = end.last else { return false }
    return mark.isLineMark && text.holdsJapanese && mark.box.x0 - text.box.x1 < 1.6 * em
  }
}

extension PdfWord {
  fileprivate var holdsJapanese: Bool { text.unicodeScalars.contains { $0.isJapanese } }

  /// Two digits stand beside each other in it.
  fileprivate var holdsFigure: Bool {
    var digits = 0
    for byte in text.utf8 {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if digits == 2 { return true }
    }
    return false
  }

  /// A word that begins lines and never ends them: ■, ○, ・, -, (1), ①.
  fileprivate var isLineMark: Bool {
    guard letters <= 4, let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if letters == 1 {
      return HeadingMarks.standard.contains(first.value) || (0x2460...0x2473).contains(first.value)
        || "・-".unicodeScalars.contains(first)
    }
    return "(（".unicodeScalars.contains(first) && ")）".unicodeScalars.contains(last)
      && text.unicodeScalars.dropFirst().dropLast().allSatisfy { $0.isDecimal }
  }
}

extension Unicode.Scalar {
  /// Its code point, that of 0 for every digit.
  fileprivate var masked: UInt32 { isDecimal ? 0x30 : value }
}
