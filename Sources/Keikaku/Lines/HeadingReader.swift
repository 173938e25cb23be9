import KeikakuText

/// Takes the beginning of a line apart as a heading would be: mark, label, number, title.
///
/// It says what the line would be as a heading; whether it is one, its neighbours decide.
///
///     ●重点施策1 地域を創る          mark ●, label 重点施策, number 1, title 地域を創る
///     【施策①】 農水産業の振興        mark 【, label 施策, number 1, title 農水産業の振興
///     第2章 総合戦略～政策パッケージ～   number 2 as a chapter, title 総合戦略～政策パッケージ～
struct HeadingReader: Sendable {
  let bytes: [UInt8]
  private let lexicon: Lexicon
  private let formWords: FormWords

  init(_ bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    formWords = FormWords(lexicon)
  }

  /// What the range would be as a heading.
  func read(_ range: Range<Int>) -> HeadingCandidate {
    var candidate = HeadingCandidate(title: range)
    var cursor = ScalarCursor(bytes, range)
    readMarkdown(&cursor, &candidate)
    readMark(&cursor, &candidate)
    let rest = cursor.offset..<range.upperBound
    if candidate.mark == nil, let inner = betweenDashes(rest) {
      readLabelAndNumber(&candidate, inner)
      if candidate.label == nil { candidate = HeadingCandidate(markdownLevel: candidate.markdownLevel, title: rest) }
    } else if let close = closingBracket(of: candidate, in: rest) {
      readBracketed(&candidate, inside: rest.lowerBound..<close.lowerBound, behind: close.upperBound..<range.upperBound)
    } else {
      readLabelAndNumber(&candidate, rest)
    }
    trimTitle(&candidate)
    candidate.title = TitleTail.cut(from: candidate.title, in: bytes)
    if candidate.label != nil { candidate.title = TitleTail.withoutSum(candidate.title, bytes) }
    return candidate
  }

  private func readMarkdown(_ cursor: inout ScalarCursor, _ candidate: inout HeadingCandidate) {
    var probe = cursor
    var level = 0
    while level < 7, probe.take("#") { level += 1 }
    guard (1...6).contains(level), probe.skipBlanks() || probe.isAtEnd else { return }
    candidate.markdownLevel = level
    cursor = probe
  }

  private func readMark(_ cursor: inout ScalarCursor, _ candidate: inout HeadingCandidate) {
    guard let (scalar, width) = cursor.peek() else { return }
    guard lexicon.headingMarks.contains(scalar) || HeadingMarks.brackets[scalar] != nil else { return }
    candidate.mark = Unicode.Scalar(scalar)
    cursor.skip(width)
    cursor.skipBlanks()
  }

  private static let dashes: Set<UInt32> = [0x2D, 0x2010, 0x2013, 0x2014, 0x2015, 0x2500, 0x30FC, 0x7E]

  /// 基本目標1 of －基本目標1－ and ～基本目標1～; nil where the dashes at both ends are not alike.
  private func betweenDashes(_ range: Range<Int>) -> Range<Int>? {
    var cursor = ScalarCursor(bytes, range)
    guard let (first, width) = cursor.peek(), Self.dashes.contains(first), range.count > 2 * width,
      bytes[range].suffix(width).elementsEqual(bytes[range].prefix(width))
    else { return nil }
    cursor.skip(width)
    return TextLines.trimmed(cursor.offset..<range.upperBound - width, in: bytes)
  }

  private func closingBracket(of candidate: HeadingCandidate, in range: Range<Int>) -> Range<Int>? {
    guard let mark = candidate.mark, let closing = HeadingMarks.brackets[mark.value] else { return nil }
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek() {
      if scalar == closing { return cursor.offset..<cursor.offset + width }
      cursor.skip(width)
    }
    return nil
  }

