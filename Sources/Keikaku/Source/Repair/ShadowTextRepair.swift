/// Bold faked by drawing a text twice or more, which then stands in the line as often, whole or in pieces.
///
///     1. 1. 1. 1.農業の 農業の 農業の 農業の担い手 担い手 担い手 担い手
///
/// A piece repeated with at most one blank between is read once where that cannot be a row of equal cells: the line
/// consists of such pieces, the piece is long, or it is a heading that fills the line. Figures alone never count.
enum ShadowTextRepair {
  /// A piece that stands several times in a row.
  private struct Repetition {
    /// The last copy, which the next piece follows.
    var kept: Range<Int>
    var all: Range<Int>
    var times: Int
  }

  private static let longestPiece = 240
  /// Letters that stand once between two pieces, in bytes: a short one may be drawn without its copies.
  private static let longestSingle = 9

  static func find(_ findings: inout RepairFindings) {
    for line in 0..<findings.rows.count {
      let content = findings.rows.content(line)
      // Cells between pipes may well be equal.
      guard content.count >= 6, findings.text.bytes[content.lowerBound] != UInt8(ascii: "|") else { continue }
      if let whole = wholeLine(content, in: findings.text.bytes) {
        apply([whole], &findings)
      } else if let pieces = ShadowPieces(content, in: findings.text.bytes) {
        findings.add(pieces.removed.map { RepairedText.Edit(range: $0) })
        findings.report(.textShadow, "A text drawn \(pieces.times) times over was read once.", at: content)
      } else if let run = run(content, in: findings.text.bytes) {
        apply(run, &findings)
      }
    }
  }

  private static func apply(_ run: [Repetition], _ findings: inout RepairFindings) {
    findings.add(run.map { RepairedText.Edit(range: $0.all.lowerBound..<$0.kept.lowerBound) })
    let all = run[0].all.lowerBound..<run[run.count - 1].all.upperBound
    findings.report(.textShadow, "A text drawn \(run[0].times) times over was read once.", at: all)
  }

  /// The line is one text written two to four times without anything between.
  private static func wholeLine(_ content: Range<Int>, in bytes: [UInt8]) -> Repetition? {
    for times in 2...4 where content.count % times == 0 {
      let length = content.count / times
      guard length >= 12,
        bytes.span.isEqual(content.lowerBound, content.lowerBound + length, length: length * (times - 1)),
        Letters.japaneseCount(content.lowerBound..<content.lowerBound + length, in: bytes) >= 4,
        !partsCells(content.lowerBound..<content.lowerBound + length, in: bytes)
      else { continue }
      return Repetition(kept: content.upperBound - length..<content.upperBound, all: content, times: times)
    }
    return nil
  }

  /// A tab or a pipe stands in a row of a table, whose cells may well be the same twice: | 年度 | 数値 | 年度 | 数値 |.
  static func partsCells(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    bytes[range].contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\t") }
  }

  /// The repetitions of a line that are no row of cells: several in a row with one number of copies, or a long one.
  private static func run(_ content: Range<Int>, in bytes: [UInt8]) -> [Repetition]? {
    let found = repetitions(content, in: bytes)
    var accepted: [Repetition] = []
    var index = 0
    while index < found.count {
      var end = index + 1
      while end < found.count, found[end].times == found[index].times,
        found[end].all.lowerBound <= found[end - 1].all.upperBound + longestSingle
      {
        end += 1
      }
      let run = found[index..<end]
      if isShadow(run, in: bytes) || isHeadingLine(run, content, in: bytes) { accepted += run }
      index = end
    }
    return accepted.isEmpty ? nil : accepted
  }

  private static func isShadow(_ run: ArraySlice<Repetition>, in bytes: [UInt8]) -> Bool {
    let japanese = run.map { Letters.japaneseCount($0.kept, in: bytes) }
    let isGlued = zip(run, run.dropFirst()).allSatisfy { $1.all.lowerBound == $0.all.upperBound }
    if run.count > 1, isGlued { return japanese.contains { $0 >= 2 } }
    return zip(run, japanese).contains { repetition, letters in letters >= (repetition.times > 2 ? 5 : 7) }
  }

  /// One heading, and nothing beside its copies in the line: cells of a table do not look so.
  private static func isHeadingLine(_ run: ArraySlice<Repetition>, _ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard run.count == 1, let only = run.first, only.all == content else { return false }
    return Letters.beginHeading(only.kept, in: bytes) && Letters.japaneseCount(only.kept, in: bytes) >= 2
  }

  /// Pieces that repeat over a single blank: a blank is the mark by which they are found.
  private static func repetitions(_ content: Range<Int>, in bytes: [UInt8]) -> [Repetition] {
    let span = bytes.span
    var found: [Repetition] = []
    var blank = span.first(0x20, from: content.lowerBound, to: content.upperBound)
    while blank < content.upperBound {
      let start = found.last?.all.upperBound ?? content.lowerBound
      if let repetition = repetition(at: blank, from: start, to: content.upperBound, in: bytes) {
        found.append(repetition)
        blank = span.first(0x20, from: repetition.all.upperBound, to: content.upperBound)
      } else {
        blank = span.first(0x20, from: blank + 1, to: content.upperBound)
      }
    }
    return found
  }

  /// A piece begins the text, or follows a blank or the copies of the piece before, with at most a few single letters
  /// between.
  private static func beginsPiece(_ place: Int, after start: Int, in bytes: [UInt8]) -> Bool {
    if place == start || bytes[place - 1] == 0x20 { return true }
    return place - start <= longestSingle && bytes[place] & 0xC0 != 0x80
  }

  /// The longest text before a blank that stands again behind it.
  private static func repetition(at blank: Int, from start: Int, to end: Int, in bytes: [UInt8]) -> Repetition? {
    let span = bytes.span
    let low = max(start, blank - longestPiece)
    guard blank > low, blank + 1 < end, bytes[blank + 1] != 0x20 else { return nil }
    var candidates: [Int] = []
    var place = span.first(bytes[blank + 1], from: low, to: blank)
    while place < blank {
      if beginsPiece(place, after: start, in: bytes) { candidates.append(place) }
      place = span.first(bytes[blank + 1], from: place + 1, to: blank)
    }
    for place in candidates {
      let length = blank - place
      guard blank + 1 + length <= end, span.isEqual(place, blank + 1, length: length),
        !partsCells(place..<blank, in: bytes)
      else { continue }
      var times = 2
      var last = blank + 1
      while times < 4, last + length < end, bytes[last + length] == 0x20, last + length + 1 + length <= end,
        span.isEqual(place, last + length + 1, length: length)
      {
        last += length + 1
        times += 1
      }
      return Repetition(kept: last..<last + length, all: place..<last + length, times: times)
    }
    return nil
  }
}
