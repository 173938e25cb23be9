/// Searches in text that compare bytes.
///
/// The standard library's own of the same names compare by canonical equivalence: they normalise every letter that is not
/// ASCII, which costs some fifty times as much on Japanese text. Plans are compared after folding, where equal texts have
/// equal bytes, so inside this package these stand in their place.
extension String {
  package func contains(_ word: String) -> Bool { utf8.span.holds(word.utf8.span) }

  package func hasPrefix(_ prefix: String) -> Bool { utf8.span.begins(with: prefix.utf8.span) }

  package func hasSuffix(_ suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) }

  /// The words of a list, parted by blanks and line ends.
  package var listedWords: [String] {
    utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }
  }
}

extension Substring {
  package func contains(_ word: String) -> Bool { utf8.span.holds(word.utf8.span) }

  package func hasPrefix(_ prefix: String) -> Bool { utf8.span.begins(with: prefix.utf8.span) }

  package func hasSuffix(_ suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) }
}

extension Span<UInt8> {
  /// Whether the bytes of a word stand at an offset.
  package func holds(_ word: borrowing Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= count else { return false }
    var index = 0
    while index < word.count {
      guard self[unchecked: offset + index] == word[unchecked: index] else { return false }
      index += 1
    }
    return true
  }

  package func begins(with word: borrowing Span<UInt8>) -> Bool { holds(word, at: 0) }

  package func ends(with word: borrowing Span<UInt8>) -> Bool { holds(word, at: count - word.count) }

  /// Whether the bytes of a word stand anywhere; every text holds the empty word.
  package func holds(_ word: borrowing Span<UInt8>) -> Bool { place(of: word) != nil }

  /// Where the bytes of a word first stand; nil where they stand nowhere.
  package func place(of word: borrowing Span<UInt8>) -> Int? {
    guard word.count > 0 else { return 0 }
    // Most letters of a text share their first byte: the last one tells words apart.
    let last = word[word.count - 1]
    var index = word.count - 1
    while index < count {
      if self[unchecked: index] == last, holds(word, at: index - word.count + 1) { return index - word.count + 1 }
      index += 1
    }
    return nil
  }
}
