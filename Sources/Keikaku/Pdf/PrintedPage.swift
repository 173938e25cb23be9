/// A page as it was printed: its words repaired and put on lines.
struct PrintedPage: Sendable {
  /// From 1, in the file.
  var number: Int
  /// How the text stands to the page as it is shown; all that follows has the text upright.
  private(set) var frame: PageTurn.Frame
  var width: Double
  var height: Double
  /// The letter size of most of its text, in points.
  var em: Double
  var words: [PdfWord]
  var lines: [PrintedLine]
  /// What stands upright at the top and the bottom of a page whose text is turned, as shown: its number, its running head.
  private(set) var asides: [PrintedLine] = []
  /// The ways its text may stand, where the page alone does not tell it.
  private(set) var openTurns: [PageTurn] = []
  /// Words beyond the limit were left out.
  var isCut: Bool

  /// - Parameter turn: how the text stands where the page alone does not tell it, as other pages of the file have it.
  init(number: Int, boxes: BoxParser.Page, turnedAs turn: PageTurn? = nil) {
    let size = Self.shownSize(boxes)
    if let words = DownwardPage.words(of: boxes.words, height: size.height) {
      var set = boxes
      set.words = words
      var frame = PageTurn.Frame(turn: .clockwise, width: size.width, height: size.height)
      frame.isDownward = true
      self.init(number, set, frame)
      return
    }
    let shown = PageTurn.Frame(turn: .upright, width: size.width, height: size.height)
    self.init(number, boxes, shown)
    var judgement = TurnJudge.judge(boxes.words, lines: lines, on: shown)
    if let turn, judgement.openTurns.contains(turn) {
      judgement.frame.turn = turn
      judgement.openTurns = []
    }
    if !judgement.frame.isUpright { self.init(number, boxes, judgement.frame) }
    openTurns = judgement.openTurns
  }

  private init(_ number: Int, _ boxes: BoxParser.Page, _ frame: PageTurn.Frame) {
    self.number = number
    self.frame = frame
    (width, height) = frame.uprightSize
    let asides = frame.isSideways ? Self.asides(boxes.words, frame) : []
    let upright = frame.upright(asides.isEmpty ? boxes.words : boxes.words.filter { !asides.contains($0) })
    em = min(max(LetterSize.median(of: upright) ?? 10, 4), 40)
    let text = Self.withoutReadings(Self.withoutStamps(upright, em: em), em: em)
    words = ShadowRepair.repaired(text, em: em).words
    lines = PrintedLine.lines(of: words, em: em)
    self.asides = PrintedLine.lines(of: asides, em: em)
    isCut = boxes.isCut
  }

  /// One of the two pages that were printed side by side on a sheet.
  init(halfOf sheet: PrintedPage, from left: Double, to right: Double) {
    var half = BoxParser.Page(width: right - left, height: sheet.height, isCut: sheet.isCut)
    for var word in sheet.words where word.box.middleX >= left && word.box.middleX < right {
      word.box.x0 -= left
      word.box.x1 -= left
      half.words.append(word)
    }
    var frame = PageTurn.Frame(turn: .upright, width: half.width, height: half.height)
    frame.left = left
    frame.isHalf = true
    self.init(sheet.number, half, frame)
  }

  /// The page's size as it is shown: poppler gives that of the page before /Rotate turned it.
  private static func shownSize(_ boxes: BoxParser.Page) -> (width: Double, height: Double) {
    let right = boxes.words.lazy.map(\.box.x1).max() ?? 0
    let bottom = boxes.words.lazy.map(\.box.y1).max() ?? 0
    let isSwapped =
      right > boxes.width + 2 && boxes.height > boxes.width || bottom > boxes.height + 2 && boxes.width > boxes.height
    return isSwapped ? (boxes.height, boxes.width) : (boxes.width, boxes.height)
  }

