import KeikakuText

/// Tells lines that state an indicator behind a word for such: ■数値目標：出生数 40人, 【KPI】転入者数 250人. They head nothing.
struct IndicatorLead {
  private let bytes: [UInt8]
  private let words: WordTrie<GroupRole>

  init(_ bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    words = lexicon.groups
  }

  /// A marked or numbered line begins so and holds a figure.
  func states(_ candidate: HeadingCandidate) -> Bool {
    guard candidate.label == nil, candidate.mark != nil || candidate.numbering != nil else { return false }
    if let bracket = candidate.bracketText { return isLead(bracket) && holdsDigit(candidate.title) }
    return begins(candidate.title)
  }

  /// A word for indicators, a colon or a blank, and a figure: KPI：移住相談件数 100件, 数値目標　出生数80人以上,
  /// （KPI）移住相談件数　100件, [数値目標] 出生数：100人.
  func begins(_ line: Range<Int>) -> Bool {
    if namesByNumber(line) || beginsInBracket(line) { return true }
    guard let mark = colonOrBlank(in: line) else { return false }
    return isLead(line.lowerBound..<mark.lowerBound) && holdsDigit(mark.upperBound..<line.upperBound)
  }

  private func beginsInBracket(_ line: Range<Int>) -> Bool {
    endOfBracketedLead(line).map { holdsDigit($0..<line.upperBound) } ?? false
  }

  /// 指標②：保育所待機児童数: counted, the word names what stands behind it.
  private func namesByNumber(_ line: Range<Int>) -> Bool {
    guard let word = words.longestMatch(in: bytes.span, at: line.lowerBound, limit: line.upperBound),
      word.value == .indicators
    else { return false }
    var cursor = ScalarCursor(bytes, line.lowerBound + word.length..<line.upperBound)
    guard let (scalar, width) = cursor.peek(), isNumber(scalar) else { return false }
    cursor.skip(width)
    return cursor.peek()?.scalar == 0x3A
  }

  /// 移住者数 of ［KPI］移住者数, ＫＰＩ② 移住者数, KPI：移住者数 and まちづくり指標、移住者数: what stands behind a word for indicators, or nil.
  func behind(_ range: Range<Int>) -> Range<Int>? {
    guard let end = endOfBracketedLead(range) ?? endOfLead(range) ?? endOfSpokenLead(range) else { return nil }
    var cursor = ScalarCursor(bytes, end..<range.upperBound)
    cursor.skipBlanks()
    if let (scalar, width) = cursor.peek(), scalar == 0x3A { cursor.skip(width) }
    cursor.skipBlanks()
    return cursor.isAtEnd ? nil : cursor.offset..<range.upperBound
  }

  /// A bracket, a full-width letter, the first letter of such a word, or any word that ends in 指標、.
  func mayBegin(_ range: Range<Int>) -> Bool {
    guard let first = ScalarCursor(bytes, range).peek()?.scalar else { return false }
    return first == 0x28 || HeadingMarks.brackets[first] != nil || first < 0x3000
      || words.mayBegin(in: bytes.span, at: range.lowerBound, limit: range.upperBound)
      || endOfSpokenLead(range) != nil
  }

  private func endOfBracketedLead(_ range: Range<Int>) -> Int? {
    var cursor = ScalarCursor(bytes, range)
    guard let (open, width) = cursor.peek(), let close = open == 0x28 ? 0x29 : HeadingMarks.brackets[open] else {
      return nil
    }
    cursor.skip(width)
    let word = cursor.offset
    while let (scalar, width) = cursor.peek(), scalar != close { cursor.skip(width) }
    guard let (_, closing) = cursor.peek(), isLead(word..<cursor.offset) else { return nil }
    return cursor.offset + closing
  }

  /// With its number, before a colon or a blank.
  private func endOfLead(_ range: Range<Int>) -> Int? {
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek(), !isNumber(scalar), !Self.ends.contains(scalar) { cursor.skip(width) }
    guard isLead(range.lowerBound..<cursor.offset) else { return nil }
    while let (scalar, width) = cursor.peek(), isNumber(scalar) { cursor.skip(width) }
    return cursor.peek().map { Self.ends.contains($0.scalar) } == true ? cursor.offset : nil
  }

  private static let spokenEnd = Array("指標、".utf8)
  /// In bytes.
  private static let longestSpoken = 36

  /// まちづくり指標、 as editions for reading aloud write it: a word that ends in 指標, and a comma for the colon.
  private func endOfSpokenLead(_ range: Range<Int>) -> Int? {
    let beginning = range.prefix(Self.longestSpoken)
    guard let place = bytes.span.extracting(beginning).place(of: Self.spokenEnd.span), place > 0 else { return nil }
    let end = range.lowerBound + place + Self.spokenEnd.count
    guard end < range.upperBound else { return nil }
    return bytes[range.prefix(place)].contains(UInt8(ascii: ":")) ? nil : end
  }

  private static let ends: Set<UInt32> = [0x3A, 0x20, 0x3000]

  private func isNumber(_ scalar: UInt32) -> Bool {
    (0x2460...0x2473).contains(scalar) || scalar.digitValue != nil
  }

  /// The whole range is a word that heads indicators: 数値目標, ＫＰＩ.
  func isLead(_ range: Range<Int>) -> Bool { words.whole(folded(range)[...]) == .indicators }

  private func colonOrBlank(in range: Range<Int>) -> Range<Int>? {
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek() {
      if Self.ends.contains(scalar) { return cursor.offset..<cursor.offset + width }
      cursor.skip(width)
    }
    return nil
  }

  private func holdsDigit(_ range: Range<Int>) -> Bool { folded(range).contains { (0x30...0x39).contains($0) } }

  private func folded(_ range: Range<Int>) -> [UInt8] {
    FoldedText.bytes(of: bytes[range])
  }
}
