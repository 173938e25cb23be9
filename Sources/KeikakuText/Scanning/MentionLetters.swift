/// Folded characters that a mention can begin with.
enum MentionLetters {
  private struct Kind: OptionSet {
    var rawValue: UInt8

    static let mayBegin = Kind(rawValue: 1)
    static let figure = Kind(rawValue: 2)
  }

  private static let figures = "-+▲△±一二三四五六七八九十百千半過ゼ½¼¾0123456789"

  private static let table: [Kind] = {
    var table = [Kind](repeating: [], count: 0x10000)
    for figure in figures.unicodeScalars { table[Int(figure.value)] = [.mayBegin, .figure] }
    for code in table.indices {
      if let scalar = Unicode.Scalar(UInt32(code)), DateScanner.mayBegin(scalar) { table[code].insert(.mayBegin) }
    }
    return table
  }()

  /// The first index at or behind `start` of a character that a mention can begin with.
  static func first(in text: borrowing FoldedScalars, from start: Int) -> Int? {
    table.withUnsafeBufferPointer { table in
      var index = start
      while index < text.count {
        let code = Int(text[index].value)
        if code < table.count, !table[code].isEmpty { return index }
        index += 1
      }
      return nil
    }
  }

  static func beginsFigure(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && table[Int(scalar.value)].contains(.figure)
  }
}