  /// 【施策①】 title: the bracket holds the label; 【数値目標】 alone: it holds the heading.
  private func readBracketed(_ candidate: inout HeadingCandidate, inside: Range<Int>, behind: Range<Int>) {
    var cursor = ScalarCursor(bytes, behind)
    cursor.skipBlanks()
    readLabelAndNumber(&candidate, inside)
    if !cursor.isAtEnd, let numbering = bareNumber(inside) {
      candidate.numbering = numbering
      candidate.title = cursor.offset..<behind.upperBound
      return
    }
    guard !cursor.isAtEnd else {
      candidate.isBracketed = true
      return
    }
    let number = numberBehindLabel(cursor.offset..<behind.upperBound)
    if candidate.number == nil, candidate.label == nil, let kind = labelOnly(inside, isNumbered: number != nil) {
      candidate.label = inside
      candidate.labelKind = kind
      if let number {
        candidate.numbering = number
        cursor.skip(number.end - cursor.offset)
        skipSeparators(&cursor)
      }
    } else if candidate.title.isEmpty || candidate.number == nil && candidate.label == nil {
      candidate.bracketText = candidate.title.isEmpty ? nil : candidate.title
    }
    candidate.title = cursor.offset..<behind.upperBound
  }

  /// 【1】 counts as (1) does.
  private func bareNumber(_ inside: Range<Int>) -> Numbering? {
    guard var numbering = Numbering.read(bytes, inside, afterLabel: true), numbering.end == inside.upperBound,
      [.decimal, .roman].contains(numbering.style)
    else { return nil }
    numbering.style = .parenthesized
    return numbering
  }

  /// (1) of 【基本目標】(1) 若者に選ばれるまち: the number that the bracketed label counts by.
  private func numberBehindLabel(_ title: Range<Int>) -> Numbering? {
    guard let numbering = Numbering.read(bytes, title), numbering.end < title.upperBound else { return nil }
    return numbering
  }

  /// 【横断目標】 title: a word that heads nodes and names no part of one. 〔施策〕(1) title is a measure by its number.
  private func labelOnly(_ inside: Range<Int>, isNumbered: Bool) -> NodeKind? {
    let word = FoldedText.bytes(of: bytes[inside])[...]
    let lowest = isNumbered ? NodeKind.program.rank : NodeKind.policy.rank
    guard let kind = lexicon.labels.whole(word), kind.rank <= lowest, isNumbered || lexicon.groups.whole(word) == nil
    else { return nil }
    return kind
  }

  private func readLabelAndNumber(_ candidate: inout HeadingCandidate, _ range: Range<Int>) {
    var cursor = ScalarCursor(bytes, range)
    if let numbering = Numbering.read(bytes, range) {
      cursor.skip(numbering.end - cursor.offset)
      cursor.skipBlanks()
      candidate.numbering = numbering
      // 1：しごとづくり.
      if cursor.take(":") { cursor.skipBlanks() }
      // 1 基本目標: the title names a kind; (1) 基本目標1 …: the label's own number counts.
      if readLabel(&cursor, &candidate, range.upperBound) { return }
    } else if readLabel(&cursor, &candidate, range.upperBound)
      || readRoundLabel(&cursor, &candidate, range.upperBound)
      || readProjectCode(&cursor, &candidate, range.upperBound)
      || readAnnexLabel(&cursor, &candidate, range.upperBound)
    {
      return
    }
    cursor.skipBlanks()
    candidate.title = cursor.offset..<range.upperBound
  }

