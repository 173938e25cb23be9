/// A small set of words, each with a value, looked up by folded characters.
///
/// A table over the first character makes the usual answer, that no word begins here, one load; the few words behind a
/// first character are compared one by one, the longest first.
struct ScalarWords<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var letters: [Unicode.Scalar]
    var value: Value
  }

  /// For each character of the basic plane the number of its bucket; zero is the empty one.
  private var bucketOf = BlockTable<UInt16>(0)
  private var buckets: [[Entry]] = [[]]

  init(_ words: some Sequence<(String, Value)>) {
    for (word, value) in words { insert(Array(word.unicodeScalars), value) }
    for index in buckets.indices { buckets[index].sort { $0.letters.count > $1.letters.count } }
  }

  init(_ words: [(word: StaticString, qualifier: Value)]) {
    self.init(words.map { ($0.word.description, $0.qualifier) })
  }

  /// Adds a word whose first letter is in the basic plane; the first value of a word stays.
  private mutating func insert(_ letters: [Unicode.Scalar], _ value: Value) {
    let first = Int(letters[0].value)
    if bucketOf[first] == 0 {
      bucketOf[first] = UInt16(buckets.count)
      buckets.append([])
    }
    let bucket = Int(bucketOf[first])
    guard !buckets[bucket].contains(where: { $0.letters == letters }) else { return }
    buckets[bucket].append(Entry(letters: letters, value: value))
  }

  /// Whether any word begins with a character.
  func begins(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x10000 && bucketOf[Int(scalar.value)] != 0 }

  /// The longest word at `start` that `isAccepted` lets pass, and where it ends.
  func longest(
    _ text: borrowing FoldedScalars, at start: Int, where isAccepted: (Value, Int) -> Bool = { _, _ in true }
  ) -> (value: Value, end: Int)? {
    let first = text[start]
    guard begins(first) else { return nil }
    for entry in buckets[Int(bucketOf[Int(first.value)])] {
      guard let end = Self.end(of: entry, text, at: start), isAccepted(entry.value, end) else { continue }
      return (entry.value, end)
    }
    return nil
  }

  /// Blanks between the letters of a word do not count.
  private static func end(of entry: Entry, _ text: borrowing FoldedScalars, at start: Int) -> Int? {
    var index = start + 1
    for letter in entry.letters.dropFirst() {
      while text[index] == " ", letter != " " { index += 1 }
      guard text[index] == letter else { return nil }
      index += 1
    }
    return index
  }
}
