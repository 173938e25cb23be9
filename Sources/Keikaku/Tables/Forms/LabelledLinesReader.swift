import KeikakuText

/// Indicators told as a list of labels, each with its value on a line of its own, as sheets of verification do.
///
///     指標名：移住者数
///     基準値：46人（H26）
///     目標値：80人（H31）
///
/// The labels become the header of a table of one row. Without a label of its own the name is the line right above.
struct LabelledLinesReader {
  struct Pair {
    var role: ColumnRole
    var label: Table.Cell
    var value: Table.Cell
  }

  let rows: TextLines
  let headers: HeaderWords
  private let roles: WordTrie<ColumnRole>
  let names: NameAboveFigures
  private let memory = Memory()
  static let longestLabel = 48
  static let longestValue = 240
  /// Of one indicator; more labels are those of something else.
  private static let mostPairs = 60

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    roles = lexicon.columnRoles
    names = NameAboveFigures(rows, lexicon: lexicon)
  }

  /// What has been told of a line: each of many lines of labels is asked for from all those above it.
  private final class Memory {
    var pairs: [Int: [Pair]] = [:]
  }

  /// The table whose first label stands on a line, or nil.
  func region(at line: Int) -> PageHints.TableRegion? {
    var pairs = pairs(line)
    guard let first = pairs.first else { return alternateRegion(at: line) }
    var start = line
    if first.role != .name {
      guard let name = names.name(above: line) ?? (isSetIn(line) ? names.anyName(above: line) : nil) else { return nil }
      start = name.line
      let label = Table.Cell(text: "", source: SourceRange(name.range.lowerBound..<name.range.lowerBound))
      pairs.insert(Pair(role: .name, label: label, value: rows.cell(name.range)), at: 0)
    }
    var next = line + 1
    while next < rows.count, !rows.beginsPage(next), pairs.count <= Self.mostPairs {
      if let other = otherBelowBlank(next, after: pairs) {
        pairs += other
        next += 2
        continue
      }
      let more = furtherYear(next, after: pairs[pairs.count - 1]).map { [$0] } ?? further(next, below: pairs[0])
      guard let pair = more.first, pair.role != .name else { break }
      pairs += more
      next += 1
    }
    guard pairs.count <= Self.mostPairs, Self.isIndicator(pairs, lines: next - start) else { return nil }
    pairs = pairs.flatMap(byYear).flatMap(rateApart)
    return rows.region(start..<next, [pairs.map(\.label), pairs.map(\.value)], form: .labelled)
  }

  /// 目標 150人 behind a blank line below 現状 120人: the value that the indicator still lacks. Below 指標名：移住者数 every line may
  /// stand apart.
  private func otherBelowBlank(_ line: Int, after pairs: [Pair]) -> [Pair]? {
    guard rows.isBlank(line), line + 1 < rows.count, !rows.beginsPage(line + 1), !rows.isBlank(line + 1),
      pairs.contains(where: { $0.role.isValue }) || !pairs[0].label.isEmpty
    else { return nil }
    let further = further(line + 1, below: pairs[0])
    let known = Set(pairs.map(\.role))
    let mayFollow = { (role: ColumnRole) in role.isValue || !pairs[0].label.isEmpty && role != .name }
    return !further.isEmpty && further.allSatisfy({ mayFollow($0.role) && !known.contains($0.role) }) ? further : nil
  }

  /// 1. 消防団員の充足率, and below it further in - 現状値: 88.1%.
  private func isSetIn(_ line: Int) -> Bool { line > 0 && indent(line) > indent(line - 1) + 1 }

  /// In columns.
  private func indent(_ line: Int) -> Int {
    rows.width(rows.indented(line).lowerBound..<max(rows.indented(line).lowerBound, rows.content(line).lowerBound))
  }

  /// A name with a figure; a name without a label needs two of them.
  private static func isIndicator(_ pairs: [Pair], lines: Int) -> Bool {
    let values = pairs.filter { $0.role.isValue }
    guard values.contains(where: { ValueLook.isValue(bare($0.value.text)) || endsWithValue($0.value.text) }) else {
      return false
    }
    return lines > 2 || lines == 2 && (!pairs[0].label.isEmpty || values.count > 1)
  }

  /// The value without the year before it: R2：21人, （H22～H26）8人.
  private static func bare(_ text: String) -> String {
    let folded = text.folded
    if folded.hasPrefix("("), let close = folded.firstIndex(of: ")"), ValueLook.isYear(String(folded[...close])) {
      return String(folded[folded.index(after: close)...])
    }
    let parts = text.folded.split(separator: ":", maxSplits: 1)
    return parts.count == 2 && ValueLook.isYear(String(parts[0])) ? String(parts[1]) : text
  }

  /// 小6・・・88.5％、中3・・・89.5％: several figures, each with its label.
  private static func endsWithValue(_ text: String) -> Bool {
    let pieces = text.folded.split { "・…‥:、 ".contains($0) }
    guard pieces.count > 1, let last = pieces.last else { return false }
    return ValueLook.isFigure(String(last))
  }

  // MARK: Lines

  /// The label and value of a line, or several: 基準値（H26年）1.45　→　目標値（H31年）1.60.
  func pairs(_ line: Int) -> [Pair] {
    let content = rows.withoutBullet(rows.content(line))
    guard beginsWithRole(content) else { return bracketed(content).map { [$0] } ?? [] }
    if let known = memory.pairs[line] { return known }
    let found = severalPairs(content) ?? pairsBesideEachOther(content) ?? pair(content).map { [$0] } ?? []
    memory.pairs[line] = found
    return found
  }

  private static let arrows = Set(Arrows.scalars.map(\.value))

  private func severalPairs(_ content: Range<Int>) -> [Pair]? {
    guard content.count <= Self.longestValue, !rows.holdsSeparator(content) else { return nil }
    let bytes = rows.text.bytes
    var pieces: [Range<Int>] = []
    var start = content.lowerBound
    var cursor = ScalarCursor(bytes, content)
    while let (scalar, width) = cursor.peek() {
      let place = cursor.offset
      cursor.skip(width)
      guard Self.arrows.contains(scalar) else { continue }
      pieces.append(TextLines.trimmed(start..<place, in: bytes))
      start = cursor.offset
    }
    guard !pieces.isEmpty else { return nil }
    pieces.append(TextLines.trimmed(start..<content.upperBound, in: bytes))
    let pairs = pieces.compactMap(dated)
    return pairs.count == pieces.count ? pairs : nil
  }

  /// 現状値：4,521人（R1）　目標値：4,300人（R6）: behind a blank begins a further label with a colon.
  private func pairsBesideEachOther(_ content: Range<Int>) -> [Pair]? {
    guard content.count <= Self.longestValue, !rows.holdsSeparator(content) else { return nil }
    let starts = rows.words(in: content).filter(labelsValue).map(\.lowerBound)
    guard starts.count > 1, starts[0] == content.lowerBound else { return nil }
    let pairs = zip(starts, starts.dropFirst() + [content.upperBound]).compactMap { start, end in
      pair(TextLines.trimmed(start..<end, in: rows.text.bytes))
    }
    return pairs.count == starts.count ? pairs : nil
  }

  /// R4実績値：1.29, 目標値：: a label for a value and its colon.
  private func labelsValue(_ word: Range<Int>) -> Bool {
    guard let separator = word.first(where: { colonWidth(at: $0, to: word.upperBound) != nil }) else { return false }
    return headers.role(of: rows.string(word.lowerBound..<separator))?.isValue == true
  }

  /// 基準値（H26年）1.45: a label with its year, and the value right behind.
  private func dated(_ piece: Range<Int>) -> Pair? {
    let bare = withoutLead(piece)
    guard let role = roles.longestMatch(in: rows.text.bytes.span, at: bare.lowerBound, limit: bare.upperBound),
      role.value.isValue
    else { return nil }
    var end = bare.lowerBound + role.length
    let text = rows.string(end..<bare.upperBound)
    if let open = text.first, "(（".contains(open), let close = text.firstIndex(where: { ")）".contains($0) }) {
      let bracket = text[...close]
      guard ValueLook.isYear(String(bracket)) else { return nil }
      end += bracket.utf8.count
    }
    let label = piece.lowerBound..<end
    let value = withoutColon(end..<bare.upperBound)
    guard !value.isEmpty, ValueLook.isValue(rows.string(value)) else { return nil }
    return Pair(role: role.value, label: rows.cell(label), value: rows.cell(value))
  }

  /// （令和9年度）：1,800人 below 目標値（令和4年度）：1,500人: another year of the same label.
  private func furtherYear(_ line: Int, after pair: Pair) -> Pair? {
    if let dated = furtherDated(line, after: pair) { return dated }
    guard pair.role.isValue, let open = pair.label.text.firstIndex(where: { "(（".contains($0) }) else { return nil }
    let content = rows.content(line)
    guard content.count <= Self.longestLabel,
      let colon = content.first(where: { colonWidth(at: $0, to: content.upperBound) != nil }),
      ValueLook.isYearInBrackets(rows.string(content.lowerBound..<colon))
    else { return nil }
    let value = withoutColon(colon..<content.upperBound)
    var label = rows.cell(content.lowerBound..<colon)
    label.text = pair.label.text[..<open] + label.text
    return value.isEmpty ? nil : Pair(role: pair.role, label: label, value: rows.cell(value))
  }

  /// 令和3年度　41人 below 実績値　令和2年度　38人: the next year's value of the same label.
  private func furtherDated(_ line: Int, after pair: Pair) -> Pair? {
    guard pair.role.isValue, isDated(pair.value.text) else { return nil }
    let content = rows.content(line)
    guard content.count <= Self.longestLabel, isDated(rows.string(content)) else { return nil }
    return Pair(role: pair.role, label: pair.label, value: rows.cell(content))
  }

  /// A year, blanks, and a value.
  private func isDated(_ text: String) -> Bool {
    let parts = text.split { $0 == " " || $0 == "　" }.map(String.init)
    return parts.count == 2 && ValueLook.isYear(parts[0]) && ValueLook.isValue(parts[1])
  }

  /// 【基準値】24,000件: the label in brackets and its value behind.
  private func bracketed(_ content: Range<Int>) -> Pair? {
    var cursor = ScalarCursor(rows.text.bytes, content)
    guard let (scalar, width) = cursor.peek(), let close = HeadingMarks.brackets[scalar] else { return nil }
    cursor.skip(width)
    let start = cursor.offset
    while let (next, width) = cursor.peek(), next != close {
      cursor.skip(width)
      if cursor.offset - start > Self.longestLabel { return nil }
    }
    let label = start..<cursor.offset
    guard let (_, closing) = cursor.peek(), isRole(label), let role = headers.role(of: rows.string(label)) else {
      return nil
    }
    cursor.skip(closing)
    let value = withoutColon(cursor.offset..<content.upperBound)
    guard !value.isEmpty, role.isValue, !isRow(value), !statesIndicator(value) else { return nil }
    return Pair(role: role, label: rows.cell(label), value: rows.cell(value))
  }

  /// 移住者数　82人（R5）→150人（R11） behind 【目標】: the line has a name of its own.
  private func statesIndicator(_ value: Range<Int>) -> Bool {
    let text = rows.string(value)
    return Arrows.stand(in: text)
      && !(rows.words(in: value).first.map { ValueLook.isValue(rows.string($0)) } ?? false)
  }

  /// A label that the lexicon knows, a colon or a blank, and the value.
  private func pair(_ content: Range<Int>) -> Pair? {
    if let pair = bracketed(content) { return pair }
    guard content.count <= Self.longestValue, !rows.holdsSeparator(content), let separator = separator(in: content)
    else { return nil }
    let label = TextLines.trimmed(content.lowerBound..<separator.lowerBound, in: rows.text.bytes)
    let value = TextLines.trimmed(separator.upperBound..<content.upperBound, in: rows.text.bytes)
    guard !value.isEmpty, label.count <= Self.longestLabel, let role = headers.role(of: rows.string(label)),
      !isRow(value)
    else { return nil }
    let text = rows.string(value)
    if role == .name, text.folded.utf8.contains(UInt8(ascii: ":")) { return nil }
    return Pair(role: role, label: rows.cell(label), value: Table.Cell(text: text, source: SourceRange(value)))
  }

  /// 目標 820 840 860: figures beside each other are cells of a row below a header of their own.
  private func isRow(_ value: Range<Int>) -> Bool {
    rows.words(in: value).count { ValueLook.isValue(rows.string($0)) } > 1
  }

  /// Asked before a line is taken apart, since hardly any begins so.
  private func beginsWithRole(_ content: Range<Int>) -> Bool {
    let start = withoutLead(content).lowerBound
    if isSpaced(content) { return true }
    return roles.longestMatch(in: rows.text.bytes.span, at: start, limit: content.upperBound) != nil
  }

  /// 項　目：, 現　状　　１２人: two letters set apart before a colon or further blanks.
  private func isSpaced(_ content: Range<Int>) -> Bool {
    guard let end = endOfSpaced(content) else { return false }
    if colonWidth(at: end, to: content.upperBound) != nil { return true }
    return WhiteSpace.width(at: end, in: rows.text.bytes, to: content.upperBound) != nil
      && headers.role(of: rows.string(content.lowerBound..<end))?.isValue == true
  }

  /// Where two letters end that a blank parts.
  private func endOfSpaced(_ content: Range<Int>) -> Int? {
    let bytes = rows.text.bytes
    guard content.count > 8, bytes[content.lowerBound] >= 0xE3, bytes[content.lowerBound] < 0xF0,
      let blank = WhiteSpace.width(at: content.lowerBound + 3, in: bytes, to: content.upperBound)
    else { return nil }
    let end = content.lowerBound + 6 + blank
    return end < content.upperBound && bytes[end - 3] >= 0xE3 && bytes[end - 3] < 0xF0 ? end : nil
  }

  private static let recent = WordTrie(["直近の", "最新の", "現在の"].map { ($0, true) })
  private static let spans = WordTrie(["年間の", "年間", "か年の", "か年", "ヵ年", "カ年", "ヶ年"].map { ($0, true) })

  /// 直近の現状値 is a 現状値, and 5年間目標値 a 目標値.
  private func withoutLead(_ range: Range<Int>) -> Range<Int> {
    let digits = range.prefix { (0x30...0x39).contains(rows.text.bytes[$0]) }.count
    if (1...2).contains(digits),
      let span = Self.spans.longestMatch(
        in: rows.text.bytes.span, at: range.lowerBound + digits, limit: range.upperBound)
    {
      return range.lowerBound + digits + span.length..<range.upperBound
    }
    let lead = Self.recent.longestMatch(in: rows.text.bytes.span, at: range.lowerBound, limit: range.upperBound)
    return range.lowerBound + (lead?.length ?? 0)..<range.upperBound
  }

  /// The first blank with a whole label before it, else the first colon, of any width.
  func separator(in content: Range<Int>) -> Range<Int>? {
    let bytes = rows.text.bytes
    if let end = endOfSpaced(content), isSpaced(content),
      let width = WhiteSpace.width(at: end, in: bytes, to: content.upperBound)
    {
      return end..<end + width
    }
    for index in content.prefix(Self.longestLabel + 1) {
      if let width = WhiteSpace.width(at: index, in: bytes, to: content.upperBound), isRole(content.lowerBound..<index)
      {
        return index..<index + width
      }
      if let width = colonWidth(at: index, to: content.upperBound) { return index..<index + width }
    }
    return nil
  }

  /// 目標値, 直近の現状値（令和3年度）.
  func isRole(_ range: Range<Int>) -> Bool {
    let label = withoutLead(range)
    if roles.whole(rows.text.bytes.span, from: label.lowerBound, to: label.upperBound) != nil { return true }
    guard let role = roles.longestMatch(in: rows.text.bytes.span, at: label.lowerBound, limit: label.upperBound) else {
      return false
    }
    let rest = rows.string(label.lowerBound + role.length..<label.upperBound).folded
    return rest.hasPrefix("(") && rest.hasSuffix(")") && ValueLook.isYear(rest)
  }

  /// What stands behind a label, and behind the colon between them where there is one.
  func withoutColon(_ range: Range<Int>) -> Range<Int> {
    let value = TextLines.trimmed(range, in: rows.text.bytes)
    guard !value.isEmpty, let width = colonWidth(at: value.lowerBound, to: value.upperBound) else { return value }
    return TextLines.trimmed(value.lowerBound + width..<value.upperBound, in: rows.text.bytes)
  }

  func colonWidth(at index: Int, to end: Int) -> Int? {
    let bytes = rows.text.bytes
    if bytes[index] == UInt8(ascii: ":") { return 1 }
    return bytes[index..<end].starts(with: [0xEF, 0xBC, 0x9A]) ? 3 : nil
  }
}