  /// A known word with a number or a colon behind it: 基本目標1, 施策①, 基本目標：….
  func readLabel(_ cursor: inout ScalarCursor, _ candidate: inout HeadingCandidate, _ end: Int) -> Bool {
    guard let wordEnd = candidateEnd(from: cursor.offset, to: end),
      let label = label(cursor.offset..<wordEnd) ?? name(cursor.offset..<wordEnd, before: end)
    else { return false }
    var probe = cursor
    probe.skip(label.end - cursor.offset)
    let hadBlank = probe.skipBlanks()
    // ４ 特別事業         (4) 移住: the label and the number stand in columns of their own.
    if candidate.numbering != nil, probe.offset - label.end >= Self.widestBlank { return false }
    let numbering = Numbering.read(bytes, probe.offset..<end, afterLabel: true)
    let colon = probe.peek().map { $0.scalar == 0x3A } ?? false
    // 横断的目標 デジタルの活用: there is one, which nobody counts.
    let isOnly = hadBlank && (label.kind == .crossCutting || isNamed(cursor.offset..<label.end)) && !probe.isAtEnd
    guard numbering != nil || colon || isOnly else { return false }
    // 目標：相談件数を30件とする says what a measure is to reach.
    if numbering == nil, bytes[cursor.offset..<label.end].elementsEqual(Self.aim),
      FoldedText.bytes(of: bytes[probe.offset..<end]).contains(where: { (0x30...0x39).contains($0) })
    {
      return false
    }
    if hadBlank, bytes[cursor.offset..<label.end].elementsEqual(Self.aim), beginsWithFigure(probe.offset..<end) {
      return false
    }
    // ①研修事業　②交流事業: two items in one line, not the second of a kind.
    if hadBlank, let outer = candidate.numbering, outer.style == .circled, numbering?.style == .circled { return false }
    candidate.label = cursor.offset..<label.end
    candidate.labelKind = label.kind
    if let numbering {
      candidate.numbering = numbering
      probe.skip(numbering.end - probe.offset)
    }
    let behind = probe.offset
    skipSeparators(&probe)
    candidate.title = titleBeforePart(probe.offset..<end, isDirect: probe.offset == behind && numbering != nil)
    candidate.headsPart = candidate.title.upperBound < end || candidate.title.lowerBound > probe.offset
    cursor = probe
    return true
  }

  /// 0人 of 目標　0人　（令和９年度）: a figure with its unit, and no number of a goal.
  private func beginsWithFigure(_ range: Range<Int>) -> Bool {
    let word = String(decoding: bytes[range], as: UTF8.self).prefix { !$0.isWhitespace && !"（(".contains($0) }
    return word.count <= Self.longestFigure && word.contains { $0.isLetter || "％%".contains($0) }
      && ValueLook.isValue(String(word))
  }

  /// In letters.
  private static let longestFigure = 8
  private static let aim = Array("目標".utf8)
  private static let of = Array("の".utf8)
  private static let titleQuotes = (open: Array("「".utf8), close: Array("」".utf8))
  private static let parts = [
    "状況", "評価", "検証", "検証結果", "結果", "実績", "進捗", "KPI", "ＫＰＩ", "数値目標", "指標", "目標値",
  ].map { Array($0.utf8) }

  /// 基本目標１の進捗状況 and 基本目標２「ひとを呼び込む」の評価 head a part of a report on the goal: the title is what stands in the
  /// quotes, or none.
  private func titleBeforePart(_ title: Range<Int>, isDirect: Bool) -> Range<Int> {
    // 基本目標1　数値目標 heads the figures of the goal.
    if lexicon.groups.whole(FoldedText.bytes(of: bytes[title]).filter { $0 != Ascii.space }[...]) == .indicators {
      return title.upperBound..<title.upperBound
    }
    guard isDirect, Self.parts.contains(where: { bytes[title].suffix($0.count).elementsEqual($0) }) else {
      return title
    }
    if bytes[title].starts(with: Self.of) { return title.upperBound..<title.upperBound }
    guard bytes[title].starts(with: Self.titleQuotes.open),
      let close = bytes[title].firstRange(of: Self.titleQuotes.close),
      bytes[close.upperBound..<title.upperBound].starts(with: Self.of)
    else { return title }
    return title.lowerBound + Self.titleQuotes.open.count..<close.lowerBound
  }

  /// 資料1 策定の経過: the part of an annex.
  private func readAnnexLabel(_ cursor: inout ScalarCursor, _ candidate: inout HeadingCandidate, _ end: Int) -> Bool {
    let start = cursor.offset
    guard let word = HeadingLabels.annex.first(where: { bytes[start..<end].starts(with: $0) }) else { return false }
    var probe = cursor
    probe.skip(word.count)
    probe.skipBlanks()
    guard let numbering = Numbering.read(bytes, probe.offset..<end, afterLabel: true) else { return false }
    probe.skip(numbering.end - probe.offset)
    skipSeparators(&probe)
    candidate.label = start..<start + word.count
    candidate.labelKind = .section
    candidate.numbering = numbering
    candidate.title = probe.offset..<end
    cursor = probe
    return true
  }

