import KeikakuText

/// A line of the cover or the colophon, with the words that tell what it is.
struct FrontLine: Sendable {
  struct Word: Sendable {
    var word: PlanWord
    /// Bytes of `key`.
    var range: Range<Int>
  }

  /// Without heading marks, tags and emphasis, trimmed; otherwise as it stands.
  let text: String
  /// Folded, without blanks.
  let key: [UInt8]
  let words: [Word]
  let source: SourceRange
  /// The number of `#` before it.
  let markdownLevel: Int
  /// Lines between which stands no other; blank lines do not count.
  let number: Int
  /// The page it stands on, where the text shows them.
  let page: Int

  init?(_ raw: some StringProtocol, source: SourceRange, number: Int, page: Int = 1, markdownLevel: Int? = nil) {
    let stripped = LineMarkup.stripped(raw)
    guard !stripped.text.isEmpty else { return nil }
    text = stripped.text
    self.markdownLevel = markdownLevel ?? stripped.level
    key = FoldedText.compactBytes(of: text)
    words = Self.words(in: key)
    self.source = source
    self.number = number
    self.page = page
  }

  private static func words(in key: [UInt8]) -> [Word] {
    var found: [Word] = []
    let bytes = key.span
    var index = 0
    while index < bytes.count {
      if let match = PlanWord.trie.longestMatch(in: bytes, at: index, limit: bytes.count) {
        found.append(Word(word: match.value, range: index..<index + match.length))
        index += match.length
      } else {
        index += bytes[index] & 0xF0 == 0xE0 ? 3 : 1
      }
    }
    return found
  }

  /// The line without what pages and web sites put around a title.
  var trimmedAsTitle: FrontLine? {
    let trimmed = TitleTrim.trimmed(text)
    if trimmed == text { return self }
    return FrontLine(trimmed, source: source, number: number, page: page, markdownLevel: markdownLevel)
  }

  /// The folded text without blanks.
  var keyText: String { String(decoding: key, as: UTF8.self) }

  func has(_ word: PlanWord) -> Bool { words.contains { $0.word == word } }

  func has(where isWanted: (PlanWord) -> Bool) -> Bool { words.contains { isWanted($0.word) } }

  /// Whether a year can stand in it: spares the search for dates in all other lines.
  var mayHoldDate: Bool { key.contains { $0 >= 48 && $0 <= 57 } || holds("年") }

  /// Whether a figure stands directly behind a place of the key, a colon or bracket between.
  func hasFigure(after position: Int) -> Bool {
    key[position...].prefix(5).contains { $0 >= 48 && $0 <= 57 }
  }

  /// A sentence, not a label or a title.
  var isSentence: Bool { key.count > 300 || holds("。") }

  /// Whether a word stands anywhere in the folded text.
  func holds(_ word: String) -> Bool { key.span.holds(word.utf8.span) }
}

/// Marks of Markdown and HTML around a line's text.
enum LineMarkup {
  static func stripped(_ raw: some StringProtocol) -> (text: String, level: Int) {
    var text = Substring(raw).trimmed
    let level = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    if level > 0 { text = text.dropFirst(level).trimmed }
    if text.utf8.contains(UInt8(ascii: "<")) { text = Substring(withoutTags(text)).trimmed }
    for mark in ["**", "__"]
    where text.utf8.first == mark.utf8.first && text.hasPrefix(mark) && text.hasSuffix(mark) && text.utf8.count > 4 {
      text = text.dropFirst(2).dropLast(2).trimmed
    }
    return (String(text), level)
  }

  private static func withoutTags(_ text: Substring) -> String {
    var kept = ""
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      kept += rest[..<open]
      let inside = rest[open...].dropFirst()
      let isTag = inside.first.map { $0 == "/" || $0 == "!" || ($0.isASCII && $0.isLetter) } ?? false
      guard isTag else {
        kept += "<"
        rest = inside
        continue
      }
      guard let close = inside.firstIndex(of: ">") else { return kept + rest[open...] }
      rest = inside[inside.index(after: close)...]
    }
    return kept + rest
  }
}

extension Substring {
  /// Without blanks of any kind at both ends.
  var trimmed: Substring {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace && $0 != "\u{FEFF}" }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return self[endIndex...] }
    return Substring(scalars[first...last])
  }
}
