import KeikakuText

/// Finds the lines of a document's table of contents.
///
/// A table of contents begins at 目次 and ends where its first entry stands again as a heading, or with the last line that
/// looks as an entry does: leader dots or dashes, a page number behind a tab or a gap, a numbered or listed title. Leader
/// lines in a row without the word 目次 are contents too. A reader of PDFs may break an entry into lines of their own for
/// title, leader and page, and the word 目次 as well.
struct ContentsFinder {
  private let lines: LineTable
  private let headings: HeadingReader
  private let bytes: [UInt8]

  init(_ lines: LineTable, headings: HeadingReader) {
    self.lines = lines
    self.headings = headings
    bytes = lines.text.bytes
  }

  /// The lines that are contents, 目次 itself included; empty where there is none.
  func find() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    let horizon = min(lines.count, 1500)
    while index < horizon {
      let title = contentsTitle(at: index)
      if let lines = title.map({ region(of: $0) }) ?? leaderRun(from: index) {
        found.append(lines)
        index = lines.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static let titles = Set(
    ["目次", "もくじ", "contents", "CONTENTS", "Contents", "index", "INDEX", "目録"].map { TitleKey($0) })

  /// Letters of which each such title holds one, of half width or full.
  private static let titleLetters = WordTrie(
    ["目", "も", "c", "C", "i", "I", "ｃ", "Ｃ", "ｉ", "Ｉ", "ﾓ"].map { ($0, true) })

  /// The lines of the title 目次: one, or 目 and 次 with hardly anything between.
  private func contentsTitle(at index: Int) -> Range<Int>? {
    let body = lines[index].body
    guard !lines[index].isBlank, body.count <= 24,
      Self.titleLetters.occurs(in: bytes.span, from: body.lowerBound, to: body.upperBound)
    else { return nil }
    let key = titleKey(index)
    if Self.titles.contains(key) { return index..<index + 1 }
    guard key == Self.firstHalf else { return nil }
    let end = (index + 1..<min(lines.count, index + 4)).first { titleKey($0) == Self.secondHalf }
    return end.map { index..<$0 + 1 }
  }

  private static let firstHalf = TitleKey("目")
  private static let secondHalf = TitleKey("次")

  /// The key of a line without its mark.
  private func titleKey(_ index: Int) -> TitleKey { TitleKey(bytes[headings.read(lines[index].body).title]) }

  /// From the title 目次 to the last entry.
  private func region(of title: Range<Int>) -> Range<Int>? {
    var index = title.upperBound
    var last = index - 1
    var firstKey: TitleKey?
    var sawPages = false
    var leftList = false
    while index < lines.count {
      let line = lines[index]
      defer { index += 1 }
      if line.isBlank {
        leftList = leftList || last >= title.upperBound
        continue
      }
      let pages = hasLeader(index) || hasPageCell(index)
      sawPages = sawPages || pages
      if let firstKey, key(index) == firstKey { break }
      guard !Sentences.ends(bytes, line.body),
        pages || looksListed(index) || stands(amongEntries: index) || isLabel(last) && last >= title.upperBound
      else { break }
      // Without page numbers only the list right below the title can be told from the text that follows it.
      if !pages, !sawPages, leftList { break }
      firstKey = firstKey ?? key(index)
      last = index
    }
    return last >= title.upperBound ? title.lowerBound..<last + 1 : nil
  }

  /// 基本目標1, 第3章: a label whose title is the next line.
  private func isLabel(_ index: Int) -> Bool {
    guard lines[index].shape == .text, lines[index].body.count <= 60 else { return false }
    let candidate = headings.read(lines[index].body)
    return candidate.title.isEmpty && candidate.numbering != nil
  }

  /// A short line between entries: a chapter's name without number, a title whose leader is a line of its own, or the
  /// running head of a second page of contents.
  private func stands(amongEntries index: Int) -> Bool {
    guard lines[index].body.count <= 120 else { return false }
    var next = index + 1
    var looked = 0
    while next < lines.count, looked < 4 {
      defer { next += 1 }
      if lines[next].isBlank { continue }
      if hasLeader(next) || hasPageCell(next) { return true }
      if Sentences.ends(bytes, lines[next].body) { return false }
      looked += 1
    }
    return false
  }

  /// Three or more lines with leaders, one below the other but for short lines that belong to them.
  private func leaderRun(from start: Int) -> Range<Int>? {
    guard hasLeader(start) else { return nil }
    var index = start + 1
    var last = start
    var count = 1
    while index < lines.count {
      if hasLeader(index) {
        last = index
        count += 1
      } else if !lines[index].isBlank, !stands(amongEntries: index) {
        break
      }
      index += 1
    }
    return count >= 3 ? start..<last + 1 : nil
  }

  private func key(_ index: Int) -> TitleKey {
    let line = lines[index]
    let cell = line.shape == .row ? lines.parts(of: line).first { $0.kind == .cell } : nil
    let range = cell.map { Int($0.start)..<Int($0.end) } ?? line.body
    let candidate = headings.read(Self.title(of: range, in: bytes))
    return TitleKey(bytes[candidate.title.isEmpty ? range : candidate.title])
  }

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
    return range
  }

  private static func titleEnd(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    var end = end
    while end > start {
      if let blank = WhiteSpace.width(endingAt: end, in: bytes, from: start) {
        end -= blank
      } else if let width = [1, 3].first(where: {
        end - $0 >= start && leaderWidth(at: end - $0, to: end, in: bytes) == $0
      }) {
        end -= width
      } else {
        break
      }
    }
    return end
  }

  private func looksListed(_ index: Int) -> Bool {
    let line = lines[index]
    if line.shape == .bullet || line.shape == .row { return true }
    guard line.shape == .text, line.body.count <= 150 else { return false }
    let candidate = headings.read(line.body)
    return candidate.numbering != nil || candidate.label != nil || candidate.mark != nil
  }

  /// Dots, middle dots or dashes in a row, mostly with a page number behind: …… 12, ・・・・ 3, ----- 1.
  private func hasLeader(_ index: Int) -> Bool {
    let range = lines[index].body
    guard range.count >= 6, range.count < 400, mayEndEntry(range), !isRule(range) else { return false }
    var run = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let width = Self.leaderWidth(at: position, to: range.upperBound, in: bytes)
      if width > 0 {
        run += width == 3 && bytes[position + 1] == 0x80 && bytes[position + 2] == 0xA6 ? 3 : 1
        position += width
        if run >= 5 { return endsWithPage(position, range.upperBound) }
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
    // Full-width digits, …, ・ and the dashes; 頁.
    let third = (bytes[range.upperBound - 3], bytes[range.upperBound - 2])
    return third.0 == 0xEF || third.0 == 0xE2 || third == (0xE3, 0x83) || third == (0xE9, 0xA0)
  }

  private static func leaderWidth(at position: Int, to end: Int, in bytes: [UInt8]) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): return 1
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
