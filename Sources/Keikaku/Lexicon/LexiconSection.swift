import KeikakuText

/// A section of a lexicon file, `{meaning: [words]}`, in which no word stands twice.
struct LexiconSection {
  /// The words of one meaning.
  struct List {
    /// Where the list begins, from 1.
    var line: Int
    var words: [Word]
  }

  /// Folded, without blanks, never empty.
  struct Word {
    var text: String
    /// From 1.
    var line: Int
  }

  private(set) var lists: [(meaning: String, list: List)] = []
  /// The line of each word met.
  private var lines: [String: Int] = [:]

  /// - Throws: `LexiconError` with the line of what is no object, no list of words, or stands twice.
  init(_ section: LocatedJSON) throws(LexiconError) {
    for (name, list) in try section.members("a section is an object of meanings, each with a list of words") {
      lists.append((name, List(line: list.line, words: try words(list))))
    }
  }

  private mutating func words(_ list: LocatedJSON) throws(LexiconError) -> [Word] {
    guard case .array(let elements) = list.content else {
      throw list.fault("a meaning is followed by a list of words in brackets")
    }
    var words: [Word] = []
    for element in elements { words.append(try word(element)) }
    return words
  }

  private mutating func word(_ element: LocatedJSON) throws(LexiconError) -> Word {
    guard case .string(let text) = element.content else { throw element.fault("a word is a string in quotes") }
    let word = Word(text: text.folded.filter { $0 != " " && $0 != "\t" }, line: element.line)
    guard !word.text.isEmpty else { throw element.fault("a word is empty") }
    if let first = lines[word.text] { throw element.fault("“\(word.text)” stands already in line \(first)") }
    lines[word.text] = word.line
    return word
  }
}

extension LocatedJSON {
  /// The members of an object, none of whose names stands twice.
  ///
  /// - Parameter expected: says what the object would be, for the message where there is none.
  /// - Throws: `LexiconError` with the line of what is no object, or of a second member of the same name.
  func members(_ expected: String) throws(LexiconError) -> [(key: String, value: LocatedJSON)] {
    guard case .object(let members) = content else { throw fault(expected) }
    var names: Set<String> = []
    for (name, value) in members where !names.insert(name).inserted { throw value.fault("“\(name)” stands twice") }
    return members
  }

  func fault(_ message: String) -> LexiconError { LexiconError(line: line, message: message) }
}
