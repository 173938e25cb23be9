/// A page as it was printed: its words repaired and put on lines.
struct PrintedPage: Sendable {
  /// From 1, in the file.
  var number: Int
  var width: Double
  var height: Double
  /// The letter size of most of its text, in points.
  var em: Double
  var words: [PdfWord]
  var lines: [PrintedLine]
  /// Words beyond the limit were left out.
  var isCut: Bool

  init(number: Int, boxes: BoxParser.Page) {
    self.number = number
    let size = LetterSize.median(of: boxes.words) ?? 10
    em = min(max(size, 4), 40)
    words = ShadowRepair.repaired(Self.withoutStamps(boxes.words, em: em), em: em).words
    lines = PrintedLine.lines(of: words, em: em)
    // A turned page gives the size of the unturned one.
    let right = words.map(\.box.x1).max() ?? 0
    let isTurned = right > boxes.width + 2 && boxes.height > boxes.width
    width = isTurned ? boxes.height : boxes.width
    height = isTurned ? boxes.width : boxes.height
    isCut = boxes.isCut
  }

  /// Large letters climbing over the page are a stamp: 複写厳禁.
  ///
  /// A tall box alone is none: Type 3 fonts give boxes of three times the letters' size (第2章 in a heading).
  private static func withoutStamps(_ words: [PdfWord], em: Double) -> [PdfWord] {
    words.filter { word in
      let isLarge = word.box.width > 2.5 * em * Double(word.letters)
      let isSteep = isLarge && word.letters > 1 && word.box.height > 3 * em && word.box.width > 3 * em
      return !isSteep || word.box.width > 3.5 * word.box.height
    }
  }

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

  /// Most text runs sideways: longer words stand upright, and among them figures of several digits, which vertical writing
  /// sets upright one by one.
  var isTurned: Bool {
    let long = words.filter { $0.letters > 2 }
    let tall = long.filter(\.isTall)
    return tall.count * 2 > long.count && tall.contains(where: \.holdsFigure)
  }

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

extension PdfWord {
  fileprivate var holdsFigure: Bool {
    let scalars = text.unicodeScalars
    return zip(scalars, scalars.dropFirst()).contains {
      $0.isASCII && $0.properties.numericType == .decimal && $1.isASCII && $1.properties.numericType == .decimal
    }
  }
}
