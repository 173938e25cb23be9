import KeikakuText

/// The header of a table of words: 事業名 above what is done, beside 内容 or 担当課; 基本目標 beside 施策.
struct WordTableHeader {
  /// What a cell of such a header heads.
  enum Column {
    /// Names of what is done: where one stands, a row begins.
    case action
    /// Goals or measures: an overview of the plan.
    case kind
    /// What is said of it.
    case side
  }

  /// Known words, folded and without blanks.
  private static let words: WordTrie<Column> = {
    let sides =
      FormLabels.words.map { ($0.0, Column.side) }
      + ColumnRole.words.filter { !$0.1.isValue && $0.1 != .name }.map { ($0.0, Column.side) }
    let kinds = HeadingLabels.words.filter { $0.1.rank >= 0 }.map { ($0.0, Column.kind) }
    return WordTrie(sides + kinds + ActionWords.names.map { ($0, Column.action) })
  }()

  private let words = Self.words

  /// Whether a line begins with such a word and a blank behind it: asked of every line.
  func mayBegin(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let match = words.longestMatch(in: bytes.span, at: line.lowerBound, limit: line.upperBound) else {
      return false
    }
    let end = line.lowerBound + match.length
    return end < line.upperBound
      && (bytes[end] == Ascii.space || TextLines.isWideBlank(at: end, in: bytes, to: line.upperBound))
  }

  /// Whether a short line is such a word, the beginning of one (担当 of 担当課) or several: asked of every line.
  func mayHold(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    words.longestMatch(in: bytes.span, at: line.lowerBound, limit: line.upperBound) != nil
  }

  /// What a cell heads; nil where it is no such word.
  func column(_ cell: String) -> Column? { words.whole(FoldedText.compactBytes(of: cell)[...]) }

  /// What each cell of a header heads; nil where a cell is no such word, or where no row could begin.
  func columns(_ cells: [String]) -> [Column]? {
    let columns = cells.compactMap(column)
    guard columns.count == cells.count, columns.count > 1 else { return nil }
    return columns.contains(.action) || columns.count { $0 == .kind } > 1 ? columns : nil
  }
}
