import KeikakuText

/// The lines of a document that speak of the document itself: its cover, the colophon at its end, its first headings.
struct FrontMatterLines: Sendable {
  /// From the beginning to the contents, the first chapter or the first sentence.
  private(set) var cover: [FrontLine] = []
  /// The first headings behind the cover.
  private(set) var headings: [FrontLine] = []
  /// The publisher's particulars at the end.
  private(set) var colophon: [FrontLine] = []

  private static let mostCoverLines = 40
  private static let mostHeadings = 12
  private static let mostColophonLines = 30
  /// Lines above the first particular that still belong to the colophon: the title, 〇〇市.
  private static let linesAboveContact = 4

  init(blocks: [Block], text: SourceText) {
    let pieces =
      blocks.isEmpty ? [Piece(range: SourceRange(0..<text.bytes.count), role: .lines)] : Self.pieces(of: blocks)
    readBeginning(pieces, text)
    insertRunningTitle(pieces, text)
    if headings.isEmpty, cover.allSatisfy(Self.isPageNumber) {
      let words = Self.beginningOfFlow(text)
      if !words.isEmpty { cover = words }
    }
    readEnd(text)
  }

  private static func isPageNumber(_ line: FrontLine) -> Bool { line.key.allSatisfy { $0 < 0x41 } }

  private struct Piece {
    enum Role {
      case lines, heading, contents, table, skipped
      /// The head of a page, which on the first may be the title itself.
      case runningHead
    }
    var range: SourceRange
    var role: Role
  }

  private static func pieces(of blocks: [Block]) -> [Piece] {
    blocks.prefix(80).map { block in
      let role: Piece.Role
      switch block.content {
      case .contents: role = .contents
      case .table(let table) where table.rows.count > 1 && table.columnCount > 1: role = .table
      case .heading: role = .heading
      case .furniture: role = .runningHead
      case .cells: role = .skipped
      default: role = .lines
      }
      return Piece(range: block.source, role: role)
    }
  }

  private mutating func readBeginning(_ pieces: [Piece], _ text: SourceText) {
    var isOpen = true
    var isBehindContents = false
    for piece in pieces where piece.role != .skipped && piece.role != .runningHead {
      if piece.role == .contents || piece.role == .table { isOpen = false }
      if piece.role != .lines { isBehindContents = piece.role == .contents }
      if isBehindContents, piece.role == .lines { readInnerCover(piece.range, text) }
      guard isOpen || piece.role == .heading else { continue }
      guard piece.role != .table, piece.role != .contents else { continue }
      for line in Self.lines(in: piece.range, of: text, limit: Self.mostCoverLines) where !WebChrome.isLine(line) {
        if isOpen, CoverEnd.begins(at: line, hasTitle: !cover.isEmpty) || cover.count == Self.mostCoverLines {
          isOpen = false
        }
        if isOpen {
          cover.append(line)
        } else if piece.role == .heading || line.markdownLevel > 0 {
          headings.append(line)
        }
      }
      if headings.count >= Self.mostHeadings { return }
    }
  }

  /// A cover's title that heads the pages behind it as well: the name of a document above all else of the first page, which
  /// names none itself.
  private mutating func insertRunningTitle(_ pieces: [Piece], _ text: SourceText) {
    guard let head = pieces.first, head.role == .runningHead,
      let line = Self.lines(in: head.range, of: text, limit: 1).first, line.page == 1, !line.isSentence,
      line.has(where: TitleReader.namesDocument),
      !cover.contains(where: { $0.page == 1 && $0.has(where: TitleReader.namesDocument) })
    else { return }
    cover.insert(line, at: 0)
  }

  /// Whose plan it is and when it was made may stand between the contents and the first chapter.
  private mutating func readInnerCover(_ range: SourceRange, _ text: SourceText) {
    for line in Self.lines(in: range, of: text, limit: Self.mostCoverLines)
    where cover.count < Self.mostCoverLines && !CoverEnd.begins(at: line, hasTitle: true) { cover.append(line) }
  }

  /// Beyond this many bytes a line is a sentence, whatever follows.
  static let longestLine = 600

  private static func lines(in range: SourceRange, of text: SourceText, limit: Int) -> [FrontLine] {
    var found: [FrontLine] = []
    let bytes = text.bytes.span
    var start = Int(range.start)
    var number = text.line(at: range.start)
    while start < Int(range.end), found.count < limit {
      let end = bytes.first(UInt8(ascii: "\n"), from: start, to: Int(range.end))
      let source = SourceRange(start..<min(end, start + longestLine))
      // A form feed stands before the first letter of its page.
      let page = text.page(at: max(source.start, source.end &- 1)) ?? 1
      if let line = FrontLine(text.string(source), source: source, number: number, page: page) { found.append(line) }
      start = end + 1
      number += 1
    }
    return found
  }

