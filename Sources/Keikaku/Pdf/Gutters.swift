/// The strips between columns that no word enters.
struct Gutters: Sendable {
  /// Free intervals, ascending.
  private(set) var strips: [ClosedRange<Double>]

  /// No narrower strip is a gutter, in letters.
  static let width = 0.55

  /// The strips that one line leaves free, those outside of it included: later lines may reach farther.
  init(of line: PrintedLine, em: Double) {
    self.init()
    self = narrowed(by: line, em: em)
  }

  private init() { strips = [-100_000...100_000] }

  /// What stays free when the line comes to it; the outside does not count.
  func narrowed(by line: PrintedLine, em: Double) -> Gutters {
    var result = self
    result.strips = strips.flatMap { Self.rest(of: $0, line.words, least: Self.width * em) }
    return result
  }

  private static func rest(of strip: ClosedRange<Double>, _ words: [PdfWord], least: Double) -> [ClosedRange<Double>] {
    var pieces: [ClosedRange<Double>] = []
    var start = strip.lowerBound
    for word in words where word.box.x1 > strip.lowerBound && word.box.x0 < strip.upperBound {
      if word.box.x0 - start >= least { pieces.append(start...word.box.x0) }
      start = max(start, word.box.x1)
    }
    if strip.upperBound - start >= least { pieces.append(start...strip.upperBound) }
    return pieces
  }

  /// Drops strips that have no words of the lines on one of their sides, and those between which no word stands.
  func settled(_ lines: [PrintedLine]) -> Gutters {
    var result = self
    result.strips = []
    for strip in strips {
      let from = result.strips.last?.upperBound ?? -.infinity
      let isFilled = lines.contains {
        $0.words.contains { $0.box.middleX > from && $0.box.middleX < strip.lowerBound + 1 }
      }
      if isFilled {
        result.strips.append(strip)
      } else if let last = result.strips.last {
        result.strips[result.strips.count - 1] = last.lowerBound...strip.upperBound
      }
    }
    while let last = result.strips.last, !lines.contains(where: { $0.box.x1 > last.upperBound - 1 }) {
      result.strips.removeLast()
    }
    return result
  }

  /// The gutters that `lines` leave free among the words of these and of `others`, which may stand across them.
  init(of lines: [PrintedLine], with others: [PrintedLine] = [], em: Double) {
    self.init()
    for line in lines { self = narrowed(by: line, em: em) }
    self = settled(lines + others)
  }

  var isEmpty: Bool { strips.isEmpty }
  var count: Int { strips.count }
  var middles: [Double] { strips.map { ($0.lowerBound + $0.upperBound) / 2 } }

  /// Where a border cuts no word of the lines, even one that stands out into the strip; else the strip's middle.
  func borders(beside lines: [PrintedLine]) -> [Double] {
    let words = lines.flatMap(\.words)
    return strips.map { strip in
      let middle = (strip.lowerBound + strip.upperBound) / 2
      guard words.contains(where: { $0.box.x0 < middle && middle < $0.box.x1 }) else { return middle }
      let free = Self.rest(of: strip, words.sorted { $0.box.x0 < $1.box.x0 }, least: 0.5)
      let widest = free.max { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }
      return widest.map { ($0.lowerBound + $0.upperBound) / 2 } ?? middle
    }
  }
}
