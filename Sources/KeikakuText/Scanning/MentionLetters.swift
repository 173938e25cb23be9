/// Folded characters that a mention can begin with.
enum MentionLetters {
  struct Kind: OptionSet {
    var rawValue: UInt8

    static let date = Kind(rawValue: 1)
    static let figure = Kind(rawValue: 2)
  }

  private static let figures = "-+▲△±一二三四五六七八九十百千半過ゼ½¼¾0123456789"

  private static let table: BlockTable<Kind> = {
    var table = BlockTable<Kind>([])
    for figure in figures.unicodeScalars { table[Int(figure.value)] = .figure }
    for scalar in DateScanner.beginnings.unicodeScalars { table[Int(scalar.value)].insert(.date) }
    return table
  }()

  /// The first index at or behind `start` of a character that a mention can begin with, and what it begins.
  static func first(in text: borrowing FoldedScalars, from start: Int) -> (index: Int, kind: Kind)? {
    table.withLookup { kinds in
      text.withLetters { letters in
        for index in start..<max(start, letters.count) {
          let code = Int(letters[index].scalar.value)
          if code < 0x10000, !kinds[code].isEmpty { return (index, kinds[code]) }
        }
        return nil
      }
    }
  }
}