  private mutating func readEnd(_ text: SourceText) {
    guard Self.mayHoldParticulars(text) else {
      colophon = Self.lastLine(of: text).map { [$0] }?.filter(Self.isSignature) ?? []
      colophon += cover.filter(Self.isParticular)
      return
    }
    var last: [FrontLine] = []
    let coverEnd = cover.last?.source.end ?? 0
    for index in text.lineStarts.indices.reversed() {
      let start = text.lineStarts[index]
      let end = index + 1 < text.lineStarts.count ? text.lineStarts[index + 1] : UInt32(text.bytes.count)
      guard start >= coverEnd, last.count < Self.mostColophonLines else { break }
      guard end - start < 600 else { break }
      let source = SourceRange(start: start, end: end)
      guard let line = FrontLine(text.string(source), source: source, number: index + 1) else { continue }
      last.append(line)
    }
    colophon = Self.colophon(in: last.reversed())
    colophon += cover.filter(Self.isParticular)
  }

  private static func lastLine(of text: SourceText) -> FrontLine? {
    for index in text.lineStarts.indices.suffix(4).reversed() {
      let end = index + 1 < text.lineStarts.count ? text.lineStarts[index + 1] : UInt32(text.bytes.count)
      guard end - text.lineStarts[index] < longestLine else { return nil }
      let source = SourceRange(start: text.lineStarts[index], end: end)
      if let line = FrontLine(text.string(source), source: source, number: index + 1) { return line }
    }
    return nil
  }

  /// Whether the end of the text holds a word of a colophon at all: spares taking its lines apart.
  private static func mayHoldParticulars(_ text: SourceText) -> Bool {
    let bytes = text.bytes.span
    var index = max(0, bytes.count - mostColophonLines * longestLine / 4)
    while index < bytes.count, !bytes[index].beginsCharacter { index += 1 }
    while index < bytes.count {
      if let match = PlanWord.trie.longestMatch(in: bytes, at: index, limit: bytes.count) {
        if match.value == .contact || match.value == .issued || match.value == .decided { return true }
        index += match.length
      } else {
        index += bytes[index] & 0xF0 == 0xE0 ? 3 : 1
      }
    }
    return false
  }

  /// From a few lines above the first particular of the publisher to the end, without sentences and table rows.
  private static func colophon(in lines: [FrontLine]) -> [FrontLine] {
    let labels = lines.filter { !$0.isSentence && !CoverEnd.isItem($0) && !$0.text.utf8.contains(UInt8(ascii: "\t")) }
    guard let contact = labels.firstIndex(where: isParticular) else { return labels.suffix(1).filter(isSignature) }
    return Array(labels[max(0, contact - linesAboveContact)...])
  }
}

extension FrontMatterLines {
  /// 令和8年3月 〇〇町総務企画課: the date and who signs, in the last line.
  private static func isSignature(_ line: FrontLine) -> Bool {
    guard line.mayHoldDate, line.key.count <= 75, let last = line.keyText.last, "市町村区県課室部局".contains(last) else {
      return false
    }
    return line.keyText.first.map { $0.isNumber || "令平".contains($0) } ?? false
  }

  /// What stands before 発行 where a line begins with the date: 令和6年3月発行：〇〇市.
  private static let dateEnds = ["月", "日", "年"].map { Array($0.utf8) }

  /// A line that gives a particular of the publisher: a postal code, a telephone number, 発行 at its beginning or end.
  /// A bullet about 広報紙の発行 or 電話相談 gives none.
  private static func isParticular(_ line: FrontLine) -> Bool {
    line.words.contains { word in
      let atEdge =
        word.range.lowerBound <= 3 || word.range.upperBound >= line.key.count - 3
        || dateEnds.contains { line.key[..<word.range.lowerBound].suffix($0.count).elementsEqual($0) }
      switch word.word {
      case .contact: return word.range.lowerBound <= 3 || line.hasFigure(after: word.range.upperBound)
      case .issued, .decided: return atEdge && line.mayHoldDate
      default: return false
      }
    }
  }
}

/// Where a cover ends and the document begins.
enum CoverEnd {
  static func begins(at line: FrontLine, hasTitle: Bool) -> Bool {
    if let first = line.words.first, first.range.lowerBound == 0, line.key.count <= first.range.count + 24 {
      if first.word == .contents || first.word == .opening { return true }
    }
    if line.isSentence || isLeader(line) { return true }
    return hasTitle && (isChapter(line) || isNumbered(line) || isItem(line))
  }

  /// A line of a table of contents: dots or dashes lead to a page number.
  private static func isLeader(_ line: FrontLine) -> Bool {
    let text = line.keyText
    guard text.last?.isNumber == true else { return false }
    return ["...", "…", "・・・", "---", "‥‥", "ーーー", "───"].contains { text.contains($0) }
  }

  private static func isChapter(_ line: FrontLine) -> Bool {
    let text = line.keyText
    guard text.hasPrefix("第") else { return false }
    return text.dropFirst().prefix(4).contains { "章節部編".contains($0) }
  }

  private static func isNumbered(_ line: FrontLine) -> Bool {
    let text = line.text.folded
    let digits = text.prefix { $0.isNumber && $0.isASCII }
    if digits.isEmpty { return SectionTitle.restOfBracket(text) != nil }
    guard digits.count <= 2, let next = text.dropFirst(digits.count).first else { return false }
    return next == "." || next == " " || next == "-" || next == "、"
  }

  static func isItem(_ line: FrontLine) -> Bool { itemMarks.prefix(of: line.text) != nil }

  private static let itemMarks = WordTrie(
    ["- ", "* ", "●", "■", "◆", "○", "◎", "◇", "・", "✓", "①", "②", "③"].map { ($0, true) })
}
