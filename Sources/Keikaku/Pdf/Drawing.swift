/// A straight line on a page, along one axis.
struct PdfRule: Hashable, Sendable {
  /// The y of a horizontal rule, the x of a vertical one.
  var position: Double
  /// Its ends on the other axis, in order.
  var from: Double
  var to: Double

  var length: Double { to - from }
}

/// What is drawn on a page besides letters, as far as tables are made of it.
struct PageDrawing: Sendable {
  var horizontals: [PdfRule] = []
  var verticals: [PdfRule] = []
  /// Coloured areas.
  var fills: [PageBox] = []
  /// Boxes with round corners, drawn or filled: frames of labels and cards, and no cells.
  var roundBoxes: [PageBox] = []
  /// Pieces beyond the limit were left out.
  var isCut = false

  /// More pieces than this on a page are a picture, no table. A page of tables in dotted lines has some fifteen thousand.
  static let pieceLimit = 60_000
  /// In points; no text of a plan is set larger.
  private static let largestLetter = 60.0
  /// What is thinner is a line, what is thicker an area.
  static let thickness = 3.0

  private var count: Int { horizontals.count + verticals.count + fills.count + roundBoxes.count }

  mutating func addFill(_ box: PageBox) {
    guard count < Self.pieceLimit else {
      isCut = true
      return
    }
    let isFlat = box.height <= Self.thickness
    let isNarrow = box.width <= Self.thickness
    if isFlat { horizontals.append(PdfRule(position: box.middleY, from: box.x0, to: box.x1)) }
    if isNarrow { verticals.append(PdfRule(position: box.middleX, from: box.y0, to: box.y1)) }
    if !isFlat, !isNarrow { fills.append(box) }
  }

  mutating func addRoundBox(_ box: PageBox) {
    guard count < Self.pieceLimit else {
      isCut = true
      return
    }
    roundBoxes.append(box)
  }

  mutating func addStroke(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    guard count < Self.pieceLimit else {
      isCut = true
      return
    }
    let width = abs(end.x - start.x)
    let height = abs(end.y - start.y)
    if height <= 0.5, width > height {
      horizontals.append(PdfRule(position: (start.y + end.y) / 2, from: min(start.x, end.x), to: max(start.x, end.x)))
    } else if width <= 0.5, height > width {
      verticals.append(PdfRule(position: (start.x + end.x) / 2, from: min(start.y, end.y), to: max(start.y, end.y)))
    }
  }

  /// Without the outlines of letters: programs draw a bold face that a font lacks by stroking its letters, and the straight
  /// ones, 目 and 田, leave rules in the middle of a word.
  func withoutOutlines(of words: [PdfWord], em: Double) -> PageDrawing {
    let letters = words.map { (box: $0.box, reach: 0.6 * min(max(em, $0.em ?? em), Self.largestLetter)) }.sorted {
      $0.box.middleY < $1.box.middleY
    }
    let widest = words.lazy.map(\.box.width).max() ?? 0
    let farthest = letters.lazy.map(\.reach).max() ?? 0
    func isInside(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Bool {
      var place = 0
      var end = letters.count
      while place < end {
        let middle = (place + end) / 2
        if letters[middle].box.middleY < y.upperBound - farthest { place = middle + 1 } else { end = middle }
      }
      while place < letters.count, letters[place].box.middleY <= y.lowerBound + farthest {
        let (box, reach) = letters[place]
        if box.x0 - 1 <= x.lowerBound, x.upperBound <= box.x1 + 1, box.middleY - reach <= y.lowerBound,
          y.upperBound <= box.middleY + reach
        {
          return true
        }
        place += 1
      }
      return false
    }
    var rest = self
    rest.horizontals.removeAll {
      $0.length <= widest + 2 && isInside(x: $0.from...$0.to, y: $0.position...$0.position)
    }
    rest.verticals.removeAll {
      $0.length <= 2 * farthest && isInside(x: $0.position...$0.position, y: $0.from...$0.to)
    }
    return rest
  }

  /// Pieces of one line made one: dashes, dots, cell by cell borders, double lines.
  mutating func merge() {
    horizontals = Self.merged(horizontals)
    verticals = Self.merged(verticals)
  }

  /// Joins pieces that lie within 1.2 points of one line and leave gaps of at most 2.6 points; drops what stays under 6 points.
  private static func merged(_ rules: [PdfRule]) -> [PdfRule] {
    var result: [PdfRule] = []
    let sorted = rules.sorted { ($0.position, $0.from) < ($1.position, $1.from) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].position - sorted[start].position <= 1.2 { end += 1 }
      result += joined(sorted[start..<end].sorted { $0.from < $1.from })
      start = end
    }
    return result.filter { $0.length >= 6 }
  }

  private static func joined(_ pieces: [PdfRule]) -> [PdfRule] {
    var result: [PdfRule] = []
    for piece in pieces {
      if let last = result.last, piece.from <= last.to + 2.6 {
        result[result.count - 1].to = max(last.to, piece.to)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
