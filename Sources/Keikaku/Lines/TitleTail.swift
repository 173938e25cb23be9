import KeikakuText

/// What stands behind a title in its line and is no part of it: a grade, the office in charge, a term.
///
///     施策①　観光と交流の拡大　　　評価：Ａ
///     （２）農業の振興（担当課：農林課）
enum TitleTail {
  private static let labels: WordTrie<Bool> = {
    let forms = FormLabels.words.filter { $0.1.isParticular }.map { ($0.0, true) }
    let columns = ColumnRole.words.filter { [.grade, .department, .achievementRate].contains($0.1) }
    return WordTrie(forms + columns.map { ($0.0, true) })
  }()

  /// The longest tail, in bytes.
  private static let longest = 120

  /// The title without its tail.
  static func cut(from title: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard holdsColon(bytes[title]) else { return title }
    var cursor = ScalarCursor(bytes, title)
    while let (scalar, width) = cursor.peek() {
      let next = cursor.offset + width
      let opens = scalar == 0x20 || scalar == 0x28 || HeadingMarks.brackets[scalar] != nil
      if opens, cursor.offset > title.lowerBound, title.upperBound - next <= longest,
        beginsTail(next..<title.upperBound, bytes)
      {
        return WhiteSpace.trimmedEnd(title.lowerBound..<cursor.offset, in: bytes)
      }
      cursor.skip(width)
    }
    return title
  }

  private static func holdsColon(_ title: ArraySlice<UInt8>) -> Bool {
    title.contains { $0 == UInt8(ascii: ":") || $0 == 0x9A }
  }

  /// A label with a colon behind it.
  private static func beginsTail(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    labels.labels(FoldedText(String(decoding: bytes[range], as: UTF8.self)).bytes[...])
  }
}

extension WordTrie {
  /// Whether folded bytes begin with a word and a colon behind it: 担当課：企画課.
  func labels(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let word = longestMatch(in: bytes.span, at: 0, limit: bytes.count) else { return false }
    return bytes.dropFirst(word.length).first == UInt8(ascii: ":")
  }
}

extension FormField {
  /// An office, a sum or a time: what a form says beside the text.
  fileprivate var isParticular: Bool {
    switch self {
    case .department, .budget, .period: true
    default: false
    }
  }
}
