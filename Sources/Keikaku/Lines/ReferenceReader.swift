import KeikakuText

/// References to other nodes, in a line or behind a title: 関連施策：1-2、3-1.
struct ReferenceList: Sendable {
  /// The kind of node that the word before them names.
  var kind: NodeKind
  var text: MappedText
}

/// Finds references that stand behind their word in one line.
///
///     関連施策：1-2、3-1
///     【関連する基本目標】 基本目標2、基本目標3
///     施策２ 子育て支援（関連する施策：Ⅰ－２）
struct ReferenceReader: Sendable {
  private let bytes: [UInt8]
  private let words: RelatedWords
  private let marks: HeadingMarks
  /// The longest word before references, in bytes.
  private static let longestWord = 60

  init(_ bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    words = RelatedWords(lexicon: lexicon)
    marks = lexicon.headingMarks
  }

  /// The references of a line that holds nothing else; nil where the line is another.
  func line(_ range: Range<Int>) -> ReferenceList? {
    guard Self.mayHold(bytes, range.prefix(Self.longestWord)) else { return nil }
    var cursor = ScalarCursor(bytes, range)
    if let (scalar, width) = cursor.peek(), opens(scalar) {
      cursor.skip(width)
      cursor.skipBlanks()
    }
    return list(from: cursor.offset, to: range.upperBound)
  }

  /// The bracket with references that ends a title, and where it begins.
  func tail(of range: Range<Int>) -> (start: Int, list: ReferenceList)? {
    guard Self.mayHold(bytes, range) else { return nil }
    var cursor = ScalarCursor(bytes, range)
    while let (scalar, width) = cursor.peek() {
      if Self.opens(scalar), cursor.offset > range.lowerBound {
        let inside = cursor.offset + width
        if let list = list(from: inside, to: range.upperBound) { return (cursor.offset, list) }
      }
      cursor.skip(width)
    }
    return nil
  }

  // MARK: Parts

  private static func opens(_ scalar: UInt32) -> Bool { scalar == 0x28 || HeadingMarks.brackets[scalar] != nil }
  private static func closes(_ scalar: UInt32) -> Bool { scalar == 0x29 || HeadingMarks.brackets.close(with: scalar) }

  /// A bracket, a heading's mark or an arrow before the word.
  private func opens(_ scalar: UInt32) -> Bool {
    Self.opens(scalar) || marks.contains(scalar) || scalar == 0x2192 || scalar == 0x21D2
  }

  private static let signs = WordTrie(["関連", "関係"].map { ($0, true) })

  private static func mayHold(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    signs.occurs(in: bytes.span, from: range.lowerBound, to: range.upperBound)
  }

  /// The word, its colon or bracket, and what follows.
  private func list(from start: Int, to end: Int) -> ReferenceList? {
    var cursor = ScalarCursor(bytes, start..<end)
    while let (scalar, width) = cursor.peek(), cursor.offset - start <= Self.longestWord {
      if Self.endsWord(scalar) { break }
      cursor.skip(width)
    }
    guard cursor.offset > start, !cursor.isAtEnd,
      let kind = words.kind(FoldedText.bytes(of: bytes[start..<cursor.offset])[...])
    else { return nil }
    while let (scalar, width) = cursor.peek(), Self.endsWord(scalar) { cursor.skip(width) }
    let range = cursor.offset..<contentEnd(cursor.offset, end)
    guard !range.isEmpty, !Sentences.ends(bytes, range) else { return nil }
    let source = SourceRange(range)
    return ReferenceList(
      kind: kind, text: MappedText(text: String(decoding: bytes[range], as: UTF8.self), source: source))
  }

  /// A blank, a colon, an arrow or a closing bracket.
  private static func endsWord(_ scalar: UInt32) -> Bool {
    [0x20, 0x09, 0x3A, 0x2192, 0x21D2, 0x3D].contains(scalar) || closes(scalar)
  }

  /// Without the bracket that closes the whole.
  private func contentEnd(_ start: Int, _ end: Int) -> Int {
    var depth = 0
    var cursor = ScalarCursor(bytes, start..<end)
    while let (scalar, width) = cursor.peek() {
      if Self.opens(scalar) { depth += 1 }
      if Self.closes(scalar) { depth -= 1 }
      if depth < 0 { return cursor.offset }
      cursor.skip(width)
    }
    return end
  }
}
