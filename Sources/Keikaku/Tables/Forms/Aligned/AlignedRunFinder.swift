import KeikakuText

/// Finds the runs of lines that may be a table held apart by blanks.
///
/// A run has at least two lines with several segments, or one below a header. Between them may stand the lines of wrapped
/// cells and blank lines; a heading, a sentence or the end of the page ends it.
struct AlignedRunFinder {
  let rows: TextLines
  let headers: HeaderWords
  private let groupHeads: GroupHeadReader
  private let labels: NodeLabels
  private let words = WordTableHeader()
  private let reader: SegmentReader
  private let shape: AlignedShape
  private let next: NextTable
  private static let widestWrap = 48
  private static let widestCells = 100
  private static let longestRun = 4000

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    groupHeads = GroupHeadReader(lexicon: lexicon)
    labels = NodeLabels(lexicon)
    reader = SegmentReader(rows.text.bytes)
    shape = AlignedShape(rows)
    next = NextTable(rows, headers: headers)
  }

  /// The run that begins at a line, or nil.
  func run(at first: Int) -> Range<Int>? {
    guard shape.isMultiple(first), !isHeading(first), !statesChange(first) else { return nil }
    let (last, multiples) = lastRow(of: first)
    let start = headerStart(above: first)
    guard multiples > 1 || start < first else { return nil }
    return start..<wrapEnd(after: last)
  }

  /// ・社会増減数　　令和２年度　△312人　→　令和７年度　△200人, 出生数　250人（2019年）　⇒　260人（2024年）: a line that states where a
  /// figure is to go.
  private func statesChange(_ line: Int) -> Bool {
    let content = rows.content(line)
    // Asked of many lines, most of which hold no arrow.
    guard rows.text.bytes.span.first(0xE2, from: content.lowerBound, to: content.upperBound) < content.upperBound else {
      return false
    }
    let sides = rows.string(content).split(whereSeparator: Arrows.characters.contains)
    let isListed = Bullets.width(at: content.lowerBound, in: rows.text.bytes, to: content.upperBound) != nil
    return sides.count == 2
      && sides.allSatisfy { side in
        let words = side.split(whereSeparator: \.isWhitespace).map(String.init)
        let values = words.filter(ValueLook.isFigure)
        return values.contains(where: ValueLook.endsInYear)
          || isListed && !values.isEmpty && words.contains(where: ValueLook.isYear)
      }
  }

  /// The run that begins with a header's line in which no gap parts the cells.
  func run(headedBy line: Int) -> Range<Int>? {
    guard isTightHeader(rows.content(line)) else { return nil }
    let below = line + 1..<min(rows.count, line + Self.mostHeaderLines)
    return below.lazy.compactMap { run(at: $0) }.first { $0.lowerBound == line }
  }

  /// The lines of a header whose rows all stand on the next page; nil where a line is the first of none.
  func loneHeader(at line: Int) -> Range<Int>? {
    guard shape.isMultiple(line) || isTightHeader(rows.content(line)) else { return nil }
    var end = line + 1
    while end < rows.count, end - line < Self.mostHeaderLines, !rows.isBlank(end), !rows.beginsPage(end) { end += 1 }
    let pieces = (line..<end).flatMap { rows.words(rows.content($0)).map(rows.string) }
    let roles = pieces.compactMap { headers.role(of: $0) }
    let areHeads = pieces.allSatisfy {
      headers.isHeader($0) || StackedHeads.isPartOfYear($0) || NameContinuation.isOpenInBracket($0)
    }
    guard roles.count > 1, roles.contains(.name), areHeads else { return nil }
    return line..<end
  }

  /// The run with the rows that follow it at the top of the next page, or nil where no row stands there.
  func continuation(of run: Range<Int>) -> Range<Int>? {
    var next = firstFilled(from: run.upperBound)
    if next < rows.count, !rows.beginsPage(next), isWrap(next), NameContinuation.isOpen(rows.string(rows.content(next)))
    {
      // 農地の集積率（担い手への, whose row stands on the next page.
      next = firstFilled(from: next + 1)
    }
    guard next < rows.count, (run.upperBound...next).contains(where: rows.beginsPage), let row = firstRow(at: next)
    else { return nil }
    return run.lowerBound..<wrapEnd(after: lastRow(of: row).last)
  }

  private func firstFilled(from start: Int) -> Int {
    var line = start
    while line < rows.count, line - start < Self.mostBlanksAtBreak, rows.isBlank(line) { line += 1 }
    return line
  }

  /// The first row at the top of a page, below at most two lines that begin its cells or end the header.
  private func firstRow(at top: Int) -> Int? {
    for line in top..<min(rows.count, top + 3) where !rows.isBlank(line) {
      let pieces = reader.segments(rows.indented(line), gap: 1).map { rows.string($0.source) }
      // 現状値以上 is a value and no head.
      if pieces.contains(where: { headers.role(of: $0) != nil && !ValueLook.isValue($0) }) { return nil }
      if shape.isMultiple(line) || shape.isTightRow(line), pieces.contains(where: ValueLook.isValue) { return line }
      let endsHeader = pieces.allSatisfy { HeaderWords.partsOfValue[$0] != nil || StackedHeads.isPartOfYear($0) }
      guard endsHeader || isWrap(line) else { return nil }
    }
    return nil
  }

  private static let mostBlanksAtBreak = 8

  /// The last row of the run that begins at a line, and how many lines with several cells it has.
  private func lastRow(of first: Int) -> (last: Int, multiples: Int) {
    var last = first
    var edge = shape.leftEdge(first...first)
    var multiples = 1
    var holdsValues = shape.holdsValues(first)
    var line = first + 1
    while line < rows.count, line - last <= (multiples > 1 ? mostWraps(after: last) : Self.mostHeaderLines + 1),
      line - first < Self.longestRun, !rows.beginsPage(line)
    {
      if holdsValues, next.isHeadOfOther(line, besides: first) || next.isTitleOfOther(line, besides: first) { break }
      if isLabelledHeading(line) || isRunningHead(line) || multiples > 1 && isParticular(line) { break }
      if multiples > 1, next.namesNextCard(line, headedAs: first) { break }
      if shape.isMultiple(line) || shape.isTightRow(line) || shape.isPartOfRow(line) {
        holdsValues = holdsValues || shape.holdsValues(line)
        if beginsWordTable(line) || rows.isBlank(line - 1) && isHeading(line) { break }
        if multiples > 1,
          next.beginsAnother(line, after: last, edge: edge) || isSetOffHeading(line, after: last, edge: edge)
            || next.isSetOffHeader(line) || rows.isBlank(line - 1) && next.isOtherHeader(line)
        {
          break
        }
        edge = min(edge, shape.leftEdge(last + 1...line))
        last = line
        multiples += 1
      } else if multiples > 1, next.headsAnother(line) {
        break
      } else if multiples > 1, shape.isLoneValue(line) {
        last = line
      } else if isBand(line) {
        last = line
      } else if !rows.isBlank(line),
        !isWrap(line) || isGroupHead(line) || headsList(line) || isNumberedHeading(line, after: last, edge: edge)
          || isSetOffLabel(line)
      {
        break
      }
      line += 1
    }
    return (last, multiples)
  }

  /// How far the next row may stand: lines of wrapped cells between two, and more of them where none is blank.
  private func mostWraps(after last: Int) -> Int {
    let next = last + 1..<min(rows.count, last + Self.mostClose)
    return next.contains(where: rows.isBlank) ? 3 : Self.mostClose
  }

  private static let mostClose = 5

  /// 基本目標２　ひと between the header or a row and the rows that it heads, with no blank line around it.
  private func isBand(_ line: Int) -> Bool {
    guard line + 1 < rows.count, !rows.isBlank(line - 1), shape.isMultiple(line + 1),
      AlignedBands(rows: rows, labels: labels).holds(line)
    else { return false }
    return reader.segments(rows.indented(line + 1)).dropFirst().contains { ValueLook.isValue(rows.string($0.source)) }
  }

  /// 主な事業  内容  担当課: the header of a table of words.
  private func beginsWordTable(_ line: Int) -> Bool {
    let content = rows.content(line)
    guard words.mayBegin(content, in: rows.text.bytes) else { return false }
    return words.columns(reader.segments(rows.indented(line)).map { rows.string($0.source) }) != nil
  }

  /// 基本目標 1      魅力ある仕事をつくる: a label or number and its title, with no further cells right below.
  private func isHeading(_ line: Int) -> Bool {
    if isLabelledHeading(line) { return true }
    guard line + 1 < rows.count, !shape.isMultiple(line + 1) else { return false }
    let segments = reader.segments(rows.indented(line))
    guard segments.count == 2, headers.role(of: rows.string(segments[1].source)) == nil,
      !ValueLook.isValue(rows.string(segments[1].source))
    else { return false }
    let first = segments[0].source
    let isNumber = Numbering.read(rows.text.bytes, first).map { $0.end >= first.upperBound } ?? false
    return isNumber || labels.begin(rows.string(first).folded)
  }

  /// 施策１　　移住の促進, 施策１　観光の振興　　　（総合評価：Ｂ）: a label with its number, and behind a gap a title or a grade, right above
  /// anything but a row.
  private func isLabelledHeading(_ line: Int) -> Bool {
    let segments = reader.segments(rows.indented(line))
    guard segments.count == 2, labels.head(rows.string(segments[0].source).folded) else { return false }
    let behind = rows.string(segments[1].source)
    guard headers.role(of: behind) == nil || behind.folded.hasPrefix("("), !ValueLook.isValue(behind) else {
      return false
    }
    return line + 1 >= rows.count || !shape.isMultiple(line + 1) || !shape.holdsValues(line + 1)
  }

  /// 第２章　分野別計画                     36, and 第１章       基本目標１: the head of a page beside its number or another.
  private func isRunningHead(_ line: Int) -> Bool {
    let segments = reader.segments(rows.indented(line))
    guard segments.count == 2 else { return false }
    let texts = segments.map { rows.string($0.source).folded }
    let heads = texts.filter { labels.begin($0) && !ValueLook.isValue($0) }
    let isPage = { (text: String) in text.count <= 3 && text.allSatisfy(\.isNumber) }
    return heads.count == 2 || heads.count == 1 && heads[0].hasPrefix("第") && texts.contains(where: isPage)
  }

  /// 所管課　　　企画政策課, 関連事業　　移住支援事業 and 【主な事業】　　移住支援事業 below the rows: a word of a form and what it holds.
  private func isParticular(_ line: Int) -> Bool {
    let segments = reader.segments(rows.indented(line))
    guard segments.count == 2 else { return false }
    let (label, behind) = (rows.string(segments[0].source), rows.string(segments[1].source))
    guard !ValueLook.isValue(behind), headers.role(of: behind) == nil else { return false }
    // 目標値２　　公共交通の利便性: the next of several.
    if let digit = label.folded.firstIndex(where: \.isNumber), label.folded[digit...].allSatisfy(\.isNumber),
      Self.statementLabels.contains(String(label.folded[..<digit]))
    {
      return true
    }
    guard headers.role(of: label)?.isValue != true else { return false }
    if groupHeads.read(rows.text.bytes, segments[0].source) != nil { return true }
    let bare = label.folded.filter {
      HeadingMarks.brackets[$0.unicodeScalars.first!.value] == nil && !"】」〉》〕]>".contains($0)
    }
    return headers.role(of: label).map { [.department, .group, .remarks].contains($0) } ?? false
      || Self.particulars.contains(bare)
  }

  private static let particulars: Set<String> = ["関連事業", "関連計画", "関連施策", "主な事業", "所管", "外部有識者の評価", "評価結果"]

  /// 施策2  地域福祉の推進, ６　休暇の取得 or 数値目標　就業者数 14人: a label with its title or statement below a blank line, further left than
  /// the table above.
  private func isSetOffHeading(_ line: Int, after last: Int, edge: Int) -> Bool {
    guard line > last + 1, rows.isBlank(line - 1), shape.leftEdge(line...line) < edge else { return false }
    // 転入者数 14人: two cells that no gap parts are a statement of their own.
    guard shape.isMultiple(line) else { return true }
    let segments = reader.segments(rows.indented(line))
    let first = rows.string(segments[0].source)
    if Self.statementLabels.contains(first.folded) { return true }
    guard segments.count == 2, !ValueLook.isValue(rows.string(segments[1].source)) else { return false }
    let isNumber = first.count <= 2 && first.allSatisfy(\.isWholeNumber)
    // 関連計画    第４期地域福祉計画 with no row below it.
    let isLast = line + 1 >= rows.count || rows.isBlank(line + 1)
    return isNumber || isLast || beginsAsHeading(segments[0].source)
  }

  /// ６　休暇の取得状況: a number and its title below a blank line, further left than the table above.
  private func isNumberedHeading(_ line: Int, after last: Int, edge: Int) -> Bool {
    guard line > last + 1, rows.isBlank(line - 1), shape.leftEdge(line...line) < edge else { return false }
    return Numbering.read(rows.text.bytes, rows.content(line)) != nil
  }

  /// 主要事業の実施状況 below a blank line, and right below it (1) 生活支援体制整備事業: it heads a list.
  private func headsList(_ line: Int) -> Bool {
    guard rows.isBlank(line - 1), line + 1 < rows.count,
      let numbering = Numbering.read(rows.text.bytes, rows.content(line + 1))
    else { return false }
    return numbering.number == "1" && [.parenthesized, .circled, .decimalDot].contains(numbering.style)
  }

  /// 数値目標 alone between blank lines heads what follows, and 指標：商品開発件数 names what stands below it.
  private func isSetOffLabel(_ line: Int) -> Bool {
    let text = rows.string(rows.content(line)).folded
    if let colon = text.firstIndex(of: ":"), Self.statementLabels.contains(String(text[..<colon])) { return true }
    return rows.isBlank(line - 1) && Self.statementLabels.contains(rows.string(rows.content(line)).folded)
  }

  /// What stands before an indicator that is stated in a line of text.
  private static let statementLabels: Set<String> = ["数値目標", "目標", "目標値", "成果指標", "指標", "KPI", "重要業績評価指標"]

  /// A line of one short segment that may be the rest of a wrapped cell.
  private func isWrap(_ line: Int) -> Bool {
    let segments = reader.segments(rows.indented(line))
    guard segments.count == 1, let segment = segments.first,
      segment.columns.count <= Self.widestWrap || isFullOfCells(segment, line)
    else { return false }
    return (!beginsAsHeading(segment.source) || shape.isLoneYear(line)) && !endsAsSentence(segment)
  }

  /// Two cells so full that one blank is left between them, right above a row: 女性が委員に占める割合（審 毎年実施する市民アンケー.
  private func isFullOfCells(_ segment: LineSegment, _ line: Int) -> Bool {
    guard segment.columns.count <= Self.widestCells, rows.words(segment.source).count == 2, line + 1 < rows.count else {
      return false
    }
    return shape.isMultiple(line + 1) && !rows.string(segment.source).contains("。")
  }

  private func beginsAsHeading(_ range: Range<Int>) -> Bool {
    let text = rows.string(range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestLabel))
    guard let first = text.folded.unicodeScalars.first?.value else { return false }
    if first == 0x23 || HeadingMarks.standard.contains(first) || HeadingMarks.brackets[first] != nil { return true }
    if Numbering.read(rows.text.bytes, range)?.style == .hyphenated || labels.begin(text.folded) { return true }
    return ["基本目標", "基本方針", "目標年", "施策"].contains { text.hasPrefix($0) }
  }

  /// In bytes, of a node's label with its number.
  private static let longestLabel = 48

  /// Ends with 。 at the left margin; in a cell further right a sentence is a remark.
  private func endsAsSentence(_ segment: LineSegment) -> Bool {
    segment.columns.lowerBound < 4 && rows.string(segment.source).hasSuffix("。")
  }

  /// Lines above hold one header word each, set over the columns, or several with one blank between them.
  private func headerStart(above first: Int) -> Int {
    var start = first
    var line = first
    while line > 0, first - line < Self.mostHeaderLines, !rows.beginsPage(line), !rows.isBlank(line - 1) {
      let segments = reader.segments(rows.indented(line - 1))
      guard segments.count == 1, let only = segments.first else { break }
      let isHeader = only.columns.lowerBound >= 4 && headers.isHeader(rows.string(only.source))
      line -= 1
      if isHeader || isTightHeader(only.source) {
        start = line
      } else if !StackedHeads.isPartOfYear(rows.string(only.source)) {
        break
      }
    }
    return start
  }

  private static let mostHeaderLines = 4

  /// 現状値（平成30年 令和元年 目標値（令和4年 達成 評: heads so close that one blank is left between them, some of which the next
  /// line ends.
  private func isTightHeader(_ range: Range<Int>) -> Bool {
    var known = 0
    var holdsValue = false
    let pieces = rows.words(range)
    // Asked of every line, most of which begin with no head.
    for piece in pieces {
      let text = rows.string(piece)
      // 現状値（R4年度）目標値（R9年度） are two heads that touch.
      let role =
        headers.role(of: NameContinuation.isOpenInBracket(text) ? Self.beforeBracket(text) : text)
        ?? headers.role(of: Self.beforeBracket(text))
      let isYear = ValueLook.isYear(text)
      guard role != nil || isYear || known > 1 && text.count <= Self.longestBeginning else { return false }
      if role != nil || isYear { known += 1 }
      holdsValue = holdsValue || role?.isValue == true || isYear
    }
    return pieces.count > 1 && holdsValue
  }

  private static func beforeBracket(_ text: String) -> String { String(text.prefix { $0 != "（" && $0 != "(" }) }

  /// Of a wrapped head, in letters.
  private static let longestBeginning = 2

  /// Up to two short lines right below the last row are the rest of its cells, unless they begin as a source or a list does.
  private func wrapEnd(after last: Int) -> Int {
    var end = last + 1
    while end < rows.count, end - last <= 2, !rows.isBlank(end), !rows.beginsPage(end), isWrap(end),
      isNarrow(end) || endsName(end), !isAside(end), !next.isTitleOfOther(end, besides: last),
      !isGroupHead(end), !isParticular(end), !isRunningHead(end), isBelowFullCell(end),
      shape.leftEdge(end...end) >= shape.leftEdge(max(0, last - 1)...last)
    {
      end += 1
    }
    return end
  }

  /// 資料：健康課, ・相談の充実, 市民課調べ: what stands below a table and belongs to none of its cells.
  private func isAside(_ line: Int) -> Bool {
    let content = rows.content(line)
    let text = rows.string(content)
    return NoteMarks.isNote(text)
      || Bullets.width(at: content.lowerBound, in: rows.text.bytes, to: content.upperBound) != nil
      || ["出所", "（単位", "(単位", "担当課", "所管課"].contains(where: text.hasPrefix) || text.hasSuffix("調べ")
  }

  /// A cell wraps where it is full: the text above in the same column is hardly shorter than its rest.
  private func isBelowFullCell(_ line: Int) -> Bool {
    guard let rest = reader.segments(rows.indented(line)).first else { return false }
    // （平成27～31年度） below 累計250件 dates it, however much longer it is.
    if ValueLook.isYearInBrackets(rows.string(rest.source)) { return true }
    for above in (max(0, line - 2)..<line).reversed() where !rows.isBlank(above) {
      let cell = reader.segments(rows.indented(above)).first { $0.columns.overlaps(rest.columns) }
      if let cell { return cell.columns.count + 2 >= rest.columns.count }
    }
    return true
  }

  /// 令和5年度の取組実績, 今後の方向性: the next part of the page begins. A header word in the middle of a line is none.
  private func isGroupHead(_ line: Int) -> Bool {
    guard let segment = reader.segments(rows.indented(line)).first, segment.columns.lowerBound < 8 else { return false }
    let text = rows.string(segment.source)
    return headers.role(of: text) == nil && groupHeads.read(rows.text.bytes, segment.source) != nil
  }

  /// 徒の割合（小学6年生・中学3年生） below 学校へ行くのが楽しいと思う児童生 84.6％: the name above ends as none does, and with this line
  /// as names do.
  private func endsName(_ line: Int) -> Bool {
    guard line > 0, let name = rows.words(rows.content(line - 1)).first else { return false }
    let rest = rows.content(line)
    let first = rows.string(name)
    return rows.words(rest).count == 1 && rows.width(rest) <= rows.width(name) + 2 && !ValueLook.isValue(first)
      && !NameContinuation.endsAsName(first) && NameContinuation.endsAsName(first + rows.string(rest))
  }

  private func isNarrow(_ line: Int) -> Bool {
    guard let segment = reader.segments(rows.indented(line)).first else { return false }
    let text = rows.string(segment.source)
    guard segment.columns.count <= 24, !text.hasSuffix("。") else { return false }
    // （か所） is the end of a name, （2）移住の促進 a heading.
    if let first = text.first, "(（".contains(first) { return text.last.map { ")）".contains($0) } ?? false }
    return !(text.first.map { "0123456789第①".contains($0) } ?? true)
  }
}
