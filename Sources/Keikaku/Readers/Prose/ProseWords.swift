/// Words that stand in running text, compared letter by letter at one place.
///
/// At most places none stands: one look at the first letter tells nearly always.
struct ProseWords: Sendable {
  private let words: [[Unicode.Scalar]]
  /// One bit for each remainder that the first letters of the words leave when their codes are divided by 64.
  private let beginnings: UInt64

  /// - Parameter text: the words, with blanks between them.
  init(_ text: String) { self.init(text.split(separator: " ").map { Array($0.unicodeScalars) }) }

  private init(_ words: [[Unicode.Scalar]]) {
    self.words = words
    beginnings = words.reduce(0) { $0 | Self.bit(of: $1[0]) }
  }

  /// The words of several lists.
  init(joining lists: [ProseWords]) { self.init(lists.flatMap(\.words)) }

  private static func bit(of letter: Unicode.Scalar) -> UInt64 { 1 << UInt64(letter.value & 63) }

  /// The cheap question.
  func mayBegin(with letter: Unicode.Scalar) -> Bool { beginnings & Self.bit(of: letter) != 0 }

  /// The length of the longest word at a place; nil where none stands.
  func longestMatch(in text: [Unicode.Scalar], at index: Int, limit: Int) -> Int? {
    var best: Int?
    for word in words where word.count > best ?? 0 && index + word.count <= limit {
      if stands(word, in: text, at: index) { best = word.count }
    }
    return best
  }

  private func stands(_ word: [Unicode.Scalar], in text: [Unicode.Scalar], at index: Int) -> Bool {
    for offset in word.indices where text[index + offset] != word[offset] { return false }
    return true
  }
}