  private func skipSeparators(_ cursor: inout ScalarCursor) {
    cursor.skipBlanks()
    while let (scalar, width) = cursor.peek(), [0x3A, 0x2E, 0x3001, 0x7C, 0x3011, 0x5D, 0x3E].contains(scalar) {
      cursor.skip(width)
      cursor.skipBlanks()
    }
  }

  /// What a word counts as where a number or colon stands behind it: the kind of the lexicon's word at its end.
  ///
  /// A longer word that ends as a known one counts as that kind: しごと目標1 is a 目標, 戦略プロジェクト1 a プロジェクト.
  private func label(_ word: Range<Int>) -> (end: Int, kind: NodeKind)? {
    let span = bytes.span
    for position in word {
      if let match = lexicon.labels.longestMatch(in: span, at: position, limit: word.upperBound),
        position + match.length == word.upperBound
      {
        // 今後の方針：改善して継続 tells where it goes on and names no 方針.
        if lexicon.groups.whole(FoldedText.bytes(of: bytes[word])[...])?.status == .direction { return nil }
        // 数値目標：転入者数 250人 ends as 目標 does, but what follows is a figure of the goal above and no goal.
        let isLead = position > word.lowerBound && IndicatorLead(bytes, lexicon: lexicon).isLead(word)
        return isLead ? nil : (word.upperBound, match.value)
      }
    }
    return nil
  }

  private static let nameWord = Array("名".utf8)

  /// A form's word for the name of what it tells, with a number or the title behind it.
  private func name(_ word: Range<Int>, before end: Int) -> (end: Int, kind: NodeKind)? {
    guard isNamed(word), let kind = lexicon.labels.whole(bytes.span, word.dropLast(Self.nameWord.count)),
      isNumbered(word.upperBound..<end)
        || kind.rank <= NodeKind.specificMeasure.rank && isTitle(word.upperBound..<end)
    else { return nil }
    return (word.upperBound, kind)
  }

  private func isNamed(_ label: Range<Int>) -> Bool { bytes[label].suffix(Self.nameWord.count) == Self.nameWord[...] }

  /// In bytes.
  private static let shortestTitle = 12

  /// Behind 施策名 in 施策名　１－(１) 地域産業の活性化.
  private func isNumbered(_ rest: Range<Int>) -> Bool {
    var behind = ScalarCursor(bytes, rest)
    return behind.skipBlanks() && Numbering.read(bytes, behind.offset..<rest.upperBound, afterLabel: true) != nil
  }

  /// Behind 施策名 in 施策名　市民が守る景観, behind 政策名 in 1-2 政策名 農業の振興: the one title that stands beside the word. Behind that of
  /// 施策名　指標名　現状値 further words of a header stand.
  private func isTitle(_ rest: Range<Int>) -> Bool {
    let title = TextLines.trimmed(rest, in: bytes)
    let holdsBlank = title.contains { WhiteSpace.width(at: $0, in: bytes, to: title.upperBound) != nil }
    return title.lowerBound > rest.lowerBound && title.count >= Self.shortestTitle && !holdsBlank
      && !Sentences.ends(bytes, title) && !isNamed(title)
      && !formWords.isLabel(String(decoding: bytes[title], as: UTF8.self))
  }

  private static let longestLabel = 14
  /// In bytes, within a heading; what stands farther apart is in columns.
  private static let widestBlank = 6

  /// Where the letters end that may be a label: few enough, with something behind them.
  private func candidateEnd(from start: Int, to end: Int) -> Int? {
    var cursor = ScalarCursor(bytes, start..<min(end, start + 48))
    var letters = 0
    var last: UInt32 = 0
    while letters <= Self.longestLabel, let (scalar, width) = cursor.peek(), !endsLabel(scalar),
      !(letters >= 2 && isLoneLetter(scalar, behind: cursor, width, last))
    {
      letters += 1
      last = scalar
      cursor.skip(width)
    }
    return letters > 0 && letters <= Self.longestLabel && cursor.offset < end ? cursor.offset : nil
  }

