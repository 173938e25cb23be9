import KeikakuText

/// The page numbers of a table of contents and the leaders before them.
struct ContentsPages {
  private let lines: LineTable
  private let bytes: [UInt8]

  init(_ lines: LineTable) {
    self.lines = lines
    bytes = lines.text.bytes
  }

  /// A leader with or without its page, or a page in a cell of its own, ends the line.
  func endsEntry(_ index: Int, leastLeaders: Int) -> Bool {
    hasLeader(index, least: leastLeaders) || hasPageCell(index)
  }

  /// The page that is all there is in a line.
  func alone(_ index: Int) -> Int? {
    let body = lines[index].body
    guard body.count <= 9, lines[index].shape == .text, let number = Int(lines.body(index).folded),
      (1...999).contains(number)
    else { return nil }
    return number
  }

  /// A leader and its page without a title before them.
  func isLeaderAlone(_ index: Int) -> Bool { Self.title(of: lines[index].body, in: bytes).isEmpty && hasLeader(index) }

  /// An entry without the leader and the page number behind it.
  static func title(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var run = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let width = leaderWidth(at: position, to: range.upperBound, in: bytes)
      if width > 0 {
        run += 1
        // Three leaders in a row end the title; a single ・ or - belongs to it.
        if run >= 3 || bytes[position] == 0xE2 && run >= 1 && bytes[position + 1] == 0x80 && bytes[position + 2] >= 0xA5
        {
          return range.lowerBound..<titleEnd(before: position, from: range.lowerBound, in: bytes)
        }
        position += width
      } else {
        if WhiteSpace.width(at: position, in: bytes, to: range.upperBound) == nil { run = 0 }
        position += 1
      }
    }
    return pageBehindGap(range, in: bytes)?.title ?? range
  }

  /// An entry whose page stands behind a gap and no leader: 政策1 はたらく場をつくる      3.
  func pageBehindGap(_ index: Int) -> Int? {
    guard lines[index].shape == .text, lines[index].body.count < 400 else { return nil }
    return Self.pageBehindGap(lines[index].body, in: bytes)?.page
  }

  private static func pageBehindGap(_ range: Range<Int>, in bytes: [UInt8]) -> (title: Range<Int>, page: Int)? {
    var start = range.upperBound
    while start > range.lowerBound, let width = DigitWidth.width(endingAt: start, in: bytes, from: range.lowerBound) {
      start -= width
    }
    guard start < range.upperBound,
      let page = Int(String(decoding: bytes[start..<range.upperBound], as: UTF8.self).folded), (1...999).contains(page)
    else { return nil }
    var end = start
    while let width = WhiteSpace.width(endingAt: end, in: bytes, from: range.lowerBound) { end -= width }
    // One narrow blank parts words of a title too.
    guard start - end > 1, end > range.lowerBound else { return nil }
    return (range.lowerBound..<end, page)
  }

  private static func titleEnd(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    var end = end
    while end > start {
      if let blank = WhiteSpace.width(endingAt: end, in: bytes, from: start) {
        end -= blank
      } else if let width = [1, 2, 3].first(where: {
        end - $0 >= start && leaderWidth(at: end - $0, to: end, in: bytes) == $0
      }) {
        end -= width
      } else {
        break
      }
    }
    return end
  }

  /// Dots, middle dots or dashes in a row, mostly with a page number behind: …… 12, ・・・・ 3, ----- 1.
  func hasLeader(_ index: Int, least: Int = 5) -> Bool {
    let range = lines[index].body
    guard range.count >= 6, range.count < 400, mayEndEntry(range), !isRule(range) else { return false }
    var run = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let width = Self.leaderWidth(at: position, to: range.upperBound, in: bytes)
      if width > 0 {
        run += width == 3 && bytes[position + 1] == 0x80 && bytes[position + 2] == 0xA6 ? 3 : 1
        position += width
        if run >= least { return endsWithPage(position, range.upperBound) }
      } else {
        if bytes[position] != Ascii.space { run = 0 }
        position += 1
      }
    }
    return false
  }

  /// ------ ------ with neither title nor page parts the rows of a table, or what stands above from what stands below.
  private func isRule(_ range: Range<Int>) -> Bool {
    range.allSatisfy { [0x2D, 0x5F, Ascii.space].contains(bytes[$0]) }
  }

  /// An entry ends with its page or its leader; most lines do not, and are not looked at.
  private func mayEndEntry(_ range: Range<Int>) -> Bool {
    let last = bytes[range.upperBound - 1]
    if last < 0x80 { return (0x30...0x39).contains(last) || [0x2D, 0x2E, 0x5F, 0x50, 0x70, 0x29].contains(last) }
    if bytes[range.upperBound - 2] == 0xC2 { return true }
    // Full-width digits, …, ・ and the dashes; 頁.
    let third = (bytes[range.upperBound - 3], bytes[range.upperBound - 2])
    return third.0 == 0xEF || third.0 == 0xE2 || third == (0xE3, 0x83) || third == (0xE9, 0xA0)
  }

  private static func leaderWidth(at position: Int, to end: Int, in bytes: [UInt8]) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): return 1
    case 0xC2: return position + 1 < end && bytes[position + 1] == 0xB7 ? 2 : 0  // ·
    case 0xE2:  // … ‥ ― ─ ・
      guard position + 2 < end else { return 0 }
      let pair = (bytes[position + 1], bytes[position + 2])
      return pair.0 == 0x80 && [0xA5, 0xA6, 0x94, 0x95, 0xA7].contains(pair.1)
        || pair.0 == 0x94 && [0x80, 0x81].contains(pair.1)
        || pair.0 == 0x8B && pair.1 == 0xAF ? 3 : 0
    case 0xE3: return position + 2 < end && bytes[position + 1] == 0x83 && bytes[position + 2] == 0xBB ? 3 : 0
    case 0xEF:
      guard position + 2 < end else { return 0 }
      let pair = (bytes[position + 1], bytes[position + 2])
      return pair == (0xBC, 0x8E) || pair == (0xBD, 0xA5) || pair == (0xBC, 0x8D) ? 3 : 0
    default: return 0
    }
  }

  /// Behind a leader nothing but leaders, blanks and a number follow.
  private func endsWithPage(_ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      let width = Self.leaderWidth(at: position, to: end, in: bytes)
      if width > 0 {
        position += width
      } else if let blank = WhiteSpace.width(at: position, in: bytes, to: end) {
        position += blank
      } else {
        break
      }
    }
    return end - position <= 12 && Self.isPage(bytes[position..<end])
  }

  /// A last cell that is a page number: 5 基本目標 | … | 3.
  private func hasPageCell(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.shape == .row else { return false }
    let cells = lines.parts(of: line).filter { $0.kind == .cell }
    guard cells.count >= 2, let last = cells.last, last.end - last.start <= 12 else { return false }
    return Self.isPage(bytes[Int(last.start)..<Int(last.end)])
  }

  private static func isPage(_ slice: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: slice, as: UTF8.self).folded.filter { !" .…‥・-P頁ー―".contains($0) }
    return !text.isEmpty && text.utf8.count <= 3 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      || text.isEmpty && slice.isEmpty
  }
}
