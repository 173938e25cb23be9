import KeikakuText

/// Finds the name of an indicator in the line above its figures.
struct NameAboveFigures {
  private let rows: TextLines
  private let headers: HeaderWords
  private let leads: IndicatorLead

  init(_ rows: TextLines, lexicon: Lexicon) {
    self.rows = rows
    headers = HeaderWords(lexicon)
    leads = IndicatorLead(rows.text.bytes, lexicon: lexicon)
  }

  /// In bytes.
  private static let longest = 150

  /// The name and the line it stands in: right above, or above a blank line where a word for indicators leads it.
  func name(above line: Int) -> (range: Range<Int>, line: Int)? {
    guard line > 0 else { return nil }
    if !rows.isBlank(line - 1) { return name(in: line - 1).map { ($0, line - 1) } }
    guard line > 1, let name = ledName(in: line - 2) else { return nil }
    return (name, line - 2)
  }

  /// The same, where the name may have a number before it or stand behind 指標：: years below it show that it heads nothing.
  func anyName(above line: Int) -> (range: Range<Int>, line: Int)? {
    guard line > 0, !rows.isBlank(line - 1) else { return nil }
    return name(in: rows.withoutBullet(rows.content(line - 1))).map { ($0, line - 1) }
  }

  /// A short text that is no heading, no sentence and no header word.
  private func name(in line: Int) -> Range<Int>? {
    if let name = ledName(in: line) { return name }
    let range = rows.withoutBullet(rows.content(line))
    if let name = behindLabel(range) { return isName(name) ? name : nil }
    guard let numbering = Numbering.read(rows.text.bytes, range) else { return isName(range) ? range : nil }
    let counted = TextLines.trimmed(numbering.end..<range.upperBound, in: rows.text.bytes)
    return numbering.style == .circled && isName(counted) ? counted : nil
  }

  /// A name before its figures, without its number.
  func name(in range: Range<Int>) -> Range<Int>? {
    if let name = leads.behind(range) ?? behindLabel(range) { return isName(name) ? name : nil }
    guard let numbering = Numbering.read(rows.text.bytes, range) else { return isName(range) ? range : nil }
    let counted = TextLines.trimmed(numbering.end..<range.upperBound, in: rows.text.bytes)
    return isName(counted) ? counted : nil
  }

  /// 創業者数 of ### KPI 創業者数, ［KPI］創業者数 and KPI① 創業者数.
  private func ledName(in line: Int) -> Range<Int>? {
    let bytes = rows.text.bytes
    let content = rows.content(line)
    guard content.count <= Self.longest else { return nil }
    let title = content.drop { bytes[$0] == UInt8(ascii: "#") }
    let range = TextLines.trimmed(title.startIndex..<title.endIndex, in: bytes)
    let name = leads.behind(rows.withoutBullet(range)) ?? leads.behind(range)
    return name.flatMap { isName($0) ? $0 : nil }
  }

  /// The cheap question whether a word for indicators begins a line, perhaps in a bracket.
  func mayBeLed(_ range: Range<Int>) -> Bool { leads.mayBegin(range) }

  /// What stands behind a word for indicators, be it the name or the name with its figures.
  func led(_ range: Range<Int>) -> Range<Int>? { leads.behind(range) }

  /// 観光入込客数 of 指標：観光入込客数　単位：人.
  private func behindLabel(_ range: Range<Int>) -> Range<Int>? {
    let words = rows.words(in: range, alsoAt: Self.colons)
    guard let label = words.first, words.count > 1, headers.role(of: rows.string(label)) == .name,
      ScalarCursor(rows.text.bytes, label.upperBound..<range.upperBound).peek()?.scalar == 0x3A
    else { return nil }
    let other = words.dropFirst(2).first { headers.role(of: rows.string($0)) != nil }
    return TextLines.trimmed(words[1].lowerBound..<(other?.lowerBound ?? range.upperBound), in: rows.text.bytes)
  }

  private static let colons = Set(":：".unicodeScalars.map(\.value))

  private func isName(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= Self.longest, !rows.holdsSeparator(range) else { return false }
    let text = rows.string(range)
    return !headers.isHeader(text) && !ValueLook.isValue(text) && !Sentences.ends(text)
      && HeadingMarks.brackets[ScalarCursor(rows.text.bytes, range).peek()?.scalar ?? 0] == nil
  }
}
