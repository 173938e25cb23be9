import KeikakuText

/// Tells whether a cell looks like one of a header: a word that names a column's role, or a year alone.
struct HeaderWords {
  private let roles: WordTrie<ColumnRole>

  init(_ lexicon: Lexicon) { roles = lexicon.columnRoles }

  /// The role that a short text names anywhere in it: 計画策定時の現状値, R6目標値（人）. Of two words of one length the last
  /// heads the phrase: 目標（指標）名.
  func role(of text: String) -> ColumnRole? { role(ofCompact: FoldedText.compactBytes(of: text)) }

  /// The same of a text in UTF-8.
  func role(of text: ArraySlice<UInt8>) -> ColumnRole? {
    role(ofCompact: FoldedText.compactBytes(of: text, without: Ascii.space))
  }

  private func role(ofCompact bytes: [UInt8]) -> ColumnRole? {
    guard bytes.count <= 72 else { return nil }
    let span = bytes.span
    var best: (role: ColumnRole, length: Int)?
    for index in 0..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      if let match = roles.longestMatch(in: span, at: index, limit: bytes.count), match.length >= best?.length ?? 0 {
        best = (match.value, match.length)
      }
    }
    // A long text that only mentions such a word in passing is no header.
    guard let best, best.length * 4 >= bytes.count else { return nil }
    return best.role
  }

  /// The cheap question whether a line begins with a year or a word of a header, perhaps in a bracket.
  func mayBegin(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let first = ScalarCursor(bytes, line).peek()?.scalar else { return false }
    return Self.firstOfYears.contains(first)
      || roles.mayBegin(in: bytes.span, at: line.lowerBound, limit: line.upperBound)
  }

  private static let firstOfYears = Set("RHrh12(【[<〈《≪令平昭西年区".unicodeScalars.map(\.value))

  /// R2, 目標(R6), 平成30年度実績: a year, perhaps with a word for the value.
  func isYearOfValues(_ text: String) -> Bool {
    ValueLook.isYear(text) || role(of: text)?.isValue == true && text.contains(where: \.isNumber)
  }

  func isHeader(_ text: String) -> Bool {
    role(of: text) != nil && !ValueLook.isLabelledFigure(text) || ValueLook.isYear(text)
      || Self.partsOfValue[text] != nil
  }

  /// Words below a merged header that part a value from its year.
  static let partsOfValue = WordTrie(["年度", "年", "年次", "時点", "値", "数値"].map { ($0, true) })
}