  /// The Ａ of 基本目標Ａ and the ア of 施策ア: no letter of a word, as the ト of プロジェクト is.
  private func isLoneLetter(_ scalar: UInt32, behind cursor: ScalarCursor, _ width: Int, _ last: UInt32) -> Bool {
    let katakana: ClosedRange<UInt32> = 0x30A1...0x30FC
    guard (0x41...0x48).contains(scalar) || katakana.contains(scalar) && !katakana.contains(last) else { return false }
    var next = cursor
    next.skip(width)
    guard let behind = next.peek()?.scalar else { return true }
    return [0x20, 0x09, 0x2D, 0x3A, 0x2E].contains(behind) || (0x41...0x47).contains(scalar) && behind.digitValue != nil
  }

  private func endsLabel(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x28, 0x3A, 0x30...0x39, 0x2160...0x216B, 0x2460...0x2473, 0x2776...0x277F, 0x3001, 0x3002, 0x300C,
      0x3011,
      0x49, 0x56, 0x58, 0x2474...0x2487:
      true
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D: true  // 一 to 九
    default: false
    }
  }

  // MARK: The title's end

  /// Takes 【再掲】, note marks and blanks from the title's end.
  private func trimTitle(_ candidate: inout HeadingCandidate) {
    var range = withoutClosingMark(candidate)
    var changed = true
    while changed {
      changed = false
      while let width = WhiteSpace.width(endingAt: range.upperBound, in: bytes, from: range.lowerBound) {
        range = range.lowerBound..<range.upperBound - width
      }
      if let tag = Self.relistedTags.first(where: { ends(range, with: $0) }) {
        candidate.relisted = true
        range = range.lowerBound..<range.upperBound - tag.count
        changed = true
      }
    }
    candidate.title = candidate.label == nil ? range : withoutQuotes(range)
  }

  /// 基本目標1「しごとをつくる」: the quotes set the title off from its label.
  private func withoutQuotes(_ range: Range<Int>) -> Range<Int> {
    let (open, close) = Self.quotes
    guard range.count > open.count + close.count, bytes[range].starts(with: open), bytes[range].suffix(3) == close[...]
    else { return range }
    let inside = range.lowerBound + open.count..<range.upperBound - close.count
    let closesEarlier = inside.contains { bytes[$0..<min($0 + 3, inside.upperBound)] == close[...] }
    return closesEarlier ? range : inside
  }

  private static let quotes = (Array("「".utf8), Array("」".utf8))

  /// ◆基本方針◆: the mark stands at both ends.
  private func withoutClosingMark(_ candidate: HeadingCandidate) -> Range<Int> {
    let title = candidate.title
    guard let mark = candidate.mark, HeadingMarks.brackets[mark.value] == nil else { return title }
    let width = UTF8.width(mark)
    guard title.count > width, bytes[title].suffix(width).elementsEqual(Array(String(mark).utf8)) else { return title }
    return title.lowerBound..<title.upperBound - width
  }

  private static let relistedTags: [[UInt8]] = ["【再掲】", "（再掲）", "(再掲)", "［再掲］", "[再掲]", "〔再掲〕", "＜再掲＞", "<再掲>"].map {
    Array($0.utf8)
  }

  private func ends(_ range: Range<Int>, with tag: [UInt8]) -> Bool {
    range.count > tag.count && bytes[range.upperBound - tag.count..<range.upperBound].elementsEqual(tag)
  }
}

/// A line taken apart as if it were a heading; ranges of the document's bytes, no strings yet.
struct HeadingCandidate: Sendable {
  var markdownLevel = 0
  var mark: Unicode.Scalar?
  var label: Range<Int>?
  var labelKind: NodeKind?
  var numbering: Numbering?
  var title: Range<Int>
  /// What stands behind the title in its line and is read by itself.
  var part: Range<Int>?
  /// What a bracket before the title holds, where it is no label: 【北部地区】 title.
  var bracketText: Range<Int>?
  /// The bracket encloses the whole heading.
  var isBracketed = false
  var relisted = false
  /// It heads a part of what is told of the node: 施策1のKPI.
  var headsPart = false

  var number: String? { numbering?.number }
}
