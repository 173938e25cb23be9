extension PlaceText {
  func contains(_ word: [UInt32]) -> Bool {
    var position = 0
    while position + word.count <= scalars.count {
      if scalars[position] == word[0], starts(with: word, at: position) { return true }
      position += 1
    }
    return false
  }

  /// One of some words stands at a place.
  func holds(anyOf words: [[UInt32]], at position: Int) -> Bool { words.contains { starts(with: $0, at: position) } }

  /// Whether the word begins somewhere in the text: 熊本市 does not hold 本市.
  func containsWord(_ word: [UInt32]) -> Bool {
    var position = 0
    while position + word.count <= scalars.count {
      if scalars[position] == word[0], starts(with: word, at: position), isWordBeginning(position) { return true }
      position += 1
    }
    return false
  }

  /// No ideograph stands before it.
  func isWordBeginning(_ position: Int) -> Bool {
    position == 0 || !PlaceNameFinder.isIdeograph(scalars[position - 1])
  }

  /// Where one of a few letters stands.
  func positions(of letters: [UInt32]) -> [Int] {
    scalars.withUnsafeBufferPointer { scalars in
      letters.withUnsafeBufferPointer { letters in scalars.indices.filter { letters.contains(scalars[$0]) } }
    }
  }

  /// Whether the rest of a line is a department's name: short, and ending as one.
  func endsAsDepartment(after position: Int) -> Bool {
    guard (1...24).contains(scalars.count - position) else { return false }
    return Self.departments.contains { ends(with: $0, at: scalars.count) || contains($0) }
  }

  /// 〇〇県（企画部）: the department in a bracket.
  func opensDepartment(at position: Int) -> Bool {
    guard position < scalars.count, scalars[position] == Self.opening,
      let close = scalars[position...].prefix(20).firstIndex(of: Self.closing)
    else { return false }
    return Self.departments.contains { ends(with: $0, at: close) }
  }

  private static let opening = Unicode.Scalar("(").value
  private static let closing = Unicode.Scalar(")").value
  private static let departments = PlaceWords.plain(PlaceWords.departments)
}