  /// Words at the top and the bottom of the shown page that stand upright while the page's text runs sideways, farther
  /// out than all of that text.
  private static func asides(_ words: [PdfWord], _ frame: PageTurn.Frame) -> [PdfWord] {
    let edge = PageEdge.share * frame.height
    var rest = words
    var asides: [PdfWord] = []
    for isTop in [true, false] {
      let outer = rest.filter { isTop ? $0.box.middleY < edge : $0.box.middleY > frame.height - edge }
      let lines = PrintedLine.lines(of: outer, em: LetterSize.median(of: outer) ?? 10)
      for line in isTop ? lines : lines.reversed() {
        let isUpright = line.words.contains { $0.wideLetters > 1 && !$0.isTall } || line.loneNumber != nil
        let others = rest.filter { !line.words.contains($0) }
        let isOutermost = others.allSatisfy { isTop ? $0.box.y0 > line.box.y1 : $0.box.y1 < line.box.y0 }
        guard isUpright, isOutermost else { break }
        asides += line.words
        rest = others
      }
    }
    return asides
  }

  /// Large letters climbing over the page are a stamp: 複写厳禁. The box of letters that climb is far higher than they are.
  ///
  /// A tall box alone is none: Type 3 fonts give boxes of three times the letters' size (第2章 in a heading).
  private static func withoutStamps(_ words: [PdfWord], em: Double) -> [PdfWord] {
    words.filter { word in
      let letter = word.box.width / Double(word.letters)
      let isLarge = word.letters > 1 && letter > 2.5 * em && word.box.height > 3 * em && word.box.width > 3 * em
      let climbs = word.box.height > 1.7 * letter && word.box.width <= 3.5 * word.box.height
      return !(isLarge && climbs)
    }
  }

  /// Without the readings that small kana above a word give: そまびと above 杣人.
  private static func withoutReadings(_ words: [PdfWord], em: Double) -> [PdfWord] {
    let small = words.indices.filter { place in
      guard let size = words[place].em, size <= 0.75 * em else { return false }
      return words[place].text.unicodeScalars.allSatisfy { (0x3041...0x30FF).contains($0.value) && $0 != "・" }
    }
    guard !small.isEmpty, small.count <= mostReadings else { return words }
    let readings = Set(
      small.filter { place in
        let reading = words[place].box
        let small = words[place].em ?? em
        return words.contains { word in
          guard let size = word.em, size > 0.8 * em, small <= 0.6 * size else { return false }
          let above = word.box.middleY - reading.middleY
          return above > 0.4 * size && above < 1.3 * size && reading.x0 > word.box.x0 - size
            && reading.x1 < word.box.x1 + size
        }
      })
    return words.indices.filter { !readings.contains($0) }.map { words[$0] }
  }

  /// A page of more small words is set so.
  private static let mostReadings = 200

  /// Tables are worth looking for: a line with a wide gap or two with narrower ones, and no contents page.
  var hasGaps: Bool {
    var wide = 0
    var narrow = 0
    var leaders = 0
    for line in lines {
      if line.hasLeader { leaders += 1 }
      let segments = line.segments(gap: 0.8 * em)
      guard segments.count > 2 || segments.count == 2 && segments[0].letters > 2 else { continue }
      narrow += 1
      if line.segments(gap: 1.5 * em).count > 1 { wide += 1 }
    }
    return (wide >= 1 || narrow >= 2 || hasCells) && leaders * 2 < max(narrow, 1)
  }

  /// Its text runs sideways, and in which direction cannot be told.
  var isTurnOpen: Bool { !openTurns.isEmpty && !openTurns.contains(.upright) }

  /// It begins with short lines, as the rest of a table from the page before may.
  var beginsShort: Bool { lines.prefix(5).count { $0.box.x1 < 0.75 * width } >= 2 }

  /// Lines stand beside each other at half their pitch, as labels in the middle of their rows do; or many begin far inside.
  private var hasCells: Bool {
    let left = lines.map(\.box.x0).min() ?? 0
    let isInterleaved = zip(lines, lines.dropFirst()).contains { upper, lower in
      lower.center - upper.center < 0.9 * em && (upper.box.x1 < lower.box.x0 || lower.box.x1 < upper.box.x0)
    }
    let inner = lines.count { $0.letters > 8 && $0.box.x0 > left + 5 * em }
    return isInterleaved || inner >= 3
  }
}
