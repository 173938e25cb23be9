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
  private let pages: ContentsPages

  init(_ lines: LineTable, headings: HeadingReader) {
    self.lines = lines
    self.headings = headings
    bytes = lines.text.bytes
    pages = ContentsPages(lines)
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
    /// The title below the first entry's label, 第1章, where the label stands alone.
    var firstTitle: (line: Int, key: TitleKey)?
    /// The titles whose pages are told: what stands again without a page begins the text.
    var paged: Set<TitleKey> = []
    var page = 0
    var sawPages = false
    var leftList = false
    while index < lines.count {
      let line = lines[index]
      defer { index += 1 }
      if line.isBlank {
        leftList = leftList || last >= title.upperBound
        continue
      }
      if index == title.upperBound, closesTitle(index) { continue }
      let isBehindEntry = last == index - 1 && last >= title.upperBound
      // Right behind a page the number of the next entry may stand.
      let isNumber = isBehindEntry && pages.alone(last) != nil && pages.alone(index) != nil
      let alone = isBehindEntry && !isNumber ? pages.alone(index) : nil
      let behindGap = pages.pageBehindGap(index).flatMap { $0 >= page ? $0 : nil }
      let isPage = pages.endsEntry(index, leastLeaders: 3) || (alone ?? behindGap).map { $0 >= page } ?? false
      page = alone ?? behindGap ?? page
      sawPages = sawPages || isPage
      if !isPage || alone == nil, let firstKey, key(index) == firstKey { break }
      if let firstTitle, index > firstTitle.line, key(index) == firstTitle.key, isCountedEntry(index) { break }
      if !isPage, !paged.isEmpty, isCountedEntry(index), paged.contains(key(index)) { break }
      guard !Sentences.ends(bytes, line.body),
        isPage || isNumber || looksListed(index) || stands(amongEntries: index, behind: page)
          || isLabel(last) && last >= title.upperBound
      else { break }
      // Without page numbers only the list right below the title can be told from the text that follows it.
      if !isPage, !sawPages, leftList { break }
      if firstKey == nil {
        firstKey = key(index)
        if isLabel(index), index + 1 < lines.count { firstTitle = (index + 1, key(index + 1)) }
      }
      if isPage, alone == nil { paged.insert(key(index)) }
      last = index
    }
    return last >= title.upperBound ? title.lowerBound..<last + 1 : nil
  }

  /// The > of ＜目次＞ in a line of its own.
  private func closesTitle(_ index: Int) -> Bool {
    lines[index].body.count <= 3 && TitleKey(bytes[lines[index].body]).isEmpty
  }

  /// 基本目標1, 第3章: a label whose title is the next line.
  private func isLabel(_ index: Int) -> Bool {
    guard lines[index].shape == .text, lines[index].body.count <= 60 else { return false }
    let candidate = headings.read(lines[index].body)
    return candidate.title.isEmpty && candidate.numbering != nil
  }

  /// How many lines ahead the next page number may stand: few without a number, more of a list of entries without pages.
  private static let mostPlain = 4
  private static let mostAhead = 12

  /// A short line between entries: a chapter's name without number, a title whose leader is a line of its own, or the
  /// running head of a second page of contents.
  private func stands(amongEntries index: Int, behind page: Int = .max) -> Bool {
    guard lines[index].body.count <= 120 else { return false }
    var plain = 0
    for next in index + 1..<max(index + 1, min(lines.count, index + 2 * Self.mostAhead)) where !lines[next].isBlank {
      if pages.endsEntry(next, leastLeaders: 5) || pages.alone(next).map({ $0 >= page && $0 > 0 }) ?? false {
        return true
      }
      if Sentences.ends(bytes, lines[next].body) { return false }
      if !looksListed(next) { plain += 1 }
      if plain >= Self.mostPlain || next - index >= Self.mostAhead { return false }
    }
    return false
  }

  /// 第2章 活気あるまち ‥‥‥ 9, 基本目標1 しごと …… 3: what is counted so needs no others beside it to be an entry.
  private func isCountedEntry(_ index: Int) -> Bool {
    guard lines[index].shape == .text else { return false }
    let candidate = headings.read(ContentsPages.title(of: lines[index].body, in: bytes))
    guard let numbering = candidate.numbering, !candidate.title.isEmpty else { return false }
    return candidate.label != nil || [.chapter, .section, .part].contains(numbering.style)
  }

  /// Three or more lines with leaders, one below the other but for short lines that belong to them; fewer where all are counted
  /// as chapters or goals are.
  private func leaderRun(from start: Int) -> Range<Int>? {
    guard pages.hasLeader(start) else { return nil }
    var index = start + 1
    var last = start
    var count = 1
    var areCounted = isCountedEntry(start)
    while index < lines.count {
      if pages.hasLeader(index) {
        last = index
        count += 1
        areCounted = areCounted && isCountedEntry(index)
      } else if !lines[index].isBlank, !stands(amongEntries: index) {
        break
      }
      index += 1
    }
    return count >= 3 || areCounted ? firstEntry(before: start)..<last + 1 : nil
  }

  /// The entries of the first leaders, where these stand in lines of their own below the titles:
  ///
  ///     第1章 はじめに
  ///     1
  ///     策定の目的
  ///     ・・・・・・・ 1
  private func firstEntry(before leader: Int) -> Int {
    guard pages.isLeaderAlone(leader) else { return leader }
    var first = leader
    for line in (max(0, leader - Self.mostAhead)..<leader).reversed() {
      guard lines[line].shape == .text, lines[line].body.count <= 120, !Sentences.ends(bytes, lines[line].body),
        looksListed(line) || pages.alone(line) != nil || line > 0 && pages.alone(line - 1) != nil
      else { break }
      first = line
    }
    return first
  }

  private func key(_ index: Int) -> TitleKey {
    let line = lines[index]
    let cell = line.shape == .row ? lines.parts(of: line).first { $0.kind == .cell } : nil
    let range = cell.map { Int($0.start)..<Int($0.end) } ?? line.body
    let candidate = headings.read(ContentsPages.title(of: range, in: bytes))
    return TitleKey(bytes[candidate.title.isEmpty ? range : candidate.title])
  }

  private func looksListed(_ index: Int) -> Bool {
    let line = lines[index]
    if line.shape == .bullet || line.shape == .row { return true }
    guard line.shape == .text, line.body.count <= 150 else { return false }
    let candidate = headings.read(line.body)
    return candidate.numbering != nil || candidate.label != nil || candidate.mark != nil
  }
}
